"""The choropleth: areas as SVG paths with shapes fetched by URL, insets, labels, legend and the outline of a choice.

Nothing leaves the machine: shapes come from the server's own map layer route, and the world map that plotly's `geo`
insists on is an empty file of ours (see `PLOTLY_CONFIG`).
"""

from dataclasses import dataclass

import shapely

from geo.etiketter import text_size
from geo.kortlag import Kortlag

LAG_ROUTE = "/lag/"
# Plotly asks for a world map even when it draws none; the route answers with an empty one.
PLOTLY_CONFIG = {"topojsonURL": LAG_ROUTE, "displayModeBar": False, "scrollZoom": False, "doubleClick": False}
HEIGHT = 600
PLAYER_HEIGHT = 110
# Traces with names on the map say so in `meta`: on a phone there is no room for them.
NAMES = "navne"
# Room for the names in the water east of Sjælland, in display units, when the map is narrow.
NAMES_MARGIN = 0.75
# Text keeps its size when the map is enlarged: the estimates of geo.etiketter are for a map a third taller.
ZOOMED_TEXT = 1.33


@dataclass(frozen=True)
class Lagfarve:
    """One class of areas: its colour, its label in the legend, the text colour on it, and the areas in it."""

    farve: str
    etiket: str
    tekstfarve: str | None
    omraade_ids: tuple[str, ...]


def choropleth(
    lag: Kortlag,
    klasser: list[Lagfarve],
    hover: dict[str, str],
    legend_title: str,
    marked: tuple[str, ...] = (),
    marked_colour: str = "#d9480f",
    edge_colour: str = "#6e7680",
    frame_colour: str = "#888888",
    values: dict[str, str] | None = None,
    zoom: tuple[float, float, float, float] | None = None,
    names: dict[str, str] | None = None,
) -> dict:
    """A plotly figure as a plain dict. Every area of the layer must stand in one class.

    hover: HTML by omraade_id. values: short text shown under an area's name (levels with labels). marked: the areas to
    outline. zoom: the display box to show; default is the whole map. names: what to write on a zoomed map, by
    omraade_id; a name that would cover another is left to the hover text.
    """
    data = [
        spor for spor in _all_areas(lag, klasser, hover, edge_colour, with_copies=zoom is None) if spor["locations"]
    ]
    rammer = [ramme for ramme in lag.rammer if zoom is None or _is_inside(ramme, zoom)]
    if rammer:
        data.append(_frames(rammer, frame_colour))
        data.append(_captions(rammer))
    if marked:
        kopier = [kopi for kopi, omraade in lag.forstoerrede.items() if omraade in marked and zoom is None]
        ids = (*marked, *kopier)
        data.append(_outline(lag, ids, marked_colour))
    if zoom is None:
        data += _labels(lag, klasser, values or {}, frame_colour)
    elif names:
        data += _zoomed_names(lag, klasser, names, values or {}, zoom)
    return {"data": data, "layout": _layout(lag, legend_title, zoom)}


def animated(
    lag: Kortlag,
    frames: dict[str, list[Lagfarve]],
    hover: dict[str, dict[str, str]],
    legend_title: str,
    marked_colour: str = "#d9480f",
    edge_colour: str = "#6e7680",
    frame_colour: str = "#888888",
    marked: tuple[str, ...] = (),
    zoom: tuple[float, float, float, float] | None = None,
    names: dict[str, str] | None = None,
) -> dict:
    """A choropleth with a frame for each name (a year), played in the browser without asking the server again.

    Every frame has the same classes in the same order; some may be empty. The last frame is shown first. marked, zoom
    and names as in `choropleth`.
    """
    sidste = list(frames)[-1]
    figure = choropleth(
        lag,
        frames[sidste],
        hover[sidste],
        legend_title,
        marked,
        marked_colour,
        edge_colour,
        frame_colour,
        zoom=zoom,
        names=names,
    )
    omraader = {
        navn: _all_areas(lag, klasser, hover[navn], edge_colour, with_copies=zoom is None)
        for navn, klasser in frames.items()
    }
    oevrige = [spor for spor in figure["data"] if spor.get("name") is None]
    figure["data"] = omraader[sidste] + oevrige
    figure["frames"] = [
        {
            "name": navn,
            "data": [{"type": "choropleth"} | {felt: en[felt] for felt in ("locations", "z", "text")} for en in spor],
            "traces": list(range(len(spor))),
        }
        for navn, spor in omraader.items()
    ]
    figure["layout"] |= _player(list(frames), len(frames) - 1)
    return figure


