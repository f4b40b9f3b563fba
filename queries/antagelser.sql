-- The assumptions of a scenario in their order, each with the source of its default where it has one.
SELECT a.antagelse, a.gruppe, a.navn, a.forklaring, a.enhed, a.skala, a.standard, a.gunstig, a.ugunstig, a.lav, a.hoej,
    a.mindst, a.hoejst, a.trin, a.status, a.regnestykke, a.erstattes_af,
    k.kilde_id, k.titel, k.udgiver, k.url, k.dato AS kilde_dato
FROM antagelse a LEFT JOIN kilde k ON k.kilde_id = a.kilde_id
ORDER BY a.orden;
