-- What has happened cannot lie in the future; what is decided, planned or forecast can. Only an import asks this, for a
-- build must not depend on the day. Dates are compared as far as both are known: 2026-11 is not after 2026-11-22.
-- Parameter: $i_dag (2026-11-22).
WITH dag AS (
    SELECT 'udbud' AS tabel, raekke, 'opslag_dato' AS kolonne, opslag_dato AS dato, status FROM udbud WHERE datasaet = 'egne'
    UNION ALL SELECT 'udbud', raekke, 'status_dato', status_dato, status FROM udbud WHERE datasaet = 'egne'
    UNION ALL SELECT 'udbud_haendelse', raekke, 'dato', dato, status FROM udbud_haendelse WHERE datasaet = 'egne'
    UNION ALL SELECT 'klinik', raekke, 'patienter_dato', patienter_dato, NULL FROM klinik WHERE datasaet = 'egne'
    UNION ALL SELECT 'klinik', raekke, 'konvertering_lovet_dato', konvertering_lovet_dato, NULL FROM klinik WHERE datasaet = 'egne'
    UNION ALL SELECT 'klinik', raekke, 'kontakt_dato', kontakt_dato, NULL FROM klinik WHERE datasaet = 'egne'
    UNION ALL SELECT 'laegestand', raekke, 'dato', dato::VARCHAR, NULL FROM laegestand WHERE datasaet = 'egne'
    UNION ALL SELECT 'udbudsplan', raekke, 'beslutning_dato', beslutning_dato, NULL FROM udbudsplan WHERE datasaet = 'egne'
    UNION ALL SELECT 'noegletal', raekke, 'dato', dato, NULL FROM noegletal WHERE datasaet = 'egne' AND NOT er_prognose
    UNION ALL SELECT 'kilde', raekke, 'dato', dato, NULL FROM kilde WHERE datasaet = 'egne'
)
SELECT d.tabel, 'egne' AS datasaet, d.raekke, d.kolonne, d.dato AS vaerdi,
    'Datoen ligger i fremtiden. ' || CASE d.tabel
        WHEN 'noegletal' THEN 'Ret datoen, eller skriv ja i kolonnen Prognose.'
        WHEN 'udbud' THEN 'Ret datoen, eller brug status besluttet eller reserve, indtil det er sket.'
        WHEN 'udbud_haendelse' THEN 'Ret datoen, eller brug status besluttet eller reserve, indtil det er sket.'
        ELSE 'Ret datoen.' END AS besked
FROM dag d LEFT JOIN udbud_status s ON s.status = d.status
WHERE left(d.dato, 10) > left($i_dag, length(d.dato)) AND coalesce(s.fase, '') <> 'behov'
UNION ALL
SELECT 'hu_forloeb', 'egne', raekke, 'aar', aar::VARCHAR, 'Året er ikke begyndt, men der er besatte forløb. Ret året, eller skriv ja i kolonnen Prognose.'
FROM hu_forloeb
WHERE datasaet = 'egne' AND NOT er_prognose AND aar > left($i_dag, 4)::INTEGER AND (besat IS NOT NULL OR ubesat IS NOT NULL)
UNION ALL
SELECT tabel, 'egne', raekke, kolonne, aar::VARCHAR, 'Året er ikke begyndt, så det kan ikke være sket. Ret året.'
FROM (
    SELECT 'laegebevaegelse' AS tabel, raekke, 'aar' AS kolonne, aar FROM laegebevaegelse WHERE datasaet = 'egne'
    UNION ALL SELECT 'hu_faerdige', raekke, 'aar', aar FROM hu_faerdige WHERE datasaet = 'egne'
    UNION ALL SELECT 'bosaetning', raekke, 'faerdig_til', faerdig_til FROM bosaetning WHERE datasaet = 'egne'
)
WHERE aar > left($i_dag, 4)::INTEGER;
