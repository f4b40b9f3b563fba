"""The search "Område eller by", and names in addresses: spelling is forgiven, and every place leads to its kommune."""

import csv

import pytest

from data.indlaes.steder import BYER
from geo import niveauer
from queries.standard import newest
from tests.e2e.server import ROOT
from ui.adresse import code_of
from views.faelles.stavning import area_code, canonical, folded
from views.faelles.steder import listed_name, ready_groups, search_list

KOMMUNER = {en.omraade_id: en.navn for en in niveauer.areas("kommune").values()}


def leads_to(skrevet: str) -> set[str]:
    """The codes whose keys begin as what is written does."""
    return {en.kode for en in search_list("2007", newest()) if any(n.startswith(folded(skrevet)) for n in en.noegler)}


@pytest.mark.parametrize(
    ("skrevet", "kode"),
    [("Nakskov", "360"), ("Vollsmose", "461"), ("Grindsted", "530"), ("århus", "751"), ("aarhus", "751")]
    + [("sonderjylland", "soenderjylland"), ("soenderjylland", "soenderjylland"), ("kbh", "101")]
    + [("kobenhavn", "101"), ("PLO-Sjælland", "1085"), ("Ærø", "492"), ("aeroe", "492"), ("østdanmark", "oestdanmark")],
)
def test_what_people_write_leads_there(skrevet, kode):
    assert kode in leads_to(skrevet)


def test_every_place_of_the_registers_and_every_town_is_found():
    with open(BYER, encoding="utf-8", newline="") as fil:
        steder = {(en["by"], en["kommunekode"]) for en in csv.DictReader(fil)}
    for tabel in ("udbud", "klinik"):
        for datasaet in ("offentlig", "eksempel"):
            with open(ROOT / "data" / datasaet / f"{tabel}.csv", encoding="utf-8", newline="") as fil:
                poster = [en for en in csv.DictReader(fil) if en["kommunekode"]]
            steder |= {(en["sted"].split(" (")[0].split("/")[0].split(",")[0], en["kommunekode"]) for en in poster}
    assert len(steder) > 200
    assert [(sted, kode) for sted, kode in steder if kode not in leads_to(sted)] == []
    assert {kode for _, kode in steder} <= set(KOMMUNER)


def test_a_place_says_which_kommune_it_leads_to_and_areas_stand_first():
    liste = search_list("2027", newest())
    assert {en.navn for en in liste if en.kode == "360"} >= {"Lolland Kommune", "Nakskov → Lolland Kommune"}
    fremme = [en.fremme for en in liste]
    assert fremme == sorted(fremme, reverse=True) and liste[0].navn.startswith("Region ")
    assert len({en.navn for en in liste}) == len(liste)


def test_the_parts_of_the_joined_region_are_ready():
    gamle = {en.navn: set(en.kommunekoder) for en in niveauer.areas("region", "2007").values()}
    dele = {navn: set(niveauer.areas(kode)[kode].kommunekoder) for kode, navn in ready_groups().items()}
    assert dele == {
        "Region Hovedstadens del af Østdanmark": gamle["Region Hovedstaden"],
        "Region Sjællands del af Østdanmark": gamle["Region Sjælland"],
    }
    assert [listed_name(kode, "2027") for kode in ready_groups()] == [*dele]


@pytest.mark.parametrize(
    ("skrevet", "kode"),
    [("Fyn", "fyn"), ("FYN", "fyn"), ("aabenraa", "580"), ("Aabenraa Kommune", "580"), ("Aarhus Kommune", "751")]
    + [("Region Syddanmark", "1083"), ("Københavns Kommune", "101"), ("580", "580"), ("1085", "1085"), ("", "")]
    + [("narnia", "narnia"), ("OESTDANMARK", "oestdanmark")],
)
def test_names_in_an_address_are_understood(skrevet, kode):
    assert area_code(skrevet) == kode


def test_codes_are_parted_by_commas_too():
    assert canonical("omraader", "soenderjylland, Fyn;360") == "soenderjylland;fyn;360"
    gruppe = "gruppe.Lolland, Falster.360.376"
    assert canonical("omraader", f"{gruppe};fyn") == f"{gruppe};fyn"
    assert canonical("datasaet", "Eksempel") == "eksempel"


def test_every_area_goes_by_its_name():
    for struktur in niveauer.structures():
        for niveau in ("kommune", "sundhedsraad", "videreuddannelsesregion"):
            for en in niveauer.areas(niveau, struktur).values():
                assert niveauer.level_of(area_code(en.omraade_id), struktur) == (niveau, struktur)
                assert area_code(en.navn + (" Kommune" if niveau == "kommune" else "")) == en.omraade_id


def test_a_name_as_a_code():
    assert [code_of(en) for en in ("År for år", "Hvad ved vi ikke?", "HU-forløb")] == [
        "aar-for-aar",
        "hvad-ved-vi-ikke",
        "hu-forloeb",
    ]
