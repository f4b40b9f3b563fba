-- A user's own group as a level of its own, with two areas: the group, and the rest of the country. Everything that rests
-- on levels then answers for it, and the sum of the two (and of what is not placed) is the national figure.
-- Parameters: $niveau (the code of the group, which is also the group's id), $navn, $kommuner[], and the id and name of
-- the rest, $udenfor and $udenfor_navn. Each statement takes those that it names.
INSERT INTO omraade_kommune
SELECT $niveau, CASE WHEN list_contains($kommuner, kommunekode) THEN $niveau ELSE $udenfor END, kommunekode, true FROM kommune;

INSERT INTO omraade
SELECT $niveau, s.struktur, o.omraade_id, o.navn, o.navn, o.orden
FROM struktur s CROSS JOIN (VALUES ($niveau, $navn, 1), ($udenfor, $udenfor_navn, 2)) o (omraade_id, navn, orden);

INSERT INTO omraade_med_rest
SELECT niveau, struktur, omraade_id, navn, kort_navn, orden, false, true FROM omraade WHERE niveau = $niveau
UNION ALL
SELECT $niveau, struktur, omraade_id, navn, kort_navn, orden, true, true FROM omraade_med_rest WHERE niveau = 'kommune' AND er_rest;

INSERT INTO placering
WITH stoerrelse AS (
    SELECT niveau, omraade_id, count(*) AS kommuner FROM omraade_kommune WHERE niveau NOT LIKE 'gruppe.%' GROUP BY niveau, omraade_id
)
SELECT kendt.niveau, kendt.omraade_id, $niveau, struktur.struktur, maal.omraade_id
FROM omraade_kommune kendt
JOIN omraade_kommune maal ON maal.kommunekode = kendt.kommunekode AND maal.niveau = $niveau
JOIN stoerrelse ON stoerrelse.niveau = kendt.niveau AND stoerrelse.omraade_id = kendt.omraade_id
CROSS JOIN struktur
GROUP BY ALL
HAVING count(*) = any_value(stoerrelse.kommuner);

INSERT INTO omraade_folketal
SELECT m.niveau, m.omraade_id, f.dato, sum(f.indbyggere), sum(f.indbyggere_65_79), sum(f.indbyggere_80plus), sum(k.areal_km2)
FROM omraade_kommune m
JOIN folketal f ON f.kommunekode = m.kommunekode
JOIN kommune k ON k.kommunekode = m.kommunekode
WHERE m.niveau = $niveau
GROUP BY m.niveau, m.omraade_id, f.dato
HAVING count(*) = (SELECT count(*) FROM omraade_kommune n WHERE n.niveau = m.niveau AND n.omraade_id = m.omraade_id);
