-- The places that the registers name, with the kommune of each; a place can lie in more than one.
SELECT DISTINCT sted, kommunekode
FROM (
    SELECT sted, kommunekode FROM udbud
    UNION ALL
    SELECT sted, kommunekode FROM klinik
)
WHERE kommunekode IS NOT NULL
ORDER BY sted, kommunekode
