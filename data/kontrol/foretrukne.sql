-- Where sources disagree, exactly one training-post row, and at most one indicator row, is preferred.
SELECT 'hu_forloeb' AS tabel, datasaet, max(raekke) AS raekke, 'foretrukken' AS kolonne, omraade || ' ' || aar AS vaerdi,
    'Præcis én række pr. område, år og runde skal være foretrukken; her er der ' || count(*) FILTER (foretrukken) || '.' AS besked
FROM hu_forloeb GROUP BY datasaet, omraade_type, omraade, aar, runde HAVING count(*) FILTER (foretrukken) <> 1
UNION ALL
SELECT 'noegletal', datasaet, max(raekke), 'foretrukken', omraade || ' ' || noegletal || ' ' || dato,
    'Højst én række pr. område, nøgletal og dato må være foretrukken.'
FROM noegletal GROUP BY datasaet, omraade_type, omraade, noegletal, dato HAVING count(*) FILTER (foretrukken) > 1;
