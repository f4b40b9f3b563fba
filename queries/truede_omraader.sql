-- Who has designated which area as short of doctors, the newest first. `gaelder`: is it on the list on the day?
-- Parameters: $niveau, $struktur, $omraade ('' = the whole country), $datasaet, $dag.
SELECT t.liste, t.omraade_type, t.omraade, t.kommunekode, k.navn AS kommune, p.omraade_id, t.daekning, t.gyldig_fra, t.gyldig_til,
    t.gyldig_fra <= $dag::DATE AND coalesce(t.gyldig_til >= $dag::DATE, true) AS gaelder,
    t.udpeget_af, coalesce(t.note, '') AS note, t.kilde_id
FROM truet_udpegning_stedfaestet t
LEFT JOIN kommune k ON k.kommunekode = t.kommunekode
LEFT JOIN placering p ON p.kendt_niveau = t.kendt_niveau AND p.kendt_id = t.kendt_id AND p.niveau = $niveau AND p.struktur = $struktur
WHERE t.datasaet = $datasaet AND ($omraade = '' OR p.omraade_id = $omraade)
ORDER BY t.gyldig_fra DESC, t.liste, t.omraade;
