"""A map for plotly: areas as SVG paths with shapes fetched by address, insets, names, legend and outline.

Nothing leaves the machine: shapes come from the server's own map layer route, and the world map that plotly's `geo`
insists on is an empty file of ours.
"""

from collections.abc import Iterable

from geo.kortlag import LAG_ROUTE, Ramme
from views.figur import farver
from views.figur.landkort import Kortnavn, copies, names_on, outlined, shown_box, shown_frames, shown_picture
from views.figur.model import Billede, Kort
from views.figur.plotly.typografi import NAMES, Typografi

# Plotly asks for a world map even when it draws none; the route answers with an empty one.
PLOTLY_CONFIG = {"topojsonURL": LAG_ROUTE, "displayModeBar": False, "scrollZoom": False, "doubleClick": False}
HEIGHT = 600
PLAYER_HEIGHT = 110
GENNEMSIGTIG = "rgba(0,0,0,0)"
TEXT, SMALL_TEXT = 12, 10
# A click is shown by the outline, not by fading everything else.
CLICKED = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
SILENT = {"hoverinfo": "skip", "showlegend": False}


def map_figure(kort: Kort, typografi: Typografi) -> dict:
    """A choropleth; a film plays in the browser without asking the server again, and stands on its last year."""
    vist = shown_picture(kort)
    er_film = bool(vist.navn)
    data = [spor for spor in _classes(kort, vist) if spor["locations"] or er_film]
    if rammer := shown_frames(kort):
        data.append(_lines((ramme.linje for ramme in rammer), farver.RAMME))
        data += [_captions(rammer)] if typografi.ord else []
    if kort.valgte:
        data.append(_outline(kort))
    if typografi.ord and typografi.navne:
        data += _names(names_on(kort))
    figur = {"data": data, "layout": _layout(kort)}
    return _played(figur, kort) if er_film else figur


def _classes(kort: Kort, billede: Billede) -> list[dict]:
    """A trace for each class, and for levels with an enlarged inset one more for the copies of its areas there."""
    spor = [
        _areas(kort, billede, nr, klasse.omraade_ids) | {"showlegend": True}
        for nr, klasse in enumerate(billede.klasser)
    ]
    if copies(kort, kort.lag.omraade_ids):
        for nr, klasse in enumerate(billede.klasser):
            spor.append(_areas(kort, billede, nr, copies(kort, klasse.omraade_ids)) | {"showlegend": False})
    return spor


def _areas(kort: Kort, billede: Billede, nr: int, ids: tuple[str, ...]) -> dict:
    klasse, original = billede.klasser[nr], kort.lag.forstoerrede
    return _shapes(kort, ids, klasse.farve, farver.KANT, 0.6) | {
        "name": klasse.etiket,
        "z": [1] * len(ids),
        "zmin": 0,
        "zmax": 1,
        "text": [billede.hover[original.get(en, en)] for en in ids],
        "hoverinfo": "text",
    }


def _outline(kort: Kort) -> dict:
    ids = outlined(kort)
    return _shapes(kort, ids, GENNEMSIGTIG, farver.MARKERET, 3) | {"z": [0] * len(ids)} | SILENT


def _shapes(kort: Kort, ids: tuple[str, ...], fyld: str, kant: str, tykkelse: float) -> dict:
    return {
        "type": "choropleth",
        "geojson": LAG_ROUTE + kort.lag.filnavn,
        "featureidkey": "id",
        "locations": list(ids),
        "colorscale": [[0, fyld], [1, fyld]],
        "showscale": False,
        "marker": {"line": {"color": kant, "width": tykkelse}},
    } | CLICKED


def _lines(linjer: Iterable[tuple], farve: str) -> dict:
    """Lines as one trace, parted by gaps."""
    punkter = [punkt for linje in linjer for punkt in (*linje, (None, None))]
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": [x for x, _ in punkter],
        "lat": [y for _, y in punkter],
        "line": {"color": farve, "width": 1},
    } | SILENT


def _captions(rammer: list[Ramme]) -> dict:
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [ramme.tekst_x for ramme in rammer],
        "lat": [ramme.tekst_y for ramme in rammer],
        "text": [ramme.navn for ramme in rammer],
        "textposition": "top center",
        "textfont": {"size": TEXT},
    } | SILENT


def _names(navne: list[Kortnavn]) -> list[dict]:
    """On an area in the colour that can be read there, beside it in the page's own, with a leader."""
    paa, ved = [en for en in navne if not en.pegelinje], [en for en in navne if en.pegelinje]
    spor = [_lines((en.pegelinje for en in ved), farver.RAMME) | {"meta": NAMES}] if ved else []
    for farve in dict.fromkeys(en.farve for en in paa):
        spor.append(_words([en for en in paa if en.farve == farve], TEXT))
    # beside the map there is least room
    return [*spor, _words(ved, SMALL_TEXT)] if ved else spor


def _words(navne: list[Kortnavn], px: int) -> dict:
    farve = navne[0].farve
    return {
        "type": "scattergeo",
        "mode": "text",
        "meta": NAMES,
        "lon": [en.x for en in navne],
        "lat": [en.y for en in navne],
        "text": [en.ord for en in navne],
        "textposition": [en.placering for en in navne],
        # the shadow keeps a name readable where it reaches out over the sea
        "textfont": {"size": px, "shadow": "auto"} | ({"color": farve} if farve else {}),
    } | SILENT


def _layout(kort: Kort) -> dict:
    xmin, ymin, xmax, ymax = shown_box(kort)
    return {
        "geo": {
            "projection": {"type": "equirectangular"},
            "visible": False,
            "bgcolor": GENNEMSIGTIG,
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
            "title": {"text": kort.enhed},
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


def _played(figur: dict, kort: Kort) -> dict:
    """The figure as a film: every picture paints the classes anew and leaves the rest as it is."""
    frames = [
        {
            "name": billede.navn,
            "data": [
                {felt: spor[felt] for felt in ("type", "locations", "z", "text")} for spor in _classes(kort, billede)
            ],
        }
        for billede in kort.billeder
    ]
    for frame in frames:
        frame["traces"] = list(range(len(frame["data"])))
    return figur | {"frames": frames, "layout": figur["layout"] | _player([en.navn for en in kort.billeder])}


def _player(navne: list[str]) -> dict:
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
                "active": len(navne) - 1,
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
