"""The speaker's window: a window of its own that sees what the hall does not, and can do all that the stage can."""

import pytest

from tests.e2e.scenen import begun, kept, number, press, speaker_of, title
from tests.e2e.siden import params, wait_until
from tests.standarddeck import DIAS, IALT, place_of

SORT = ".lysbillede .sort"


@pytest.fixture
def both(server, open_tab):
    """The wall and the speaker's window."""
    wall = open_tab()
    begun(wall, server.url)
    taler = speaker_of(wall)
    yield wall, taler
    if not taler.is_closed():
        taler.close()


def test_it_is_a_window_of_its_own_and_no_tab(both):
    _, taler = both
    assert not taler.evaluate("() => toolbar.visible || menubar.visible")
    assert taler.evaluate("() => innerWidth") >= 1200


def test_it_shows_both_slides_note_clock_and_time(both):
    wall, taler = both
    for billede in (".nu", ".derefter"):
        assert wait_until(taler, lambda billede=billede: taler.locator(f"{billede} .billede svg path").count() > 5)
    assert taler.locator(".nu .b-titel").inner_text() == title(wall)
    assert taler.locator(".note").inner_text() == DIAS[0]["note"]
    assert ":" in taler.locator(".klokken").inner_text() or "." in taler.locator(".klokken").inner_text()
    press(wall, "PageDown", f"2 / {IALT}")
    assert wait_until(taler, lambda: taler.locator(".nu .b-titel").inner_text() == title(wall), seconds=3)
    assert taler.locator(".note").inner_text() == DIAS[1]["note"]
    foer = taler.locator(".gaaet").inner_text()
    assert wait_until(taler, lambda: taler.locator(".gaaet").inner_text() != foer, seconds=3)


def test_the_time_that_was_planned_is_counted_down_and_warned_of(both):
    wall, taler = both
    rest = taler.locator(".tilbage-tid")
    assert not rest.is_visible()
    taler.locator(".maaltid").fill("20")
    assert wait_until(taler, lambda: rest.inner_text().replace("\n", " ").startswith("Tilbage 19."))
    taler.keyboard.press("Enter")
    # keys typed into the field are none of the show's, and those after it are
    assert number(wall) == f"1 / {IALT}"
    taler.keyboard.press("PageDown")
    assert wait_until(wall, lambda: number(wall) == f"2 / {IALT}", seconds=3)
    taler.evaluate(
        """() => { const name = Object.keys(localStorage).find(en => en.startsWith('fremvisning-tid-'));
        localStorage.setItem(name, JSON.stringify({fra: Date.now() - 25 * 60000, minutter: 20})); }"""
    )
    taler.reload()
    assert wait_until(taler, lambda: "Over tiden" in rest.inner_text(), seconds=30)
    assert "over" in rest.get_attribute("class") and taler.locator(".gaaet").inner_text().startswith("25.")
    taler.get_by_role("button", name="Start uret forfra").click()
    assert wait_until(taler, lambda: taler.locator(".gaaet").inner_text().startswith("0.0"))


def test_the_note_is_made_larger(both):
    _, taler = both
    stoerrelse = "() => parseFloat(document.querySelector('.taler .note')?.style.fontSize) || 0"
    foer = taler.evaluate(stoerrelse)
    taler.get_by_role("button", name="Større skrift i noten").click()
    assert wait_until(taler, lambda: taler.evaluate(stoerrelse) > foer)
    taler.reload()
    assert wait_until(taler, lambda: taler.evaluate(stoerrelse) > foer, seconds=30), "it is remembered"


def test_every_key_works_from_it(both):
    wall, taler = both
    taler.keyboard.press("b")
    assert wait_until(wall, lambda: wall.locator(SORT).is_visible(), seconds=2)
    assert "sort" in taler.locator(".salen").inner_text() and not taler.locator(".soeg").is_visible()
    taler.keyboard.press("w")
    assert wait_until(wall, lambda: wall.locator(".lysbillede .hvid").is_visible(), seconds=2)
    assert not wall.locator(SORT).is_visible()
    taler.keyboard.press("q")
    assert wait_until(wall, lambda: wall.locator(".lysbillede .qr svg").is_visible(), seconds=2)
    taler.keyboard.press("Escape")
    assert wait_until(wall, lambda: not wall.locator(".lysbillede .qr").is_visible(), seconds=2)
    for tast, nr in (("End", IALT), ("PageUp", IALT - 1), ("Home", 1)):
        taler.keyboard.press(tast)
        assert wait_until(wall, lambda nr=nr: number(wall) == f"{nr} / {IALT}", seconds=4), tast
    taler.keyboard.type("4")
    taler.keyboard.press("Enter")
    assert wait_until(wall, lambda: number(wall) == f"4 / {IALT}", seconds=4)
    taler.keyboard.press("g")
    assert taler.locator(".oversigt li").count() == IALT and not wall.locator(".oversigt").is_visible()
    taler.keyboard.press("ArrowRight")
    taler.keyboard.press("Enter")
    assert wait_until(wall, lambda: number(wall) == f"5 / {IALT}", seconds=4)


def test_an_area_is_asked_about_unseen(both):
    wall, taler = both
    taler.keyboard.type(str(place_of("forloeb_enheder")))
    taler.keyboard.press("Enter")
    assert wait_until(wall, lambda: number(wall) == f"5 / {IALT}", seconds=4)
    foer = title(wall)
    taler.keyboard.press("o")
    taler.keyboard.type("soenderj")
    assert wait_until(taler, lambda: "Sønderjylland" in taler.locator(".soeg li").first.inner_text())
    assert not wall.locator(".soeg").is_visible() and title(wall) == foer
    taler.keyboard.press("Enter")
    assert wait_until(wall, lambda: "Sønderjylland" in title(wall)), title(wall)
    assert wait_until(taler, lambda: "Sønderjylland" in taler.locator(".nu .b-titel").inner_text())
    taler.keyboard.press("Backspace")
    assert wait_until(wall, lambda: title(wall) == foer)


def test_its_buttons_are_large_and_always_there_on_a_phone_too(both):
    _, taler = both
    for maal in ((1280, 720), (390, 844)):
        taler.set_viewport_size({"width": maal[0], "height": maal[1]})
        for navn in ("‹ Forrige", "Næste ›"):
            boks = taler.get_by_role("button", name=navn, exact=True).bounding_box()
            assert boks["width"] >= 140 and boks["height"] >= 64, (maal, boks)
            assert boks["y"] >= 0 and boks["y"] + boks["height"] <= maal[1], (maal, boks)
            assert boks["x"] >= 0 and boks["x"] + boks["width"] <= maal[0], (maal, boks)


def test_it_ends_the_show_when_asked_twice(both):
    wall, taler = both
    assert wait_until(taler, lambda: kept(taler) >= 2)
    taler.keyboard.press("Escape")
    assert "Afslut" in taler.locator(".stribe").inner_text() and "vis" in params(wall)
    # any other key goes on with the show
    taler.keyboard.press("PageDown")
    assert wait_until(wall, lambda: number(wall) == f"2 / {IALT}", seconds=4)
    assert not taler.locator(".stribe").is_visible()
    with taler.expect_event("close"):
        taler.keyboard.press("Escape")
        taler.keyboard.press("Escape")
    assert wait_until(wall, lambda: "vis" not in params(wall))
