"""What plotly is given of a map."""

import tomllib
from dataclasses import replace

import pytest

from geo.kortlag import clicked_area, close_up, layer
from tests.e2e.server import ROOT
from views.figur import farver
from views.figur.kontrast import contrast
from views.figur.landkort import KENDT_TAL, names_on, shown_box
from views.figur.model import Klasse, Kort, Samlet
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.tema import PLADSHOLDERE
from views.figur.plotly.typografi import FRIMAERKE, SIDE, TELEFON, Typografi

TEMA = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
NIVEAUER = ["kommune", "sundhedsraad", "region", "videreuddannelsesregion"]


def a_map(niveau: str, *valgte: str, graense: int = 2, **mere) -> Kort:
    """The first areas of a layer in one class, the others in another."""
    lag = layer(niveau)
    ids = lag.omraade_ids
    klasser = (
        Klasse(farver.SEKVENTIEL[0], "få", farver.TEKST_PAA[0], ids[:graense]),
        Klasse(farver.SEKVENTIEL[4], "mange", farver.TEKST_PAA[4], ids[graense:]),
    )
    hover = {en: f"om {en}" for en in ids}
    return Kort(lag, klasser, hover, "Antal", vaerdier=dict.fromkeys(ids, "7"), **close_up(lag, valgte), **mere)


def shapes(figur: dict, geo: str = "geo") -> list[dict]:
    return [en for en in figur["data"] if en["type"] == "choropleth" and "name" in en and en["geo"] == geo]


def words(figur: dict) -> list[str]:
    """As the browser puts them together."""
    ud = []
    for spor in figur["data"]:
        if "text" in spor.get("mode", ""):
            vaerdier = spor.get("customdata", [""] * len(spor["text"]))
            ud += [
                ord_ + (f"<b>{vaerdi}</b>" if vaerdi else "")
                for ord_, vaerdi in zip(spor["text"], vaerdier, strict=True)
            ]
    return ud


def outlines(figur: dict, geo: str = "geo") -> list[list[str]]:
    spor = [en for en in figur["data"] if en["type"] == "choropleth" and "name" not in en and en["geo"] == geo]
    return [en["locations"] for en in spor]


@pytest.mark.parametrize("niveau", NIVEAUER)
def test_every_area_is_painted_once_and_its_copy_as_it_is(niveau):
    kort = a_map(niveau)
    tegnet = {kode: (spor["colorscale"], tekst) for spor in shapes(plotly_of(kort)) for kode, tekst in
              zip(spor["locations"], spor["text"], strict=True)}  # fmt: skip
    assert set(tegnet) == {*kort.lag.omraade_ids, *kort.lag.forstoerrede}
    assert all(tegnet[kode] == tegnet[clicked_area(kode)] for kode in tegnet)
    assert sum(len(spor["locations"]) for spor in shapes(plotly_of(kort))) == len(tegnet)
    assert [spor["name"] for spor in shapes(plotly_of(kort)) if spor["showlegend"]] == ["få", "mange"]


def test_the_chosen_area_is_outlined_on_the_whole_map_and_enlarged_in_a_corner():
    figur = plotly_of(kort := a_map("kommune", "461"), Typografi(bredde=860, hoejde=640))
    assert outlines(figur) == outlines(figur, "geo2") == [["461"], ["461"]], "a line and its rim"
    geo = figur["layout"]["geo"]
    xmin, ymin, xmax, ymax = shown_box(kort)
    assert geo["lonaxis"]["range"][0] <= xmin and geo["lonaxis"]["range"][1] >= xmax
    assert sum(len(spor["locations"]) for spor in shapes(figur)) == 98 + 17, "the country stays and can be clicked"
    i_hjoernet = {kode for spor in shapes(figur, "geo2") for kode in spor["locations"]}
    assert "461" in i_hjoernet and len(i_hjoernet) < 12
    assert figur["layout"]["geo2"]["lonaxis"]["range"] == [kort.indsat[0], kort.indsat[2]]
    assert outlines(plotly_of(a_map("kommune", "101")))[0] == ["101", "hs-101"]


def test_hatching_marks_what_is_not_known():
    kort = a_map("sundhedsraad")
    ukendt = replace(kort, klasser=(kort.klasser[0], replace(kort.klasser[1], skraveret=True)))
    streger = [en for en in plotly_of(ukendt)["data"] if en.get("line", {}).get("color") == farver.SKRAVERING]
    assert len(streger) == 1 and len(streger[0]["lon"]) > 100
    assert not [en for en in plotly_of(kort)["data"] if en.get("line", {}).get("color") == farver.SKRAVERING]


def test_numbers_that_cannot_be_ranked_stand_in_circles_of_one_size():
    samlet = (Samlet(layer("region"), "1085", "88", "kun kendt for Region Sjælland"),)
    figur = plotly_of(a_map("sundhedsraad", symboler=True, samlet=samlet))
    lukkede, aabne = [en for en in figur["data"] if en.get("mode") == "markers+text"]
    assert lukkede["name"] == KENDT_TAL and len(lukkede["text"]) == 17 and len(set(lukkede["marker"]["size"])) == 1
    assert aabne["text"] == ["<b>88</b>"] and ["1085"] in outlines(figur)
    assert "kun kendt for<br>Region<br>Sjælland" in words(figur) or "kun kendt for<br>Region Sjælland" in words(figur)


def test_names_and_values_are_written_where_there_is_room():
    for kort in (a_map("sundhedsraad"), a_map("kommune"), a_map("region")):
        fulde = {en.tekst for en in names_on(kort) if en.tekst}
        skrevet = {" ".join(en.split("<br>")[:-1]) for en in words(plotly_of(kort, SIDE)) if "<b>7</b>" in en}
        assert len(skrevet & fulde) > min(25, 0.8 * len(fulde))
        assert len([en for en in words(plotly_of(kort, TELEFON)) if "<b>7</b>" in en]) >= 5
        assert words(plotly_of(kort, FRIMAERKE)) == []


