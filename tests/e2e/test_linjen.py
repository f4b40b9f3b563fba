"""A lost line is told in Danish, the page stays readable, and what was touched meanwhile is done when it is back."""

from urllib.parse import urlsplit

from tests.e2e.linje import line_to
from tests.e2e.siden import headings, params, visit, wait_idle, wait_until

STRIBE = ".st-key-_menu .linje"


def test_what_was_clicked_while_the_line_was_down_is_done(server, tab):
    with line_to(server.port) as linje:
        visit(tab, f"{linje.url}/ydernumre?omraade=fyn&datasaet=eksempel")
        # the menu hears how the line is from when it is drawn
        tab.locator(".st-key-_menu .sider a").first.wait_for()
        linje.cut()
        tab.locator(STRIBE).wait_for(timeout=15_000)
        assert "Det, du ser, er stadig gyldigt" in tab.locator(STRIBE).inner_text()
        assert tab.get_by_role("dialog").count() == 0 and headings(tab)
        tab.get_by_role("tab", name="Liste").click()
        linje.mend()
        tab.locator(STRIBE).wait_for(state="hidden", timeout=30_000)
        assert wait_until(tab, lambda: params(tab).get("fane") == "liste"), tab.url
        assert wait_until(tab, lambda: tab.locator('[data-testid="stDataFrame"]').count() == 1)

        linje.cut()
        tab.locator(STRIBE).wait_for(timeout=15_000)
        tab.locator('.st-key-_menu .sider a[href*="/kort?"]').click()
        assert urlsplit(tab.url).path == "/kort", "the address says at once where it goes"
        linje.mend()
        tab.locator(STRIBE).wait_for(state="hidden", timeout=30_000)
        wait_idle(tab)
        assert wait_until(tab, lambda: tab.title() == "Kort · Fyn · Lægedækning"), tab.title()
