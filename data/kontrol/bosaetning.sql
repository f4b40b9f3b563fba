-- No more have settled than have finished: the areas of one level, with those who are not in general practice or abroad.
WITH sted AS (
    SELECT *, omraade_type IN ('ikke_almen_praksis', 'udland') AS er_uden_omraade FROM bosaetning WHERE ansaettelse = 'alle'
),
uden AS (
    SELECT datasaet, videreuddannelsesregion, faerdig_fra, faerdig_til, opgjort_efter_aar, sum(antal) AS antal
    FROM sted WHERE er_uden_omraade GROUP BY ALL
),
samlet AS (
    SELECT o.datasaet, o.videreuddannelsesregion, o.faerdig_fra, o.faerdig_til, o.opgjort_efter_aar, o.omraade_type,
        max(o.raekke) AS raekke, sum(o.antal) + coalesce(any_value(u.antal), 0) AS antal
    FROM sted o
    LEFT JOIN uden u ON u.datasaet = o.datasaet AND u.videreuddannelsesregion = o.videreuddannelsesregion
        AND u.faerdig_fra = o.faerdig_fra AND u.faerdig_til = o.faerdig_til AND u.opgjort_efter_aar = o.opgjort_efter_aar
    WHERE NOT o.er_uden_omraade
    GROUP BY ALL
),
faerdige AS (
    SELECT s.*, sum(h.faerdige) AS faerdige, count(h.faerdige) AS aar
    FROM samlet s
    JOIN hu_faerdige h ON h.datasaet = s.datasaet AND h.videreuddannelsesregion = s.videreuddannelsesregion
        AND h.aar BETWEEN s.faerdig_fra AND s.faerdig_til
    GROUP BY ALL
)
SELECT 'bosaetning' AS tabel, datasaet, raekke, 'antal' AS kolonne, antal::VARCHAR AS vaerdi,
    'Fra ' || videreuddannelsesregion || ' er der talt ' || antal || ' læger, men kun ' || faerdige || ' blev færdige i '
        || faerdig_fra || '-' || faerdig_til || '.' AS besked
FROM faerdige WHERE aar = faerdig_til - faerdig_fra + 1 AND antal > faerdige;
