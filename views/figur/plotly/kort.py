"""A map for plotly: areas as SVG paths with shapes fetched by address, insets, names, circles, legend and outline.

Nothing leaves the machine: shapes come from the server's own map layer route, and the world map that plotly's `geo`
insists on is an empty file of ours.
"""

from collections.abc import Iterable
from math import ceil

from geo.kortlag import LAG_ROUTE, Kortlag
from geo.tekstbredde import text_width
from views.figur import farver
from views.figur.kortflade import Indsat, Kortflade, filling
from views.figur.kortnavne import Cirkel, Paaskrift, Skrevet, Skrivemaade, in_units, place_words
from views.figur.landkort import (
    KENDT_TAL,
    Udsnit,
    copies,
    hatching,
    in_the_inset,
    outlined,
    outlined_in_the_inset,
    shown_box,
    shown_frames,
)
from views.figur.model import Kort
from views.figur.plotly.typografi import Typografi

# Plotly asks for a world map even when it draws none; the route answers with an empty one.
PLOTLY_CONFIG = {"topojsonURL": LAG_ROUTE, "displayModeBar": False, "scrollZoom": False, "doubleClick": False}
# A page's map where nothing is asked: so high, and hardly ever in a narrower column.
HEIGHT, NARROWEST = 600, 500
GENNEMSIGTIG = "rgba(0,0,0,0)"
EDGE, OUTLINE, RIM, LINE, HATCH, BORDER = 0.6, 2.5, 5.5, 1, 1, 1.6
TEXT, SMALL_TEXT, MANY_NAMES = 12, 11, 30
# Where words reach over another ground than theirs, a rim in the colour of theirs goes all around the letters: so many
# pixels to each side, a little blurred, for type up to a size, and wider about larger type.
RIM_AROUND, RIM_TYPE = ((1, 1), (-1, 1), (1, -1), (-1, -1), (2, 0), (-2, 0), (0, 2), (0, -2)), 24
NAME_AND_VALUE = "%{text}<b>%{customdata}</b>"
FRAME = 1.5  # pixels of the line around the enlarged area
# A click is shown by the outline, not by fading everything else.
CLICKED = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
SILENT = {"hoverinfo": "skip", "showlegend": False}
# In type sizes: the square of a class in the legend with the air about it, a row of the legend, the air beside it.
SQUARE, ROW, BESIDE = 3.5, 1.65, 1.5


def map_figure(kort: Kort, typografi: Typografi) -> dict:
    """A map in its box: on a page above its legend, on a slide beside it."""
    px = typografi.skrift if typografi.dias else SMALL_TEXT if _is_crowded(kort, typografi) else TEXT
    layout, flade = _laid_out(kort, typografi, px)
    ord_ = _placed(kort, flade, px)
    data = [*_classes(kort, typografi.gange), *_empty_classes(kort), *_over_the_areas(kort, typografi.gange)]
    data += _frames(kort, ord_, px, typografi)
    if kort.valgte:
        data += _outline(kort, outlined(kort), typografi.gange)
    if typografi.ord:
        data += _circles(ord_.cirkler, px)
        data += _names(ord_.navne, px, typografi)
    if flade.indsat:
        data += _inset(kort, flade.indsat, typografi)
        layout["geo2"] = _inset_geo(flade, flade.indsat, layout["geo"]["domain"])
    return {"data": data, "layout": layout}


def _is_crowded(kort: Kort, typografi: Typografi) -> bool:
    return len(kort.lag.omraade_ids) > MANY_NAMES or (typografi.bredde or NARROWEST) < NARROWEST


def _placed(kort: Kort, flade: Kortflade, px: int) -> Paaskrift:
    """The words in display units, where they find room on the surface."""
    fundet = place_words(kort, flade, Skrivemaade(px, text_width))
    udsnit = flade.udsnit
    cirkler = (Cirkel(en.omraade_id, en.ord, *udsnit.unit(en.x, en.y), en.diameter, en.aaben) for en in fundet.cirkler)
    rammenavne, navne = (tuple(in_units(en, udsnit) for en in del_) for del_ in (fundet.rammenavne, fundet.navne))
    return Paaskrift(rammenavne, navne, tuple(cirkler))


