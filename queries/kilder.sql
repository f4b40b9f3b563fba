-- The sources behind a figure: every source of the records it can rest on, and the newest date those records speak of.
-- Parameters: $register, $noegletal (for the register of indicators; else NULL), $datasaet, $fra, $til (dates or NULL).
WITH post AS (
    -- a record lasts from its first to its last day; a clinic may do so for years, and either end may be unknown
    SELECT 'udbud' AS register, datasaet, kilde_id, dato, dag, dag AS fra_dag, dag AS til_dag FROM udbud_stedfaestet
    UNION ALL
    SELECT 'klinik', datasaet, kilde_id, coalesce(til_dato, fra_dato), coalesce(til_dag, fra_dag),
        coalesce(fra_dag, DATE '1900-01-01'), coalesce(til_dag, DATE '9999-12-31')
    FROM klinik_stedfaestet
    UNION ALL
    SELECT 'pulje', datasaet, kilde_id, aar_fra::VARCHAR, make_date(aar_fra, 1, 1) AS dag, dag, dag FROM puljeprojekt
    UNION ALL
    SELECT 'hu_forloeb', datasaet, kilde_id, aar::VARCHAR, make_date(aar, 1, 1) AS dag, dag, dag FROM hu_forloeb
    WHERE foretrukken AND NOT er_prognose AND (opslaaet IS NOT NULL OR besat IS NOT NULL OR dimensioneret IS NOT NULL)
    UNION ALL
    SELECT 'noegletal', datasaet, kilde_id, dato, dag, dag, dag FROM noegletal_stedfaestet
    WHERE foretrukken AND NOT er_prognose AND noegletal = $noegletal
    UNION ALL
    SELECT 'befolkning', NULL, kilde_id, strftime(dato, '%Y-%m-%d'), dato, dato, dato FROM folketal WHERE $noegletal <> 'andel_65plus_pct' OR indbyggere_65plus IS NOT NULL
)
SELECT k.kilde_id, k.titel, k.udgiver, k.url, k.dato, k.type, count(*) AS poster, arg_max(post.dato, post.dag) AS nyeste
FROM post JOIN kilde k ON k.kilde_id = post.kilde_id
WHERE post.register = $register AND (post.datasaet = $datasaet OR post.register = 'befolkning')
  -- population counts before the period are what a later period rests on
  AND ($fra IS NULL OR post.til_dag >= $fra OR post.register = 'befolkning') AND ($til IS NULL OR post.fra_dag <= $til)
GROUP BY ALL
ORDER BY poster DESC, k.dato DESC, k.kilde_id;
