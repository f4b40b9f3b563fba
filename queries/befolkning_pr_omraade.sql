-- Inhabitants, age and density by area: the newest count of the period; a period without a count has none.
-- Parameters: $niveau, $struktur, and for each period $fra[], $til[] (dates or NULL).
WITH periode AS (SELECT unnest(range(len($til))) AS periode, unnest($fra::DATE[]) AS fra, unnest($til::DATE[]) AS til),
seneste AS (
    SELECT periode, omraade_id,
        arg_max(indbyggere, dato) AS indbyggere,
        max(dato) AS dato,
        arg_max(indbyggere, dato) / any_value(areal_km2) AS indbyggere_pr_km2,
        max(dato) FILTER (indbyggere_65plus IS NOT NULL) AS dato_65plus,
        100.0 * arg_max(indbyggere_65plus, dato) FILTER (indbyggere_65plus IS NOT NULL)
            / arg_max(indbyggere, dato) FILTER (indbyggere_65plus IS NOT NULL) AS andel_65plus_pct
    FROM omraade_folketal JOIN periode
        ON (periode.fra IS NULL OR dato >= periode.fra) AND (periode.til IS NULL OR dato <= periode.til)
    WHERE niveau = $niveau
    GROUP BY periode, omraade_id
)
SELECT pe.periode, o.omraade_id, o.navn, s.indbyggere::BIGINT AS indbyggere, s.indbyggere_pr_km2, s.andel_65plus_pct, s.dato, s.dato_65plus
FROM omraade_med_rest o CROSS JOIN periode pe
LEFT JOIN seneste s ON s.omraade_id = o.omraade_id AND s.periode = pe.periode
WHERE o.niveau = $niveau AND o.struktur = $struktur AND NOT o.er_rest
ORDER BY pe.periode, o.orden;
