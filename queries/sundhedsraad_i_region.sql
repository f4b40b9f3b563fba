-- Every sundhedsråd with its region in each structure, how sure its kommuner are, and the newest number of inhabitants.
SELECT s.sundhedsraad_id, s.navn AS sundhedsraad, s.sikkerhed, k.titel AS kilde, k.udgiver, k.dato, k.url,
    r.struktur, r.region_id, r.navn AS region,
    (SELECT count(*) FROM kommune m WHERE m.sundhedsraad_id = s.sundhedsraad_id)::BIGINT AS kommuner,
    (SELECT string_agg(m.navn, ', ' ORDER BY m.navn) FROM kommune m WHERE m.sundhedsraad_id = s.sundhedsraad_id) AS kommunenavne,
    (SELECT arg_max(f.indbyggere, f.dato) FROM omraade_folketal f WHERE f.niveau = 'sundhedsraad' AND f.omraade_id = s.sundhedsraad_id)::BIGINT AS indbyggere,
    (SELECT strftime(max(f.dato), '%Y-%m-%d') FROM omraade_folketal f WHERE f.niveau = 'sundhedsraad' AND f.omraade_id = s.sundhedsraad_id) AS folketal_dato
FROM sundhedsraad s
JOIN placering p ON p.kendt_niveau = 'sundhedsraad' AND p.kendt_id = s.sundhedsraad_id AND p.niveau = 'region'
JOIN region r ON r.region_id = p.omraade_id AND r.struktur = p.struktur
LEFT JOIN kilde k ON k.kilde_id = s.kilde_id
ORDER BY r.struktur, r.raekke, s.raekke;
