-- The catalogue of indicators, in the order of its files; own ones last, each with whether it has figures.
SELECT * EXCLUDE (raekke),
    datasaet = 'faelles' OR noegletal IN (SELECT noegletal FROM noegletal n WHERE n.datasaet = k.datasaet) AS har_tal
FROM noegletal_katalog k ORDER BY datasaet, raekke;
