"""Keys, clickers, the mouse and the finger on the stage: what is pressed by mistake does no harm."""

import pytest

from tests.e2e.conftest import chromium_or_skip, profile
from tests.e2e.scenen import SCREEN, begun, kept, number, press, title
from tests.e2e.siden import params, wait_until
from tests.standarddeck import IALT, place_of

MIDTE = (960, 480)


@pytest.fixture
def stage(server, open_tab):
    tab = open_tab()
    tab.set_viewport_size(SCREEN)
    begun(tab, server.url, dias=2)
    assert wait_until(tab, lambda: tab.locator(".st-key-dias_indhold .choroplethlayer path").count() > 10)
    return tab


def on_slide(tab, nr: int) -> bool:
    return wait_until(tab, lambda: number(tab) == f"{nr} / {IALT}", seconds=5)


def test_esc_asks_once_and_a_clickers_play_button_does_no_harm(stage):
    tab = stage
    tab.evaluate("() => { window.samme = true; }")
    for tast in ("F5", "Shift+F5", "Escape", "F5", "Escape", "F5", "Escape"):
        tab.keyboard.press(tast)
    # F5 between two Esc takes the question back
    assert tab.evaluate("() => window.samme") and on_slide(tab, 2) and "vis" in params(tab)
    press(tab, "PageDown", f"3 / {IALT}")
    assert not tab.locator(".stribe").is_visible()
    tab.keyboard.press(".")
    assert tab.locator(".lysbillede .sort").is_visible()
    tab.keyboard.press("b")
    assert not tab.locator(".lysbillede .sort").is_visible() and on_slide(tab, 3)
    tab.keyboard.press("Escape")
    tab.keyboard.press("Enter")
    assert wait_until(tab, lambda: "vis" not in params(tab))


def test_numbers_letters_and_the_ends_of_the_deck(stage):
    tab = stage
    tab.keyboard.type("10")
    assert "10" in tab.locator(".stribe").inner_text()
    tab.keyboard.press("Enter")
    assert on_slide(tab, 10)
    press(tab, "n", f"11 / {IALT}")
    tab.keyboard.press("Enter")
    assert "sidste dias" in tab.locator(".stribe").inner_text() and on_slide(tab, IALT)
    press(tab, "p", f"10 / {IALT}")
    press(tab, "Home", f"1 / {IALT}")
    press(tab, "Enter", f"2 / {IALT}")
    press(tab, "End", f"{IALT} / {IALT}")
    tab.keyboard.press("w")
    assert tab.locator(".lysbillede .hvid").is_visible()
    tab.keyboard.press("w")
    assert not tab.locator(".lysbillede .hvid").is_visible()
    # a number that no slide has leads to the nearest
    tab.keyboard.type("99")
    tab.keyboard.press("Enter")
    assert on_slide(tab, IALT)


def test_the_overview_is_driven_by_arrows_and_by_a_click(stage):
    tab = stage
    tab.keyboard.press("g")
    valgt = tab.locator('.oversigt li[aria-current="true"]')
    assert valgt.get_attribute("data-nr") == "1"
    tab.keyboard.press("ArrowDown")
    nr = int(valgt.get_attribute("data-nr"))
    assert nr > 2, "a row down is more than one slide on"
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Enter")
    assert on_slide(tab, nr + 2) and not tab.locator(".oversigt").is_visible()
    tab.keyboard.press("g")
    tab.locator(".oversigt li").nth(4).click()
    assert on_slide(tab, 5)
    tab.keyboard.press("g")
    tab.keyboard.press("Escape")
    assert not tab.locator(".oversigt").is_visible() and "vis" in params(tab)


def test_the_mouse_turns_the_slide_and_the_wheel_only_when_it_is_chosen(stage):
    tab = stage
    tab.mouse.click(*MIDTE)
    assert on_slide(tab, 3)
    tab.mouse.click(*MIDTE, button="right")
    assert on_slide(tab, 2)
    tab.keyboard.down("Shift")
    tab.mouse.click(*MIDTE)
    tab.keyboard.up("Shift")
    assert on_slide(tab, 1)
    tab.mouse.wheel(0, 200)
    # what the wheel had asked for would have come before what this key asks for
    press(tab, "PageDown", f"2 / {IALT}")
    tab.get_by_role("button", name="Musehjul skifter dias").click()
    tab.mouse.move(*MIDTE)
    tab.mouse.wheel(0, 200)
    assert on_slide(tab, 3)
    # a click on black brings the slide back and turns nothing
    tab.keyboard.press("b")
    tab.mouse.click(*MIDTE)
    assert not tab.locator(".lysbillede .sort").is_visible() and on_slide(tab, 3)


