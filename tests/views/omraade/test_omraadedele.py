"""An area part by part: the map's figures, the area's own below them, and sentences only where they hold."""

import pandas as pd
import pytest

from data.grupper import group_code
from queries.standard import newest
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.omraade import omraadedele


@pytest.mark.parametrize(
    ("niveau", "omraade", "del_niveau", "antal"),
    [("region", "1083", "sundhedsraad", 4), ("sundhedsraad", "fyn", "kommune", 9)],
)
def test_the_parts_are_those_of_the_map_and_the_area_stands_last(niveau, omraade, del_niveau, antal):
    filters = Filters(niveau=niveau, omraade=omraade, datasaet="eksempel")
    tabel = omraadedele.parts_view(filters, newest()).table
    tal = indicator_values(filters.on(niveau=del_niveau, omraade="", indikator="patienter_pr_laege"), newest())
    kort = tal.omraader.set_index("navn")["vaerdi"]
    assert len(tabel) == antal + 1
    dele = tabel.iloc[:-1].set_index("Område")["Patienter pr. læge"]
    pd.testing.assert_series_equal(dele, kort[dele.index], check_names=False)
    egen = indicator_values(filters.on(indikator="patienter_pr_laege"), newest()).omraader.set_index("omraade_id")
    assert tabel.iloc[-1]["Patienter pr. læge"] == egen.loc[omraade, "vaerdi"]


def test_counts_of_the_parts_add_up_with_what_is_not_placed():
    filters = Filters(niveau="region", omraade="1083", datasaet="eksempel")
    tabel = omraadedele.parts_view(filters, newest()).table
    kolonne = tabel["Udbudte ydernumre"]
    assert kolonne.iloc[:-1].sum() <= kolonne.iloc[-1]


def test_a_sentence_names_the_best_and_the_worst_part():
    view = omraadedele.parts_view(Filters(niveau="region", omraade="1083", datasaet="eksempel"), newest())
    dele = view.table.iloc[:-1].set_index("Område")["Patienter pr. læge"].round()
    if dele.is_unique:
        assert f"bedst i {dele.idxmin()}" in view.text and f"dårligst i {dele.idxmax()}" in view.text
    assert "Udbudte ydernumre**" not in view.text, "a large area has most of everything that is counted"


@pytest.mark.parametrize("vaerdier", [[1.0, 1.0, 2, 3], [1, 2, 3, 3.0], [1, 2, float("nan"), 4], [1, 2, 3]])
def test_no_sentence_of_ties_gaps_or_few(vaerdier):
    tal = indicator_values(Filters(datasaet="eksempel", indikator="patienter_pr_laege"), newest())
    navne = {str(nr): str(nr) for nr in range(9)}
    serie = pd.Series(vaerdier, [str(nr) for nr in range(len(vaerdier))])
    assert omraadedele._span(tal, serie, navne) is None
    klar = omraadedele._span(tal, pd.Series([1.0, 2, 3, 9], list("0123")), navne)
    assert (klar.bedst, klar.daarligst) == ("0", "3")


def test_incomplete_data_make_no_sentence():
    view = omraadedele.parts_view(Filters(niveau="region", omraade="1083"), newest())
    assert "bedst" not in view.text and "ukendt og ikke nul" in view.text


def test_a_group_is_shown_by_its_members():
    kode = group_code("Syd", ["fyn", "soenderjylland"])
    tabel = omraadedele.parts_view(Filters(niveau=kode, omraade=kode, datasaet="eksempel"), newest()).table
    assert tabel["Område"].tolist() == ["Sundhedsråd Fyn", "Sundhedsråd Sønderjylland", "Syd"]
