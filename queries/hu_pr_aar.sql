-- Training posts by area and year, what happened and what was expected kept apart, with the sources and notes of each figure.
-- Parameters: $niveau ('land' for the country), $struktur, $datasaet.
WITH maaling AS (
    SELECT kendt_niveau, kendt_id, aar, runde, er_prognose, kilde_id, note,
        unnest(['dimensioneret', 'opslaaet', 'besat', 'ubesat']) AS maal,
        unnest([dimensioneret, opslaaet, besat, coalesce(ubesat, opslaaet - besat)]) AS antal
    FROM hu_stedfaestet
    WHERE datasaet = $datasaet AND foretrukken
),
-- a row for the whole year says more than the rounds that happen to be known, also when these are forecasts
kendt AS (
    SELECT *, bool_or(runde IS NULL) OVER (PARTITION BY kendt_niveau, kendt_id, aar, maal) AS har_helt_aar
    FROM maaling WHERE antal IS NOT NULL
),
aarstal AS (
    SELECT kendt_niveau, kendt_id, aar, er_prognose, maal, sum(antal) AS antal, list(DISTINCT kilde_id) AS kilder, list(DISTINCT note) AS noter
    FROM kendt WHERE runde IS NULL OR NOT har_helt_aar
    GROUP BY ALL
),
-- a delregion whose kommuner no source lists stands on the kommuner of its region only to be placed there: a figure for
-- the region is not a figure for the delregion
placeret AS (
    SELECT p.niveau, p.omraade_id, a.*
    FROM aarstal a
    JOIN placering p ON p.kendt_niveau = a.kendt_niveau AND p.kendt_id = a.kendt_id
        AND p.niveau IN ($niveau, 'land') AND p.struktur = $struktur
    WHERE p.niveau <> 'delregion' OR a.kendt_niveau = 'delregion'
        OR EXISTS (SELECT 1 FROM delregion d WHERE d.delregion_id = p.omraade_id AND d.sundhedsraad IS NOT NULL)
),
-- an area is its own row or the sum of the finer rows of one kind inside it, whichever knows most; these are only parts of
-- it (kun_dele) when their kommuner are not all of its
stoerrelse AS (
    SELECT niveau, omraade_id, count(*) AS kommuner FROM omraade_kommune WHERE er_kendt GROUP BY niveau, omraade_id
),
efter_art AS (
    SELECT p.niveau, p.omraade_id, p.kendt_niveau, aar, er_prognose, maal, sum(antal) AS antal, flatten(list(kilder)) AS kilder, flatten(list(noter)) AS noter,
        bool_and(p.kendt_id <> p.omraade_id) AND coalesce(sum(del.kommuner), 0) < any_value(hel.kommuner) AS kun_dele
    FROM placeret p
    LEFT JOIN stoerrelse del ON del.niveau = p.kendt_niveau AND del.omraade_id = p.kendt_id
    LEFT JOIN stoerrelse hel ON hel.niveau = p.niveau AND hel.omraade_id = p.omraade_id
    GROUP BY ALL
),
bedst AS (
    SELECT niveau, omraade_id, aar, er_prognose, maal, max(antal) AS antal,
        -- of two that know the same, its own
        arg_max(kilder, (antal, kendt_niveau = niveau, kendt_niveau)) AS kilder, arg_max(noter, (antal, kendt_niveau = niveau, kendt_niveau)) AS noter,
        arg_max(kun_dele, (antal, kendt_niveau = niveau, kendt_niveau)) AS kun_dele
    FROM efter_art GROUP BY ALL
),
med_rest AS (
    SELECT omraade_id, aar, er_prognose, maal, antal, kilder, noter, kun_dele FROM bedst WHERE niveau = $niveau
    UNION ALL
    SELECT 'ikke_stedfaestet', land.aar, land.er_prognose, land.maal, land.antal - coalesce(sum(del.antal), 0), any_value(land.kilder), NULL, false
    FROM bedst land
    LEFT JOIN bedst del ON del.niveau = $niveau AND del.aar = land.aar AND del.er_prognose = land.er_prognose AND del.maal = land.maal
    WHERE land.niveau = 'land'
    GROUP BY land.aar, land.er_prognose, land.maal, land.antal
)
SELECT m.omraade_id, o.navn, o.kort_navn, m.aar::INTEGER AS aar, m.er_prognose,
    (max(m.antal) FILTER (maal = 'dimensioneret'))::BIGINT AS dimensioneret,
    (max(m.antal) FILTER (maal = 'opslaaet'))::BIGINT AS opslaaet,
    (max(m.antal) FILTER (maal = 'besat'))::BIGINT AS besat,
    (max(m.antal) FILTER (maal = 'ubesat'))::BIGINT AS ubesat,
    array_to_string(list_sort(list_distinct(flatten(list(m.kilder)))), ';') AS kilder,
    array_to_string(list_sort(list_distinct(flatten(list(m.noter)))), ' ') AS noter,
    coalesce(bool_or(m.kun_dele) FILTER (maal IN ('opslaaet', 'besat', 'ubesat')), false) AS kun_dele
FROM med_rest m
JOIN omraade_med_rest o ON o.niveau = $niveau AND o.struktur = $struktur AND o.omraade_id = m.omraade_id
GROUP BY m.omraade_id, o.navn, o.kort_navn, o.orden, m.aar, m.er_prognose
ORDER BY o.orden, m.aar, m.er_prognose;
