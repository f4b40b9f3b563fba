"""The front page against the CSV files."""

import re
import shutil

import pytest

import queries
from data.build import DATA
from data.indlaes import Fil, load, propose, skift
from data.registre import REGISTRE
from data.tabeller import REGISTER_TABELLER
from queries.database import Database
from tests.dag import I_DAG, NU
from tests.data.egne_versioner import asks_nothing
from tests.queries import orakel
from tests.queries.orakel import IKKE, laes
from tests.views.faelles.test_filtre import opened
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.faelles.ventet import expected_doctors
from views.fremvisning import visninger
from views.hu_forloeb import registeret as hu_registeret
from views.kilder import overblik
from views.noegletal import hovedtal
from views.puljen import tal as puljetal
from views.ydernumre import registeret

DATASAET = ("offentlig", "eksempel")
FANE = "&fane=nye-laeger"
BESAT = {"tildelt", "besat", "konverteret_plo"}
UDEN = {"ingen_ansoegere", "udbudsklinik", "regionsklinik", "fordelt", "omfordelt", "trukket_tilbage"}


def choices(link: str) -> tuple[str, Filters]:
    """The page (or View) that an address opens, and its choices."""
    sti, _, koder = link.partition("?")
    koder, _, visning = koder.removesuffix(FANE).partition("&visning=")
    return visning or sti.strip("/"), opened(f"{sti}?{koder}").on(dag=I_DAG)


def digits(tekst: str) -> set[int]:
    return {int(en.replace(".", "")) for en in re.findall(r"\d[\d.]*", tekst)}


def seen_at(link: str, data) -> str:
    """What stands at an address, as one text."""
    side, filters = choices(link)
    egne = {
        "ydernumre": registeret.headline_numbers,
        "hu_forloeb": hu_registeret.headline_numbers,
        "puljen": puljetal.headline_numbers,
        "kort": hovedtal.headline_numbers,
    }
    if link.endswith(FANE):
        egne[side] = expected_doctors
    if side in egne:
        return " ".join(f"{tal.overskrift} {tal.vaerdi}" for tal in egne[side](filters, data))
    view = visninger.build(side, filters, data)
    return view.table.to_csv(float_format="%.0f", sep=" ") + view.title


@pytest.mark.parametrize("struktur", ["2007", "2027"])
@pytest.mark.parametrize("datasaet", DATASAET)
def test_five_to_seven_numbers_each_with_year_date_source_and_link(data, datasaet, struktur):
    numre = overblik.key_numbers(Filters(struktur=struktur, datasaet=datasaet, dag=I_DAG), data)
    assert 5 <= len(numre) <= 7
    for tal in numre:
        for felt in ("overskrift", "vaerdi", "forklaring", "opgjort"):
            tekst = getattr(tal, felt)
            assert tekst and "nan" not in tekst and "None" not in tekst and "NA" not in tekst, (felt, tekst)
        assert tal.kilder and all(kilde.titel and kilde.udgiver for kilde in tal.kilder)
        assert tal.opgjort != "udateret" and re.search(r"20\d\d", tal.overskrift)
        _, filters = choices(tal.link)
        assert filters.datasaet == datasaet and filters.struktur == struktur
    assert len({tal.overskrift for tal in numre}) == len(numre)


@pytest.mark.parametrize("datasaet", DATASAET)
def test_the_same_number_stands_where_its_link_leads(data, datasaet):
    """Same pool, same year, same level: no "280 af 350" that opens on another number."""
    filters = Filters(datasaet=datasaet, dag=I_DAG)
    svar = [en.tal for en in overblik.questions(filters, data)]
    for tal in (*overblik.key_numbers(filters, data), *svar):
        der = seen_at(tal.link, data)
        foerste = int(re.search(r"\d[\d.]*", tal.vaerdi)[0].replace(".", ""))
        assert foerste in digits(der), (tal.overskrift, tal.vaerdi, der)
        if tal.link.startswith("/kort"):
            side, valg = choices(tal.link)
            assert not indicator_values(valg, data).kendte.empty, "a map of nothing"


