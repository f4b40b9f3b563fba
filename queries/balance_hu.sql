-- HU-forløb that began, where the posts themselves do not tell: from the register of those who began and finished.
-- Parameter: $datasaet.
SELECT v.videreuddannelsesregion_id AS omraade_id, h.aar::INTEGER AS aar, h.paabegyndt::BIGINT AS besat, h.kilde_id AS kilder
FROM hu_faerdige h
JOIN videreuddannelsesregion v ON v.kort_navn = h.videreuddannelsesregion
WHERE h.datasaet = $datasaet AND h.paabegyndt IS NOT NULL
ORDER BY v.raekke, h.aar;
