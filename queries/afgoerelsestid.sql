-- How long rounds of tenders take from the day of the offer to the day of their first outcome, from exact dates only.
-- Parameter: $datasaet.
WITH afgjort AS (
    SELECT h.udbud_id, min(h.dato) AS dato
    FROM udbud_haendelse h JOIN udbud_status s ON s.status = h.status
    WHERE h.datasaet = $datasaet AND s.fase = 'afgjort' AND length(h.dato) = 10
    GROUP BY h.udbud_id
),
tid AS (
    SELECT date_diff('day', u.opslag_dato::DATE, a.dato::DATE) AS dage
    FROM udbud u JOIN afgjort a ON a.udbud_id = u.udbud_id
    WHERE u.datasaet = $datasaet AND length(u.opslag_dato) = 10
)
SELECT count(*) AS runder, quantile_disc(dage, 0.9)::BIGINT AS ni_af_ti_dage FROM tid;
