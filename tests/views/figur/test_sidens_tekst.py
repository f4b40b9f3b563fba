"""Words of charts can be read: on the page in the page's colour, in bars in black or white."""

import re

import pytest
from streamlit.elements.lib import streamlit_plotly_theme

from tests.dag import I_DAG
from tests.views.bygget import built
from tests.views.figurer import on_a_light_page
from views.faelles.filtre import Filters
from views.figur import farver
from views.figur.kontrast import contrast, text_on
from views.figur.plotly.tegn import plotly_of
from views.fremvisning import visninger

HEX = re.compile(r"#[0-9a-f]{6}")


def fonts(del_, sti=""):
    """Every font of a figure with its place."""
    if isinstance(del_, dict):
        for navn, en in del_.items():
            if navn.endswith("font"):
                yield f"{sti}.{navn}", en
            yield from fonts(en, f"{sti}.{navn}")
    elif isinstance(del_, list):
        for en in del_:
            yield from fonts(en, sti)


def test_streamlit_still_puts_the_themes_colour_in_place_of_ours():
    assert streamlit_plotly_theme.GRAY_90 == farver.SIDENS_TEKST


@pytest.mark.parametrize("farve", [*farver.UDFALD.values(), *farver.SEKVENTIEL, *farver.REGIONER, "#777777"])
def test_words_on_any_colour_have_contrast(farve):
    assert contrast(text_on(farve), farve) >= 4.5


@pytest.mark.parametrize("navn", visninger.VISNINGER)
def test_words_of_a_page_have_its_colour_or_stand_on_one(navn):
    view = built(navn, Filters(datasaet="eksempel", dag=I_DAG))
    if view is None or view.figure is None:
        return
    figur = on_a_light_page(plotly_of(view.figure))
    assert figur["layout"]["font"]["color"] == farver.SIDENS_TEKST
    for akse in (en for sti, en in figur["layout"].items() if sti.startswith(("xaxis", "yaxis"))):
        assert akse["tickfont"]["color"] == farver.SIDENS_TEKST
    for sti, font in fonts(figur["layout"]):
        assert font.get("color", farver.SIDENS_TEKST) == farver.SIDENS_TEKST, sti
    for spor in figur["data"]:
        if spor["type"] in ("bar", "scatter"):
            assert "color" not in spor.get("textfont", {}), spor.get("name")
        if spor["type"] == "bar" and "insidetextfont" in spor:
            grunde, ord_ = spor["marker"]["color"], spor["insidetextfont"]["color"]
            for nr, grund in enumerate(grunde if isinstance(grunde, list) else [grunde]):
                paa = ord_[nr] if isinstance(ord_, list) else ord_
                assert not HEX.fullmatch(grund) or contrast(paa, grund) >= 4.5
