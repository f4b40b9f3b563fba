-- The country's training posts year by year from the preferred rows: a row for the whole year, else its rounds.
-- Parameter: $datasaet.
WITH pr_aar AS (
    SELECT aar,
        coalesce(max(dimensioneret) FILTER (runde IS NULL), sum(dimensioneret) FILTER (runde IS NOT NULL)) AS dimensioneret,
        coalesce(max(opslaaet) FILTER (runde IS NULL), sum(opslaaet) FILTER (runde IS NOT NULL)) AS opslaaet,
        coalesce(max(besat) FILTER (runde IS NULL), sum(besat) FILTER (runde IS NOT NULL)) AS besat,
        bool_or(er_prognose) AS rummer_prognose, any_value(kilde_id ORDER BY runde NULLS FIRST) AS kilde_id
    FROM hu_forloeb
    WHERE datasaet = $datasaet AND omraade_type = 'land' AND foretrukken
    GROUP BY aar
)
SELECT aar::INTEGER AS aar, dimensioneret::BIGINT AS dimensioneret, opslaaet::BIGINT AS opslaaet, besat::BIGINT AS besat, rummer_prognose, kilde_id
FROM pr_aar ORDER BY aar;
