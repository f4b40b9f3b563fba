-- The pools of a dataset, the newest first.
-- Parameter: $datasaet.
SELECT pulje_id, navn, ramme_kr::DOUBLE AS ramme_kr, ansoegninger, stoettede_projekter, periode, andel_nord_sjaelland_mindst, kilde_id, note
FROM pulje WHERE datasaet = $datasaet ORDER BY left(periode, 4) DESC, raekke;