def _player(navne: list[str], valgt: int) -> dict:
    """Buttons and a slider under the map."""
    straks = {"mode": "immediate", "frame": {"duration": 0, "redraw": True}, "transition": {"duration": 0}}
    spil = {"fromcurrent": False, "frame": {"duration": 1200, "redraw": True}, "transition": {"duration": 0}}
    knapper = [
        {"method": "animate", "label": "Afspil", "args": [None, spil]},
        {"method": "animate", "label": "Stop", "args": [[None], straks]},
    ]
    return {
        "updatemenus": [
            {
                "type": "buttons",
                "direction": "left",
                "buttons": knapper,
                "showactive": False,
                "x": 0,
                "y": -0.14,
                "xanchor": "left",
                "yanchor": "top",
                "bgcolor": "rgba(128,128,128,0.15)",
                "bordercolor": "rgba(128,128,128,0.5)",
            }
        ],
        "sliders": [
            {
                "active": valgt,
                "x": 0.24,
                "len": 0.72,
                "y": -0.1,
                "currentvalue": {"prefix": "År: ", "font": {"size": 14}},
                "steps": [{"method": "animate", "label": navn, "args": [[navn], straks]} for navn in navne],
            }
        ],
        "height": HEIGHT + PLAYER_HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 0, "b": PLAYER_HEIGHT + 20},
    }


def without_names(figure: dict) -> dict:
    """The same map without the names of the areas, for screens that are too narrow for them."""
    return figure | {"data": [spor for spor in figure["data"] if spor.get("meta") != NAMES]}


def without_words(figure: dict) -> dict:
    """The same map without any text on it, for one the size of a stamp. Other figures stay as they are."""
    return figure | {
        "data": [spor for spor in figure["data"] if (spor["type"], spor.get("mode")) != ("scattergeo", "text")]
    }


def clicked_area(location: str) -> str:
    """The omraade_id behind a clicked shape, which may be the enlarged copy of an area."""
    return location.removeprefix("hs-")


def _all_areas(lag, klasser: list[Lagfarve], hover, edge_colour, with_copies: bool) -> list[dict]:
    """A trace for each class, and for levels with an enlarged inset one more for the copies of its areas there."""
    spor = [_areas(lag, klasse, hover, edge_colour, klasse.omraade_ids, in_legend=True) for klasse in klasser]
    if with_copies and lag.forstoerrede:
        for klasse in klasser:
            kopier = tuple(kopi for kopi, omraade in lag.forstoerrede.items() if omraade in klasse.omraade_ids)
            spor.append(_areas(lag, klasse, hover, edge_colour, kopier, in_legend=False))
    return spor


