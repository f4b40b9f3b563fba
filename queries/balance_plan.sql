-- What regions plan to offer, by area, year, kind and how sure it is. What is known for a region and no area of the level
-- stands by itself under `ikke_stedfaestet`.
-- Parameters: $niveau, $struktur, $datasaet.
WITH placeret AS (
    SELECT u.*, coalesce(p.omraade_id, 'ikke_stedfaestet') AS omraade_id,
        CASE WHEN p.omraade_id IS NULL AND u.kendt_niveau = 'region' THEN u.kendt_id END AS kendt_region
    FROM udbudsplan_stedfaestet u
    LEFT JOIN placering p ON p.kendt_niveau = u.kendt_niveau AND p.kendt_id = u.kendt_id AND p.niveau = $niveau AND p.struktur = $struktur
    WHERE u.datasaet = $datasaet
)
SELECT u.omraade_id, o.navn, o.kort_navn, u.kendt_region, any_value(g.navn) AS kendt_regionsnavn, u.aar::INTEGER AS aar, u.art, u.enhed::VARCHAR AS enhed,
    u.stadium, sum(u.antal)::BIGINT AS antal, array_to_string(list_sort(list(DISTINCT u.kilde_id)), ';') AS kilder
FROM placeret u
JOIN omraade_med_rest o ON o.niveau = $niveau AND o.struktur = $struktur AND o.omraade_id = u.omraade_id
LEFT JOIN region g ON g.region_id = u.kendt_region
GROUP BY u.omraade_id, o.navn, o.kort_navn, o.orden, u.kendt_region, u.aar, u.art, u.enhed, u.stadium
ORDER BY o.orden, u.kendt_region, u.aar, u.art, enhed, u.stadium;
