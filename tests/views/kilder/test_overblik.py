"""The front page against the CSV files."""

import shutil

import pytest

import queries
from data.build import DATA
from data.indlaes import Fil, load, propose, skift
from queries.database import Database
from tests.data.egne_versioner import asks_nothing
from tests.queries import orakel
from tests.queries.orakel import IKKE, laes
from tests.views.faelles.test_filtre import opened
from views.faelles.filtre import Filters
from views.kilder import overblik

DATASAET = ("offentlig", "eksempel")


@pytest.mark.parametrize("struktur", ["2007", "2027"])
@pytest.mark.parametrize("datasaet", DATASAET)
def test_five_or_six_numbers_each_with_date_source_and_link(data, datasaet, struktur):
    numre = overblik.key_numbers(Filters(struktur=struktur, datasaet=datasaet), data)
    assert 5 <= len(numre) <= 6
    for tal in numre:
        for felt in ("overskrift", "vaerdi", "forklaring", "opgjort"):
            tekst = getattr(tal, felt)
            assert tekst and "nan" not in tekst and "None" not in tekst and "NA" not in tekst, (felt, tekst)
        assert tal.kilder and all(kilde.titel and kilde.udgiver for kilde in tal.kilder)
        assert tal.opgjort != "udateret"
        filters = opened(tal.link)
        assert filters.datasaet == datasaet and filters.struktur == struktur
        assert filters.indikator in queries.catalogue(data)
    assert len({tal.overskrift for tal in numre}) == len(numre)


def test_the_numbers_are_those_published(data):
    numre = {tal.overskrift: tal for tal in overblik.key_numbers(Filters(), data)}
    udbud = next(tal for navn, tal in numre.items() if navn.startswith("Udbudte ydernumre"))
    assert udbud.vaerdi == "127"
    sjaelland = orakel.udbud_pr_omraade("region", "2007", "offentlig")["ydernumre"]["1085"]
    assert f"heraf {sjaelland:.0f} i Region Sjælland" in udbud.forklaring
    assert "Ikke en liste over alle udbud" in udbud.forklaring and "flest" not in udbud.forklaring
    # the newest year of which both figures are known and were no forecasts
    assert numre["Besatte HU-forløb 2023"].vaerdi == "280 af 350"
    assert numre["Lægedækningspuljen 2025-2026"].vaerdi == "20 af 35"
    assert "20 mio. kr." in numre["Lægedækningspuljen 2025-2026"].forklaring
    assert numre["Lægedækningstruede kommuner"].vaerdi == "42"
    assert numre["Lægedækningstruede kommuner"].opgjort == "maj 2019"


@pytest.mark.parametrize("datasaet", DATASAET)
def test_measured_numbers_carry_their_own_date_and_qualifier(data, datasaet):
    numre = {tal.overskrift: tal for tal in overblik.key_numbers(Filters(datasaet=datasaet), data)}
    land = orakel.noegletal_pr_omraade("praktiserende_laeger", "land", "2007", datasaet).iloc[0]
    tal = numre["Praktiserende læger"]
    assert tal.vaerdi.split()[-1].replace(".", "") == f"{land['vaerdi']:.0f}"
    assert tal.opgjort.endswith(land["dato"][:4])
    ventet = {"noegletal": "praktiserende_laeger", "omraade_type": "land", "dato": land["dato"], "foretrukken": "1"}
    maalt = [post for post in laes(f"{datasaet}/noegletal") if ventet.items() <= post.items()]
    if maalt:
        assert tal.vaerdi.startswith(maalt[0]["kvalifikator"] or tal.vaerdi)
        assert len(tal.kilder) == 1


@pytest.mark.parametrize("datasaet", DATASAET)
def test_the_small_map(data, datasaet):
    view = overblik.overview_map(Filters(datasaet=datasaet), data)
    assert view.figure and view.sources and view.filters.niveau == "kommune"
    assert ("EKSEMPELDATA - opdigtede tal" in view.subtitle) == (datasaet == "eksempel")
    if datasaet == "offentlig":
        assert "42 af 98" in view.title


def test_what_is_not_known_begins_with_the_87(data):
    ukendt = overblik.what_is_not_known(Filters(), data)
    uden_sted = orakel.udbud_pr_omraade("kommune", "2007", "offentlig")["ydernumre"][IKKE]
    assert ukendt[0].overskrift == f"{uden_sted:.0f} udbudte ydernumre uden kendt kommune"
    registre = [
        post for post in laes("katalog/fuldstaendighed") if (post["datasaet"], post["niveau"]) == ("offentlig", "alle")
    ]
    assert sorted(en.tekst for en in ukendt[1:]) == sorted(post["begrundelse"] for post in registre)
    assert any(f"{len(laes('offentlig/udbud'))} poster" in en.overskrift for en in ukendt)


def test_of_complete_registers_nothing_is_said_to_be_missing(data):
    ukendt = overblik.what_is_not_known(Filters(datasaet="eksempel"), data)
    assert not [en for en in ukendt if "poster" in en.overskrift]
    uden_sted = orakel.udbud_pr_omraade("kommune", "2007", "eksempel")["ydernumre"][IKKE]
    assert [en.overskrift.split()[0] for en in ukendt] == ([f"{uden_sted:.0f}"] if uden_sted else [])


def test_an_upload_of_one_register_has_a_front_page(tmp_path, monkeypatch):
    """The secretariat uploads one register at a time: what the others lack is left out, and nothing fails."""
    for navn in ("katalog", "geografi", "offentlig"):
        shutil.copytree(DATA / navn, tmp_path / "kilder" / navn)
    skabelon = (DATA / "offentlig" / "hu_forloeb.csv").read_text(encoding="utf-8").splitlines()
    fil = Fil("hu_forloeb.csv", "\n".join(skabelon[:3]).encode())
    forslag = propose([fil], kilder=tmp_path / "kilder")
    monkeypatch.setattr(skift, "checker", asks_nothing)
    assert forslag.kan_indlaeses, forslag.fejltabel.to_string()
    load(forslag, komplet=dict(forslag.aar), ud=tmp_path / "a.duckdb")
    data = Database(tmp_path / "a.duckdb").snapshot()
    assert "egne" in queries.datasets(data)
    filters = Filters(datasaet="egne")
    assert [tal.vaerdi for tal in overblik.key_numbers(filters, data)] == ["220 af 241"]
    assert overblik.overview_map(filters, data).figure is None
    assert overblik.what_is_not_known(filters, data) == ()
