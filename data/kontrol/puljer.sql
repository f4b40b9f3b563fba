-- What is granted cannot exceed the frame.
SELECT 'puljeprojekt' AS tabel, p.datasaet, max(j.raekke) AS raekke, 'beloeb_kr' AS kolonne, sum(j.beloeb_kr)::VARCHAR AS vaerdi,
    'Projekterne i puljen »' || p.navn || '« er tilsammen større end rammen på ' || p.ramme_kr || ' kr.' AS besked
FROM pulje p JOIN puljeprojekt j ON j.datasaet = p.datasaet AND j.pulje_id = p.pulje_id
WHERE j.medregnes
GROUP BY p.datasaet, p.pulje_id, p.navn, p.ramme_kr
HAVING sum(j.beloeb_kr) > p.ramme_kr;
