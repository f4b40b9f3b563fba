"""Columns of nodes and the flows between them, for plotly."""

from math import ceil, inf

from geo.tekstbredde import text_width
from views.figur import farver
from views.figur.model import Knude, Stroemme
from views.figur.plotly.flade import plot_height, surface
from views.figur.plotly.typografi import Typografi

# Room at the right for the words of the last column, and above and below for words at the ends of a column.
MARGEN = (2, 184, 20, 20)
TYKKELSE, SKRIFT = 16, 14
# The height of a line of words, in sizes of its letters, and the pixels that plotly keeps free around them.
LINJE, LUFT = 1.3, 2
# Pixels from where a node stands to its words: beside the node, whose thickness reaches to the left in the last column.
TIL_ORD, TIL_SIDSTE_ORD = 18, 14


def flow_figure(stroemme: Stroemme, typografi: Typografi) -> dict:
    """Flows of the model as plotly's dict. The counts stand in annotations, which the flows cannot cover."""
    layout = surface(stroemme.hoejde, MARGEN, typografi)
    steder = [_place(stroemme, knude) for knude in stroemme.knuder]
    # words that stand above a node of the top may need more room than there was when they were broken
    layout["margin"]["t"] = _top(_annotations(stroemme, steder, layout, typografi), layout)
    layout["annotations"] = _annotations(stroemme, steder, layout, typografi)
    spor = {
        "type": "sankey",
        "arrangement": "snap",
        "valueformat": ",.0f",
        "node": _nodes(stroemme, steder, plot_height(layout), typografi),
        "link": _links(stroemme),
    }
    if typografi.dias:
        spor["textfont"] = {"size": typografi.skrift}
    return {"data": [spor], "layout": layout}


def _annotations(
    stroemme: Stroemme, steder: list[tuple[float, float]], layout: dict, typografi: Typografi
) -> list[dict]:
    """The words of all nodes, on the surface as it is now."""
    maal = plot_height(layout) * (1 - stroemme.luft) / max(stroemme.tallest, 1)
    return [
        _words(knude, sted, _room(stroemme, knude, typografi), knude.antal * maal, typografi)
        for knude, sted in zip(stroemme.knuder, steder, strict=True)
    ]


def _top(ord_: list[dict], layout: dict) -> float:
    """The pixels above the nodes that all of their words are in the picture with."""
    plads = plot_height(layout)
    over = [
        _height(en) * (1 if en["yanchor"] == "bottom" else 0.5) + en["yshift"] - (1 - en["y"]) * plads for en in ord_
    ]
    return max(layout["margin"]["t"], ceil(max(over, default=0)))


def _height(ord_: dict) -> float:
    return (ord_["text"].count("<br>") + 1) * LINJE * ord_["font"]["size"] + LUFT


def _place(stroemme: Stroemme, knude: Knude) -> tuple[float, float]:
    """plotly takes 0 and 1 themselves for "not given"."""
    x, y = stroemme.kolonner[knude.kolonne], knude.midte
    return min(max(x, 0.001), 0.999), min(max(y, 0.001), 0.999)


def _nodes(stroemme: Stroemme, steder: list[tuple[float, float]], hoejde: float, typografi: Typografi) -> dict:
    flest = max(len(stroemme.of_column(nr)) for nr in range(len(stroemme.kolonner)))
    return {
        "label": [""] * len(steder),
        "customdata": [knude.ord for knude in stroemme.knuder],
        "color": [knude.farve for knude in stroemme.knuder],
        "x": [x for x, _ in steder],
        "y": [y for _, y in steder],
        "pad": round(stroemme.luft * hoejde / max(flest - 1, 1), 1),
        "thickness": TYKKELSE * typografi.gange,
        "line": {"width": 0},
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _links(stroemme: Stroemme) -> dict:
    return {
        "source": [baand.fra for baand in stroemme.baand],
        "target": [baand.til for baand in stroemme.baand],
        "value": [baand.antal for baand in stroemme.baand],
        "color": [farver.translucent(baand.farve) for baand in stroemme.baand],
        "hovertemplate": "%{source.customdata} → %{target.customdata}: %{value}<extra></extra>",
    }


def _room(stroemme: Stroemme, knude: Knude, typografi: Typografi) -> float | None:
    """The pixels from the words of a node to the next column, inf where the surface's width is not known; None in the
    last column, whose words have the margin."""
    if knude.kolonne == len(stroemme.kolonner) - 1:
        return None
    if typografi.dias or typografi.bredde is None:
        return inf
    fra, til = stroemme.kolonner[knude.kolonne : knude.kolonne + 2]
    return (til - fra) * (typografi.bredde - MARGEN[0] - MARGEN[1]) - TIL_ORD


def _words(knude: Knude, sted: tuple[float, float], rum: float | None, hoejde: float, typografi: Typografi) -> dict:
    """The words of a node that high in pixels, on two lines where one would run over the next column. Where they are
    higher than it, its bands would strike them through, so they stand above it; nothing leaves the last column."""
    skrift = typografi.type_size(SKRIFT)
    ord_ = knude.ord
    if rum is not None and text_width(ord_, skrift) > rum:
        ord_ = ord_.replace("</b> ", "</b><br>")
    over = rum is not None and hoejde < skrift * (ord_.count("<br>") + 1)
    return {
        "text": ord_,
        "x": sted[0],
        "y": 1 - sted[1],
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom" if over else "middle",
        "align": "left",
        "xshift": (TIL_SIDSTE_ORD if rum is None else TIL_ORD) * typografi.gange,
        "yshift": hoejde / 2 if over else 0,
        "showarrow": False,
        "font": {"size": skrift},
    }
