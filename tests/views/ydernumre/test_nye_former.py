"""New clinics and capacities by half-year, worked out again from the CSV files with pandas."""

import pandas as pd
import pytest

from geo import niveauer
from queries.standard import newest
from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import laes
from views.faelles.filtre import Filters
from views.ydernumre import klinikaar, nye_former
from views.ydernumre.klinikregister import TYPER

PLO = "Lægekapaciteter: fandt en praktiserende læge"


def half(dato: str | None) -> str | None:
    """The half-year of a date that lies in one; a year alone lies in both."""
    if len(dato or "") < 7 or dato < "2023":
        return None
    return f"{dato[:4]}, {1 if int(dato[5:7]) <= 6 else 2}. halvår"


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize(("niveau", "omraade"), [("sundhedsraad", ""), ("region", "1085")])
def test_opened_clinics_and_filled_capacities_by_half_year(datasaet, niveau, omraade):
    filters = Filters(datasaet=datasaet, niveau=niveau, omraade=omraade, dag=I_DAG)
    tabel = nye_former.new_forms(filters, newest()).table
    koder = set(niveauer.areas(niveau)[omraade].kommunekoder) if omraade else None

    def inside(post: dict) -> bool:
        return koder is None or post["kommunekode"] in koder or post["region"] == niveauer.areas(niveau)[omraade].navn

    klinikker = pd.DataFrame([en for en in laes(f"{datasaet}/klinik") if inside(en)])
    klinikker["halvaar"] = klinikker["fra_dato"].fillna("").map(half)
    for typen, (navn, _) in TYPER.items():
        antal = klinikker[klinikker["kliniktype"] == typen].groupby("halvaar").size().to_dict()
        vist = dict(zip(tabel["Halvår"], tabel[f"{navn}, åbnet"])) if f"{navn}, åbnet" in tabel else {}
        assert {en: n for en, n in vist.items() if pd.notna(n) and n} == antal, typen
    kaede = orakel.kaeder(datasaet)
    sidste: dict[str, dict] = {}
    for post in sorted(laes(f"{datasaet}/udbud"), key=lambda en: kaede[en["udbud_id"]][1]):
        if post["status"] not in orakel.BESLUTNINGER:
            sidste[kaede[post["udbud_id"]][0]] = post
    fundet = [
        (half(en["status_dato"]), int(en["antal_tildelt"] or en["antal"]))
        for en in sidste.values()
        if inside(en) and en["enhed"] == "kapacitet" and en["status"] in ("besat", "tildelt", "konverteret_plo")
    ]
    antal = pd.DataFrame(fundet, columns=["halvaar", "antal"]).groupby("halvaar")["antal"].sum().to_dict()
    vist = dict(zip(tabel["Halvår"], tabel[PLO])) if len(tabel) else {}
    assert {en: n for en, n in vist.items() if pd.notna(n) and n} == antal


def test_the_line_parts_the_halves_of_2025_and_the_years_before_and_from_then_on():
    filters = Filters(datasaet="eksempel", dag=I_DAG)
    figur = nye_former.new_forms(filters, newest()).figure
    steder = figur.ruder[0].x.navne
    (linje,) = figur.linjer
    assert "2025" in steder[int(linje.ved - 0.5)] and "1." in steder[int(linje.ved - 0.5)]
    assert "2025" in steder[int(linje.ved + 0.5)] and "2." in steder[int(linje.ved + 0.5)]
    aarene = klinikaar.clinics_by_year(filters, newest()).figure
    assert aarene.ruder[0].x.navne[int(aarene.linjer[0].ved + 0.5)] == "2025"
    assert klinikaar.clinics_by_year(filters.on(fra=2015, til=2024), newest()).figure.linjer == ()


def test_an_incomplete_register_has_no_zero_and_no_comparison():
    view = nye_former.new_forms(Filters(dag=I_DAG), newest())
    assert not (view.table.drop(columns="Halvår") == 0).any().any()
    assert "kan ikke sammenlignes" in view.note
