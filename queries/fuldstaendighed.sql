-- Is a register complete for a level and a period? The period is first cut to the years the register speaks of: a
-- period that reaches further than the data does not make complete data incomplete, but of a period that lies wholly
-- outside those years the register says nothing.
-- Parameters: $datasaet, $register, $niveau, and for each period $fra_aar[], $til_aar[] (years or NULL).
WITH oensket AS (
    SELECT unnest(range(len($fra_aar))) AS periode, unnest($fra_aar::INTEGER[]) AS fra_aar, unnest($til_aar::INTEGER[]) AS til_aar
),
periode AS (
    SELECT o.periode,
        greatest(coalesce(o.fra_aar, r.foerste_aar), r.foerste_aar) AS fra,
        least(coalesce(o.til_aar, r.sidste_aar), r.sidste_aar) AS til
    FROM oensket o
    LEFT JOIN register_aar r ON r.register = $register
        AND r.datasaet IN ('faelles', $datasaet)
),
oplysning AS (
    SELECT p.periode,
        f.komplet AND coalesce(p.fra <= p.til, true)
            AND (f.fra_aar IS NULL OR f.fra_aar <= p.fra) AND (f.til_aar IS NULL OR f.til_aar >= p.til) AS komplet,
        f.begrundelse, f.niveau
    FROM periode p
    LEFT JOIN fuldstaendighed f ON f.register = $register AND f.niveau IN ('alle', $niveau)
        AND f.datasaet IN ('faelles', $datasaet)
)
SELECT periode, coalesce(bool_or(komplet), false) AS komplet,
    coalesce(any_value(begrundelse) FILTER (niveau = 'alle'), '') AS begrundelse
FROM oplysning GROUP BY periode ORDER BY periode;
