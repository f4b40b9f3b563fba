-- Assumptions that a dataset measures, in the unit of the equations (a share of one, months): who finished of those who
-- left the training, how much longer it took, and how many of the finished have a place of their own.
-- Parameter: $datasaet.
WITH faerdige AS (
    SELECT *, coalesce(faerdige, 0) AS n FROM hu_faerdige WHERE datasaet = $datasaet
),
bosat AS (
    SELECT b.*, (b.faerdig_til, b.opgjort_efter_aar) = max((b.faerdig_til, b.opgjort_efter_aar)) OVER () AS er_nyest,
        -- the finest level only: an area and its parts hold the same doctors
        coalesce(n.orden, 0) = max(coalesce(n.orden, 0)) FILTER (n.orden IS NOT NULL) OVER (PARTITION BY b.ansaettelse, b.faerdig_til, b.opgjort_efter_aar)
            OR n.orden IS NULL AS taeller
    FROM bosaetning b LEFT JOIN niveau n ON n.niveau = b.omraade_type
    WHERE b.datasaet = $datasaet
)
SELECT 'c' AS antagelse, sum(n)::DOUBLE / sum(n + afbrudt) AS vaerdi, 'hu_faerdige' AS tabel, min(aar)::INTEGER AS fra_aar, max(aar)::INTEGER AS til_aar,
    array_to_string(list_sort(list(DISTINCT kilde_id)), ';') AS kilder
FROM faerdige WHERE faerdige IS NOT NULL AND afbrudt IS NOT NULL HAVING sum(n + afbrudt) > 0
UNION ALL
SELECT 'delta', sum(n * orlov_maaneder_gns) / sum(n), 'hu_faerdige', min(aar)::INTEGER, max(aar)::INTEGER, array_to_string(list_sort(list(DISTINCT kilde_id)), ';')
FROM faerdige WHERE faerdige > 0 AND orlov_maaneder_gns IS NOT NULL HAVING count(*) > 0
UNION ALL
SELECT 's', (sum(antal) FILTER (ansaettelse = 'ejer'))::DOUBLE / sum(antal) FILTER (ansaettelse = 'alle'), 'bosaetning',
    min(faerdig_fra)::INTEGER, max(faerdig_til)::INTEGER, array_to_string(list_sort(list(DISTINCT kilde_id)), ';')
FROM bosat WHERE er_nyest AND taeller
HAVING sum(antal) FILTER (ansaettelse = 'ejer') IS NOT NULL AND sum(antal) FILTER (ansaettelse = 'alle') > 0;
