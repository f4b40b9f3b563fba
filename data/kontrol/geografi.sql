-- Every kommune lies in exactly one region of every structure; a name that outlives a reform means the same kommuner;
-- lists inside a cell point to rows that exist.
SELECT 'kommune_region' AS tabel, 'faelles' AS datasaet, min(kr.raekke) AS raekke, 'region_id' AS kolonne, k.kommunekode AS vaerdi,
    'Kommunen ' || k.navn || ' skal stå i præcis én region i hver struktur; i ' || s.struktur || ' står den i ' || count(r.region_id) || '.' AS besked
FROM kommune k CROSS JOIN struktur s
LEFT JOIN kommune_region kr ON kr.kommunekode = k.kommunekode
LEFT JOIN region r ON r.region_id = kr.region_id AND r.struktur = s.struktur
GROUP BY k.kommunekode, k.navn, s.struktur
HAVING count(r.region_id) <> 1
UNION ALL
SELECT 'region', 'faelles', max(r.raekke), 'navn', r.navn,
    'Navnet bruges om flere regioner med forskellige kommuner; giv den nye region et andet navn.'
FROM region r
JOIN (SELECT region_id, string_agg(kommunekode, ';' ORDER BY kommunekode) AS kommuner FROM kommune_region GROUP BY region_id) m ON m.region_id = r.region_id
GROUP BY r.navn
HAVING count(DISTINCT m.kommuner) > 1
UNION ALL
SELECT 'delregion', 'faelles', d.raekke, 'region', d.region, 'Regionen findes ikke i region.csv.'
FROM delregion d WHERE d.region NOT IN (SELECT navn FROM region)
UNION ALL
SELECT 'delregion', 'faelles', d.raekke, 'sundhedsraad', d.id, 'Sundhedsrådet findes ikke i sundhedsraad.csv.'
FROM (SELECT raekke, unnest(string_split(sundhedsraad, ';')) AS id FROM delregion) d
WHERE d.id NOT IN (SELECT sundhedsraad_id FROM sundhedsraad)
UNION ALL
SELECT l.tabel, 'faelles', l.raekke, 'stoettekilder', l.id, 'Kilden findes ikke i kilde.csv.'
FROM (
    SELECT 'kommune' AS tabel, raekke, unnest(string_split(stoettekilder, ';')) AS id FROM kommune
    UNION ALL
    SELECT 'sundhedsraad', raekke, unnest(string_split(stoettekilder, ';')) FROM sundhedsraad
    UNION ALL
    SELECT 'region', raekke, unnest(string_split(stoettekilder, ';')) FROM region
) l
WHERE l.id NOT IN (SELECT kilde_id FROM kilde)
UNION ALL
SELECT 'noegletal_katalog', datasaet, raekke, 'vaegt', vaegt, 'Vægten skal være et nøgletal i kataloget.'
FROM noegletal_katalog WHERE vaegt NOT IN (SELECT noegletal FROM noegletal_katalog)
UNION ALL
SELECT 'fuldstaendighed', 'faelles', raekke, 'niveau', niveau, 'Niveauet skal stå i niveau.csv eller være »alle«.'
FROM fuldstaendighed WHERE niveau <> 'alle' AND niveau NOT IN (SELECT niveau FROM niveau);
