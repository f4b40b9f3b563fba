-- The sources of a pool: of the pool itself first, then of its projects, most used first.
-- Parameters: $datasaet, $pulje (pulje_id).
WITH post AS (
    SELECT kilde_id, true AS er_pulje FROM pulje WHERE datasaet = $datasaet AND pulje_id = $pulje
    UNION ALL
    SELECT kilde_id, false FROM puljeprojekt WHERE datasaet = $datasaet AND pulje_id = $pulje
)
SELECT k.kilde_id, k.titel, k.udgiver, k.url, k.dato, k.type, count(*) AS poster
FROM post JOIN kilde k ON k.kilde_id = post.kilde_id
GROUP BY ALL
ORDER BY bool_or(post.er_pulje) DESC, poster DESC, k.kilde_id;
