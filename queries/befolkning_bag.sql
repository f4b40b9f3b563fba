-- The counts of inhabitants by kommune, the newest first. No parameters.
SELECT f.kommunekode, k.navn AS omraade, strftime(f.dato, '%Y-%m-%d') AS dato, f.indbyggere, f.indbyggere_65_79, f.indbyggere_80plus, k.areal_km2,
    kil.kilde_id, kil.titel, kil.udgiver, kil.url, kil.dato AS kilde_dato
FROM folketal f
JOIN kommune k ON k.kommunekode = f.kommunekode
JOIN kilde kil ON kil.kilde_id = f.kilde_id
ORDER BY f.dato DESC, k.navn;
