"""Every View can be built again from its id and its choices: what slides, files and links rest on."""

import pytest

from queries.standard import newest
from tests.dag import I_DAG
from tests.sweep import some
from tests.views.figurer import sent
from views.faelles.filtre import Filters
from views.fremvisning import visninger
from views.ydernumre import kliniktyper, udbudsforloeb

UDSNIT = [
    Filters(niveau="region", dag=I_DAG),
    Filters(datasaet="eksempel", niveau="kommune", omraade="360", struktur="2027", fra=2018, dag=I_DAG),
    Filters(datasaet="eksempel", niveau="region", omraade="oestdanmark", struktur="2027", dag=I_DAG),
]
SAGER = [(visning, filters) for nr, visning in enumerate(visninger.VISNINGER) for filters in some(UDSNIT, 1, nr)]


@pytest.mark.parametrize(("visning", "filters"), some(SAGER, 24))
def test_a_view_names_what_builds_it_again(visning, filters):
    view = visninger.build(visning, filters, newest())
    igen = visninger.build(view.id, view.filters, newest())
    assert view.id == visning or not filters.omraade
    assert (igen.title, igen.alt, sent(igen)) == (view.title, view.alt, sent(view))
    assert igen.table.equals(view.table)


def test_the_life_of_one_lot_is_named_too():
    filters = Filters(niveau="region", dag=I_DAG)
    kaede = udbudsforloeb.lots(filters, newest()).index[0]
    view = visninger.build(f"forloeb-{kaede}", filters, newest())
    assert view.id == f"forloeb-{kaede}" and visninger.is_known(view.id)
    assert visninger.build("forloeb-findes-ikke", filters, newest()) is None


def test_another_area_brings_its_level_and_the_map_of_the_area():
    visning, filters = visninger.for_area("kort", Filters(niveau="region", dag=I_DAG), "360")
    assert (visning, filters.niveau, filters.omraade) == ("omraadekort", "kommune", "360")
    assert visninger.for_area("kort", filters, "")[1].omraade == ""
    assert visninger.for_area("venter", Filters(dag=I_DAG), "1085")[0] == "venter"
    with pytest.raises(KeyError):
        visninger.for_area("kort", Filters(dag=I_DAG), "ukendt")


def test_an_unknown_id_is_refused():
    assert not visninger.is_known("findes_ikke") and kliniktyper.clinic_list is visninger.VISNINGER["klinikliste"].byg
    with pytest.raises(KeyError):
        visninger.build("findes_ikke", Filters(dag=I_DAG), newest())