def _areas(lag, klasse: Lagfarve, hover, edge_colour, ids: tuple[str, ...], in_legend: bool) -> dict:
    return {
        "type": "choropleth",
        "name": klasse.etiket,
        "geojson": LAG_ROUTE + lag.filnavn,
        "featureidkey": "id",
        "locations": list(ids),
        "z": [1] * len(ids),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, klasse.farve], [1, klasse.farve]],
        "showscale": False,
        "showlegend": in_legend,
        "text": [hover[lag.forstoerrede.get(en, en)] for en in ids],
        "hoverinfo": "text",
        "marker": {"line": {"color": edge_colour, "width": 0.6}},
        # a click is shown by the outline, not by fading everything else
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _outline(lag, ids: tuple[str, ...], colour: str) -> dict:
    return {
        "type": "choropleth",
        "geojson": LAG_ROUTE + lag.filnavn,
        "featureidkey": "id",
        "locations": list(ids),
        "z": [0] * len(ids),
        "colorscale": [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
        "showscale": False,
        "showlegend": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": colour, "width": 3}},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _is_inside(ramme, zoom) -> bool:
    xmin, ymin, xmax, ymax = zoom
    return all(xmin <= x <= xmax and ymin <= y <= ymax for x, y in ramme.linje)


def _frames(rammer: list, colour: str) -> dict:
    x, y = [], []
    for ramme in rammer:
        x += [punkt[0] for punkt in ramme.linje] + [None]
        y += [punkt[1] for punkt in ramme.linje] + [None]
    return _lines(x, y, colour)


def _captions(rammer: list) -> dict:
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [ramme.tekst_x for ramme in rammer],
        "lat": [ramme.tekst_y for ramme in rammer],
        "text": [ramme.navn for ramme in rammer],
        "textposition": "top center",
        "textfont": {"size": 12},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _zoomed_names(lag, klasser: list[Lagfarve], names: dict[str, str], values: dict[str, str], zoom) -> list[dict]:
    """The names inside the zoomed box, the largest areas first, each only where it covers no other."""
    tekstfarve = {omraade: klasse.tekstfarve for klasse in klasser for omraade in klasse.omraade_ids}
    maal = max(
        (zoom[2] - zoom[0]) / (lag.udsnit[2] - lag.udsnit[0]), (zoom[3] - zoom[1]) / (lag.udsnit[3] - lag.udsnit[1])
    )
    efter_stoerrelse = sorted(names, key=lambda en: -_size(lag.udsnit_pr_omraade[en]))
    valgte, optaget = [], []
    for omraade in efter_stoerrelse:
        tekst = names[omraade] + (f"<br><b>{values[omraade]}</b>" if values.get(omraade) else "")
        bredde, hoejde = (maal * ZOOMED_TEXT * side for side in text_size(tekst))
        x, y = lag.midter[omraade]
        boks = shapely.box(x - bredde / 2, y - hoejde / 2, x + bredde / 2, y + hoejde / 2)
        if not any(boks.intersects(en) for en in optaget):
            optaget.append(boks)
            valgte.append((omraade, tekst, x, y))
    return [
        {
            "type": "scattergeo",
            "mode": "text",
            "meta": NAMES,
            "lon": [x for en, _, x, _ in valgte if tekstfarve[en] == farve],
            "lat": [y for en, *_, y in valgte if tekstfarve[en] == farve],
            "text": [tekst for en, tekst, *_ in valgte if tekstfarve[en] == farve],
            "textfont": {"size": 12, "shadow": "auto"} | ({"color": farve} if farve else {}),
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for farve in dict.fromkeys(tekstfarve[en] for en, *_ in valgte)
    ]


def _size(boks: tuple[float, float, float, float]) -> float:
    return (boks[2] - boks[0]) * (boks[3] - boks[1])


def _labels(lag, klasser: list[Lagfarve], values: dict[str, str], line_colour: str) -> list[dict]:
    """Names (and values) of the areas: on an area in the colour that can be read there, beside it in the page's own."""
    if not lag.etiketter:
        return []
    tekstfarve = {omraade: klasse.tekstfarve for klasse in klasser for omraade in klasse.omraade_ids}
    paa = [en for en in lag.etiketter if not en.pegelinje]
    ved = [en for en in lag.etiketter if en.pegelinje]
    x, y = [], []
    for en in ved:
        x += [punkt[0] for punkt in en.pegelinje] + [None]
        y += [punkt[1] for punkt in en.pegelinje] + [None]
    spor = [_lines(x, y, line_colour) | {"meta": NAMES}] if ved else []
    for farve in dict.fromkeys(tekstfarve[en.omraade_id] for en in paa):
        spor.append(_names([en for en in paa if tekstfarve[en.omraade_id] == farve], values, farve))
    if ved:
        spor.append(_names(ved, values, None, beside=True))
    return spor


def _names(etiketter, values: dict[str, str], colour: str | None, beside: bool = False) -> dict:
    return {
        "type": "scattergeo",
        "mode": "text",
        "meta": NAMES,
        "lon": [en.x for en in etiketter],
        "lat": [en.y for en in etiketter],
        "text": [_text(en, values.get(en.omraade_id)) for en in etiketter],
        "textposition": [en.placering for en in etiketter],
        # the shadow keeps a name readable where it reaches out over the sea; beside the map there is least room
        "textfont": {"size": 10 if beside else 12, "shadow": "auto"} | ({"color": colour} if colour else {}),
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _text(etiket, value: str | None) -> str:
    """A name with its value: under it on the area, behind it in the narrow room beside."""
    if not value:
        return etiket.tekst
    return etiket.tekst + (" " if etiket.pegelinje else "<br>") + f"<b>{value}</b>"


def _lines(x: list, y: list, colour: str) -> dict:
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": x,
        "lat": y,
        "line": {"color": colour, "width": 1},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _layout(lag, legend_title: str, zoom) -> dict:
    xmin, ymin, xmax, ymax = zoom or lag.udsnit
    if zoom is None and any(en.pegelinje for en in lag.etiketter):
        xmax += NAMES_MARGIN
    return {
        "geo": {
            "projection": {"type": "equirectangular"},
            "visible": False,
            "bgcolor": "rgba(0,0,0,0)",
            "lonaxis": {"range": [xmin, xmax]},
            "lataxis": {"range": [ymin, ymax]},
            "domain": {"x": [0, 1], "y": [0, 1]},
        },
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "height": HEIGHT,
        "dragmode": False,
        "separators": ",.",
        "hoverlabel": {"align": "left"},
        "legend": {
            "title": {"text": legend_title},
            "orientation": "h",
            "x": 0,
            "y": 0,
            "xanchor": "left",
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
            "traceorder": "normal",
        },
    }
