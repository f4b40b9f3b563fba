-- Tenders by area: units offered, each lot once, in its last round within the period; and the rounds themselves.
-- Parameters: $niveau, $struktur, $datasaet, and for each period asked for $fra[], $til[] (dates or NULL) and $komplet[] (is
-- the register complete here?). `periode` in the answer is the number of the period.
WITH periode AS (
    SELECT unnest(range(len($komplet))) AS periode, unnest($fra::DATE[]) AS fra, unnest($til::DATE[]) AS til
),
runde AS (
    SELECT u.*, pe.periode, k.kaede_id, k.led, coalesce(p.omraade_id, 'ikke_stedfaestet') AS omraade_id
    FROM udbud_stedfaestet u
    JOIN periode pe ON (pe.fra IS NULL OR u.dag >= pe.fra) AND (pe.til IS NULL OR u.dag <= pe.til)
    JOIN udbud_kaede k ON k.datasaet = u.datasaet AND k.udbud_id = u.udbud_id
    LEFT JOIN placering p ON p.kendt_niveau = u.kendt_niveau AND p.kendt_id = u.kendt_id
        AND p.niveau = $niveau AND p.struktur = $struktur
    WHERE u.datasaet = $datasaet
),
maerket AS (
    SELECT r.*, s.udfaldsgruppe,
        r.er_udbudt AND r.led = max(CASE WHEN r.er_udbudt THEN r.led END) OVER (PARTITION BY r.periode, r.kaede_id) AS er_sidste
    FROM runde r JOIN udbud_status s ON s.status = r.status
),
optalt AS (
    SELECT periode, omraade_id,
        coalesce(sum(antal) FILTER (er_sidste AND enhed = 'ydernummer'), 0) AS ydernumre,
        coalesce(sum(antal) FILTER (er_sidste AND enhed = 'kapacitet'), 0) AS kapaciteter,
        coalesce(sum(antal) FILTER (er_sidste AND enhed = 'klinik'), 0) AS klinikker,
        count(*) AS runder,
        -- of a lot that only partly found doctors, the rest still has none
        coalesce(sum(antal - CASE WHEN udfaldsgruppe = 'besat' THEN antal_tildelt ELSE 0 END) FILTER (er_sidste AND enhed = 'ydernummer'), 0) AS ydernumre_ikke_besat,
        coalesce(sum(antal_tildelt) FILTER (udfaldsgruppe = 'besat' AND er_sidste AND enhed = 'ydernummer'), 0) AS ydernumre_besat,
        coalesce(sum(antal - CASE WHEN udfaldsgruppe = 'besat' THEN antal_tildelt ELSE 0 END) FILTER (er_sidste AND enhed = 'kapacitet'), 0) AS kapaciteter_ikke_besat,
        count(*) FILTER (antal_ansoegere = 0) AS runder_uden_ansoegere,
        count(antal_ansoegere) AS runder_med_ansoegertal
    FROM maerket GROUP BY periode, omraade_id
)
SELECT
    periode, omraade_id, navn,
    CASE WHEN nul_er_kendt THEN coalesce(ydernumre, 0) ELSE nullif(ydernumre, 0) END::BIGINT AS ydernumre,
    CASE WHEN nul_er_kendt THEN coalesce(kapaciteter, 0) ELSE nullif(kapaciteter, 0) END::BIGINT AS kapaciteter,
    CASE WHEN nul_er_kendt THEN coalesce(klinikker, 0) ELSE nullif(klinikker, 0) END::BIGINT AS klinikker,
    CASE WHEN nul_er_kendt THEN coalesce(runder, 0) ELSE nullif(runder, 0) END::BIGINT AS runder,
    CASE WHEN nul_er_kendt THEN coalesce(ydernumre_ikke_besat, 0) ELSE nullif(ydernumre_ikke_besat, 0) END::BIGINT AS ydernumre_ikke_besat,
    CASE WHEN nul_er_kendt THEN coalesce(ydernumre_besat, 0) ELSE nullif(ydernumre_besat, 0) END::BIGINT AS ydernumre_besat,
    CASE WHEN nul_er_kendt THEN coalesce(kapaciteter_ikke_besat, 0) ELSE nullif(kapaciteter_ikke_besat, 0) END::BIGINT AS kapaciteter_ikke_besat,
    CASE WHEN nul_er_kendt THEN coalesce(runder_uden_ansoegere, 0) ELSE nullif(runder_uden_ansoegere, 0) END::BIGINT AS runder_uden_ansoegere,
    coalesce(runder_med_ansoegertal, 0)::BIGINT AS runder_med_ansoegertal,
    indbyggere::BIGINT AS indbyggere, folketal_dato,
    CASE WHEN komplet THEN coalesce(ydernumre, 0) * 100000.0 / indbyggere END AS ydernumre_pr_100000,
    CASE WHEN komplet THEN coalesce(kapaciteter, 0) * 100000.0 / indbyggere END AS kapaciteter_pr_100000,
    CASE WHEN komplet AND NOT er_rest THEN 100.0 * runder_uden_ansoegere / nullif(runder_med_ansoegertal, 0) END AS andel_runder_uden_ansoegere
FROM omraadeskema($niveau, $struktur, $komplet, list_transform($fra::DATE[], lambda d: year(d)), list_transform($til::DATE[], lambda d: year(d)),
    (SELECT sidste_aar FROM register_aar WHERE register = 'udbud' AND datasaet = $datasaet))
LEFT JOIN optalt USING (periode, omraade_id)
ORDER BY periode, orden;
