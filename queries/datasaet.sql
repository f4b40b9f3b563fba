-- The datasets that hold something, with the years their registers speak of. What stands on a day, is planned, or looks
-- back over whole careers is not chosen by its years: those count only where there is nothing else.
WITH aarene AS (
    SELECT *, register IN ('laeger', 'udbudsplan', 'bosaetning', 'maaltal', 'truet') AS uden_aarsvalg FROM register_aar
)
SELECT datasaet,
    coalesce(min(foerste_aar) FILTER (NOT uden_aarsvalg), min(foerste_aar))::INTEGER AS foerste_aar,
    coalesce(max(sidste_aar) FILTER (NOT uden_aarsvalg), max(sidste_aar))::INTEGER AS sidste_aar
FROM aarene WHERE datasaet <> 'faelles'
GROUP BY datasaet ORDER BY datasaet;
