-- First and last year of each register in a dataset; forecasts do not count.
-- Parameter: $datasaet.
SELECT register, foerste_aar::INTEGER AS foerste_aar, sidste_aar::INTEGER AS sidste_aar
FROM register_aar WHERE datasaet IN ($datasaet, 'faelles');