@pytest.mark.parametrize("moerk", [False, True])
@pytest.mark.parametrize("niveau", NIVEAUER)
def test_each_word_can_be_read_on_what_it_stands_on(niveau, moerk):
    """A word has the colour of an area or of the sea all around it, two pixels to each side, and 4.5:1 against that:
    so it does not matter where it reaches over another."""
    lag = layer(niveau)
    klasser = tuple(
        Klasse(farve, str(nr), farver.TEKST_PAA[nr], lag.omraade_ids[nr::5])
        for nr, farve in enumerate(farver.SEKVENTIEL)
    )
    kort = Kort(lag, klasser, dict.fromkeys(lag.omraade_ids, ""), "Antal", vaerdier=dict.fromkeys(lag.omraade_ids, "7"))
    navne = [en for en in plotly_of(kort, SIDE)["data"] if "shadow" in en.get("textfont", {})]
    assert len({en["textfont"]["color"] for en in navne}) >= 3
    for spor in navne:
        rande = [en.split(" ") for en in spor["textfont"]["shadow"].split(", ")]
        assert {(x, y) for x, y, _, _ in rande} >= {("2px", "0px"), ("-2px", "0px"), ("0px", "2px"), ("0px", "-2px")}
        (rand,) = {on_the_page(farve, moerk) for *_, farve in rande}
        assert contrast(on_the_page(spor["textfont"]["color"], moerk), rand) >= 4.5, spor["text"]


def on_the_page(farve: str, moerk: bool) -> str:
    """The colour that a browser has for one of the figure's."""
    if farve == farver.SIDENS_TEKST:
        return TEMA["dark" if moerk else "light"]["textColor"]
    vores = {pladsholder: en for en, pladsholder in PLADSHOLDERE.items()}.get(farve, farve)
    return farver.MOERK.get(vores, vores) if moerk else vores


def test_the_enlarged_area_has_a_frame_that_is_not_cut_off():
    figur = plotly_of(kort := a_map("kommune", "461"), Typografi(bredde=860, hoejde=640))
    rammer = [en for en in figur["data"] if en.get("mode") == "lines" and en["geo"] == "geo2"]
    xmin, ymin, xmax, ymax = kort.indsat
    for spor in rammer:
        assert xmin < min(spor["lon"][:-1]) and max(spor["lon"][:-1]) < xmax
        assert ymin < min(spor["lat"][:-1]) and max(spor["lat"][:-1]) < ymax
    assert rammer[-1]["line"]["color"] == farver.SIDENS_TEKST and figur["data"][-1] is rammer[-1], "over the areas"


def test_a_class_without_an_area_is_explained_in_its_turn():
    kort = a_map("region")
    tom = Klasse(farver.SEKVENTIEL[2], "nogle", farver.TEKST_PAA[2], ())
    kort = replace(kort, klasser=(kort.klasser[0], tom, kort.klasser[1]))
    forklaret = [en for en in plotly_of(kort)["data"] if en.get("showlegend")]
    assert [en["name"] for en in sorted(forklaret, key=lambda en: en["legendrank"])] == ["få", "nogle", "mange"]
    assert sum(len(en["locations"]) for en in shapes(plotly_of(kort))) == len(kort.lag.omraade_ids)


def test_a_map_is_as_high_as_its_box_or_fills_the_width_it_is_given():
    kort = a_map("sundhedsraad")
    bokse = (SIDE, Typografi(hoejde=720), Typografi(bredde=860, hoejde=720))
    assert [plotly_of(kort, en)["layout"]["height"] for en in bokse] == [600, 720, 720]
    xmin, ymin, xmax, ymax = shown_box(kort)
    smal = plotly_of(kort, Typografi(bredde=360))["layout"]["height"]
    assert 0 < smal - 360 * (ymax - ymin) / (xmax - xmin) < 100


@pytest.mark.parametrize("bredde", [350, 560, 860])
def test_the_legend_has_the_room_it_needs_below_the_map(bredde):
    layout = plotly_of(a_map("sundhedsraad"), Typografi(bredde=bredde, hoejde=600))["layout"]
    geo = layout["geo"]
    plads = 600 - layout["margin"]["b"]
    (x0, x1), (y0, y1) = geo["lonaxis"]["range"], geo["lataxis"]["range"]
    assert 30 < layout["margin"]["b"] < 80 and bredde / (x1 - x0) == pytest.approx(plads / (y1 - y0)), "unstretched"


def test_colours_that_follow_the_theme_are_named_by_its_placeholders():
    figur = plotly_of(a_map("sundhedsraad"))
    brugt = {spor["colorscale"][0][1] for spor in shapes(figur)}
    assert brugt == {PLADSHOLDERE[farver.SEKVENTIEL[0]], PLADSHOLDERE[farver.SEKVENTIEL[4]]}
    assert not any(farve in str(figur) for farve in farver.MOERK)


def test_names_that_people_make_up_are_text():
    kort = a_map("sundhedsraad")
    klasser = tuple(replace(en, etiket="<a href='x'>kls</a>") for en in kort.klasser)
    kort = replace(kort, klasser=klasser, enhed="<script>")
    figur = plotly_of(kort)
    assert {spor["name"] for spor in shapes(figur)} == {"&lt;a href='x'>kls&lt;/a>"}
    assert figur["layout"]["legend"]["title"]["text"] == "&lt;script>"
    assert plotly_of(kort) is figur, "made once"
