-- A measure ends after it begins, an amount says what it is for, and a kommune is named by a measure of one and no other.
SELECT 'tiltag' AS tabel, datasaet, raekke, 'til_dato' AS kolonne, til_dato AS vaerdi, 'Tiltaget slutter, før det begynder.' AS besked
FROM tiltag WHERE left(til_dato, least(length(fra_dato), length(til_dato))) < left(fra_dato, least(length(fra_dato), length(til_dato)))
UNION ALL
SELECT 'tiltag', datasaet, raekke, 'beloeb_gaelder', beloeb_gaelder,
    CASE WHEN beloeb_kr IS NULL THEN 'Der er intet beløb; lad feltet være tomt, eller skriv beløbet.'
        ELSE 'Skriv, om beløbet er i alt, pr. år, pr. læge eller pr. læge pr. måned.' END
FROM tiltag WHERE (beloeb_kr IS NULL) <> (beloeb_gaelder IS NULL)
UNION ALL
SELECT 'tiltag', datasaet, raekke, 'kommunekode', kommunekode,
    CASE WHEN kommunekode IS NULL THEN 'Skriv kommunen, når områdetypen er kommune.'
        ELSE 'Tiltaget gælder ikke en kommune; lad kommunen være tom, eller skriv områdetypen kommune.' END
FROM tiltag WHERE (omraade_type = 'kommune') <> (kommunekode IS NOT NULL);
