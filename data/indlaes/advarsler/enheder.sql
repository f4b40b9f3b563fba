-- Numbers that look as if they were given in another unit.
SELECT 'noegletal' AS tabel, 'egne' AS datasaet, raekke, 'vaerdi' AS kolonne, printf('%.10g', vaerdi) AS vaerdi,
    'Procenter skrives fra 0 til 100; ' || replace(printf('%.10g', vaerdi), '.', ',') || ' bliver vist som under 1 pct. Er det en andel, så gang med 100.' AS besked
FROM noegletal WHERE datasaet = 'egne' AND ends_with(noegletal, '_pct') AND vaerdi > 0 AND vaerdi < 1
UNION ALL
SELECT 'hu_forloeb', 'egne', raekke, 'besaettelsesgrad_pct', printf('%.10g', besaettelsesgrad_pct),
    'Procenter skrives fra 0 til 100; dette bliver vist som under 1 pct. Er det en andel, så gang med 100.'
FROM hu_forloeb WHERE datasaet = 'egne' AND besaettelsesgrad_pct > 0 AND besaettelsesgrad_pct < 1
UNION ALL
SELECT 'puljeprojekt', 'egne', raekke, 'beloeb_kr', printf('%.10g', beloeb_kr::DOUBLE), 'Beløbet er under 1.000 kr. Beløb skrives i hele kroner, ikke i tusinder eller millioner.'
FROM puljeprojekt WHERE datasaet = 'egne' AND beloeb_kr > 0 AND beloeb_kr < 1000
UNION ALL
SELECT 'pulje', 'egne', raekke, 'ramme_kr', printf('%.10g', ramme_kr::DOUBLE), 'Rammen er under 100.000 kr. Beløb skrives i hele kroner, ikke i tusinder eller millioner.'
FROM pulje WHERE datasaet = 'egne' AND ramme_kr > 0 AND ramme_kr < 100000;
