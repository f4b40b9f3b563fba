-- The same thing twice: a region's total beside its parts, or one tender under two ids.
WITH del AS (
    SELECT kr.region_id, u.enhed, left(u.opslag_dato, 4) AS aar, sum(u.antal) AS antal, count(*) AS raekker
    FROM udbud u
    JOIN kommune_region kr ON kr.kommunekode = u.kommunekode
    WHERE u.datasaet = 'egne' AND u.forrige_udbud_id IS NULL
    GROUP BY ALL
)
SELECT 'udbud' AS tabel, 'egne' AS datasaet, u.raekke, 'antal' AS kolonne, u.antal::VARCHAR AS vaerdi,
    'Rækken gælder hele ' || u.region || ' og er lig summen af ' || d.raekker || ' rækker for regionens kommuner i ' || d.aar
        || '. Er det det samme, tælles det to gange; slet så den ene slags.' AS besked
FROM udbud u
JOIN region_ved_navn r ON r.navn = u.region
JOIN del d ON d.region_id = r.region_id AND d.enhed = u.enhed AND d.aar = left(u.opslag_dato, 4) AND d.antal = u.antal AND d.raekker > 1
WHERE u.datasaet = 'egne' AND u.kommunekode IS NULL
UNION ALL
SELECT 'udbud', 'egne', max(raekke), 'udbud_id', max_by(udbud_id, raekke),
    'Ligner ' || min_by(udbud_id, raekke) || ': samme sted, enhed, antal og opslagsdato. Er det det samme udbud?'
FROM udbud
WHERE datasaet = 'egne' AND opslag_dato IS NOT NULL
GROUP BY sted, kommunekode, region, enhed, antal, opslag_dato, status HAVING count(*) = 2
UNION ALL
SELECT 'noegletal', 'egne', hel.raekke, 'vaerdi', printf('%.10g', hel.vaerdi),
    'Kommunerne i ' || hel.omraade || ' er tilsammen ' || printf('%.10g', sum(dele.vaerdi)) || ', mere end tallet for hele området.'
FROM noegletal_stedfaestet hel
JOIN noegletal_katalog k ON k.noegletal = hel.noegletal AND k.sammenlaegning = 'sum'
JOIN omraade_kommune m ON m.niveau = hel.kendt_niveau AND m.omraade_id = hel.kendt_id
JOIN noegletal_stedfaestet dele ON dele.datasaet = 'egne' AND dele.noegletal = hel.noegletal AND dele.dato = hel.dato
    AND dele.kendt_niveau = 'kommune' AND dele.kendt_id = m.kommunekode AND dele.foretrukken
WHERE hel.datasaet = 'egne' AND hel.foretrukken AND hel.kendt_niveau IN ('land', 'region', 'sundhedsraad')
GROUP BY hel.raekke, hel.omraade, hel.vaerdi HAVING sum(dele.vaerdi) > hel.vaerdi * 1.001;
