-- The meetings of PLO's assembly, the newest first, each with its source.
SELECT m.dato, m.navn, k.kilde_id, k.titel, k.udgiver, k.url, k.dato AS kilde_dato
FROM moede m JOIN kilde k ON k.kilde_id = m.kilde_id
ORDER BY m.dato DESC;
