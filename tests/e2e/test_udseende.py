"""Every page on a laptop, a projector and a phone, light and dark: nothing cut off, nothing to scroll sideways; and on
the laptop nothing that keeps anyone out.

With BILLEDER=1 it leaves a picture of each page in each size in skaermbilleder/, for people to look at.
"""

import os

import pytest

from tests.e2e.conftest import HER, profile
from tests.e2e.siden import (
    PAGES,
    PAGES_WITH_MAP,
    WAIT_MS,
    assert_no_traceback,
    drawn,
    visit,
    wait_for_map,
    wait_until,
    wait_until_still,
)
from tests.e2e.tilgaengelig import I_MOERKET, assert_for_everyone
from tests.sweep import ALT

BILLEDER = HER / "skaermbilleder"
TALLEST = 6000
PHONE = "Mozilla/5.0 (Linux; Android 15; Mobile) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile"
DEVICES = {
    "skaerm": {},
    "telefon": {"is_mobile": True, "has_touch": True, "user_agent": PHONE},
}
SIZES = {
    "skaerm": {"baerbar": {"width": 1440, "height": 900}, "projektor": {"width": 1920, "height": 1080}},
    "telefon": {"telefon": {"width": 390, "height": 844}},
}
PAA_TELEFON = ("overblik", "kort", "mit_omraade")
# Together they are all sizes and both themes; a theme changes colours, no places.
TEMA = {"baerbar": "light", "projektor": "dark", "telefon": "light"}
# The longest names, and numbers to go with them.
ADRESSE = "?niveau=sundhedsraad&struktur=2007&datasaet=eksempel&omraade=koebenhavns-omegn-nord"

# Pages that show little without a choice of their own.
VISER = {"sammenlign": "omraader=fyn;aarhus", "visning": "visning=rangliste"}

SIDEWAYS = """() => ['html', '[data-testid="stMain"]', '[data-testid="stMainBlockContainer"]']
    .map(en => document.querySelector(en)).filter(en => en.scrollWidth > en.clientWidth + 1)
    .map(en => [en.tagName, en.dataset.testid, en.scrollWidth, en.clientWidth])"""

# Elements with words of their own, clipped by themselves or by a box around them.
CUT_OFF = """() => {
    const main = document.querySelector('[data-testid="stApp"]');
    const hides = style => ['hidden', 'clip'].includes(style.overflowX) || style.textOverflow === 'ellipsis';
    const cut = [];
    for (const en of main.querySelectorAll('*')) {
        const own = [...en.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        if (!own || en.closest('svg, details:not([open]) > :not(summary), [aria-hidden="true"], canvas')) continue;
        if (!en.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})) continue;
        const range = document.createRange();
        range.selectNodeContents(en);
        const words = range.getBoundingClientRect();
        if (words.width < 2 || words.right < 0 || words.left > innerWidth) continue;
        for (let box = en; box && box !== main; box = box.parentElement) {
            const style = getComputedStyle(box), edge = box.getBoundingClientRect();
            if (edge.width <= 1) break;
            if (hides(style) && (words.right > edge.right + 1 || words.left < edge.left - 1)) {
                cut.push(en.textContent.trim().slice(0, 60));
                break;
            }
        }
    }
    for (const en of main.querySelectorAll('input[role="combobox"]')) {
        const box = en.getBoundingClientRect();
        if (box.width < 2 || box.right < 0 || box.left > innerWidth) continue;
        if (en.scrollWidth > en.clientWidth + 1) cut.push(en.value);
    }
    return cut;
}"""

# Words of a chart that reach beyond its drawing, where nobody can read them.
CUT_IN_CHARTS = """() => [...document.querySelectorAll('.stPlotlyChart .js-plotly-plot')].flatMap(chart => {
    const edge = chart.querySelector('.main-svg').getBoundingClientRect();
    return [...chart.querySelectorAll('.main-svg text')].filter(text => text.textContent.trim()).map(text =>
        [text.textContent.trim(), text.getBoundingClientRect()]).filter(([_, box]) => box.width > 1 &&
        (box.left < edge.left - 2 || box.right > edge.right + 2 || box.top < edge.top - 2 ||
         box.bottom > edge.bottom + 2)).map(([words]) => words);
})"""

