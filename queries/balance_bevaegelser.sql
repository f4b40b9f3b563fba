-- What happened to the doctors of every area of a level, by year and kind; ages together.
-- Parameters: $niveau, $struktur, $datasaet.
WITH raekke AS (
    SELECT *, bool_or(aldersgruppe = 'alle') OVER (PARTITION BY omraade_type, omraade, aar, art) AS har_alle
    FROM laegebevaegelse_stedfaestet WHERE datasaet = $datasaet AND kendt_niveau = $niveau
)
SELECT p.omraade_id, o.navn, o.kort_navn, r.aar::INTEGER AS aar, r.art,
    -- what is hidden is not known, and neither is the sum
    CASE WHEN bool_or(r.skjult) THEN NULL ELSE sum(r.antal) END::BIGINT AS antal,
    array_to_string(list_sort(list(DISTINCT r.kilde_id)), ';') AS kilder
FROM raekke r
JOIN placering p ON p.kendt_niveau = r.kendt_niveau AND p.kendt_id = r.kendt_id AND p.niveau = $niveau AND p.struktur = $struktur
JOIN omraade o ON o.niveau = $niveau AND o.struktur = $struktur AND o.omraade_id = p.omraade_id
WHERE (r.aldersgruppe = 'alle') = r.har_alle
GROUP BY p.omraade_id, o.navn, o.kort_navn, o.orden, r.aar, r.art
ORDER BY o.orden, r.aar, r.art;
