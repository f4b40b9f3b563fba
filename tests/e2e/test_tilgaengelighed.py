"""Every page for everyone: axe-core finds nothing that is ours, on both datasets and in both themes.

What is Streamlit's own stands below by name, each with the element that has it, so that anything new is seen.
"""

import os

import pytest

from tests import axe
from tests.e2e.siden import PAGES, assert_no_traceback, visit, wait_until, wait_until_still

# rule -> the Streamlit element that breaks it, whatever page it stands on
STREAMLITS = {
    "presentation-role-conflict": '[data-testid="stFileUploaderDropzone"]',
    "target-size": '[data-testid="stDateInput"] *',
    "region": '[data-testid="stSkipToContent"]',
}
# The names of what is chosen are white on the theme's first colour, whatever that is.
STREAMLITS_IN_THE_DARK = {"color-contrast": '[data-testid="stMultiSelect"] *'}
# Each page with what makes it show most.
VALG = {
    "mit_omraade": "omraade=fyn",
    "kort": "omraade=fyn",
    "sammenlign": "omraader=fyn;aarhus",
    "visning": "visning=rangliste",
}
RUN = """async ({valg, streamlits}) => {
    const fund = await axe.run(document, {resultTypes: ['violations'], ...valg});
    const theirs = (regel, node) => regel in streamlits &&
        document.querySelector(node.target[0])?.matches(streamlits[regel]);
    return fund.violations.flatMap(regel => regel.nodes.filter(node => !theirs(regel.id, node))
        .map(node => [regel.id, String(node.target[0]), node.html.slice(0, 160), node.failureSummary.slice(0, 200)]));
}"""
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
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


def faint(tab) -> list[str]:
    """Words of charts that are too faint once the chart has taken the theme's colours."""
    wait_until(tab, lambda: tab.evaluate(FAINT) == [], seconds=5)
    return tab.evaluate(FAINT)


@pytest.fixture(scope="module")
def script() -> str:
    """axe-core. Without it: a failure in CI, where it must be tested, and a skip elsewhere."""
    fil = axe.find()
    if fil is None:
        pytest.fail(axe.MANGLER) if os.environ.get("CI") else pytest.skip(axe.MANGLER)
    return fil.read_text(encoding="utf-8")


@pytest.mark.parametrize("side", PAGES)
@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_a_page_is_for_everyone(server, tab, script, side, datasaet):
    """The theme changes colours alone, so of the dark one only they are asked about. A chart takes the theme that the
    page is opened in, or has at the next choice."""
    visit(tab, f"{server.url}{PAGES[side]}?datasaet={datasaet}&{VALG.get(side, '')}")
    wait_until_still(tab)
    tab.evaluate(script)
    fundet = tab.evaluate(RUN, {"valg": {}, "streamlits": STREAMLITS}) + faint(tab)
    assert tab.locator("html").get_attribute("lang") == "da"
    assert tab.locator("h1").count() == 1
    tab.emulate_media(color_scheme="dark")
    tab.reload()
    wait_until_still(tab)
    tab.evaluate(script)
    fundet += faint(tab) + tab.evaluate(RUN, {"valg": CONTRAST, "streamlits": STREAMLITS_IN_THE_DARK})
    assert fundet == []
    navne = tab.evaluate(NAMES)
    assert len(navne) == len({*navne}), "a screen reader lists them without what stands around them"
    assert_no_traceback(tab)
