-- Assumptions that a dataset measures, in the unit of the equations (a share of one, months): who finished of those who
-- left the training, how much longer it took, how many of the finished have a place of their own, and how many of the
-- country's places were given up in a year.
-- Parameter: $datasaet.
WITH faerdige AS (
    SELECT *, coalesce(faerdige, 0) AS n FROM hu_faerdige WHERE datasaet = $datasaet
),
bosat AS (
    SELECT b.*, (b.faerdig_til, b.opgjort_efter_aar) = max((b.faerdig_til, b.opgjort_efter_aar)) OVER () AS er_nyest,
        -- the finest level only: an area and its parts hold the same doctors
        coalesce(n.orden, 0) = max(coalesce(n.orden, 0)) FILTER (n.orden IS NOT NULL) OVER (PARTITION BY b.ansaettelse, b.faerdig_til, b.opgjort_efter_aar)
            OR n.orden IS NULL AS taeller
    FROM bosaetning b LEFT JOIN niveau n ON n.niveau = b.omraade_type
    WHERE b.datasaet = $datasaet
),
opgivet AS (
    -- who sold and goes on working is still a doctor with a place; a kind that is not told is not known to be 0
    SELECT kendt_niveau, kendt_id, aar, sum(antal) AS antal, list(DISTINCT kilde_id) AS kilder
    FROM laegebevaegelse_stedfaestet
    WHERE datasaet = $datasaet AND aldersgruppe = 'alle' AND NOT skjult AND art IN ('pension', 'salg_ophoerer', 'lukket')
    GROUP BY ALL HAVING count(DISTINCT art) = 3
),
bestand AS (
    -- owners at the end of a year; a count of 1 January is one of the day before
    SELECT kendt_niveau, kendt_id, year(dato - 1) AS aar, laeger AS antal, [kilde_id] AS kilder
    FROM laegestand_stedfaestet
    WHERE datasaet = $datasaet AND aldersgruppe = 'alle' AND NOT skjult AND ansaettelse = 'ejer' AND strftime(dato, '%m-%d') IN ('12-31', '01-01')
    QUALIFY row_number() OVER (PARTITION BY kendt_niveau, kendt_id, year(dato - 1) ORDER BY dato) = 1
),
begge AS (
    SELECT 'opgivet' AS hvad, * FROM opgivet UNION ALL SELECT 'bestand', * FROM bestand
),
daekket AS (
    -- each area's number is spread over its kommuner, so that the sum over them is that of the areas
    SELECT b.hvad, b.aar, b.kendt_niveau, sum(b.antal / s.kommuner) AS antal, list(b.kilder) AS kilder
    FROM begge b
    JOIN omraade_kommune k ON k.niveau = b.kendt_niveau AND k.omraade_id = b.kendt_id
    JOIN (SELECT niveau, omraade_id, count(*) AS kommuner FROM omraade_kommune GROUP BY ALL) s ON s.niveau = b.kendt_niveau AND s.omraade_id = b.kendt_id
    GROUP BY ALL
    -- the country is known by a level when its areas hold each of the kommuner once; the coarsest such level is taken
    HAVING count(*) = (SELECT count(*) FROM kommune) AND count(DISTINCT k.kommunekode) = count(*)
),
landets AS (
    SELECT d.* FROM daekket d JOIN niveau n ON n.niveau = d.kendt_niveau
    QUALIFY row_number() OVER (PARTITION BY d.hvad, d.aar ORDER BY n.orden) = 1
),
afgang AS (
    SELECT o.aar, o.antal AS opgivet, b.antal AS bestand, list_concat(flatten(o.kilder), flatten(b.kilder)) AS kilder
    FROM landets o JOIN landets b ON b.hvad = 'bestand' AND b.aar = o.aar - 1
    WHERE o.hvad = 'opgivet' AND b.antal > 0
)
SELECT 'c' AS antagelse, sum(n)::DOUBLE / sum(n + afbrudt) AS vaerdi, 'hu_faerdige' AS tabel, min(aar)::INTEGER AS fra_aar, max(aar)::INTEGER AS til_aar,
    array_to_string(list_sort(list(DISTINCT kilde_id)), ';') AS kilder
FROM faerdige WHERE faerdige IS NOT NULL AND afbrudt IS NOT NULL HAVING sum(n + afbrudt) > 0
UNION ALL
SELECT 'delta', sum(n * orlov_maaneder_gns) / sum(n), 'hu_faerdige', min(aar)::INTEGER, max(aar)::INTEGER, array_to_string(list_sort(list(DISTINCT kilde_id)), ';')
FROM faerdige WHERE faerdige > 0 AND orlov_maaneder_gns IS NOT NULL HAVING count(*) > 0
UNION ALL
SELECT 's', (sum(antal) FILTER (ansaettelse = 'ejer'))::DOUBLE / sum(antal) FILTER (ansaettelse = 'alle'), 'bosaetning',
    min(faerdig_fra)::INTEGER, max(faerdig_til)::INTEGER, array_to_string(list_sort(list(DISTINCT kilde_id)), ';')
FROM bosat WHERE er_nyest AND taeller
HAVING sum(antal) FILTER (ansaettelse = 'ejer') IS NOT NULL AND sum(antal) FILTER (ansaettelse = 'alle') > 0
UNION ALL
SELECT 'e', sum(opgivet) / sum(bestand), 'laegebevaegelse', min(aar)::INTEGER, max(aar)::INTEGER,
    array_to_string(list_sort(list_distinct(flatten(list(kilder)))), ';')
FROM afgang HAVING count(*) > 0;
