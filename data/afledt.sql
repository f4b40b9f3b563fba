-- What follows from the loaded tables: areas of every level in one table, and where each record can be placed.
-- What has to be computed anew when rows of a register change stands in afledt_registre.sql.

-- Every area of every level in every structure. Only regions differ between structures; the other levels stand under
-- both, so that a query always asks with (niveau, struktur) and never needs a special case.
CREATE TABLE omraade AS
WITH fast AS (
    SELECT niveau, niveau AS omraade_id, navn, navn AS kort_navn, 1 AS orden FROM niveau WHERE niveau = 'land'
    UNION ALL
    SELECT 'videreuddannelsesregion', videreuddannelsesregion_id, navn, kort_navn, raekke FROM videreuddannelsesregion
    UNION ALL
    SELECT 'delregion', delregion_id, navn, navn, raekke FROM delregion
    UNION ALL
    SELECT 'sundhedsraad', sundhedsraad_id, navn, kort_navn, raekke FROM sundhedsraad
    UNION ALL
    SELECT 'kommune', kommunekode, navn, navn, raekke FROM kommune
)
SELECT fast.niveau, struktur.struktur, fast.omraade_id, fast.navn, fast.kort_navn, fast.orden
FROM fast CROSS JOIN struktur
UNION ALL
SELECT 'region', struktur, region_id, navn, kort_navn, raekke FROM region;

-- A region is written by name in the registers. Names live on through a reform ("Region Syddanmark"), with the same
-- kommuner (checked in kontrol/geografi.sql); the oldest record of a name stands for all of them.
CREATE TABLE region_ved_navn AS
SELECT navn, arg_min(region_id, gyldig_fra) AS region_id FROM region GROUP BY navn;

-- What a register can write for a place, level by level (a kommune by its code or its name), and the area it means.
CREATE TABLE sted_ved_navn AS
SELECT 'land' AS niveau, 'Danmark' AS navn, 'land' AS kendt_id
UNION ALL
SELECT 'videreuddannelsesregion', kort_navn, videreuddannelsesregion_id FROM videreuddannelsesregion
UNION ALL
SELECT 'region', navn, region_id FROM region_ved_navn
UNION ALL
SELECT 'delregion', navn, delregion_id FROM delregion
UNION ALL
SELECT 'sundhedsraad', navn, sundhedsraad_id FROM sundhedsraad
UNION ALL
SELECT 'kommune', kommunekode, kommunekode FROM kommune
UNION ALL
SELECT 'kommune', navn, kommunekode FROM kommune;

-- The kommuner each area consists of. A delregion whose kommuner no source lists is known to lie in its region, so it
-- is given the region's kommuner, marked as not known: its own records can then be placed where the whole region fits,
-- and nothing else is ever placed in it.
CREATE TABLE omraade_kommune AS
SELECT 'land' AS niveau, 'land' AS omraade_id, kommunekode, true AS er_kendt FROM kommune
UNION ALL
SELECT 'videreuddannelsesregion', videreuddannelsesregion_id, kommunekode, true FROM kommune
UNION ALL
SELECT 'region', region_id, kommunekode, true FROM kommune_region
UNION ALL
SELECT 'delregion', d.delregion_id, k.kommunekode, true
FROM delregion d JOIN kommune k ON list_contains(string_split(d.sundhedsraad, ';'), k.sundhedsraad_id)
UNION ALL
SELECT 'delregion', d.delregion_id, kr.kommunekode, false
FROM delregion d
JOIN region_ved_navn r ON r.navn = d.region
JOIN kommune_region kr ON kr.region_id = r.region_id
WHERE d.sundhedsraad IS NULL
UNION ALL
SELECT 'sundhedsraad', sundhedsraad_id, kommunekode, true FROM kommune
UNION ALL
SELECT 'kommune', kommunekode, kommunekode, true FROM kommune;

