-- Regions are written by name; a kommune must lie in the region beside it; HU and indicator rows name known areas.
WITH sted AS (
    SELECT 'udbud' AS tabel, datasaet, raekke, region, kommunekode FROM udbud
    UNION ALL
    SELECT 'klinik', datasaet, raekke, region, kommunekode FROM klinik
    UNION ALL
    SELECT 'noegletal', datasaet, raekke, region, kommunekode FROM noegletal
    UNION ALL
    SELECT 'udbudsplan', datasaet, raekke, region, kommunekode FROM udbudsplan
    UNION ALL
    SELECT 'maaltal', datasaet, raekke, region, kommunekode FROM maaltal
    UNION ALL
    SELECT 'puljeprojekt', datasaet, raekke, region, unnest(coalesce(string_split(kommunekoder, ';'), [NULL])) FROM puljeprojekt
),
navngivet AS (
    SELECT 'laegestand' AS tabel, datasaet, raekke, omraade_type, omraade, NULL AS kommunekode FROM laegestand
    UNION ALL
    SELECT 'laegebevaegelse', datasaet, raekke, omraade_type, omraade, NULL FROM laegebevaegelse
    UNION ALL
    SELECT 'bosaetning', datasaet, raekke, omraade_type, omraade, NULL FROM bosaetning
    UNION ALL
    SELECT 'maaltal', datasaet, raekke, omraade_type, omraade, kommunekode FROM maaltal
)
SELECT tabel, datasaet, raekke, 'region' AS kolonne, region AS vaerdi,
    'Regionen findes ikke. Skriv det fulde navn, fx »Region Sjælland«.' AS besked
FROM sted WHERE region NOT IN (SELECT navn FROM region)
UNION ALL
SELECT s.tabel, s.datasaet, s.raekke, 'kommunekode', s.kommunekode, 'Kommunekoden findes ikke blandt de 98 kommuner.'
FROM sted s WHERE s.kommunekode NOT IN (SELECT kommunekode FROM kommune)
UNION ALL
SELECT s.tabel, s.datasaet, s.raekke, 'kommunekode', s.kommunekode, 'Kommunen ' || k.navn || ' ligger ikke i ' || s.region || '.'
FROM sted s JOIN kommune k ON k.kommunekode = s.kommunekode
WHERE s.region IN (SELECT navn FROM region)
  AND NOT EXISTS (SELECT 1 FROM kommune_region kr JOIN region r ON r.region_id = kr.region_id
                  WHERE kr.kommunekode = s.kommunekode AND r.navn = s.region)
UNION ALL
SELECT n.tabel, n.datasaet, n.raekke, 'omraade', n.omraade, 'Området er ikke kendt som ' || n.omraade_type || '.'
FROM navngivet n
LEFT JOIN sted_ved_navn s ON s.niveau = n.omraade_type AND s.navn = n.omraade
WHERE n.omraade_type IN (SELECT niveau FROM sted_ved_navn)
  -- a kommune is written by its name here, and beside its own code
  AND (s.kendt_id IS NULL OR (n.omraade_type = 'kommune' AND (s.navn = s.kendt_id OR coalesce(n.kommunekode, s.kendt_id) <> s.kendt_id)))
UNION ALL
SELECT 'hu_forloeb', datasaet, raekke, 'omraade', omraade, 'Området er ikke kendt som ' || omraade_type || '.'
FROM hu_forloeb
WHERE (omraade_type = 'land' AND omraade <> 'Danmark')
   OR (omraade_type = 'videreuddannelsesregion' AND omraade NOT IN (SELECT kort_navn FROM videreuddannelsesregion))
   OR (omraade_type = 'region' AND omraade NOT IN (SELECT navn FROM region))
   OR (omraade_type = 'delregion' AND omraade NOT IN (SELECT navn FROM delregion))
   OR (omraade_type = 'sundhedsraad' AND omraade NOT IN (SELECT navn FROM sundhedsraad))
UNION ALL
SELECT 'tiltag', t.datasaet, t.raekke, 'omraade', t.omraade, 'Området er ikke kendt som ' || t.omraade_type || '.'
FROM tiltag t LEFT JOIN kommune k ON k.kommunekode = t.kommunekode
WHERE (t.omraade_type = 'land' AND t.omraade <> 'Danmark')
   OR (t.omraade_type = 'videreuddannelsesregion' AND t.omraade NOT IN (SELECT kort_navn FROM videreuddannelsesregion))
   OR (t.omraade_type = 'region' AND t.omraade NOT IN (SELECT navn FROM region))
   OR (t.omraade_type = 'delregion' AND t.omraade NOT IN (SELECT navn FROM delregion))
   OR (t.omraade_type = 'sundhedsraad' AND t.omraade NOT IN (SELECT navn FROM sundhedsraad))
   OR (t.omraade_type = 'kommune' AND t.omraade IS DISTINCT FROM k.navn)
UNION ALL
SELECT 'noegletal', n.datasaet, n.raekke, 'omraade', n.omraade, 'Området er ikke kendt som ' || n.omraade_type || '.'
FROM noegletal n LEFT JOIN kommune k ON k.kommunekode = n.kommunekode
WHERE (n.omraade_type = 'land' AND n.omraade <> 'Danmark')
   OR (n.omraade_type = 'region' AND n.omraade NOT IN (SELECT navn FROM region))
   OR (n.omraade_type = 'sundhedsraad' AND n.omraade NOT IN (SELECT navn FROM sundhedsraad))
   OR (n.omraade_type = 'kommune' AND n.omraade IS DISTINCT FROM k.navn);
