"""Without a mouse one sees where one is."""

import pytest
from playwright.sync_api import expect

from tests.e2e.siden import PAGES, visit, wait_idle, wait_until, wait_until_still
from tests.sweep import some

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
    const box = at.getBoundingClientRect();
    return {
        name: (at.getAttribute('aria-label') || at.innerText || at.value || '').trim(),
        test: at.closest('[data-testid]')?.dataset.testid ?? '', own,
        ring: Math.max(...rings), seen: box.width > 0 && box.height > 0,
    };
}"""


def steps(tab):
    """Tab by tab; ends when the keyboard leaves the page."""
    for _ in range(LAENGST):
        tab.keyboard.press("Tab")
        her = tab.evaluate(HERE)
        if her is None:
            return
        yield her


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


UNFOLDED = "() => document.activeElement?.closest('[role=dialog]') !== null"
# Pages with figures, and their choices; the first of each that has "Hent og kilder".
MED_FIGUR = ("overblik", "kort", "mit_omraade", "ydernumre", "puljen", "hu_forloeb")
FAA_SKRIDT = 12


def is_the_button(her) -> bool:
    return bool(her) and her["test"] == "stPopoverButton" and "Hent og kilder" in her["name"]


@pytest.mark.parametrize("side", some(MED_FIGUR, 2))
def test_the_numbers_of_a_figure_are_few_steps_from_it(server, tab, side):
    """Key by key from the button beside a figure: in its box the files come first, then the table; Escape leads back
    to the button, and so does a step backwards."""
    visit(tab, f"{server.url}{PAGES[side]}?datasaet=eksempel&omraade=fyn")
    wait_until_still(tab)
    assert any(is_the_button(en) for en in steps(tab)), "the button is on the way"
    boks = tab.locator("[role=dialog]")
    tab.keyboard.press("Enter")
    wait_until(tab, lambda: tab.evaluate(UNFOLDED))
    expect(boks.locator("canvas").first).to_be_visible()
    wait_idle(tab)
    assert tab.evaluate(UNFOLDED), "also when it has been filled"
    for nr in range(FAA_SKRIDT):
        tab.keyboard.press("Tab")
        assert tab.evaluate(UNFOLDED), f"step {nr} leaves the box"
        if tab.evaluate("document.activeElement.tagName") == "CANVAS":
            break
    else:
        raise AssertionError("no table among the first steps")
    tab.keyboard.press("Escape")
    assert wait_until(tab, lambda: is_the_button(tab.evaluate(HERE)))
    wait_idle(tab)
    tab.keyboard.press("Enter")
    assert wait_until(tab, lambda: tab.evaluate(UNFOLDED))
    tab.keyboard.press("Shift+Tab")
    assert wait_until(tab, lambda: is_the_button(tab.evaluate(HERE))), tab.evaluate(HERE)
