-- What the clinics of klinik_pr_omraade.sql rest on: the sources of the clinics behind one figure by the area that they are
-- known for, how many each tells of, and the first and the last date that they are known as of (their end, else their
-- start, else that of their source). Placed by queries/belaeg.py.
-- Parameters: $datasaet, $kolonne (the figure), $dag (the day of the question), and for each period $fra[], $til[] (dates or NULL).
SELECT periode, kendt_niveau, kendt_id, NULL AS kommunekoder, klinikker.kilde_id, count(*) AS poster,
    foerste_dato(coalesce(til_dato, fra_dato, k.dato)) AS foerste, sidste_dato(coalesce(til_dato, fra_dato, k.dato)) AS sidste
FROM klinik_i_perioder($datasaet, $dag, $fra, $til) klinikker JOIN kilde k ON k.kilde_id = klinikker.kilde_id
WHERE klinik_taelles($kolonne, i_drift, siden_2015, blev_plo, kliniktype)
GROUP BY ALL;
