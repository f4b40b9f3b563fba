-- A register that is loaded is loaded by a word of its own.
SELECT 'register' AS tabel, 'faelles' AS datasaet, max(raekke) AS raekke, 'indlaesning' AS kolonne, indlaesning AS vaerdi,
    'To registre kan ikke indlæses under samme navn.' AS besked
FROM register WHERE indlaesning IS NOT NULL GROUP BY indlaesning HAVING count(*) > 1;
