-- Every project of a pool, whether it counts or not, and the areas of a level that it stands in.
-- `omraade_ids` holds them all, parted by ";": several when the project covers several areas, NULL when it is known for a
-- larger area than the level's.
-- Parameters: $niveau, $struktur, $datasaet, $pulje (pulje_id).
WITH projekt AS (
    SELECT * FROM puljeprojekt_stedfaestet WHERE datasaet = $datasaet AND pulje_id = $pulje
),
-- a project is known for its kommuner, or else for its region, or else for the country
kendt AS (
    SELECT k.projekt_id, 'kommune' AS kendt_niveau, k.kommunekode AS kendt_id
    FROM puljeprojekt_kommune k JOIN projekt j ON j.projekt_id = k.projekt_id
    WHERE k.datasaet = $datasaet
    UNION ALL
    SELECT projekt_id, kendt_niveau, kendt_id FROM projekt j WHERE j.kommunekoder IS NULL
),
sted AS (
    SELECT kendt.projekt_id, string_agg(DISTINCT p.omraade_id, ';' ORDER BY p.omraade_id) AS omraade_ids
    FROM kendt
    JOIN placering p ON p.kendt_niveau = kendt.kendt_niveau AND p.kendt_id = kendt.kendt_id
        AND p.niveau = $niveau AND p.struktur = $struktur
    GROUP BY kendt.projekt_id
),
kommunenavne AS (
    SELECT kendt.projekt_id, string_agg(k.navn, ';' ORDER BY k.navn) AS kommuner
    FROM kendt JOIN kommune k ON k.kommunekode = kendt.kendt_id
    WHERE kendt.kendt_niveau = 'kommune'
    GROUP BY kendt.projekt_id
)
SELECT
    j.projekt_id, j.titel, j.ansoeger, j.region, n.kommuner, s.omraade_ids,
    j.beloeb_kr::DOUBLE AS beloeb_kr, j.beloeb_praecision, j.aar_fra, j.aar_til, j.tema, j.status, j.er_stoettet, j.mangler_beloeb, j.medregnes, j.note,
    j.kilde_id, k.titel AS kilde_titel, k.udgiver, k.url, k.dato
FROM projekt j
JOIN kilde k ON k.kilde_id = j.kilde_id
LEFT JOIN sted s ON s.projekt_id = j.projekt_id
LEFT JOIN kommunenavne n ON n.projekt_id = j.projekt_id
ORDER BY j.raekke;
