"""Without a mouse one sees where one is."""

from tests.e2e.siden import visit, wait_until_still

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
