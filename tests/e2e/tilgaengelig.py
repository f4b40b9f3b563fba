"""What axe-core and a reader of contrasts find on the page that is open, less what is Streamlit's own."""

from playwright.sync_api import Page

from tests.e2e.siden import PAGES, wait_until
from tests.sweep import some

# The pages that are asked in the dark (test_tilgaengelighed.py); the others are asked in the light, where they are open
# already (test_udseende.py). With ALT=1 all are asked in both.
I_MOERKET = some([*PAGES], 5)
# rule -> the Streamlit element that breaks it, whatever page it stands on
STREAMLITS = {
    "presentation-role-conflict": '[data-testid="stFileUploaderDropzone"]',
    "target-size": '[data-testid="stDateInput"] *',
    "region": '[data-testid="stSkipToContent"]',
}
# The names of what is chosen are white on the theme's first colour, whatever that is.
STREAMLITS_IN_THE_DARK = STREAMLITS | {"color-contrast": '[data-testid="stMultiSelect"] *'}
RUN = """async streamlits => {
    const fund = await axe.run(document, {resultTypes: ['violations']});
    const theirs = (regel, node) => regel in streamlits &&
        document.querySelector(node.target[0])?.matches(streamlits[regel]);
    return fund.violations.flatMap(regel => regel.nodes.filter(node => !theirs(regel.id, node))
        .map(node => [regel.id, String(node.target[0]), node.html.slice(0, 160), node.failureSummary.slice(0, 200)]));
}"""
NAMES = """() => ['summary', '[data-testid="stPopover"] button'].flatMap(en =>
    [...document.querySelectorAll(`[data-testid="stMain"] ${en}`)].map(en => en.innerText.trim()))"""
# Words of charts against the page behind them; those that stand on a bar or an area are tested with their colours.
FAINT = """() => {
    const light = colour => {
        const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(en => en / 255)
            .map(en => en <= .03928 ? en / 12.92 : ((en + .055) / 1.055) ** 2.4);
        return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
    };
    const page = light(getComputedStyle(document.querySelector('.stApp')).backgroundColor);
    const words = '.xtick text, .ytick text, .legendtext, .gtitle, .xtitle, .ytitle, .legendtitletext';
    return [...document.querySelectorAll(words)].filter(en => en.textContent.trim()).filter(en => {
        const pair = [light(getComputedStyle(en).fill), page].sort((a, b) => a - b);
        return (pair[1] + .05) / (pair[0] + .05) < 4.5;
    }).map(en => en.textContent);
}"""


def assert_for_everyone(tab: Page, axe_core: str, tema: str) -> None:
    """Nothing that is ours keeps anyone out of a page that was opened in that theme."""
    tab.evaluate(axe_core)
    wait_until(tab, lambda: tab.evaluate(FAINT) == [], seconds=5)  # until charts have taken the theme's colours
    fundet = tab.evaluate(RUN, STREAMLITS_IN_THE_DARK if tema == "dark" else STREAMLITS)
    assert fundet + tab.evaluate(FAINT) == []
    assert tab.locator("html").get_attribute("lang") == "da"
    assert tab.locator("h1").count() == 1
    navne = tab.evaluate(NAMES)
    assert len(navne) == len({*navne}), "a screen reader lists them without what stands around them"
