-- The newest day the clinic register of a dataset speaks of: "today", for how long a clinic has waited.
-- Parameter: $datasaet.
SELECT max(greatest(fra_dag, til_dag)) AS dag FROM klinik_stedfaestet WHERE datasaet = $datasaet;
