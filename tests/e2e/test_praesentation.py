"""The default deck in a hall without a network: shown and driven by keyboard alone, seen from the back row."""

import pytest

from tests.e2e.conftest import chromium_or_skip, profile
from tests.e2e.scenen import (
    NUMBER,
    OFFLINE,
    SCREEN,
    SMALLEST,
    TITLE,
    assert_readable,
    begun,
    figure,
    number,
    press,
    title,
)
from tests.e2e.siden import assert_no_traceback, params, visit, wait_until
from tests.standarddeck import IALT
from ui.praesentation.scene import _dots
from views.sprog.ord import SCENARIE_MAERKE


@pytest.fixture(scope="module")
def hall(playwright, server):
    """A browser without a network, with the size of a projector."""
    en = playwright.chromium.launch(executable_path=chromium_or_skip(), args=OFFLINE)
    yield profile(en, viewport=SCREEN)
    en.close()


@pytest.fixture
def stage(hall, server):
    """The default deck on the wall, begun by keyboard."""
    tab = hall.new_page()
    fejl = []
    tab.on("pageerror", lambda en: fejl.append(str(en)))
    visit(tab, f"{server.url}/praesentation?datasaet=eksempel")
    knap = tab.get_by_role("button", name="Start præsentationen")
    knap.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_selector(TITLE)
    assert wait_until(tab, lambda: figure(tab)["shapes"] > 10)
    yield tab
    assert_no_traceback(tab)
    tab.close()
    assert fejl == []


def test_the_deck_is_shown_by_keyboard_alone_and_can_be_read(stage):
    tab = stage
    titler, billeder = [], 0
    for nr in range(1, IALT + 1):
        assert number(tab) == f"{nr} / {IALT}"
        assert_readable(tab, SMALLEST)
        assert tab.locator(".lysbillede .advarsel").evaluate("en => parseFloat(getComputedStyle(en).fontSize)") >= 36
        titler.append(title(tab))
        # the figure of the slide before may stand a moment longer under what is said instead
        i_ord = tab.locator(".lysbillede .besked").is_visible() or bool(figure(tab)["prose"])
        billeder += not i_ord and figure(tab)["drawn"]
        if nr < IALT:
            press(tab, ("ArrowRight", "PageDown", " ")[nr % 3], f"{nr + 1} / {IALT}")
    # one is in words, and one is of public data alone
    assert len(set(titler)) == IALT and billeder == IALT - 2
    assert params(tab)["dias"] == str(IALT) and params(tab)["vis"] == "skaerm"
    assert tab.locator('[data-testid="stSidebar"], [data-testid="stTopNavLink"]').count() == 0

    press(tab, "ArrowLeft", f"{IALT - 1} / {IALT}")
    press(tab, "Home", f"1 / {IALT}")
    press(tab, "End", f"{IALT} / {IALT}")
    tab.keyboard.press("b")
    sort = tab.locator(".lysbillede .sort")
    assert sort.is_visible() and sort.bounding_box() == {"x": 0, "y": 0, **SCREEN}
    tab.keyboard.press("Escape")
    assert not sort.is_visible() and number(tab) == f"{IALT} / {IALT}"
    # a clicker pressed twice in a hurry goes two slides
    tab.keyboard.press("PageUp")
    tab.keyboard.press("PageUp")
    assert wait_until(tab, lambda: number(tab) == f"{IALT - 2} / {IALT}")

    foer = title(tab)
    tab.keyboard.press("o")
    tab.keyboard.type("sønderj")
    tab.keyboard.press("Enter")
    assert wait_until(tab, lambda: "Sønderjylland" in title(tab)), title(tab)
    tab.keyboard.press("Backspace")
    assert wait_until(tab, lambda: title(tab) == foer)

    tab.keyboard.press("f")
    assert wait_until(tab, lambda: tab.evaluate("() => !!document.fullscreenElement"))
    tab.keyboard.press("f")
    assert wait_until(tab, lambda: not tab.evaluate("() => !!document.fullscreenElement"))
    tab.reload()
    tab.wait_for_selector(NUMBER)
    assert wait_until(tab, lambda: number(tab) == f"{IALT - 2} / {IALT}")
    # who leaves is asked once
    tab.keyboard.press("Escape")
    assert "Afslut" in tab.locator(".stribe").inner_text() and "vis" in params(tab)
    tab.keyboard.press("Escape")
    assert wait_until(tab, lambda: "vis" not in params(tab))
    tab.get_by_role("button", name="Start præsentationen").wait_for()


def test_the_public_deck_can_be_read_in_the_dark_and_on_a_laptop(hall, server):
    tab = hall.new_page()
    tab.emulate_media(color_scheme="dark")
    begun(tab, server.url, datasaet="offentlig")
    for nr in range(1, IALT + 1):
        assert wait_until(tab, lambda nr=nr: number(tab) == f"{nr} / {IALT}")
        assert_readable(tab, SMALLEST)
        assert tab.locator(".lysbillede .advarsel").inner_text() in ("", SCENARIE_MAERKE)
        tab.keyboard.press("ArrowRight")
    tab.set_viewport_size({"width": 1440, "height": 900})
    for nr in range(IALT, 0, -1):
        assert wait_until(tab, lambda nr=nr: number(tab) == f"{nr} / {IALT}")
        assert_readable(tab, 0.75 * SMALLEST)
        tab.keyboard.press("ArrowLeft")
    tab.close()


def test_touch_areas_are_large_and_the_code_lets_phones_follow(stage):
    tab = stage
    for navn in ("Næste dias", "Forrige dias"):
        boks = tab.get_by_role("button", name=navn).bounding_box()
        assert boks["width"] >= 64 and boks["height"] >= 64
    tab.get_by_role("button", name="Næste dias").click()
    assert wait_until(tab, lambda: number(tab) == f"2 / {IALT}")
    tab.keyboard.press("q")
    assert wait_until(tab, lambda: tab.locator(".lysbillede .qr svg").is_visible())
    link = tab.locator(".lysbillede .qr .link").inner_text()
    assert "127.0.0.1" in tab.locator(".lysbillede .qr .fejl").inner_text(), "phones cannot reach this host"
    prikker = tab.locator(".lysbillede .qr path").get_attribute("d").count("M")
    assert prikker == sum(raekke.count("1") for raekke in _dots(link))
    tab.keyboard.press("q")
    telefon = tab.context.new_page()
    telefon.goto(link)
    assert telefon.locator("h1").inner_text() == title(tab), telefon.url
    telefon.close()
