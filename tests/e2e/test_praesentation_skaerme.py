"""The stage on small and large screens: type grows with the wall, and nothing is cut."""

import pytest

from tests.e2e.scenen import assert_readable, begun, number, speaker_of
from tests.e2e.siden import wait_until
from tests.standarddeck import IALT

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
def test_the_whole_deck_from_the_speakers_window_and_nothing_is_cut(server, open_tab, bredde, hoejde, skrift):
    wall = open_tab("dark" if bredde == 1920 else "light")
    wall.set_viewport_size({"width": bredde, "height": hoejde})
    begun(wall, server.url)
    taler = speaker_of(wall)
    maalte = 0
    for nr in range(1, IALT + 1):
        assert wait_until(wall, lambda nr=nr: number(wall) == f"{nr} / {IALT}")
        assert_readable(wall, skrift - 0.5)
        if wall.locator(".st-key-dias_indhold .main-svg text").count():
            assert wait_until(wall, lambda: wall.evaluate(MEASURED)["cut"] <= 1, seconds=5), wall.evaluate(MEASURED)
            maalt = wall.evaluate(MEASURED)
            assert maalt["figure"] >= skrift - 0.5 and maalt["frame"] >= skrift - 0.5, maalt
            assert maalt["gap"] < 0.1 * hoejde and maalt["window"] <= 0, maalt
            maalte += 1
        assert wall.evaluate("document.scrollingElement.scrollHeight <= innerHeight")
        taler.keyboard.press("PageDown")
    assert maalte > 5
    taler.close()
