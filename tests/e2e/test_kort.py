"""The map as a browser draws it, and as a mouse uses it."""

from geo.kortlag import HOVEDSTADSOMRAADET, HS_PREFIX
from tests.e2e.siden import (
    area_names,
    assert_no_traceback,
    choose,
    click_area,
    drawn,
    metrics,
    outlined,
    params,
    rows,
    select_box,
    visit,
    wait_for_map,
    wait_idle,
    wait_until,
)

I_HOVEDSTADEN = {
    "kommune": HOVEDSTADSOMRAADET,
    "sundhedsraad": ("hovedstaden", "koebenhavns-omegn-nord", "amager-og-vestegnen"),
}
KOPIER = {HS_PREFIX + kode for koder in I_HOVEDSTADEN.values() for kode in koder}
KORT = "/kort?datasaet=eksempel"
# Names with Danish letters that are drawn on the map of a level.
DANSKE_NAVNE = {("sundhedsraad", "2007"): "Sønderjylland", ("region", "2027"): "Østdanmark"}


# level, structure, how many, and the smallest width and height that an area may have.
NIVEAUER = (
    ("kommune", "2007", 98, 3),
    ("sundhedsraad", "2007", 17, 10),
    ("region", "2007", 5, 40),
    ("region", "2027", 4, 40),
    ("videreuddannelsesregion", "2027", 3, 40),
)


def test_every_area_is_drawn_once(server, tab):
    """One level after the other in the same tab, as somebody would choose them."""
    visit(tab, f"{server.url}{KORT}&niveau=kommune&struktur=2007&indikator=udbudte_ydernumre")
    navne = {row["niveau"]: row["navn"] for row in rows("geografi/niveau")}
    strukturer = {row["struktur"]: row["kort_navn"] for row in rows("geografi/struktur")}
    for niveau, struktur, antal, mindst_px in NIVEAUER:
        if niveau == "videreuddannelsesregion":
            # what is offered by kommune or region stands in none of these
            choose(tab, "indikator", "Opslåede HU-forløb", "hu_opslaaet")
        if params(tab)["niveau"] != niveau:
            choose(tab, "niveau", navne[niveau], niveau)
        if params(tab)["struktur"] != struktur:
            choose(tab, "struktur", strukturer[struktur], struktur)
        koder = sorted(area_names(niveau, struktur))
        assert len(koder) == antal
        assert wait_until(tab, lambda: sorted({en["code"] for en in drawn(tab)} - KOPIER) == koder), niveau  # noqa: B023
        assert_drawn_whole(tab, niveau, mindst_px)
        if navn := DANSKE_NAVNE.get((niveau, struktur)):
            assert any(navn in en for en in svg_texts(tab)), svg_texts(tab)


def assert_drawn_whole(tab, niveau: str, mindst_px: int) -> None:
    """Each area once, filled and large enough to see; those around the capital once more, enlarged."""
    tegnet = drawn(tab)
    assert len(tegnet) == len({en["code"] for en in tegnet})
    kopier = [en for en in tegnet if en["code"] in KOPIER]
    assert sorted(en["code"] for en in kopier) == sorted(HS_PREFIX + en for en in I_HOVEDSTADEN.get(niveau, ()))
    for en in tegnet:
        assert en["points"] > 10 and en["filled"] and not en["outline"], en
        assert min(en["width"], en["height"]) >= (10 if en in kopier else mindst_px), en


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
    assert wait_until(tab, lambda: len(drawn(tab)) == 17 + 3 and outlined(tab) == [])
    assert wait_until(tab, lambda: metrics(tab) == foer), metrics(tab)
    assert_no_traceback(tab)


def test_a_click_on_an_enlarged_copy_selects_the_kommune(server, tab):
    visit(tab, f"{server.url}{KORT}&niveau=kommune&indikator=udbudte_ydernumre")
    wait_for_map(tab)
    click_area(tab, "hs-147")
    assert wait_until(tab, lambda: params(tab).get("omraade") == "147"), tab.url
    assert wait_until(tab, lambda: outlined(tab) == ["147"])
    assert select_box(tab, "omraade").input_value() == "Frederiksberg Kommune"
    # the country stays; Frederiksberg lies inside København, which must be reached around it
    click_area(tab, "hs-101")
    assert wait_until(tab, lambda: outlined(tab) == ["101"])
    click_area(tab, "hs-101")
    assert wait_until(tab, lambda: "omraade" not in params(tab)), tab.url
    assert wait_until(tab, lambda: "hs-101" in {en["code"] for en in drawn(tab)})
    assert_no_traceback(tab)


def test_danish_letters_are_written_beside_the_map(server, tab):
    visit(tab, f"{server.url}{KORT}&niveau=kommune&omraade=492")
    wait_for_map(tab)
    assert select_box(tab, "omraade").input_value() == "Ærø Kommune"
    assert any(tal.startswith("Ærø ") for tal in metrics(tab)), metrics(tab)
    tekst = tab.locator('[data-testid="stApp"]').inner_text()
    assert not [tegn for tegn in ("Ã", "Â", "\ufffd", "&#") if tegn in tekst]


def svg_texts(tab) -> list[str]:
    return tab.locator('[class*="st-key-view_kort"] svg text').evaluate_all("alle => alle.map(en => en.textContent)")