-- Where a record that is known for one area stands at every level: in the area that holds all its kommuner. There is no
-- row where none does, and the record is then counted as `ikke_stedfaestet`: never dropped, never spread out.
CREATE TABLE placering AS
WITH stoerrelse AS (
    SELECT niveau, omraade_id, count(*) AS kommuner FROM omraade_kommune GROUP BY niveau, omraade_id
)
SELECT
    kendt.niveau AS kendt_niveau, kendt.omraade_id AS kendt_id,
    omraade.niveau, omraade.struktur, omraade.omraade_id
FROM omraade_kommune kendt
JOIN omraade_kommune maal ON maal.kommunekode = kendt.kommunekode
JOIN omraade ON omraade.niveau = maal.niveau AND omraade.omraade_id = maal.omraade_id
JOIN stoerrelse ON stoerrelse.niveau = kendt.niveau AND stoerrelse.omraade_id = kendt.omraade_id
WHERE maal.er_kendt OR (maal.niveau = kendt.niveau AND maal.omraade_id = kendt.omraade_id)
GROUP BY ALL
HAVING count(*) = any_value(stoerrelse.kommuner);

-- Inhabitants of every area by date. An area has a number only when all its kommuner have one.
CREATE TABLE omraade_folketal AS
WITH stoerrelse AS (
    SELECT niveau, omraade_id, count(*) AS kommuner FROM omraade_kommune GROUP BY niveau, omraade_id
)
SELECT
    m.niveau, m.omraade_id, f.dato,
    sum(f.indbyggere) AS indbyggere, sum(f.indbyggere_65_79) AS indbyggere_65_79, sum(f.indbyggere_80plus) AS indbyggere_80plus,
    sum(k.areal_km2) AS areal_km2
FROM omraade_kommune m
JOIN folketal f ON f.kommunekode = m.kommunekode
JOIN kommune k ON k.kommunekode = m.kommunekode
JOIN stoerrelse s ON s.niveau = m.niveau AND s.omraade_id = m.omraade_id
WHERE m.er_kendt
GROUP BY m.niveau, m.omraade_id, f.dato
HAVING count(*) = any_value(s.kommuner);

-- Inhabitants weighted by the consultations of their age: those of 65 and over were 18 pct. of the people and had 32 pct.
-- of the consultations in 2014 (KL), so one of them weighs 0.32 / 0.18 and one who is younger 0.68 / 0.82. An illustration
-- of what age alone does, and not the national model.
CREATE MACRO aldersvaegtede(indbyggere, aeldre) AS 0.829 * (indbyggere - aeldre) + 1.778 * aeldre;

-- The finest area each tender is known for, and the first day its date can mean (its offer, else its last status).
CREATE VIEW udbud_stedfaestet AS
SELECT
    u.*,
    -- a decision without a known offer is no offer
    -- and what the region has bought was not offered for it
    u.status NOT IN ('besluttet', 'reserve') AND (u.opslag_dato IS NOT NULL OR u.status NOT IN ('opkoebt', 'foersteret')) AS er_udbudt,
    CASE WHEN u.kommunekode IS NOT NULL THEN 'kommune' WHEN r.region_id IS NOT NULL THEN 'region' ELSE 'land' END AS kendt_niveau,
    coalesce(u.kommunekode, r.region_id, 'land') AS kendt_id,
    coalesce(u.opslag_dato, u.status_dato) AS dato,
    CAST(dato || left('-01-01', 10 - length(dato)) AS DATE) AS dag
FROM udbud u LEFT JOIN region_ved_navn r ON r.navn = u.region;

CREATE VIEW klinik_stedfaestet AS
SELECT
    c.*,
    CASE WHEN c.kommunekode IS NOT NULL THEN 'kommune' WHEN r.region_id IS NOT NULL THEN 'region' ELSE 'land' END AS kendt_niveau,
    coalesce(c.kommunekode, r.region_id, 'land') AS kendt_id,
    CAST(c.fra_dato || left('-01-01', 10 - length(c.fra_dato)) AS DATE) AS fra_dag,
    CAST(c.til_dato || left('-01-01', 10 - length(c.til_dato)) AS DATE) AS til_dag
