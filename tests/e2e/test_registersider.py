"""The register pages as people use them: the flow, the list and its search, one lot's life, and a film."""

import pytest

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
YEAR = "() => document.querySelector('.slider-label')?.textContent ?? ''"
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


def test_the_film_plays_in_the_browser_without_asking_the_server(server, tab):
    sendt = []
    tab.on("websocket", lambda ws: ws.on("framesent", lambda _: sendt.append(1)))
    visit(tab, f"{server.url}/kort?datasaet=eksempel&niveau=sundhedsraad&indikator=udbudte_ydernumre")
    tab.locator(".st-key-_periode button").click()
    tab.get_by_text("Vis kortet år for år").click()
    assert wait_until(tab, lambda: "2026" in tab.evaluate(YEAR)), tab.evaluate(YEAR)
    wait_idle(tab)
    sidste, foer = tab.evaluate(COLOURS), len(sendt)
    tab.locator(".updatemenu-button").first.click()
    assert wait_until(tab, lambda: "2022" in tab.evaluate(YEAR)), tab.evaluate(YEAR)
    assert tab.evaluate(COLOURS) != sidste
    assert wait_until(tab, lambda: "2026" in tab.evaluate(YEAR)), tab.evaluate(YEAR)
    assert tab.evaluate(COLOURS) == sidste
    assert len(sendt) == foer and len({en["code"] for en in drawn(tab)}) == 17
