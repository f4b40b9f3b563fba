"""Behov og balance as people use it: the picture first, and one choice, one step, one address."""

import pytest

from tests.e2e.siden import WARNING, assert_no_traceback, headings, params, visit, wait_idle, wait_until
from views.sprog.ord import EKSEMPEL_ADVARSEL, SCENARIE_MAERKE

FIGUR = '.st-key-view_bal_uden_plo [data-testid="stPlotlyChart"] .main-svg'
REGN_OM = ".st-key-regn_om button"


def steps(tab) -> int:
    return tab.evaluate("history.length")


def move(tab, antagelse: str, gange: int, tast: str) -> None:
    """Move a slider with the keyboard; nothing is sent before the form is."""
    felt = tab.locator(f".st-key-antaget_{antagelse} input[type=range]")
    felt.wait_for(state="attached")
    felt.focus()
    for _ in range(gange):
        tab.keyboard.press(tast)


def shown(tab, antagelse: str) -> str:
    """What a slider says that it is at."""
    felt = tab.locator(f".st-key-antaget_{antagelse} input[type=range]")
    felt.wait_for(state="attached")
    return felt.get_attribute("aria-valuetext")


def headline(tab) -> str:
    return (headings(tab) or [""])[0]


def test_two_assumptions_are_one_choice_and_one_step_back(server, tab):
    visit(tab, f"{server.url}/balance?datasaet=offentlig&struktur=2007&fane=antagelser")
    foer, adresse = (shown(tab, "s"), shown(tab, "e")), tab.url
    move(tab, "s", 7, "ArrowLeft")
    move(tab, "e", 1, "ArrowRight")
    assert tab.url == adresse, "nothing is chosen before the button is pressed"
    skridt = steps(tab)
    tab.locator(REGN_OM).click()
    assert wait_until(tab, lambda: params(tab).get("scenarie") == "1;s=73;e=38"), tab.url
    wait_idle(tab)
    assert steps(tab) == skridt + 1
    assert (shown(tab, "s"), shown(tab, "e")) == ("73", "3,8")
    tab.go_back()
    assert wait_until(tab, lambda: "scenarie" not in params(tab)), tab.url
    assert wait_until(tab, lambda: (shown(tab, "s"), shown(tab, "e")) == foer)
    tab.go_forward()
    assert wait_until(tab, lambda: shown(tab, "s") == "73")
    assert_no_traceback(tab)


def test_a_set_is_a_link_and_changes_the_picture(server, tab):
    visit(tab, f"{server.url}/balance?datasaet=offentlig&struktur=2007")
    tab.locator(FIGUR).first.wait_for()
    foerst = headline(tab)
    skridt = steps(tab)
    tab.get_by_role("link", name="Ugunstige", exact=True).click()
    assert wait_until(tab, lambda: params(tab).get("scenarie", "").startswith("1;s=73;e=46")), tab.url
    assert wait_until(tab, lambda: headline(tab) not in ("", foerst))
    assert steps(tab) == skridt + 1 and tab.locator(FIGUR).count()
    tab.get_by_role("link", name="Nulstil alt").click()
    assert wait_until(tab, lambda: headline(tab) == foerst) and "scenarie" not in params(tab)


def test_the_policy_is_chosen_by_itself(server, tab):
    visit(tab, f"{server.url}/balance?datasaet=offentlig&struktur=2007&scenarie=1%3Bs%3D85")
    tab.locator(FIGUR).first.wait_for()
    skridt = steps(tab)
    tab.locator(".st-key-_politik").get_by_text("I takt med lægerne").click()
    assert wait_until(tab, lambda: params(tab).get("scenarie") == "1;pol=takt;s=85"), tab.url
    wait_idle(tab)
    assert steps(tab) == skridt + 1


@pytest.mark.parametrize("scenarie", ["2;s=80", "1;lykke=7"])
def test_a_scenario_that_is_not_understood_is_told_and_not_drawn(server, tab, scenarie):
    visit(tab, f"{server.url}/balance?datasaet=offentlig&scenarie={scenarie}")
    svar = tab.locator(WARNING)
    svar.first.wait_for()
    grund = svar.inner_text()
    assert svar.count() == 1 and ("udgave" in grund or "lykke" in grund)
    assert tab.locator('[data-testid="stPlotlyChart"]').count() == 0
    tab.get_by_role("link", name="Nulstil").click()
    tab.locator(FIGUR).first.wait_for()
    assert "scenarie" not in params(tab)
    assert wait_until(tab, lambda: grund not in svar.all_inner_texts())


def test_on_a_phone_the_picture_comes_before_the_choices(server, tab):
    tab.set_viewport_size({"width": 390, "height": 844})
    visit(tab, f"{server.url}/balance?datasaet=eksempel")
    tab.locator(FIGUR).first.wait_for()
    figur, valg = (tab.locator(en).first.bounding_box() for en in (FIGUR, ".st-key-_politik"))
    assert figur["y"] < valg["y"] and figur["y"] < tab.viewport_size["height"]
    assert tab.get_by_text(EKSEMPEL_ADVARSEL, exact=True).count() and tab.get_by_text(SCENARIE_MAERKE).count()
