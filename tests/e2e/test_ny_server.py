"""The server is started again while a page is open: the page, its choices, its tab and its measure are there as before,
and what was chosen meanwhile is done. A new server behind the same address knows nothing of the old one's sessions."""

import pytest

from tests.e2e.linje import line_to
from tests.e2e.server import running
from tests.e2e.siden import headings, params, select_box, visit, wait_idle, wait_until, wait_until_still
from tests.e2e.test_linjen import STRIBE


@pytest.fixture(scope="module")
def ny_server():
    with running("streamlit") as en:
        yield en


def back_on(tab, linje, port: int) -> None:
    linje.mend(port)
    tab.locator(STRIBE).wait_for(state="hidden", timeout=60_000)
    wait_idle(tab)
    wait_until_still(tab)


def test_everything_is_as_it_was(server, ny_server, tab):
    with line_to(server.port) as linje:
        visit(tab, f"{linje.url}/hu_forloeb?datasaet=eksempel&omraade=fyn&sammenlign=soenderjylland")
        tab.get_by_role("tab", name="Kort", exact=True).click()
        assert wait_until(tab, lambda: params(tab).get("fane") == "kort")
        knap = tab.get_by_role("radio", name="Besat af opslåede")
        knap.click()
        assert wait_until(tab, lambda: "maal" in params(tab)), tab.url
        wait_until_still(tab)
        foer = tab.url, headings(tab), tab.title()
        linje.cut()
        tab.locator(STRIBE).wait_for(timeout=30_000)
        back_on(tab, linje, ny_server.port)
        assert wait_until(tab, lambda: (tab.url, headings(tab), tab.title()) == foer), (tab.url, headings(tab), foer)
        assert tab.get_by_role("tab", name="Kort", exact=True).get_attribute("aria-selected") == "true"
        assert knap.is_checked()
        # and it goes on from there: one choice more, and all the others stand
        tab.locator('.st-key-_menu .sider a[href*="/ydernumre?"]').click()
        assert wait_until(tab, lambda: tab.title() == "Ydernumre · Fyn · Lægedækning"), tab.title()
        assert params(tab)["datasaet"] == "eksempel" and params(tab)["sammenlign"] == "soenderjylland"


def test_what_was_chosen_meanwhile_is_done(server, ny_server, tab):
    with line_to(server.port) as linje:
        visit(tab, f"{linje.url}/ydernumre?datasaet=eksempel&omraade=fyn")
        wait_until_still(tab)
        # the server is gone before anyone notices: boxes can still be changed, which they cannot once it is told
        linje.deafen()
        select_box(tab, "sammenlign").click()
        select_box(tab, "sammenlign").fill("Sønderjylland")
        tab.get_by_role("option").first.click()
        linje.cut()
        tab.locator(STRIBE).wait_for(timeout=30_000)
        tab.get_by_role("tab", name="Liste", exact=True).click()
        back_on(tab, linje, ny_server.port)
        assert wait_until(tab, lambda: params(tab).get("sammenlign") == "soenderjylland"), tab.url
        assert wait_until(tab, lambda: params(tab).get("fane") == "liste"), tab.url
        assert {"datasaet": "eksempel", "omraade": "fyn"}.items() <= params(tab).items()
        assert "Sønderjylland" in select_box(tab, "sammenlign").input_value()
        assert wait_until(tab, lambda: tab.locator('[data-testid="stDataFrame"]').count() == 1)
