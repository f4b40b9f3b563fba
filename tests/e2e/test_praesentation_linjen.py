"""The line goes, or the server does, in the middle of a talk: the talk goes on, and all is right again afterwards."""

import time

import pytest

from tests.e2e.linje import line_to
from tests.e2e.scenen import begun, kept, number, speaker_of, title
from tests.e2e.server import running
from tests.e2e.siden import params, wait_until
from tests.standarddeck import IALT, place_of
from ui.praesentation.fremvisninger import hall_code

# Seconds; two minutes as users have it.
GLEMMER_EFTER = 2
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
        for en in (tab, taler):
            assert wait_until(en, lambda en=en: "Forbindelsen er væk" in en.locator(".stribe").inner_text())
        linje.mend(ny.port)
        for en in (tab, taler):
            assert wait_until(en, lambda en=en: not en.locator(".stribe").is_visible(), 90)
        assert params(tab)["show"] == params(taler)["show"] == show
        assert number(tab) == taler.locator(".nr").inner_text() == f"4 / {IALT}"
        taler.keyboard.press("PageDown")
        assert wait_until(tab, lambda: number(tab) == f"5 / {IALT}", seconds=10)
        taler.close()
        tab.close()


@pytest.fixture(scope="module")
def forgetful():
    """A server that forgets a session whose line is lost within seconds."""
    with running("streamlit", miljoe={"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(GLEMMER_EFTER)}) as en:
        yield en


def test_half_a_minute_and_three_without_the_line(server, forgetful, open_tab):
    """The session is still there when the line comes back after half a minute, and forgotten after three."""
    for en, borte in ((server, 3), (forgetful, GLEMMER_EFTER + 2)):
        tab = open_tab()
        with line_to(en.port) as linje:
            begun(tab, linje.url, dias=3)
            assert wait_until(tab, lambda tab=tab: kept(tab) == IALT, seconds=60), kept(tab)
            taler, show = speaker_of(tab), params(tab)["show"]
            begyndt = tab.locator(".lysbillede .version").inner_text()
            linje.cut()
            slut = time.monotonic() + borte
            assert wait_until(tab, lambda slut=slut: time.monotonic() > slut)
            tab.keyboard.press("PageDown")
            assert wait_until(taler, lambda taler=taler: taler.locator(".nr").inner_text() == f"4 / {IALT}", seconds=4)
            taler.keyboard.press("PageDown")
            assert wait_until(tab, lambda tab=tab: seen(tab) == f"5 / {IALT}", seconds=4), seen(tab)
            linje.mend()
            assert wait_until(tab, lambda tab=tab: number(tab) == f"5 / {IALT}", seconds=60), (number(tab), seen(tab))
            assert wait_until(taler, lambda taler=taler: not taler.locator(".stribe").is_visible(), seconds=60)
            assert taler.locator(".nr").inner_text() == f"5 / {IALT}"
            # the show lives in the server: it was never begun again
            assert tab.locator(".lysbillede .version").inner_text() == begyndt and params(tab)["show"] == show
            taler.keyboard.press("PageUp")
            assert wait_until(tab, lambda tab=tab: number(tab) == f"4 / {IALT}", seconds=10)
            taler.close()
            tab.close()


def test_two_shows_at_once_have_each_its_hall(server, open_tab):
    """Two shows on one server: each has its own hall, and neither moves the other."""
    vaegge = [open_tab() for _ in range(2)]
    for nr, vaeg in enumerate(vaegge):
        begun(vaeg, server.url, dias=2 + nr)
    sale = [hall_code(params(vaeg)["show"]) for vaeg in vaegge]
    assert len(set(sale)) == 2
    telefoner = [open_tab() for _ in vaegge]
    for telefon, sal in zip(telefoner, sale):
        telefon.goto(f"{server.url}/foelg/{sal}")
    foer = telefoner[1].locator("h1").inner_text()
    vaegge[0].keyboard.press("End")
    assert wait_until(vaegge[0], lambda: number(vaegge[0]) == f"{IALT} / {IALT}")
    assert wait_until(telefoner[0], lambda: telefoner[0].locator("h1").inner_text() == title(vaegge[0]))
    assert telefoner[1].locator("h1").inner_text() == foer and number(vaegge[1]) == f"3 / {IALT}"


def test_the_hall_comes_along_after_a_restart(server, tab, browser):
    """Phones stand on the slide that they had, and follow again when the stage has begun the show again."""
    with line_to(server.port) as linje:
        begun(tab, linje.url, dias=2)
        telefon = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
        telefon.goto(f"{linje.url}/foelg/{hall_code(params(tab)['show'])}")
        foerste = telefon.locator("h1").inner_text()
        with running("streamlit") as ny:
            linje.cut()
            assert wait_until(telefon, lambda: "væk" in telefon.locator("#besked").inner_text(), seconds=20)
            assert telefon.locator("h1").inner_text() == foerste, "what was read stays"
            assert wait_until(tab, lambda: "Forbindelsen er væk" in tab.locator(".stribe").inner_text())
            linje.mend(ny.port)
            assert wait_until(tab, lambda: not tab.locator(".stribe").is_visible(), 90)
            tab.keyboard.press("PageDown")
            assert wait_until(telefon, lambda: telefon.locator("h1").inner_text() == title(tab) != foerste, seconds=30)
            telefon.context.close()
            tab.close()
