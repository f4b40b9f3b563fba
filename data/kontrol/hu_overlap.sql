-- Two preferred rows of the same kind for overlapping areas (a region and the region it became part of) would be
-- counted twice.
SELECT 'hu_forloeb' AS tabel, a.datasaet, max(b.raekke) AS raekke, 'omraade' AS kolonne, b.omraade AS vaerdi,
    'Området overlapper ' || a.omraade || ' i samme år; tallene ville blive talt to gange.' AS besked
FROM hu_stedfaestet a
JOIN hu_stedfaestet b ON b.datasaet = a.datasaet AND b.aar = a.aar AND b.kendt_niveau = a.kendt_niveau AND b.kendt_id > a.kendt_id
JOIN omraade_kommune ka ON ka.niveau = a.kendt_niveau AND ka.omraade_id = a.kendt_id
JOIN omraade_kommune kb ON kb.niveau = b.kendt_niveau AND kb.omraade_id = b.kendt_id AND kb.kommunekode = ka.kommunekode
WHERE a.foretrukken AND b.foretrukken
  AND (a.opslaaet IS NOT NULL AND b.opslaaet IS NOT NULL OR a.besat IS NOT NULL AND b.besat IS NOT NULL)
GROUP BY a.datasaet, a.omraade, b.omraade;
