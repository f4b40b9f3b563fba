"""The map as a browser draws it, and as a mouse uses it."""

import pytest

from geo.kortlag import HOVEDSTADSOMRAADET, HS_PREFIX
from tests.e2e.siden import (
    area_names,
    assert_no_traceback,
    click_area,
    drawn,
    metrics,
    outlined,
    params,
    select_box,
    visit,
    wait_for_map,
    wait_idle,
    wait_until,
)

KOPIER = {HS_PREFIX + kode for kode in HOVEDSTADSOMRAADET}
KORT = "/kort?datasaet=eksempel"
# Names with Danish letters that are drawn on the map of a level.
DANSKE_NAVNE = {("sundhedsraad", "2007"): "Sønderjylland", ("region", "2027"): "Østdanmark"}


@pytest.mark.parametrize(
    ("niveau", "struktur", "antal", "indikator", "mindst_px"),
    [
        ("kommune", "2007", 98, "udbudte_ydernumre", 3),
        ("sundhedsraad", "2007", 17, "udbudte_ydernumre", 10),
        ("region", "2007", 5, "udbudte_ydernumre", 40),
        ("region", "2027", 4, "udbudte_ydernumre", 40),
        ("videreuddannelsesregion", "2007", 3, "hu_opslaaet", 40),
    ],
)
def test_every_area_is_drawn_once(server, tab, niveau, struktur, antal, indikator, mindst_px):
    visit(tab, f"{server.url}{KORT}&niveau={niveau}&struktur={struktur}&indikator={indikator}")
    wait_for_map(tab)
    tegnet = drawn(tab)
    omraader = [en for en in tegnet if en["code"] not in KOPIER]
    assert sorted(en["code"] for en in omraader) == sorted(area_names(niveau, struktur))
    assert len(omraader) == antal
    kopier = [en for en in tegnet if en["code"] in KOPIER]
    assert sorted(en["code"] for en in kopier) == (sorted(KOPIER) if niveau == "kommune" else [])
    for en in tegnet:
        assert en["points"] > 10 and en["filled"] and not en["outline"], en
        assert min(en["width"], en["height"]) >= mindst_px, en
    for en in kopier:
        assert min(en["width"], en["height"]) >= 10, en
    if navn := DANSKE_NAVNE.get((niveau, struktur)):
        assert any(navn in en for en in svg_texts(tab)), svg_texts(tab)


def test_a_click_in_an_area_selects_it_and_another_click_lets_go(server, tab):
    visit(tab, f"{server.url}{KORT}&niveau=sundhedsraad&indikator=udbudte_ydernumre")
    wait_for_map(tab)
    foer = metrics(tab)
    click_area(tab, "soenderjylland")
    assert wait_until(tab, lambda: params(tab).get("omraade") == "soenderjylland"), tab.url
    assert wait_until(tab, lambda: outlined(tab) == ["soenderjylland"])
    wait_idle(tab)
    navn = area_names("sundhedsraad")["soenderjylland"]
    assert select_box(tab, "omraade").input_value() == navn
    egne = [tal for tal in metrics(tab) if tal not in foer]
    assert any(tal.startswith(navn) and any(tegn.isdigit() for tegn in tal) for tal in egne), egne

    click_area(tab, "fyn")
    assert wait_until(tab, lambda: outlined(tab) == ["fyn"])
    assert params(tab)["omraade"] == "fyn"

    click_area(tab, "fyn")
    assert wait_until(tab, lambda: "omraade" not in params(tab)), tab.url
    assert wait_until(tab, lambda: len(drawn(tab)) == 17 and outlined(tab) == [])
    assert wait_until(tab, lambda: metrics(tab) == foer), metrics(tab)
    assert_no_traceback(tab)


def test_a_click_on_an_enlarged_copy_selects_the_kommune(server, tab):
    visit(tab, f"{server.url}{KORT}&niveau=kommune&indikator=udbudte_ydernumre")
    wait_for_map(tab)
    click_area(tab, "hs-147")
    assert wait_until(tab, lambda: params(tab).get("omraade") == "147"), tab.url
    # the map is now of the area and the land around it, without insets
    assert wait_until(tab, lambda: outlined(tab) == ["147"])
    assert select_box(tab, "omraade").input_value() == "Frederiksberg"
    # Frederiksberg lies inside København, which must be reached around it
    click_area(tab, "101")
    assert wait_until(tab, lambda: outlined(tab) == ["101"])
    click_area(tab, "101")
    assert wait_until(tab, lambda: "omraade" not in params(tab)), tab.url
    assert wait_until(tab, lambda: "hs-101" in {en["code"] for en in drawn(tab)})
    assert_no_traceback(tab)


def test_danish_letters_are_written_beside_the_map(server, tab):
    visit(tab, f"{server.url}{KORT}&niveau=kommune&omraade=492")
    wait_for_map(tab)
    assert select_box(tab, "omraade").input_value() == "Ærø"
    assert any(tal.startswith("Ærø ") for tal in metrics(tab)), metrics(tab)
    tekst = tab.locator('[data-testid="stApp"]').inner_text()
    assert not [tegn for tegn in ("Ã", "Â", "\ufffd", "&#") if tegn in tekst]


def svg_texts(tab) -> list[str]:
    return tab.locator('[class*="st-key-view_kort"] svg text').evaluate_all("alle => alle.map(en => en.textContent)")
