-- Recruitment measures that are about an area: those of the area or a part of it (`inde`), and those of a larger area that
-- holds it, for they hold here too (`over`). A measure belongs to every period that it reaches into.
-- Parameters: $datasaet, $niveau, $struktur, $omraade ('' = the whole country), $fra, $til (dates or NULL).
WITH valgt AS (
    SELECT CASE WHEN $omraade = '' THEN 'land' ELSE $niveau END AS niveau, CASE WHEN $omraade = '' THEN 'land' ELSE $omraade END AS omraade_id
),
inde AS (
    SELECT p.kendt_niveau, p.kendt_id FROM placering p
    JOIN valgt v ON v.niveau = p.niveau AND v.omraade_id = p.omraade_id
    WHERE p.struktur = $struktur
),
-- regions of both structures: a measure of one that is no more still holds for its part of the new one
over_ AS (
    SELECT DISTINCT p.niveau AS kendt_niveau, p.omraade_id AS kendt_id FROM placering p
    JOIN valgt v ON v.niveau = p.kendt_niveau AND v.omraade_id = p.kendt_id
)
SELECT t.tiltag_id, t.titel, t.art, t.omraade, t.kendt_niveau, t.fra_dato, t.til_dato, t.beloeb_kr::DOUBLE AS beloeb_kr, t.beloeb_gaelder,
    o.kendt_id IS NOT NULL AS gaelder_hele, t.note, kil.kilde_id, kil.titel AS kildetitel, kil.udgiver, kil.url, t.fra_dato AS dato
FROM tiltag_stedfaestet t
JOIN kilde kil ON kil.kilde_id = t.kilde_id
LEFT JOIN inde i ON i.kendt_niveau = t.kendt_niveau AND i.kendt_id = t.kendt_id
LEFT JOIN over_ o ON o.kendt_niveau = t.kendt_niveau AND o.kendt_id = t.kendt_id
WHERE t.datasaet = $datasaet AND (i.kendt_id IS NOT NULL OR o.kendt_id IS NOT NULL)
  AND ($til IS NULL OR t.fra_dag <= $til)
  AND ($fra IS NULL OR t.til_dato IS NULL OR left(t.til_dato, 4)::INTEGER >= year($fra::DATE))
ORDER BY gaelder_hele DESC, t.fra_dag, t.titel;
