-- Pool projects by area. A project in several kommuner stands in the area that holds them all, or once under
-- `flere_omraader`; a project known for its region only stands under `ikke_stedfaestet` at finer levels.
-- Parameters: $niveau, $struktur, $datasaet, $pulje (id or NULL), and for each period $fra_aar[], $til_aar[] (first year of
-- the project, or NULL), $komplet[].
WITH periode AS (
    SELECT unnest(range(len($komplet))) AS periode, unnest($fra_aar::INTEGER[]) AS fra_aar, unnest($til_aar::INTEGER[]) AS til_aar
),
projekt AS (
    SELECT j.*, pe.periode
    FROM puljeprojekt_stedfaestet j
    JOIN periode pe ON (pe.fra_aar IS NULL OR j.aar_fra >= pe.fra_aar) AND (pe.til_aar IS NULL OR j.aar_fra <= pe.til_aar)
    WHERE j.datasaet = $datasaet AND ($pulje IS NULL OR j.pulje_id = $pulje)
),
efter_kommuner AS (
    SELECT k.projekt_id,
        CASE WHEN count(DISTINCT p.omraade_id) > 1 THEN 'flere_omraader' ELSE any_value(p.omraade_id) END AS omraade_id
    FROM puljeprojekt_kommune k
    JOIN placering p ON p.kendt_niveau = 'kommune' AND p.kendt_id = k.kommunekode
        AND p.niveau = $niveau AND p.struktur = $struktur
    WHERE k.datasaet = $datasaet
    GROUP BY k.projekt_id
),
placeret AS (
    SELECT j.*, coalesce(e.omraade_id, p.omraade_id, 'ikke_stedfaestet') AS omraade_id
    FROM projekt j
    LEFT JOIN efter_kommuner e ON e.projekt_id = j.projekt_id
    LEFT JOIN placering p ON p.kendt_niveau = j.kendt_niveau AND p.kendt_id = j.kendt_id
        AND p.niveau = $niveau AND p.struktur = $struktur
),
optalt AS (
    SELECT periode, omraade_id,
        count(*) FILTER (medregnes) AS projekter,
        sum(beloeb_kr) FILTER (medregnes) AS beloeb_kr,
        count(*) FILTER (mangler_beloeb) AS uden_beloeb
    FROM placeret GROUP BY periode, omraade_id
)
SELECT
    periode, omraade_id, navn,
    CASE WHEN nul_er_kendt THEN coalesce(projekter, 0) ELSE nullif(projekter, 0) END::BIGINT AS projekter,
    CASE WHEN nul_er_kendt THEN coalesce(beloeb_kr, 0) ELSE beloeb_kr END::DOUBLE AS beloeb_kr,
    coalesce(uden_beloeb, 0)::BIGINT AS uden_beloeb,
    indbyggere::BIGINT AS indbyggere, folketal_dato,
    CASE WHEN komplet THEN coalesce(beloeb_kr, 0)::DOUBLE / indbyggere END AS kr_pr_indbygger
FROM omraadeskema($niveau, $struktur, $komplet, $fra_aar, $til_aar,
    (SELECT max(aar_fra) FROM puljeprojekt WHERE datasaet = $datasaet AND ($pulje IS NULL OR pulje_id = $pulje)))
LEFT JOIN optalt USING (periode, omraade_id)
ORDER BY periode, orden;
