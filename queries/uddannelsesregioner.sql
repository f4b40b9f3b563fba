-- The videreuddannelsesregioner, in their order.
SELECT videreuddannelsesregion_id AS omraade_id, kort_navn AS navn FROM videreuddannelsesregion ORDER BY raekke;
