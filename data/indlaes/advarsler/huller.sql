-- A year without rows between years with some: perhaps a sheet was forgotten.
WITH aar AS (
    SELECT DISTINCT 'udbud' AS tabel, left(coalesce(opslag_dato, status_dato), 4)::INTEGER AS aar FROM udbud WHERE datasaet = 'egne'
    UNION SELECT 'hu_forloeb', aar FROM hu_forloeb WHERE datasaet = 'egne'
),
foer AS (
    SELECT tabel, aar, lag(aar) OVER (PARTITION BY tabel ORDER BY aar) AS foer_aar FROM aar WHERE aar IS NOT NULL
)
SELECT tabel, 'egne' AS datasaet, 0 AS raekke, '' AS kolonne, '' AS vaerdi,
    'Der er ingen rækker for ' || CASE WHEN aar - foer_aar = 2 THEN (foer_aar + 1)::VARCHAR ELSE (foer_aar + 1) || '-' || (aar - 1) END
        || ', men for årene før og efter. Mangler der noget?' AS besked
FROM foer WHERE aar - foer_aar > 1;
