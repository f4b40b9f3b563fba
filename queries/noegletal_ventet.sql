-- What sources expect of an indicator for the whole country, the preferred one first. Parameters: $noegletal, $datasaet.
SELECT n.vaerdi, n.dato, n.kvalifikator, n.foretrukken, n.note, k.kilde_id, k.titel, k.udgiver, k.url, k.dato AS kilde_dato
FROM noegletal n JOIN kilde k ON k.kilde_id = n.kilde_id
WHERE n.datasaet = $datasaet AND n.noegletal = $noegletal AND n.omraade_type = 'land' AND n.er_prognose
ORDER BY n.dato DESC, n.foretrukken DESC, n.raekke;
