-- Known clinics that are not PLO-klinikker, by area. A clinic counts when it is not known to have ended before the
-- period or begun after it; a conversion counts in the period it happened.
-- Parameters: $niveau, $struktur, $datasaet, and for each period $fra[], $til[] (dates or NULL), $komplet[].
WITH periode AS (
    SELECT unnest(range(len($komplet))) AS periode, unnest($fra::DATE[]) AS fra, unnest($til::DATE[]) AS til
),
klinikker AS (
    SELECT c.*, pe.periode, coalesce(p.omraade_id, 'ikke_stedfaestet') AS omraade_id,
        (pe.fra IS NULL OR c.til_dag IS NULL OR c.til_dag >= pe.fra) AND (pe.til IS NULL OR c.fra_dag IS NULL OR c.fra_dag <= pe.til) AS i_perioden,
        c.efterfoelger_type = 'PLO-klinik' AND c.til_dag IS NOT NULL
            AND (pe.fra IS NULL OR c.til_dag >= pe.fra) AND (pe.til IS NULL OR c.til_dag <= pe.til) AS blev_plo
    FROM klinik_stedfaestet c
    CROSS JOIN periode pe
    LEFT JOIN placering p ON p.kendt_niveau = c.kendt_niveau AND p.kendt_id = c.kendt_id
        AND p.niveau = $niveau AND p.struktur = $struktur
    WHERE c.datasaet = $datasaet
),
optalt AS (
    SELECT periode, omraade_id,
        count(*) FILTER (i_perioden AND kliniktype = 'udbudsklinik') AS udbudsklinikker,
        count(*) FILTER (i_perioden AND kliniktype IN ('regionsklinik', 'naerklinik', 'praksisklinik')) AS regionsklinikker,
        count(*) FILTER (i_perioden AND kliniktype = 'licensklinik') AS licensklinikker,
        count(*) FILTER (blev_plo) AS konverteret_til_plo
    FROM klinikker GROUP BY periode, omraade_id
)
SELECT
    periode, omraade_id, navn,
    CASE WHEN nul_er_kendt THEN coalesce(udbudsklinikker, 0) ELSE nullif(udbudsklinikker, 0) END::BIGINT AS udbudsklinikker,
    CASE WHEN nul_er_kendt THEN coalesce(regionsklinikker, 0) ELSE nullif(regionsklinikker, 0) END::BIGINT AS regionsklinikker,
    CASE WHEN nul_er_kendt THEN coalesce(licensklinikker, 0) ELSE nullif(licensklinikker, 0) END::BIGINT AS licensklinikker,
    CASE WHEN nul_er_kendt THEN coalesce(konverteret_til_plo, 0) ELSE nullif(konverteret_til_plo, 0) END::BIGINT AS konverteret_til_plo
FROM omraadeskema($niveau, $struktur, $komplet) LEFT JOIN optalt USING (periode, omraade_id)
ORDER BY periode, orden;
