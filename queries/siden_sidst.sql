-- What happened from a day on: steps of tenders, clinics that opened or ended, pool projects, measures that began, and HU-forløb of later years.
-- A date that its source gives as a month or a year counts from the first day it can mean; `er_usikker` marks what lies
-- before the day so counted but may have happened after it all the same.
-- `omraade_id` is the area of the level; NULL when it is known for a larger one, 'flere_omraader' for a project in several.
-- Parameters: $datasaet, $niveau, $struktur, $omraade ('' = the whole country), $dag.
WITH placeret AS (SELECT kendt_niveau, kendt_id, omraade_id FROM placering WHERE niveau = $niveau AND struktur = $struktur),
projektsted AS (
    SELECT j.projekt_id, list(DISTINCT p.omraade_id) FILTER (p.omraade_id IS NOT NULL) AS omraader
    FROM puljeprojekt_stedfaestet j
    LEFT JOIN puljeprojekt_kommune k ON k.datasaet = j.datasaet AND k.projekt_id = j.projekt_id
    LEFT JOIN placeret p ON p.kendt_niveau = CASE WHEN k.kommunekode IS NOT NULL THEN 'kommune' ELSE j.kendt_niveau END
        AND p.kendt_id = coalesce(k.kommunekode, j.kendt_id)
    WHERE j.datasaet = $datasaet
    GROUP BY j.projekt_id
),
haendelse AS (
    SELECT CASE WHEN h.status IN ('opslaaet', 'genopslag') THEN 'udbud' ELSE 'status' END AS art,
        h.dato, u.sted, s.navn AS hvad, coalesce(h.antal, u.antal) AS antal,
        CASE WHEN h.status = 'ansoegere' THEN 'ansoeger' ELSE u.enhed::VARCHAR END AS enhed, h.kilde_id,
        CASE WHEN p.omraade_id IS NOT NULL THEN [p.omraade_id] ELSE [] END AS omraader
    FROM udbud_haendelse h
    JOIN udbud_stedfaestet u ON u.datasaet = h.datasaet AND u.udbud_id = h.udbud_id
    JOIN udbud_status s ON s.status = h.status
    LEFT JOIN placeret p ON p.kendt_niveau = u.kendt_niveau AND p.kendt_id = u.kendt_id
    WHERE h.datasaet = $datasaet
    UNION ALL
    SELECT 'klinik', e.dato, c.sted, e.hvad, 1, 'klinik', c.kilde_id, CASE WHEN p.omraade_id IS NOT NULL THEN [p.omraade_id] ELSE [] END
    FROM klinik_stedfaestet c
    CROSS JOIN LATERAL (VALUES
        (c.fra_dato, c.kliniktype || ' åbnet'),
        (c.til_dato, c.kliniktype || CASE WHEN c.efterfoelger_type = 'PLO-klinik' THEN ' overtaget som PLO-klinik'
            WHEN c.efterfoelger_type IS NULL THEN ' ophørt' WHEN c.efterfoelger_type = 'lukket' THEN ' lukket' ELSE ' blev til ' || c.efterfoelger_type END)
    ) e (dato, hvad)
    LEFT JOIN placeret p ON p.kendt_niveau = c.kendt_niveau AND p.kendt_id = c.kendt_id
    WHERE c.datasaet = $datasaet
    UNION ALL
    SELECT 'pulje', j.aar_fra::VARCHAR, j.titel, j.status, 1, 'projekt', j.kilde_id, coalesce(s.omraader, [])
    FROM puljeprojekt j JOIN projektsted s ON s.projekt_id = j.projekt_id
    WHERE j.datasaet = $datasaet AND j.status <> 'ordning'
    UNION ALL
    SELECT 'tiltag', t.fra_dato, t.omraade, t.titel, 1, 'tiltag', t.kilde_id, CASE WHEN p.omraade_id IS NOT NULL THEN [p.omraade_id] ELSE [] END
    FROM tiltag_stedfaestet t
    LEFT JOIN placeret p ON p.kendt_niveau = t.kendt_niveau AND p.kendt_id = t.kendt_id
    WHERE t.datasaet = $datasaet
    UNION ALL
    -- the row about the chosen area itself, or the country: the others are its parts
    SELECT 'hu_forloeb', h.aar::VARCHAR, h.omraade, coalesce('runde ' || h.runde || ': ', '') || h.besat || ' af ' || h.opslaaet || ' besat',
        h.opslaaet, 'forloeb', h.kilde_id, CASE WHEN p.omraade_id IS NOT NULL THEN [p.omraade_id] ELSE [] END
    FROM hu_stedfaestet h
    LEFT JOIN placeret p ON p.kendt_niveau = h.kendt_niveau AND p.kendt_id = h.kendt_id
    WHERE h.datasaet = $datasaet AND h.foretrukken AND NOT h.er_prognose AND h.opslaaet IS NOT NULL AND h.besat IS NOT NULL
      AND h.kendt_niveau = CASE WHEN $omraade = '' THEN 'land' ELSE $niveau END
),
dateret AS (
    SELECT *, CAST(dato || left('-01-01', 10 - length(dato)) AS DATE) AS dag FROM haendelse WHERE dato IS NOT NULL
)
SELECT d.art, d.dato, d.dag < $dag AS er_usikker, d.sted, d.hvad, d.antal::BIGINT AS antal, d.enhed,
    CASE len(d.omraader) WHEN 0 THEN NULL WHEN 1 THEN d.omraader[1] ELSE 'flere_omraader' END AS omraade_id,
    kil.kilde_id, kil.titel, kil.udgiver, kil.url, kil.dato AS kilde_dato
FROM dateret d
JOIN kilde kil ON kil.kilde_id = d.kilde_id
WHERE ($omraade = '' OR list_contains(d.omraader, $omraade))
  AND (d.dag >= $dag OR (length(d.dato) = 4 AND d.dag + INTERVAL 1 YEAR > $dag) OR (length(d.dato) = 7 AND d.dag + INTERVAL 1 MONTH > $dag))
ORDER BY d.dag DESC, d.art, d.sted, d.hvad;
