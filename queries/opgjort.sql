-- What each register of a dataset holds, how new it is, and whether it is said to be complete.
-- Parameter: $datasaet.
WITH raekke AS (
    SELECT 'udbud' AS register, coalesce(status_dato, opslag_dato) AS dato, kilde_id FROM udbud WHERE datasaet = $datasaet
    UNION ALL SELECT 'klinik', greatest(coalesce(til_dato, fra_dato), coalesce(patienter_dato, til_dato, fra_dato)), kilde_id FROM klinik WHERE datasaet = $datasaet
    UNION ALL SELECT 'pulje', aar_fra::VARCHAR, kilde_id FROM puljeprojekt WHERE datasaet = $datasaet
    UNION ALL SELECT 'hu_forloeb', aar::VARCHAR, kilde_id FROM hu_forloeb WHERE datasaet = $datasaet AND NOT er_prognose
    UNION ALL SELECT 'tiltag', fra_dato, kilde_id FROM tiltag WHERE datasaet = $datasaet
    UNION ALL SELECT 'laeger', dato::VARCHAR, kilde_id FROM laegestand WHERE datasaet = $datasaet
    UNION ALL SELECT 'laeger', aar::VARCHAR, kilde_id FROM laegebevaegelse WHERE datasaet = $datasaet
    UNION ALL SELECT 'udbudsplan', beslutning_dato, kilde_id FROM udbudsplan WHERE datasaet = $datasaet
    UNION ALL SELECT 'bosaetning', (faerdig_til + opgjort_efter_aar)::VARCHAR, kilde_id FROM bosaetning WHERE datasaet = $datasaet
    UNION ALL SELECT 'bosaetning', aar::VARCHAR, kilde_id FROM hu_faerdige WHERE datasaet = $datasaet
    UNION ALL SELECT 'maaltal', gyldig_fra::VARCHAR, kilde_id FROM maaltal WHERE datasaet = $datasaet
    UNION ALL SELECT 'truet', gyldig_fra::VARCHAR, kilde_id FROM truet_udpegning WHERE datasaet = $datasaet
    UNION ALL SELECT 'noegletal', dato, kilde_id FROM noegletal WHERE datasaet = $datasaet AND NOT er_prognose
)
SELECT r.register, any_value(n.datanavn) AS navn, count(*) AS poster, max(r.dato) AS nyeste_dato, max(k.dato) AS nyeste_kilde, count(DISTINCT r.kilde_id) AS kilder,
    coalesce(any_value(f.komplet), false) AS komplet, any_value(f.fra_aar) AS komplet_fra, any_value(f.til_aar) AS komplet_til,
    coalesce(any_value(f.begrundelse), '') AS begrundelse
FROM raekke r
JOIN register n ON n.register = r.register
JOIN kilde k ON k.kilde_id = r.kilde_id
LEFT JOIN fuldstaendighed f ON f.datasaet = $datasaet AND f.register = r.register::register_navn AND f.niveau = 'alle'
GROUP BY r.register ORDER BY r.register;
