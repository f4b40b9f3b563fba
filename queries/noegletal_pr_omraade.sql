-- One indicator by area: the newest preferred measurement of the period that is no forecast. A figure measured for the
-- area itself comes first. Where there is none, measurements of the same day for smaller areas are put together (sum or
-- weighted mean, as the catalogue says), but only when they cover the whole area: a part is never shown as the whole.
-- `kilder` are the sources of all that a figure was made of, parted by ";"; one may stand twice.
-- Parameters: $noegletal, $niveau, $struktur, $datasaet, and for each period $fra[], $til[] (dates or NULL).
WITH periode AS (SELECT unnest(range(len($fra))) AS periode, unnest($fra::DATE[]) AS fra, unnest($til::DATE[]) AS til),
maalt AS (
    SELECT * FROM noegletal_stedfaestet WHERE datasaet = $datasaet AND foretrukken AND NOT er_prognose
),
katalog AS (SELECT noegletal, sammenlaegning, vaegt AS vaegt_noegletal, fravaer_er_nul FROM noegletal_katalog WHERE noegletal = $noegletal),
opgoerelse AS (SELECT dag, any_value(dato) AS dato, string_agg(DISTINCT kilde_id, ';') AS kilder FROM maalt WHERE noegletal = $noegletal AND kendt_niveau = 'kommune' GROUP BY dag),
led AS (
    SELECT n.kendt_niveau, n.kendt_id, n.dag, n.dato, n.vaerdi, v.vaerdi AS vaegt, n.kvalifikator, n.note, n.kilde_id,
        concat_ws(';', n.kilde_id, v.kilde_id) AS kilder
    FROM maalt n CROSS JOIN katalog
    LEFT JOIN maalt v ON v.noegletal = katalog.vaegt_noegletal AND v.kendt_niveau = n.kendt_niveau AND v.kendt_id = n.kendt_id AND v.dag = n.dag
    WHERE n.noegletal = $noegletal
    UNION ALL
    -- a list of those concerned: a kommune that is not on it that day is known to be 0
    SELECT 'kommune', k.kommunekode, o.dag, o.dato, 0, NULL, NULL, NULL, NULL, o.kilder
    FROM kommune k CROSS JOIN opgoerelse o CROSS JOIN katalog
    ANTI JOIN maalt n ON n.noegletal = $noegletal AND n.kendt_niveau = 'kommune' AND n.kendt_id = k.kommunekode AND n.dag = o.dag
    WHERE katalog.fravaer_er_nul
    UNION ALL
    -- a kommune with weight 0 (no doctors) has no ratio and needs none
    SELECT 'kommune', v.kendt_id, v.dag, v.dato, NULL, 0, NULL, NULL, NULL, v.kilde_id
    FROM maalt v JOIN katalog ON v.noegletal = katalog.vaegt_noegletal
    ANTI JOIN maalt n ON n.noegletal = $noegletal AND n.kendt_niveau = 'kommune' AND n.kendt_id = v.kendt_id AND n.dag = v.dag
    WHERE v.kendt_niveau = 'kommune' AND v.vaerdi = 0
),
stoerrelse AS (SELECT niveau, omraade_id, count(*) AS kommuner FROM omraade_kommune GROUP BY niveau, omraade_id),
kandidat AS (
    SELECT p.omraade_id, led.dag, any_value(led.dato) AS dato, count(*) AS dele,
        CASE WHEN count(*) = 1 OR any_value(katalog.sammenlaegning) = 'sum' THEN sum(led.vaerdi)
            ELSE sum(led.vaerdi * led.vaegt) / nullif(sum(led.vaegt), 0) END AS vaerdi,
        any_value(led.kvalifikator) AS kvalifikator, any_value(led.note) AS note, any_value(led.kilde_id) AS kilde_id,
        string_agg(DISTINCT led.kilder, ';') AS kilder
    FROM led CROSS JOIN katalog
    JOIN placering p ON p.kendt_niveau = led.kendt_niveau AND p.kendt_id = led.kendt_id AND p.niveau = $niveau AND p.struktur = $struktur
    JOIN stoerrelse del ON del.niveau = led.kendt_niveau AND del.omraade_id = led.kendt_id
    JOIN stoerrelse hel ON hel.niveau = p.niveau AND hel.omraade_id = p.omraade_id
    GROUP BY p.omraade_id, led.kendt_niveau, led.dag
    HAVING sum(del.kommuner) = any_value(hel.kommuner)
       AND (count(*) = 1 OR any_value(katalog.sammenlaegning) = 'sum'
            OR (any_value(katalog.sammenlaegning) = 'vaegtet' AND bool_and(led.vaegt IS NOT NULL)))
),
valgt AS (
    SELECT periode.periode, kandidat.*
    FROM kandidat JOIN periode ON (periode.fra IS NULL OR dag >= periode.fra) AND (periode.til IS NULL OR dag <= periode.til)
    WHERE vaerdi IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY periode.periode, omraade_id ORDER BY dele = 1 DESC, dag DESC, dele) = 1
)
SELECT pe.periode, o.omraade_id, o.navn, v.vaerdi, v.dato,
    CASE WHEN v.dele = 1 THEN v.kvalifikator END AS kvalifikator,
    CASE WHEN v.dele = 1 THEN v.note END AS note,
    CASE WHEN v.dele = 1 THEN v.kilde_id END AS kilde_id,
    v.kilder
FROM omraade_med_rest o CROSS JOIN periode pe
LEFT JOIN valgt v ON v.omraade_id = o.omraade_id AND v.periode = pe.periode
WHERE o.niveau = $niveau AND o.struktur = $struktur AND NOT o.er_rest
ORDER BY pe.periode, o.orden;
