"""The reader of flows for plotly: nodes stand where the figure puts them, with their words beside them."""

import pytest

from geo.tekstbredde import text_width
from views.figur.model import Baand, Knude, Stroemme
from views.figur.plotly.stroemme import MARGEN
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.typografi import TELEFON, Typografi

KNUDER = (
    Knude("udbudt", 1200, "#868e96", 0, 0.5),
    Knude("Ansøgere", 1200, "#2a7ab5", 1, 0.5),
    Knude("Fandt en læge", 1150, "#009e73", 2, 0.2),
    Knude("Ingen søgte", 50, "#d55e00", 2, 1.0),
)
BAAND = (Baand(0, 1, 1200, "#2a7ab5"), Baand(1, 2, 1150, "#009e73"), Baand(1, 3, 50, "#d55e00"))
FIGUR = Stroemme(KNUDER, BAAND, (0.0, 0.4, 1.0), 0.3, 240)


def test_the_words_of_a_node_stand_where_it_stands():
    figur = plotly_of(FIGUR)
    knuder, noter = figur["data"][0]["node"], figur["layout"]["annotations"]
    assert [en["text"] for en in noter][0] == "<b>1.200</b> udbudt"
    assert [(en["x"], pytest.approx(1 - en["y"])) for en in noter] == list(zip(knuder["x"], knuder["y"]))
    # plotly takes 0 and 1 themselves for "not given"
    assert all(0 < en < 1 for en in knuder["x"] + knuder["y"])


def test_a_flow_lets_the_page_through_its_own_colour():
    link = plotly_of(FIGUR)["data"][0]["link"]
    assert link["value"] == [1200, 1150, 50] and link["color"][0] == "rgba(42, 122, 181, 0.28)"


def test_gaps_keep_their_share_of_the_height_on_a_slide():
    stor = plotly_of(FIGUR, Typografi(24, 2.0, 1848, 700, "#1b2733", dias=True))
    for figur in (plotly_of(FIGUR), stor):
        layout = figur["layout"]
        hoejde = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
        assert figur["data"][0]["node"]["pad"] == pytest.approx(0.3 * hoejde, abs=0.1)
    assert stor["layout"]["height"] == 700 and min(en["font"]["size"] for en in stor["layout"]["annotations"]) >= 24


def test_words_higher_than_their_node_stand_above_its_bands():
    """A band as thin as a letter would strike them through; nothing leaves the last column."""
    tynd = Knude("Ingen søgte", 4, "#d55e00", 1, 0.9)
    knuder = (KNUDER[0], Knude("Ansøgere", 1196, "#2a7ab5", 1, 0.4), tynd, *KNUDER[2:])
    baand = (Baand(0, 1, 1196, "#2a7ab5"), Baand(0, 2, 4, "#d55e00"), Baand(1, 3, 1150, "#009e73"))
    noter = plotly_of(Stroemme(knuder, baand, (0.0, 0.4, 1.0), 0.3, 240))["layout"]["annotations"]
    assert [en["yanchor"] for en in noter] == ["middle", "middle", "bottom", "middle", "middle"]
    assert 0 < noter[2]["yshift"] < noter[2]["font"]["size"] / 2


def test_words_do_not_run_over_the_next_column_on_a_phone():
    plads = TELEFON.bredde - MARGEN[0] - MARGEN[1]
    noter = plotly_of(FIGUR, TELEFON)["layout"]["annotations"]
    steder = [plads * x for x in (*FIGUR.kolonner[:2], 1)]
    for knude, note in zip(FIGUR.knuder, noter, strict=True):
        if knude.kolonne < 2:
            ender = steder[knude.kolonne] + note["xshift"] + text_width(note["text"], note["font"]["size"])
            assert ender <= steder[knude.kolonne + 1], note["text"]
    assert [en["text"].count("<br>") for en in noter] == [1, 1, 0, 0]
    assert not any("<br>" in en["text"] for en in plotly_of(FIGUR)["layout"]["annotations"])


@pytest.mark.parametrize(
    "typografi",
    [Typografi(), TELEFON, Typografi(24, 2.0, 1848, 700, "#1b2733", dias=True)],
    ids=["side", "fon", "dias"],
)
@pytest.mark.parametrize("antal", [1, 4, 60])
def test_words_above_a_node_of_the_top_are_in_the_picture(typografi, antal):
    """Two lines above a thin node at the very top: its number was outside the picture on a phone."""
    knuder = (
        Knude("udbudt", 1200, "#868e96", 0, 0.5),
        Knude("Ingen søgte", antal, "#d55e00", 1, 0.001),
        Knude("Ansøgere", 1200 - antal, "#2a7ab5", 1, 0.6),
        Knude("Fandt en læge", 1200, "#009e73", 2, 0.5),
    )
    resten = 1200 - antal
    baand = (Baand(0, 1, antal, "#d55e00"), Baand(0, 2, resten, "#2a7ab5"), Baand(2, 3, resten, "#009e73"))
    layout = plotly_of(Stroemme(knuder, baand, (0.0, 0.15, 0.6), 0.3, 240), typografi)["layout"]
    plads = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    for note in layout["annotations"]:
        linjer = (note["text"].count("<br>") + 1) * 1.2 * note["font"]["size"]
        op = note["yshift"] + (linjer if note["yanchor"] == "bottom" else linjer / 2)
        assert op <= (1 - note["y"]) * plads + layout["margin"]["t"], note["text"]
