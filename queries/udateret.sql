-- Tenders without any date: they stand in the whole, but in no period.
-- Parameter: $datasaet.
SELECT count(*) AS runder FROM udbud_stedfaestet WHERE datasaet = $datasaet AND dag IS NULL;
