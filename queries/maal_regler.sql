-- From when to when each rule or model sets targets, region by region (NULL for the whole country): in the shape of
-- regler.sql. A target without days of its own has its rule's; an end that is not known is open.
-- Parameter: $datasaet.
WITH dele AS (
    SELECT s.maalsaet_id, s.art, s.navn, m.region, s.er_udkast, s.bindende, s.evalueres, s.note, s.kilde_id,
        coalesce(m.gyldig_fra, s.gyldig_fra) AS fra, coalesce(m.gyldig_til, s.gyldig_til) AS til, s.raekke
    FROM maalsaet s JOIN maaltal m ON m.datasaet = s.datasaet AND m.maalsaet_id = s.maalsaet_id
    WHERE s.datasaet = $datasaet AND (m.region IS NOT NULL OR m.omraade_type = 'land')
)
SELECT d.maalsaet_id AS regel_id, d.art, d.navn, d.region, strftime(min(d.fra), '%Y-%m-%d') AS fra,
    CASE WHEN bool_and(d.til IS NOT NULL) THEN strftime(max(d.til), '%Y-%m-%d') END AS til, d.er_udkast,
    CASE WHEN d.bindende THEN 'fastsat' END AS aftalt, any_value(d.evalueres)::INTEGER AS evalueres, any_value(d.note) AS note,
    k.kilde_id, k.titel, k.udgiver, k.url, k.dato AS kilde_dato
FROM dele d JOIN kilde k ON k.kilde_id = d.kilde_id
GROUP BY d.maalsaet_id, d.art, d.navn, d.region, d.er_udkast, d.bindende, k.kilde_id, k.titel, k.udgiver, k.url, k.dato
ORDER BY d.region NULLS FIRST, min(d.raekke), fra;
