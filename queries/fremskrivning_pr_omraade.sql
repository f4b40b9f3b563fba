-- How many more inhabitants of 80 and over the projection expects by its last year, of those counted in the year that it
-- sets out from. It is the same in every period, and nothing of today is worked out from it.
-- Parameters: $niveau, $struktur, $perioder (the number of periods asked for).
WITH ventet AS (
    SELECT m.omraade_id, f.dato, make_date(f.fremskrevet_fra, 1, 1) AS fra_dato, sum(f.indbyggere_80plus) AS indbyggere_80plus,
        count(*) = (SELECT count(*) FROM omraade_kommune n WHERE n.niveau = $niveau AND n.omraade_id = m.omraade_id) AS er_hel
    FROM omraade_kommune m JOIN fremskrivning f ON f.kommunekode = m.kommunekode
    WHERE m.niveau = $niveau AND m.er_kendt
    GROUP BY m.omraade_id, f.dato, f.fremskrevet_fra
),
sidste AS (SELECT * FROM ventet WHERE er_hel AND dato = (SELECT max(dato) FROM fremskrivning))
SELECT unnest(range($perioder::INTEGER)) AS periode, o.omraade_id, o.navn,
    s.indbyggere_80plus::BIGINT AS ventede_80plus,
    100.0 * (s.indbyggere_80plus - t.indbyggere_80plus) / t.indbyggere_80plus AS vaekst_80plus_pct
FROM omraade_med_rest o
LEFT JOIN sidste s ON s.omraade_id = o.omraade_id
LEFT JOIN omraade_folketal t ON t.niveau = o.niveau AND t.omraade_id = o.omraade_id AND t.dato = s.fra_dato
WHERE o.niveau = $niveau AND o.struktur = $struktur AND NOT o.er_rest
ORDER BY periode, o.orden;
