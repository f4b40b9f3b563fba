-- The catalogue of indicators, in the order of its files; own ones last. `kun_paa`: the datasets, parted by ";", that an
-- own indicator, or one that there is only when it is fetched, has figures on ("" for none); NULL for the others, which
-- stand on all.
WITH hentes AS (SELECT unnest(string_split(noegletal, ';')) AS noegletal FROM hentning WHERE noegletal IS NOT NULL),
med_tal AS (
    SELECT noegletal, string_agg(DISTINCT datasaet::VARCHAR, ';') AS paa FROM noegletal GROUP BY noegletal
    UNION ALL
    SELECT 'laegekontakter_pr_indbygger', 'offentlig;eksempel;egne' FROM laegekontakt HAVING count(kontakter) > 0
)
SELECT k.* EXCLUDE (raekke, andre_navne),
    CASE WHEN k.datasaet = 'egne' OR k.noegletal IN (FROM hentes) THEN coalesce(m.paa, '') END AS kun_paa
FROM noegletal_katalog k LEFT JOIN med_tal m ON m.noegletal = k.noegletal
ORDER BY k.datasaet, k.raekke;
