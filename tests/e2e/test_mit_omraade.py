"""Mit område: reached by keyboard alone, and by a click on the map."""

from tests.e2e.siden import (
    assert_no_traceback,
    click_area,
    drawn,
    headings,
    metrics,
    params,
    select_box,
    visit,
    wait_for_map,
    wait_idle,
    wait_until,
)

MOST_TABS = 40
# the search stands in a shadow root of its own, whose host is the active element of the document
FOCUSED = "en => en === en.getRootNode().activeElement"


def test_an_area_is_chosen_by_keyboard_alone(server, tab):
    visit(tab, f"{server.url}/mit_omraade?datasaet=eksempel")
    wait_for_map(tab)
    boks = select_box(tab, "omraade")
    for _ in range(MOST_TABS):
        if boks.evaluate(FOCUSED):
            break
        tab.keyboard.press("Tab")
    assert boks.evaluate(FOCUSED)
    tab.keyboard.type("Sundhedsråd Sønder")
    tab.keyboard.press("Enter")
    assert wait_until(tab, lambda: params(tab).get("omraade") == "soenderjylland"), tab.url
    wait_idle(tab)
    assert wait_until(tab, lambda: "Sundhedsråd Sønderjylland" in headings(tab)), headings(tab)
    assert len(metrics(tab)) == 3
    assert_no_traceback(tab)


def test_a_click_on_the_map_opens_the_area_and_the_button_goes_back(server, tab):
    visit(tab, f"{server.url}/mit_omraade?datasaet=eksempel&niveau=sundhedsraad")
    wait_for_map(tab)
    click_area(tab, "fyn")
    assert wait_until(tab, lambda: "Sundhedsråd Fyn" in headings(tab)), headings(tab)
    # the map now shows the kommuner of Fyn; one of them is one click away
    assert wait_until(tab, lambda: "461" in {en["code"] for en in drawn(tab)})
    click_area(tab, "461")
    assert wait_until(tab, lambda: "Odense" in headings(tab)), headings(tab)
    select_box(tab, "omraade").focus()
    tab.get_by_role("button", name="Tilbage til hele landet").click()
    assert wait_until(tab, lambda: "omraade" not in params(tab)), tab.url
    assert wait_until(tab, lambda: "Mit område" in headings(tab)), headings(tab)
