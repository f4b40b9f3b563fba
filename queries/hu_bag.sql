-- The rows of the register of HU-forløb that figures are made of (hu_pr_omraade.sql), one for each measure that a row
-- tells of: a row for the whole year says more than the rounds that happen to be known. Forecasts are left out.
-- Parameter: $datasaet.
WITH maaling AS (
    SELECT raekke, omraade_type AS kendt_niveau, omraade, kendt_id, aar, runde, kilde_id, note,
        unnest(['dimensioneret', 'opslaaet', 'besat', 'ubesat']) AS maal,
        unnest([dimensioneret, opslaaet, besat, coalesce(ubesat, opslaaet - besat)]) AS antal
    FROM hu_stedfaestet
    WHERE datasaet = $datasaet AND foretrukken AND NOT er_prognose
),
kendt AS (
    SELECT *, bool_or(runde IS NULL) OVER (PARTITION BY kendt_niveau, kendt_id, aar, maal) AS har_helt_aar
    FROM maaling WHERE antal IS NOT NULL
)
SELECT m.raekke, m.kendt_niveau, m.kendt_id, m.omraade, m.aar::INTEGER AS aar, m.runde::INTEGER AS runde, m.maal, m.antal::BIGINT AS antal,
    m.note, kil.kilde_id, kil.titel, kil.udgiver, kil.url, kil.dato AS kilde_dato
FROM kendt m JOIN kilde kil ON kil.kilde_id = m.kilde_id
WHERE m.runde IS NULL OR NOT m.har_helt_aar
ORDER BY m.aar DESC, m.runde DESC, m.raekke;
