-- What a dataset does not say, though it could: findings for whoever keeps the registers, the gravest first.
-- Parameters: $datasaet, $i_dag (date).
WITH runde AS (
    SELECT u.udbud_id, u.dag, u.kendt_niveau, s.udfaldsgruppe, s.fase = 'udbud' AND u.enhed <> 'klinik' AS er_aaben_plads, u.laege_klar,
        EXISTS (SELECT 1 FROM udbud n WHERE n.datasaet = u.datasaet AND n.forrige_udbud_id = u.udbud_id) AS har_senere_runde
    FROM udbud_stedfaestet u JOIN udbud_status s ON s.status = u.status
    WHERE u.datasaet = $datasaet
),
brugt AS (SELECT kilde_id FROM kilde_brugt WHERE datasaet = $datasaet),
fund AS (
    SELECT 1 AS orden, 'udbud' AS register, 'Udbud ældre end et år uden udfald' AS fund, udbud_id AS post FROM runde
    WHERE udfaldsgruppe = 'afventer' AND NOT har_senere_runde AND dag < $i_dag::DATE - INTERVAL 1 YEAR
    UNION ALL
    SELECT 2, 'udbud', 'Udbud uden udfald', udbud_id FROM runde WHERE udfaldsgruppe = 'afventer' AND NOT har_senere_runde
    UNION ALL
    SELECT 3, 'udbud', 'Udbud uden dato', udbud_id FROM runde WHERE dag IS NULL
    UNION ALL
    SELECT 4, 'udbud', 'Udbud, der ikke er stedfæstet til en kommune', udbud_id FROM runde WHERE kendt_niveau <> 'kommune'
    UNION ALL
    SELECT 4, 'udbud', 'Åbne udbud, hvor det ikke vides, om en speciallæge kan byde ind', udbud_id FROM runde
    WHERE er_aaben_plads AND NOT har_senere_runde AND laege_klar IS NULL
    UNION ALL
    SELECT 5, 'pulje', 'Støttede projekter uden beløb', projekt_id FROM puljeprojekt_stedfaestet
    WHERE datasaet = $datasaet AND mangler_beloeb
    UNION ALL
    SELECT 6, 'pulje', 'Puljer uden ramme', pulje_id FROM pulje WHERE datasaet = $datasaet AND ramme_kr IS NULL
    UNION ALL
    SELECT 7, 'hu_forloeb', 'Opslåede HU-forløb uden oplysning om besatte', omraade || ' ' || aar || coalesce(' runde ' || runde, '') FROM hu_forloeb
    WHERE datasaet = $datasaet AND foretrukken AND NOT er_prognose AND opslaaet IS NOT NULL AND coalesce(besat, ubesat) IS NULL
    UNION ALL
    SELECT 8, 'klinik', 'Klinikker uden startdato', klinik_id FROM klinik WHERE datasaet = $datasaet AND fra_dato IS NULL
    UNION ALL
    SELECT 8, 'klinik', 'Udbudsklinikker i drift uden kontraktudløb', klinik_id FROM klinik
    WHERE datasaet = $datasaet AND kliniktype = 'udbudsklinik' AND til_dato IS NULL AND efterfoelger_type IS NULL AND kontraktudloeb_dato IS NULL
    UNION ALL
    SELECT 9, 'tiltag', 'Tiltag uden beløb', tiltag_id FROM tiltag WHERE datasaet = $datasaet AND beloeb_kr IS NULL
    UNION ALL
    SELECT 10, 'kilde', 'Kilder uden dato', k.titel FROM kilde k JOIN brugt b ON b.kilde_id = k.kilde_id WHERE k.dato IS NULL
)
SELECT r.datanavn AS register, f.fund, count(*) AS antal, string_agg(f.post, ', ' ORDER BY f.post) AS poster
FROM fund f JOIN register r ON r.register = f.register
GROUP BY f.orden, r.datanavn, f.fund ORDER BY f.orden;
