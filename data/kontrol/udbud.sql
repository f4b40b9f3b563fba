-- Rounds of the same lot form a chain; the event log is numbered, in order of time, follows the allowed transitions and
-- ends with the status of the tender.
WITH haendelse AS (
    SELECT *,
        lag(status) OVER forloeb AS fra_status,
        lag(dato) OVER forloeb AS foer_dato,
        row_number() OVER forloeb AS ventet_nr,
        raekkefoelge = max(raekkefoelge) OVER (PARTITION BY datasaet, udbud_id) AS er_sidste
    FROM udbud_haendelse
    WINDOW forloeb AS (PARTITION BY datasaet, udbud_id ORDER BY raekkefoelge)
)
SELECT 'udbud' AS tabel, u.datasaet, u.raekke, 'forrige_udbud_id' AS kolonne, u.forrige_udbud_id AS vaerdi,
    'Den forrige runde findes ikke blandt udbuddene, eller den har et andet sted, en anden kommune eller ikke et lavere rundenummer.' AS besked
FROM udbud u LEFT JOIN udbud f ON f.datasaet = u.datasaet AND f.udbud_id = u.forrige_udbud_id
WHERE u.forrige_udbud_id IS NOT NULL
  AND NOT coalesce(f.sted = u.sted AND f.kommunekode IS NOT DISTINCT FROM u.kommunekode AND f.runde_nr < u.runde_nr, false)
UNION ALL
SELECT 'udbud', datasaet, max(raekke), 'forrige_udbud_id', forrige_udbud_id, 'Kun én runde kan følge efter den samme runde.'
FROM udbud WHERE forrige_udbud_id IS NOT NULL GROUP BY datasaet, forrige_udbud_id HAVING count(*) > 1
UNION ALL
SELECT 'udbud', datasaet, raekke, 'opslag_dato', opslag_dato, 'Opslaget kan ikke være senere end seneste status.'
FROM udbud WHERE left(opslag_dato, least(length(opslag_dato), length(status_dato))) > left(status_dato, least(length(opslag_dato), length(status_dato)))
UNION ALL
SELECT 'udbud', u.datasaet, u.raekke, 'udbud_id', u.udbud_id, 'Udbuddet har ingen hændelser.'
FROM udbud u ANTI JOIN udbud_haendelse h ON h.datasaet = u.datasaet AND h.udbud_id = u.udbud_id
UNION ALL
SELECT 'udbud_haendelse', datasaet, raekke, 'raekkefoelge', raekkefoelge::VARCHAR, 'Hændelserne for et udbud nummereres 1, 2, 3 og så videre.'
FROM haendelse WHERE raekkefoelge <> ventet_nr
UNION ALL
SELECT 'udbud_haendelse', datasaet, raekke, 'dato', dato, 'Hændelsen ligger før den forrige hændelse.'
FROM haendelse WHERE left(dato, least(length(dato), length(foer_dato))) < left(foer_dato, least(length(dato), length(foer_dato)))
UNION ALL
SELECT 'udbud_haendelse', h.datasaet, h.raekke, 'status', h.status,
    CASE WHEN h.fra_status IS NULL THEN 'Et forløb kan ikke begynde med denne status.' ELSE 'Status kan ikke følge efter »' || h.fra_status || '«.' END
FROM haendelse h
WHERE NOT EXISTS (SELECT 1 FROM udbud_overgang o WHERE o.fra_status IS NOT DISTINCT FROM h.fra_status AND o.til_status = h.status)
UNION ALL
SELECT 'udbud_haendelse', h.datasaet, h.raekke, 'status', h.status, 'Sidste hændelse skal have samme status og dato som udbuddet.'
FROM haendelse h JOIN udbud u ON u.datasaet = h.datasaet AND u.udbud_id = h.udbud_id
WHERE h.er_sidste AND (h.status <> u.status OR h.dato IS DISTINCT FROM u.status_dato)
UNION ALL
SELECT 'udbud_haendelse', h.datasaet, h.raekke, 'antal', h.antal::VARCHAR, 'Antallet er større end antallet i udbuddet.'
FROM haendelse h JOIN udbud u ON u.datasaet = h.datasaet AND u.udbud_id = h.udbud_id
WHERE h.status <> 'ansoegere' AND h.antal > u.antal;
