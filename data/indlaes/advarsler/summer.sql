-- Totals that are stated beside what is listed.
SELECT 'pulje' AS tabel, 'egne' AS datasaet, p.raekke, 'stoettede_projekter' AS kolonne, p.stoettede_projekter::VARCHAR AS vaerdi,
    'Der er ' || count(*) || ' støttede projekter på listen, flere end det oplyste antal.' AS besked
FROM pulje p
JOIN puljeprojekt_stedfaestet j ON j.datasaet = p.datasaet AND j.pulje_id = p.pulje_id AND j.er_stoettet
WHERE p.datasaet = 'egne'
GROUP BY p.raekke, p.stoettede_projekter HAVING count(*) > p.stoettede_projekter
UNION ALL
SELECT 'hu_forloeb', 'egne', raekke, 'besaettelsesgrad_pct', besaettelsesgrad_pct::VARCHAR,
    'Besættelsesgraden passer ikke med besatte og opslåede forløb (' || round(100.0 * besat / opslaaet, 1) || ' pct.).'
FROM hu_forloeb
WHERE datasaet = 'egne' AND opslaaet > 0 AND abs(100.0 * besat / opslaaet - besaettelsesgrad_pct) > 1;
