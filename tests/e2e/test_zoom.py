"""The browser's zoom: a laptop of 1440 x 900 shows 720 x 450 points at 200 pct. and 960 x 600 at 150 pct. Menu,
choices, map and ranking can be used and read there: nothing is cut, nothing lies on top of something else."""

from itertools import combinations

import pytest

from tests.e2e.siden import (
    PAGES,
    area_names,
    assert_no_traceback,
    params,
    select_box,
    visit,
    wait_for_map,
    wait_idle,
    wait_until,
    wait_until_still,
)
from tests.e2e.test_foerste_skaerm import SIDER
from tests.e2e.test_udseende import CUT_IN_CHARTS, CUT_OFF, SIDEWAYS
from tests.sweep import some

ZOOMET = {200: (720, 450), 150: (960, 600)}
VALG = ("?datasaet=offentlig", "?datasaet=eksempel", "?datasaet=eksempel&omraade=koebenhavns-omegn-nord")
# Two names may touch by so many pixels: boxes of letters have air in them.
AIR = 3
# The words on the first map of a page, each with its box, and the height of the drawing and of the window.
WORDS = """() => {
    const charts = [...document.querySelectorAll('.stPlotlyChart')];
    const chart = charts.find(en => en.querySelector('.choroplethlayer path'));
    return [...chart.querySelectorAll('.scatterlayer text, .scattergeo text')].filter(en => en.textContent.trim())
        .map(en => [en.textContent.trim(), en.getBoundingClientRect()])
        .map(([word, box]) => ({word, left: box.left, right: box.right, top: box.top, bottom: box.bottom}));
}"""
HEIGHT = """() => [...document.querySelectorAll('.stPlotlyChart')].find(en => en.querySelector('.choroplethlayer path'))
    .getBoundingClientRect().height"""


def overlapping(words: list[dict]) -> list[tuple[str, str]]:
    def cover(en: dict, anden: dict, fra: str, til: str) -> float:
        return min(en[til], anden[til]) - max(en[fra], anden[fra])

    return [
        (en["word"], anden["word"])
        for en, anden in combinations(words, 2)
        if cover(en, anden, "left", "right") > AIR and cover(en, anden, "top", "bottom") > AIR
    ]


LAESES = (*SIDER, "hu_forloeb")


@pytest.mark.parametrize("side", some(LAESES, 3))
def test_a_page_can_be_read_when_it_is_enlarged(server, contexts, side):
    tab = contexts["light"].new_page()
    for valg in some(VALG, 1, LAESES.index(side)):
        for bredde, hoejde in ZOOMET.values():
            tab.set_viewport_size({"width": bredde, "height": hoejde})
            visit(tab, server.url + PAGES[side] + valg)
            wait_until_still(tab)
            hvor = (valg, bredde)
            assert wait_until(tab, lambda: tab.evaluate(SIDEWAYS) == []), hvor
            for cut in (CUT_OFF, CUT_IN_CHARTS):
                wait_until(tab, lambda: tab.evaluate(cut) == [], seconds=5)  # noqa: B023
                assert tab.evaluate(cut) == [], hvor
            if side in SIDER:
                wait_for_map(tab)
                wait_until_still(tab)
                words = tab.evaluate(WORDS)
                assert overlapping(words) == [], hvor
                assert sum(len(en["word"]) > 2 for en in words) >= 4, (hvor, words)
                # one scroll shows all of the map
                assert 0.6 * hoejde < tab.evaluate(HEIGHT) <= hoejde, hvor
    assert_no_traceback(tab)
    tab.close()


@pytest.mark.parametrize("zoom", ZOOMET)
def test_menu_choices_and_ranking_can_be_used(server, tab, zoom):
    bredde, hoejde = ZOOMET[zoom]
    tab.set_viewport_size({"width": bredde, "height": hoejde})
    visit(tab, f"{server.url}/kort?datasaet=eksempel")
    wait_for_map(tab)
    wait_until_still(tab)
    if zoom == 200:
        tab.locator(".st-key-_valgark button").first.click()
    assert is_seen(tab, select_box(tab, "niveau"))
    select_box(tab, "niveau").click()
    tab.get_by_role("option", name="Region", exact=True).click()
    assert wait_until(tab, lambda: params(tab).get("niveau") == "region"), tab.url
    wait_idle(tab)
    wait_until_still(tab)
    raekker = tab.locator("[class*=st-key-figur_rangliste] .ytick text")
    navne = {en.removeprefix("Region ") for en in area_names("region").values()}
    assert wait_until(tab, lambda: navne <= set(raekker.all_text_contents())), raekker.all_text_contents()
    knap = tab.locator(".st-key-_menu .mere button")
    assert is_seen(tab, knap)
    knap.click()
    link = tab.locator('.st-key-_menu #flere a[href*="/ordliste"]')
    assert is_seen(tab, link), "the last of the pages is in the window too"
    link.click()
    assert wait_until(tab, lambda: tab.title().startswith("Ordliste"))


def is_seen(tab, en) -> bool:
    en.wait_for()
    boks = en.bounding_box()
    stoerrelse = tab.viewport_size
    return (
        boks["x"] >= 0
        and boks["y"] >= 0
        and boks["x"] + boks["width"] <= stoerrelse["width"]
        and (boks["y"] + boks["height"] <= stoerrelse["height"])
    )
