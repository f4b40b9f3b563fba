-- Where sources give an area different numbers of the same indicator for the same year. No forecasts.
-- Parameter: $datasaet.
WITH maalt AS (
    SELECT n.*, left(n.dato, 4) AS aar FROM noegletal n WHERE n.datasaet = $datasaet AND NOT n.er_prognose
),
uenig AS (
    SELECT omraade_type, omraade, noegletal, aar FROM maalt
    GROUP BY omraade_type, omraade, noegletal, aar
    HAVING count(DISTINCT vaerdi) > 1 AND count(DISTINCT kilde_id) > 1
)
SELECT m.omraade, c.navn AS noegletal, c.enhed, c.decimaler, m.aar, m.dato, m.vaerdi, m.kvalifikator, m.foretrukken, m.note,
    k.kilde_id, k.titel, k.udgiver, k.url, k.dato AS kilde_dato
FROM maalt m
JOIN uenig u ON u.omraade_type = m.omraade_type AND u.omraade = m.omraade AND u.noegletal = m.noegletal AND u.aar = m.aar
JOIN noegletal_katalog c ON c.noegletal = m.noegletal
JOIN kilde k ON k.kilde_id = m.kilde_id
ORDER BY m.aar DESC, m.omraade_type <> 'land', m.omraade, c.navn, m.foretrukken DESC, m.dato;
