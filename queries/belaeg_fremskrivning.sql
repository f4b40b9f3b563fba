-- The sources of the projection and of the count that it sets out from, area by area, as of when they were published.
-- Parameter: $niveau.
SELECT m.omraade_id, k.dato, f.kilde_id, count(*) AS poster
FROM omraade_kommune m
JOIN fremskrivning f ON f.kommunekode = m.kommunekode
JOIN kilde k ON k.kilde_id = f.kilde_id
WHERE m.niveau = $niveau AND m.er_kendt AND f.dato = (SELECT max(dato) FROM fremskrivning)
GROUP BY ALL
UNION ALL
SELECT m.omraade_id, NULL, t.kilde_id, count(*)
FROM omraade_kommune m
JOIN fremskrivning f ON f.kommunekode = m.kommunekode
JOIN folketal t ON t.kommunekode = m.kommunekode AND t.dato = make_date(f.fremskrevet_fra, 1, 1)
WHERE m.niveau = $niveau AND m.er_kendt AND f.dato = (SELECT max(dato) FROM fremskrivning)
GROUP BY ALL;
