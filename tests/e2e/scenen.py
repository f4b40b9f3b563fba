"""The stage in a browser, as the tests of it see it: what stands on a slide, and whether it can be read."""

from tests.e2e.conftest import TOGETHER
from tests.e2e.siden import visit, wait_until

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

SPEAKER = ".taler .nr"


def begun(tab, url: str, dias: int = 1, datasaet: str = "eksempel") -> None:
    """The default deck on the wall, from a slide."""
    visit(tab, f"{url}/praesentation?vis=skaerm&datasaet={datasaet}&dias={dias}")
    tab.get_by_role("button", name="Begynd fremvisningen").click()
    tab.wait_for_selector(TITLE)
    assert wait_until(tab, lambda: "show=" in tab.url), tab.url


def speaker_of(tab):
    """The speaker's window, opened from the wall."""
    with tab.expect_popup() as nyt:
        tab.keyboard.press("s")
    taler = nyt.value
    assert wait_until(taler, lambda: taler.locator(SPEAKER).inner_text() != "", seconds=30)
    return taler


def kept(tab) -> int:
    """How many slides the browser keeps as pictures."""
    return tab.evaluate("() => globalThis.lysbilleder?.slides.size ?? 0")


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
