-- Doctors by age sum to those of all ages; one hidden age alone could be computed from the others; and the areas of a
-- level never hold more than the area that holds them.
WITH tal AS (
    SELECT 'laegestand' AS tabel, datasaet, raekke, kendt_niveau, kendt_id, omraade_type, omraade, dato::VARCHAR AS hvornaar, ansaettelse AS hvad,
        aldersgruppe, laeger AS antal, skjult, 'laeger' AS kolonne
    FROM laegestand_stedfaestet
    UNION ALL
    SELECT 'laegebevaegelse', datasaet, raekke, kendt_niveau, kendt_id, omraade_type, omraade, aar::VARCHAR, art, aldersgruppe, antal, skjult, 'antal'
    FROM laegebevaegelse_stedfaestet
),
sammen AS (
    SELECT tabel, datasaet, omraade_type, omraade, hvornaar, kolonne, max(raekke) AS raekke,
        max(antal) FILTER (aldersgruppe = 'alle') AS alle, sum(antal) FILTER (aldersgruppe <> 'alle') AS sum_af_aldre,
        count(*) FILTER (aldersgruppe <> 'alle') AS aldre, count(*) FILTER (aldersgruppe <> 'alle' AND skjult) AS skjulte
    FROM tal
    GROUP BY tabel, datasaet, omraade_type, omraade, hvornaar, hvad, kolonne
),
dele AS (
    SELECT hel.tabel, hel.datasaet, hel.raekke, hel.omraade, hel.kolonne, hel.antal, del.omraade_type AS type_af_dele, sum(del.antal) AS sum_af_dele
    FROM tal hel
    JOIN (SELECT DISTINCT kendt_niveau, kendt_id, niveau, omraade_id FROM placering WHERE kendt_niveau <> niveau) p
        ON p.niveau = hel.kendt_niveau AND p.omraade_id = hel.kendt_id
    JOIN tal del ON del.tabel = hel.tabel AND del.datasaet = hel.datasaet AND del.hvornaar = hel.hvornaar AND del.hvad = hel.hvad
        AND del.aldersgruppe = hel.aldersgruppe AND del.kendt_niveau = p.kendt_niveau AND del.kendt_id = p.kendt_id
    -- who moves from one part to another moves within the whole
    WHERE hel.hvad NOT IN ('flyttet_ind', 'flyttet_ud')
    GROUP BY ALL
)
SELECT tabel, datasaet, raekke, kolonne, alle::VARCHAR AS vaerdi,
    'Aldersgrupperne for ' || omraade || ' er tilsammen ' || sum_af_aldre || ', men tallet for alle er ' || alle || '.' AS besked
FROM sammen
WHERE alle IS NOT NULL AND aldre > 0 AND (sum_af_aldre > alle OR (aldre = 8 AND skjulte = 0 AND sum_af_aldre < alle))
UNION ALL
SELECT tabel, datasaet, raekke, 'skjult', omraade,
    'Kun én aldersgruppe er skjult for ' || omraade || ', så tallet kan regnes ud af de andre. Skjul én til.'
FROM sammen WHERE alle IS NOT NULL AND skjulte = 1 AND aldre = 8
UNION ALL
SELECT tabel, datasaet, raekke, kolonne, antal::VARCHAR,
    'Delene (' || type_af_dele || ') er tilsammen ' || sum_af_dele || ', mere end tallet for ' || omraade || '.'
FROM dele WHERE sum_af_dele > antal;
