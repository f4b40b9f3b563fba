-- The sources that rows of a dataset's registers rest on. Parameter: $datasaet.
SELECT kilde_id FROM kilde_brugt WHERE datasaet = $datasaet;
