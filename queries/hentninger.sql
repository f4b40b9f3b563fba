-- The official sources that a command fetches, with the newest date their figures are about ("" when there are none; of a
-- projection the year it sets out from). No parameters.
WITH nyeste AS (
    SELECT 'folketal' AS tabel, NULL AS noegletal, max(dato)::VARCHAR AS dato FROM folketal
    UNION ALL SELECT 'fremskrivning', NULL, max(fremskrevet_fra)::VARCHAR FROM fremskrivning
    UNION ALL SELECT 'laegekontakt', NULL, max(aar)::VARCHAR FROM laegekontakt
    UNION ALL SELECT 'noegletal', noegletal, sidste_dato(dato) FROM noegletal WHERE datasaet = 'offentlig' GROUP BY noegletal
)
SELECT h.hentning, h.navn, h.udgiver, h.kommando, h.licens, h.url, h.tabel, h.udgives, h.aar_efter, h.maaned,
    h.hentet::VARCHAR AS hentet,
    (SELECT coalesce(max(n.dato), '') FROM nyeste n
     WHERE n.tabel = h.tabel AND (n.noegletal IS NULL OR list_contains(string_split(h.noegletal, ';'), n.noegletal))) AS tal_fra
FROM hentning h
ORDER BY h.raekke;
