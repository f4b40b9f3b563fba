"""Colours are told apart by all who see them, on a light and on a dark page, and in grey."""

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from tests.farvesyn import SYN, ciede2000, distance, lightness
from views.figur import farver
from views.figur.kontrast import contrast, text_on
from views.figur.plotly.tema import PLADSHOLDERE, theme_colours, themed

ROOT = Path(__file__).parents[3]
SIDER = {"lys": ("#ffffff", lambda en: en), "moerk": ("#12181f", lambda en: farver.MOERK.get(en, en))}


@pytest.fixture(params=SIDER)
def side(request):
    return SIDER[request.param]


def test_the_distance_is_the_published_one():
    """Sharma, Wu and Dalal's own test data."""
    for ene, anden, afstand in (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ):
        assert ciede2000(ene, anden) == pytest.approx(afstand, abs=1e-4)


@pytest.mark.parametrize("syn", SYN)
@pytest.mark.parametrize(
    ("palet", "afstand"),
    [(tuple(farver.UDFALD.values()), 15), (farver.REGIONER, 11), (farver.SEKVENTIEL, 8), (farver.UNDER_OG_OVER, 15)],
)
def test_no_two_colours_of_a_legend_look_alike(side, palet, afstand, syn):
    _, paa_siden = side
    for ene, anden in combinations(map(paa_siden, palet), 2):
        assert distance(ene, anden, syn) >= afstand, (ene, anden)


@pytest.mark.parametrize(
    ("palet", "trin"),
    [(tuple(farver.UDFALD.values()), 7), (farver.REGIONER, 8), (farver.SEKVENTIEL, 12), (farver.UNDER_OG_OVER, 9)],
)
def test_no_two_colours_of_a_legend_are_one_grey(side, palet, trin):
    _, paa_siden = side
    for ene, anden in combinations(map(paa_siden, palet), 2):
        assert abs(lightness(ene) - lightness(anden)) >= trin, (ene, anden)


@pytest.mark.parametrize("syn", SYN)
def test_the_kind_beside_the_outcomes_is_none_of_them(side, syn):
    _, paa_siden = side
    for andet in (*farver.UDFALD.values(), farver.LINJE, farver.REFERENCE):
        assert distance(paa_siden(farver.ENDNU_ET_SLAGS), paa_siden(andet), syn) >= 12, andet


def test_more_stands_out_more_from_the_page(side):
    bund, paa_siden = side
    kontraster = [contrast(paa_siden(en), bund) for en in farver.SEKVENTIEL]
    assert kontraster == sorted(kontraster) and kontraster[-1] > 8
    assert distance(paa_siden(farver.SEKVENTIEL[0]), bund) > 8


def test_words_on_the_ramp_the_regions_the_outcomes_and_the_circles_can_be_read(side):
    _, paa_siden = side
    farverne, ordene = (*farver.SEKVENTIEL, *farver.UNDER_OG_OVER), (*farver.TEKST_PAA, *farver.TEKST_UNDER_OG_OVER)
    for farve, ord_ in zip(farverne, ordene, strict=True):
        assert contrast(paa_siden(farve), paa_siden(ord_)) >= 4.5
    assert all(contrast(paa_siden(en), farver.REGIONSORD) >= 4.5 for en in farver.REGIONER)
    # words in bars are chosen for the light page
    assert all(contrast(paa_siden(en), text_on(en)) >= 4.4 for en in farver.UDFALD.values())
    assert contrast(paa_siden(farver.SYMBOL), paa_siden(farver.SYMBOLTEKST)) >= 4.5
    assert contrast(paa_siden(farver.SYMBOL), paa_siden(farver.BUND)) >= 4.5


def test_the_outline_of_a_chosen_area_is_seen_on_every_class(side):
    """Line and rim are told from each other anywhere, and one of them from each colour."""
    _, paa_siden = side
    assert contrast(farver.MARKERET, farver.MARKERET_RAND) >= 4
    for farve in (*farver.SEKVENTIEL, *farver.UNDER_OG_OVER):
        assert max(contrast(en, paa_siden(farve)) for en in (farver.MARKERET, farver.MARKERET_RAND)) >= 2.5


def test_the_theme_fills_in_the_placeholders():
    tema = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    for navn, moerk in (("light", False), ("dark", True)):
        assert theme_colours(moerk).items() <= tema[navn].items()
    assert len(PLADSHOLDERE) == len(farver.MOERK) == len(set(PLADSHOLDERE.values()))
    fundet = themed({"a": [farver.UDFALD["besat"], (f"0 0 2px {farver.SEKVENTIEL[0]}",)], "b": 3, "c": "#d9480f"})
    assert fundet == {"a": ["#000001", ("0 0 2px #000011",)], "b": 3, "c": "#d9480f"}
