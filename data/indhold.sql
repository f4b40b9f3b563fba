-- What came out of a build: rows, first and last year per dataset and table. "Loaded" is not "right": this is read.
WITH linje AS (
    SELECT datasaet, 'udbud' AS tabel, left(coalesce(opslag_dato, status_dato), 4)::INTEGER AS aar FROM udbud
    UNION ALL SELECT datasaet, 'udbud_haendelse', left(dato, 4)::INTEGER FROM udbud_haendelse
    UNION ALL SELECT datasaet, 'klinik', left(coalesce(til_dato, fra_dato), 4)::INTEGER FROM klinik
    UNION ALL SELECT datasaet, 'pulje', left(periode, 4)::INTEGER FROM pulje
    UNION ALL SELECT datasaet, 'puljeprojekt', aar_fra FROM puljeprojekt
    UNION ALL SELECT datasaet, 'hu_forloeb', aar FROM hu_forloeb
    UNION ALL SELECT datasaet, 'tiltag', left(fra_dato, 4)::INTEGER FROM tiltag
    UNION ALL SELECT datasaet, 'laegestand', year(dato) FROM laegestand
    UNION ALL SELECT datasaet, 'laegebevaegelse', aar FROM laegebevaegelse
    UNION ALL SELECT datasaet, 'udbudsplan', aar FROM udbudsplan
    UNION ALL SELECT datasaet, 'bosaetning', faerdig_til FROM bosaetning
    UNION ALL SELECT datasaet, 'hu_faerdige', aar FROM hu_faerdige
    UNION ALL SELECT datasaet, 'maalsaet', year(gyldig_fra) FROM maalsaet
    UNION ALL SELECT datasaet, 'maaltal', year(gyldig_fra) FROM maaltal
    UNION ALL SELECT datasaet, 'truet_udpegning', year(gyldig_fra) FROM truet_udpegning
    UNION ALL SELECT datasaet, 'noegletal', left(dato, 4)::INTEGER FROM noegletal
    UNION ALL SELECT datasaet, 'kilde', left(dato, 4)::INTEGER FROM kilde
    UNION ALL SELECT 'faelles', 'folketal', year(dato) FROM folketal
    UNION ALL SELECT 'faelles', 'fremskrivning', year(dato) FROM fremskrivning
    UNION ALL SELECT 'faelles', 'laegekontakt', aar FROM laegekontakt
    UNION ALL SELECT 'faelles', 'kommune', NULL FROM kommune
    UNION ALL SELECT 'faelles', 'sundhedsraad', NULL FROM sundhedsraad
    UNION ALL SELECT 'faelles', 'region', NULL FROM region
    UNION ALL SELECT datasaet, 'noegletal_katalog', NULL FROM noegletal_katalog
    UNION ALL SELECT 'faelles', 'ordliste', NULL FROM ordliste
)
SELECT datasaet, tabel, count(*) AS raekker, min(aar) AS foerste_aar, max(aar) AS sidste_aar
FROM linje
GROUP BY datasaet, tabel
ORDER BY datasaet, tabel;
