-- What sources say of a subject that is no measurement of an indicator, the newest first. Parameter: $emner (a list).
SELECT u.udsagn_id, u.emne, u.sted, u.dato, u.dato_udledt, u.er_prognose, u.tekst, u.tal, u.kvalifikator, u.enhed, u.note,
    k.kilde_id, k.titel, k.udgiver, k.url, k.dato AS kilde_dato
FROM udsagn u JOIN kilde k ON k.kilde_id = u.kilde_id
WHERE list_contains($emner, u.emne)
ORDER BY u.dato DESC, u.raekke;
