"""Every parameter of an address holding what no parameter may hold, on every page: told, and the page is shown."""

import pytest

from tests.sweep import some
from tests.ui.test_sider import FEJL, PAGES, run
from ui import noegler
from views.faelles.koder import FELTER

ANDRE = ("dias", "vis", "show", "visning", "praesentation")
DAARLIGE = {
    "ukendt": {"": "findes-ikke", "fra": "abc", "til": "9999", "siden": "2099-12-31", "dias": "999", "show": "xyz"},
    "maerker": {"": "# x ![b](http://ond.example/b.png) **k**\n- $x^2$", "siden": "31-12-2026", "dias": "-1"},
    "langt": {"": "æ" * 5000, "siden": "1999-01-01", "omraader": ";".join(["æ" * 100] * 50), "dias": "1" * 400},
    "tegn": {"": "\x00\u202e\u2066,;'\"<b>", "siden": "2026-13-45", "fra": "-1", "til": "0"},
}


@pytest.mark.parametrize(
    ("side", "slags"), [(side, slags) for nr, side in enumerate(PAGES) for slags in some([*DAARLIGE], 1, nr)]
)
def test_wrong_codes_are_told_and_the_page_is_shown(side, slags):
    vaerdier = DAARLIGE[slags]
    test = run(side, **{navn: vaerdier.get(navn, vaerdier[""]) for navn in (*FELTER, *ANDRE)})
    assert [en.value for en in test.exception] == []
    sagt = [en.value for en in (*test.error, *test.warning, *test.info)]
    assert not any(FEJL in en for en in sagt)
    assert any("kendes ikke" in en or "kan ikke" in en or "skal" in en for en in sagt), sagt
    assert not any("æ" * 61 in en for en in sagt)


def test_a_scenario_is_shown_as_it_is_written():
    """Its parts in another order are the same, so that what is made of it is made once."""
    for kode, skrevet in {"1;e=46;S=73": "1;s=73;e=46", "1;s=80": "", "9;s=73": "9;s=73"}.items():
        assert run("ordliste", scenarie=kode).session_state[noegler.FILTERS].scenarie == skrevet


def test_the_fuzz_knows_every_parameter():
    assert {"omraade", "pulje", "siden", "fra", "til", "datasaet"} <= {*FELTER}
