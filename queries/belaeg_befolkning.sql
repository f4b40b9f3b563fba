-- The sources of each count of inhabitants, area by area, of the areal that density is worked out by, and of the shares
-- that the ages of the index are weighed by.
-- Parameters: $niveau, $kolonne (the figure).
SELECT m.omraade_id, strftime(f.dato, '%Y-%m-%d') AS dato, f.kilde_id, count(*) AS poster
FROM omraade_kommune m JOIN folketal f ON f.kommunekode = m.kommunekode
WHERE m.niveau = $niveau AND m.er_kendt
GROUP BY ALL
UNION ALL
SELECT m.omraade_id, strftime(f.dato, '%Y-%m-%d'), k.areal_kilde_id, count(*)
FROM omraade_kommune m JOIN folketal f ON f.kommunekode = m.kommunekode JOIN kommune k ON k.kommunekode = m.kommunekode
WHERE m.niveau = $niveau AND m.er_kendt AND $kolonne = 'indbyggere_pr_km2'
GROUP BY ALL
UNION ALL
SELECT m.omraade_id, strftime(f.dato, '%Y-%m-%d'), u.kilde_id, count(*)
FROM omraade_kommune m JOIN folketal f ON f.kommunekode = m.kommunekode
JOIN udsagn u ON u.udsagn_id = 'aeldre-konsultationer'
WHERE m.niveau = $niveau AND m.er_kendt AND $kolonne = 'aldersindeks'
GROUP BY ALL;
