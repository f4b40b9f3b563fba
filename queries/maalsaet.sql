-- The rules and models that set targets. Parameter: $datasaet.
SELECT s.maalsaet_id, s.navn, s.art, coalesce(s.version, '') AS version, s.er_udkast, s.bindende, s.gyldig_fra, s.gyldig_til,
    s.evalueres::INTEGER AS evalueres, coalesce(s.note, '') AS note, s.kilde_id, k.titel AS kildetitel, k.udgiver, k.url, k.dato AS kilde_dato
FROM maalsaet s JOIN kilde k ON k.kilde_id = s.kilde_id
WHERE s.datasaet = $datasaet
ORDER BY s.gyldig_fra, s.raekke;
