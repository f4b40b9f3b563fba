"""Decks of one's own in a real browser: they come back to a session and a server that know nothing of them."""

from tests.e2e.linje import line_to
from tests.e2e.scenen import TITLE
from tests.e2e.server import running
from tests.e2e.siden import params, visit, wait_idle, wait_until

GEMT = "() => Object.entries(localStorage).filter(([navn]) => navn.startsWith('praesentation-')).map(en => en[1])"


def test_own_decks_come_back_to_a_session_that_is_new(server, tab):
    with line_to(server.port) as linje:
        visit(tab, f"{linje.url}/praesentation?datasaet=eksempel")
        tab.get_by_role("button", name="Lav en kopi").click()
        assert wait_until(tab, lambda: params(tab).get("praesentation", "").endswith("kopi-1")), tab.url
        navn = params(tab)["praesentation"]
        foerste = tab.locator(".st-key-dias_0")
        foer = foerste.inner_text()
        tab.get_by_role("button", name="Flyt ned").first.click()
        assert wait_until(tab, lambda: foerste.inner_text() != foer)
        wait_idle(tab)
        andet = foerste.inner_text()
        assert wait_until(tab, lambda: len(tab.evaluate(GEMT)) == 1)
        # a reload is a new session
        visit(tab, f"{linje.url}/praesentation?datasaet=eksempel&praesentation={navn}")
        assert wait_until(tab, lambda: foerste.count() == 1 and foerste.inner_text() == andet), "as it was left"
        tab.get_by_role("button", name="Start præsentationen").click()
        tab.wait_for_selector(TITLE)
        titel = tab.locator(TITLE).inner_text()
        with running("streamlit") as ny:
            linje.cut()
            assert wait_until(tab, lambda: "Forbindelsen er væk" in tab.locator(".stribe").inner_text())
            linje.mend(ny.port)
            assert wait_until(tab, lambda: not tab.locator(".stribe").is_visible(), 90)
            tab.keyboard.press("PageDown")
            assert wait_until(tab, lambda: tab.locator(TITLE).inner_text() != titel)
            tab.keyboard.press("PageUp")
            assert wait_until(tab, lambda: tab.locator(TITLE).inner_text() == titel)
            visit(tab, f"{linje.url}/praesentation?datasaet=eksempel")
            assert wait_until(tab, lambda: tab.evaluate(GEMT) != [])
            tab.close()
