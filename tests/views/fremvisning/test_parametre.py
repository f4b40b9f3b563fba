"""Every View says which choices it follows, and follows no other."""

import pytest

from queries.standard import newest
from tests.dag import I_DAG
from tests.sweep import some
from views.faelles.filtre import VALG, Filters
from views.fremvisning.parametre import FOELGER, parameters
from views.fremvisning.visninger import VISNINGER, build

GRUND = Filters(niveau="sundhedsraad", struktur="2007", omraade="fyn", datasaet="eksempel", dag=I_DAG)
ANDRE = {
    "omraade": {"omraade": "aarhus"},
    "niveau": {"niveau": "kommune", "omraade": "461"},
    "struktur": {"struktur": "2027"},
    "fra": {"fra": 2019},
    "til": {"til": 2021},
    "indikator": {"indikator": "andel_80plus_pct"},
    "sammenlign": {"sammenlign": "soenderjylland"},
    "behov": {"behov": "andel_80plus_pct"},
    "omraader": {"omraader": "461;751"},
    "siden": {"siden": "2020-01-01"},
    "scenarie": {"scenarie": "1;c=90"},
    "kapacitet": {"kapacitet": "plo"},
}
# Names of choices that the area brings along cannot be told from it.
MED_STEDET = {"niveau", "struktur"}
PROEVER = [
    (visning, navn)
    for visning in VISNINGER
    for navn in ANDRE
    if navn not in parameters(visning) and not (navn in MED_STEDET and "omraade" in parameters(visning))
]


def test_each_view_is_named_once():
    navngivne = " ".join(FOELGER.values()).split()
    assert sorted(navngivne) == sorted(VISNINGER)
    assert {navn for navne in FOELGER for navn in navne.split()} <= set(VALG)
    assert all("datasaet" in parameters(en) for en in VISNINGER)


@pytest.mark.parametrize(("visning", "navn"), some(PROEVER, 40))
def test_a_view_follows_no_other_choice(visning, navn):
    view, anden = (build(visning, en, newest()) for en in (GRUND, GRUND.on(**ANDRE[navn])))
    if view is None:
        assert anden is None
        return
    assert (view.title, view.subtitle, view.note, view.text) == (anden.title, anden.subtitle, anden.note, anden.text)
    assert view.table.equals(anden.table) and repr(view.figure) == repr(anden.figure)
