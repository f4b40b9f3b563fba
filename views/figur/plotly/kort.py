"""A map for plotly: areas as SVG paths with shapes fetched by address, insets, names, legend and outline.

Nothing leaves the machine: shapes come from the server's own map layer route, and the world map that plotly's `geo`
insists on is an empty file of ours.
"""

from collections.abc import Iterable

from geo.kortlag import LAG_ROUTE
from geo.tekstbredde import text_width
from views.figur import farver
from views.figur.kortnavne import Skrevet, Skrivemaade, in_units, place_names, written
from views.figur.landkort import Udsnit, captions, copies, names_on, outlined, shown_box, shown_frames, shown_picture
from views.figur.model import Billede, Kort
from views.figur.plotly.typografi import Typografi

# Plotly asks for a world map even when it draws none; the route answers with an empty one.
PLOTLY_CONFIG = {"topojsonURL": LAG_ROUTE, "displayModeBar": False, "scrollZoom": False, "doubleClick": False}
HEIGHT, LEGEND_HEIGHT = 600, 60
PLAYER_HEIGHT = 110
BELOW_A_FILM = PLAYER_HEIGHT + 20
GENNEMSIGTIG = "rgba(0,0,0,0)"
EDGE, OUTLINE, LINE = 0.6, 3, 1
TEXT, SMALL_TEXT, YEAR = 12, 10, 14
# A click is shown by the outline, not by fading everything else.
CLICKED = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
SILENT = {"hoverinfo": "skip", "showlegend": False}
# In type sizes: the square of a class in the legend, and the air beside the legend.
SQUARE, BESIDE = 2.2, 1.5


def map_figure(kort: Kort, typografi: Typografi) -> dict:
    """A choropleth; a film plays in the browser without asking the server again, and stands on its last year.

    On a surface of its own the classes stand beside the map, and the names are placed anew, for they take more room.
    """
    vist, rammer, gange = shown_picture(kort), shown_frames(kort), typografi.gange
    er_film = bool(vist.navn)
    data = [spor for spor in _classes(kort, vist, gange) if spor["locations"] or er_film]
    layout = _layout(kort) | {"height": _height(kort, typografi)}
    if typografi.dias:
        layout, udsnit, rum = _large_layout(layout, kort, typografi)
        rammenavne, navne = _placed(kort, udsnit, rum, typografi.skrift)
    else:
        rammenavne, navne = ([written(en) for en in del_(kort)] for del_ in (captions, names_on))
    if rammer:
        data.append(_lines((ramme.linje for ramme in rammer), gange))
        data += [_captions(rammenavne, typografi)] if typografi.ord and rammenavne else []
    if kort.valgte:
        data.append(_outline(kort, gange))
    if typografi.ord and typografi.navne:
        data += _names(navne, typografi)
    figur = {"data": data, "layout": layout}
    return _played(figur, kort, typografi) if er_film else figur


def _height(kort: Kort, typografi: Typografi) -> int:
    """The figure's own height, unless its box has one or is so narrow that half of it would be empty."""
    if typografi.hoejde or not typografi.bredde:
        return typografi.hoejde or HEIGHT
    xmin, ymin, xmax, ymax = shown_box(kort)
    return round(typografi.bredde * (ymax - ymin) / (xmax - xmin)) + LEGEND_HEIGHT


def _placed(kort: Kort, udsnit: Udsnit, rum, px: int) -> tuple[list[Skrevet], list[Skrevet]]:
    """Captions and names, in display units, where they find room on a surface."""
    rammenavne, navne = place_names(captions(kort), names_on(kort), udsnit, rum, Skrivemaade(px, text_width))
    return [in_units(en, udsnit) for en in rammenavne], [in_units(en, udsnit) for en in navne]


def _large_layout(layout: dict, kort: Kort, typografi: Typografi) -> tuple[dict, Udsnit, tuple]:
    """The layout of a map that fills its surface, beside its legend: sea on both sides, with room for names. And which
    part of the plane that is, and the room on the surface."""
    skrift = {"size": typografi.skrift, "color": typografi.farve}
    til_klasser = _legend_width(kort, typografi.skrift)
    bund = BELOW_A_FILM * typografi.gange if shown_picture(kort).navn else 0
    bredde, hoejde = typografi.bredde - til_klasser, typografi.hoejde - bund
    xmin, ymin, xmax, ymax = shown_box(kort)
    maal = min(bredde / (xmax - xmin), hoejde / (ymax - ymin))
    mere_x, mere_y = (bredde / maal - (xmax - xmin)) / 2, (hoejde / maal - (ymax - ymin)) / 2
    boks = (xmin - mere_x, ymin - mere_y, xmax + mere_x, ymax + mere_y)
    legende = {"orientation": "v", "y": 0.5, "yanchor": "middle", "font": skrift}
    ud = layout | {
        "font": skrift,
        "hoverlabel": layout["hoverlabel"] | {"font": {"size": typografi.skrift}},
        "legend": layout["legend"] | legende | {"title": {"text": kort.enhed, "font": skrift}},
        "geo": layout["geo"]
        | {
            "lonaxis": {"range": [boks[0], boks[2]]},
            "lataxis": {"range": [boks[1], boks[3]]},
            "domain": {"x": [til_klasser / typografi.bredde, 1], "y": [0, 1]},
        },
    }
    return ud, Udsnit(boks, maal), (0, 0, bredde, hoejde)


