"""Open bars and thin lines look the same to every reader of the model: plotly, marks and PowerPoint."""

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_FILL
from pptx.util import Pt

from export.dias import diagrammer
from export.tegning.akselfigur import STREG, TYND_STREG, axis_marks
from export.tegning.maerker import Boks, Prik, Skrift, Streg
from export.tegning.signaturer import signatures
from views.figur.model import (
    STABLET,
    VED_ENDEN,
    Aksefigur,
    Kategorier,
    Linje,
    Ord,
    Rude,
    Soejler,
    Talakse,
)
from views.figur.plotly.tegn import plotly_of

FARVE, AAR = "#2b7ab5", ("2024", "2025")
FYLDT, TOM = Soejler("Fyldt", AAR, (3, 4), FARVE), Soejler("Tom", AAR, (1, 2), FARVE, aaben=True)
LINJE, TYND = Linje("Linje", AAR, (5, 6), FARVE), Linje("Tynd", AAR, (7, 8), FARVE, tynd=True)
FIGUR = Aksefigur((Rude((FYLDT, TOM, LINJE, TYND), Kategorier(), Talakse()),), 300, STABLET, forklaring=True)


def named(maerker, art, navn):
    return [en for en in maerker if isinstance(en, art) and en.navn == navn]


def native(figur: Aksefigur):
    deck = Presentation()
    dias = deck.slides.add_slide(deck.slide_layouts[6])
    diagrammer.add_charts(dias.shapes, figur, (20, 20, 600, 300), 12, "En figur")
    return next(form.chart for form in dias.shapes if form.has_chart)


def test_plotly_draws_the_edge_alone_and_the_line_alone():
    fyldt, tom, linje, tynd = plotly_of(FIGUR)["data"]
    assert fyldt["marker"] == {"color": FARVE}
    assert tom["marker"]["color"] == "rgba(0, 0, 0, 0)" and tom["marker"]["line"]["color"] == FARVE
    assert (linje["mode"], tynd["mode"]) == ("lines+markers", "lines") and "marker" not in tynd
    assert tynd["line"]["width"] < linje["line"]["width"]


def test_marks_draw_the_edge_alone_and_the_line_alone():
    maerker = axis_marks(FIGUR, 600, 300, 10)
    assert {(en.fyld, en.kant) for en in named(maerker, Boks, "Fyldt")} == {(FARVE, None)}
    assert {(en.fyld, en.kant) for en in named(maerker, Boks, "Tom")} == {(None, FARVE)}
    assert [en.tykkelse for navn in ("Linje", "Tynd") for en in named(maerker, Streg, navn)] == [STREG, TYND_STREG]
    assert len(named(maerker, Prik, "Linje")) == 2 and not named(maerker, Prik, "Tynd")


def test_the_legend_shows_them_as_they_are_drawn():
    assert [(en.aaben, en.tynd) for en in signatures(FIGUR)] == [
        (False, False),
        (True, False),
        (False, False),
        (False, True),
    ]
    maerker = axis_marks(FIGUR, 600, 300, 10)
    (tom,) = named(maerker, Boks, "Signatur: Tom")
    assert tom.fyld is None and tom.kant == FARVE and not named(maerker, Prik, "Signatur: Tynd")


def test_powerpoint_draws_the_edge_alone_and_the_line_alone():
    soejler, linjer = native(FIGUR).plots
    fyldt, tom = soejler.series
    assert fyldt.format.fill.type == MSO_FILL.SOLID and tom.format.fill.type == MSO_FILL.BACKGROUND
    assert str(tom.format.line.color.rgb) == FARVE[1:].upper()
    linje, tynd = linjer.series
    assert (linje.marker.style, tynd.marker.style) == (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.NONE)
    assert (linje.format.line.width, tynd.format.line.width) == (Pt(STREG), Pt(TYND_STREG))


@pytest.mark.parametrize("vaerdi", [-40, 40])
def test_the_words_of_a_level_bar_stand_beyond_its_end_on_either_side_of_zero(vaerdi):
    ord_ = Ord((f"{vaerdi} pladser",), VED_ENDEN)
    serie = Soejler("Virkning", ("Andel",), (vaerdi,), FARVE, ord=ord_, liggende=True)
    figur = Aksefigur((Rude((serie,), Talakse(fra=-100, til=100), Kategorier(("Andel",), fra_oven=True)),), 200)
    maerker = axis_marks(figur, 600, 200, 10)
    (boks,) = named(maerker, Boks, "Virkning")
    (ordene,) = [en for en in maerker if isinstance(en, Skrift) and en.text == ord_.tekster[0]]
    if vaerdi < 0:
        assert ordene.vandret == "right" and ordene.x < boks.x
    else:
        assert ordene.vandret == "left" and ordene.x > boks.x + boks.bredde
