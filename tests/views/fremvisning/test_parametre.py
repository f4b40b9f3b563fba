"""Every View says which choices it follows, and follows no other."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from queries.standard import newest
from tests.dag import I_DAG
from tests.sweep import some
from views.faelles.filtre import VALG, Filters
from views.faelles.koder import FELTER, understood
from views.fremvisning.parametre import FOELGER, address, parameters
from views.fremvisning.visninger import VISNINGER, build

GRUND = Filters(niveau="sundhedsraad", struktur="2007", omraade="fyn", datasaet="eksempel", dag=I_DAG)
ANDRE = {
    "omraade": {"omraade": "aarhus"},
    "niveau": {"niveau": "region", "omraade": "1083"},
    "struktur": {"struktur": "2027", "omraade": ""},
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
# The level that a region has, where a View follows it.
REGION = GRUND.on(niveau="region", omraade="1083")
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


@pytest.mark.parametrize(("visning", "navn"), some(PROEVER, 24))
def test_a_view_follows_no_other_choice(visning, navn):
    grund = REGION if navn == "struktur" else GRUND
    view, anden = (build(visning, en, newest()) for en in (grund, grund.on(**ANDRE[navn])))
    if view is None:
        assert anden is None
        return
    assert (view.title, view.subtitle, view.note, view.text) == (anden.title, anden.subtitle, anden.note, anden.text)
    assert view.table.equals(anden.table) and repr(view.figure) == repr(anden.figure)


@pytest.mark.parametrize(
    "filters",
    [GRUND, GRUND.on(omraade="", niveau="kommune"), GRUND.on(niveau="region", struktur="2027", omraade="oestdanmark")],
    ids=["raad", "kommuner", "oestdanmark"],
)
def test_the_short_address_shows_the_same(filters):
    """Read again as the addresses are read, on the same day."""
    for visning in some([*VISNINGER], 10):
        adresse = urlsplit(address(visning, filters))
        par = dict(parse_qsl(adresse.query))
        igen, afvist = understood({navn: par.get(navn, "") for navn in FELTER}, newest(), I_DAG)
        assert adresse.path == f"/v/{visning}" and not afvist and set(par) <= set(parameters(visning))
        view, anden = (build(visning, en, newest()) for en in (filters, igen))
        if view is None:
            assert anden is None
            continue
        assert (view.title, view.note) == (anden.title, anden.note), visning
        assert view.table.equals(anden.table) and repr(view.figure) == repr(anden.figure), visning
