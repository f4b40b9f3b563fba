-- Pool projects by area. A project in several kommuner stands in the area that holds them all, or once under
-- `flere_omraader`; a project known for its region only stands under `ikke_stedfaestet` at finer levels.
-- Parameters: $niveau, $struktur, $datasaet, $pulje (id or NULL), and for each period $fra_aar[], $til_aar[] (first year of
-- the project, or NULL), $komplet[].
WITH periode AS (
    SELECT unnest(range(len($komplet))) AS periode, unnest($fra_aar::INTEGER[]) AS fra_aar, unnest($til_aar::INTEGER[]) AS til_aar, unnest($komplet) AS komplet
),
projekt AS (
    SELECT j.*, pe.periode,
        -- supported, but no source tells the amount
        NOT j.medregnes AND j.status IN ('støttet', 'støttet i anden omgang') AND j.beloeb_kr IS NULL AS mangler_beloeb
    FROM puljeprojekt j
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
    LEFT JOIN region_ved_navn r ON r.navn = j.region
    LEFT JOIN placering p ON p.kendt_niveau = CASE WHEN r.region_id IS NULL THEN 'land' ELSE 'region' END
        AND p.kendt_id = coalesce(r.region_id, 'land') AND p.niveau = $niveau AND p.struktur = $struktur
),
optalt AS (
    SELECT periode, omraade_id,
        count(*) FILTER (medregnes) AS projekter,
        sum(beloeb_kr) FILTER (medregnes) AS beloeb_kr,
        count(*) FILTER (mangler_beloeb) AS uden_beloeb
    FROM placeret GROUP BY periode, omraade_id
),
indbygger AS (
    SELECT omraade_id, arg_max(indbyggere, dato) AS indbyggere FROM omraade_folketal WHERE niveau = $niveau GROUP BY omraade_id
),
skema AS (
    SELECT pe.periode, pe.komplet, o.omraade_id, o.navn, o.orden, o.er_rest, i.indbyggere, ((pe.komplet AND o.er_kendt) OR o.er_rest) AS nul_er_kendt, t.* EXCLUDE (periode, omraade_id)
    FROM omraade_med_rest o
    CROSS JOIN periode pe
    LEFT JOIN optalt t ON t.omraade_id = o.omraade_id AND t.periode = pe.periode
    LEFT JOIN indbygger i ON i.omraade_id = o.omraade_id
    WHERE o.niveau = $niveau AND o.struktur = $struktur
)
SELECT
    periode, omraade_id, navn,
    CASE WHEN nul_er_kendt THEN coalesce(projekter, 0) ELSE nullif(projekter, 0) END::BIGINT AS projekter,
    CASE WHEN nul_er_kendt THEN coalesce(beloeb_kr, 0) ELSE beloeb_kr END::DOUBLE AS beloeb_kr,
    coalesce(uden_beloeb, 0)::BIGINT AS uden_beloeb,
    indbyggere::BIGINT AS indbyggere,
    CASE WHEN komplet THEN coalesce(beloeb_kr, 0)::DOUBLE / indbyggere END AS kr_pr_indbygger
FROM skema
ORDER BY periode, orden;
