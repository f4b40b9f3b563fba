-- A designated kommune is called by its name, no area is twice on a list at the same time, and none is a clinic.
SELECT 'truet_udpegning' AS tabel, t.datasaet, t.raekke, 'omraade' AS kolonne, t.omraade AS vaerdi, 'Området er ikke kendt som kommune.' AS besked
FROM truet_udpegning t LEFT JOIN kommune k ON k.kommunekode = t.kommunekode
WHERE t.omraade_type = 'kommune' AND t.omraade IS DISTINCT FROM k.navn
UNION ALL
SELECT 'truet_udpegning', b.datasaet, b.raekke, 'gyldig_fra', b.gyldig_fra::VARCHAR, b.omraade || ' står allerede på listen i samme tid.'
FROM truet_udpegning a
JOIN truet_udpegning b ON b.datasaet = a.datasaet AND b.liste = a.liste AND b.omraade_type = a.omraade_type AND b.omraade = a.omraade
    AND b.kommunekode IS NOT DISTINCT FROM a.kommunekode AND b.raekke > a.raekke AND b.gyldig_fra <= coalesce(a.gyldig_til, DATE '9999-12-31')
    AND a.gyldig_fra <= coalesce(b.gyldig_til, DATE '9999-12-31')
GROUP BY ALL
UNION ALL
SELECT 'truet_udpegning', datasaet, raekke, 'omraade', omraade, 'Området ligner en klinik. Tal for en enkelt klinik kan ikke læses ind.'
FROM truet_udpegning
WHERE omraade_type IN ('planomraade', 'laegedaekningsomraade') AND regexp_matches(lower(omraade), 'klinik|lægehus|lægerne|lægepraksis|ydernummer|ydernr');