FROM klinik c LEFT JOIN region_ved_navn r ON r.navn = c.region;

-- The clinics of a register for each period asked for, and how they stood in it. A clinic is in operation on the last day
-- of the period (on the day of the question, when the period is not over) when it is known to have begun by then, or
-- nobody knows when, and is not known to have ended. The clinics since 2015 are all that were in operation at some time
-- from 2015 to that day. A conversion counts in the period it happened.
CREATE MACRO klinik_i_perioder(i_datasaet, paa_dag, fra_i, til_i) AS TABLE
WITH pe AS (
    SELECT unnest(range(len(fra_i))) AS periode, unnest(fra_i::DATE[]) AS fra, unnest(til_i::DATE[]) AS til,
        coalesce(least(til, paa_dag::DATE), paa_dag::DATE) AS dag
)
SELECT c.*, pe.periode,
    c.fra_dag IS NULL OR c.fra_dag <= pe.dag AS er_begyndt,
    -- what came after it is known, so it has ended, though nobody says when
    er_begyndt AND CASE WHEN c.til_dag IS NULL THEN c.efterfoelger_type IS NULL ELSE c.til_dag > pe.dag END AS i_drift,
    er_begyndt AND (c.til_dag IS NULL OR c.til_dag >= DATE '2015-01-01') AS siden_2015,
    c.efterfoelger_type = 'PLO-klinik' AND c.til_dag IS NOT NULL AND c.til_dag <= pe.dag
        AND (pe.fra IS NULL OR c.til_dag >= pe.fra) AS blev_plo
FROM klinik_stedfaestet c CROSS JOIN pe
WHERE c.datasaet = i_datasaet;

-- Is a clinic counted in a figure, by the name of its column?
CREATE MACRO klinik_taelles(i_kolonne, i_drift, siden_2015, blev_plo, kliniktype) AS
CASE WHEN i_kolonne = 'konverteret_til_plo' THEN blev_plo ELSE
    CASE WHEN ends_with(i_kolonne, '_siden_2015') THEN siden_2015 ELSE i_drift END
    AND CASE
        WHEN starts_with(i_kolonne, 'udbudsklinikker') THEN kliniktype = 'udbudsklinik'
        WHEN starts_with(i_kolonne, 'licensklinikker') THEN kliniktype = 'licensklinik'
        ELSE kliniktype IN ('regionsklinik', 'naerklinik', 'praksisklinik')
    END
END;

-- What is known of a project without its kommuner: whether it was supported, whether no source tells with how much, and
-- the area of its region. A project with kommuner stands where they do (puljeprojekt_kommune).
CREATE VIEW puljeprojekt_stedfaestet AS
SELECT
    j.*,
    j.status IN ('støttet', 'støttet i anden omgang') AS er_stoettet,
    er_stoettet AND j.beloeb_kr IS NULL AS mangler_beloeb,
    CASE WHEN r.region_id IS NOT NULL THEN 'region' ELSE 'land' END AS kendt_niveau,
    coalesce(r.region_id, 'land') AS kendt_id
FROM puljeprojekt j LEFT JOIN region_ved_navn r ON r.navn = j.region;

CREATE VIEW puljeprojekt_kommune AS
SELECT datasaet, projekt_id, unnest(string_split(kommunekoder, ';')) AS kommunekode
FROM puljeprojekt WHERE kommunekoder IS NOT NULL;

-- The area a training-post row or an indicator row is about. Towns, landsdele and planning areas are no level of the
-- dashboard: a town is known for its kommune only as a place, never as a figure for the kommune, so it is left out here.
CREATE VIEW hu_stedfaestet AS
SELECT h.*, h.omraade_type AS kendt_niveau, s.kendt_id
FROM hu_forloeb h
LEFT JOIN sted_ved_navn s ON s.niveau = h.omraade_type AND s.navn = h.omraade;

