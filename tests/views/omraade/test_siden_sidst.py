"""Siden sidst against the CSV files: what is dated from a day on, and what may or may not be."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from queries import siden
from queries.periode import first_day
from queries.standard import newest
from tests.dag import I_DAG
from views.faelles.filtre import Filters
from views.omraade import moeder, siden_sidst

DATA = Path(__file__).resolve().parents[3] / "data"


def rows(navn: str) -> list[dict[str, str]]:
    with open(DATA / f"{navn}.csv", encoding="utf-8", newline="") as fil:
        return list(csv.DictReader(fil))


def first(dato: str) -> str:
    return dato + "-01-01"[len(dato) - 4 :]


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize("dag", ["2019-05-15", "2025-11-01"])
def test_the_country_has_every_dated_event(datasaet, dag):
    haendelser = [post["dato"] for post in rows(f"{datasaet}/udbud_haendelse") if post["dato"]]
    klinikker = [post[felt] for post in rows(f"{datasaet}/klinik") for felt in ("fra_dato", "til_dato") if post[felt]]
    tiltag = [post["fra_dato"] for post in rows(f"{datasaet}/tiltag")]
    projekter = [post["aar_fra"] for post in rows(f"{datasaet}/puljeprojekt") if post["status"] != "ordning"]
    alle = siden.events_since(datasaet, "sundhedsraad", "2007", "", date.fromisoformat(dag), newest())
    sikre = alle[~alle["er_usikker"]]
    assert sikre["art"].isin(["udbud", "status"]).sum() == sum(first(en) >= dag for en in haendelser)
    assert (sikre["art"] == "klinik").sum() == sum(first(en) >= dag for en in klinikker)
    assert (sikre["art"] == "pulje").sum() == sum(first(en) >= dag for en in projekter)
    assert (sikre["art"] == "tiltag").sum() == sum(first(en) >= dag for en in tiltag)
    assert set(sikre["dato"].map(first) >= dag) <= {True}
    # of what is uncertain the month or year holds the day
    usikre = alle.loc[alle["er_usikker"], "dato"]
    assert all(len(en) < 10 and dag.startswith(en) and first(en) < dag for en in usikre)


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_the_parts_and_what_is_not_placed_make_the_country(datasaet):
    for niveau in ("kommune", "sundhedsraad", "region"):
        filters = Filters(niveau=niveau, datasaet=datasaet, siden="2018-01-01")
        tabel = siden_sidst.in_numbers(filters, newest()).table
        alle = siden.events_since(datasaet, niveau, "2007", "", date(2018, 1, 1), newest())
        sikre = alle[~alle["er_usikker"] & (alle["art"] != "hu_forloeb")]
        assert int(tabel.drop(columns="Område").sum().sum()) == len(sikre) > 0


def test_an_area_has_its_own_and_a_larger_one_those_of_its_parts():
    dag = date(2025, 11, 1)
    odense = siden.events_since("eksempel", "kommune", "2007", "461", dag, newest())
    fyn = siden.events_since("eksempel", "sundhedsraad", "2007", "fyn", dag, newest())
    assert 0 < len(odense) < len(fyn)
    assert set(fyn["omraade_id"].dropna()) <= {"fyn", "flere_omraader"}


@pytest.mark.parametrize("organ", moeder.ORGANER)
def test_the_last_meeting_of_an_organ_is_data_with_a_source_and_not_after_today(organ):
    datoer = [post["dato"] for post in rows("geografi/moede") if post["organ"] == organ and post["dato"]]
    sidste = date.fromisoformat(first(max(en for en in datoer if first(en) <= str(I_DAG))))
    assert moeder.last_meeting(organ, I_DAG, newest()) == sidste
    filters = moeder.looking_back(Filters(dag=I_DAG), organ, newest())
    assert siden_sidst.day_of(filters, newest()) == sidste
    tekst = siden_sidst.introduction(filters, newest())
    assert "Kilde:" in tekst and "det seneste møde" in tekst
    chosen = moeder.looking_back(Filters(dag=I_DAG, siden="2024-02-29"), organ, newest())
    assert siden_sidst.day_of(chosen, newest()) == date(2024, 2, 29)


def test_the_assembly_is_looked_back_to_before_anyone_chooses():
    dag = moeder.last_meeting("repraesentantskabet", I_DAG, newest())
    assert siden_sidst.day_of(Filters(dag=I_DAG), newest()) == dag == date(2026, 4, 25)


def test_a_meeting_whose_sources_disagree_says_so_and_one_without_a_day_is_told_of():
    udvalget = Filters(dag=date(2026, 3, 1), siden="2026-02-04")
    assert "uenigt med sig selv" in siden_sidst.introduction(udvalget, newest())
    i_aar = siden_sidst.introduction(Filters(dag=I_DAG), newest())
    assert "efteråret 2026, dagen er ikke set" in i_aar and "planlagt dato" in i_aar
    assert "efteråret 2026" not in siden_sidst.introduction(Filters(dag=date(2026, 8, 31)), newest())


def test_all_meetings_are_listed_with_their_organ():
    view = moeder.meetings_view(Filters(dag=date(2026, 9, 1)), newest())
    alle = rows("geografi/moede")
    assert len(view.table) == len(alle)
    assert sorted(view.table["Hvem"]) == sorted(moeder.ORGANER[en["organ"]] for en in alle)
    assert view.table["Dato"].str.startswith("efteråret 2026").sum() == 1
    assert "1 ligger forude" in view.subtitle


def test_a_day_after_everything_says_what_to_do():
    view = siden_sidst.in_numbers(Filters(siden="2100-01-01"), newest())
    assert view.table.empty and "til 1. januar 2100 eller senere. Det seneste, vi kender, er dateret" in view.note
    assert siden_sidst.one_by_one(Filters(siden="2100-01-01"), newest()).table.empty


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize("omraade", ["", "1085"])
def test_the_last_day_of_which_anything_is_told_is_offered_and_has_something(datasaet, omraade):
    tomt = Filters(datasaet=datasaet, niveau="region", omraade=omraade, siden="2100-01-01")
    seneste = siden_sidst.newest_news(tomt, newest())
    dag = first_day(seneste)
    der = tomt.on(siden=dag.isoformat())
    assert len(siden_sidst.one_by_one(der, newest()).table)
    dagen_efter = tomt.on(siden=(dag + timedelta(1)).isoformat())
    assert siden_sidst.one_by_one(dagen_efter, newest()).table.empty
    assert siden_sidst.newest_news(der, newest()) == "", "the page has something to show"


@pytest.mark.parametrize(("niveau", "struktur", "omraade"), [("region", "2007", "1085"), ("kommune", "2007", "787")])
def test_the_parts_of_an_area_and_what_is_known_for_more_make_the_area(niveau, struktur, omraade):
    filters = Filters(niveau=niveau, struktur=struktur, omraade=omraade, datasaet="eksempel", siden="2022-01-01")
    tabel = siden_sidst.in_numbers(filters, newest()).table.set_index("Område")
    alle = siden.events_since("eksempel", niveau, struktur, omraade, date(2022, 1, 1), newest())
    antal = alle[~alle["er_usikker"]]["art"].value_counts()
    for art, navn in siden_sidst.KOLONNENAVNE.items():
        if art != "hu_forloeb":
            assert tabel[navn].sum() == antal.get(art, 0), navn
    assert tabel.index[-1] == siden_sidst.REST_AF_OMRAADE and len(tabel) > 1


@pytest.mark.parametrize("i_dag", [date(2027, 6, 1), date(2026, 2, 1), date(2021, 1, 1)])
def test_the_last_assembly_is_the_last_we_know_of(i_dag):
    """The newest may be a year old: the page does not call it the last one."""
    tekst = siden_sidst.introduction(Filters(dag=i_dag), newest())
    dag = moeder.last_meeting("repraesentantskabet", i_dag, newest())
    assert "det seneste møde, vi kender datoen på" in tekst
    assert ("Der kan være holdt et møde siden" in tekst) == ((i_dag - dag).days >= 365)


def test_only_where_no_area_has_an_event_is_it_said_that_they_are_not_divided(data):
    view = siden_sidst.in_numbers(Filters(datasaet="eksempel", siden="2026-01-15", dag=I_DAG), data)
    assert len(view.table) and "kun HU-forløb" not in view.note


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel", "egne"])
@pytest.mark.parametrize("byg", [siden_sidst.in_numbers, siden_sidst.one_by_one])
def test_no_larger_area_is_offered_than_the_country(byg, datasaet):
    hele, egn = (
        byg(Filters(niveau="kommune", omraade=en, datasaet=datasaet, siden="2100-01-01"), newest())
        for en in ("", "825")
    )
    assert hele.note and "større område" not in hele.note
    assert egn.note and (byg is siden_sidst.in_numbers or "større område" in egn.note)
