-- The glossary, in the order of its file.
SELECT * EXCLUDE (raekke) FROM ordliste ORDER BY raekke;