CREATE VIEW noegletal_stedfaestet AS
SELECT n.*, n.omraade_type AS kendt_niveau, s.kendt_id,
    CAST(n.dato || left('-01-01', 10 - length(n.dato)) AS DATE) AS dag
FROM noegletal n
LEFT JOIN sted_ved_navn s
    ON s.niveau = n.omraade_type AND s.navn = CASE n.omraade_type WHEN 'kommune' THEN n.kommunekode ELSE n.omraade END
WHERE n.omraade_type IN ('land', 'region', 'sundhedsraad', 'kommune');

CREATE VIEW tiltag_stedfaestet AS
SELECT t.*, t.omraade_type AS kendt_niveau, s.kendt_id,
    CAST(t.fra_dato || left('-01-01', 10 - length(t.fra_dato)) AS DATE) AS fra_dag
FROM tiltag t
LEFT JOIN sted_ved_navn s
    ON s.niveau = t.omraade_type AND s.navn = CASE t.omraade_type WHEN 'kommune' THEN t.kommunekode ELSE t.omraade END;

-- What BALANCE and BEHOV are about. A plan is known for the finest area it names; a bydel, a planomraade or a postnummer
-- for its kommune as a place, where it has one, never as a figure for the kommune.
CREATE VIEW laegestand_stedfaestet AS
SELECT l.*, l.omraade_type AS kendt_niveau, s.kendt_id
FROM laegestand l LEFT JOIN sted_ved_navn s ON s.niveau = l.omraade_type AND s.navn = l.omraade;

CREATE VIEW laegebevaegelse_stedfaestet AS
SELECT l.*, l.omraade_type AS kendt_niveau, s.kendt_id
FROM laegebevaegelse l LEFT JOIN sted_ved_navn s ON s.niveau = l.omraade_type AND s.navn = l.omraade;

CREATE VIEW udbudsplan_stedfaestet AS
SELECT p.*,
    CASE WHEN p.kommunekode IS NOT NULL THEN 'kommune' WHEN p.sundhedsraad IS NOT NULL THEN 'sundhedsraad'
        WHEN r.region_id IS NOT NULL THEN 'region' ELSE 'land' END AS kendt_niveau,
    coalesce(p.kommunekode, s.sundhedsraad_id, r.region_id, 'land') AS kendt_id
FROM udbudsplan p
LEFT JOIN sundhedsraad s ON s.navn = p.sundhedsraad
LEFT JOIN region_ved_navn r ON r.navn = p.region;

CREATE VIEW bosaetning_stedfaestet AS
SELECT b.*, v.videreuddannelsesregion_id, b.omraade_type AS kendt_niveau, s.kendt_id
FROM bosaetning b
JOIN videreuddannelsesregion v ON v.kort_navn = b.videreuddannelsesregion
LEFT JOIN sted_ved_navn s ON s.niveau = b.omraade_type AND s.navn = b.omraade;

CREATE VIEW maaltal_stedfaestet AS
SELECT m.*, m.omraade_type AS kendt_niveau, s.kendt_id
FROM maaltal m
LEFT JOIN sted_ved_navn s
    ON s.niveau = m.omraade_type AND s.navn = CASE m.omraade_type WHEN 'kommune' THEN m.kommunekode ELSE m.omraade END;

CREATE VIEW truet_udpegning_stedfaestet AS
SELECT t.*, CASE WHEN t.kommunekode IS NULL THEN NULL ELSE 'kommune' END AS kendt_niveau, t.kommunekode AS kendt_id
FROM truet_udpegning t;

