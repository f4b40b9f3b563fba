-- Known clinics that are not PLO-klinikker, one row each, for an area and a period: not known to have ended before the
-- period or begun after it.
-- Parameters: $datasaet, $niveau, $struktur, $omraade ('' = the whole country), $fra, $til (dates or NULL).
WITH indenfor AS (
    SELECT kendt_niveau, kendt_id FROM placering
    WHERE niveau = $niveau AND struktur = $struktur AND omraade_id = $omraade
)
SELECT c.klinik_id, c.navn, c.sted, kom.navn AS kommune, c.region, c.kliniktype,
    c.fra_dato, c.fra_dag, c.til_dato, c.til_dag, c.efterfoelger_type,
    -- what happened in the period, as opposed to what was there
    c.fra_dag IS NOT NULL AND ($fra IS NULL OR c.fra_dag >= $fra) AND ($til IS NULL OR c.fra_dag <= $til) AS aabnede,
    c.til_dag IS NOT NULL AND ($fra IS NULL OR c.til_dag >= $fra) AND ($til IS NULL OR c.til_dag <= $til) AS ophoerte,
    c.konvertering_lovet_af, c.konvertering_lovet_dato, c.kontraktudloeb_dato, c.kontakt_dato,
    c.patienter, c.patienter_dato, c.note, kil.kilde_id, kil.titel, kil.udgiver, kil.url, kil.dato AS kilde_dato
FROM klinik_stedfaestet c
JOIN kilde kil ON kil.kilde_id = c.kilde_id
LEFT JOIN kommune kom ON kom.kommunekode = c.kommunekode
LEFT JOIN indenfor i ON i.kendt_niveau = c.kendt_niveau AND i.kendt_id = c.kendt_id
WHERE c.datasaet = $datasaet AND ($omraade = '' OR i.kendt_id IS NOT NULL)
  AND ($fra IS NULL OR c.til_dag IS NULL OR c.til_dag >= $fra) AND ($til IS NULL OR c.fra_dag IS NULL OR c.fra_dag <= $til)
ORDER BY coalesce(c.til_dag, c.fra_dag) DESC NULLS LAST, c.navn;