def test_the_numbers_are_those_published(data):
    numre = {tal.overskrift: tal for tal in overblik.key_numbers(Filters(dag=I_DAG), data)}
    # the years in which what is counted was offered, as far as they are told
    assert numre["Udbudte ydernumre 2016-2025"].vaerdi == "127"
    assert "Ikke en liste" in numre["Udbudte ydernumre 2016-2025"].forklaring.replace("; ikke", ". Ikke")
    # the newest year of which both figures are known and were no forecasts
    assert numre["Ubesatte HU-forløb 2023"].vaerdi == "70 af 350"
    assert numre["Lægedækningspuljen 2025-2026"].vaerdi == "20 af 35"
    assert "20 mio. kr." in numre["Lægedækningspuljen 2025-2026"].forklaring
    assert numre["Lægedækningstruede kommuner 2019"].vaerdi == "42"
    assert numre["Lægedækningstruede kommuner 2019"].opgjort == "maj 2019"


def test_the_answers_are_those_of_the_files(data):
    svar = {en.kode: en.svar for en in overblik.questions(Filters(dag=I_DAG), data)}
    sjaelland = orakel.udbud_pr_omraade("region", "2007", "offentlig")["ydernumre"]["1085"]
    assert f"heraf {sjaelland:.0f} i Region Sjælland" in svar["udbudt"] and "flest" not in svar["udbudt"]
    assert svar["fandt"] == "12 af de 127 fandt en læge, 7 gjorde ikke, og for 108 er udfaldet ikke kendt."
    assert "70 af 350" in svar["uddannelse"] and "Region Hovedstaden og Region Midtjylland" in svar["uddannelse"]
    assert "20 af 35" in svar["penge"] and "over 70 pct." in svar["penge"]


@pytest.mark.parametrize("datasaet", DATASAET)
def test_what_was_offered_is_found_not_found_or_open(data, datasaet):
    """Units of the last rounds, straight from the file."""
    sidste = {}
    for udbud_id, (kaede, led) in orakel.kaeder(datasaet).items():
        post = next(en for en in laes(f"{datasaet}/udbud") if en["udbud_id"] == udbud_id)
        if post["enhed"] == "ydernummer" and orakel.er_udbudt(post) and sidste.get(kaede, (0,))[0] < led:
            sidste[kaede] = (led, post)
    antal = {"besat": 0, "uden": 0, "uvist": 0}
    for _, post in sidste.values():
        alle, tildelt = int(post["antal"]), int(post["antal_tildelt"] or 0) if post["status"] in BESAT else 0
        antal["besat"] += tildelt
        antal["uden" if post["status"] in UDEN else "uvist"] += alle - tildelt
    fandt = next(en for en in overblik.questions(Filters(datasaet=datasaet, dag=I_DAG), data) if en.kode == "fandt")
    assert fandt.tal.vaerdi == f"{antal['besat']} af {sum(antal.values())}"
    # the map of the question shows the same number of the same years
    udbudt = overblik.questions(Filters(datasaet=datasaet, dag=I_DAG), data)[0]
    assert udbudt.tal.overskrift == indicator_values(udbudt.filters, data).navn
    kort = indicator_values(fandt.filters, data)
    assert kort.i_alt == antal["besat"] == kort.omraader["vaerdi"].sum() + kort.rester["vaerdi"].sum()
    assert digits(fandt.svar) == {antal["besat"], sum(antal.values()), antal["uden"], antal["uvist"]}


def test_a_newer_source_that_says_otherwise_is_told(data):
    """PLO's 3.400 of 2023 is preferred; a source of November 2024 says 3.500 and is not hidden. Nor is an older one,
    or one that says the same, called newer."""
    numre = overblik.key_numbers(Filters(dag=I_DAG), data)
    tal = next(en for en in numre if en.overskrift.startswith("Praktiserende læger"))
    assert tal.vaerdi == "ca. 3.400" and "En nyere kilde siger ca. 3.500 læger (november 2024, upday)" in tal.forklaring
    assert tal.forklaring.count("En nyere kilde") == 1
    assert not any("En nyere kilde" in en.forklaring for en in numre if en is not tal)


def test_a_newer_source_is_told_wherever_the_preferred_number_stands(data):
    """On the map and among the numbers of Kort too; of a kommune at the level that shows it, and never before it was
    said."""
    laeger = Filters(niveau="region", indikator="praktiserende_laeger", dag=I_DAG)
    assert "ca. 3.500 læger" in hovedtal.headline_numbers(laeger, data)[0].forklaring
    for visning in ("kort", "udvikling"):
        assert "ca. 3.500 læger" in visninger.build(visning, laeger, data).coverage
        assert "nyere kilde" not in visninger.build(visning, laeger.on(til=2023), data).coverage
    odense = Filters(niveau="kommune", indikator="patienter_pr_laege", dag=I_DAG)
    assert "1.700 patienter om Odense (marts 2021" in visninger.build("kort", odense, data).coverage
    assert "nyere kilde" not in visninger.build("kort", odense.on(datasaet="eksempel"), data).coverage


