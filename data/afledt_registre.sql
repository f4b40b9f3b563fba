-- What is computed of the rows of the registers. It can be run again when they have changed: the rest of what is derived
-- (afledt.sql) are views of them, or geography.

-- All rounds of the same number share a chain, named after its first round.
CREATE OR REPLACE TABLE udbud_kaede AS
WITH RECURSIVE kaede AS (
    SELECT datasaet, udbud_id, udbud_id AS kaede_id, 1 AS led FROM udbud WHERE forrige_udbud_id IS NULL
    UNION ALL
    SELECT u.datasaet, u.udbud_id, k.kaede_id, k.led + 1
    FROM udbud u JOIN kaede k ON k.datasaet = u.datasaet AND k.udbud_id = u.forrige_udbud_id
)
SELECT * FROM kaede;

-- The years each register speaks of, one row for each register that holds anything: without a date in any row there are
-- no years. Forecasts do not count as known. A pool without projects speaks of its own period.
CREATE OR REPLACE TABLE register_aar AS
SELECT datasaet, 'udbud' AS register, min(year(dag)) AS foerste_aar, max(year(dag)) AS sidste_aar FROM udbud_stedfaestet GROUP BY datasaet
UNION ALL
SELECT datasaet, 'klinik', coalesce(min(year(fra_dag)), min(year(til_dag))), max(year(coalesce(til_dag, fra_dag))) FROM klinik_stedfaestet GROUP BY datasaet
UNION ALL
SELECT u.datasaet, 'pulje', coalesce(min(j.aar_fra), min(left(u.periode, 4)::BIGINT)), coalesce(max(j.aar_fra), max(left(u.periode, 4)::BIGINT))
FROM pulje u LEFT JOIN puljeprojekt j ON j.datasaet = u.datasaet AND j.pulje_id = u.pulje_id GROUP BY u.datasaet
UNION ALL
SELECT datasaet, 'hu_forloeb', min(aar) FILTER (er_kendt), max(aar) FILTER (er_kendt)
FROM (SELECT datasaet, aar, NOT er_prognose AND coalesce(dimensioneret, opslaaet, besat, ubesat) IS NOT NULL AS er_kendt FROM hu_forloeb)
GROUP BY datasaet
UNION ALL
SELECT datasaet, 'tiltag', min(year(fra_dag)), max(year(fra_dag)) FROM tiltag_stedfaestet GROUP BY datasaet
UNION ALL
SELECT datasaet, 'laeger', min(aar), max(aar)
FROM (SELECT datasaet, year(dato) AS aar FROM laegestand UNION ALL SELECT datasaet, aar FROM laegebevaegelse) GROUP BY datasaet
UNION ALL
-- a plan is known from the day it was made; the years it is for are a forecast
SELECT datasaet, 'udbudsplan', min(left(beslutning_dato, 4)::BIGINT), max(left(beslutning_dato, 4)::BIGINT) FROM udbudsplan GROUP BY datasaet
UNION ALL
SELECT datasaet, 'bosaetning', min(fra), max(til)
FROM (SELECT datasaet, faerdig_fra AS fra, faerdig_til AS til FROM bosaetning UNION ALL SELECT datasaet, aar, aar FROM hu_faerdige) GROUP BY datasaet
UNION ALL
SELECT datasaet, 'maaltal', min(year(gyldig_fra)), max(year(gyldig_fra))
FROM (SELECT datasaet, gyldig_fra FROM maalsaet UNION ALL SELECT datasaet, gyldig_fra FROM maaltal) GROUP BY datasaet
UNION ALL
SELECT datasaet, 'truet', min(year(gyldig_fra)), max(year(gyldig_fra)) FROM truet_udpegning GROUP BY datasaet
UNION ALL
SELECT n.datasaet, 'noegletal', min(year(s.dag)), max(year(s.dag))
FROM noegletal n LEFT JOIN noegletal_stedfaestet s ON s.datasaet = n.datasaet AND s.raekke = n.raekke AND NOT s.er_prognose
GROUP BY n.datasaet
UNION ALL
SELECT 'faelles', 'befolkning', min(year(dato)), max(year(dato)) FROM folketal
UNION ALL
SELECT 'faelles', 'laegekontakt', min(aar), max(aar) FROM laegekontakt;
