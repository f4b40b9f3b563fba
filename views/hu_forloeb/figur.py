"""How HU-forløb are drawn: one colour per outcome, forecasts hatched, and the frame that all figures share."""

from views.figur import farver, ramme
from views.sprog import dansk

BESAT = farver.UDFALD["besat"]
# A post that nobody took has the colour of a tender that nobody applied for.
UBESAT = farver.UDFALD["ingen_ansoegere"]
DIMENSIONERET = farver.LINJE
PROGNOSE = "Prognose"


def bar(navn: str, farve: str, x: list, y: list, hover: list[str], *, prognose: bool = False, liggende=False) -> dict:
    """Stackable bars with their numbers in them; a forecast is hatched and has no legend entry of its own."""
    tekst = ["" if not v else dansk.number(v) for v in (x if liggende else y)]
    spor = {
        "type": "bar",
        "name": f"{navn} ({PROGNOSE.lower()})" if prognose else navn,
        "x": x,
        "y": y,
        "text": tekst,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "hovertext": hover,
        "hoverinfo": "text",
        "marker": {"color": farve},
    }
    if liggende:
        spor["orientation"] = "h"
    if prognose:
        spor |= {"marker": hatched(farve), "showlegend": False, "textposition": "none"}
    return spor


def hatched(farve: str) -> dict:
    """The marker of a bar that is a forecast."""
    moenster = {"shape": "/", "fillmode": "replace", "fgcolor": farve, "size": 6, "solidity": 0.35}
    return {"color": farve, "pattern": moenster, "line": {"color": farve, "width": 1.5}}


def forecast_key(liggende: bool = False) -> dict:
    """A legend entry that says what hatching means."""
    ingen = {"x": [None], "y": [None]}
    return {"type": "bar", "name": PROGNOSE, "marker": hatched(farver.REFERENCE), "hoverinfo": "skip"} | (
        ingen | {"orientation": "h"} if liggende else ingen
    )


def posts_marker(navn: str, x: list, y: list, hover: list[str], *, prognose: bool = False) -> dict:
    """Diamonds for a count beside the bars (dimensioneret, opslået); open when it is a forecast."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": f"{navn} ({PROGNOSE.lower()})" if prognose else navn,
        "x": x,
        "y": y,
        "hovertext": hover,
        "hoverinfo": "text",
        "showlegend": not prognose,
        "marker": {
            "symbol": "diamond-open" if prognose else "diamond",
            "size": 10,
            "color": DIMENSIONERET,
            "line": {"width": 2, "color": DIMENSIONERET},
        },
    }


def layout(hoejde: int, x: dict, y: dict, **mere) -> dict:
    """The frame: nothing moves under a finger, the legend stands above, Danish separators."""
    return {
        "height": hoejde,
        "margin": {"l": 0, "r": 10, "t": 36, "b": 40},
        **ramme.FIXED,
        "bargap": 0.25,
        "legend": ramme.LEGEND_ABOVE,
        "xaxis": {"fixedrange": True, "automargin": True} | x,
        "yaxis": {"fixedrange": True, "automargin": True} | y,
    } | mere


def value_axis(titel: str) -> dict:
    """An axis of numbers, from zero."""
    return ramme.value_axis(titel) | {"zeroline": False}
