"""A grid of coloured cells, for plotly."""

from views.figur import farver
from views.figur.model import PROGNOSE_NAVN, Gitter
from views.figur.plotly.flade import axis_type, cut_rows, surface
from views.figur.plotly.typografi import Typografi

RAEKKE = 26
# Height besides the rows, margins and gaps in pixels: with a legend there are more and smaller cells.
RAMME, MARGEN, MELLEMRUM = 90, (0, 0, 8, 30), 2
RAMME_MED_KLASSER, MARGEN_MED_KLASSER, MELLEMRUM_MED_KLASSER, CELLESKRIFT = 160, (0, 0, 24, 110), 1, 11


def grid_figure(gitter: Gitter, typografi: Typografi) -> dict:
    """A grid of the model as plotly's dict."""
    ramme, margen = (RAMME_MED_KLASSER, MARGEN_MED_KLASSER) if gitter.klasser else (RAMME, MARGEN)
    layout = surface(ramme + RAEKKE * len(gitter.raekker), margen, typografi)
    layout["xaxis"] = {"type": "category", "automargin": True} | _heads(gitter)
    layout["yaxis"] = {"autorange": "reversed", "automargin": True}
    for akse in ("xaxis", "yaxis"):
        layout[akse] |= {"fixedrange": True, "showgrid": False, "zeroline": False} | axis_type(typografi)
    if gitter.prognose is not None:
        layout |= _forecast_border(gitter.prognose, typografi)
    cut_rows(layout, len(gitter.raekker), typografi)
    return {"data": [_cells(gitter, typografi)], "layout": layout}


def _heads(gitter: Gitter) -> dict:
    """The words at columns that are only numbered; a column's own name needs no more."""
    if not gitter.overkolonner:
        return {}
    over = dict(gitter.overkolonner)
    hoveder = [f"{navn}<br><b>{over[nr]}</b>" if nr in over else navn for nr, navn in enumerate(gitter.kolonner)]
    return {"tickmode": "array", "tickvals": list(range(len(hoveder))), "ticktext": hoveder, "tickangle": 0}


def _cells(gitter: Gitter, typografi: Typografi) -> dict:
    # plotly colours numbers: a cell's is that of its colour, and a colour fills its whole step of the scale
    palet = list(dict.fromkeys([*(farve for farve, _ in gitter.klasser), *_colours(gitter)])) or [farver.TOM_CELLE]
    nummer = {farve: nr for nr, farve in enumerate(palet)}
    mellemrum = (MELLEMRUM_MED_KLASSER if gitter.klasser else MELLEMRUM) * typografi.gange
    spor = {
        "type": "heatmap",
        "z": [[nummer.get(felt.farve) for felt in raekke] for raekke in gitter.felter],
        "x": list(gitter.fulde or gitter.kolonner),
        "y": [f"<b>{navn}</b>" if navn in gitter.valgte else navn for navn in gitter.raekker],
        "text": [[felt.tekst for felt in raekke] for raekke in gitter.felter],
        "texttemplate": "%{text}",
        "hovertext": [[felt.hover for felt in raekke] for raekke in gitter.felter],
        # the names are in the figure already, and most of what it would send
        "hovertemplate": "%{y}, %{x}<br>%{hovertext}<extra></extra>",
        "hoverongaps": False,
        "colorscale": [[nr / len(palet), farve] for farve, n in nummer.items() for nr in (n, n + 1)],
        "zmin": -0.5,
        "zmax": len(palet) - 0.5,
        "showscale": bool(gitter.klasser),
        "xgap": mellemrum,
        "ygap": mellemrum,
    }
    if gitter.klasser:
        spor["colorbar"] = _legend(gitter, nummer, typografi)
    if gitter.klasser or typografi.dias:
        spor["textfont"] = {"size": typografi.type_size(CELLESKRIFT)}
    return spor


def _colours(gitter: Gitter) -> list[str]:
    return [felt.farve for raekke in gitter.felter for felt in raekke if felt.farve]


def _legend(gitter: Gitter, nummer: dict[str, int], typografi: Typografi) -> dict:
    ud = {
        "tickvals": [nummer[farve] for farve, _ in gitter.klasser],
        "ticktext": [navn for _, navn in gitter.klasser],
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "xref": "container",
        "y": 0,
        "yanchor": "bottom",
        "yref": "container",
        "thickness": 12 * typografi.gange,
        "len": 220 * typografi.gange,
        "lenmode": "pixels",
    }
    return ud | ({"tickfont": {"size": typografi.skrift}} if typografi.dias else {})


def _forecast_border(kolonne: int, typografi: Typografi) -> dict:
    """A dashed line before the first forecast, and the word above."""
    x = kolonne - 0.5
    streg = {"color": farver.REFERENCE, "width": 2 * typografi.gange, "dash": "dash"}
    ord_ = {"x": x, "xanchor": "left", "y": 1, "yref": "paper", "yanchor": "bottom", "text": PROGNOSE_NAVN}
    return {
        "shapes": [{"type": "line", "xref": "x", "yref": "paper", "x0": x, "x1": x, "y0": 0, "y1": 1, "line": streg}],
        "annotations": [ord_ | {"showarrow": False}],
    }
