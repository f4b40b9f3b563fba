-- What sources that are not preferred say of an indicator, by the areas of a level as a whole. No forecasts.
-- Parameters: $noegletal, $niveau ('land' for the country), $struktur, $datasaet.
WITH stoerrelse AS (SELECT niveau, omraade_id, count(*) AS kommuner FROM omraade_kommune GROUP BY niveau, omraade_id)
SELECT p.omraade_id, o.navn, n.vaerdi, n.dato, n.dag, n.kvalifikator, n.note, k.kilde_id, k.titel, k.udgiver, k.url, k.dato AS kilde_dato
FROM noegletal_stedfaestet n
JOIN placering p ON p.kendt_niveau = n.kendt_niveau AND p.kendt_id = n.kendt_id AND p.niveau = $niveau AND p.struktur = $struktur
-- a figure of a part is not one of the area that holds it
JOIN stoerrelse del ON del.niveau = n.kendt_niveau AND del.omraade_id = n.kendt_id
JOIN stoerrelse hel ON hel.niveau = p.niveau AND hel.omraade_id = p.omraade_id AND hel.kommuner = del.kommuner
JOIN omraade_med_rest o ON o.niveau = $niveau AND o.struktur = $struktur AND o.omraade_id = p.omraade_id
JOIN kilde k ON k.kilde_id = n.kilde_id
WHERE n.datasaet = $datasaet AND n.noegletal = $noegletal AND NOT n.foretrukken AND NOT n.er_prognose AND n.vaerdi IS NOT NULL
ORDER BY o.orden, n.dag DESC;
