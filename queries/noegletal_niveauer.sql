-- The levels at which each measured indicator is known in a dataset. Parameters: $datasaet.
SELECT DISTINCT noegletal, kendt_niveau
FROM noegletal_stedfaestet
WHERE datasaet = $datasaet AND foretrukken AND NOT er_prognose
ORDER BY noegletal, kendt_niveau
