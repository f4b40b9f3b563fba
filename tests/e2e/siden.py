"""What the browser tests know about the pages: keys, roles, the address, and what plotly has drawn. No wording."""

import csv
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Page, expect

from geo.kortlag import clicked_area
from tests.e2e.server import ROOT

PAGES = {sti.stem: f"/{sti.stem}".replace("/overblik", "/") for sti in sorted((ROOT / "pages").glob("*.py"))}
PAGES_WITH_MAP = ("overblik", "kort")
WAIT_MS = 60_000
# Long enough for a browser under load to draw again, were there anything to draw.
LOOK_MS = 100
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
MAP = '[class*="st-key-view_"]:has(.choroplethlayer path)'
WARNING = '[data-testid="stAlert"]'

# Each area as plotly has put it into the document; d3 keeps the location code at the element. Without what is enlarged
# in a corner, and without the thin borders of larger areas.
DRAWN = """() => [...document.querySelectorAll('.geo:not(.geo2) .choroplethlayer path')].map(path => {
    const box = path.getBoundingClientRect(), style = getComputedStyle(path);
    return {
        code: path.__data__.loc,
        points: (path.getAttribute('d') || '').split('L').length,
        width: box.width,
        height: box.height,
        outline: parseFloat(style.strokeWidth) > 2,
        filled: style.fill !== 'none' && !/, 0\\)$/.test(style.fill) && style.fillOpacity !== '0',
    };
}).filter(en => en.filled || en.outline)"""

# Where all stands that takes room: the boxes on the page, and the drawings in them, which follow a little later.
PLACES = """() => [...document.querySelectorAll(
    '[data-testid="stMain"], [data-testid="stVerticalBlock"], [data-testid="stPlotlyChart"], .main-svg')].map(en => {
    const box = en.getBoundingClientRect();
    return [box.x, box.y, box.width, box.height, en.scrollHeight].map(Math.round).join(' ');
})"""
# Charts whose drawing is not yet as wide as their place.
BEHIND = """() => {
    const width = en => en.getBoundingClientRect().width;
    return [...document.querySelectorAll('[data-testid="stPlotlyChart"]:has(.main-svg)')]
        .filter(chart => Math.abs(width(chart) - width(chart.querySelector('.main-svg'))) > 1).length;
}"""

# The point of an area that lies deepest inside it, in coordinates of the window, with the area scrolled into view.
MIDDLE = """code => {
    const path = [...document.querySelectorAll('.choroplethlayer path')].find(one => one.__data__.loc === code);
    path.scrollIntoView({block: 'center'});
    const box = path.getBBox(), n = 24, inside = [];
    const at = (i, j) => new DOMPoint(box.x + (i + .5) * box.width / n, box.y + (j + .5) * box.height / n);
    for (let i = -1; i <= n; i++) for (let j = -1; j <= n; j++)
        inside.push({i, j, yes: path.isPointInFill(at(i, j))});
    const outside = inside.filter(one => !one.yes);
    const depth = one => Math.min(...outside.map(o =>
        Math.hypot((o.i - one.i) * box.width, (o.j - one.j) * box.height)));
    const deepest = inside.filter(one => one.yes).map(one => [depth(one), one]).sort((a, b) => b[0] - a[0])[0][1];
    const point = at(deepest.i, deepest.j).matrixTransform(path.getScreenCTM());
    return [point.x, point.y];
}"""


def rows(navn: str) -> list[dict[str, str]]:
    """Rows of data/<navn>.csv."""
    with open(ROOT / "data" / f"{navn}.csv", encoding="utf-8", newline="") as fil:
        return list(csv.DictReader(fil))


def area_names(niveau: str, struktur: str = "2007") -> dict[str, str]:
    """Names by code, straight from the files."""
    if niveau == "region":
        return {row["region_id"]: row["navn"] for row in rows("geografi/region") if row["struktur"] == struktur}
    kolonne = "kommunekode" if niveau == "kommune" else f"{niveau}_id"
    return {row[kolonne]: row["navn"] for row in rows(f"geografi/{niveau}")}


