"""From a key to the next slide, as the hall sees it: python -m tests.last.praesentation

Presses the keys of the default deck in a real Chromium and measures in the browser, from the key to the first picture
on the screen that has the new slide's title and its finished figure.
"""

import statistics
import sys

from playwright.sync_api import Page, sync_playwright

from tests import chromium
from tests.e2e.server import running
from tests.e2e.siden import WAIT_MS

PRESSES = 36
DATASAET = "eksempel"
SCREEN = {"width": 1920, "height": 1080}

# Resolves with the milliseconds from the key to the frame after title and figure (or words) are those of the new slide.
# A figure is drawn when plotly says so, or when a new one has all its shapes.
MEASURE = """() => {
    window.measured = new Promise((done, failed) => {
        let begun = 0, redrawn = false, frames = 0;
        const stage = document.querySelector('.lysbillede'), before = stage.dataset.dias;
        const find = () => document.querySelector('.st-key-dias_indhold .js-plotly-plot');
        const old = find();
        old?.on?.('plotly_afterplot', () => { redrawn = begun > 0; });
        addEventListener('keydown', () => { begun = performance.now(); }, {once: true, capture: true});
        setTimeout(() => failed(new Error('no slide in ten seconds')), 10000);
        const look = () => {
            const plot = find(), box = document.querySelector('.st-key-dias_indhold');
            const prose = box?.querySelector('[data-testid="stMarkdownContainer"]')?.innerText.trim();
            const words = !!prose || document.querySelector('.lysbillede .besked').checkVisibility();
            const shapes = plot ? plot.querySelectorAll('path[d]:not([d=""])').length : 0;
            const figure = plot ? shapes > 3 && (plot !== old || redrawn) : words;
            const there = begun && stage.dataset.dias !== before && figure;
            if (there && ++frames > 1) return done(performance.now() - begun);
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    });
}"""


def press(tab: Page, tast: str) -> float:
    """Milliseconds from the key to the slide."""
    tab.evaluate(MEASURE)
    tab.keyboard.press(tast)
    return tab.evaluate("() => window.measured")


def measure(tab: Page) -> list[float]:
    """Right to the end of the deck, left to its beginning, and again."""
    tider, tast = [], "ArrowRight"
    while len(tider) < PRESSES:
        antal = int(tab.locator(".lysbillede .nr").inner_text().split("/")[1])
        for _ in range(antal - 1):
            tider.append(press(tab, tast))
            tab.wait_for_timeout(400)
        tast = "ArrowLeft" if tast == "ArrowRight" else "ArrowRight"
    return tider


def main() -> int:
    sti = chromium.find()
    if sti is None:
        print("No Chromium found: run python -m tests.chromium, or name one in CHROMIUM.", file=sys.stderr)
        return 1
    with running("streamlit") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=sti, args=["--no-sandbox"])
        tab = browser.new_page(viewport=SCREEN, locale="da-DK")
        tab.set_default_timeout(WAIT_MS)
        tab.goto(f"{server.url}/praesentation?vis=skaerm&datasaet={DATASAET}")
        tab.get_by_role("button", name="Begynd fremvisningen").click()
        tab.wait_for_selector(".st-key-dias_indhold .main-svg")
        tab.wait_for_timeout(4000)
        tider = measure(tab)
        browser.close()
    femte = sorted(tider)
    print(
        f"{len(tider)} presses: median {statistics.median(tider):.0f} ms, "
        f"p95 {femte[int(len(tider) * 0.95) - 1]:.0f} ms, slowest {femte[-1]:.0f} ms, fastest {femte[0]:.0f} ms"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
