-- How many capacities the inhabitants of each area come to, year by year: those counted, and after them those expected,
-- marked as such. Flat: inhabitants by the norm. By age: the country's flat need shared out by ages, an illustration.
-- Parameters: $niveau, $struktur, $norm (inhabitants a capacity).
WITH folk AS (
    SELECT niveau, omraade_id, year(dato)::INTEGER AS aar, NULL::INTEGER AS fremskrevet_fra,
        indbyggere::BIGINT AS indbyggere, (indbyggere_65_79 + indbyggere_80plus)::BIGINT AS indbyggere_65plus
    FROM omraade_folketal WHERE niveau IN ($niveau, 'land')
    UNION ALL
    SELECT m.niveau, m.omraade_id, year(f.dato)::INTEGER, f.fremskrevet_fra, sum(f.indbyggere)::BIGINT,
        sum(f.indbyggere_65_79 + f.indbyggere_80plus)::BIGINT
    FROM omraade_kommune m JOIN fremskrivning f ON f.kommunekode = m.kommunekode
    WHERE m.niveau IN ($niveau, 'land') AND m.er_kendt
    GROUP BY m.niveau, m.omraade_id, f.dato, f.fremskrevet_fra
    HAVING count(*) = (SELECT count(*) FROM omraade_kommune n WHERE n.niveau = m.niveau AND n.omraade_id = m.omraade_id)
),
land AS (SELECT aar, indbyggere, aldersvaegtede(indbyggere, indbyggere_65plus) AS vaegtede FROM folk WHERE niveau = 'land')
SELECT o.omraade_id, o.navn, o.kort_navn, f.aar, f.fremskrevet_fra IS NOT NULL AS er_ventet, f.fremskrevet_fra,
    f.indbyggere, f.indbyggere_65plus,
    f.indbyggere / $norm::DOUBLE AS behov_flad,
    land.indbyggere / $norm::DOUBLE * aldersvaegtede(f.indbyggere, f.indbyggere_65plus) / land.vaegtede AS behov_alder,
    aldersvaegtede(f.indbyggere, f.indbyggere_65plus) / f.indbyggere / (land.vaegtede / land.indbyggere) AS aldersindeks
FROM omraade o
JOIN folk f ON f.niveau = o.niveau AND f.omraade_id = o.omraade_id
JOIN land ON land.aar = f.aar
WHERE o.niveau = $niveau AND o.struktur = $struktur
ORDER BY o.orden, f.aar;
