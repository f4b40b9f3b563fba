"""The first screen of pages with a map: the map is whole on it, at every size, in both datasets, with and without an
area; on a phone with the names and numbers of the largest areas. Measured in the document, in one tab of each kind."""

import pytest

from tests.e2e.conftest import profile
from tests.e2e.siden import PAGES, assert_no_traceback, visit, wait_for_map, wait_until, wait_until_still
from tests.sweep import some

SIDER = ("overblik", "kort", "mit_omraade", "puljen", "reformen")
SKAERME = ((1440, 900), (1366, 768), (1920, 1080))
TELEFON = (390, 844)
PHONE = "Mozilla/5.0 (Linux; Android 15; Mobile) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile"
# A map in a tab, below more choices, has less of the window.
I_EN_FANE = {"ydernumre": "&fane=kort", "hu_forloeb": "&fane=kort&niveau=videreuddannelsesregion"}
# The whole country, and the area with the longest name; in the public data one of whose kommuner something is known.
VALG = (
    "?datasaet=offentlig",
    "?datasaet=offentlig&omraade=fyn",
    "?datasaet=eksempel",
    "?datasaet=eksempel&omraade=koebenhavns-omegn-nord",
)
LARGEST = 5

# Of the first map: which share of its box is seen without scrolling, how high the box is, and how high the drawing.
SEEN = """() => {
    const charts = [...document.querySelectorAll('.stPlotlyChart')];
    const chart = charts.find(en => en.querySelector('.choroplethlayer path'));
    if (!chart) return null;
    const box = chart.getBoundingClientRect();
    const seen = Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
    const areas = [...chart.querySelectorAll('.choroplethlayer path')].map(en => en.getBoundingClientRect());
    return {
        share: Math.round(100 * seen / box.height),
        height: box.height,
        drawn: Math.max(...areas.map(en => en.bottom)) - Math.min(...areas.map(en => en.top)),
    };
}"""
SIDEWAYS = """() => ['html', '[data-testid="stMain"]', '[data-testid="stMainBlockContainer"]']
    .map(en => document.querySelector(en)).filter(en => en.scrollWidth > en.clientWidth + 1).length"""
# The line with the largest areas: where it ends, and how many numbers stand in it.
LINE = """() => {
    const line = [...document.querySelectorAll('[data-testid="stMarkdown"]')]
        .find(en => en.textContent.startsWith('Største kendte tal'));
    return line && {end: line.getBoundingClientRect().bottom, names: line.querySelectorAll('strong').length};
}"""


@pytest.fixture(scope="module")
def telefon(browser):
    bredde, hoejde = TELEFON
    en = profile(
        browser, viewport={"width": bredde, "height": hoejde}, is_mobile=True, has_touch=True, user_agent=PHONE
    )
    yield en
    en.close()


@pytest.mark.parametrize("side", some(SIDER, 3))
def test_the_map_is_whole_on_the_first_screen(server, tab, side):
    for valg in some(VALG, 1, SIDER.index(side)):
        tab.set_viewport_size(dict(zip(("width", "height"), SKAERME[0], strict=True)))
        visit(tab, server.url + PAGES[side] + valg)
        wait_for_map(tab)
        for bredde, hoejde in SKAERME:
            tab.set_viewport_size({"width": bredde, "height": hoejde})
            # the server hears of the window when it has come to rest, and draws anew
            wait_until(tab, lambda: is_whole(tab, hoejde))  # noqa: B023
            wait_until_still(tab)
            assert is_whole(tab, hoejde), (valg, bredde, hoejde, tab.evaluate(SEEN))
            assert tab.evaluate(SIDEWAYS) == 0, (valg, bredde)
    assert_no_traceback(tab)


@pytest.mark.parametrize("side", some(SIDER, 3, 1))
def test_a_phone_shows_the_map_and_the_five_largest(server, telefon, side):
    tab = telefon.new_page()
    for valg in some(VALG, 1, SIDER.index(side) + 1):
        visit(tab, server.url + PAGES[side] + valg)
        wait_for_map(tab)
        wait_until_still(tab)
        assert is_whole(tab, TELEFON[1], mindst=0.25), (valg, tab.evaluate(SEEN))
        assert tab.evaluate(SIDEWAYS) == 0, valg
        linje = tab.evaluate(LINE)
        if side == "kort" and "eksempel" in valg:
            assert linje["names"] == LARGEST
        if linje:
            assert linje["end"] <= TELEFON[1], (valg, linje)
    tab.close()


@pytest.mark.parametrize("side", I_EN_FANE)
def test_a_map_in_a_tab_is_whole_on_the_first_screen(server, tab, side):
    for valg in some(VALG[::2], 1, [*I_EN_FANE].index(side)):
        tab.set_viewport_size(dict(zip(("width", "height"), SKAERME[0], strict=True)))
        visit(tab, server.url + PAGES[side] + valg + I_EN_FANE[side])
        wait_for_map(tab)
        for bredde, hoejde in SKAERME[:2]:
            tab.set_viewport_size({"width": bredde, "height": hoejde})
            wait_until(tab, lambda: is_whole(tab, hoejde, 0.28))  # noqa: B023
            wait_until_still(tab)
            assert is_whole(tab, hoejde, 0.28), (valg, bredde, hoejde, tab.evaluate(SEEN))
            assert tab.evaluate(SIDEWAYS) == 0, (valg, bredde)
    assert_no_traceback(tab)


def is_whole(tab, hoejde: int, mindst: float = 0.35) -> bool:
    """All of its box is seen, the box has a fair share of the window's height, and the drawing most of the box."""
    set_ = tab.evaluate(SEEN)
    return bool(
        set_ and set_["share"] == 100 and set_["height"] >= mindst * hoejde and set_["drawn"] > 0.5 * set_["height"]
    )
