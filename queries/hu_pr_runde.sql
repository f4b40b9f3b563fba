-- Training posts by area and round: every area for every round that any source tells of, so that gaps show.
-- Parameters: $niveau, $struktur, $datasaet.
WITH maaling AS (
    SELECT kendt_niveau, kendt_id, aar, runde, er_prognose, kilde_id,
        unnest(['dimensioneret', 'opslaaet', 'besat', 'ubesat']) AS maal,
        unnest([dimensioneret, opslaaet, besat, coalesce(ubesat, opslaaet - besat)]) AS antal
    FROM hu_stedfaestet
    WHERE datasaet = $datasaet AND foretrukken AND runde IS NOT NULL
),
-- as in hu_pr_aar: own row or the finer rows of one kind, and nothing of a region for a delregion without kommuner
efter_art AS (
    SELECT p.niveau, p.omraade_id, m.kendt_niveau, m.aar, m.runde, m.maal, sum(m.antal) AS antal, list(DISTINCT m.kilde_id) AS kilder
    FROM maaling m
    JOIN placering p ON p.kendt_niveau = m.kendt_niveau AND p.kendt_id = m.kendt_id
        AND p.niveau IN ($niveau, 'land') AND p.struktur = $struktur
    WHERE m.antal IS NOT NULL AND (p.niveau <> 'delregion' OR m.kendt_niveau = 'delregion'
        OR EXISTS (SELECT 1 FROM delregion d WHERE d.delregion_id = p.omraade_id AND d.sundhedsraad IS NOT NULL))
    GROUP BY ALL
),
bedst AS (
    SELECT niveau, omraade_id, aar, runde, maal, max(antal) AS antal, arg_max(kilder, (antal, kendt_niveau = niveau, kendt_niveau)) AS kilder FROM efter_art GROUP BY ALL
),
med_rest AS (
    SELECT omraade_id, aar, runde, maal, antal, kilder FROM bedst WHERE niveau = $niveau
    UNION ALL
    SELECT 'ikke_stedfaestet', land.aar, land.runde, land.maal, land.antal - coalesce(sum(del.antal), 0), any_value(land.kilder)
    FROM bedst land
    LEFT JOIN bedst del ON del.niveau = $niveau AND del.aar = land.aar AND del.runde = land.runde AND del.maal = land.maal
    WHERE land.niveau = 'land'
    GROUP BY land.aar, land.runde, land.maal, land.antal
),
runderne AS (
    SELECT aar, runde, bool_or(er_prognose) AS er_prognose FROM maaling GROUP BY aar, runde
)
SELECT o.omraade_id, o.navn, o.kort_navn, r.aar::INTEGER AS aar, r.runde::INTEGER AS runde, r.er_prognose,
    (max(m.antal) FILTER (maal = 'dimensioneret'))::BIGINT AS dimensioneret,
    (max(m.antal) FILTER (maal = 'opslaaet'))::BIGINT AS opslaaet,
    (max(m.antal) FILTER (maal = 'besat'))::BIGINT AS besat,
    (max(m.antal) FILTER (maal = 'ubesat'))::BIGINT AS ubesat,
    coalesce(array_to_string(list_sort(list_distinct(flatten(list(m.kilder)))), ';'), '') AS kilder
FROM omraade_med_rest o
CROSS JOIN runderne r
LEFT JOIN med_rest m ON m.omraade_id = o.omraade_id AND m.aar = r.aar AND m.runde = r.runde
WHERE o.niveau = $niveau AND o.struktur = $struktur AND o.omraade_id <> 'flere_omraader'
GROUP BY o.omraade_id, o.navn, o.kort_navn, o.orden, r.aar, r.runde, r.er_prognose
ORDER BY o.orden, r.aar, r.runde;
