-- What the clinics of klinik_pr_omraade.sql rest on: the sources of the clinics behind one figure by the area that they are
-- known for, how many each tells of, and the first and the last date that they are known as of (their end, else their
-- start, else that of their source). Placed by queries/belaeg.py.
-- Parameters: $datasaet, $kolonne (the figure), $dag (the day of the question), and for each period $fra[], $til[] (dates or NULL).
WITH periode AS (
    SELECT unnest(range(len($fra))) AS periode, unnest($fra::DATE[]) AS fra, unnest($til::DATE[]) AS til,
        coalesce(least(til, $dag::DATE), $dag::DATE) AS dag
),
klinikker AS (
    SELECT c.*, pe.periode,
        c.fra_dag IS NULL OR c.fra_dag <= pe.dag AS er_begyndt,
        er_begyndt AND CASE WHEN c.til_dag IS NULL THEN c.efterfoelger_type IS NULL ELSE c.til_dag > pe.dag END AS i_drift,
        er_begyndt AND (c.til_dag IS NULL OR c.til_dag >= DATE '2015-01-01') AS siden_2015,
        c.efterfoelger_type = 'PLO-klinik' AND c.til_dag IS NOT NULL AND c.til_dag <= pe.dag
            AND (pe.fra IS NULL OR c.til_dag >= pe.fra) AS blev_plo
    FROM klinik_stedfaestet c CROSS JOIN periode pe
    WHERE c.datasaet = $datasaet
)
SELECT periode, kendt_niveau, kendt_id, NULL AS kommunekoder, klinikker.kilde_id, count(*) AS poster,
    foerste_dato(coalesce(til_dato, fra_dato, k.dato)) AS foerste, sidste_dato(coalesce(til_dato, fra_dato, k.dato)) AS sidste
FROM klinikker JOIN kilde k ON k.kilde_id = klinikker.kilde_id
WHERE CASE WHEN $kolonne = 'konverteret_til_plo' THEN blev_plo ELSE
    CASE WHEN ends_with($kolonne, '_siden_2015') THEN siden_2015 ELSE i_drift END
    AND CASE
        WHEN starts_with($kolonne, 'udbudsklinikker') THEN kliniktype = 'udbudsklinik'
        WHEN starts_with($kolonne, 'licensklinikker') THEN kliniktype = 'licensklinik'
        ELSE kliniktype IN ('regionsklinik', 'naerklinik', 'praksisklinik')
    END
END
GROUP BY ALL;
