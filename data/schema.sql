-- The store: every table with its keys, vocabularies and rules, so that bad data cannot be loaded.
-- The comment of a column says in Danish what is allowed there. It is shown when a value is refused, and it is the
-- explanation row of the import templates: no rule is worded twice.
-- The columns `datasaet` (which world a row belongs to) and `raekke` (row in its CSV file, headings = 1) are added by
-- the loader. A date is text as precise as its source gives it (2019, 2019-05 or 2019-05-20), with the precision beside it.

CREATE TYPE datasaet_navn AS ENUM ('faelles', 'offentlig', 'eksempel', 'egne');
CREATE TYPE register_navn AS ENUM ('befolkning', 'fremskrivning', 'laegekontakt', 'udbud', 'klinik', 'pulje', 'hu_forloeb', 'tiltag', 'laeger', 'udbudsplan', 'bosaetning', 'maaltal', 'truet', 'noegletal');
CREATE TYPE datopraecision AS ENUM ('aar', 'maaned', 'dag');
CREATE TYPE enhedstype AS ENUM ('ydernummer', 'kapacitet', 'klinik');
CREATE TYPE kilde_type AS ENUM ('myndighed', 'region', 'kommune', 'PLO', 'KL', 'medie', 'lov', 'dokument', 'datasaet', 'eksempel');

------------------------------------------------------------------------------------------------- sources and catalogue

