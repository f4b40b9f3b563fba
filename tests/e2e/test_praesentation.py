"""The default deck in a hall without a network: shown and driven by keyboard alone, seen from the back row."""

import pytest

from tests.e2e.conftest import TOGETHER, chromium_or_skip, profile
from tests.e2e.siden import assert_no_traceback, params, visit, wait_until
from tests.standarddeck import DIAS, IALT
from ui.praesentation.scene import _dots
from views.sprog.ord import SCENARIE_MAERKE

SCREEN = {"width": 1920, "height": 1080}
SMALLEST = 24
# No request of the browser's reaches anything but this machine.
OFFLINE = [*TOGETHER, "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=127.0.0.1"]
TITLE, NUMBER = ".lysbillede h1.titel", ".lysbillede .nr"

# Every element with words of its own that can be seen, with its type size as drawn.
WORDS = """() => [...document.querySelectorAll('.stApp *')]
    .filter(en => [...en.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .filter(en => en.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}))
    .map(en => [parseFloat(getComputedStyle(en).fontSize), en.textContent.trim(), en.getBoundingClientRect()])
    .filter(([, , box]) => box.width > 1 && box.right > 0 && box.left < innerWidth)
    .map(([size, words, box]) => ({size, words, cut: box.left < -1 || box.right > innerWidth + 1 || box.top < -1 ||
        box.bottom > innerHeight + 1}))"""

# Words of a figure that reach out of its place on the slide, and words of the map or chart that lie over each other.
FIGURE = """() => {
    const place = document.querySelector('.st-key-dias_indhold').getBoundingClientRect();
    const all = [...document.querySelectorAll('.st-key-dias_indhold .main-svg text')]
        .filter(en => en.textContent.trim() && en.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}))
        .map(en => [en.textContent.trim(), en.getBoundingClientRect()]).filter(([, box]) => box.width > 1);
    const out = all.filter(([, box]) => box.left < place.left - 2 || box.right > place.right + 2 ||
        box.top < place.top - 2 || box.bottom > place.bottom + 2).map(([words]) => words);
    const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 8;
    const covered = [];
    all.forEach(([words, box], i) => all.slice(i + 1).forEach(([others, other]) => {
        if (over(box, other)) covered.push([words, others]);
    }));
    const shapes = [...document.querySelectorAll('.st-key-dias_indhold .main-svg path')]
        .filter(en => (en.getAttribute('d') || '').length > 10).length;
    // the cells of a grid are one picture
    const drawn = shapes > 3 || !!document.querySelector('.st-key-dias_indhold .main-svg image');
    const prose = document.querySelector('.st-key-dias_indhold [data-testid="stMarkdownContainer"]');
    return {out, covered, shapes, drawn, prose: prose ? prose.innerText : '', top: place.top, bottom: place.bottom};
}"""
BANDS = """() => ['.lysbillede .top', '.lysbillede .bund'].map(en => document.querySelector(en).getBoundingClientRect())
    .map(en => [en.top, en.bottom])"""


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


def title(tab) -> str:
    return tab.locator(TITLE).inner_text()


def number(tab) -> str:
    return tab.locator(NUMBER).inner_text()


def figure(tab) -> dict:
    return tab.evaluate(FIGURE)


def press(tab, tast: str, nummer: str) -> None:
    """Press a key and see the slide come."""
    tab.keyboard.press(tast)
    assert wait_until(tab, lambda: number(tab) == nummer), (tast, number(tab))


def is_between(tab) -> bool:
    """The content stands below the head and above the foot."""
    (_, under), (over, _) = tab.evaluate(BANDS)
    plads = figure(tab)
    return under <= plads["top"] < plads["bottom"] <= over


def assert_readable(tab, mindst: float) -> None:
    """The slide has something to see between head and foot, large enough, with nothing cut off and nothing covered; or
    it says in a sentence why there is nothing."""
    besked = tab.locator(".lysbillede .besked")
    assert wait_until(tab, lambda: besked.is_visible() or tab.locator(".st-key-dias_indhold").count() > 0)
    if besked.is_visible():
        assert len(besked.inner_text()) > 40
        return
    assert wait_until(tab, lambda: figure(tab)["drawn"] or len(figure(tab)["prose"]) > 40), title(tab)
    assert wait_until(tab, lambda: not figure(tab)["out"] and not figure(tab)["covered"], seconds=5), figure(tab)
    assert wait_until(tab, lambda: is_between(tab), seconds=5), (tab.evaluate(BANDS), figure(tab))
    ord_ = tab.evaluate(WORDS)
    assert len(ord_) > 5 and [en for en in ord_ if en["size"] < mindst or en["cut"]] == []
    plads = figure(tab)
    assert plads["bottom"] - plads["top"] > 0.55 * tab.viewport_size["height"]


def test_the_deck_is_shown_by_keyboard_alone_and_can_be_read(stage):
    tab = stage
    titler, billeder = [], 0
    for nr in range(1, IALT + 1):
        assert number(tab) == f"{nr} / {IALT}"
        assert_readable(tab, SMALLEST)
        assert tab.locator(".lysbillede .advarsel").evaluate("en => parseFloat(getComputedStyle(en).fontSize)") >= 36
        titler.append(title(tab))
        billeder += tab.locator(".st-key-dias_indhold").count() > 0 and figure(tab)["drawn"]
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
    tab.keyboard.press("Escape")
    assert wait_until(tab, lambda: "vis" not in params(tab))
    tab.get_by_role("button", name="Start præsentationen").wait_for()


def test_the_public_deck_can_be_read_in_the_dark_and_on_a_laptop(hall, server):
    tab = hall.new_page()
    tab.emulate_media(color_scheme="dark")
    visit(tab, f"{server.url}/praesentation?vis=skaerm&datasaet=offentlig")
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


def test_the_speakers_window_keeps_in_step_and_drives(stage):
    tab = stage
    with tab.context.expect_page() as nyt:
        tab.keyboard.press("s")
    taler = nyt.value
    dias = taler.locator('[data-testid="stMetricValue"]').nth(2)
    dias.wait_for()
    assert dias.inner_text() == f"1 / {IALT}"
    tab.keyboard.press("ArrowRight")
    assert wait_until(taler, lambda: dias.inner_text() == f"2 / {IALT}", seconds=3)
    assert wait_until(
        taler,
        lambda: taler.locator('[data-testid="stHeading"] h1').inner_text().startswith(DIAS[1]["note"][:20]),
        seconds=3,
    )
    taler.keyboard.press("PageDown")
    assert wait_until(tab, lambda: number(tab) == f"3 / {IALT}", seconds=3)
    taler.close()
