-- What each register of a dataset holds and whether it is complete, for "Hvad ved vi ikke?".
-- Parameter: $datasaet.
WITH antal AS (
    SELECT 'udbud' AS register, count(*) AS poster FROM udbud WHERE datasaet = $datasaet
    UNION ALL SELECT 'klinik', count(*) FROM klinik WHERE datasaet = $datasaet
    UNION ALL SELECT 'pulje', count(*) FROM puljeprojekt WHERE datasaet = $datasaet
    UNION ALL SELECT 'hu_forloeb', count(*) FROM hu_forloeb WHERE datasaet = $datasaet
    UNION ALL SELECT 'tiltag', count(*) FROM tiltag WHERE datasaet = $datasaet
    UNION ALL SELECT 'laeger', (SELECT count(*) FROM laegestand WHERE datasaet = $datasaet) + (SELECT count(*) FROM laegebevaegelse WHERE datasaet = $datasaet)
    UNION ALL SELECT 'udbudsplan', count(*) FROM udbudsplan WHERE datasaet = $datasaet
    UNION ALL SELECT 'bosaetning', (SELECT count(*) FROM bosaetning WHERE datasaet = $datasaet) + (SELECT count(*) FROM hu_faerdige WHERE datasaet = $datasaet)
    UNION ALL SELECT 'maaltal', count(*) FROM maaltal WHERE datasaet = $datasaet
    UNION ALL SELECT 'truet', count(*) FROM truet_udpegning WHERE datasaet = $datasaet
    UNION ALL SELECT 'noegletal', count(*) FROM noegletal WHERE datasaet = $datasaet
)
SELECT a.register, n.navn, a.poster, r.foerste_aar::INTEGER AS foerste_aar, r.sidste_aar::INTEGER AS sidste_aar, f.komplet, f.begrundelse
FROM antal a
JOIN register n ON n.register = a.register
JOIN fuldstaendighed f ON f.datasaet = $datasaet AND f.register = a.register::register_navn AND f.niveau = 'alle'
LEFT JOIN register_aar r ON r.datasaet = $datasaet AND r.register = a.register
WHERE a.poster > 0;
