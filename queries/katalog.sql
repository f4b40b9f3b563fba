-- The catalogue of indicators, in the order of its file.
SELECT * EXCLUDE (raekke) FROM noegletal_katalog ORDER BY raekke;
