"""The reader of grids for plotly: a cell has its own colour and words, and on a slide all of it is large."""

from tests.views.figurer import on_a_light_page
from views.figur.model import Felt, Gitter
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.typografi import Typografi

LYS, MOERK = "#e3f0c4", "#28408f"
DIAS = Typografi(24, 2.0, 1848, 400, "#1b2733", dias=True)


def grid(raekker: int = 3, **mere) -> Gitter:
    felter = ((Felt("1", LYS, "en"), Felt("", ""), Felt("9", MOERK, "ni")),) * raekker
    return Gitter(("1", "2", "1"), tuple(f"Område {nr}" for nr in range(raekker)), felter, **mere)


def drawn_colour(spor: dict, z: float) -> str:
    """The colour that plotly's scale has at a number."""
    andel = (z - spor["zmin"]) / (spor["zmax"] - spor["zmin"])
    par = zip(spor["colorscale"], spor["colorscale"][1:])
    ((farve, anden),) = {(fra[1], til[1]) for fra, til in par if fra[0] < andel < til[0]}
    assert farve == anden
    return farve


def test_every_cell_has_its_own_colour_and_words():
    gitter = grid(
        overkolonner=((0, "2025"), (2, "2026")),
        fulde=("2025 r. 1", "2025 r. 2", "2026 r. 1"),
        klasser=((LYS, "1"), (MOERK, "9")),
    )
    (spor,) = on_a_light_page(plotly_of(gitter))["data"]
    for raekke, z, ord_, hover in zip(gitter.felter, spor["z"], spor["text"], spor["hovertext"], strict=True):
        assert [None if en is None else drawn_colour(spor, en) for en in z] == [felt.farve or None for felt in raekke]
        assert (ord_, hover) == ([felt.tekst for felt in raekke], [felt.hover for felt in raekke])
    assert [drawn_colour(spor, en) for en in spor["colorbar"]["tickvals"]] == [LYS, MOERK]
    assert plotly_of(gitter)["layout"]["xaxis"]["ticktext"] == ["1<br><b>2025</b>", "2", "1<br><b>2026</b>"]


def test_chosen_rows_are_bold_and_forecasts_stand_behind_a_line():
    figur = plotly_of(grid(valgte=("Område 1",), prognose=2))
    assert figur["data"][0]["y"] == ["Område 0", "<b>Område 1</b>", "Område 2"]
    assert figur["layout"]["shapes"][0]["x0"] == 1.5 and figur["layout"]["annotations"][0]["text"] == "Prognose"
    assert "shapes" not in plotly_of(grid())["layout"]


def test_of_too_many_rows_a_slide_shows_the_first_and_counts_the_rest():
    side, dias = plotly_of(grid(40))["layout"], plotly_of(grid(40), DIAS)["layout"]
    assert side["yaxis"]["autorange"] == "reversed" and "annotations" not in side
    vises = round(dias["yaxis"]["range"][0] + 0.5)
    assert "autorange" not in dias["yaxis"] and 3 <= vises < 40
    assert dias["annotations"][-1]["text"] == f"… og {40 - vises} rækker mere"
    assert dias["height"] == 400 and dias["yaxis"]["tickfont"]["size"] == dias["font"]["size"] == 24


def test_a_grid_that_knows_nothing_can_be_drawn():
    (spor,) = plotly_of(Gitter(("1",), ("Fyn",), ((Felt("", ""),),)))["data"]
    assert spor["z"] == [[None]] and len(spor["colorscale"]) == 2
