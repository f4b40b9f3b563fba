-- Is a register complete for a level and a period? The period is first cut to the years the register speaks of: a
-- period that reaches further than the data does not make complete data incomplete, but of a period that lies wholly
-- outside those years the register says nothing (but an old count of inhabitants serves later years).
-- Parameters: $datasaet, $register, $niveau, $fra_aar, $til_aar (years or NULL).
WITH periode AS (
    SELECT greatest(coalesce($fra_aar, foerste_aar), foerste_aar) AS fra, least(coalesce($til_aar, sidste_aar), sidste_aar) AS til
    FROM register_aar
    WHERE register = $register AND datasaet = CASE WHEN $register = 'befolkning' THEN 'faelles' ELSE $datasaet END
),
oplysning AS (
    SELECT komplet AND (coalesce(periode.fra <= periode.til, true) OR register = 'befolkning') AND (fra_aar IS NULL OR fra_aar <= periode.fra) AND (til_aar IS NULL OR til_aar >= periode.til) AS komplet,
        begrundelse, niveau
    FROM fuldstaendighed LEFT JOIN periode ON true
    WHERE register = $register AND datasaet = CASE WHEN $register = 'befolkning' THEN 'faelles' ELSE $datasaet END
      AND niveau IN ('alle', $niveau)
)
SELECT coalesce(bool_or(komplet), false) AS komplet, coalesce(any_value(begrundelse) FILTER (niveau = 'alle'), '') AS begrundelse
FROM oplysning;