@pytest.mark.parametrize("datasaet", DATASAET)
def test_measured_numbers_carry_their_own_date_and_qualifier(data, datasaet):
    numre = overblik.key_numbers(Filters(datasaet=datasaet, dag=I_DAG), data)
    land = orakel.noegletal_pr_omraade("praktiserende_laeger", "land", "2007", datasaet).iloc[0]
    tal = next(en for en in numre if en.overskrift == f"Praktiserende læger {land['dato'][:4]}")
    assert tal.vaerdi.split()[-1].replace(".", "") == f"{land['vaerdi']:.0f}"
    assert tal.opgjort.endswith(land["dato"][:4])
    ventet = {"noegletal": "praktiserende_laeger", "omraade_type": "land", "dato": land["dato"], "foretrukken": "1"}
    maalt = [post for post in laes(f"{datasaet}/noegletal") if ventet.items() <= post.items()]
    if maalt:
        assert tal.vaerdi.startswith(maalt[0]["kvalifikator"] or tal.vaerdi)
        assert len(tal.kilder) == 1


@pytest.mark.parametrize("datasaet", DATASAET)
def test_the_small_map(data, datasaet):
    view = overblik.overview_map(Filters(datasaet=datasaet, dag=I_DAG), data)
    assert view.figure and view.sources and view.filters.niveau == "kommune"
    assert ("EKSEMPELDATA - opdigtede tal" in view.subtitle) == (datasaet == "eksempel")
    if datasaet == "offentlig":
        assert "42 af 98" in view.title


def test_what_is_not_known_begins_with_the_87(data):
    ukendt = overblik.what_is_not_known(Filters(dag=I_DAG), data)
    uden_sted = orakel.udbud_pr_omraade("kommune", "2007", "offentlig")["ydernumre"][IKKE]
    assert ukendt[0].overskrift == f"{uden_sted:.0f} udbudte ydernumre uden kendt kommune"
    registre = [
        post
        for post in laes("katalog/fuldstaendighed")
        if (post["datasaet"], post["niveau"]) == ("offentlig", "alle")
        and any(
            laes(f"offentlig/{tabel}") for tabel in REGISTRE[post["register"]].tabeller if tabel in REGISTER_TABELLER
        )
    ]
    assert sorted(en.tekst for en in ukendt[1:]) == sorted(post["begrundelse"] for post in registre)
    assert any(f"{len(laes('offentlig/udbud'))} poster" in en.overskrift for en in ukendt)


def test_of_complete_registers_nothing_is_said_to_be_missing(data):
    ukendt = overblik.what_is_not_known(Filters(datasaet="eksempel", dag=I_DAG), data)
    assert not [en for en in ukendt if "poster" in en.overskrift]
    uden_sted = orakel.udbud_pr_omraade("kommune", "2007", "eksempel")["ydernumre"][IKKE]
    assert [en.overskrift.split()[0] for en in ukendt] == ([f"{uden_sted:.0f}"] if uden_sted else [])


def test_an_upload_of_one_register_has_a_front_page(tmp_path, monkeypatch):
    """The secretariat uploads one register at a time: what the others lack is left out, and nothing fails."""
    for navn in ("katalog", "geografi", "offentlig"):
        shutil.copytree(DATA / navn, tmp_path / "kilder" / navn)
    skabelon = (DATA / "offentlig" / "hu_forloeb.csv").read_text(encoding="utf-8").splitlines()
    fil = Fil("hu_forloeb.csv", "\n".join(skabelon[:3]).encode())
    forslag = propose([fil], kilder=tmp_path / "kilder", i_dag=I_DAG)
    monkeypatch.setattr(skift, "checker", asks_nothing)
    assert forslag.kan_indlaeses, forslag.fejltabel.to_string()
    load(forslag, komplet=dict(forslag.aar), ud=tmp_path / "a.duckdb", nu=NU)
    data = Database(tmp_path / "a.duckdb").snapshot()
    assert "egne" in queries.datasets(data)
    filters = Filters(datasaet="egne", dag=I_DAG)
    assert [tal.vaerdi for tal in overblik.key_numbers(filters, data)] == ["21 af 241"]
    assert overblik.overview_map(filters, data).figure is None
    (uden,) = overblik.what_is_not_known(filters, data)
    assert uden.overskrift.startswith("Ingen poster: Udbud af ydernumre")
