-- One target is shown for an area on a day, never a draft where the final one holds; an index of need is 1 for the country;
-- and no area is a clinic.
WITH maal AS (
    SELECT m.*, s.art, s.er_udkast, s.navn AS saet, coalesce(m.gyldig_fra, DATE '0001-01-01') AS fra, coalesce(m.gyldig_til, DATE '9999-12-31') AS til
    FROM maaltal m JOIN maalsaet s ON s.datasaet = m.datasaet AND s.maalsaet_id = m.maalsaet_id
),
indeks AS (
    SELECT m.datasaet, m.maalsaet_id, m.kendt_niveau, m.kendt_id, max(m.raekke) AS raekke, arg_max(m.vaerdi, coalesce(m.gyldig_fra, DATE '0001-01-01')) AS vaerdi
    FROM maaltal_stedfaestet m
    WHERE m.maal = 'behovsindeks' AND m.kendt_id IS NOT NULL
    GROUP BY ALL
),
folk AS (
    SELECT niveau, omraade_id, arg_max(indbyggere, dato) AS indbyggere FROM omraade_folketal GROUP BY niveau, omraade_id
),
gennemsnit AS (
    SELECT i.datasaet, i.maalsaet_id, i.kendt_niveau, max(i.raekke) AS raekke,
        sum(i.vaerdi * f.indbyggere) / sum(f.indbyggere) AS snit, sum(f.indbyggere) AS indbyggere
    FROM indeks i JOIN folk f ON f.niveau = i.kendt_niveau AND f.omraade_id = i.kendt_id
    GROUP BY ALL
)
SELECT 'maaltal' AS tabel, a.datasaet, a.raekke, 'foretrukken' AS kolonne, a.omraade AS vaerdi,
    'Udkastet »' || a.saet || '« skal ikke vises for ' || a.omraade || ', når det endelige mål »' || b.saet || '« gælder samtidig.' AS besked
FROM maal a
JOIN maal b ON b.datasaet = a.datasaet AND b.omraade_type = a.omraade_type AND b.omraade = a.omraade AND b.maal = a.maal AND b.art = a.art
    AND NOT b.er_udkast AND b.fra <= a.til AND a.fra <= b.til
WHERE a.er_udkast AND a.foretrukken
GROUP BY ALL
UNION ALL
SELECT 'maaltal', a.datasaet, max(b.raekke), 'foretrukken', b.omraade,
    'Højst én række pr. område, mål og dag må vises; »' || a.saet || '« og »' || b.saet || '« gælder samtidig for ' || b.omraade || '.'
FROM maal a
JOIN maal b ON b.datasaet = a.datasaet AND b.omraade_type = a.omraade_type AND b.omraade = a.omraade AND b.maal = a.maal
    AND b.raekke > a.raekke AND b.fra <= a.til AND a.fra <= b.til
WHERE a.foretrukken AND b.foretrukken
GROUP BY a.datasaet, a.saet, b.saet, b.omraade
UNION ALL
SELECT 'maaltal', datasaet, raekke, 'vaerdi', round(snit, 3)::VARCHAR,
    'Behovsindekset skal være 1 for landet; vægtet med folketallet er det ' || replace(round(snit, 3)::VARCHAR, '.', ',') || ' (0,98 til 1,02 er tilladt).'
FROM gennemsnit
WHERE snit NOT BETWEEN 0.98 AND 1.02
  -- a list of a few areas says nothing of the country
  AND indbyggere >= 0.9 * (SELECT indbyggere FROM folk WHERE niveau = 'land')
UNION ALL
SELECT 'maaltal', datasaet, raekke, 'omraade', omraade, 'Området ligner en klinik. Tal for en enkelt klinik kan ikke læses ind.'
FROM maaltal
WHERE omraade_type IN ('planomraade', 'bydel') AND regexp_matches(lower(omraade), 'klinik|lægehus|lægerne|lægepraksis|ydernummer|ydernr');
