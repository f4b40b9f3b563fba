-- What the pool projects of pulje_pr_omraade.sql rest on: the sources of the projects that count by the kommuner (else the
-- area) that they are known for, how many each tells of, and the first and the last date of those sources: a project has
-- years, and no date that it is known as of. Placed by queries/belaeg.py.
-- Parameters: $datasaet, $pulje (id or NULL), and for each period $fra_aar[], $til_aar[] (first year of the project, or NULL).
WITH periode AS (
    SELECT unnest(range(len($fra_aar))) AS periode, unnest($fra_aar::INTEGER[]) AS fra_aar, unnest($til_aar::INTEGER[]) AS til_aar
)
SELECT pe.periode, j.kendt_niveau, j.kendt_id, j.kommunekoder, j.kilde_id, count(*) AS poster,
    foerste_dato(coalesce(k.dato, j.aar_fra::VARCHAR)) AS foerste, sidste_dato(coalesce(k.dato, j.aar_fra::VARCHAR)) AS sidste
FROM puljeprojekt_stedfaestet j
JOIN periode pe ON (pe.fra_aar IS NULL OR j.aar_fra >= pe.fra_aar) AND (pe.til_aar IS NULL OR j.aar_fra <= pe.til_aar)
JOIN kilde k ON k.kilde_id = j.kilde_id
WHERE j.datasaet = $datasaet AND ($pulje IS NULL OR j.pulje_id = $pulje) AND j.medregnes
GROUP BY ALL;
