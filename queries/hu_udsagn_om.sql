-- Rows without any number that are about an area or a part of it, the newest first.
-- Parameters: $datasaet, $niveau, $struktur, $omraade.
SELECT h.kendt_niveau, coalesce(o.navn, h.omraade) AS navn, h.aar::INTEGER AS aar, h.note, h.kilde_id
FROM hu_stedfaestet h
JOIN placering p ON p.kendt_niveau = h.kendt_niveau AND p.kendt_id = h.kendt_id
    AND p.niveau = $niveau AND p.struktur = $struktur AND p.omraade_id = $omraade
LEFT JOIN (SELECT DISTINCT niveau, omraade_id, navn FROM omraade) o ON o.niveau = h.kendt_niveau AND o.omraade_id = h.kendt_id
WHERE h.datasaet = $datasaet
    AND coalesce(h.dimensioneret, h.opslaaet, h.besat, h.ubesat, h.besaettelsesgrad_pct, h.ekstra_forloeb) IS NULL
ORDER BY h.aar DESC, navn;
