"""The line goes, or the server does, in the middle of a talk: the talk goes on, and all is right again afterwards."""

import pytest

from tests.e2e.linje import line_to
from tests.e2e.scenen import begun, kept, number, speaker_of, title
from tests.e2e.server import running
from tests.e2e.siden import params, wait_until
from tests.standarddeck import IALT, place_of

LOKAL = ".lysbillede .lokal"


@pytest.fixture
def ready(server, tab):
    """The stage behind a line that can be cut, when the browser has all slides."""
    with line_to(server.port) as linje:
        begun(tab, linje.url, dias=4)
        assert wait_until(tab, lambda: kept(tab) == IALT, seconds=40), kept(tab)
        yield tab, linje


def seen(tab) -> str:
    """The number of the slide that the hall sees."""
    lokalt = tab.locator(".lokalt-nr")
    return lokalt.inner_text() if lokalt.is_visible() else number(tab)


def test_keys_go_on_working_and_the_show_comes_along(ready):
    tab, linje = ready
    linje.cut()
    assert wait_until(tab, lambda: "Forbindelsen er væk" in tab.locator(".stribe").inner_text())
    assert tab.get_by_role("dialog").count() == 0
    for nr in (5, 6, 7):
        tab.keyboard.press("PageDown")
        assert wait_until(tab, lambda nr=nr: seen(tab) == f"{nr} / {IALT}", seconds=2), seen(tab)
    tab.keyboard.press("PageUp")
    assert wait_until(tab, lambda: seen(tab) == f"6 / {IALT}", seconds=2)
    assert place_of("kort") < 6 and tab.locator(f"{LOKAL} svg path").count() >= 5, "the map is drawn without the server"
    assert "EKSEMPELDATA" in tab.locator(f"{LOKAL} .b-advarsel").inner_text()
    assert "Kilde:" in tab.locator(f"{LOKAL} .b-kilde").last.inner_text()
    lokal = tab.locator(f"{LOKAL} .b-titel").inner_text()
    linje.mend()
    assert wait_until(tab, lambda: number(tab) == f"6 / {IALT}", seconds=60)
    assert wait_until(tab, lambda: not tab.locator(LOKAL).is_visible() and not tab.locator(".stribe").is_visible())
    assert title(tab) == lokal and params(tab)["dias"] == "6"


def test_after_lost_presses_the_next_key_goes_from_the_slide_that_is_seen(ready):
    tab, linje = ready
    # the server hears nothing, and nobody has noticed
    linje.deafen()
    for _ in range(3):
        tab.keyboard.press("PageDown")
    assert wait_until(tab, lambda: seen(tab) == f"7 / {IALT}", seconds=4), seen(tab)
    linje.cut()
    linje.mend()
    tab.keyboard.press("PageUp")
    assert wait_until(tab, lambda: number(tab) == f"6 / {IALT}", seconds=60), (number(tab), seen(tab))
    assert wait_until(tab, lambda: not tab.locator(LOKAL).is_visible())


def test_black_and_the_speakers_keys_need_no_line_either(ready):
    tab, linje = ready
    taler = speaker_of(tab)
    assert wait_until(taler, lambda: kept(taler) == IALT, seconds=40)
    linje.cut()
    assert wait_until(taler, lambda: "Forbindelsen er væk" in taler.locator(".stribe").inner_text())
    taler.keyboard.press("PageDown")
    assert wait_until(tab, lambda: seen(tab) == f"5 / {IALT}", seconds=4)
    assert taler.locator(".nr").inner_text() == f"5 / {IALT}"
    assert taler.locator(".nu .b-titel").inner_text() == tab.locator(f"{LOKAL} .b-titel").inner_text()
    taler.keyboard.press("b")
    assert wait_until(tab, lambda: tab.locator(".lysbillede .sort").is_visible(), seconds=2)
    taler.keyboard.press("b")
    linje.mend()
    assert wait_until(tab, lambda: number(tab) == f"5 / {IALT}", seconds=60)
    assert not tab.locator(".lysbillede .sort").is_visible()
    taler.close()


def test_after_a_restart_both_windows_are_in_the_same_show(ready):
    tab, linje = ready
    taler = speaker_of(tab)
    show = params(tab)["show"]
    with running("streamlit") as ny:
        linje.cut()
        linje.mend(ny.port)
        assert wait_until(tab, lambda: "fastfrosset igen" in tab.locator(".lysbillede .version").inner_text(), 90)
        assert wait_until(taler, lambda: "fastfrosset igen" in taler.locator(".taler .version").inner_text(), 90)
        assert params(tab)["show"] == params(taler)["show"] == show
        assert number(tab) == taler.locator(".nr").inner_text() == f"4 / {IALT}"
        taler.keyboard.press("PageDown")
        assert wait_until(tab, lambda: number(tab) == f"5 / {IALT}", seconds=10)
        taler.close()
        tab.close()
