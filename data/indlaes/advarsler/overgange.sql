-- Steps of a life cycle that are allowed, but rare: often an event was forgotten.
WITH haendelse AS (
    SELECT raekke, status, lag(status) OVER (PARTITION BY udbud_id ORDER BY raekkefoelge) AS fra_status
    FROM udbud_haendelse WHERE datasaet = 'egne'
)
SELECT 'udbud_haendelse' AS tabel, 'egne' AS datasaet, h.raekke, 'status' AS kolonne, h.status AS vaerdi,
    'Et usædvanligt forløb' || coalesce(' efter »' || h.fra_status || '«', '') || '. ' || o.forklaring || ' Mangler der en hændelse?' AS besked
FROM haendelse h
JOIN udbud_overgang o ON o.fra_status IS NOT DISTINCT FROM h.fra_status AND o.til_status = h.status
WHERE o.usaedvanlig;
