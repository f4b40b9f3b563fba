"""What plotly is given of a map."""

from dataclasses import replace

import pytest

from geo.kortlag import clicked_area, close_up, layer
from views.figur.landkort import names_on, shown_box
from views.figur.model import Billede, Klasse, Kort
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.typografi import FRIMAERKE, SIDE, TELEFON, Typografi

NIVEAUER = ["kommune", "sundhedsraad", "region", "videreuddannelsesregion"]


def picture(lag, navn: str = "", graense: int = 2) -> Billede:
    """The first areas of a layer in one class, the others in another."""
    ids = lag.omraade_ids
    faa, mange = (
        Klasse("#e3f0c4", "få", "#1b2733", ids[:graense]),
        Klasse("#28408f", "mange", "#ffffff", ids[graense:]),
    )
    return Billede(navn, (faa, mange), {en: f"om {en}" for en in ids})


def a_map(niveau: str, *valgte: str) -> Kort:
    lag = layer(niveau)
    return Kort(lag, (picture(lag),), "Antal", vaerdier=dict.fromkeys(lag.omraade_ids, "7"), **close_up(lag, valgte))


def shapes(figur: dict) -> list[dict]:
    return [spor for spor in figur["data"] if spor["type"] == "choropleth" and "name" in spor]


def words(figur: dict) -> list[str]:
    return [ord_ for spor in figur["data"] if spor.get("mode") == "text" for ord_ in spor["text"]]


@pytest.mark.parametrize("niveau", NIVEAUER)
def test_every_area_is_painted_once_and_its_copy_as_it_is(niveau):
    kort = a_map(niveau)
    tegnet = {kode: (spor["colorscale"], tekst) for spor in shapes(plotly_of(kort)) for kode, tekst in
              zip(spor["locations"], spor["text"], strict=True)}  # fmt: skip
    assert set(tegnet) == {*kort.lag.omraade_ids, *kort.lag.forstoerrede}
    assert all(tegnet[kode] == tegnet[clicked_area(kode)] for kode in tegnet)
    assert sum(len(spor["locations"]) for spor in shapes(plotly_of(kort))) == len(tegnet)
    assert [spor["name"] for spor in shapes(plotly_of(kort)) if spor["showlegend"]] == ["få", "mange"]


def test_the_chosen_area_is_outlined_with_the_land_around_it():
    figur = plotly_of(kort := a_map("kommune", "461"))
    assert [en["locations"] for en in figur["data"] if en["type"] == "choropleth" and "name" not in en] == [["461"]]
    geo = figur["layout"]["geo"]
    assert (*geo["lonaxis"]["range"], *geo["lataxis"]["range"]) == tuple(shown_box(kort)[nr] for nr in (0, 2, 1, 3))
    helt = plotly_of(replace(kort, valgte=("101",), udsnit=None))
    omrids = [en["locations"] for en in helt["data"] if en["type"] == "choropleth" and "name" not in en]
    assert omrids == [["101", "hs-101"]]


def test_every_name_is_written_with_its_value_and_only_where_there_is_room_for_names():
    for kort in (a_map("sundhedsraad"), a_map("kommune", "461")):
        skrevet = [en.ord for en in names_on(kort)]
        assert len(skrevet) > 5 and all(en.endswith("<b>7</b>") for en in skrevet)
        rammer = [en for en in words(plotly_of(kort)) if en not in skrevet]
        assert sorted([*skrevet, *rammer]) == sorted(words(plotly_of(kort, SIDE)))
        assert words(plotly_of(kort, TELEFON)) == rammer
        assert words(plotly_of(kort, FRIMAERKE)) == []


def test_a_film_paints_every_picture_anew_and_leaves_names_and_outline():
    lag = layer("kommune")
    billeder = tuple(picture(lag, navn, antal) for navn, antal in (("2024", 0), ("2025", 3), ("2026", 98)))
    film = plotly_of(Kort(lag, billeder, "Antal", **close_up(lag, ("461",))))
    assert [frame["name"] for frame in film["frames"]] == ["2024", "2025", "2026"]
    for frame in film["frames"]:
        assert frame["traces"] == [*range(len(frame["data"]))]
        assert sorted(kode for spor in frame["data"] for kode in spor["locations"]) == sorted(lag.omraade_ids)
    sidste = film["frames"][-1]["data"]
    assert [spor["locations"] for spor in sidste] == [spor["locations"] for spor in film["data"][: len(sidste)]]
    assert not [spor for spor in film["data"][len(sidste) :] if "name" in spor]
    [skyder] = film["layout"]["sliders"]
    assert [trin["label"] for trin in skyder["steps"]][skyder["active"]] == "2026"


def test_a_map_is_as_high_as_its_box_or_fills_the_width_it_is_given():
    kort = a_map("sundhedsraad")
    hoejder = [plotly_of(kort, en)["layout"]["height"] for en in (SIDE, Typografi(bredde=860, hoejde=720))]
    xmin, ymin, xmax, ymax = shown_box(kort)
    assert hoejder[:2] == [600, 720]
    smal = plotly_of(kort, Typografi(bredde=360))["layout"]["height"]
    assert 0 < smal - 360 * (ymax - ymin) / (xmax - xmin) < 100


def test_names_that_people_make_up_are_text():
    lag = layer("sundhedsraad")
    billede = picture(lag)
    klasser = tuple(replace(en, etiket="<a href='x'>kls</a>") for en in billede.klasser)
    kort = Kort(lag, (replace(billede, klasser=klasser),), "<script>")
    figur = plotly_of(kort)
    assert {spor["name"] for spor in shapes(figur)} == {"&lt;a href='x'>kls&lt;/a>"}
    assert figur["layout"]["legend"]["title"]["text"] == "&lt;script>"
    assert plotly_of(kort) is figur, "made once"
