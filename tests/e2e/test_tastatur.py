"""Without a mouse: the numbers of every figure are reached as a table within few steps, and one sees where one is."""

import pytest

from tests.e2e.siden import PAGES, assert_no_traceback, visit, wait_idle, wait_until, wait_until_still

SIDER = {"kort": "omraade=fyn", "hu_forloeb": "omraade=fyn", "ydernumre": "fane=over-tid", "mit_omraade": "omraade=fyn"}
# Steps from the box of a figure to its table: the files come first.
MEST = 10
LAENGST = 60
RING = 3
# Streamlit's own, which no setting of the theme reaches: a select box and a field colour their border, a page link its
# background, a tab its line, a table marks the cell, and the page itself, which is scrolled, shows nothing.
STREAMLITS = {
    "stSelectbox",
    "stPageLink-NavLink",
    "stMain",
    "stTab",
    "stDataFrame",
    "stTextInput",
    "stTextInputRootElement",
}
AABEN = '[data-testid="stPopoverBody"]'
FIGURES = """() => [...document.querySelectorAll('[class*="st-key-view_"]:has([data-testid="stPlotlyChart"])')]
    .map(en => [...en.classList].find(name => name.startsWith('st-key-view_')))"""
# Where the keyboard is: what it is, whose it is, and how it shows.
HERE = """() => {
    let at = document.activeElement, own = false;
    while (at?.shadowRoot?.activeElement) { at = at.shadowRoot.activeElement; own = true; }
    if (!at || at === document.body) return null;
    const rings = [];
    for (let box = at, nr = 0; box && nr < 4; box = box.parentElement, nr++) {
        const style = getComputedStyle(box);
        const outline = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
        rings.push(Math.max(outline, ...(style.boxShadow.match(/([\\d.]+)px/g) ?? []).map(parseFloat)));
    }
    const box = at.getBoundingClientRect(), figure = at.closest('[class*="st-key-view_"]');
    return {
        name: (at.getAttribute('aria-label') || at.innerText || at.value || '').trim(),
        tag: at.tagName.toLowerCase(), test: at.closest('[data-testid]')?.dataset.testid ?? '', own,
        ring: Math.max(...rings), seen: box.width > 0 && box.height > 0,
        table: Boolean(at.closest('[data-testid="stDataFrame"]')),
        figure: figure && [...figure.classList].find(name => name.startsWith('st-key-view_')),
    };
}"""


def steps(tab, hoejst: int = LAENGST):
    """Tab by tab; ends when the keyboard leaves the page."""
    for _ in range(hoejst):
        tab.keyboard.press("Tab")
        her = tab.evaluate(HERE)
        if her is None:
            return
        yield her


@pytest.mark.parametrize("side", SIDER)
def test_the_numbers_of_a_figure_are_few_steps_away(server, tab, side):
    visit(tab, f"{server.url}{PAGES[side]}?datasaet=eksempel&{SIDER[side]}")
    wait_until_still(tab)
    vejen = list(steps(tab))
    bokse = [en for en in vejen if en["tag"] == "button" and "Hent og kilder" in en["name"]]
    # the head of the page has the box of its map and of what stands beside it
    hovedet = side in ("kort", "mit_omraade")
    egne = {en["figure"] for en in bokse}
    assert hovedet or set(tab.evaluate(FIGURES)) <= egne, (tab.evaluate(FIGURES), [en["name"][:30] for en in vejen])
    assert len(bokse) >= 1

    knapper = tab.get_by_role("button", name="Hent og kilder")
    assert knapper.count() == len(bokse)
    for knap in knapper.all()[:2]:
        knap.focus()
        tab.keyboard.press("Enter")
        wait_idle(tab)
        tab.locator(f"{AABEN} canvas").first.wait_for()
        wait_until_still(tab)
        trin = list(steps(tab, MEST))
        assert any(en["table"] for en in trin), trin
        tab.keyboard.press("Escape")
        tab.keyboard.press("Escape")
        assert wait_until(tab, lambda: tab.locator(AABEN).count() == 0)
    assert_no_traceback(tab)


def test_one_sees_where_one_is(server, tab):
    """A ring of three pixels on all that is ours; Streamlit's own have one too, by the theme's first colour."""
    visit(tab, f"{server.url}/kort?datasaet=eksempel&omraade=fyn")
    wait_until_still(tab)
    vejen = list(steps(tab))
    egne = [en for en in vejen if en["own"]]
    assert len(egne) >= 8, "the menu and the search"
    assert [en for en in egne if en["ring"] < RING] == []
    andre = [en for en in vejen if not en["own"] and en["test"] not in STREAMLITS]
    assert [en for en in andre if en["ring"] < RING] == []
    assert all(en["seen"] for en in vejen)
