-- Known clinics that are not PLO-klinikker, by area. A clinic is in operation on the last day of the period (on the day of
-- the question, when the period is not over) when it is known to have begun by then, or nobody knows when, and is not
-- known to have ended. The clinics since 2015 are all that were in operation at some time from 2015 to that day. A
-- conversion counts in the period it happened.
-- Parameters: $niveau, $struktur, $datasaet, $dag (the day of the question), and for each period $fra[], $til[] (dates or
-- NULL), $komplet[].
WITH periode AS (
    SELECT unnest(range(len($komplet))) AS periode, unnest($fra::DATE[]) AS fra, unnest($til::DATE[]) AS til,
        coalesce(least(til, $dag::DATE), $dag::DATE) AS dag
),
klinikker AS (
    SELECT c.*, pe.periode, coalesce(p.omraade_id, 'ikke_stedfaestet') AS omraade_id,
        c.fra_dag IS NULL OR c.fra_dag <= pe.dag AS er_begyndt,
        -- what came after it is known, so it has ended, though nobody says when
        er_begyndt AND CASE WHEN c.til_dag IS NULL THEN c.efterfoelger_type IS NULL ELSE c.til_dag > pe.dag END AS i_drift,
        er_begyndt AND (c.til_dag IS NULL OR c.til_dag >= DATE '2015-01-01') AS siden_2015,
        c.efterfoelger_type = 'PLO-klinik' AND c.til_dag IS NOT NULL AND c.til_dag <= pe.dag
            AND (pe.fra IS NULL OR c.til_dag >= pe.fra) AS blev_plo
    FROM klinik_stedfaestet c
    CROSS JOIN periode pe
    LEFT JOIN placering p ON p.kendt_niveau = c.kendt_niveau AND p.kendt_id = c.kendt_id
        AND p.niveau = $niveau AND p.struktur = $struktur
    WHERE c.datasaet = $datasaet
),
optalt AS (
    SELECT periode, omraade_id,
        count(*) FILTER (i_drift AND kliniktype = 'udbudsklinik') AS udbudsklinikker,
        count(*) FILTER (i_drift AND kliniktype IN ('regionsklinik', 'naerklinik', 'praksisklinik')) AS regionsklinikker,
        count(*) FILTER (i_drift AND kliniktype = 'licensklinik') AS licensklinikker,
        count(*) FILTER (siden_2015 AND kliniktype = 'udbudsklinik') AS udbudsklinikker_siden_2015,
        count(*) FILTER (siden_2015 AND kliniktype IN ('regionsklinik', 'naerklinik', 'praksisklinik')) AS regionsklinikker_siden_2015,
        count(*) FILTER (blev_plo) AS konverteret_til_plo
    FROM klinikker GROUP BY periode, omraade_id
)
SELECT
    periode, omraade_id, navn,
    CASE WHEN nul_er_kendt THEN coalesce(udbudsklinikker, 0) ELSE nullif(udbudsklinikker, 0) END::BIGINT AS udbudsklinikker,
    CASE WHEN nul_er_kendt THEN coalesce(regionsklinikker, 0) ELSE nullif(regionsklinikker, 0) END::BIGINT AS regionsklinikker,
    CASE WHEN nul_er_kendt THEN coalesce(licensklinikker, 0) ELSE nullif(licensklinikker, 0) END::BIGINT AS licensklinikker,
    CASE WHEN nul_er_kendt THEN coalesce(udbudsklinikker_siden_2015, 0) ELSE nullif(udbudsklinikker_siden_2015, 0) END::BIGINT AS udbudsklinikker_siden_2015,
    CASE WHEN nul_er_kendt THEN coalesce(regionsklinikker_siden_2015, 0) ELSE nullif(regionsklinikker_siden_2015, 0) END::BIGINT AS regionsklinikker_siden_2015,
    CASE WHEN nul_er_kendt THEN coalesce(konverteret_til_plo, 0) ELSE nullif(konverteret_til_plo, 0) END::BIGINT AS konverteret_til_plo
FROM omraadeskema($niveau, $struktur, $komplet, list_transform($fra::DATE[], lambda d: year(d)), list_transform($til::DATE[], lambda d: year(d)), NULL)
LEFT JOIN optalt USING (periode, omraade_id)
ORDER BY periode, orden;
