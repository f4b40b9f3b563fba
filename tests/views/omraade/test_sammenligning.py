"""Areas side by side: figures equal the maps', comparisons only where they hold, the same axes for all."""

import pandas as pd
import pytest

from data.grupper import group_code
from queries.standard import newest
from tests.dag import I_DAG
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.omraade import sammenligning

GRUPPE = group_code("Syd", ["fyn", "soenderjylland"])
FIRE = f"360;fyn;oestdanmark;{GRUPPE}"


def test_every_figure_is_the_one_the_map_shows():
    filters = Filters(datasaet="eksempel", omraader=FIRE, dag=I_DAG)
    tabel = sammenligning.side_by_side(filters, newest()).table.set_index("Nøgletal")
    assert list(tabel.columns) == ["Enhed", "Lolland", "Sundhedsråd Fyn", "Region Østdanmark", "Syd", "Hele landet"]
    for noegletal, niveau, kode, navn in (
        ("patienter_pr_laege", "kommune", "360", "Lolland"),
        ("udbudte_ydernumre", "sundhedsraad", "fyn", "Sundhedsråd Fyn"),
        ("udbudte_ydernumre", "region", "oestdanmark", "Region Østdanmark"),
        ("hu_ubesat", GRUPPE, GRUPPE, "Syd"),
    ):
        tal = indicator_values(Filters(niveau, "2027", datasaet="eksempel", indikator=noegletal, dag=I_DAG), newest())
        ventet = tal.omraader.set_index("omraade_id").loc[kode, "vaerdi"]
        assert tabel.loc[tal.navn, navn] == pytest.approx(round(ventet, tal.indikator.decimaler))
        assert tabel.loc[tal.navn, "Enhed"] == tal.indikator.enhed


def test_what_an_area_is_not_known_for_is_no_zero():
    tabel = sammenligning.side_by_side(
        Filters(datasaet="eksempel", omraader="360;fyn", dag=I_DAG), newest()
    ).table.set_index("Nøgletal")
    assert pd.isna(tabel.loc["Opslåede HU-forløb 2025", "Lolland"])


def test_incomplete_registers_are_left_out_by_name_and_not_compared():
    view = sammenligning.side_by_side(Filters(omraader="360;fyn", dag=I_DAG), newest())
    assert [en.split(", ")[0] for en in view.table["Nøgletal"]] == [
        "Indbyggere",
        "Andel på 80 år og derover",
        "Ventet vækst",
        "Kontakt til almen læge (beregnet)",
    ]
    assert "udbudte lægekapaciteter" in view.coverage and "ikke er fuldstændige" in view.coverage
    aar = sammenligning.small_multiples(Filters(omraader="360;fyn", dag=I_DAG), newest())
    assert aar.figure is None and "ikke fuldstændigt" in aar.withheld


@pytest.mark.parametrize("indikator", ["patienter_pr_laege", "udbudte_ydernumre"])
def test_all_panels_share_one_axis(indikator):
    view = sammenligning.small_multiples(
        Filters(datasaet="eksempel", omraader=FIRE, indikator=indikator, dag=I_DAG), newest()
    )
    ruder = view.figure.ruder
    assert len(ruder) == 4
    # a year that goes on is a hatched bar of its own
    assert all(len(rude.serier) == 1 + (indikator == "udbudte_ydernumre") for rude in ruder)
    assert len({rude.y.faelles for rude in ruder}) == 1 and ruder[0].y.faelles
    felter = [(rude.plads[:2], rude.plads[2:]) for rude in ruder]
    assert len(set(felter)) == 4
    assert all(0 <= fra < til <= 1 for felt in felter for fra, til in felt)
    # the first is at the top left, the second beside it, the third below it
    assert felter[0][1] == felter[1][1] and felter[0][0] == felter[2][0] and felter[2][1][1] < felter[0][1][0]


def test_without_a_choice_the_area_stands_beside_the_larger_ones():
    kommune = Filters(niveau="kommune", struktur="2027", omraade="360", dag=I_DAG)
    assert sammenligning.chosen_areas(kommune) == ("360", "oestsjaelland-og-oeerne", "oestdanmark")
    assert sammenligning.chosen_areas(Filters(dag=I_DAG)) == ()
    tom = sammenligning.side_by_side(Filters(dag=I_DAG), newest())
    assert tom.table.empty and tom.note == sammenligning.INGEN_VALGT


def test_one_area_stands_beside_the_country(data):
    view = sammenligning.side_by_side(Filters(omraader="fyn", dag=I_DAG), data)
    assert view.title == "Sundhedsråd Fyn ved siden af hele landet"
