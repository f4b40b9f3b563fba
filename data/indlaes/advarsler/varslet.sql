-- Clinics that are announced: allowed, but easily a slip of the year. Parameter: $i_dag.
SELECT 'klinik' AS tabel, 'egne' AS datasaet, raekke, kolonne, dato AS vaerdi, 'Datoen ligger i fremtiden. Er det en varslet dato, så skriv det i Bemærkning.' AS besked
FROM (
    SELECT raekke, unnest(['fra_dato', 'til_dato']) AS kolonne, unnest([fra_dato, til_dato]) AS dato
    FROM klinik WHERE datasaet = 'egne'
)
WHERE dato > left($i_dag, length(dato));
