""" "Kopiér link" puts the address in the clipboard that opens precisely what is shown."""

import pytest

from tests.e2e.conftest import SCREEN, profile
from tests.e2e.siden import headings, params, settled, visit, wait_idle, wait_until, wait_until_still

DELING = ".st-key-deling button"


@pytest.fixture(scope="module")
def may_copy(browser):
    """A browser that lets pages use its clipboard, as people's do when they press a button."""
    en = profile(browser, viewport=SCREEN, permissions=["clipboard-read", "clipboard-write"])
    yield en
    en.close()


def seen(tab) -> dict:
    wait_until_still(tab)
    return {
        "adresse": params(tab),
        "overskrifter": headings(tab),
        "faner": [en.inner_text() for en in tab.locator('[role="tab"][aria-selected="true"]').all()],
        "knapper": [en.get_attribute("value") for en in tab.locator('input[type="radio"]:checked').all()],
        "tabeller": tab.locator('[data-testid="stDataFrame"]').count(),
        "figurer": [en.get_attribute("aria-label") for en in tab.locator('[data-testid="stPlotlyChart"]').all()],
    }


@pytest.mark.parametrize(
    ("side", "fane", "knap"),
    [("hu_forloeb", "Kort", "Besat af opslåede"), ("kort", None, "År for år")],
)
def test_the_copied_link_opens_what_is_shown(server, may_copy, open_tab, side, fane, knap):
    tab = may_copy.new_page()
    visit(tab, f"{server.url}/{side}?datasaet=eksempel&omraade=fyn&fra=2023&til=2025")
    if fane:
        tab.get_by_role("tab", name=fane, exact=True).click()
        assert wait_until(tab, lambda: params(tab).get("fane") == fane.lower()), tab.url
    if knap:
        tab.get_by_role("radio", name=knap).click()
        assert wait_until(tab, lambda: {"maal", "skinne"} & set(params(tab))), tab.url
    wait_idle(tab)
    her = settled(tab, lambda: seen(tab))
    tab.locator(DELING).first.click()
    tab.get_by_role("button", name="Kopiér link: Denne side").click()
    tab.get_by_text("Linket er kopieret.").wait_for()
    kopieret = tab.evaluate("() => navigator.clipboard.readText()")
    assert {"omraade=fyn", "fra=2023", "til=2025", "datasaet=eksempel"} <= set(kopieret.split("?")[1].split("&"))
    anden = open_tab()
    visit(anden, kopieret)
    assert wait_until(anden, lambda: seen(anden) | {"adresse": 0} == her | {"adresse": 0}), (seen(anden), her)
    assert her["adresse"].items() <= params(anden).items()
    tab.close()
