-- Kommuner whose sundhedsråd is not certain, with the sources that speak of it (the main one first).
WITH led AS (
    SELECT kommunekode, 0 AS nr, kilde_id FROM kommune
    UNION ALL
    SELECT kommunekode, 1, unnest(string_split(stoettekilder, ';')) FROM kommune WHERE stoettekilder IS NOT NULL
)
SELECT k.navn AS kommune, s.navn AS sundhedsraad, k.sikkerhed, q.titel, q.udgiver, q.dato, q.url
FROM kommune k
JOIN sundhedsraad s ON s.sundhedsraad_id = k.sundhedsraad_id
JOIN led ON led.kommunekode = k.kommunekode
JOIN kilde q ON q.kilde_id = led.kilde_id
WHERE k.sikkerhed <> 'verificeret'
ORDER BY k.raekke, led.nr, q.kilde_id;
