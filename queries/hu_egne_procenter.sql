-- Fill rates that a source states itself, of whatever denominator it used. Parameter: $datasaet.
SELECT h.kendt_niveau, h.kendt_id, coalesce(o.navn, h.omraade) AS navn, h.aar::INTEGER AS aar, h.besaettelsesgrad_pct,
    h.dimensioneret::BIGINT AS dimensioneret, h.opslaaet::BIGINT AS opslaaet, h.besat::BIGINT AS besat,
    h.er_prognose, h.foretrukken, h.note, h.kilde_id
FROM hu_stedfaestet h
LEFT JOIN (SELECT DISTINCT niveau, omraade_id, navn FROM omraade) o ON o.niveau = h.kendt_niveau AND o.omraade_id = h.kendt_id
WHERE h.datasaet = $datasaet AND h.besaettelsesgrad_pct IS NOT NULL
ORDER BY h.aar, h.kendt_niveau = 'land' DESC, h.omraade;
