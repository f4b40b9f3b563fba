-- Where those who finished in a videreuddannelsesregion work: of each, the newest count that is by areas of the level.
-- `andel` is of those who are in an area of it.
-- Parameters: $niveau, $struktur, $datasaet, $ansaettelse ('alle' or a kind).
WITH raekke AS (
    SELECT * FROM bosaetning_stedfaestet WHERE datasaet = $datasaet AND ansaettelse = $ansaettelse
),
nyeste AS (
    SELECT videreuddannelsesregion_id, unnest(max({'faerdig_til': faerdig_til, 'opgjort_efter_aar': opgjort_efter_aar, 'faerdig_fra': faerdig_fra}))
    FROM raekke WHERE kendt_niveau = $niveau GROUP BY videreuddannelsesregion_id
),
valgt AS (
    SELECT r.*, coalesce(p.omraade_id, r.omraade_type) AS id, p.omraade_id IS NOT NULL AS er_omraade
    FROM raekke r
    JOIN nyeste n USING (videreuddannelsesregion_id, faerdig_til, opgjort_efter_aar, faerdig_fra)
    LEFT JOIN placering p ON p.kendt_niveau = r.kendt_niveau AND p.kendt_id = r.kendt_id AND p.niveau = $niveau AND p.struktur = $struktur
    WHERE r.kendt_niveau IN ($niveau, 'ikke_almen_praksis', 'udland')
),
samlet AS (
    SELECT videreuddannelsesregion_id, id, er_omraade, faerdig_fra, faerdig_til, opgjort_efter_aar, sum(antal) AS antal,
        array_to_string(list_sort(list(DISTINCT kilde_id)), ';') AS kilder, any_value(omraade) AS skrevet
    FROM valgt GROUP BY ALL
)
SELECT s.videreuddannelsesregion_id AS uddannelsesregion, s.id AS omraade_id, coalesce(o.navn, s.skrevet) AS navn, s.er_omraade,
    s.faerdig_fra, s.faerdig_til, s.opgjort_efter_aar, s.antal::BIGINT AS antal,
    CASE WHEN s.er_omraade THEN s.antal / sum(s.antal) FILTER (s.er_omraade) OVER (PARTITION BY s.videreuddannelsesregion_id) END AS andel, s.kilder
FROM samlet s
LEFT JOIN omraade o ON o.niveau = $niveau AND o.struktur = $struktur AND o.omraade_id = s.id
ORDER BY s.videreuddannelsesregion_id, NOT s.er_omraade, o.orden, s.id;
