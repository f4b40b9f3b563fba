"""Pages for everyone: axe-core finds nothing that is ours (tests/e2e/tilgaengelig.py), on the public data in the dark.
Of the others test_udseende.py asks the same, on the invented data in the light. A chart takes the theme that the page
is opened in, or has at the next choice."""

import pytest

from tests.e2e.siden import PAGES, assert_no_traceback, visit, wait_until_still
from tests.e2e.tilgaengelig import I_MOERKET, assert_for_everyone
from tests.sweep import some

# Each page with what makes it show most.
VALG = {
    "mit_omraade": "omraade=fyn",
    "kort": "omraade=fyn",
    "sammenlign": "omraader=fyn;aarhus",
    "visning": "visning=rangliste",
}
SAGER = [("offentlig", "dark"), ("offentlig", "light"), ("eksempel", "dark"), ("eksempel", "light")]


@pytest.mark.parametrize(("datasaet", "tema"), some(SAGER, 1))
@pytest.mark.parametrize("side", I_MOERKET)
def test_a_page_is_for_everyone(server, open_tab, axe_core, side, datasaet, tema):
    tab = open_tab(tema)
    visit(tab, f"{server.url}{PAGES[side]}?datasaet={datasaet}&{VALG.get(side, '')}")
    wait_until_still(tab)
    assert_for_everyone(tab, axe_core, tema)
    assert_no_traceback(tab)
