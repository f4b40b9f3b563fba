"""The list of indicators says of those that the map cannot show where they are known."""

import pytest

import queries
from queries.standard import newest
from tests.dag import I_DAG
from views.faelles.filtre import Filters
from views.faelles.indikatortal import indicator_values
from views.faelles.noegletalsliste import indicator_labels


@pytest.mark.parametrize("niveau", ["sundhedsraad", "region", "kommune"])
def test_what_is_known_elsewhere_stands_last_and_has_no_figure_here(niveau):
    filters = Filters(niveau=niveau, dag=I_DAG)
    navne = indicator_labels(filters, newest())
    katalog = queries.catalogue_of("offentlig", newest())
    assert set(navne) == {navn for navn, en in katalog.items() if en.paa_kort}
    andetsteds = [navn for navn, vist in navne.items() if vist != katalog[navn].navn]
    assert andetsteds and [*navne][-len(andetsteds) :] == andetsteds
    for navn in andetsteds:
        assert indicator_values(filters.on(indikator=navn), newest()).kendte.empty, navn


def test_it_says_where():
    navne = indicator_labels(Filters(niveau="sundhedsraad", dag=I_DAG), newest())
    assert navne["laeger_60plus_pct"].endswith("(findes for regioner)")
