-- Doctors with a place of their own in every area of a level, on the newest day that most areas are counted on.
-- Parameters: $niveau, $struktur, $datasaet, $senest (a day).
WITH raekke AS (
    SELECT * FROM laegestand_stedfaestet
    WHERE datasaet = $datasaet AND kendt_niveau = $niveau AND ansaettelse = 'ejer' AND dato <= $senest
),
dag AS (
    SELECT dato FROM raekke GROUP BY dato ORDER BY count(DISTINCT kendt_id) DESC, dato DESC LIMIT 1
),
stoerrelse AS (
    SELECT niveau, omraade_id, count(*) AS kommuner FROM omraade_kommune WHERE niveau = $niveau GROUP BY ALL
),
-- of one area and one age: a region that two others became is the sum of them, and of no less than all of it
pr_alder AS (
    SELECT p.omraade_id, r.dato, r.aldersgruppe, sum(r.laeger) AS laeger, bool_or(r.skjult) AS skjult,
        sum(s.kommuner) AS kommuner, list(DISTINCT r.kilde_id) AS kilder
    FROM raekke r JOIN dag ON dag.dato = r.dato
    JOIN placering p ON p.kendt_niveau = r.kendt_niveau AND p.kendt_id = r.kendt_id AND p.niveau = $niveau AND p.struktur = $struktur
    JOIN stoerrelse s ON s.omraade_id = r.kendt_id
    GROUP BY ALL
),
alder AS (
    SELECT a.omraade_id, a.dato, a.aldersgruppe, CASE WHEN a.skjult THEN NULL ELSE a.laeger END AS laeger, a.kilder
    FROM pr_alder a JOIN stoerrelse s ON s.omraade_id = a.omraade_id AND s.kommuner = a.kommuner
),
omraade_alder AS (
    SELECT omraade_id, dato,
        coalesce(max(laeger) FILTER (aldersgruppe = 'alle'),
            CASE WHEN count(laeger) FILTER (aldersgruppe <> 'alle') = 8 THEN sum(laeger) FILTER (aldersgruppe <> 'alle') END) AS laeger,
        [max(laeger) FILTER (aldersgruppe = 'u40'), max(laeger) FILTER (aldersgruppe = '40-44'), max(laeger) FILTER (aldersgruppe = '45-49'),
         max(laeger) FILTER (aldersgruppe = '50-54'), max(laeger) FILTER (aldersgruppe = '55-59'), max(laeger) FILTER (aldersgruppe = '60-64'),
         max(laeger) FILTER (aldersgruppe = '65-69'), max(laeger) FILTER (aldersgruppe = '70+')] AS aldre,
        list_sort(list_distinct(flatten(list(kilder)))) AS kilder
    FROM alder GROUP BY ALL
)
SELECT a.omraade_id, o.navn, o.kort_navn, v.omraade_id AS uddannelsesregion, a.dato, a.laeger::BIGINT AS laeger,
    -- ages are known when all of them are
    CASE WHEN list_count(a.aldre) = 8 THEN a.aldre::INTEGER[] END AS aldre, a.kilder
FROM omraade_alder a
JOIN omraade o ON o.niveau = $niveau AND o.struktur = $struktur AND o.omraade_id = a.omraade_id
LEFT JOIN placering v ON v.kendt_niveau = $niveau AND v.kendt_id = a.omraade_id AND v.niveau = 'videreuddannelsesregion' AND v.struktur = $struktur
WHERE a.laeger IS NOT NULL
ORDER BY o.orden;
