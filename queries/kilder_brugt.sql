-- The sources that rows of a dataset's registers rest on. Parameter: $datasaet.
SELECT kilde_id FROM udbud WHERE datasaet = $datasaet
UNION SELECT kilde_id FROM udbud_haendelse WHERE datasaet = $datasaet
UNION SELECT kilde_id FROM klinik WHERE datasaet = $datasaet
UNION SELECT kilde_id FROM pulje WHERE datasaet = $datasaet
UNION SELECT kilde_id FROM puljeprojekt WHERE datasaet = $datasaet
UNION SELECT kilde_id FROM hu_forloeb WHERE datasaet = $datasaet
UNION SELECT kilde_id FROM noegletal WHERE datasaet = $datasaet;