def _laid_out(kort: Kort, typografi: Typografi, px: int) -> tuple[dict, Kortflade]:
    """The layout of a map that fills its surface: sea on both sides, with room for names."""
    if typografi.dias:
        til_klasser = _legend_width(kort, typografi.skrift)
        flade = filling(kort, typografi.bredde - til_klasser, typografi.hoejde, px)
        return _layout(kort, typografi, flade, til_klasser / typografi.bredde, 0), flade
    bredde = typografi.bredde or NARROWEST
    xmin, ymin, xmax, ymax = shown_box(kort)
    til_klasser = _legend_height(kort, bredde)
    hoejde = typografi.hoejde or (
        HEIGHT if typografi.bredde is None else round(bredde * (ymax - ymin) / (xmax - xmin)) + til_klasser
    )
    flade = filling(kort, bredde, max(hoejde - til_klasser, 1), px)
    return _layout(kort, typografi, flade, 0.0, til_klasser) | {"height": hoejde}, flade


def _layout(kort: Kort, typografi: Typografi, flade: Kortflade, venstre: float, bund: int) -> dict:
    """plotly's layout: the share of the width, or the pixels of the height, that the legend has."""
    skrift = {"color": typografi.farve or farver.SIDENS_TEKST} | ({"size": typografi.skrift} if typografi.dias else {})
    legende = {"title": {"text": kort.enhed, "font": skrift}, "font": skrift, "x": 0, "xanchor": "left"}
    if typografi.dias:
        legende |= {"orientation": "v", "y": 0.5, "yanchor": "middle"}
    else:
        # as high as its rows, or plotly would make room for it at the map's cost
        legende |= {"orientation": "h", "y": 0, "yanchor": "top"}
    ud = {
        "geo": _geo(flade.udsnit, {"x": [venstre, 1], "y": [0, 1]}),
        "margin": {"l": 0, "r": 0, "t": 0, "b": bund},
        "dragmode": False,
        "separators": ",.",
        "hoverlabel": {"align": "left"},
        "legend": legende | {"itemclick": False, "itemdoubleclick": False, "traceorder": "normal"},
    }
    if typografi.dias:
        ud["font"] = skrift
        ud["height"] = typografi.hoejde
        ud["hoverlabel"] = {"align": "left", "font": {"size": typografi.skrift}}
    return ud


def _geo(udsnit: Udsnit, domaene: dict) -> dict:
    xmin, ymin, xmax, ymax = udsnit.boks
    return {
        "projection": {"type": "equirectangular"},
        "visible": False,
        "bgcolor": GENNEMSIGTIG,
        "lonaxis": {"range": [xmin, xmax]},
        "lataxis": {"range": [ymin, ymax]},
        "domain": domaene,
    }


def _inset_geo(flade: Kortflade, indsat: Indsat, domaene: dict) -> dict:
    """The part of the surface that the inset has; over land it hides what is under it."""
    (v0, v1), (_, _, bredde, hoejde) = domaene["x"], flade.rum
    venstre, top, hoejre, bund = indsat.ramme
    x = [v0 + (v1 - v0) * en / bredde for en in (venstre, hoejre)]
    return _geo(indsat.udsnit, {"x": x, "y": [1 - bund / hoejde, 1 - top / hoejde]}) | {"bgcolor": farver.BUND}


def _legend_names(kort: Kort) -> list[str]:
    return [*(en.etiket for en in kort.klasser), *[KENDT_TAL] * kort.symboler]


def _legend_width(kort: Kort, px: int) -> float:
    bredder = [text_width(navn, px) + SQUARE * px for navn in _legend_names(kort)]
    return max(text_width(kort.enhed, px), *bredder) + BESIDE * px


def _legend_height(kort: Kort, bredde: float) -> int:
    """The pixels of a legend below a map: its title, and rows of columns as wide as its longest name."""
    navne = _legend_names(kort)
    kolonne = max(text_width(navn, TEXT) + SQUARE * TEXT for navn in navne)
    raekker = ceil(len(navne) / max(1, int(bredde / kolonne)))
    return round((raekker + bool(kort.enhed) + 0.5) * ROW * TEXT)


