-- What training posts rest on (hu_pr_omraade.sql): for each area that a source writes of, each year and each measure the
-- posts and the sources of the preferred rows, parted by ";". Placed, and chosen between, by queries/belaeg.py: the same
-- answer serves every level, figure and period.
-- Parameters: $datasaet, $prognoser (take forecasts too?).
WITH maaling AS (
    SELECT kendt_niveau, kendt_id, aar, runde, kilde_id,
        unnest(['dimensioneret', 'opslaaet', 'besat', 'ubesat']) AS maal,
        unnest([dimensioneret, opslaaet, besat, coalesce(ubesat, opslaaet - besat)]) AS antal
    FROM hu_stedfaestet
    WHERE datasaet = $datasaet AND foretrukken AND ($prognoser OR NOT er_prognose)
),
-- a row for the whole year says more than the rounds that happen to be known
kendt AS (
    SELECT *, bool_or(runde IS NULL) OVER (PARTITION BY kendt_niveau, kendt_id, aar, maal) AS har_helt_aar
    FROM maaling WHERE antal IS NOT NULL
)
SELECT kendt_niveau, kendt_id, aar::INTEGER AS aar, maal, sum(antal)::BIGINT AS antal, string_agg(DISTINCT kilde_id, ';' ORDER BY kilde_id) AS kilder
FROM kendt WHERE runde IS NULL OR NOT har_helt_aar
GROUP BY kendt_niveau, kendt_id, aar, maal;
