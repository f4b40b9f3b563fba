-- The clinics that one figure counts (klinik_pr_omraade.sql), the newest first, and the area that each is known for.
-- Parameters: $datasaet, $kolonne (the figure), $dag (the day of the question), $fra[], $til[] (one period: dates or NULL).
SELECT c.klinik_id, c.kendt_niveau, c.kendt_id, c.navn, c.sted, kom.navn AS kommune, c.region, c.kliniktype,
    c.fra_dato, c.til_dato, c.efterfoelger_type, c.patienter, c.patienter_dato, c.note,
    kil.kilde_id, kil.titel, kil.udgiver, kil.url, kil.dato AS kilde_dato
FROM klinik_i_perioder($datasaet, $dag, $fra, $til) c
JOIN kilde kil ON kil.kilde_id = c.kilde_id
LEFT JOIN kommune kom ON kom.kommunekode = c.kommunekode
WHERE klinik_taelles($kolonne, i_drift, siden_2015, blev_plo, kliniktype)
ORDER BY coalesce(c.til_dag, c.fra_dag) DESC NULLS LAST, c.navn;
