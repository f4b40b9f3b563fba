-- How many records a register has for each area and year: where it speaks, and where it is silent.
-- Parameters: $register ('udbud', 'klinik', 'pulje', 'hu_forloeb', 'tiltag'), $datasaet, $niveau, $struktur.
WITH post AS (
    SELECT 'udbud' AS register, kendt_niveau, kendt_id, year(dag) AS aar FROM udbud_stedfaestet WHERE datasaet = $datasaet
    UNION ALL
    SELECT 'klinik', kendt_niveau, kendt_id, year(coalesce(fra_dag, til_dag)) FROM klinik_stedfaestet WHERE datasaet = $datasaet
    UNION ALL
    -- a project in several kommuner is a record of each of them here: the question is where anything is known
    SELECT 'pulje', 'kommune', k.kommunekode, j.aar_fra
    FROM puljeprojekt j JOIN puljeprojekt_kommune k ON k.datasaet = j.datasaet AND k.projekt_id = j.projekt_id
    WHERE j.datasaet = $datasaet
    UNION ALL
    SELECT 'pulje', 'region', r.region_id, j.aar_fra
    FROM puljeprojekt j JOIN region_ved_navn r ON r.navn = j.region
    WHERE j.datasaet = $datasaet AND j.kommunekoder IS NULL
    UNION ALL
    SELECT 'hu_forloeb', kendt_niveau, kendt_id, aar FROM hu_stedfaestet
    WHERE datasaet = $datasaet AND foretrukken AND NOT er_prognose
      AND coalesce(dimensioneret, opslaaet, besat, ubesat, besaettelsesgrad_pct) IS NOT NULL
    UNION ALL
    SELECT 'tiltag', kendt_niveau, kendt_id, year(fra_dag) FROM tiltag_stedfaestet WHERE datasaet = $datasaet
),
placeret AS (
    SELECT coalesce(p.omraade_id, 'ikke_stedfaestet') AS omraade_id, post.aar, count(*) AS poster
    FROM post
    LEFT JOIN placering p ON p.kendt_niveau = post.kendt_niveau AND p.kendt_id = post.kendt_id
        AND p.niveau = $niveau AND p.struktur = $struktur
    WHERE post.register = $register AND post.aar IS NOT NULL
    GROUP BY ALL
),
aarene AS (
    SELECT unnest(generate_series((SELECT min(aar) FROM placeret), (SELECT max(aar) FROM placeret))) AS aar
)
SELECT o.omraade_id, o.kort_navn AS navn, a.aar::INTEGER AS aar, coalesce(p.poster, 0)::BIGINT AS poster
FROM omraade_med_rest o CROSS JOIN aarene a
LEFT JOIN placeret p ON p.omraade_id = o.omraade_id AND p.aar = a.aar
WHERE o.niveau = $niveau AND o.struktur = $struktur AND o.omraade_id <> 'flere_omraader'
ORDER BY o.orden, a.aar;
