"""An area part by part: the map's figures, the area's own below them, and sentences only where they hold."""

import pandas as pd
import pytest

from data.grupper import group_code
from queries.standard import newest
from tests.dag import I_DAG
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.omraade import omraadedele


@pytest.mark.parametrize(
    ("niveau", "omraade", "del_niveau", "antal"),
    [("region", "1083", "sundhedsraad", 4), ("sundhedsraad", "fyn", "kommune", 9)],
)
def test_the_parts_are_those_of_the_map_and_the_area_stands_last(niveau, omraade, del_niveau, antal):
    filters = Filters(niveau=niveau, omraade=omraade, datasaet="eksempel", dag=I_DAG)
    tabel = omraadedele.parts_view(filters, newest()).table
    tal = indicator_values(filters.on(niveau=del_niveau, omraade="", indikator="patienter_pr_laege"), newest())
    kort = tal.omraader.set_index("navn")["vaerdi"]
    assert len(tabel) == antal + 1
    dele = tabel.iloc[:-1].set_index("Område")["Patienter pr. læge"]
    pd.testing.assert_series_equal(dele, kort[dele.index], check_names=False)
    egen = indicator_values(filters.on(indikator="patienter_pr_laege"), newest()).omraader.set_index("omraade_id")
    assert tabel.iloc[-1]["Patienter pr. læge"] == egen.loc[omraade, "vaerdi"]


def test_counts_of_the_parts_add_up_with_what_is_not_placed():
    filters = Filters(niveau="region", omraade="1083", datasaet="eksempel", dag=I_DAG)
    tabel = omraadedele.parts_view(filters, newest()).table
    kolonne = tabel["Udbudte ydernumre 2022-2026"]
    assert kolonne.iloc[:-1].sum() <= kolonne.iloc[-1]


def test_a_sentence_names_the_best_and_the_worst_part():
    view = omraadedele.parts_view(Filters(niveau="region", omraade="1083", datasaet="eksempel", dag=I_DAG), newest())
    dele = view.table.iloc[:-1].set_index("Område")["Patienter pr. læge"].round()
    if dele.is_unique:
        assert f"bedst i {dele.idxmin()}" in view.text and f"dårligst i {dele.idxmax()}" in view.text
    assert "Udbudte ydernumre 2022-2026**" not in view.text, "a large area has most of everything that is counted"


SYDDANMARK = ("fyn", "lillebaelt", "soenderjylland", "sydvestjylland")


@pytest.mark.parametrize(
    ("tal", "fortalt"),
    [((1, 2, 3, 9), True), ((1.0, 1.2, 2, 3), False), ((1, 2, 3, 3.0), False), ((1, 2, float("nan"), 4), False)],
)
def test_no_sentence_of_ties_or_gaps(med_tal, monkeypatch, tal, fortalt):
    monkeypatch.setattr(omraadedele, "indicators", lambda *_: ["patienter_pr_laege"])
    data = med_tal("noegletal_pr_omraade", "vaerdi", "sundhedsraad", dict(zip(SYDDANMARK, tal)))
    text = omraadedele.parts_view(Filters(niveau="region", omraade="1083", datasaet="eksempel", dag=I_DAG), data).text
    saetninger = [linje for linje in text.split("\n") if "Patienter pr. læge" in linje]
    assert len(saetninger) == fortalt
    assert all("bedst i Sundhedsråd Fyn " in en for en in saetninger)
    assert all("dårligst i Sundhedsråd Sydvestjylland " in en for en in saetninger)


def test_no_sentence_of_few():
    """Region Nordjylland has two sundhedsråd: of any two one is the best."""
    view = omraadedele.parts_view(Filters(niveau="region", omraade="1081", datasaet="eksempel", dag=I_DAG), newest())
    assert len(view.table) == 3 and "bedst i" not in view.text


def test_incomplete_data_make_no_sentence():
    view = omraadedele.parts_view(Filters(niveau="region", omraade="1083", dag=I_DAG), newest())
    assert "bedst" not in view.text and "ukendt og ikke nul" in view.text


def test_a_group_is_shown_by_its_members():
    kode = group_code("Syd", ["fyn", "soenderjylland"])
    tabel = omraadedele.parts_view(Filters(niveau=kode, omraade=kode, datasaet="eksempel", dag=I_DAG), newest()).table
    assert tabel["Område"].tolist() == ["Sundhedsråd Fyn", "Sundhedsråd Sønderjylland", "Syd"]
