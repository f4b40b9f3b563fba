-- When numbers came into PLO-form and left it: a row for each move of a unit of counting. A number is in PLO-form from the
-- day a general practitioner opens it or takes it over, and until someone else runs it, the region buys it, the doctor
-- gives it back or its patients are shared out. What it was before its first event is what the tender says it was; a new
-- number was nothing. Where nobody says, the move is told of as not known (`uvist`), and counts in neither direction.
-- Parameters: $niveau, $struktur, $omraade ('' = the whole country), $datasaet, $enhed, $fra, $til (dates or NULL).
WITH skridt AS (
    SELECT k.kaede_id, k.led, h.raekkefoelge, h.status, h.dato, coalesce(h.antal, u.antal) AS antal, h.kilde_id, u.sted, u.kommunekode,
        u.kendt_niveau, u.kendt_id, u.art,
        CASE WHEN h.status IN ('besat', 'konverteret_plo') THEN 'plo' WHEN h.status = 'foersteret' THEN 'opkoebt' ELSE h.status END AS form
    FROM udbud_stedfaestet u
    JOIN udbud_kaede k ON k.datasaet = u.datasaet AND k.udbud_id = u.udbud_id
    JOIN udbud_haendelse h ON h.datasaet = u.datasaet AND h.udbud_id = u.udbud_id
    WHERE u.datasaet = $datasaet AND u.enhed::VARCHAR = $enhed
      AND h.status IN ('besat', 'konverteret_plo', 'udbudsklinik', 'regionsklinik', 'opkoebt', 'foersteret', 'tilbageleveret', 'fordelt')
),
foerste AS (
    SELECT k.kaede_id, u.art, u.kliniktype_foer FROM udbud u JOIN udbud_kaede k ON k.datasaet = u.datasaet AND k.udbud_id = u.udbud_id
    WHERE u.datasaet = $datasaet AND k.led = 1
),
med_start AS (
    SELECT s.*,
        CASE
            WHEN f.kliniktype_foer = 'PLO-klinik' THEN 'plo'
            WHEN f.kliniktype_foer IS NOT NULL THEN f.kliniktype_foer
            WHEN f.art = 'nyt' THEN 'nyt'
            -- only who has a number can give it back or sell it
            WHEN s.form IN ('opkoebt', 'tilbageleveret') THEN 'plo'
            WHEN s.status = 'konverteret_plo' THEN 'anden drift'
            ELSE 'ukendt'
        END AS start_form,
        count(*) FILTER (s.form = 'plo') OVER (PARTITION BY s.kaede_id ORDER BY s.led, s.raekkefoelge) AS gange_i_plo
    FROM skridt s JOIN foerste f ON f.kaede_id = s.kaede_id
),
bevaegelse AS (
    SELECT *, coalesce(lag(form) OVER (PARTITION BY kaede_id ORDER BY led, raekkefoelge), start_form) AS fra_form
    FROM med_start
    -- a new number that is given back before anyone opens it is as new as before
    WHERE NOT (form = 'tilbageleveret' AND start_form = 'nyt' AND gange_i_plo = 0)
),
maerket AS (
    SELECT *,
        CASE
            WHEN fra_form = 'ukendt' AND form IN ('plo', 'udbudsklinik', 'regionsklinik', 'fordelt') THEN 'uvist'
            WHEN fra_form = 'plo' AND form <> 'plo' THEN 'ud'
            WHEN fra_form <> 'plo' AND form = 'plo' THEN 'ind'
        END AS retning,
        CASE
            WHEN form <> 'plo' THEN form
            WHEN fra_form = 'nyt' THEN 'nyt'
            WHEN fra_form IN ('udbudsklinik', 'regionsklinik', 'anden drift') THEN 'konverteret'
            ELSE 'igen'
        END AS slags,
        CAST(dato || left('-01-01', 10 - length(dato)) AS DATE) AS dag
    FROM bevaegelse
)
SELECT m.kaede_id, m.retning, m.slags, m.status, m.antal, m.dato, year(m.dag)::INTEGER AS aar, m.sted, kom.navn AS kommune,
    coalesce(p.omraade_id, 'ikke_stedfaestet') AS omraade_id, m.kilde_id, kil.titel, kil.url
FROM maerket m
JOIN kilde kil ON kil.kilde_id = m.kilde_id
LEFT JOIN kommune kom ON kom.kommunekode = m.kommunekode
LEFT JOIN placering p ON p.kendt_niveau = m.kendt_niveau AND p.kendt_id = m.kendt_id AND p.niveau = $niveau AND p.struktur = $struktur
WHERE m.retning IS NOT NULL AND ($omraade = '' OR p.omraade_id = $omraade)
  AND ($fra IS NULL OR m.dag >= $fra) AND ($til IS NULL OR m.dag <= $til)
ORDER BY m.dag DESC NULLS LAST, m.sted, m.kaede_id, m.led, m.raekkefoelge;