-- The sources that rows of the registers rest on, once for each dataset.
CREATE VIEW kilde_brugt AS
SELECT datasaet, kilde_id FROM udbud
UNION SELECT datasaet, kilde_id FROM udbud_haendelse
UNION SELECT datasaet, kilde_id FROM klinik
UNION SELECT datasaet, kilde_id FROM pulje
UNION SELECT datasaet, kilde_id FROM puljeprojekt
UNION SELECT datasaet, kilde_id FROM hu_forloeb
UNION SELECT datasaet, kilde_id FROM tiltag
UNION SELECT datasaet, kilde_id FROM laegestand
UNION SELECT datasaet, kilde_id FROM laegebevaegelse
UNION SELECT datasaet, kilde_id FROM udbudsplan
UNION SELECT datasaet, kilde_id FROM bosaetning
UNION SELECT datasaet, kilde_id FROM hu_faerdige
UNION SELECT datasaet, kilde_id FROM maalsaet
UNION SELECT datasaet, kilde_id FROM maaltal
UNION SELECT datasaet, kilde_id FROM truet_udpegning
UNION SELECT datasaet, kilde_id FROM noegletal;

-- The areas of a level with two extra rows for what the level cannot hold: records known for a larger area only, and
-- records that cover several areas of the level (counted once). Their sum is the national figure.
CREATE TABLE omraade_med_rest AS
SELECT o.niveau, o.struktur, o.omraade_id, o.navn, o.kort_navn, o.orden, false AS er_rest,
    EXISTS (SELECT 1 FROM omraade_kommune m WHERE m.niveau = o.niveau AND m.omraade_id = o.omraade_id AND m.er_kendt) AS er_kendt
FROM omraade o
UNION ALL
SELECT n.niveau, s.struktur, r.omraade_id, r.navn, r.navn, 1000 + r.orden, true, true
FROM niveau n CROSS JOIN struktur s
CROSS JOIN (VALUES ('ikke_stedfaestet', 'Ikke stedfæstet', 1), ('flere_omraader', 'Dækker flere områder', 2)) r (omraade_id, navn, orden);

-- What the counts of a register are filled into: a row for each period asked for and each area of a level, with the two
-- extra rows. komplet_i: is the register complete in each period? A count of 0 is only known to be 0 where it is, and
-- elsewhere "no data". fra_aar_i, til_aar_i: the years of each period (or NULL); sidste_aar: the last year that a period
-- without an end has anything of. Inhabitants are the newest count of the period, on the day `folketal_dato`; a period
-- without a count has none, for no count is carried to another year.
CREATE MACRO omraadeskema(paa_niveau, i_struktur, komplet_i, fra_aar_i, til_aar_i, sidste_aar) AS TABLE
WITH pe AS (
    SELECT unnest(range(len(komplet_i))) AS periode, unnest(komplet_i) AS komplet,
        unnest(fra_aar_i::INTEGER[]) AS fra_aar, unnest(til_aar_i::INTEGER[]) AS til_aar
),
folk AS (
    SELECT pe.periode, f.omraade_id, arg_max(f.indbyggere, f.dato) AS indbyggere, max(f.dato) AS folketal_dato
    FROM omraade_folketal f
    JOIN pe ON year(f.dato) BETWEEN coalesce(pe.fra_aar, year(f.dato)) AND coalesce(pe.til_aar, sidste_aar, year(f.dato))
    WHERE f.niveau = paa_niveau
    GROUP BY pe.periode, f.omraade_id
)
SELECT pe.periode, pe.komplet, o.omraade_id, o.navn, o.orden, o.er_rest, folk.indbyggere, folk.folketal_dato,
    (pe.komplet AND o.er_kendt) OR o.er_rest AS nul_er_kendt
FROM omraade_med_rest o
CROSS JOIN pe
LEFT JOIN folk ON folk.periode = pe.periode AND folk.omraade_id = o.omraade_id
WHERE o.niveau = paa_niveau AND o.struktur = i_struktur;

-- The first and the last of some dates that are as precise as their sources: of two that begin (or end) on the same day,
-- the one that says least.
CREATE MACRO foerste_dato(dato) AS arg_min(dato, dato || substr('-01-01', length(dato) - 3) || ' ' || lpad(length(dato)::VARCHAR, 2, '0'));
CREATE MACRO sidste_dato(dato) AS arg_max(dato, dato || substr('-12-31', length(dato) - 3) || ' ' || lpad((99 - length(dato))::VARCHAR, 2, '0'));
