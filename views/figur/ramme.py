"""The frame around charts: nothing moves under a finger, the legend stands above, numbers are written as Danes do."""

from views.figur import farver

LEGEND_ABOVE = {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "traceorder": "normal"}
FIXED = {"dragmode": False, "separators": ",."}


def value_axis(titel: str) -> dict:
    """An axis of numbers, from zero."""
    return {
        "title": {"text": titel},
        "rangemode": "tozero",
        "separatethousands": True,
        "automargin": True,
        "fixedrange": True,
        "gridcolor": farver.GITTER,
    }


def by_year(hoejde: int, enhed: str, **mere) -> dict:
    """The layout of a chart with a category (a year) for each place on the x axis; `enhed` names the y axis."""
    return {
        "height": hoejde,
        "margin": {"l": 0, "r": 10, "t": 8, "b": 30},
        **FIXED,
        "legend": LEGEND_ABOVE,
        "xaxis": {"type": "category", "fixedrange": True},
        "yaxis": value_axis(enhed),
    } | mere


def list_of_bars(hoejde: int, plads_til_tal: int, x: dict, **mere) -> dict:
    """The layout of horizontal bars from the top, with room for words at the right; `x` is what the x axis has."""
    return {
        "height": hoejde,
        "margin": {"l": 0, "r": plads_til_tal, "t": 8, "b": 40},
        "showlegend": False,
        **FIXED,
        "xaxis": {"fixedrange": True, "gridcolor": farver.GITTER} | x,
        "yaxis": {"autorange": "reversed", "automargin": True, "fixedrange": True},
    } | mere
