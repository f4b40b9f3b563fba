"""The stage on small and large screens: type grows with the wall, and nothing is cut."""

import pytest

from tests.e2e.scenen import NUMBER, begun, figure, number
from tests.e2e.siden import wait_until
from tests.standarddeck import IALT, place_of

# How tall the smallest words of the figure and of the frame are on the glass, and what reaches out of its box or of the
# window, in pixels.
MEASURED = """() => {
    const seen = en => en.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
    const drawn = document.querySelectorAll(".st-key-dias_indhold .main-svg text");
    const words = [...drawn].filter(en => en.textContent.trim());
    const frame = [...document.querySelectorAll('.lysbillede p, .lysbillede h1, .lysbillede .nr')].filter(seen);
    const box = document.querySelector('.st-key-dias_indhold').getBoundingClientRect();
    const plot = document.querySelector('.st-key-dias_indhold .js-plotly-plot').getBoundingClientRect();
    const scale = box.width / document.querySelector('.st-key-dias_indhold').offsetWidth;
    const size = en => parseFloat(getComputedStyle(en).fontSize);
    const foot = document.querySelector('.lysbillede .bund').getBoundingClientRect();
    return {figure: Math.min(...words.filter(seen).map(en => size(en) * scale)), frame: Math.min(...frame.map(size)),
        cut: Math.max(plot.bottom - box.bottom, plot.right - box.right, plot.bottom - foot.top),
        gap: box.bottom - plot.bottom, window: foot.bottom - innerHeight};
}"""


@pytest.mark.parametrize(("bredde", "hoejde", "skrift"), [(1280, 720, 16), (1920, 1080, 24), (3840, 2160, 48)])
def test_type_goes_by_the_screen_and_nothing_is_cut(server, open_tab, bredde, hoejde, skrift):
    tab = open_tab("dark" if bredde == 1920 else "light")
    tab.set_viewport_size({"width": bredde, "height": hoejde})
    begun(tab, server.url, dias=place_of("kort"))
    for nr in (place_of("kort"), place_of("hu_serie"), place_of("udbud_aabenhed")):
        tab.locator(NUMBER).wait_for()
        tab.keyboard.type(str(nr))
        tab.keyboard.press("Enter")
        assert wait_until(tab, lambda nr=nr: number(tab) == f"{nr} / {IALT}")
        assert wait_until(tab, lambda: figure(tab)["drawn"] and not figure(tab)["covered"], seconds=20), figure(tab)
        assert wait_until(tab, lambda: tab.evaluate(MEASURED)["cut"] <= 1, seconds=5), tab.evaluate(MEASURED)
        maalt = tab.evaluate(MEASURED)
        assert maalt["figure"] >= skrift - 0.5 and maalt["frame"] >= skrift - 0.5, maalt
        assert maalt["gap"] < 0.1 * hoejde and maalt["window"] <= 0, maalt
    assert tab.evaluate("document.scrollingElement.scrollHeight <= innerHeight")
