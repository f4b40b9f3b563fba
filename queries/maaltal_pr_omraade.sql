-- The targets of every area of a level, all of their versions, with the rule or model that each is of. `gaelder`: does it
-- hold on the day? A date that is not known is open.
-- Parameters: $niveau, $struktur, $datasaet, $dag.
SELECT p.omraade_id, o.navn, o.kort_navn, m.maal, m.vaerdi, m.kvalifikator, m.antal_klinikker::INTEGER AS antal_klinikker, m.foretrukken,
    m.gyldig_fra, m.gyldig_til,
    coalesce(m.gyldig_fra <= $dag::DATE, true) AND coalesce(m.gyldig_til >= $dag::DATE, true) AS gaelder,
    s.maalsaet_id, s.navn AS maalsaet, s.art, coalesce(s.version, '') AS version, s.er_udkast, s.bindende, s.evalueres::INTEGER AS evalueres,
    coalesce(m.note, '') AS note, m.kilde_id
FROM maaltal_stedfaestet m
JOIN maalsaet s ON s.datasaet = m.datasaet AND s.maalsaet_id = m.maalsaet_id
JOIN placering p ON p.kendt_niveau = m.kendt_niveau AND p.kendt_id = m.kendt_id AND p.niveau = $niveau AND p.struktur = $struktur
JOIN omraade o ON o.niveau = $niveau AND o.struktur = $struktur AND o.omraade_id = p.omraade_id
-- a target of a part is no target of the whole; a region that lives on in a new structure has the same kommuner
WHERE m.datasaet = $datasaet AND m.kendt_niveau = $niveau
  AND (SELECT count(*) FROM omraade_kommune WHERE niveau = m.kendt_niveau AND omraade_id = m.kendt_id)
    = (SELECT count(*) FROM omraade_kommune WHERE niveau = $niveau AND omraade_id = p.omraade_id)
ORDER BY o.orden, m.maal, m.gyldig_fra, s.raekke;
