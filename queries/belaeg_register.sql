-- Who tells of each record that daekning.sql counts, and as of when; see queries/belaeg.py for the date of a record.
-- Parameters: $register ('udbud', 'klinik', 'pulje', 'hu_forloeb', 'tiltag'), $datasaet.
WITH post AS (
    SELECT 'udbud' AS register, kilde_id, coalesce(status_dato, opslag_dato) AS dato FROM udbud_stedfaestet
    WHERE datasaet = $datasaet AND dag IS NOT NULL
    UNION ALL
    SELECT 'klinik', kilde_id, coalesce(til_dato, fra_dato) FROM klinik_stedfaestet
    WHERE datasaet = $datasaet AND (fra_dag IS NOT NULL OR til_dag IS NOT NULL)
    UNION ALL
    SELECT 'pulje', j.kilde_id, coalesce(k.dato, j.aar_fra::VARCHAR) FROM puljeprojekt j JOIN kilde k ON k.kilde_id = j.kilde_id
    WHERE j.datasaet = $datasaet AND (j.kommunekoder IS NOT NULL OR j.region IS NOT NULL)
    UNION ALL
    SELECT 'hu_forloeb', kilde_id, aar::VARCHAR FROM hu_stedfaestet
    WHERE datasaet = $datasaet AND foretrukken AND NOT er_prognose
      AND coalesce(dimensioneret, opslaaet, besat, ubesat, besaettelsesgrad_pct) IS NOT NULL
    UNION ALL
    SELECT 'tiltag', kilde_id, fra_dato FROM tiltag WHERE datasaet = $datasaet
)
SELECT kilde_id, dato FROM post WHERE register = $register;