def _classes(kort: Kort, gange: float, geo: str = "geo", kun: tuple[str, ...] | None = None) -> list[dict]:
    """A trace for each class: its areas, and the copies of them in an enlarged inset."""
    ud = []
    for nr, klasse in enumerate(kort.klasser, 1):
        ids = (*klasse.omraade_ids, *copies(kort, klasse.omraade_ids))
        ids = ids if kun is None else tuple(en for en in ids if en in kun)
        if not ids:
            continue
        ud.append(
            _shapes(kort.lag, ids, klasse.farve, farver.KANT, EDGE * gange, geo)
            | {
                "name": klasse.etiket,
                "legendrank": nr,
                "z": [1] * len(ids),  # both ends of the scale have the class' colour
                "text": [kort.hover[kort.lag.forstoerrede.get(en, en)] for en in ids],
                "hoverinfo": "text",
                "showlegend": kun is None,
            }
        )
    return ud


def _empty_classes(kort: Kort) -> list[dict]:
    """Words in the legend for classes that are shared with other maps and have no area on this one: plotly has none for
    a trace without places."""
    ingen = {"type": "scattergeo", "mode": "markers", "lon": [None], "lat": [None]} | SILENT | {"showlegend": True}
    return [
        ingen | {"name": en.etiket, "legendrank": nr, "marker": {"symbol": "square", "size": 10, "color": en.farve}}
        for nr, en in enumerate(kort.klasser, 1)
        if not en.omraade_ids
    ]


def _over_the_areas(kort: Kort, gange: float) -> list[dict]:
    """Hatching, borders of another level, and those of the areas for which alone something is known."""
    linjer = hatching(kort)
    ud = [_lines(linjer, HATCH * gange, farver.SKRAVERING)] if linjer else []
    if kort.graenser:
        ud.append(_border(kort.graenser, tuple(kort.graenser.omraade_ids), farver.SIDENS_TEKST, BORDER * gange))
    # on a map in colours the words beside the circle are enough
    samlet = kort.samlet if kort.symboler else ()
    return ud + [_border(en.lag, (en.omraade_id,), farver.SYMBOL, BORDER * gange) for en in samlet]


def _outline(kort: Kort, ids: tuple[str, ...], gange: float, geo: str = "geo") -> list[dict]:
    """A line with a rim, so that it is seen on every class, also in grey."""
    streger = ((farver.MARKERET_RAND, RIM), (farver.MARKERET, OUTLINE))
    return [_border(kort.lag, ids, farve, bredde * gange, geo) for farve, bredde in streger]


def _border(lag: Kortlag, ids: tuple[str, ...], farve: str, bredde: float, geo: str = "geo") -> dict:
    return _shapes(lag, ids, GENNEMSIGTIG, farve, bredde, geo) | {"z": [0] * len(ids)} | SILENT


def _shapes(lag: Kortlag, ids: tuple[str, ...], fyld: str, kant: str, tykkelse: float, geo: str) -> dict:
    return {
        "type": "choropleth",
        "geojson": LAG_ROUTE + lag.filnavn,
        "locations": list(ids),
        "colorscale": [[0, fyld], [1, fyld]],
        "showscale": False,
        "marker": {"line": {"color": kant, "width": tykkelse}},
        "geo": geo,
    } | CLICKED


def _lines(linjer: Iterable[tuple], tykkelse: float, farve: str = farver.RAMME, geo: str = "geo") -> dict:
    """Lines as one trace, parted by gaps."""
    punkter = [punkt for linje in linjer for punkt in (*linje, (None, None))]
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": [x for x, _ in punkter],
        "lat": [y for _, y in punkter],
        "line": {"color": farve, "width": tykkelse},
        "geo": geo,
    } | SILENT


