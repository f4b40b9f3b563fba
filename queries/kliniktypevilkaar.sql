-- What holds for each type of clinic, in the order of its file, each with its source.
SELECT v.forhold, v.kliniktype, v.tekst, v.dato, k.kilde_id, k.titel, k.udgiver, k.url, k.dato AS kilde_dato
FROM kliniktypevilkaar v JOIN kilde k ON k.kilde_id = v.kilde_id
ORDER BY v.raekke;