-- What a column is called by people: the headings of the import templates and of downloads. `andre_navne` are accepted
-- at import too, `standard` is what an empty cell means, `eksempel` stands in the template's example row. `foerste_aar`
-- and `aar_frem` (years after today's) bound the years that a date in the column can be from.
CREATE TABLE register (
    raekke INTEGER NOT NULL,
    register VARCHAR PRIMARY KEY,
    navn VARCHAR NOT NULL UNIQUE,
    datanavn VARCHAR NOT NULL UNIQUE,
    indlaesning VARCHAR CHECK (regexp_full_match(indlaesning, '[a-z0-9_]+')),
    fineste_niveau VARCHAR CHECK (fineste_niveau IN ('land', 'videreuddannelsesregion', 'region', 'sundhedsraad', 'kommune')),
    CHECK ((fineste_niveau IS NULL) = (register = 'kilde'))
);
COMMENT ON COLUMN register.navn IS 'Registerets navn, hvor dets tal vises.';
COMMENT ON COLUMN register.datanavn IS 'Registerets navn, hvor dets rækker indlæses, efterses eller hentes.';
COMMENT ON COLUMN register.indlaesning IS 'Det, registeret hedder i skabeloner og filnavne; tom, når det ikke indlæses.';
COMMENT ON COLUMN register.fineste_niveau IS 'Det fineste niveau, registerets tal kan kendes for; tom for kilder, der ikke har et sted.';

CREATE TABLE tabel (
    raekke INTEGER NOT NULL,
    tabel VARCHAR PRIMARY KEY,
    register VARCHAR NOT NULL REFERENCES register (register),
    ark VARCHAR NOT NULL UNIQUE
);
COMMENT ON COLUMN tabel.register IS 'Registeret, tabellen hører til; dets hovedtabel står først.';
COMMENT ON COLUMN tabel.ark IS 'Navnet på tabellens ark i skabeloner, og på tabellen, hvor den hentes hel.';

CREATE TABLE overskrift (
    raekke INTEGER NOT NULL,
    tabel VARCHAR NOT NULL,
    kolonne VARCHAR NOT NULL,
    overskrift VARCHAR NOT NULL,
    andre_navne VARCHAR,
    standard VARCHAR,
    eksempel VARCHAR,
    foerste_aar INTEGER CHECK (foerste_aar BETWEEN 1900 AND 2100),
    aar_frem INTEGER CHECK (aar_frem >= 0 AND (aar_frem IS NULL) = (foerste_aar IS NULL)),
    PRIMARY KEY (tabel, kolonne),
    UNIQUE (tabel, overskrift)
);
COMMENT ON COLUMN overskrift.foerste_aar IS 'Det første år, en dato i kolonnen kan være fra; tom for andre kolonner.';
COMMENT ON COLUMN overskrift.aar_frem IS 'Så mange år frem fra i dag en dato i kolonnen kan ligge; udfyldt, netop når første år er det.';
COMMENT ON COLUMN overskrift.overskrift IS 'Kolonnens danske overskrift; hver overskrift må kun stå én gang i en tabel.';

CREATE TABLE kilde (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    kilde_id VARCHAR PRIMARY KEY CHECK (regexp_full_match(kilde_id, '[a-z0-9_-]+')),
    titel VARCHAR NOT NULL,
    udgiver VARCHAR NOT NULL,
    url VARCHAR CHECK (url IS NULL OR regexp_full_match(url, 'https?://\S+')),
    dato VARCHAR CHECK (dato IS NULL OR (regexp_full_match(dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(dato || left('-01-01', 10 - length(dato)) AS DATE) IS NOT NULL)),
    type kilde_type NOT NULL
);
COMMENT ON COLUMN kilde.kilde_id IS 'Kildens id: små bogstaver a-z, tal, bindestreg; hvert id må kun stå én gang.';
COMMENT ON COLUMN kilde.titel IS 'Kildens titel skal være udfyldt.';
COMMENT ON COLUMN kilde.udgiver IS 'Hvem der har udgivet kilden, skal være udfyldt.';
COMMENT ON COLUMN kilde.url IS 'Adressen skal begynde med http:// eller https:// og må ikke have mellemrum; tom, når kilden ikke ligger på nettet.';
COMMENT ON COLUMN kilde.dato IS 'Datoen skrives 2019, 2019-05 eller 2019-05-20; tom, når kilden er udateret.';
COMMENT ON COLUMN kilde.type IS 'Kildens art: myndighed, region, kommune, PLO, KL, medie, lov, dokument, datasaet eller eksempel.';

CREATE TABLE fuldstaendighed (
    raekke INTEGER NOT NULL,
    datasaet datasaet_navn NOT NULL,
    register register_navn NOT NULL,
    niveau VARCHAR NOT NULL,
    fra_aar INTEGER,
    til_aar INTEGER,
    komplet BOOLEAN NOT NULL,
    begrundelse VARCHAR NOT NULL,
    PRIMARY KEY (datasaet, register, niveau)
);
COMMENT ON COLUMN fuldstaendighed.niveau IS 'Niveauet, oplysningen gælder for, eller »alle«.';
COMMENT ON COLUMN fuldstaendighed.komplet IS '1, når registeret rummer alt i perioden; ellers 0.';

-- The shared indicators, and those that the secretariat defines: an id and a name mean one thing in all datasets.
CREATE TABLE noegletal_katalog (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    noegletal VARCHAR PRIMARY KEY CHECK (regexp_full_match(noegletal, '[a-z0-9_]+')),
    navn VARCHAR NOT NULL UNIQUE,
    gruppe VARCHAR NOT NULL,
    enhed VARCHAR NOT NULL,
    decimaler INTEGER NOT NULL CHECK (decimaler BETWEEN 0 AND 3),
    definition VARCHAR NOT NULL,
    taeller VARCHAR NOT NULL,
    naevner VARCHAR NOT NULL CHECK (naevner <> 'ingen' OR NOT regexp_matches(enhed, 'pct\.|\bpr\. ')),
    retning VARCHAR NOT NULL CHECK (retning IN ('lav_er_godt', 'hoej_er_godt', 'neutral')),
    register register_navn NOT NULL,
    kolonne VARCHAR,
    sammenlaegning VARCHAR NOT NULL CHECK (sammenlaegning IN ('ingen', 'sum', 'vaegtet')),
    vaegt VARCHAR CHECK ((sammenlaegning = 'vaegtet') = (vaegt IS NOT NULL)),
    fravaer_er_nul BOOLEAN NOT NULL,
    kraever_komplet BOOLEAN NOT NULL,
    paa_kort BOOLEAN NOT NULL,
    vaerdinavne VARCHAR CHECK (regexp_full_match(vaerdinavne, '\d+=[^;=]+(;\d+=[^;=]+)*')),
    ejer VARCHAR NOT NULL,
    gennemgaaet DATE NOT NULL,
    naeste_gennemgang DATE CHECK (naeste_gennemgang > gennemgaaet),
    note VARCHAR,
    andre_navne VARCHAR,
    CHECK (sammenlaegning <> 'sum' OR naevner = 'ingen'),
    CHECK (sammenlaegning <> 'vaegtet' OR naevner <> 'ingen')
);
COMMENT ON COLUMN noegletal_katalog.noegletal IS 'Nøgletallets id: små bogstaver a-z, tal og understregning; tom, så dannes det af navnet.';
COMMENT ON COLUMN noegletal_katalog.navn IS 'Nøgletallets navn, som det skal stå i menuer og overskrifter; hvert navn må kun stå én gang.';
COMMENT ON COLUMN noegletal_katalog.gruppe IS 'Gruppen i ordlisten; tom betyder »Egne nøgletal«.';
COMMENT ON COLUMN noegletal_katalog.enhed IS 'Enheden, fx læger, pct. eller patienter pr. læge, skal være udfyldt.';
COMMENT ON COLUMN noegletal_katalog.decimaler IS 'Hvor mange decimaler tallet vises med, 0 til 3.';
COMMENT ON COLUMN noegletal_katalog.definition IS 'Definitionen skal være udfyldt.';
COMMENT ON COLUMN noegletal_katalog.taeller IS 'Det, der tælles, skal være udfyldt.';
COMMENT ON COLUMN noegletal_katalog.naevner IS 'Det, der deles med; »ingen«, når tallet er et rent antal. Er enheden pct. eller noget pr. noget, skal der være en nævner.';
COMMENT ON COLUMN noegletal_katalog.retning IS 'lav_er_godt, hoej_er_godt eller neutral, når hverken et højt eller et lavt tal er godt i sig selv.';
COMMENT ON COLUMN noegletal_katalog.sammenlaegning IS 'Hvordan kommuner bliver til sundhedsråd, regioner og land: sum (kun rene antal), vaegtet (gennemsnit; kræver en nævner og en vægt) eller ingen.';
COMMENT ON COLUMN noegletal_katalog.naeste_gennemgang IS 'Dagen, nøgletallet senest skal gennemgås igen; efter den dag, det sidst blev gennemgået. Må være tom.';
COMMENT ON COLUMN noegletal_katalog.note IS 'Det, læseren skal vide om nøgletallet; må være tom.';
COMMENT ON COLUMN noegletal_katalog.andre_navne IS 'Andre ord for nøgletallet i kilders overskrifter, skilt med semikolon; må være tom.';
COMMENT ON COLUMN noegletal_katalog.vaerdinavne IS 'Hvad værdierne hedder for en enkelt kommune, fx »0=Ikke på listen;1=På listen«; tom, når tallet taler for sig selv.';
COMMENT ON COLUMN noegletal_katalog.vaegt IS 'Nøgletallet, der vægtes med, fx praktiserende_laeger; skal være udfyldt, netop når tallet lægges sammen som vægtet gennemsnit.';

CREATE TABLE ordliste (
    raekke INTEGER NOT NULL,
    ord VARCHAR PRIMARY KEY,
    emne VARCHAR NOT NULL CHECK (emne IN ('Ydernumre og kapacitet', 'Udbud og overdragelse', 'Kliniktyper og praksisformer', 'Patienter og tilgang', 'HU-forløb', 'Puljer', 'Geografi', 'Sådan læses tallene')),
    forklaring VARCHAR NOT NULL,
    kilde VARCHAR,
    verificeret BOOLEAN NOT NULL
);
COMMENT ON COLUMN ordliste.ord IS 'Ordet skal være udfyldt, og hvert ord må kun stå én gang.';
COMMENT ON COLUMN ordliste.emne IS 'Ydernumre og kapacitet, Udbud og overdragelse, Kliniktyper og praksisformer, Patienter og tilgang, HU-forløb, Puljer, Geografi eller Sådan læses tallene.';
COMMENT ON COLUMN ordliste.forklaring IS 'Forklaringen skal være udfyldt.';
COMMENT ON COLUMN ordliste.kilde IS 'Lov, aftale eller udgiver i ord; tom, når forklaringen er sammenfattet af flere offentlige sider.';
COMMENT ON COLUMN ordliste.verificeret IS '0, når ordet er brugt i omtale, men definitionen ikke er set i lov, aftale eller anden kilde; ellers 1.';

-- The official sources that a command fetches. `tabel` is where their figures stand ("kort": no table, but the map), and
-- `noegletal` the indicators, parted by ";", that there are only when they are fetched. New figures are published so many
-- years after the year of those there are, in a month, or some time in the year. The command itself writes `hentet`.
CREATE TABLE hentning (
    raekke INTEGER NOT NULL,
    hentning VARCHAR PRIMARY KEY CHECK (regexp_full_match(hentning, '[a-z0-9]+')),
    navn VARCHAR NOT NULL UNIQUE,
    udgiver VARCHAR NOT NULL,
    kommando VARCHAR NOT NULL,
    licens VARCHAR NOT NULL,
    url VARCHAR NOT NULL CHECK (regexp_full_match(url, 'https?://\S+')),
    tabel VARCHAR NOT NULL CHECK (tabel IN ('folketal', 'fremskrivning', 'laegekontakt', 'noegletal', 'kort')),
    noegletal VARCHAR CHECK (regexp_full_match(noegletal, '[a-z0-9_]+(;[a-z0-9_]+)*')),
    udgives VARCHAR NOT NULL,
    aar_efter INTEGER CHECK (aar_efter BETWEEN 0 AND 5),
    maaned INTEGER CHECK (maaned IS NULL OR (maaned BETWEEN 1 AND 12 AND aar_efter IS NOT NULL)),
    hentet DATE
);
COMMENT ON COLUMN hentning.url IS 'Adressen skal begynde med http:// eller https:// og må ikke have mellemrum.';
COMMENT ON COLUMN hentning.hentet IS 'Dagen, tallene sidst blev hentet; tom, når de aldrig er hentet.';

CREATE TABLE udbud_status (
    raekke INTEGER NOT NULL,
    status VARCHAR PRIMARY KEY,
    navn VARCHAR NOT NULL,
    forklaring VARCHAR NOT NULL,
    fase VARCHAR NOT NULL CHECK (fase IN ('behov', 'udbud', 'afgjort')),
    udfaldsgruppe VARCHAR NOT NULL CHECK (udfaldsgruppe IN ('besat', 'ingen_ansoegere', 'udbudsklinik', 'regionsklinik', 'afventer', 'trukket_tilbage')),
    orden INTEGER NOT NULL
);

CREATE TABLE udbud_overgang (
    raekke INTEGER NOT NULL,
    fra_status VARCHAR REFERENCES udbud_status (status),
    til_status VARCHAR NOT NULL REFERENCES udbud_status (status),
    usaedvanlig BOOLEAN NOT NULL,
    forklaring VARCHAR NOT NULL,
    UNIQUE (fra_status, til_status)
);

-- Rules of how many doctors and patients there shall be, and where and when each holds. Without a region: the whole country.
-- `fra` and `til` are as precise as the source; an empty one is open, and `aftalt` tells an agreement from what is imposed.
CREATE TABLE regel (
    raekke INTEGER NOT NULL,
    regel_id VARCHAR PRIMARY KEY CHECK (regexp_full_match(regel_id, '[a-z0-9_-]+')),
    art VARCHAR NOT NULL CHECK (art IN ('norm', 'udkast', 'overgang', 'minimum', 'stop', 'konkurrence', 'model', 'tillaeg', 'evaluering')),
    navn VARCHAR NOT NULL,
    region VARCHAR,
    fra VARCHAR CHECK (fra IS NULL OR (regexp_full_match(fra, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(fra || left('-01-01', 10 - length(fra)) AS DATE) IS NOT NULL)),
    til VARCHAR CHECK (til IS NULL OR (regexp_full_match(til, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(til || left('-01-01', 10 - length(til)) AS DATE) IS NOT NULL)),
    er_udkast BOOLEAN NOT NULL CHECK (er_udkast = (art = 'udkast')),
    aftalt VARCHAR CHECK (aftalt IN ('aftalt', 'fastsat')),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    note VARCHAR,
    CHECK (fra IS NOT NULL OR til IS NOT NULL),
    CHECK (fra IS NULL OR til IS NULL OR left(fra, least(length(fra), length(til))) <= left(til, least(length(fra), length(til))))
);
COMMENT ON COLUMN regel.region IS 'Regionens fulde navn, fx »Region Sjælland«; tom, når reglen gælder hele landet.';
COMMENT ON COLUMN regel.aftalt IS 'aftalt, når parterne er enige om reglen, fastsat, når en myndighed har bestemt den; tom, når det er ukendt.';

-- What holds for each type of clinic: what nobody has seen a source of has no row.
CREATE TABLE kliniktypevilkaar (
    raekke INTEGER NOT NULL,
    forhold VARCHAR NOT NULL,
    kliniktype VARCHAR NOT NULL CHECK (kliniktype IN ('PLO-klinik', 'udbudsklinik', 'regionsklinik')),
    tekst VARCHAR NOT NULL,
    dato VARCHAR NOT NULL CHECK (regexp_full_match(dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(dato || left('-01-01', 10 - length(dato)) AS DATE) IS NOT NULL),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    PRIMARY KEY (forhold, kliniktype)
);
COMMENT ON COLUMN kliniktypevilkaar.dato IS 'Dagen, vilkåret gælder fra, eller kildens dag.';

-- What sources say that is no measurement of an indicator: a statement with its day and, where there is one, its number.
CREATE TABLE udsagn (
    raekke INTEGER NOT NULL,
    udsagn_id VARCHAR PRIMARY KEY CHECK (regexp_full_match(udsagn_id, '[a-z0-9_-]+')),
    emne VARCHAR NOT NULL CHECK (emne IN ('udgift', 'klinikdrift', 'overdragelse', 'kapacitet', 'raad', 'reform', 'plo', 'egen_praksis', 'uddannelse', 'behov')),
    sted VARCHAR NOT NULL,
    dato VARCHAR NOT NULL CHECK (regexp_full_match(dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(dato || left('-01-01', 10 - length(dato)) AS DATE) IS NOT NULL),
    dato_udledt BOOLEAN NOT NULL,
    er_prognose BOOLEAN NOT NULL,
    tekst VARCHAR NOT NULL,
    tal DOUBLE,
    kvalifikator VARCHAR CHECK (kvalifikator IN ('ca.', 'over', 'næsten', 'knap', 'mindst')),
    enhed VARCHAR CHECK ((enhed IS NULL) = (tal IS NULL)),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    note VARCHAR
);
COMMENT ON COLUMN udsagn.sted IS 'Det sted, udsagnet er om; for hele landet »Danmark«.';
COMMENT ON COLUMN udsagn.dato_udledt IS '1, når årstallet er læst af sammenhængen; ellers 0.';
COMMENT ON COLUMN udsagn.enhed IS 'Tallets enhed; tom, netop når der intet tal er.';

-- What a scenario assumes, the same in every dataset: the default, the three sets (gunstig, standard, ugunstig), the ends of
-- the slider, and what is tried when one assumption is changed at a time (`lav`, `hoej`). Whole numbers, as they stand in
-- the link: divided by `skala` they are in `enhed`. `erstattes_af`: the table that measures it, once it is loaded.
CREATE TABLE antagelse (
    raekke INTEGER NOT NULL,
    antagelse VARCHAR PRIMARY KEY CHECK (regexp_full_match(antagelse, '[a-z0-9_]+')),
    gruppe VARCHAR NOT NULL CHECK (gruppe IN ('Tilgang', 'Afgang', 'Udbud', 'Klinikker')),
    navn VARCHAR NOT NULL UNIQUE,
    forklaring VARCHAR NOT NULL,
    enhed VARCHAR NOT NULL,
    skala INTEGER NOT NULL CHECK (skala IN (1, 10, 100)),
    standard INTEGER NOT NULL CHECK (standard BETWEEN mindst AND hoejst),
    gunstig INTEGER NOT NULL CHECK (gunstig BETWEEN mindst AND hoejst),
    ugunstig INTEGER NOT NULL CHECK (ugunstig BETWEEN mindst AND hoejst),
    lav INTEGER NOT NULL CHECK (lav BETWEEN mindst AND hoejst),
    hoej INTEGER NOT NULL CHECK (hoej BETWEEN mindst AND hoejst),
    mindst INTEGER NOT NULL,
    hoejst INTEGER NOT NULL CHECK (hoejst > mindst),
    trin INTEGER NOT NULL CHECK (trin > 0 AND (hoejst - mindst) % trin = 0),
    status VARCHAR NOT NULL CHECK (status IN ('kilde', 'beregnet', 'skoen')),
    kilde_id VARCHAR REFERENCES kilde (kilde_id) CHECK (kilde_id IS NOT NULL OR status = 'skoen'),
    regnestykke VARCHAR CHECK ((regnestykke IS NOT NULL) = (status = 'beregnet')),
    orden INTEGER NOT NULL UNIQUE,
    erstattes_af VARCHAR
);
COMMENT ON COLUMN antagelse.standard IS 'Værdien i det midterste sæt, inden for mindst og højst.';
COMMENT ON COLUMN antagelse.gunstig IS 'Værdien i det gunstige sæt, inden for mindst og højst.';
COMMENT ON COLUMN antagelse.ugunstig IS 'Værdien i det ugunstige sæt, inden for mindst og højst.';
COMMENT ON COLUMN antagelse.lav IS 'Værdien, der giver færrest pladser uden PLO-læge, når kun denne antagelse ændres; inden for mindst og højst.';
COMMENT ON COLUMN antagelse.hoej IS 'Værdien, der giver flest pladser uden PLO-læge, når kun denne antagelse ændres; inden for mindst og højst.';
COMMENT ON COLUMN antagelse.trin IS 'Skyderens trin, over 0; der skal være et helt antal trin fra mindst til højst.';
COMMENT ON COLUMN antagelse.status IS 'kilde, når en kilde siger værdien; beregnet, når den er regnet ud af kilder; skoen, når ingen kilde har den.';
COMMENT ON COLUMN antagelse.kilde_id IS 'Kilden skal stå blandt kilderne; den må kun mangle, når status er skoen.';
COMMENT ON COLUMN antagelse.regnestykke IS 'Regnestykket i ord og tal, netop når status er beregnet.';

--------------------------------------------------------------------------------------------------------- geography

CREATE TABLE struktur (
    raekke INTEGER NOT NULL,
    struktur VARCHAR PRIMARY KEY,
    navn VARCHAR NOT NULL,
    kort_navn VARCHAR NOT NULL,
    gyldig_fra DATE NOT NULL,
    gyldig_til DATE CHECK (gyldig_til IS NULL OR gyldig_til > gyldig_fra),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id)
);

CREATE TABLE niveau (
    raekke INTEGER NOT NULL,
    niveau VARCHAR PRIMARY KEY,
    navn VARCHAR NOT NULL,
    navn_flertal VARCHAR NOT NULL,
    orden INTEGER NOT NULL UNIQUE,
    er_kortniveau BOOLEAN NOT NULL,
    gyldig_fra DATE,
    gyldig_til DATE,
    note VARCHAR
);

CREATE TABLE region (
    raekke INTEGER NOT NULL,
    region_id VARCHAR PRIMARY KEY,
    struktur VARCHAR NOT NULL REFERENCES struktur (struktur),
    navn VARCHAR NOT NULL,
    kort_navn VARCHAR NOT NULL,
    dst_kode VARCHAR,
    plo_r VARCHAR,
    gyldig_fra DATE NOT NULL,
    gyldig_til DATE,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    stoettekilder VARCHAR,
    note VARCHAR,
    UNIQUE (struktur, navn)
);

CREATE TABLE videreuddannelsesregion (
    raekke INTEGER NOT NULL,
    videreuddannelsesregion_id VARCHAR PRIMARY KEY,
    navn VARCHAR NOT NULL,
    kort_navn VARCHAR NOT NULL UNIQUE,
    gyldig_fra DATE NOT NULL,
    gyldig_til DATE,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id)
);

CREATE TABLE sundhedsraad (
    raekke INTEGER NOT NULL,
    sundhedsraad_id VARCHAR PRIMARY KEY,
    navn VARCHAR NOT NULL UNIQUE,
    kort_navn VARCHAR NOT NULL UNIQUE,
    hovedhospital VARCHAR,
    gyldig_fra DATE NOT NULL,
    gyldig_til DATE,
    sikkerhed VARCHAR NOT NULL,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    stoettekilder VARCHAR
);

CREATE TABLE kommune (
    raekke INTEGER NOT NULL,
    kommunekode VARCHAR PRIMARY KEY CHECK (regexp_full_match(kommunekode, '\d{3}')),
    navn VARCHAR NOT NULL UNIQUE,
    sundhedsraad_id VARCHAR NOT NULL REFERENCES sundhedsraad (sundhedsraad_id),
    videreuddannelsesregion_id VARCHAR NOT NULL REFERENCES videreuddannelsesregion (videreuddannelsesregion_id),
    areal_km2 DOUBLE NOT NULL CHECK (areal_km2 > 0),
    areal_kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    sikkerhed VARCHAR NOT NULL CHECK (sikkerhed IN ('verificeret', 'verificeret_konflikt', 'en_kilde')),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    stoettekilder VARCHAR
);
COMMENT ON COLUMN kommune.kommunekode IS 'Kommunekoden har tre cifre, og hver kommune står én gang.';

CREATE TABLE kommune_region (
    raekke INTEGER NOT NULL,
    kommunekode VARCHAR NOT NULL REFERENCES kommune (kommunekode),
    region_id VARCHAR NOT NULL REFERENCES region (region_id),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    PRIMARY KEY (kommunekode, region_id)
);

CREATE TABLE folketal (
    raekke INTEGER NOT NULL,
    kommunekode VARCHAR NOT NULL REFERENCES kommune (kommunekode),
    dato DATE NOT NULL,
    indbyggere INTEGER NOT NULL CHECK (indbyggere > 0),
    indbyggere_65_79 INTEGER NOT NULL CHECK (indbyggere_65_79 >= 0),
    indbyggere_80plus INTEGER NOT NULL CHECK (indbyggere_80plus >= 0),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    PRIMARY KEY (kommunekode, dato),
    CHECK (indbyggere_65_79 + indbyggere_80plus <= indbyggere)
);
COMMENT ON COLUMN folketal.indbyggere IS 'Antal indbyggere, et helt tal over 0.';
COMMENT ON COLUMN folketal.indbyggere_65_79 IS 'Antal indbyggere på 65 til 79 år; med dem på 80 år eller derover højst antallet af indbyggere.';
COMMENT ON COLUMN folketal.indbyggere_80plus IS 'Antal indbyggere på 80 år eller derover.';

-- Expected inhabitants. They stand apart from those that were counted, so that nothing of today is ever divided by them.
CREATE TABLE fremskrivning (
    raekke INTEGER NOT NULL,
    kommunekode VARCHAR NOT NULL REFERENCES kommune (kommunekode),
    dato DATE NOT NULL,
    fremskrevet_fra INTEGER NOT NULL CHECK (fremskrevet_fra < year(dato)),
    indbyggere INTEGER NOT NULL CHECK (indbyggere > 0),
    indbyggere_65_79 INTEGER NOT NULL CHECK (indbyggere_65_79 >= 0),
    indbyggere_80plus INTEGER NOT NULL CHECK (indbyggere_80plus >= 0),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    PRIMARY KEY (kommunekode, dato),
    CHECK (indbyggere_65_79 + indbyggere_80plus <= indbyggere)
);
COMMENT ON COLUMN fremskrivning.fremskrevet_fra IS 'Året, hvis folketal fremskrivningen går ud fra; før fremskrivningens dato.';

-- Inhabitants that had at least one contact with general practice in a year, as a share.
CREATE TABLE laegekontakt (
    raekke INTEGER NOT NULL,
    kommunekode VARCHAR NOT NULL REFERENCES kommune (kommunekode),
    aar INTEGER NOT NULL CHECK (aar BETWEEN 2006 AND 2100),
    andel_pct DOUBLE NOT NULL CHECK (andel_pct BETWEEN 0 AND 100),
    kontakter INTEGER CHECK (kontakter > 0),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    PRIMARY KEY (kommunekode, aar)
);
COMMENT ON COLUMN laegekontakt.kontakter IS 'Antal kontakter til almen læge i året, et helt tal over 0; tom, når det er ukendt.';
COMMENT ON COLUMN laegekontakt.andel_pct IS 'Andelen af indbyggerne med mindst én kontakt til almen læge i året, 0 til 100.';

CREATE TABLE delregion (
    raekke INTEGER NOT NULL,
    delregion_id VARCHAR PRIMARY KEY,
    navn VARCHAR NOT NULL UNIQUE,
    region VARCHAR NOT NULL,
    sundhedsraad VARCHAR,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    note VARCHAR
);

-- Meetings that people look back to when they ask what is new. `dato` is empty where only the season is known, which `tid`
-- then says. `er_planlagt`: the source told of it beforehand, and no later one of its holding.
CREATE TABLE moede (
    raekke INTEGER NOT NULL,
    moede_id VARCHAR PRIMARY KEY CHECK (regexp_full_match(moede_id, '[a-z0-9_-]+')),
    organ VARCHAR NOT NULL CHECK (organ IN ('repraesentantskabet', 'almen_praksisudvalget', 'medlemmerne', 'sundhedsraad', 'andre')),
    dato VARCHAR CHECK (dato IS NULL OR (regexp_full_match(dato, '\d{4}-\d{2}(-\d{2})?') AND TRY_CAST(dato || left('-01', 10 - length(dato)) AS DATE) IS NOT NULL)),
    tid VARCHAR CHECK ((tid IS NULL) = (dato IS NOT NULL) AND (tid IS NULL OR regexp_full_match(tid, '(foråret|efteråret) \d{4}'))),
    navn VARCHAR NOT NULL,
    er_planlagt BOOLEAN NOT NULL,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    note VARCHAR
);
COMMENT ON COLUMN moede.organ IS 'repraesentantskabet, almen_praksisudvalget, medlemmerne, sundhedsraad eller andre.';
COMMENT ON COLUMN moede.dato IS 'Mødets dato skrives 2023-11-04, eller 2023-11, når kun måneden er kendt; tom, når kun årstiden er.';
COMMENT ON COLUMN moede.tid IS 'Årstiden, fx »efteråret 2026«, netop når datoen er tom.';
COMMENT ON COLUMN moede.navn IS 'Mødets navn skal være udfyldt.';
COMMENT ON COLUMN moede.er_planlagt IS '1, når kilden er fra før mødet, og ingen senere kilde siger, at det er holdt; ellers 0.';

-- The seats of a sundhedsråd on a day.
CREATE TABLE raadsplads (
    raekke INTEGER NOT NULL,
    sundhedsraad_id VARCHAR NOT NULL REFERENCES sundhedsraad (sundhedsraad_id),
    dato DATE NOT NULL,
    regionale INTEGER NOT NULL CHECK (regionale >= 0),
    kommunale INTEGER NOT NULL CHECK (kommunale >= 0),
    medlemmer INTEGER NOT NULL CHECK (medlemmer = regionale + kommunale),
    dagsordener VARCHAR CHECK (dagsordener IS NULL OR regexp_full_match(dagsordener, 'https?://\S+')),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    note VARCHAR,
    PRIMARY KEY (sundhedsraad_id, dato)
);
COMMENT ON COLUMN raadsplads.medlemmer IS 'Medlemmer i alt: de regionale og de kommunale lagt sammen.';
COMMENT ON COLUMN raadsplads.dagsordener IS 'Adressen på rådets dagsordener; tom, når den ikke er kendt.';

--------------------------------------------------------------------------------------------------------- registers

CREATE TABLE udbud (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    udbud_id VARCHAR NOT NULL CHECK (regexp_full_match(udbud_id, '[a-z0-9_-]+')),
    region VARCHAR,
    kommunekode VARCHAR REFERENCES kommune (kommunekode),
    sted VARCHAR NOT NULL,
    enhed enhedstype NOT NULL,
    antal INTEGER NOT NULL CHECK (antal >= 1),
    art VARCHAR NOT NULL CHECK (art IN ('nyt', 'genopslag', 'overtaget_af_region', 'tilbageleveret', 'drift_i_udbud', 'ukendt')),
    kliniktype_foer VARCHAR CHECK (kliniktype_foer IN ('PLO-klinik', 'udbudsklinik', 'regionsklinik')),
    opslag_dato VARCHAR CHECK (opslag_dato IS NULL OR (regexp_full_match(opslag_dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(opslag_dato || left('-01-01', 10 - length(opslag_dato)) AS DATE) IS NOT NULL)),
    opslag_praecision datopraecision CHECK (opslag_praecision IS NOT DISTINCT FROM CASE length(opslag_dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    frist_dato DATE,
    runde_nr INTEGER CHECK (runde_nr >= 1),
    antal_ansoegere INTEGER CHECK (antal_ansoegere >= 0),
    antal_tildelt INTEGER CHECK (antal_tildelt BETWEEN 0 AND antal),
    status VARCHAR NOT NULL REFERENCES udbud_status (status),
    status_dato VARCHAR CHECK (status_dato IS NULL OR (regexp_full_match(status_dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(status_dato || left('-01-01', 10 - length(status_dato)) AS DATE) IS NOT NULL)),
    status_praecision datopraecision CHECK (status_praecision IS NOT DISTINCT FROM CASE length(status_dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    kliniktype_efter VARCHAR CHECK (kliniktype_efter IN ('PLO-klinik', 'udbudsklinik', 'regionsklinik')),
    forrige_udbud_id VARCHAR CHECK (forrige_udbud_id <> udbud_id),
    laege_klar BOOLEAN,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    PRIMARY KEY (datasaet, udbud_id),
    CHECK (antal_tildelt IS NULL OR status <> 'ingen_ansoegere' OR antal_tildelt = 0),
    CHECK (antal_ansoegere IS NULL OR status <> 'ingen_ansoegere' OR antal_ansoegere = 0),
    CHECK (status NOT IN ('besat', 'tildelt', 'konverteret_plo') OR antal_tildelt >= 1),
    CHECK (status NOT IN ('udbudsklinik', 'regionsklinik') OR kliniktype_efter = status)
);
COMMENT ON COLUMN udbud.udbud_id IS 'Id for udbuddet: små bogstaver a-z, tal og bindestreg; hvert id må kun stå én gang.';
COMMENT ON COLUMN udbud.region IS 'Regionens fulde navn, fx »Region Sjælland«; tom, når kommunen er nok.';
COMMENT ON COLUMN udbud.kommunekode IS 'Kommunens tre cifre, fx 360 for Lolland; tom, når kun regionen er kendt.';
COMMENT ON COLUMN udbud.sted IS 'Byen, bydelen eller klinikken, det gælder; skal være udfyldt.';
COMMENT ON COLUMN udbud.enhed IS 'Det, der udbydes; skal være en af: ydernummer, kapacitet, klinik.';
COMMENT ON COLUMN udbud.art IS 'Hvorfor der udbydes: nyt, genopslag, overtaget_af_region, tilbageleveret, drift_i_udbud eller ukendt.';
COMMENT ON COLUMN udbud.kliniktype_foer IS 'Kliniktypen før udbuddet: PLO-klinik, udbudsklinik eller regionsklinik; tom, når den er ukendt.';
COMMENT ON COLUMN udbud.frist_dato IS 'Sidste dag for ansøgning, skrevet 2019-05-20; tom, når den er ukendt.';
COMMENT ON COLUMN udbud.runde_nr IS 'Rundens nummer, et helt tal på mindst 1; tom, når det er ukendt.';
COMMENT ON COLUMN udbud.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN udbud.note IS 'Det, læseren skal vide om rækken; må være tom.';
COMMENT ON COLUMN udbud.antal IS 'Antal enheder i udbuddet, et helt tal på mindst 1.';
COMMENT ON COLUMN udbud.opslag_dato IS 'Opslagets dato skrives 2019, 2019-05 eller 2019-05-20; tom, når den er ukendt.';
COMMENT ON COLUMN udbud.opslag_praecision IS 'aar, maaned eller dag, så det passer med datoen.';
COMMENT ON COLUMN udbud.antal_ansoegere IS 'Antal ansøgere eller bud, et helt tal; tom, når det er ukendt. Med status ingen_ansoegere skal det være 0.';
COMMENT ON COLUMN udbud.antal_tildelt IS 'Enheder, der gik til en læge, højst antallet i udbuddet. Mindst 1 ved besat, tildelt og konverteret_plo, 0 ved ingen_ansoegere.';
COMMENT ON COLUMN udbud.status IS 'Seneste kendte status; skal passe med antal tildelt og kliniktype efter.';
COMMENT ON COLUMN udbud.status_dato IS 'Statusdatoen skrives 2019, 2019-05 eller 2019-05-20; tom, når den er ukendt.';
COMMENT ON COLUMN udbud.status_praecision IS 'aar, maaned eller dag, så det passer med datoen.';
COMMENT ON COLUMN udbud.kliniktype_efter IS 'Kliniktypen efter udbuddet; ved status udbudsklinik eller regionsklinik skal den være den samme.';
COMMENT ON COLUMN udbud.forrige_udbud_id IS 'Id for den forrige runde af samme nummer; aldrig rundens eget id.';
COMMENT ON COLUMN udbud.laege_klar IS 'Er der en færdiguddannet speciallæge, der kan byde ind? ja eller nej; tom, når det ikke vides.';
COMMENT ON COLUMN udbud.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';

CREATE TABLE udbud_haendelse (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    udbud_id VARCHAR NOT NULL,
    raekkefoelge INTEGER NOT NULL CHECK (raekkefoelge >= 1),
    status VARCHAR NOT NULL REFERENCES udbud_status (status),
    dato VARCHAR CHECK (dato IS NULL OR (regexp_full_match(dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(dato || left('-01-01', 10 - length(dato)) AS DATE) IS NOT NULL)),
    praecision datopraecision CHECK (praecision IS NOT DISTINCT FROM CASE length(dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    antal INTEGER CHECK (antal >= 0),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    PRIMARY KEY (datasaet, udbud_id, raekkefoelge),
    FOREIGN KEY (datasaet, udbud_id) REFERENCES udbud (datasaet, udbud_id)
);
COMMENT ON COLUMN udbud_haendelse.udbud_id IS 'Udbuddets id skal stå i udbuddene.';
COMMENT ON COLUMN udbud_haendelse.raekkefoelge IS 'Hændelsens nummer i forløbet, 1, 2, 3 og så videre.';
COMMENT ON COLUMN udbud_haendelse.status IS 'Hvad der skete; skal være en af de kendte statusser.';
COMMENT ON COLUMN udbud_haendelse.antal IS 'Antal enheder, hændelsen gælder, et helt tal; ved ansoegere antal ansøgere eller bud.';
COMMENT ON COLUMN udbud_haendelse.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN udbud_haendelse.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN udbud_haendelse.note IS 'Det, læseren skal vide om rækken; må være tom.';
COMMENT ON COLUMN udbud_haendelse.dato IS 'Datoen skrives 2019, 2019-05 eller 2019-05-20; tom, når den er ukendt.';
COMMENT ON COLUMN udbud_haendelse.praecision IS 'aar, maaned eller dag, så det passer med datoen.';

CREATE TABLE klinik (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    klinik_id VARCHAR NOT NULL CHECK (regexp_full_match(klinik_id, '[a-z0-9_-]+')),
    navn VARCHAR NOT NULL,
    sted VARCHAR NOT NULL,
    kommunekode VARCHAR REFERENCES kommune (kommunekode),
    region VARCHAR,
    kliniktype VARCHAR NOT NULL CHECK (kliniktype IN ('udbudsklinik', 'regionsklinik', 'naerklinik', 'praksisklinik', 'licensklinik')),
    fra_dato VARCHAR CHECK (fra_dato IS NULL OR (regexp_full_match(fra_dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(fra_dato || left('-01-01', 10 - length(fra_dato)) AS DATE) IS NOT NULL)),
    fra_praecision datopraecision CHECK (fra_praecision IS NOT DISTINCT FROM CASE length(fra_dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    til_dato VARCHAR CHECK (til_dato IS NULL OR (regexp_full_match(til_dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(til_dato || left('-01-01', 10 - length(til_dato)) AS DATE) IS NOT NULL)),
    til_praecision datopraecision CHECK (til_praecision IS NOT DISTINCT FROM CASE length(til_dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    efterfoelger_type VARCHAR CHECK (efterfoelger_type IN ('PLO-klinik', 'regionsklinik', 'udbudsklinik', 'lukket')),
    kapaciteter DOUBLE CHECK (kapaciteter BETWEEN 0 AND 50),
    patienter INTEGER CHECK (patienter >= 0),
    patienter_dato VARCHAR CHECK (patienter_dato IS NULL OR (regexp_full_match(patienter_dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(patienter_dato || left('-01-01', 10 - length(patienter_dato)) AS DATE) IS NOT NULL)),
    -- who promised that it becomes a PLO-klinik is an office, never a person
    konvertering_lovet_af VARCHAR CHECK (konvertering_lovet_af IN ('regionsrådet', 'regionsrådsformanden', 'forretningsudvalget', 'sundhedsrådet', 'forvaltningen', 'leverandøren', 'staten')),
    konvertering_lovet_dato VARCHAR CHECK (konvertering_lovet_dato IS NULL OR (regexp_full_match(konvertering_lovet_dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(konvertering_lovet_dato || left('-01-01', 10 - length(konvertering_lovet_dato)) AS DATE) IS NOT NULL)),
    konvertering_lovet_praecision datopraecision CHECK (konvertering_lovet_praecision IS NOT DISTINCT FROM CASE length(konvertering_lovet_dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    planlagt_konvertering_dato VARCHAR CHECK (planlagt_konvertering_dato IS NULL OR (regexp_full_match(planlagt_konvertering_dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(planlagt_konvertering_dato || left('-01-01', 10 - length(planlagt_konvertering_dato)) AS DATE) IS NOT NULL)),
    planlagt_konvertering_praecision datopraecision CHECK (planlagt_konvertering_praecision IS NOT DISTINCT FROM CASE length(planlagt_konvertering_dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    kontraktudloeb_dato VARCHAR CHECK (kontraktudloeb_dato IS NULL OR (regexp_full_match(kontraktudloeb_dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(kontraktudloeb_dato || left('-01-01', 10 - length(kontraktudloeb_dato)) AS DATE) IS NOT NULL)),
    kontraktudloeb_praecision datopraecision CHECK (kontraktudloeb_praecision IS NOT DISTINCT FROM CASE length(kontraktudloeb_dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    kontakt_dato VARCHAR CHECK (kontakt_dato IS NULL OR (regexp_full_match(kontakt_dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(kontakt_dato || left('-01-01', 10 - length(kontakt_dato)) AS DATE) IS NOT NULL)),
    kontakt_praecision datopraecision CHECK (kontakt_praecision IS NOT DISTINCT FROM CASE length(kontakt_dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    PRIMARY KEY (datasaet, klinik_id),
    CHECK (til_dato IS NULL OR fra_dato IS NULL OR left(fra_dato, least(length(fra_dato), length(til_dato))) <= left(til_dato, least(length(fra_dato), length(til_dato))))
);
COMMENT ON COLUMN klinik.kliniktype IS 'udbudsklinik, regionsklinik, naerklinik, praksisklinik eller licensklinik.';
COMMENT ON COLUMN klinik.klinik_id IS 'Id for klinikken: små bogstaver a-z, tal og bindestreg; hvert id må kun stå én gang.';
COMMENT ON COLUMN klinik.navn IS 'Klinikkens navn skal være udfyldt.';
COMMENT ON COLUMN klinik.sted IS 'Byen eller bydelen skal være udfyldt.';
COMMENT ON COLUMN klinik.kommunekode IS 'Kommunens tre cifre, fx 360 for Lolland; tom, når kun regionen er kendt.';
COMMENT ON COLUMN klinik.region IS 'Regionens fulde navn, fx »Region Sjælland«; tom, når kommunen er nok.';
COMMENT ON COLUMN klinik.efterfoelger_type IS 'Hvad klinikken blev til: PLO-klinik, regionsklinik, udbudsklinik eller lukket; tom, når det er ukendt.';
COMMENT ON COLUMN klinik.kapaciteter IS 'Antal lægekapaciteter i klinikken, 0 til 50, også halve; tom, når det er ukendt.';
COMMENT ON COLUMN klinik.patienter IS 'Antal tilmeldte patienter, et helt tal; tom, når det er ukendt.';
COMMENT ON COLUMN klinik.patienter_dato IS 'Datoen for patienttallet skrives 2019, 2019-05 eller 2019-05-20.';
COMMENT ON COLUMN klinik.konvertering_lovet_af IS 'Hvem der har lovet, at klinikken bliver til en PLO-klinik: regionsrådet, regionsrådsformanden, forretningsudvalget, sundhedsrådet, forvaltningen, leverandøren eller staten; aldrig en persons navn. Tom, når ingen har.';
COMMENT ON COLUMN klinik.konvertering_lovet_dato IS 'Datoen for løftet skrives 2019, 2019-05 eller 2019-05-20; tom, når den er ukendt.';
COMMENT ON COLUMN klinik.konvertering_lovet_praecision IS 'aar, maaned eller dag, så det passer med datoen.';
COMMENT ON COLUMN klinik.planlagt_konvertering_dato IS 'Datoen, klinikken efter planen bliver til en PLO-klinik, skrives 2028, 2028-05 eller 2028-05-20; tom, når der ingen plan er.';
COMMENT ON COLUMN klinik.planlagt_konvertering_praecision IS 'aar, maaned eller dag, så det passer med datoen.';
COMMENT ON COLUMN klinik.kontraktudloeb_dato IS 'Datoen, kontrakten med leverandøren udløber, skrives 2019, 2019-05 eller 2019-05-20; tom, når den er ukendt.';
COMMENT ON COLUMN klinik.kontraktudloeb_praecision IS 'aar, maaned eller dag, så det passer med datoen.';
COMMENT ON COLUMN klinik.kontakt_dato IS 'Datoen for den seneste kontakt med regionen om klinikken skrives 2019, 2019-05 eller 2019-05-20; tom, når den er ukendt.';
COMMENT ON COLUMN klinik.kontakt_praecision IS 'aar, maaned eller dag, så det passer med datoen.';
COMMENT ON COLUMN klinik.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN klinik.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN klinik.note IS 'Det, læseren skal vide om rækken; må være tom.';
COMMENT ON COLUMN klinik.fra_dato IS 'Datoen skrives 2019, 2019-05 eller 2019-05-20; tom, når den er ukendt.';
COMMENT ON COLUMN klinik.til_dato IS 'Datoen skrives 2019, 2019-05 eller 2019-05-20, og den ligger ikke før startdatoen.';

CREATE TABLE pulje (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    pulje_id VARCHAR NOT NULL CHECK (regexp_full_match(pulje_id, '[a-z0-9_-]+')),
    navn VARCHAR NOT NULL,
    ramme_kr DECIMAL(14, 2) CHECK (ramme_kr >= 0),
    ansoegninger INTEGER CHECK (ansoegninger >= 0),
    stoettede_projekter INTEGER CHECK (stoettede_projekter >= 0),
    periode VARCHAR CHECK (regexp_full_match(periode, '\d{4}(-\d{4})?')),
    andel_nord_sjaelland_mindst DOUBLE CHECK (andel_nord_sjaelland_mindst BETWEEN 0 AND 1),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    PRIMARY KEY (datasaet, pulje_id)
);
COMMENT ON COLUMN pulje.ramme_kr IS 'Puljens ramme i kroner, 0 eller mere; tom, når den er ukendt.';
COMMENT ON COLUMN pulje.pulje_id IS 'Id for puljen: små bogstaver a-z, tal og bindestreg; hvert id må kun stå én gang.';
COMMENT ON COLUMN pulje.navn IS 'Puljens navn skal være udfyldt.';
COMMENT ON COLUMN pulje.ansoegninger IS 'Antal ansøgninger, et helt tal; tom, når det er ukendt.';
COMMENT ON COLUMN pulje.stoettede_projekter IS 'Antal støttede projekter i alt, et helt tal; tom, når det er ukendt.';
COMMENT ON COLUMN pulje.periode IS 'Puljens år, skrevet 2025 eller 2025-2026; tom, når det er ukendt.';
COMMENT ON COLUMN pulje.andel_nord_sjaelland_mindst IS 'Mindste andel til Region Nordjylland og Region Sjælland, et tal mellem 0 og 1; tom, når der ingen er.';
COMMENT ON COLUMN pulje.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN pulje.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN pulje.note IS 'Det, læseren skal vide om rækken; må være tom.';

CREATE TABLE puljeprojekt (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    projekt_id VARCHAR NOT NULL CHECK (regexp_full_match(projekt_id, '[a-z0-9_-]+')),
    pulje_id VARCHAR NOT NULL,
    titel VARCHAR NOT NULL,
    ansoeger VARCHAR,
    region VARCHAR,
    kommunekoder VARCHAR CHECK (regexp_full_match(kommunekoder, '\d{3}(;\d{3})*')),
    beloeb_kr DECIMAL(14, 2) CHECK (beloeb_kr >= 0),
    beloeb_praecision VARCHAR NOT NULL CHECK (beloeb_praecision IN ('eksakt', 'afrundet i kilden', 'ikke oplyst', 'loft')),
    aar_fra INTEGER NOT NULL CHECK (aar_fra BETWEEN 1990 AND 2100),
    aar_til INTEGER NOT NULL CHECK (aar_til BETWEEN 1990 AND 2100),
    tema VARCHAR NOT NULL CHECK (tema IN ('sundhedshus', 'laegehus', 'fastholdelse', 'klinik_etablering', 'netvaerk_uddannelseslaeger', 'rekruttering', 'digitalisering', 'etableringstilskud')),
    status VARCHAR NOT NULL CHECK (status IN ('støttet', 'støttet i anden omgang', 'takkede nej', 'ordning')),
    medregnes BOOLEAN NOT NULL,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    PRIMARY KEY (datasaet, projekt_id),
    FOREIGN KEY (datasaet, pulje_id) REFERENCES pulje (datasaet, pulje_id),
    CHECK (NOT medregnes OR beloeb_kr IS NOT NULL),
    CHECK (NOT medregnes OR status IN ('støttet', 'støttet i anden omgang')),
    CHECK (NOT medregnes OR beloeb_praecision IN ('eksakt', 'afrundet i kilden')),
    CHECK (aar_fra <= aar_til)
);
COMMENT ON COLUMN puljeprojekt.pulje_id IS 'Puljens id skal stå i puljerne.';
COMMENT ON COLUMN puljeprojekt.projekt_id IS 'Id for projektet: små bogstaver a-z, tal og bindestreg; hvert id må kun stå én gang.';
COMMENT ON COLUMN puljeprojekt.titel IS 'Projektets titel skal være udfyldt.';
COMMENT ON COLUMN puljeprojekt.ansoeger IS 'Hvem der søgte; tom, når det er ukendt.';
COMMENT ON COLUMN puljeprojekt.region IS 'Regionens fulde navn, fx »Region Sjælland«; tom, når kommunerne er nok.';
COMMENT ON COLUMN puljeprojekt.beloeb_praecision IS 'Hvor sikkert beløbet er: eksakt, afrundet i kilden, ikke oplyst eller loft.';
COMMENT ON COLUMN puljeprojekt.aar_til IS 'Sidste år, et årstal mellem 1990 og 2100.';
COMMENT ON COLUMN puljeprojekt.tema IS 'Projektets tema: sundhedshus, laegehus, fastholdelse, klinik_etablering, netvaerk_uddannelseslaeger, rekruttering, digitalisering eller etableringstilskud.';
COMMENT ON COLUMN puljeprojekt.status IS 'Projektets status: støttet, støttet i anden omgang, takkede nej eller ordning.';
COMMENT ON COLUMN puljeprojekt.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN puljeprojekt.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN puljeprojekt.note IS 'Det, læseren skal vide om rækken; må være tom.';
COMMENT ON COLUMN puljeprojekt.kommunekoder IS 'Kommunekoder på tre cifre med semikolon imellem, fx 326;330; tom, når kun regionen er kendt.';
COMMENT ON COLUMN puljeprojekt.beloeb_kr IS 'Beløbet i kroner, 0 eller mere; tom, når det ikke er oplyst.';
COMMENT ON COLUMN puljeprojekt.medregnes IS '1, når projektet tæller med i summen. Så skal det være støttet og have et beløb, der ikke er et loft.';
COMMENT ON COLUMN puljeprojekt.aar_fra IS 'Første år, ikke senere end sidste år.';

CREATE TABLE hu_forloeb (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    omraade_type VARCHAR NOT NULL CHECK (omraade_type IN ('land', 'videreuddannelsesregion', 'region', 'delregion', 'sundhedsraad')),
    omraade VARCHAR NOT NULL,
    aar INTEGER NOT NULL CHECK (aar BETWEEN 1990 AND 2100),
    runde INTEGER CHECK (runde BETWEEN 1 AND 4),
    dimensioneret INTEGER CHECK (dimensioneret >= 0),
    opslaaet INTEGER CHECK (opslaaet >= 0),
    besat INTEGER CHECK (besat >= 0),
    ubesat INTEGER CHECK (ubesat >= 0),
    besaettelsesgrad_pct DOUBLE CHECK (besaettelsesgrad_pct BETWEEN 0 AND 100),
    ekstra_forloeb INTEGER CHECK (ekstra_forloeb >= 0),
    er_prognose BOOLEAN NOT NULL,
    foretrukken BOOLEAN NOT NULL,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    UNIQUE (datasaet, omraade_type, omraade, aar, runde, kilde_id),
    CHECK (besat IS NULL OR opslaaet IS NULL OR besat <= opslaaet),
    CHECK (ubesat IS NULL OR opslaaet IS NULL OR besat IS NULL OR ubesat = opslaaet - besat)
);
COMMENT ON COLUMN hu_forloeb.omraade_type IS 'land, videreuddannelsesregion, region, delregion eller sundhedsraad.';
COMMENT ON COLUMN hu_forloeb.omraade IS 'Områdets navn; for hele landet »Danmark«.';
COMMENT ON COLUMN hu_forloeb.aar IS 'Opslagsåret, mellem 1990 og 2100.';
COMMENT ON COLUMN hu_forloeb.dimensioneret IS 'Antal forløb, der er dimensioneret, et helt tal; tom, når det er ukendt.';
COMMENT ON COLUMN hu_forloeb.opslaaet IS 'Antal opslåede forløb, et helt tal; tom, når det er ukendt.';
COMMENT ON COLUMN hu_forloeb.ekstra_forloeb IS 'Antal ekstra forløb ud over dimensioneringen, et helt tal; tom, når der ingen er.';
COMMENT ON COLUMN hu_forloeb.er_prognose IS '1, når tallet var ventet eller planlagt på kildens tidspunkt; ellers 0.';
COMMENT ON COLUMN hu_forloeb.foretrukken IS '1 på netop den række for område, år og runde, som skal vises; 0 på de andre.';
COMMENT ON COLUMN hu_forloeb.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN hu_forloeb.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN hu_forloeb.note IS 'Det, læseren skal vide om rækken; må være tom.';
COMMENT ON COLUMN hu_forloeb.runde IS 'Opslagsrunden 1 til 4; tom, når rækken gælder hele året.';
COMMENT ON COLUMN hu_forloeb.besat IS 'Antal besatte forløb, højst antallet af opslåede.';
COMMENT ON COLUMN hu_forloeb.ubesat IS 'Antal ubesatte forløb; er opslåede og besatte udfyldt, skal det være forskellen.';
COMMENT ON COLUMN hu_forloeb.besaettelsesgrad_pct IS 'Procent mellem 0 og 100.';

CREATE TABLE tiltag (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    tiltag_id VARCHAR NOT NULL CHECK (regexp_full_match(tiltag_id, '[a-z0-9_-]+')),
    titel VARCHAR NOT NULL,
    art VARCHAR NOT NULL CHECK (art IN ('rekrutteringstillæg', 'geografitillæg', 'etableringsstøtte', 'deltidsforskning', 'uddannelsesansvarlig overlæge', 'rekrutteringskonsulent', 'uddannelsesnetværk', 'familie og bosætning', 'kampagne', 'andet')),
    omraade_type VARCHAR NOT NULL CHECK (omraade_type IN ('land', 'videreuddannelsesregion', 'region', 'delregion', 'sundhedsraad', 'kommune')),
    omraade VARCHAR NOT NULL,
    kommunekode VARCHAR REFERENCES kommune (kommunekode),
    fra_dato VARCHAR NOT NULL CHECK (fra_dato IS NULL OR (regexp_full_match(fra_dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(fra_dato || left('-01-01', 10 - length(fra_dato)) AS DATE) IS NOT NULL)),
    fra_praecision datopraecision CHECK (fra_praecision IS NOT DISTINCT FROM CASE length(fra_dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    til_dato VARCHAR CHECK (til_dato IS NULL OR (regexp_full_match(til_dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(til_dato || left('-01-01', 10 - length(til_dato)) AS DATE) IS NOT NULL)),
    til_praecision datopraecision CHECK (til_praecision IS NOT DISTINCT FROM CASE length(til_dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    beloeb_kr DECIMAL(14, 2) CHECK (beloeb_kr >= 0),
    beloeb_gaelder VARCHAR CHECK (beloeb_gaelder IN ('i alt', 'pr. år', 'pr. læge', 'pr. læge pr. måned')),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    PRIMARY KEY (datasaet, tiltag_id)
);
COMMENT ON COLUMN tiltag.tiltag_id IS 'Id for tiltaget: små bogstaver a-z, tal og bindestreg; hvert id må kun stå én gang.';
COMMENT ON COLUMN tiltag.titel IS 'Hvad tiltaget hedder eller går ud på, skal være udfyldt; ingen navne på personer.';
COMMENT ON COLUMN tiltag.art IS 'Tiltagets art: rekrutteringstillæg, geografitillæg, etableringsstøtte, deltidsforskning, uddannelsesansvarlig overlæge, rekrutteringskonsulent, uddannelsesnetværk, familie og bosætning, kampagne eller andet.';
COMMENT ON COLUMN tiltag.omraade_type IS 'land, videreuddannelsesregion, region, delregion, sundhedsraad eller kommune.';
COMMENT ON COLUMN tiltag.omraade IS 'Områdets navn; for hele landet »Danmark«.';
COMMENT ON COLUMN tiltag.kommunekode IS 'Kommunens tre cifre; skal være udfyldt, netop når tiltaget gælder en kommune.';
COMMENT ON COLUMN tiltag.fra_dato IS 'Datoen, tiltaget begynder, skal være udfyldt og skrives 2019, 2019-05 eller 2019-05-20.';
COMMENT ON COLUMN tiltag.fra_praecision IS 'aar, maaned eller dag, så det passer med datoen.';
COMMENT ON COLUMN tiltag.til_dato IS 'Datoen, tiltaget slutter, skrives 2019, 2019-05 eller 2019-05-20; tom, når slutningen ikke er kendt.';
COMMENT ON COLUMN tiltag.til_praecision IS 'aar, maaned eller dag, så det passer med datoen.';
COMMENT ON COLUMN tiltag.beloeb_kr IS 'Beløbet i kroner, 0 eller mere; tom, når det ikke er oplyst.';
COMMENT ON COLUMN tiltag.beloeb_gaelder IS 'Hvad beløbet gælder: i alt, pr. år, pr. læge eller pr. læge pr. måned; udfyldt, netop når der er et beløb.';
COMMENT ON COLUMN tiltag.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN tiltag.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN tiltag.note IS 'Det, læseren skal vide om rækken; må være tom.';

-- Doctors in general practice on a day. Never a clinic: one area is the smallest. In a kommune one to four doctors of an age
-- are hidden, for a doctor of 68 on a small island is a person.
CREATE TABLE laegestand (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    omraade_type VARCHAR NOT NULL CHECK (omraade_type IN ('land', 'videreuddannelsesregion', 'region', 'sundhedsraad', 'kommune')),
    omraade VARCHAR NOT NULL,
    dato DATE NOT NULL,
    ansaettelse VARCHAR NOT NULL CHECK (ansaettelse IN ('ejer', 'ansat_plo', 'udbudsklinik', 'regionsklinik', 'vikar')),
    aldersgruppe VARCHAR NOT NULL CHECK (aldersgruppe IN ('alle', 'u40', '40-44', '45-49', '50-54', '55-59', '60-64', '65-69', '70+')),
    laeger INTEGER CHECK (laeger >= 0),
    skjult BOOLEAN NOT NULL,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    PRIMARY KEY (datasaet, omraade_type, omraade, dato, ansaettelse, aldersgruppe),
    CHECK ((laeger IS NULL) = skjult),
    CHECK (laeger = 0 OR laeger >= 5 OR aldersgruppe = 'alle' OR omraade_type <> 'kommune')
);
COMMENT ON COLUMN laegestand.omraade_type IS 'land, videreuddannelsesregion, region, sundhedsraad eller kommune. Tal for en enkelt klinik kan ikke læses ind.';
COMMENT ON COLUMN laegestand.omraade IS 'Områdets navn; for hele landet »Danmark«.';
COMMENT ON COLUMN laegestand.dato IS 'Dagen, lægerne er talt op, skrevet 2025-12-31.';
COMMENT ON COLUMN laegestand.ansaettelse IS 'ejer (læge med eget ydernummer eller kapacitet), ansat_plo (ansat i en PLO-klinik), udbudsklinik, regionsklinik eller vikar.';
COMMENT ON COLUMN laegestand.aldersgruppe IS 'alle, u40 (under 40 år), 40-44, 45-49, 50-54, 55-59, 60-64, 65-69 eller 70+.';
COMMENT ON COLUMN laegestand.laeger IS 'Antal læger, et helt tal; tom, netop når det er skjult. I en kommune vises 1 til 4 læger i en aldersgruppe aldrig.';
COMMENT ON COLUMN laegestand.skjult IS '1, når tallet ikke vises, fordi der er 1 til 4 læger, eller fordi et sådant tal ellers kunne regnes ud; ellers 0.';
COMMENT ON COLUMN laegestand.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN laegestand.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN laegestand.note IS 'Det, læseren skal vide om rækken; må være tom.';

-- What happened to the doctors of an area in a year.
CREATE TABLE laegebevaegelse (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    omraade_type VARCHAR NOT NULL CHECK (omraade_type IN ('land', 'videreuddannelsesregion', 'region', 'sundhedsraad', 'kommune')),
    omraade VARCHAR NOT NULL,
    aar INTEGER NOT NULL CHECK (aar BETWEEN 1990 AND 2100),
    art VARCHAR NOT NULL CHECK (art IN ('tilgang', 'pension', 'salg_fortsaetter', 'salg_ophoerer', 'lukket', 'flyttet_ind', 'flyttet_ud')),
    aldersgruppe VARCHAR NOT NULL CHECK (aldersgruppe IN ('alle', 'u40', '40-44', '45-49', '50-54', '55-59', '60-64', '65-69', '70+')),
    antal INTEGER CHECK (antal >= 0),
    skjult BOOLEAN NOT NULL,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    PRIMARY KEY (datasaet, omraade_type, omraade, aar, art, aldersgruppe),
    CHECK ((antal IS NULL) = skjult),
    CHECK (antal = 0 OR antal >= 5 OR aldersgruppe = 'alle' OR omraade_type <> 'kommune')
);
COMMENT ON COLUMN laegebevaegelse.omraade_type IS 'land, videreuddannelsesregion, region, sundhedsraad eller kommune. Tal for en enkelt klinik kan ikke læses ind.';
COMMENT ON COLUMN laegebevaegelse.omraade IS 'Områdets navn; for hele landet »Danmark«.';
COMMENT ON COLUMN laegebevaegelse.aar IS 'Kalenderåret, det skete i, mellem 1990 og 2100.';
COMMENT ON COLUMN laegebevaegelse.art IS 'tilgang (ny læge med egen plads), pension, salg_fortsaetter (solgt, lægen arbejder videre), salg_ophoerer (solgt, lægen holder op), lukket, flyttet_ind eller flyttet_ud.';
COMMENT ON COLUMN laegebevaegelse.aldersgruppe IS 'alle, u40 (under 40 år), 40-44, 45-49, 50-54, 55-59, 60-64, 65-69 eller 70+.';
COMMENT ON COLUMN laegebevaegelse.antal IS 'Antal læger, et helt tal; tom, netop når det er skjult. I en kommune vises 1 til 4 læger i en aldersgruppe aldrig.';
COMMENT ON COLUMN laegebevaegelse.skjult IS '1, når tallet ikke vises, fordi der er 1 til 4 læger, eller fordi et sådant tal ellers kunne regnes ud; ellers 0.';
COMMENT ON COLUMN laegebevaegelse.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN laegebevaegelse.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN laegebevaegelse.note IS 'Det, læseren skal vide om rækken; må være tom.';

-- What a region has decided, or announced, to offer in years to come. The finest area known is named.
CREATE TABLE udbudsplan (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    plan_id VARCHAR NOT NULL CHECK (regexp_full_match(plan_id, '[a-z0-9_-]+')),
    region VARCHAR,
    sundhedsraad VARCHAR REFERENCES sundhedsraad (navn),
    kommunekode VARCHAR REFERENCES kommune (kommunekode),
    aar INTEGER NOT NULL CHECK (aar BETWEEN 2000 AND 2100),
    enhed enhedstype NOT NULL,
    antal INTEGER NOT NULL CHECK (antal >= 0),
    art VARCHAR NOT NULL CHECK (art IN ('nyt', 'overtagelse', 'konvertering')),
    stadium VARCHAR NOT NULL CHECK (stadium IN ('besluttet', 'indstillet', 'omtalt')),
    beslutning_dato VARCHAR CHECK (beslutning_dato IS NULL OR (regexp_full_match(beslutning_dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(beslutning_dato || left('-01-01', 10 - length(beslutning_dato)) AS DATE) IS NOT NULL)),
    beslutning_praecision datopraecision CHECK (beslutning_praecision IS NOT DISTINCT FROM CASE length(beslutning_dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    PRIMARY KEY (datasaet, plan_id)
);
COMMENT ON COLUMN udbudsplan.plan_id IS 'Id for rækken i planen: små bogstaver a-z, tal og bindestreg; hvert id må kun stå én gang.';
COMMENT ON COLUMN udbudsplan.region IS 'Regionens fulde navn, fx »Region Sjælland«; tom, når sundhedsrådet eller kommunen er nok.';
COMMENT ON COLUMN udbudsplan.sundhedsraad IS 'Sundhedsrådets navn, fx »Sundhedsråd Fyn«; tom, når kun regionen er kendt, eller kommunen er nok.';
COMMENT ON COLUMN udbudsplan.kommunekode IS 'Kommunens tre cifre, fx 360 for Lolland; tom, når kun sundhedsrådet eller regionen er kendt.';
COMMENT ON COLUMN udbudsplan.aar IS 'Året, der efter planen udbydes i, mellem 2000 og 2100.';
COMMENT ON COLUMN udbudsplan.enhed IS 'Det, der efter planen udbydes; skal være en af: ydernummer, kapacitet, klinik.';
COMMENT ON COLUMN udbudsplan.antal IS 'Antal enheder, et helt tal; 0, når det er besluttet intet at udbyde.';
COMMENT ON COLUMN udbudsplan.art IS 'nyt (ny kapacitet), overtagelse (en læge holder op) eller konvertering (en klinik skal blive til en PLO-klinik).';
COMMENT ON COLUMN udbudsplan.stadium IS 'Hvor sikker planen er: besluttet, indstillet (foreslået, ikke vedtaget) eller omtalt.';
COMMENT ON COLUMN udbudsplan.beslutning_dato IS 'Datoen for beslutningen eller forslaget skrives 2026, 2026-05 eller 2026-05-20; tom, når den er ukendt.';
COMMENT ON COLUMN udbudsplan.beslutning_praecision IS 'aar, maaned eller dag, så det passer med datoen.';
COMMENT ON COLUMN udbudsplan.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN udbudsplan.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN udbudsplan.note IS 'Det, læseren skal vide om rækken; må være tom.';

-- Where those who finished their training settled: of each videreuddannelsesregion and years, a row for every area and for
-- those who are not in general practice or left the country, so that the rows sum to all who finished.
CREATE TABLE bosaetning (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    videreuddannelsesregion VARCHAR NOT NULL REFERENCES videreuddannelsesregion (kort_navn),
    omraade_type VARCHAR NOT NULL CHECK (omraade_type IN ('land', 'videreuddannelsesregion', 'region', 'sundhedsraad', 'kommune', 'ikke_almen_praksis', 'udland')),
    omraade VARCHAR NOT NULL,
    faerdig_fra INTEGER NOT NULL CHECK (faerdig_fra BETWEEN 1990 AND 2100),
    faerdig_til INTEGER NOT NULL CHECK (faerdig_til BETWEEN 1990 AND 2100),
    opgjort_efter_aar INTEGER NOT NULL CHECK (opgjort_efter_aar BETWEEN 0 AND 20),
    ansaettelse VARCHAR NOT NULL CHECK (ansaettelse IN ('alle', 'ejer', 'ansat_plo', 'udbudsklinik', 'regionsklinik', 'vikar')),
    antal INTEGER NOT NULL CHECK (antal >= 0),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    PRIMARY KEY (datasaet, videreuddannelsesregion, omraade_type, omraade, faerdig_fra, faerdig_til, opgjort_efter_aar, ansaettelse),
    CHECK (faerdig_til >= faerdig_fra)
);
COMMENT ON COLUMN bosaetning.videreuddannelsesregion IS 'Videreuddannelsesregionen, lægerne blev færdige i: Øst, Syd eller Nord.';
COMMENT ON COLUMN bosaetning.omraade_type IS 'Hvor de nu arbejder: land, videreuddannelsesregion, region, sundhedsraad, kommune, ikke_almen_praksis eller udland. Tal for en enkelt klinik kan ikke læses ind.';
COMMENT ON COLUMN bosaetning.omraade IS 'Områdets navn; tom ved ikke_almen_praksis og udland.';
COMMENT ON COLUMN bosaetning.faerdig_fra IS 'Det første år, lægerne blev færdige i, mellem 1990 og 2100.';
COMMENT ON COLUMN bosaetning.faerdig_til IS 'Det sidste år, lægerne blev færdige i; ikke før det første.';
COMMENT ON COLUMN bosaetning.opgjort_efter_aar IS 'Hvor mange år efter de blev færdige, det er talt op, 0 til 20.';
COMMENT ON COLUMN bosaetning.ansaettelse IS 'alle, ejer, ansat_plo, udbudsklinik, regionsklinik eller vikar; tom betyder alle.';
COMMENT ON COLUMN bosaetning.antal IS 'Antal læger, et helt tal på 0 eller mere.';
COMMENT ON COLUMN bosaetning.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN bosaetning.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN bosaetning.note IS 'Det, læseren skal vide om rækken; må være tom.';

-- How many began, finished and left the training as a specialist in a year, and how much longer it took.
CREATE TABLE hu_faerdige (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    videreuddannelsesregion VARCHAR NOT NULL REFERENCES videreuddannelsesregion (kort_navn),
    aar INTEGER NOT NULL CHECK (aar BETWEEN 1990 AND 2100),
    paabegyndt INTEGER CHECK (paabegyndt >= 0),
    faerdige INTEGER CHECK (faerdige >= 0),
    afbrudt INTEGER CHECK (afbrudt >= 0),
    orlov_maaneder_gns DOUBLE CHECK (orlov_maaneder_gns BETWEEN 0 AND 120),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    PRIMARY KEY (datasaet, videreuddannelsesregion, aar)
);
COMMENT ON COLUMN hu_faerdige.videreuddannelsesregion IS 'Videreuddannelsesregionen: Øst, Syd eller Nord.';
COMMENT ON COLUMN hu_faerdige.aar IS 'Kalenderåret, mellem 1990 og 2100.';
COMMENT ON COLUMN hu_faerdige.paabegyndt IS 'Antal læger, der begyndte på hoveduddannelsen i året; tom, når det er ukendt.';
COMMENT ON COLUMN hu_faerdige.faerdige IS 'Antal læger, der blev speciallæge i almen medicin i året; tom, når det er ukendt.';
COMMENT ON COLUMN hu_faerdige.afbrudt IS 'Antal læger, der holdt op på hoveduddannelsen i året; tom, når det er ukendt.';
COMMENT ON COLUMN hu_faerdige.orlov_maaneder_gns IS 'Hvor mange måneder årets færdige i gennemsnit brugte ud over de 54 (orlov og deltid), 0 til 120; tom, når det er ukendt.';
COMMENT ON COLUMN hu_faerdige.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN hu_faerdige.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN hu_faerdige.note IS 'Det, læseren skal vide om rækken; må være tom.';

-- One rule, or one version of a model, that says how much capacity an area should have. It is never dated by region here:
-- its targets are (`maaltal`).
CREATE TABLE maalsaet (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    maalsaet_id VARCHAR NOT NULL CHECK (regexp_full_match(maalsaet_id, '[a-z0-9_-]+')),
    navn VARCHAR NOT NULL,
    art VARCHAR NOT NULL CHECK (art IN ('flad_norm', 'national_fordelingsmodel', 'plo_gennemsnit', 'overenskomst', 'egen')),
    version VARCHAR,
    er_udkast BOOLEAN NOT NULL,
    bindende BOOLEAN NOT NULL,
    gyldig_fra DATE,
    gyldig_til DATE CHECK (gyldig_til >= gyldig_fra),
    evalueres INTEGER CHECK (evalueres BETWEEN 2000 AND 2100),
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    PRIMARY KEY (datasaet, maalsaet_id)
);
COMMENT ON COLUMN maalsaet.maalsaet_id IS 'Id for reglen eller modellen: små bogstaver a-z, tal og bindestreg; hvert id må kun stå én gang.';
COMMENT ON COLUMN maalsaet.navn IS 'Hvad reglen eller modellen hedder, skal være udfyldt.';
COMMENT ON COLUMN maalsaet.art IS 'flad_norm (1.600 pr. kapacitet), national_fordelingsmodel, plo_gennemsnit (gennemsnit for et område), overenskomst eller egen.';
COMMENT ON COLUMN maalsaet.version IS 'Udgaven, fx »august 2025«; må være tom.';
COMMENT ON COLUMN maalsaet.er_udkast IS '1, når det er et udkast; ellers 0.';
COMMENT ON COLUMN maalsaet.bindende IS '1, når målene binder regionen; ellers 0.';
COMMENT ON COLUMN maalsaet.gyldig_fra IS 'Dagen, reglen gælder fra det første sted, skrevet 2026-02-01; tom, når den er ukendt.';
COMMENT ON COLUMN maalsaet.gyldig_til IS 'Dagen, reglen gælder til, ikke før den dag, den gælder fra; tom, når slutningen ikke er kendt.';
COMMENT ON COLUMN maalsaet.evalueres IS 'Året, reglen skal evalueres i, mellem 2000 og 2100; tom, når det er ukendt.';
COMMENT ON COLUMN maalsaet.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN maalsaet.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN maalsaet.note IS 'Det, læseren skal vide om rækken; må være tom.';

-- A target of an area, with dates of its own: the same model begins on different days in the regions.
CREATE TABLE maaltal (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    maalsaet_id VARCHAR NOT NULL,
    omraade_type VARCHAR NOT NULL CHECK (omraade_type IN ('land', 'region', 'sundhedsraad', 'kommune', 'planomraade', 'bydel')),
    omraade VARCHAR NOT NULL,
    kommunekode VARCHAR REFERENCES kommune (kommunekode),
    region VARCHAR,
    gyldig_fra DATE,
    gyldig_til DATE CHECK (gyldig_til >= gyldig_fra),
    maal VARCHAR NOT NULL CHECK (maal IN ('kapaciteter', 'nye_kapaciteter', 'patienter_pr_kapacitet', 'minimumspatienttal_gns', 'behovsindeks', 'sygdomsvaegtede_borgere')),
    vaerdi DOUBLE NOT NULL CHECK (vaerdi >= 0),
    kvalifikator VARCHAR CHECK (kvalifikator IN ('ca.', 'over', 'næsten', 'knap', 'mindst', 'interval')),
    antal_klinikker INTEGER CHECK (antal_klinikker >= 3),
    foretrukken BOOLEAN NOT NULL,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    UNIQUE (datasaet, maalsaet_id, omraade_type, omraade, maal, gyldig_fra, kilde_id),
    FOREIGN KEY (datasaet, maalsaet_id) REFERENCES maalsaet (datasaet, maalsaet_id),
    CHECK (antal_klinikker IS NOT NULL OR maal <> 'minimumspatienttal_gns'),
    CHECK (kommunekode IS NOT NULL OR omraade_type NOT IN ('kommune', 'bydel'))
);
COMMENT ON COLUMN maaltal.maalsaet_id IS 'Id for reglen eller modellen skal stå blandt målsættene.';
COMMENT ON COLUMN maaltal.omraade_type IS 'land, region, sundhedsraad, kommune, planomraade eller bydel. Tal for en enkelt klinik kan ikke læses ind.';
COMMENT ON COLUMN maaltal.omraade IS 'Områdets navn; for hele landet »Danmark«.';
COMMENT ON COLUMN maaltal.kommunekode IS 'Kommunens tre cifre; skal være udfyldt for kommuner og bydele.';
COMMENT ON COLUMN maaltal.region IS 'Regionens fulde navn, fx »Region Sjælland«; tom for hele landet, eller når området er nok.';
COMMENT ON COLUMN maaltal.gyldig_fra IS 'Dagen, målet gælder fra i området, skrevet 2026-02-01; tom, når den er ukendt.';
COMMENT ON COLUMN maaltal.gyldig_til IS 'Dagen, målet gælder til, ikke før den dag, det gælder fra; tom, når slutningen ikke er kendt.';
COMMENT ON COLUMN maaltal.maal IS 'kapaciteter, nye_kapaciteter, patienter_pr_kapacitet (normtal), minimumspatienttal_gns (gennemsnit for mindst 3 klinikker), behovsindeks (landet = 1) eller sygdomsvaegtede_borgere.';
COMMENT ON COLUMN maaltal.vaerdi IS 'Målets værdi, et tal på 0 eller mere.';
COMMENT ON COLUMN maaltal.kvalifikator IS 'Forbehold ved tallet: ca., over, næsten, knap, mindst eller interval; tom, når tallet er eksakt.';
COMMENT ON COLUMN maaltal.antal_klinikker IS 'Antal klinikker bag gennemsnittet, mindst 3; ellers kan den enkelte klinik regnes ud. Skal være udfyldt ved minimumspatienttal_gns.';
COMMENT ON COLUMN maaltal.foretrukken IS '1 på den række for område, mål og dag, som skal vises; 0 på de andre.';
COMMENT ON COLUMN maaltal.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN maaltal.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN maaltal.note IS 'Det, læseren skal vide om rækken; må være tom.';

-- Areas that somebody has designated as short of doctors. The national and the regional lists are different things.
CREATE TABLE truet_udpegning (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    liste VARCHAR NOT NULL CHECK (liste IN ('landsdaekkende', 'regional', 'plo', 'opmaerksomhed')),
    omraade_type VARCHAR NOT NULL CHECK (omraade_type IN ('kommune', 'planomraade', 'laegedaekningsomraade', 'postnummer')),
    omraade VARCHAR NOT NULL,
    kommunekode VARCHAR REFERENCES kommune (kommunekode),
    daekning VARCHAR NOT NULL CHECK (daekning IN ('hele', 'dele', 'ukendt')),
    gyldig_fra DATE NOT NULL,
    gyldig_til DATE CHECK (gyldig_til >= gyldig_fra),
    udpeget_af VARCHAR NOT NULL,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    UNIQUE (datasaet, liste, omraade_type, omraade, kommunekode, gyldig_fra),
    CHECK (kommunekode IS NOT NULL OR omraade_type <> 'kommune'),
    CHECK (omraade_type <> 'postnummer' OR regexp_full_match(omraade, '\d{4}'))
);
COMMENT ON COLUMN truet_udpegning.liste IS 'landsdaekkende (fælles for landet), regional (regionens egen), plo (PLO’s kort) eller opmaerksomhed (område, der holdes øje med).';
COMMENT ON COLUMN truet_udpegning.omraade_type IS 'kommune, planomraade, laegedaekningsomraade eller postnummer (fire cifre).';
COMMENT ON COLUMN truet_udpegning.omraade IS 'Områdets navn, eller postnummerets fire cifre.';
COMMENT ON COLUMN truet_udpegning.kommunekode IS 'Kommunens tre cifre; skal være udfyldt for kommuner, og hvor området ligger i en kendt kommune.';
COMMENT ON COLUMN truet_udpegning.daekning IS 'Om hele eller dele af kommunen er på listen: hele, dele eller ukendt.';
COMMENT ON COLUMN truet_udpegning.gyldig_fra IS 'Dagen, området kom på listen, skrevet 2026-01-01.';
COMMENT ON COLUMN truet_udpegning.gyldig_til IS 'Dagen, området gik af listen, ikke før den dag, det kom på; tom, når det stadig er på.';
COMMENT ON COLUMN truet_udpegning.udpeget_af IS 'Hvem der har udpeget området, fx »Danske Regioner og PLO« eller »Region Sjælland«; skal være udfyldt.';
COMMENT ON COLUMN truet_udpegning.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN truet_udpegning.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN truet_udpegning.note IS 'Det, læseren skal vide om rækken; må være tom.';

CREATE TABLE noegletal (
    datasaet datasaet_navn NOT NULL,
    raekke INTEGER NOT NULL,
    omraade_type VARCHAR NOT NULL CHECK (omraade_type IN ('land', 'region', 'sundhedsraad', 'landsdel', 'planomraade', 'kommunegruppe', 'kommune', 'by')),
    omraade VARCHAR NOT NULL,
    kommunekode VARCHAR REFERENCES kommune (kommunekode),
    region VARCHAR,
    noegletal VARCHAR NOT NULL REFERENCES noegletal_katalog (noegletal),
    vaerdi DOUBLE NOT NULL CHECK (vaerdi >= 0),
    kvalifikator VARCHAR CHECK (kvalifikator IN ('ca.', 'over', 'næsten', 'knap', 'mindst', 'interval')),
    dato VARCHAR NOT NULL CHECK (regexp_full_match(dato, '\d{4}(-\d{2}){0,2}') AND TRY_CAST(dato || left('-01-01', 10 - length(dato)) AS DATE) IS NOT NULL),
    praecision datopraecision NOT NULL CHECK (praecision IS NOT DISTINCT FROM CASE length(dato) WHEN 4 THEN 'aar' WHEN 7 THEN 'maaned' WHEN 10 THEN 'dag' END),
    dato_udledt BOOLEAN NOT NULL,
    er_prognose BOOLEAN NOT NULL,
    foretrukken BOOLEAN NOT NULL,
    kilde_id VARCHAR NOT NULL REFERENCES kilde (kilde_id),
    grundlag VARCHAR,
    note VARCHAR,
    UNIQUE (datasaet, omraade_type, omraade, noegletal, dato, kilde_id),
    CHECK (vaerdi <= 100 OR NOT ends_with(noegletal, '_pct')),
    CHECK (kommunekode IS NOT NULL OR omraade_type NOT IN ('kommune', 'by'))
);
COMMENT ON COLUMN noegletal.noegletal IS 'Nøgletallet skal stå i kataloget.';
COMMENT ON COLUMN noegletal.vaerdi IS 'Et tal på 0 eller mere; procenter højst 100.';
COMMENT ON COLUMN noegletal.dato IS 'Datoen skrives 2019, 2019-05 eller 2019-05-20.';
COMMENT ON COLUMN noegletal.praecision IS 'aar, maaned eller dag, så det passer med datoen.';
COMMENT ON COLUMN noegletal.kommunekode IS 'Kommunens tre cifre; skal være udfyldt for kommuner og byer.';
COMMENT ON COLUMN noegletal.omraade_type IS 'land, region, sundhedsraad, landsdel, planomraade, kommunegruppe, kommune eller by.';
COMMENT ON COLUMN noegletal.omraade IS 'Områdets navn; for hele landet »Danmark«.';
COMMENT ON COLUMN noegletal.region IS 'Regionens fulde navn, fx »Region Sjælland«; må være tom.';
COMMENT ON COLUMN noegletal.kvalifikator IS 'Forbehold ved tallet: ca., over, næsten, knap, mindst eller interval; tom, når tallet er eksakt.';
COMMENT ON COLUMN noegletal.dato_udledt IS '1, når årstallet er læst af sammenhængen; ellers 0.';
COMMENT ON COLUMN noegletal.er_prognose IS '1, når tallet var ventet eller planlagt på kildens tidspunkt; ellers 0.';
COMMENT ON COLUMN noegletal.foretrukken IS '1 på den række for område, nøgletal og dato, som skal vises; 0 på de andre.';
COMMENT ON COLUMN noegletal.kilde_id IS 'Kilden skal være udfyldt og stå blandt kilderne.';
COMMENT ON COLUMN noegletal.grundlag IS 'Hvor i kilden det står; må være tom.';
COMMENT ON COLUMN noegletal.note IS 'Det, læseren skal vide om rækken; må være tom.';

--------------------------------------------------------------------------------------------------------- the build

-- One row: which sources this file was built from. No time of building, so that the same CSV files give the same content.
CREATE TABLE bygning (
    kildehash VARCHAR PRIMARY KEY
);
