-- The places that stood open on a day, by area, the year they were first offered, and unit. What is known for a region and
-- no area of the level stands by itself under `ikke_stedfaestet`. A clinic that is tendered is no place: it has doctors.
-- Parameters: $niveau, $struktur, $datasaet, $dag.
WITH sket AS (
    SELECT udbud_id, arg_max(status, raekkefoelge) AS status
    FROM udbud_haendelse
    WHERE datasaet = $datasaet AND (dato IS NULL OR CAST(dato || left('-01-01', 10 - length(dato)) AS DATE) <= $dag)
    GROUP BY udbud_id
),
-- of the rounds of a number, the last that had begun by then
runde AS (
    SELECT u.*, k.kaede_id, s.status AS status_da, min(year(u.dag)) OVER (PARTITION BY k.kaede_id) AS foerste_aar,
        row_number() OVER (PARTITION BY k.kaede_id ORDER BY k.led DESC) AS bagfra
    FROM udbud_stedfaestet u
    JOIN sket s ON s.udbud_id = u.udbud_id
    JOIN udbud_kaede k ON k.datasaet = u.datasaet AND k.udbud_id = u.udbud_id
    WHERE u.datasaet = $datasaet AND u.enhed <> 'klinik'
),
aaben AS (
    SELECT r.*, coalesce(p.omraade_id, 'ikke_stedfaestet') AS omraade_id,
        CASE WHEN p.omraade_id IS NULL AND r.kendt_niveau = 'region' THEN r.kendt_id END AS kendt_region
    FROM runde r
    JOIN udbud_status s ON s.status = r.status_da AND s.fase = 'udbud'
    LEFT JOIN placering p ON p.kendt_niveau = r.kendt_niveau AND p.kendt_id = r.kendt_id AND p.niveau = $niveau AND p.struktur = $struktur
    WHERE r.bagfra = 1
)
SELECT a.omraade_id, o.navn, o.kort_navn, a.kendt_region, any_value(g.navn) AS kendt_regionsnavn, coalesce(a.foerste_aar, year($dag::DATE))::INTEGER AS aar,
    a.enhed::VARCHAR AS enhed, sum(a.antal)::BIGINT AS antal,
    coalesce(sum(a.antal) FILTER (a.laege_klar), 0)::BIGINT AS med_laege_klar,
    coalesce(sum(a.antal) FILTER (NOT a.laege_klar), 0)::BIGINT AS uden_laege_klar,
    array_to_string(list_sort(list(DISTINCT a.kilde_id)), ';') AS kilder
FROM aaben a
JOIN omraade_med_rest o ON o.niveau = $niveau AND o.struktur = $struktur AND o.omraade_id = a.omraade_id
LEFT JOIN region g ON g.region_id = a.kendt_region
GROUP BY a.omraade_id, o.navn, o.kort_navn, o.orden, a.kendt_region, a.foerste_aar, a.enhed
ORDER BY o.orden, a.kendt_region, aar, enhed;