def _frames(kort: Kort, ord_: Paaskrift, px: int, typografi: Typografi) -> list[dict]:
    rammer = shown_frames(kort)
    if not rammer:
        return []
    ud = [_lines((ramme.linje for ramme in rammer), LINE * typografi.gange)]
    if typografi.ord:
        ud.append(_words(list(ord_.rammenavne)) | {"textfont": _font(px, typografi.farve)})
    return ud


def _inset(kort: Kort, indsat: Indsat, typografi: Typografi) -> list[dict]:
    """The areas of the inset with their outline, and its frame: inside the edge, which cuts off what reaches over it,
    and over the areas, with a rim that parts it from what it hides."""
    ids = in_the_inset(kort)
    ind = FRAME * typografi.gange / indsat.udsnit.maal
    xmin, ymin, xmax, ymax = (en + side * ind for en, side in zip(indsat.udsnit.boks, (1, 1, -1, -1), strict=True))
    kanten = ((xmin, ymin), (xmin, ymax), (xmax, ymax), (xmax, ymin), (xmin, ymin))
    ud = _classes(kort, typografi.gange, "geo2", ids)
    ud += _outline(kort, outlined_in_the_inset(kort), typografi.gange, "geo2")
    streger = ((farver.BUND, 2 * FRAME), (farver.SIDENS_TEKST, FRAME))
    return [*ud, *(_lines([kanten], bredde * typografi.gange, farve, "geo2") for farve, bredde in streger)]


def _circles(cirkler: tuple[Cirkel, ...], px: int) -> list[dict]:
    """Filled ones on their areas, explained by the legend, and open ones in the water, by the words beside them."""
    ud = []
    for aaben in (False, True):
        af_slagsen = [en for en in cirkler if en.aaben == aaben]
        if not af_slagsen:
            continue
        fyld, skrift = (farver.BUND, farver.SYMBOL) if aaben else (farver.SYMBOL, farver.SYMBOLTEKST)
        kant = {"color": farver.SYMBOL if aaben else farver.SYMBOLTEKST, "width": 2 if aaben else 1}
        ud.append(
            _words([Skrevet(f"<b>{en.ord}</b>", en.x, en.y) for en in af_slagsen])
            | {
                "mode": "markers+text",
                "name": KENDT_TAL,
                "showlegend": not aaben,
                "hoverinfo": "skip",
                "marker": {"size": [en.diameter for en in af_slagsen], "color": fyld, "line": kant, "opacity": 1},
                "textfont": {"size": px, "color": skrift},
            }
        )
    return ud


def _names(navne: tuple[Skrevet, ...], px: int, typografi: Typografi) -> list[dict]:
    """In the colour that can be read on the area, with its colour about it where the words reach over the sea."""
    ud = []
    for farve, bund in dict.fromkeys((en.farve, en.bund) for en in navne):
        ens = [en for en in navne if (en.farve, en.bund) == (farve, bund)]
        # marks are long in a message, so those around a value are sent once
        dele = [en.ord.removesuffix("</b>").partition("<b>") for en in ens]
        tekster = {"text": [navn for navn, _, _ in dele], "customdata": [vaerdi for _, _, vaerdi in dele]}
        skrift = {"textfont": _font(px, farve or typografi.farve, bund or farver.BUND)}
        ud.append(_words(ens) | tekster | skrift | {"texttemplate": NAME_AND_VALUE})
    return ud


def _words(navne: list[Skrevet]) -> dict:
    placeringer = [en.placering for en in navne]
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [round(en.x, 3) for en in navne],
        "lat": [round(en.y, 3) for en in navne],
        "text": [en.ord for en in navne],
        # mostly all stand alike, and then it is said once
        "textposition": placeringer[0] if len(set(placeringer)) == 1 else placeringer,
    } | SILENT


def _font(px: int, farve: str | None, rand: str = "") -> dict:
    ud = {"size": px, "color": farve or farver.SIDENS_TEKST}
    if not rand:
        return ud
    gange = max(1.0, px / RIM_TYPE)
    return ud | {"shadow": ", ".join(f"{x * gange:g}px {y * gange:g}px {gange:g}px {rand}" for x, y in RIM_AROUND)}
