-- Counts of the same area, year and round from more than one source: the preferred one and the others beside it.
-- Parameter: $datasaet.
WITH talt AS (
    SELECT kendt_niveau, coalesce(o.navn, h.omraade) AS navn, h.aar, h.runde, h.dimensioneret, h.opslaaet, h.besat,
        coalesce(h.ubesat, h.opslaaet - h.besat) AS ubesat, h.er_prognose, h.foretrukken, h.note, h.kilde_id, h.kendt_id
    FROM hu_stedfaestet h
    LEFT JOIN (SELECT DISTINCT niveau, omraade_id, navn FROM omraade) o ON o.niveau = h.kendt_niveau AND o.omraade_id = h.kendt_id
    WHERE h.datasaet = $datasaet AND (h.opslaaet IS NOT NULL OR h.besat IS NOT NULL)
)
SELECT navn, aar::INTEGER AS aar, runde::INTEGER AS runde, dimensioneret::BIGINT AS dimensioneret, opslaaet::BIGINT AS opslaaet,
    besat::BIGINT AS besat, ubesat::BIGINT AS ubesat, er_prognose, foretrukken, note, kilde_id
FROM talt
QUALIFY count(DISTINCT kilde_id) OVER (PARTITION BY kendt_niveau, kendt_id, aar, runde) > 1
ORDER BY aar, runde, foretrukken DESC, opslaaet IS NULL, besat DESC;
