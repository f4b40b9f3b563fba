-- Inhabitants of an area year by year: those counted, and after them those expected, marked as such.
-- Parameters: $niveau, $omraade.
SELECT year(dato)::INTEGER AS aar, indbyggere::BIGINT AS indbyggere, indbyggere_80plus::BIGINT AS indbyggere_80plus,
    (indbyggere_65_79 + indbyggere_80plus)::BIGINT AS indbyggere_65plus, false AS er_ventet
FROM omraade_folketal WHERE niveau = $niveau AND omraade_id = $omraade
UNION ALL
SELECT year(f.dato)::INTEGER, sum(f.indbyggere)::BIGINT, sum(f.indbyggere_80plus)::BIGINT,
    sum(f.indbyggere_65_79 + f.indbyggere_80plus)::BIGINT, true
FROM omraade_kommune m JOIN fremskrivning f ON f.kommunekode = m.kommunekode
WHERE m.niveau = $niveau AND m.omraade_id = $omraade AND m.er_kendt
GROUP BY f.dato
HAVING count(*) = (SELECT count(*) FROM omraade_kommune n WHERE n.niveau = $niveau AND n.omraade_id = $omraade)
ORDER BY aar;
