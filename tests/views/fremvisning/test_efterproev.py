"""Random legal imports: nothing pages show fails on any of them."""

from random import Random

import pytest

from geo import niveauer
from queries.standard import newest
from tests.dag import I_DAG
from tests.data.lovlige import Lovlige, random_recipe
from tests.sweep import ALT
from tests.views.lovlig_visning import unexplained
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.fremvisning import visninger
from views.fremvisning.efterproev import Spoergsmaal, one_area_each, questions, shortcomings

# `python -m tests.last.indlaesning_lovlige` goes on for as long as one likes.
ANTAL, SPOERGSMAAL = 20 if ALT else 6, 2


@pytest.fixture(scope="module")
def lovlige() -> Lovlige:
    return Lovlige()


@pytest.mark.parametrize("froe", range(ANTAL))
def test_all_there_is_to_ask_of_a_legal_import_is_shown(lovlige, froe):
    lovlig, data = lovlige.snapshot(random_recipe(froe))
    if len(lovlig.tabeller) < 2:
        pytest.skip("no row was legal")
    for en in Random(froe).sample(list(questions(data, "egne", I_DAG)), SPOERGSMAAL):
        svar = en.byg(en.filters, data)
        assert not isinstance(svar, View) or not unexplained(svar), en.visning


def test_whatever_the_deadline_every_kind_and_every_level_is_asked(monkeypatch):
    """A version of many rows is given little time."""
    spurgt: list[Spoergsmaal] = []
    monkeypatch.setattr(Spoergsmaal, "fails", lambda en, _: spurgt.append(en))
    data = newest()
    assert list(shortcomings(data, "eksempel", I_DAG, frist=1e-9)) == []
    om_landet, om_steder = (
        [en for en in spurgt if (en.sted == niveauer.HELE_LANDET) == land] for land in (True, False)
    )
    for spoergsmaal in (om_landet, om_steder):
        assert {*visninger.VISNINGER} <= {en.visning for en in spoergsmaal}
    sider = {en.visning for en in om_landet} - {*visninger.VISNINGER, "valg"}
    assert sider <= {en.visning for en in om_steder}
    steder = {(en.filters.niveau, en.filters.omraade, en.filters.struktur) for en in om_steder}
    assert (
        steder == {*one_area_each(data, Filters(datasaet="eksempel", struktur="2007", dag=I_DAG))} and len(steder) == 5
    )

    hele = list(questions(data, "eksempel", I_DAG))
    assert len({(en.visning, en.sted, en.filters.struktur) for en in hele}) == len(hele), "each once"
    assert len(hele) == len(om_landet) + len(steder) * len(om_steder)
