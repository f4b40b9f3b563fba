-- Where sources give an area different numbers of the same indicator for the same time: the same date, or a month or a year
-- that holds the other's. No forecasts. Parameter: $datasaet.
WITH maalt AS (SELECT * FROM noegletal WHERE datasaet = $datasaet AND NOT er_prognose),
uenig AS (
    SELECT DISTINCT unnest([a.raekke, b.raekke]) AS raekke
    FROM maalt a
    JOIN maalt b ON b.noegletal = a.noegletal AND b.omraade_type = a.omraade_type AND b.omraade = a.omraade
        AND b.kilde_id <> a.kilde_id AND b.vaerdi <> a.vaerdi AND starts_with(b.dato, a.dato)
)
SELECT m.omraade, c.navn AS noegletal, c.enhed, c.decimaler, left(m.dato, 4) AS aar, m.dato, m.vaerdi, m.kvalifikator, m.foretrukken,
    m.note, k.kilde_id, k.titel, k.udgiver, k.url, k.dato AS kilde_dato
FROM maalt m
JOIN uenig u ON u.raekke = m.raekke
JOIN noegletal_katalog c ON c.noegletal = m.noegletal
JOIN kilde k ON k.kilde_id = m.kilde_id
ORDER BY aar DESC, m.omraade_type <> 'land', m.omraade, c.navn, m.foretrukken DESC, m.dato;
