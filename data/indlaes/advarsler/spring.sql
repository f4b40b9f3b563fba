-- A number that is ten times, or a tenth of, the one before it in the same place: often a slip of the decimal comma.
WITH maaling AS (
    SELECT 'noegletal' AS tabel, raekke, 'vaerdi' AS kolonne, omraade_type || ' ' || omraade || ' ' || noegletal AS serie,
        left(dato, 4)::INTEGER AS aar, dato AS orden, vaerdi
    FROM noegletal WHERE datasaet = 'egne' AND foretrukken
    UNION ALL
    SELECT 'hu_forloeb', raekke, unnest(['dimensioneret', 'opslaaet', 'besat']), omraade_type || ' ' || omraade || ' ' || coalesce(runde, 0),
        aar, aar::VARCHAR, unnest([dimensioneret, opslaaet, besat])
    FROM hu_forloeb WHERE datasaet = 'egne' AND foretrukken
),
foer AS (
    SELECT *, lag(vaerdi) OVER forloeb AS foer_vaerdi, lag(aar) OVER forloeb AS foer_aar
    FROM maaling WHERE vaerdi IS NOT NULL
    WINDOW forloeb AS (PARTITION BY tabel, serie, kolonne ORDER BY orden)
)
SELECT tabel, 'egne' AS datasaet, raekke, kolonne, printf('%.10g', vaerdi) AS vaerdi,
    CASE WHEN vaerdi > foer_vaerdi THEN 'Tallet er mindst ti gange' ELSE 'Tallet er højst en tiendedel af' END
        || ' det forrige (' || printf('%.10g', foer_vaerdi) || ' i ' || foer_aar || '). Er kommaet rigtigt?' AS besked
FROM foer
WHERE (foer_vaerdi > 0 AND vaerdi >= 10 * foer_vaerdi) OR (vaerdi > 0 AND foer_vaerdi >= 10 * vaerdi AND foer_vaerdi >= 10);
