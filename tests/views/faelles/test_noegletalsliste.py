"""The list of indicators says of those that the map cannot show where they are known."""

import pytest

import queries
from queries.standard import newest
from tests.dag import I_DAG
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.faelles.noegletalsliste import TILBAGEHOLDT, indicator_labels


@pytest.mark.parametrize("niveau", ["sundhedsraad", "region", "kommune"])
def test_what_is_known_elsewhere_stands_last_and_has_no_figure_here(niveau):
    filters = Filters(niveau=niveau, dag=I_DAG)
    navne = indicator_labels(filters, newest())
    katalog = queries.catalogue_of("offentlig", newest())
    assert set(navne) == {navn for navn, en in katalog.items() if en.paa_kort}
    gruppe = {navn: katalog[navn].gruppe.split(" og ")[0] for navn in navne}
    vist = {
        navn: katalog[navn].navn + ("" if gruppe[navn].lower() in katalog[navn].navn.lower() else f" · {gruppe[navn]}")
        for navn in navne
    }
    vist[filters.indikator] = katalog[filters.indikator].navn
    andetsteds = [navn for navn in navne if navne[navn] != vist[navn]]
    assert andetsteds and [*navne][-len(andetsteds) :] == andetsteds
    for navn in andetsteds:
        tal = indicator_values(filters.on(indikator=navn), newest())
        assert navne[navn].startswith(f"{vist[navn]} (") and (tal.withheld or tal.kendte.empty), navn
        assert bool(tal.withheld) == (TILBAGEHOLDT in navne[navn]), navn


def test_it_says_where():
    navne = indicator_labels(Filters(niveau="sundhedsraad", dag=I_DAG), newest())
    assert navne["laeger_60plus_pct"].endswith("(findes for regioner)")


def test_what_is_withheld_on_incomplete_data_says_so():
    filters = Filters(niveau="sundhedsraad", dag=I_DAG)
    assert TILBAGEHOLDT in indicator_labels(filters, newest())["ydernumre_pr_100000"]
    assert TILBAGEHOLDT not in str(indicator_labels(filters.on(datasaet="eksempel"), newest()))
