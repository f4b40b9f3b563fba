-- The event log of one lot, across all its rounds.
-- Parameters: $datasaet, $kaede_id (the udbud_id of the first round).
SELECT
    u.udbud_id, u.sted, kom.navn AS kommune, u.region, u.enhed::VARCHAR AS enhed, u.antal AS udbudt, k.led, u.runde_nr AS runde,
    h.raekkefoelge, h.status, s.navn AS haendelse, s.udfaldsgruppe, h.dato, h.antal, h.note, u.note AS rundenote,
    kil.kilde_id, kil.titel, kil.udgiver, kil.url, kil.dato AS kilde_dato
FROM udbud_kaede k
JOIN udbud u ON u.datasaet = k.datasaet AND u.udbud_id = k.udbud_id
JOIN udbud_haendelse h ON h.datasaet = k.datasaet AND h.udbud_id = k.udbud_id
JOIN udbud_status s ON s.status = h.status
JOIN kilde kil ON kil.kilde_id = h.kilde_id
LEFT JOIN kommune kom ON kom.kommunekode = u.kommunekode
WHERE k.datasaet = $datasaet AND k.kaede_id = $kaede_id
ORDER BY k.led, h.raekkefoelge;