def test_the_cursor_hides_and_comes_back(stage):
    tab = stage
    tab.mouse.move(*MIDTE)
    markoer = "() => getComputedStyle(document.querySelector('.lysbillede .bag')).cursor"
    assert tab.evaluate(markoer) != "none"
    assert wait_until(tab, lambda: tab.evaluate(markoer) == "none", seconds=5)
    assert not tab.locator(".vaerktoej").is_visible()
    tab.mouse.move(MIDTE[0] + 30, MIDTE[1])
    assert wait_until(tab, lambda: tab.evaluate(markoer) != "none", seconds=1)
    assert tab.locator(".vaerktoej").is_visible()


def test_a_finger_swipes_and_taps(server, playwright):
    browser = playwright.chromium.launch(executable_path=chromium_or_skip(), args=["--no-sandbox"])
    tab = profile(browser, viewport={"width": 1180, "height": 820}, has_touch=True).new_page()
    begun(tab, server.url, dias=2)
    assert on_slide(tab, 2)
    swipe = """([fra, til]) => { const at = (kind, x) => document.querySelector('.lysbillede .bag').dispatchEvent(
        new PointerEvent(kind, {clientX: x, clientY: 400, pointerType: 'touch', bubbles: true}));
        at('pointerdown', fra); at('pointerup', til); }"""
    tab.evaluate(swipe, [900, 500])
    assert on_slide(tab, 3)
    tab.evaluate(swipe, [300, 700])
    assert on_slide(tab, 2)
    tab.touchscreen.tap(900, 400)
    assert on_slide(tab, 3)
    tab.touchscreen.tap(150, 400)
    assert on_slide(tab, 2)
    browser.close()


STAVET = {
    "københavn": "Københavns Kommune",
    "århus": "Sundhedsråd Aarhus",
    "kbh": "Københavns Kommune",
    "ål": "Aalborg Kommune",
    "soenderj": "Sundhedsråd Sønderjylland",
    "danmark": "Hele landet",
}


def test_an_area_is_found_however_it_is_spelt(stage):
    tab = stage
    tab.keyboard.press("o")
    forslag = tab.locator(".soeg li")
    for skrevet, fundet in STAVET.items():
        tab.locator(".soeg input").fill(skrevet)
        assert wait_until(tab, lambda fundet=fundet: forslag.count() and forslag.first.inner_text() == fundet, 5), (
            skrevet,
            forslag.all_inner_texts(),
        )
    tab.keyboard.press("Enter")
    assert wait_until(tab, lambda: not tab.locator(".soeg").is_visible())


def test_each_slide_answers_for_the_area_or_says_why_not(stage):
    tab = stage
    assert wait_until(tab, lambda: kept(tab) == IALT, seconds=40)
    for nr in range(1, IALT + 1):
        tab.keyboard.type(str(nr))
        tab.keyboard.press("Enter")
        assert on_slide(tab, nr)
        foer = title(tab)
        tab.keyboard.press("o")
        tab.keyboard.type("sønderj")
        tab.keyboard.press("Enter")
        assert wait_until(tab, lambda: tab.locator(".lysbillede").get_attribute("data-omraade") == "soenderjylland")
        om = tab.locator(".lysbillede .om")
        under = tab.locator(".lysbillede .under").inner_text()
        besked = tab.locator(".lysbillede .besked")
        assert om.is_visible() or "Sønderjylland" in title(tab) + under or besked.is_visible(), (nr, foer)
        if nr == place_of("kort"):
            assert "Sønderjylland: 31 pct." in om.inner_text()
        tab.keyboard.press("Backspace")
        assert wait_until(tab, lambda foer=foer: title(tab) == foer)