def _legend_width(kort: Kort, px: int) -> float:
    navne = [klasse.etiket for klasse in shown_picture(kort).klasser]
    return max(text_width(kort.enhed, px), *(text_width(navn, px) + SQUARE * px for navn in navne)) + BESIDE * px


def _classes(kort: Kort, billede: Billede, gange: float) -> list[dict]:
    """A trace for each class, and for levels with an enlarged inset one more for the copies of its areas there."""
    spor = [
        _areas(kort, billede, nr, klasse.omraade_ids, gange) | {"showlegend": True}
        for nr, klasse in enumerate(billede.klasser)
    ]
    if copies(kort, kort.lag.omraade_ids):
        for nr, klasse in enumerate(billede.klasser):
            spor.append(_areas(kort, billede, nr, copies(kort, klasse.omraade_ids), gange) | {"showlegend": False})
    return spor


def _areas(kort: Kort, billede: Billede, nr: int, ids: tuple[str, ...], gange: float) -> dict:
    klasse, original = billede.klasser[nr], kort.lag.forstoerrede
    return _shapes(kort, ids, klasse.farve, farver.KANT, EDGE * gange) | {
        "name": klasse.etiket,
        "z": [1] * len(ids),
        "zmin": 0,
        "zmax": 1,
        "text": [billede.hover[original.get(en, en)] for en in ids],
        "hoverinfo": "text",
    }


def _outline(kort: Kort, gange: float) -> dict:
    ids = outlined(kort)
    return _shapes(kort, ids, GENNEMSIGTIG, farver.MARKERET, OUTLINE * gange) | {"z": [0] * len(ids)} | SILENT


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


def _lines(linjer: Iterable[tuple], gange: float) -> dict:
    """Lines as one trace, parted by gaps."""
    punkter = [punkt for linje in linjer for punkt in (*linje, (None, None))]
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": [x for x, _ in punkter],
        "lat": [y for _, y in punkter],
        "line": {"color": farver.RAMME, "width": LINE * gange},
    } | SILENT


def _captions(rammenavne: list[Skrevet], typografi: Typografi) -> dict:
    return _words(rammenavne) | {"textfont": _font(typografi, TEXT, frit=True)}


def _names(navne: list[Skrevet], typografi: Typografi) -> list[dict]:
    """On an area in the colour that can be read there, beside it in the page's own, with a leader."""
    paa, ved = [en for en in navne if not en.pegelinje], [en for en in navne if en.pegelinje]
    spor = [_lines((en.pegelinje for en in ved), typografi.gange)] if ved else []
    for farve in dict.fromkeys(en.farve for en in paa):
        navnene = [en for en in paa if en.farve == farve]
        spor.append(_words(navnene) | {"textfont": _font(typografi, TEXT, farve)})
    if ved:
        # beside the map there is least room
        spor.append(_words(ved) | {"textfont": _font(typografi, SMALL_TEXT)})
    return spor


def _words(navne: list[Skrevet]) -> dict:
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [en.x for en in navne],
        "lat": [en.y for en in navne],
        "text": [en.ord for en in navne],
        "textposition": [en.placering for en in navne],
    } | SILENT


def _font(typografi: Typografi, px: int, farve: str | None = None, frit: bool = False) -> dict:
    """On a slide with a rim of the opposite lightness: a name reaches out over other areas and the sea."""
    farve = farve or typografi.farve
    ud = {"size": typografi.type_size(px)} | ({"color": farve} if farve else {})
    if not typografi.dias:
        # plotly's own rim; above a frame there is nothing but sea
        return ud | ({} if frit else {"shadow": "auto"})
    lyst = sum(int(farve.lstrip("#")[i : i + 2], 16) for i in (0, 2, 4)) < 3 * 128
    return ud | {"shadow": ", ".join([f"0 0 4px {farver.LYS_RAND if lyst else farver.MOERK_RAND}"] * 3)}


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


def _played(figur: dict, kort: Kort, typografi: Typografi) -> dict:
    """The figure as a film: every picture paints the classes anew and leaves the rest as it is."""
    frames = []
    for billede in kort.billeder:
        klasser = _classes(kort, billede, typografi.gange)
        malet = [{felt: spor[felt] for felt in ("type", "locations", "z", "text")} for spor in klasser]
        frames.append({"name": billede.navn, "data": malet, "traces": list(range(len(malet)))})
    layout = figur["layout"] | _player([en.navn for en in kort.billeder], typografi)
    if not typografi.dias:
        layout["height"] += PLAYER_HEIGHT
    return figur | {"frames": frames, "layout": layout}


def _player(navne: list[str], typografi: Typografi) -> dict:
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
                "currentvalue": {"prefix": "År: ", "font": {"size": typografi.type_size(YEAR)}},
                "steps": [{"method": "animate", "label": navn, "args": [[navn], straks]} for navn in navne],
            }
        ],
        "margin": {"l": 0, "r": 0, "t": 0, "b": BELOW_A_FILM * typografi.gange},
    }
