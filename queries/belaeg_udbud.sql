-- What the tenders of udbud_pr_omraade.sql rest on: the sources of the rounds behind one figure by the area that they are
-- known for, how many rounds each tells of, and the first and the last date that they are known as of (their last status,
-- else their offer, else that of their source). Placed by queries/belaeg.py: the same answer serves every level.
-- Parameters: $datasaet, $kolonne (the figure), and for each period $fra[], $til[] (dates or NULL).
WITH periode AS (
    SELECT unnest(range(len($fra))) AS periode, unnest($fra::DATE[]) AS fra, unnest($til::DATE[]) AS til
),
runde AS (
    SELECT u.*, pe.periode, k.kaede_id, k.led
    FROM udbud_stedfaestet u
    JOIN periode pe ON (pe.fra IS NULL OR u.dag >= pe.fra) AND (pe.til IS NULL OR u.dag <= pe.til)
    JOIN udbud_kaede k ON k.datasaet = u.datasaet AND k.udbud_id = u.udbud_id
    WHERE u.datasaet = $datasaet
),
maerket AS (
    SELECT *, er_udbudt AND led = max(CASE WHEN er_udbudt THEN led END) OVER (PARTITION BY periode, kaede_id) AS er_sidste
    FROM runde
)
SELECT periode, kendt_niveau, kendt_id, NULL AS kommunekoder, maerket.kilde_id, count(*) AS poster,
    foerste_dato(coalesce(status_dato, opslag_dato, k.dato)) AS foerste, sidste_dato(coalesce(status_dato, opslag_dato, k.dato)) AS sidste
FROM maerket JOIN kilde k ON k.kilde_id = maerket.kilde_id
WHERE CASE
    WHEN starts_with($kolonne, 'ydernumre') THEN er_sidste AND enhed = 'ydernummer'
    WHEN starts_with($kolonne, 'kapaciteter') THEN er_sidste AND enhed = 'kapacitet'
    WHEN $kolonne = 'klinikker' THEN er_sidste AND enhed = 'klinik'
    WHEN $kolonne = 'runder' THEN true
    ELSE antal_ansoegere IS NOT NULL
END
GROUP BY ALL;
