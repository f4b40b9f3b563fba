-- Every round of the tender register that is about an area, or may be: where, what, when, who applied, what became of
-- it, and who says so. A decision without a known offer is a row too, but `er_udbudt` is false and it is never counted
-- as offered.
-- Parameters: $datasaet, $niveau, $struktur, $omraade ('' = the whole country), $fra, $til (dates or NULL).
WITH indenfor AS (
    SELECT kendt_niveau, kendt_id FROM placering
    WHERE niveau = $niveau AND struktur = $struktur AND omraade_id = $omraade
),
beroert AS (
    -- what is known for a larger area only, of which the chosen one is a part, may be about the chosen one
    SELECT DISTINCT kendt.niveau AS kendt_niveau, kendt.omraade_id AS kendt_id
    FROM omraade_kommune kendt JOIN omraade_kommune valgt ON valgt.kommunekode = kendt.kommunekode
    WHERE valgt.niveau = $niveau AND valgt.omraade_id = $omraade
),
haendelse AS (
    SELECT udbud_id,
        -- when a doctor first had it; a later, finer date would make the wait longer than it was
        arg_min(coalesce(dato, ''), raekkefoelge) FILTER (status IN ('tildelt', 'besat', 'konverteret_plo')) AS laege_dato,
        arg_max(status, raekkefoelge) FILTER (status IN ('ansoegere', 'ingen_ansoegere', 'genopslag')) AS soegning
    FROM udbud_haendelse WHERE datasaet = $datasaet GROUP BY udbud_id
),
foerste AS (
    SELECT k.kaede_id, any_value(u.opslag_dato) AS foerste_opslag
    FROM udbud u JOIN udbud_kaede k ON k.datasaet = u.datasaet AND k.udbud_id = u.udbud_id AND k.led = 1
    WHERE u.datasaet = $datasaet GROUP BY k.kaede_id
),
runde AS (
    SELECT u.*, k.kaede_id, k.led, s.navn AS status_navn, s.udfaldsgruppe, s.fase,
        CASE WHEN $omraade = '' OR i.kendt_id IS NOT NULL THEN 'inde' WHEN b.kendt_id IS NOT NULL THEN 'maaske' END AS plads
    FROM udbud_stedfaestet u
    JOIN udbud_kaede k ON k.datasaet = u.datasaet AND k.udbud_id = u.udbud_id
    JOIN udbud_status s ON s.status = u.status
    LEFT JOIN indenfor i ON i.kendt_niveau = u.kendt_niveau AND i.kendt_id = u.kendt_id
    LEFT JOIN beroert b ON b.kendt_niveau = u.kendt_niveau AND b.kendt_id = u.kendt_id
    WHERE u.datasaet = $datasaet
      AND ($fra IS NULL OR u.dag >= $fra) AND ($til IS NULL OR u.dag <= $til)
)
SELECT
    r.udbud_id, r.kaede_id, r.led, r.plads, r.kendt_niveau, r.kendt_id, r.region, kom.navn AS kommune, r.sted,
    r.enhed::VARCHAR AS enhed, r.antal, r.er_udbudt,
    -- each lot stands once, in its last offered round of the period
    r.er_udbudt AND r.led = max(CASE WHEN r.er_udbudt THEN r.led END) OVER kaede AS er_sidste,
    r.led < max(r.led) OVER kaede AS har_senere_runde,
    r.runde_nr AS runde,
    r.opslag_dato, r.dato, r.opslag_praecision::VARCHAR AS opslag_praecision, r.status, r.status_navn, r.status_dato, r.fase,
    CASE WHEN r.status IN ('fordelt', 'omfordelt') THEN 'fordelt' ELSE r.udfaldsgruppe END AS udfald,
    -- "taken" is said of the units that went to a doctor, not of the whole lot
    CASE WHEN r.udfaldsgruppe = 'besat' THEN r.antal_tildelt ELSE 0 END::INTEGER AS antal_laege,
    r.antal_ansoegere, r.laege_klar,
    CASE
        WHEN r.antal_ansoegere > 0 THEN 'ansoegere'
        WHEN r.antal_ansoegere = 0 OR r.status = 'ingen_ansoegere' THEN 'ingen'
        WHEN h.soegning = 'ansoegere' THEN 'ansoegere'
        WHEN h.soegning = 'ingen_ansoegere' THEN 'ingen'
        ELSE 'ikke_oplyst'
    END AS soegning,
    CASE WHEN length(f.foerste_opslag) = 10 AND length(h.laege_dato) = 10 THEN date_diff('day', f.foerste_opslag::DATE, h.laege_dato::DATE) END::INTEGER AS dage,
    r.note, kil.kilde_id, kil.titel, kil.udgiver, kil.url, kil.dato AS kilde_dato
FROM runde r
JOIN foerste f ON f.kaede_id = r.kaede_id
JOIN kilde kil ON kil.kilde_id = r.kilde_id
LEFT JOIN haendelse h ON h.udbud_id = r.udbud_id
LEFT JOIN kommune kom ON kom.kommunekode = r.kommunekode
WHERE r.plads IS NOT NULL
WINDOW kaede AS (PARTITION BY r.kaede_id)
ORDER BY r.dag DESC NULLS LAST, r.sted, r.led;
