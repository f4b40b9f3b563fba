"""The register pages as people use them: the flow, the list and its search, one lot's life, and one year."""

import pytest

from geo.kortlag import clicked_area
from tests.e2e.siden import assert_no_traceback, drawn, headings, visit, wait_idle, wait_until

FLOW = """() => ({
    nodes: document.querySelectorAll('.sankey .sankey-node').length,
    links: [...document.querySelectorAll('.sankey .sankey-link')].filter(en => en.getBBox().width > 5).length,
    words: [...document.querySelectorAll('.annotation-text')].map(en => en.textContent.trim()).filter(Boolean),
})"""
TIMELINE = """() => {
    const chart = document.querySelector('.st-key-view_forloeb .js-plotly-plot');
    return {
        marks: chart.querySelectorAll('.point path, path.point').length,
        words: [...chart.querySelectorAll('.annotation-text, .textpoint text')].map(en => en.textContent),
        rows: [...chart.querySelectorAll('.ytick text')].map(en => en.textContent),
    };
}"""
COLOURS = """() => Object.fromEntries([...document.querySelectorAll('.choroplethlayer path')]
    .map(path => [path.__data__.loc, getComputedStyle(path).fill]))"""


@pytest.mark.parametrize("datasaet", ["eksempel", "offentlig"])
def test_the_flow_of_tenders_is_drawn_with_words(server, tab, datasaet):
    visit(tab, f"{server.url}/ydernumre?datasaet={datasaet}")
    assert wait_until(tab, lambda: tab.evaluate(FLOW)["nodes"] >= 4), tab.evaluate(FLOW)
    flow = tab.evaluate(FLOW)
    assert flow["links"] >= 3 and len(flow["words"]) >= 4, flow
    assert all(any(tegn.isdigit() for tegn in ord_) for ord_ in flow["words"]), "a flow without a number"


def test_the_list_is_searched_and_a_lot_shows_its_life(server, tab):
    visit(tab, f"{server.url}/ydernumre?datasaet=offentlig")
    tab.get_by_role("tab", name="Liste").click()
    soegning = tab.get_by_label("Søg i udbuddene")
    soegning.fill("vollsmose")
    soegning.press("Enter")
    assert wait_until(tab, lambda: any("Vollsmose" in en for en in headings(tab))), headings(tab)
    wait_idle(tab)
    assert wait_until(tab, lambda: tab.evaluate(TIMELINE)["marks"] > 3), tab.evaluate(TIMELINE)
    forloeb = tab.evaluate(TIMELINE)
    assert len(forloeb["rows"]) == len(forloeb["words"]) > 3
    assert any("runde" in en for en in forloeb["rows"])

    soegning.fill("findes ikke nogen steder")
    soegning.press("Enter")
    assert wait_until(tab, lambda: "Ret søgningen" in tab.locator('[data-testid="stMain"]').inner_text())
    assert_no_traceback(tab)


def test_one_year_is_chosen_for_the_whole_page_and_its_map_keeps_the_classes(server, tab):
    adresse = f"{server.url}/kort?datasaet=eksempel&niveau=sundhedsraad&indikator=udbudte_ydernumre"
    farver = []
    for aar in (2023, 2025):
        visit(tab, f"{adresse}&fra={aar}&til={aar}")
        assert wait_until(tab, lambda: len({clicked_area(en["code"]) for en in drawn(tab)}) == 17)
        signatur = tab.locator(".legendtext").all_inner_texts()
        farver.append((tab.evaluate(COLOURS), signatur))
    assert farver[0][1] == farver[1][1] and farver[0][0] != farver[1][0]
    # a placeholder that nobody fills in is a blue next to black
    assert not [en for en in farver[0][0].values() if en.startswith("rgb(0, 0, ")]
