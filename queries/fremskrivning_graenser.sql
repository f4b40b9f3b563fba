-- The year that the projection sets out from, and its last. No parameters; no row without a projection.
SELECT max(fremskrevet_fra)::INTEGER AS fra_aar, max(year(dato))::INTEGER AS til_aar FROM fremskrivning HAVING count(*) > 0;
