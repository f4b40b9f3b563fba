-- The newest known seats of every sundhedsråd, with its region in a structure and the source. Parameter: $struktur.
SELECT s.sundhedsraad_id, s.navn, s.kort_navn, o.navn AS region, p.dato::VARCHAR AS dato, p.regionale, p.kommunale, p.medlemmer,
    p.dagsordener, p.note, k.kilde_id, k.titel, k.udgiver, k.url, k.dato AS kilde_dato
FROM raadsplads p
JOIN sundhedsraad s ON s.sundhedsraad_id = p.sundhedsraad_id
JOIN kilde k ON k.kilde_id = p.kilde_id
JOIN placering l ON l.kendt_niveau = 'sundhedsraad' AND l.kendt_id = s.sundhedsraad_id AND l.niveau = 'region' AND l.struktur = $struktur
JOIN omraade o ON o.niveau = 'region' AND o.struktur = $struktur AND o.omraade_id = l.omraade_id
QUALIFY row_number() OVER (PARTITION BY p.sundhedsraad_id ORDER BY p.dato DESC) = 1
ORDER BY p.medlemmer DESC, s.navn;
