-- Only who runs a clinic on contract has one that expires, after it began; and a promise is someone's.
SELECT 'klinik' AS tabel, datasaet, raekke, 'kontraktudloeb_dato' AS kolonne, kontraktudloeb_dato AS vaerdi,
    'Kun udbuds- og licensklinikker drives på en kontrakt, der udløber. Ret kliniktypen, eller lad datoen være tom.' AS besked
FROM klinik WHERE kontraktudloeb_dato IS NOT NULL AND kliniktype NOT IN ('udbudsklinik', 'licensklinik')
UNION ALL
SELECT 'klinik', datasaet, raekke, 'kontraktudloeb_dato', kontraktudloeb_dato, 'Kontrakten udløber, før klinikken begyndte.'
FROM klinik
WHERE left(kontraktudloeb_dato, least(length(fra_dato), length(kontraktudloeb_dato))) < left(fra_dato, least(length(fra_dato), length(kontraktudloeb_dato)))
UNION ALL
SELECT 'klinik', datasaet, raekke, 'konvertering_lovet_dato', konvertering_lovet_dato,
    'Skriv, hvem der har lovet det (fx regionsrådet), eller lad datoen være tom.'
FROM klinik WHERE konvertering_lovet_dato IS NOT NULL AND konvertering_lovet_af IS NULL;
