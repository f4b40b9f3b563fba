-- A row of hu_forloeb is the total of its area, so the parts that are known can never exceed it.
WITH raekke AS (
    SELECT datasaet, raekke, aar, runde, kendt_niveau, kendt_id, omraade, unnest(['dimensioneret', 'opslaaet', 'besat', 'ubesat']) AS kolonne,
        unnest([dimensioneret, opslaaet, besat, coalesce(ubesat, opslaaet - besat)]) AS antal
    FROM hu_stedfaestet WHERE foretrukken
),
dele AS (
    SELECT hel.datasaet, hel.raekke, hel.omraade, hel.aar, hel.kolonne, hel.antal, del.kendt_niveau, sum(del.antal) AS sum_af_dele
    FROM raekke hel
    JOIN (SELECT DISTINCT kendt_niveau, kendt_id, niveau, omraade_id FROM placering WHERE kendt_niveau <> niveau) p
        ON p.niveau = hel.kendt_niveau AND p.omraade_id = hel.kendt_id
    JOIN raekke del ON del.datasaet = hel.datasaet AND del.aar = hel.aar AND del.runde IS NOT DISTINCT FROM hel.runde
        AND del.kolonne = hel.kolonne AND del.kendt_niveau = p.kendt_niveau AND del.kendt_id = p.kendt_id
    GROUP BY ALL
)
SELECT 'hu_forloeb' AS tabel, datasaet, raekke, kolonne, antal::VARCHAR AS vaerdi,
    'Delene (' || kendt_niveau || ') er tilsammen ' || sum_af_dele || ', mere end tallet for ' || omraade || ' i ' || aar || '.' AS besked
FROM dele WHERE sum_af_dele > antal;
