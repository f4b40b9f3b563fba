-- A plan is about an area, and the areas it names lie in each other.
SELECT 'udbudsplan' AS tabel, datasaet, raekke, 'region' AS kolonne, region AS vaerdi,
    'Skriv den region, det sundhedsråd eller den kommune, planen gælder.' AS besked
FROM udbudsplan WHERE region IS NULL AND sundhedsraad IS NULL AND kommunekode IS NULL
UNION ALL
SELECT 'udbudsplan', u.datasaet, u.raekke, 'kommunekode', u.kommunekode, 'Kommunen ' || k.navn || ' ligger ikke i ' || u.sundhedsraad || '.'
FROM udbudsplan u
JOIN kommune k ON k.kommunekode = u.kommunekode
JOIN sundhedsraad s ON s.navn = u.sundhedsraad
WHERE k.sundhedsraad_id <> s.sundhedsraad_id
UNION ALL
SELECT 'udbudsplan', u.datasaet, u.raekke, 'sundhedsraad', u.sundhedsraad, u.sundhedsraad || ' ligger ikke i ' || u.region || '.'
FROM udbudsplan u JOIN sundhedsraad s ON s.navn = u.sundhedsraad
WHERE u.region IN (SELECT navn FROM region)
  AND NOT EXISTS (
      SELECT 1 FROM placering p JOIN region r ON r.region_id = p.omraade_id
      WHERE p.kendt_niveau = 'sundhedsraad' AND p.kendt_id = s.sundhedsraad_id AND p.niveau = 'region' AND r.navn = u.region);
