-- The preferred measurements of one indicator that are no forecasts, the newest first, and the area that each is of.
-- kommuner: how many kommuner that area has. Parameters: $datasaet, $noegletal.
SELECT n.raekke, n.kendt_niveau, n.kendt_id, coalesce(kom.navn, n.omraade) AS omraade, n.vaerdi, n.kvalifikator, n.dato, n.dag, n.note,
    (SELECT count(*) FROM omraade_kommune m WHERE m.niveau = n.kendt_niveau AND m.omraade_id = n.kendt_id) AS kommuner,
    kil.kilde_id, kil.titel, kil.udgiver, kil.url, kil.dato AS kilde_dato
FROM noegletal_stedfaestet n
JOIN kilde kil ON kil.kilde_id = n.kilde_id
LEFT JOIN kommune kom ON kom.kommunekode = n.kommunekode
WHERE n.datasaet = $datasaet AND n.noegletal = $noegletal AND n.foretrukken AND NOT n.er_prognose
ORDER BY n.dag DESC, n.raekke;
