-- Training posts (HU-forløb) by area, from the preferred rows. A row is the total of its area for its round or year.
-- Parameters: $niveau, $struktur, $datasaet, $prognoser (take forecasts too?), and for each period $fra_aar[], $til_aar[]
-- (years or NULL), $komplet[].
WITH periode AS (
    SELECT unnest(range(len($komplet))) AS periode, unnest($fra_aar::INTEGER[]) AS fra_aar, unnest($til_aar::INTEGER[]) AS til_aar
),
maaling AS (
    SELECT kendt_niveau, kendt_id, aar, runde,
        unnest(['dimensioneret', 'opslaaet', 'besat', 'ubesat']) AS maal,
        unnest([dimensioneret, opslaaet, besat, coalesce(ubesat, opslaaet - besat)]) AS antal
    FROM hu_stedfaestet
    WHERE datasaet = $datasaet AND foretrukken AND ($prognoser OR NOT er_prognose)
),
-- a row for the whole year says more than the rounds that happen to be known
aarstal AS (
    SELECT kendt_niveau, kendt_id, aar, maal,
        coalesce(max(antal) FILTER (runde IS NULL), sum(antal) FILTER (runde IS NOT NULL)) AS antal
    FROM maaling WHERE antal IS NOT NULL
    GROUP BY ALL
),
-- the figure of an area is its own row or the sum of finer rows inside it, whichever knows most (parts never exceed the
-- whole, see data/kontrol/hu_dele.sql); the country is worked out beside the level asked for, to find what is not placed
efter_kilde AS (
    SELECT p.niveau, p.omraade_id, a.aar, a.maal, a.kendt_niveau, sum(a.antal) AS antal
    FROM aarstal a
    JOIN placering p ON p.kendt_niveau = a.kendt_niveau AND p.kendt_id = a.kendt_id
        AND p.niveau IN ($niveau, 'land') AND p.struktur = $struktur
    GROUP BY ALL
),
pr_aar AS (
    SELECT niveau, omraade_id, aar, maal, max(antal) AS antal FROM efter_kilde GROUP BY niveau, omraade_id, aar, maal
),
med_rest AS (
    SELECT omraade_id, aar, maal, antal FROM pr_aar WHERE niveau = $niveau
    UNION ALL
    SELECT 'ikke_stedfaestet', land.aar, land.maal, land.antal - coalesce(sum(del.antal), 0)
    FROM pr_aar land
    LEFT JOIN pr_aar del ON del.niveau = $niveau AND del.aar = land.aar AND del.maal = land.maal
    WHERE land.niveau = 'land'
    GROUP BY land.aar, land.maal, land.antal
),
pr_omraade_aar AS (
    SELECT omraade_id, aar,
        max(antal) FILTER (maal = 'dimensioneret') AS dimensioneret,
        max(antal) FILTER (maal = 'opslaaet') AS opslaaet,
        max(antal) FILTER (maal = 'besat') AS besat,
        max(antal) FILTER (maal = 'ubesat') AS ubesat
    FROM med_rest GROUP BY omraade_id, aar
),
optalt AS (
    SELECT pe.periode, omraade_id, sum(dimensioneret) AS dimensioneret, sum(opslaaet) AS opslaaet, sum(besat) AS besat, sum(ubesat) AS ubesat,
        100.0 * sum(besat) FILTER (opslaaet IS NOT NULL) / nullif(sum(opslaaet) FILTER (besat IS NOT NULL), 0) AS besat_af_opslaaet_pct,
        100.0 * sum(besat) FILTER (dimensioneret IS NOT NULL) / nullif(sum(dimensioneret) FILTER (besat IS NOT NULL), 0) AS besat_af_dimensioneret_pct
    FROM pr_omraade_aar
    JOIN periode pe ON (pe.fra_aar IS NULL OR aar >= pe.fra_aar) AND (pe.til_aar IS NULL OR aar <= pe.til_aar)
    GROUP BY pe.periode, omraade_id
)
SELECT
    periode, omraade_id, navn,
    CASE WHEN er_rest THEN coalesce(dimensioneret, 0) ELSE dimensioneret END::BIGINT AS dimensioneret,
    CASE WHEN er_rest THEN coalesce(opslaaet, 0) ELSE opslaaet END::BIGINT AS opslaaet,
    CASE WHEN er_rest THEN coalesce(besat, 0) ELSE besat END::BIGINT AS besat,
    CASE WHEN er_rest THEN coalesce(ubesat, 0) ELSE ubesat END::BIGINT AS ubesat,
    indbyggere::BIGINT AS indbyggere, folketal_dato,
    CASE WHEN komplet THEN ubesat * 100000.0 / indbyggere END AS ubesat_pr_100000,
    CASE WHEN komplet AND NOT er_rest THEN besat_af_opslaaet_pct END AS besat_af_opslaaet_pct,
    CASE WHEN komplet AND NOT er_rest THEN besat_af_dimensioneret_pct END AS besat_af_dimensioneret_pct
FROM omraadeskema($niveau, $struktur, $komplet, $fra_aar, $til_aar,
    (SELECT sidste_aar FROM register_aar WHERE register = 'hu_forloeb' AND datasaet = $datasaet))
LEFT JOIN optalt USING (periode, omraade_id)
ORDER BY periode, orden;
