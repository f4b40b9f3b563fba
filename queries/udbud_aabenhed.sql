-- What of the offers can be looked up, by region: where, until when, how many applied, and what became of it. An offer is
-- a round, whatever unit it counts; a decision without a known offer is none. Until the deadline nobody can know the
-- applicants and the outcome, so an offer that can still be applied for is only asked about place and deadline.
-- Parameters: $struktur, $datasaet, $fra, $til (dates or NULL), $dag (the day of the question).
WITH opslag AS (
    SELECT coalesce(p.omraade_id, 'ikke_stedfaestet') AS omraade_id,
        u.kommunekode IS NOT NULL AS har_sted,
        u.frist_dato IS NOT NULL AS har_frist,
        u.frist_dato IS NULL OR u.frist_dato < $dag::DATE AS er_udloebet,
        u.antal_ansoegere IS NOT NULL OR u.status = 'ingen_ansoegere' AS har_ansoegere,
        s.fase <> 'udbud' AND u.status <> 'ukendt' AS har_udfald
    FROM udbud_stedfaestet u
    JOIN udbud_status s ON s.status = u.status
    LEFT JOIN placering p ON p.kendt_niveau = u.kendt_niveau AND p.kendt_id = u.kendt_id
        AND p.niveau = 'region' AND p.struktur = $struktur
    WHERE u.datasaet = $datasaet AND u.er_udbudt
      AND ($fra IS NULL OR u.dag >= $fra) AND ($til IS NULL OR u.dag <= $til)
)
SELECT o.omraade_id, o.navn,
    count(opslag.omraade_id) AS udbud,
    count(*) FILTER (har_sted) AS sted,
    count(*) FILTER (har_frist) AS frist,
    count(*) FILTER (er_udloebet) AS udloebne,
    count(*) FILTER (er_udloebet AND har_ansoegere) AS ansoegere,
    count(*) FILTER (er_udloebet AND har_udfald) AS udfald
FROM omraade_med_rest o LEFT JOIN opslag ON opslag.omraade_id = o.omraade_id
WHERE o.niveau = 'region' AND o.struktur = $struktur AND o.omraade_id <> 'flere_omraader'
GROUP BY o.omraade_id, o.navn, o.orden
ORDER BY o.orden;
