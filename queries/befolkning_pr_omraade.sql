-- Inhabitants, ages and density by area: the newest count of the period; a period without a count has none. The change of
-- a share is told from the count on the same day ten years before, and of no other. The age index is the need of care by
-- age alone, of an inhabitant of the area against one of the country on the same day.
-- Parameters: $niveau, $struktur, and for each period $fra[], $til[] (dates or NULL).
WITH periode AS (SELECT unnest(range(len($til))) AS periode, unnest($fra::DATE[]) AS fra, unnest($til::DATE[]) AS til),
talt AS (
    SELECT omraade_id, dato, indbyggere, areal_km2, indbyggere_80plus,
        indbyggere_65_79 + indbyggere_80plus AS indbyggere_65plus,
        100.0 * indbyggere_65_79 / indbyggere AS andel_65_79_pct,
        100.0 * indbyggere_80plus / indbyggere AS andel_80plus_pct,
        100.0 * (indbyggere_65_79 + indbyggere_80plus) / indbyggere AS andel_65plus_pct,
        aldersvaegtede(indbyggere, indbyggere_65_79 + indbyggere_80plus) / indbyggere AS vaegt
    FROM omraade_folketal WHERE niveau = $niveau
),
landet AS (
    SELECT dato, aldersvaegtede(indbyggere, indbyggere_65_79 + indbyggere_80plus) / indbyggere AS vaegt
    FROM omraade_folketal WHERE niveau = 'land'
),
seneste AS (
    SELECT periode.periode, talt.*
    FROM talt JOIN periode ON (periode.fra IS NULL OR dato >= periode.fra) AND (periode.til IS NULL OR dato <= periode.til)
    QUALIFY row_number() OVER (PARTITION BY periode.periode, omraade_id ORDER BY dato DESC) = 1
)
SELECT pe.periode, o.omraade_id, o.navn,
    s.indbyggere::BIGINT AS indbyggere, s.indbyggere_65plus::BIGINT AS indbyggere_65plus, s.indbyggere_80plus::BIGINT AS indbyggere_80plus,
    s.indbyggere / s.areal_km2 AS indbyggere_pr_km2,
    s.andel_65plus_pct, s.andel_65_79_pct, s.andel_80plus_pct,
    s.andel_65plus_pct - f.andel_65plus_pct AS aendring_65plus_point,
    s.andel_65_79_pct - f.andel_65_79_pct AS aendring_65_79_point,
    s.andel_80plus_pct - f.andel_80plus_pct AS aendring_80plus_point,
    s.vaegt / l.vaegt AS aldersindeks,
    s.dato, f.dato AS dato_foer
FROM omraade_med_rest o CROSS JOIN periode pe
LEFT JOIN seneste s ON s.omraade_id = o.omraade_id AND s.periode = pe.periode
LEFT JOIN landet l ON l.dato = s.dato
LEFT JOIN talt f ON f.omraade_id = s.omraade_id AND f.dato = s.dato - INTERVAL 10 YEAR
WHERE o.niveau = $niveau AND o.struktur = $struktur AND NOT o.er_rest
ORDER BY pe.periode, o.orden;