def visit(tab: Page, adresse: str) -> None:
    """Open an address and wait until its script has run."""
    tab.goto(adresse, timeout=WAIT_MS)
    wait_idle(tab)


def wait_idle(tab: Page) -> None:
    tab.wait_for_selector(IDLE, state="attached", timeout=WAIT_MS)


def wait_for_map(tab: Page) -> None:
    tab.wait_for_selector(".choroplethlayer path", state="attached", timeout=WAIT_MS)


def wait_until(tab: Page, holds: Callable[[], bool], seconds: float = 15) -> bool:
    """Whether something comes true; the browser goes on meanwhile."""
    for _ in range(int(seconds * 20)):
        if holds():
            return True
        tab.wait_for_timeout(50)
    return holds()


def settled(tab: Page, look: Callable[[], Any], seconds: float = 15) -> Any:
    """What is seen once it is the same at two looks running; after so many seconds, what is seen then."""
    nu, foer = look(), None
    for _ in range(int(seconds * 1000 / LOOK_MS)):
        if nu == foer:
            break
        tab.wait_for_timeout(LOOK_MS)
        nu, foer = look(), nu
    return nu


def wait_until_still(tab: Page) -> None:
    """Until the script has run, every chart fills its place, and nothing moves."""
    wait_idle(tab)
    wait_until(tab, lambda: tab.evaluate(BEHIND) == 0)
    settled(tab, lambda: tab.evaluate(PLACES))


def drawn(tab: Page) -> list[dict]:
    return tab.evaluate(DRAWN)


def outlined(tab: Page) -> list[str]:
    """Codes of the areas with an outline, which an enlarged copy has too."""
    return sorted({clicked_area(en["code"]) for en in drawn(tab) if en["outline"]})


def click_area(tab: Page, kode: str) -> None:
    """A real click in the middle of an area, by way of a real movement of the mouse."""
    x, y = settled(tab, lambda: tab.evaluate(MIDDLE, kode))
    tab.mouse.move(x - 3, y - 3)
    tab.mouse.move(x, y, steps=3)
    tab.mouse.click(x, y)


def params(tab: Page) -> dict[str, str]:
    """The choices in the address bar."""
    return dict(parse_qsl(urlsplit(tab.url).query))


def select_box(tab: Page, navn: str):
    """The select box of a choice, such as "niveau"."""
    return tab.locator(f'.st-key-_{navn} input[role="combobox"]')


def choose(tab: Page, navn: str, label: str, kode: str) -> None:
    """Choose by mouse and keyboard, and wait until the address names the code and the page is done. label: without the
    group that stands behind the name of an indicator."""
    select_box(tab, navn).click()
    select_box(tab, navn).fill(label)
    tab.get_by_role("option", name=re.compile(rf"^{re.escape(label)}( · [^·]+)?$")).click()
    wait_until(tab, lambda: params(tab).get(navn) == kode)
    assert params(tab).get(navn) == kode, tab.url
    wait_idle(tab)


def metrics(tab: Page) -> list[str]:
    """The large numbers of a page, those that stand in one line under its title, and those that answer a question."""
    linje = tab.locator('[data-testid="stMarkdownContainer"]:has(h1) p:has(strong)').all_inner_texts()
    andre = '[data-testid="stMarkdownContainer"]:not(:has(h1))'
    svar = tab.locator(f'{andre} p:has(strong):has(a[href*="127.0.0.1"])').all_inner_texts()
    tal = [
        *tab.locator('[data-testid="stMetric"]').all_inner_texts(),
        *svar,
        *(en for et in linje for en in et.split(" · ")),
    ]
    return [" ".join(en.split()) for en in tal]


def headings(tab: Page) -> list[str]:
    return tab.locator('[data-testid="stMain"] :is(h1, h2, h3)').all_inner_texts()


def assert_no_traceback(tab: Page) -> None:
    expect(tab.locator('[data-testid="stException"]')).to_have_count(0)
    tekst = tab.locator('[data-testid="stApp"]').inner_text()
    assert "Traceback" not in tekst and "Error:" not in tekst
