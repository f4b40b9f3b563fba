-- The kommune that most records of a dataset are about, so that a question about one area is one that has something to
-- show. No row when the dataset names no kommune.
-- Parameter: $datasaet.
WITH sted AS (
    SELECT kommunekode FROM udbud WHERE datasaet = $datasaet
    UNION ALL SELECT kommunekode FROM klinik WHERE datasaet = $datasaet
    UNION ALL SELECT kommunekode FROM noegletal WHERE datasaet = $datasaet
    UNION ALL SELECT kommunekode FROM puljeprojekt_kommune WHERE datasaet = $datasaet
)
SELECT kommunekode FROM sted WHERE kommunekode IS NOT NULL
GROUP BY kommunekode ORDER BY count(*) DESC, kommunekode LIMIT 1;
