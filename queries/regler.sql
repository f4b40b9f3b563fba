-- The rules of how many doctors and patients there shall be, those of the whole country first, each with its source.
SELECT r.regel_id, r.art, r.navn, r.region, r.fra, r.til, r.er_udkast, r.aftalt, r.note,
    k.kilde_id, k.titel, k.udgiver, k.url, k.dato AS kilde_dato
FROM regel r JOIN kilde k ON k.kilde_id = r.kilde_id
ORDER BY r.raekke;
