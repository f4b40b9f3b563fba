-- All pools of a dataset with what is known of their projects, in the order of the file. Frames may lie inside each
-- other (one frame holds two rounds), so they have no sum.
-- Parameter: $datasaet.
WITH kendt AS (
    SELECT
        pulje_id,
        count(*) AS beskrevne,
        count(*) FILTER (status <> 'ordning') AS bevilgede,
        count(*) FILTER (medregnes) AS medregnede,
        count(*) FILTER (mangler_beloeb) AS uden_beloeb,
        sum(beloeb_kr) FILTER (medregnes)::DOUBLE AS beloeb_kr
    FROM puljeprojekt_stedfaestet WHERE datasaet = $datasaet
    GROUP BY pulje_id
)
SELECT
    p.pulje_id, p.navn, p.periode, p.ramme_kr::DOUBLE AS ramme_kr, p.ansoegninger, p.stoettede_projekter, p.note,
    coalesce(k.beskrevne, 0)::BIGINT AS beskrevne,
    coalesce(k.bevilgede, 0)::BIGINT AS bevilgede,
    coalesce(k.medregnede, 0)::BIGINT AS medregnede,
    coalesce(k.uden_beloeb, 0)::BIGINT AS uden_beloeb,
    k.beloeb_kr
FROM pulje p LEFT JOIN kendt k ON k.pulje_id = p.pulje_id
WHERE p.datasaet = $datasaet
ORDER BY p.raekke;
