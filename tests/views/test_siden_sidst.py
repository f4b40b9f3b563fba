"""Siden sidst against the CSV files: what is dated from a day on, and what may or may not be."""

import csv
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from queries import siden
from views import siden_sidst
from views.filtre import Filters

DATA = Path(__file__).resolve().parents[2] / "data"


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
    projekter = [post["aar_fra"] for post in rows(f"{datasaet}/puljeprojekt") if post["status"] != "ordning"]
    alle = siden.events_since(datasaet, "sundhedsraad", "2007", "", date.fromisoformat(dag))
    sikre = alle[~alle["er_usikker"]]
    assert sikre["art"].isin(["udbud", "status"]).sum() == sum(first(en) >= dag for en in haendelser)
    assert (sikre["art"] == "klinik").sum() == sum(first(en) >= dag for en in klinikker)
    assert (sikre["art"] == "pulje").sum() == sum(first(en) >= dag for en in projekter)
    assert set(sikre["dato"].map(first) >= dag) <= {True}
    # of what is uncertain the month or year holds the day
    usikre = alle.loc[alle["er_usikker"], "dato"]
    assert all(len(en) < 10 and dag.startswith(en) and first(en) < dag for en in usikre)


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_the_parts_and_what_is_not_placed_make_the_country(datasaet):
    for niveau in ("kommune", "sundhedsraad", "region"):
        filters = Filters(niveau=niveau, datasaet=datasaet, siden="2018-01-01")
        tabel = siden_sidst.in_numbers(filters).table
        alle = siden.events_since(datasaet, niveau, "2007", "", date(2018, 1, 1))
        sikre = alle[~alle["er_usikker"] & (alle["art"] != "hu_forloeb")]
        assert int(tabel.drop(columns="Område").sum().sum()) == len(sikre) > 0


def test_an_area_has_its_own_and_a_larger_one_those_of_its_parts():
    dag = date(2025, 11, 1)
    odense = siden.events_since("eksempel", "kommune", "2007", "461", dag)
    fyn = siden.events_since("eksempel", "sundhedsraad", "2007", "fyn", dag)
    assert 0 < len(odense) < len(fyn)
    assert set(fyn["omraade_id"].dropna()) <= {"fyn", "flere_omraader"}


def test_the_last_assembly_is_data_with_a_source_and_not_after_today():
    dag, navn, kilder = siden_sidst.last_assembly()
    datoer = [post["dato"] for post in rows("geografi/moede")]
    assert dag == date.fromisoformat(first(max(en for en in datoer if first(en) <= str(date.today()))))
    assert "repræsentantskab" in navn and kilder[0].titel
    assert siden_sidst.day_of(Filters()) == dag and siden_sidst.day_of(Filters(siden="2024-02-29")).day == 29


def test_a_day_after_everything_says_what_to_do():
    view = siden_sidst.in_numbers(Filters(siden="2100-01-01"))
    assert view.table.empty and "tidligere dag" in view.note
    assert siden_sidst.one_by_one(Filters(siden="2100-01-01")).table.empty


def test_corrections_are_those_between_the_version_of_the_day_and_the_one_in_use(monkeypatch):
    skift = [
        SimpleNamespace(til="0001-a", tid="2025-10-01T10:00:00"),
        SimpleNamespace(til="0002-b", tid="2026-05-01T10:00:00"),
    ]
    udgaver = [SimpleNamespace(nr=2, navn="0002-b"), SimpleNamespace(nr=1, navn="0001-a")]
    celler = pd.DataFrame({"Ark": ["Udbud"], "Række": ["x"], "Kolonne": ["Antal"], "Før": ["1"], "Efter": ["2"]})
    bedt_om = []
    monkeypatch.setattr(siden_sidst, "read_pointer", lambda _: SimpleNamespace(skift=skift))
    monkeypatch.setattr(siden_sidst, "versions", lambda _: udgaver)
    monkeypatch.setattr(siden_sidst, "current", lambda _: udgaver[0])
    monkeypatch.setattr(
        siden_sidst, "compare", lambda fra, til: bedt_om.append((fra, til)) or SimpleNamespace(celler=celler)
    )
    view = siden_sidst.corrections(Filters(datasaet="egne", siden="2025-11-01"))
    assert bedt_om == [(1, 2)] and view.table.equals(celler)
    # before the first loading there was nothing to correct
    tidligt = siden_sidst.corrections(Filters(datasaet="egne", siden="2025-09-01"))
    assert tidligt.table.empty and "efter dagen" in tidligt.note and len(bedt_om) == 1
    assert "egne data" in siden_sidst.corrections(Filters(siden="2025-11-01")).note
