-- How much of each year the register of HU-forløb holds. Parameter: $datasaet.
-- runder: rounds that are over, of which the last is sidste_runde; rummer_prognose: is any of the year's preferred
-- figures a forecast?
SELECT aar::INTEGER AS aar, bool_or(er_prognose) AS rummer_prognose,
    count(DISTINCT runde) FILTER (NOT er_prognose)::INTEGER AS runder,
    (max(runde) FILTER (NOT er_prognose))::INTEGER AS sidste_runde
FROM hu_forloeb
WHERE datasaet = $datasaet AND foretrukken AND coalesce(dimensioneret, opslaaet, besat, ubesat) IS NOT NULL
GROUP BY aar ORDER BY aar;
