-- Known clinics that are not PLO-klinikker, by area; how a clinic stands in a period says klinik_i_perioder.
-- Parameters: $niveau, $struktur, $datasaet, $dag (the day of the question), and for each period $fra[], $til[] (dates or
-- NULL), $komplet[].
WITH klinikker AS (
    SELECT c.*, coalesce(p.omraade_id, 'ikke_stedfaestet') AS omraade_id
    FROM klinik_i_perioder($datasaet, $dag, $fra, $til) c
    LEFT JOIN placering p ON p.kendt_niveau = c.kendt_niveau AND p.kendt_id = c.kendt_id
        AND p.niveau = $niveau AND p.struktur = $struktur
),
optalt AS (
    SELECT periode, omraade_id,
        count(*) FILTER (klinik_taelles('udbudsklinikker', i_drift, siden_2015, blev_plo, kliniktype)) AS udbudsklinikker,
        count(*) FILTER (klinik_taelles('regionsklinikker', i_drift, siden_2015, blev_plo, kliniktype)) AS regionsklinikker,
        count(*) FILTER (klinik_taelles('licensklinikker', i_drift, siden_2015, blev_plo, kliniktype)) AS licensklinikker,
        count(*) FILTER (klinik_taelles('udbudsklinikker_siden_2015', i_drift, siden_2015, blev_plo, kliniktype)) AS udbudsklinikker_siden_2015,
        count(*) FILTER (klinik_taelles('regionsklinikker_siden_2015', i_drift, siden_2015, blev_plo, kliniktype)) AS regionsklinikker_siden_2015,
        count(*) FILTER (klinik_taelles('konverteret_til_plo', i_drift, siden_2015, blev_plo, kliniktype)) AS konverteret_til_plo
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
