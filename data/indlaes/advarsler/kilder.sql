-- Sources that readers cannot date.
SELECT 'kilde' AS tabel, 'egne' AS datasaet, raekke, 'dato' AS kolonne, titel AS vaerdi, 'Kilden har ingen dato.' AS besked
FROM kilde WHERE datasaet = 'egne' AND dato IS NULL;