CHARTS = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].map(chart => ({
    name: chart.getAttribute('aria-label') || '',
    role: chart.getAttribute('role'),
    shapes: [...chart.querySelectorAll('.main-svg path')].filter(en => (en.getAttribute('d') || '').length > 2).length,
    width: chart.getBoundingClientRect().width,
}))"""


@pytest.fixture(scope="module")
def devices(browser):
    """A browser profile for computers and one for phones."""
    BILLEDER.mkdir(exist_ok=True)
    alle = {
        navn: profile(browser, viewport=next(iter(SIZES[navn].values())), **egenskaber)
        for navn, egenskaber in DEVICES.items()
    }
    yield alle
    for en in alle.values():
        en.close()


def sizes(side: str, apparat: str) -> dict[str, dict]:
    """The sizes to try in one tab: only pages with a map are made otherwise for a telephone, so the others need none of
    its own."""
    return SIZES[apparat] if side in PAA_TELEFON else SIZES["skaerm"] | SIZES["telefon"]


@pytest.mark.parametrize(
    ("side", "apparat"),
    [(side, apparat) for side in PAGES for apparat in DEVICES if apparat == "skaerm" or side in PAA_TELEFON],
)
def test_a_page_fits_its_screen(server, devices, axe_core, side, apparat):
    """Sizes and themes are changed in the open page, as when a laptop is put on a projector."""
    tab = devices[apparat].new_page()
    visit(tab, f"{server.url}{PAGES[side]}{ADRESSE}&{VISER.get(side, '')}")
    for stoerrelse, maal in sizes(side, apparat).items():
        tab.emulate_media(color_scheme=TEMA[stoerrelse])
        tab.set_viewport_size(maal)
        assert wait_until(tab, lambda moerk=TEMA[stoerrelse] == "dark": is_dark(tab) == moerk)
        if side in PAGES_WITH_MAP:
            wait_for_map(tab)
        wait_until_still(tab)
        if os.environ.get("BILLEDER"):
            hele_siden(tab, f"{side}-{stoerrelse}-{TEMA[stoerrelse]}")
        assert_fits(tab, with_map=side in PAGES_WITH_MAP)
        if stoerrelse == "baerbar" and (ALT or side not in I_MOERKET):
            assert_for_everyone(tab, axe_core, TEMA[stoerrelse])
    assert "EKSEMPELDATA - opdigtede tal" in tab.locator('[data-testid="stMain"]').inner_text()
    assert_no_traceback(tab)
    tab.close()


def is_dark(tab) -> bool:
    farve = tab.evaluate("() => getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    return sum(int(en) for en in farve.strip("rgb()").split(",")[:3]) < 300


def assert_fits(tab, with_map: bool) -> None:
    assert tab.evaluate(SIDEWAYS) == []
    assert tab.evaluate(CUT_OFF) == []
    assert tab.evaluate(CUT_IN_CHARTS) == []
    assert_charts_are_drawn_and_named(tab)
    if with_map:
        # the map is of the chosen area and those around it
        assert len(drawn(tab)) >= 3
        kort = tab.locator('[data-testid="stPlotlyChart"]:has(.choroplethlayer path)').first.bounding_box()
        assert kort["width"] > 250 and kort["height"] > 250


def assert_charts_are_drawn_and_named(tab) -> None:
    """Each chart has shapes, and a sentence for those who do not see it."""
    assert wait_until(tab, lambda: all(en["shapes"] for en in tab.evaluate(CHARTS)))
    for en in tab.evaluate(CHARTS):
        assert len(en["name"]) > 20 and en["role"] in ("img", "figure"), en


def hele_siden(tab, navn: str) -> None:
    """A picture of all of the page: its own scrolling box is made as tall as what is in it."""
    skaerm = tab.viewport_size
    hoejde = tab.locator('[data-testid="stMain"]').evaluate("en => en.scrollHeight")
    tab.set_viewport_size({"width": skaerm["width"], "height": min(max(hoejde, skaerm["height"]), TALLEST)})
    wait_until_still(tab)
    tab.screenshot(path=BILLEDER / f"{navn}.png", timeout=WAIT_MS)
    tab.set_viewport_size(skaerm)
    wait_until_still(tab)
