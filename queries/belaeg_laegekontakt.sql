-- The sources of the shares, and of the inhabitants that larger areas are weighted by, area by area and year.
-- Parameter: $niveau.
SELECT m.omraade_id, l.aar::VARCHAR AS dato, l.kilde_id, count(*) AS poster
FROM omraade_kommune m JOIN laegekontakt l ON l.kommunekode = m.kommunekode
WHERE m.niveau = $niveau AND m.er_kendt
GROUP BY ALL
UNION ALL
SELECT m.omraade_id, l.aar::VARCHAR, t.kilde_id, count(*)
FROM omraade_kommune m
JOIN laegekontakt l ON l.kommunekode = m.kommunekode
JOIN folketal t ON t.kommunekode = m.kommunekode AND t.dato = make_date(l.aar, 1, 1)
WHERE m.niveau = $niveau AND m.er_kendt AND $niveau <> 'kommune'
GROUP BY ALL;
