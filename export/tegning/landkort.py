"""A map figure as marks: the areas of its layer in display coordinates, frames of insets, names and outline."""

import json
from dataclasses import dataclass, replace
from functools import lru_cache

import shapely

from export.tegning import farve, tekst
from export.tegning.maerker import SORT, Boks, Flade, Maerke, Punkt, Skrift, Streg
from geo import niveauer
from geo.koropleth import LAG_ROUTE
from geo.kortlag import Kortlag, layer
from views.figur import farver
from views.figur.plotly.tegn import plotly_of

GRUPPE, NAVNE = "Kort", "Navne"
STOERST, MINDST = 16.0, 7.0
KANTTYKKELSE = 0.4
LUFT = 1.5
FLYT, RUNDER = 1.1, 40  # how far a name may be moved, in its own heights, and how often it is tried
# So much of a label must stand on a colour before it has to be readable there.
TAELLER = 0.04


@dataclass(frozen=True)
class Udsnit:
    """The part of the display plane that is drawn, and where: `maal` points a unit, the upper left corner."""

    boks: tuple[float, float, float, float]
    maal: float
    venstre: float
    top: float

    def point(self, x: float, y: float) -> Punkt:
        """Display units to points on the drawing."""
        return (
            round(self.venstre + (x - self.boks[0]) * self.maal, 2),
            round(self.top + (self.boks[3] - y) * self.maal, 2),
        )


def map_marks(figure: dict, bredde: float, hoejde: float, skrift: float) -> tuple[list[Maerke], tuple]:
    """The map fitted into a surface of that size, in points. `skrift` is the largest type of a name.

    Returns the marks and the box (left, top, right, bottom) that they fill.
    """
    figure = plotly_of(figure)
    geo = figure["layout"]["geo"]
    (xmin, xmax), (ymin, ymax) = geo["lonaxis"]["range"], geo["lataxis"]["range"]
    maal = min(bredde / (xmax - xmin), hoejde / (ymax - ymin))
    udsnit = Udsnit((xmin, ymin, xmax, ymax), maal, 0.0, (hoejde - (ymax - ymin) * maal) / 2)
    omraader = [spor for spor in figure["data"] if spor["type"] == "choropleth"]
    flader = [flade for spor in omraader for flade in _areas(spor, udsnit)]
    streger, skrifter = [], []
    for spor in (en for en in figure["data"] if en["type"] == "scattergeo"):
        if spor["mode"] == "lines":
            streger += _lines(spor, udsnit)
        else:
            skrifter += _texts(spor, udsnit)
    streger, skrifter = _fitted(streger, skrifter, skrift, bredde)
    kanten = (0.0, udsnit.top, (xmax - xmin) * maal, udsnit.top + (ymax - ymin) * maal)
    return [*flader, *streger, *_readable(skrifter, flader)], kanten


def legend_of(figure: dict) -> tuple[str, list[tuple[str, str]]]:
    """The title of the legend, and colour and label of each class in it."""
    figure = plotly_of(figure)
    klasser = {
        spor["name"]: farve.on_paper(spor["colorscale"][0][1]) or farve.on_paper(farver.UDENFOR)
        for spor in figure["data"]
        if spor["type"] == "choropleth" and spor.get("showlegend") and len(spor["locations"])
    }
    titel = tekst.plain(figure["layout"].get("legend", {}).get("title", {}).get("text", ""))
    if vist := shown_frame(figure):
        titel = f"{titel} ({vist})" if titel else vist
    return titel, [(farven, navn) for navn, farven in klasser.items()]


def shown_frame(figure: dict) -> str:
    """The year that an animated map stands on; "" for others."""
    skyder = next(iter(figure["layout"].get("sliders", ())), None)
    return str(skyder["steps"][skyder["active"]]["label"]) if skyder else ""


def layer_of(geojson: str) -> Kortlag:
    """The layer behind a trace's address. A layer redrawn since keeps its areas, so the newest one will do."""
    filnavn = geojson.removeprefix(LAG_ROUTE)
    niveau = filnavn.rsplit("-", 1)[0]
    lag = [layer(niveau, struktur) for struktur in niveauer.structures()]
    return next((en for en in lag if en.filnavn == filnavn), lag[0])


@lru_cache(maxsize=16)
def shapes_of(lag: Kortlag) -> dict[str, shapely.Geometry]:
    """The display shapes of a layer by feature id."""
    return {post["id"]: shapely.geometry.shape(post["geometry"]) for post in json.loads(lag.indhold)["features"]}


def feature_name(lag: Kortlag, kode: str) -> str:
    """What an area is called; the enlarged copy of one says so."""
    navn = niveauer.areas(lag.niveau, lag.struktur)[lag.forstoerrede.get(kode, kode)].navn
    return f"{navn} (udsnit)" if kode in lag.forstoerrede else navn


def _areas(spor: dict, udsnit: Udsnit) -> list[Flade]:
    lag = layer_of(spor["geojson"])
    former = shapes_of(lag)
    fyld = farve.on_paper(spor["colorscale"][0][1])
    kant = spor["marker"]["line"]
    ud = []
    for kode in spor["locations"]:
        if kode not in former:
            continue
        ringe = _rings(former[kode], udsnit)
        if ringe:
            navn = feature_name(lag, kode)
            tyk = kant["width"] if fyld is None else KANTTYKKELSE
            ud.append(
                Flade(ringe, fyld, farve.on_paper(kant["color"]), tyk, navn if fyld else f"Omrids: {navn}", GRUPPE)
            )
    return ud


def _rings(form: shapely.Geometry, udsnit: Udsnit) -> tuple[tuple[Punkt, ...], ...]:
    """The rings of what can be seen of a shape, in points."""
    if not shapely.box(*udsnit.boks).covers(form):
        form = shapely.clip_by_rect(form, *udsnit.boks)
    ringe = []
    for del_ in shapely.get_parts(form):
        if del_.geom_type == "Polygon" and not del_.is_empty:
            for ring in (del_.exterior, *del_.interiors):
                ringe.append(tuple(udsnit.point(x, y) for x, y in ring.coords))
    return tuple(ringe)


def _lines(spor: dict, udsnit: Udsnit) -> list[Maerke]:
    """Frames of insets as boxes, leaders as lines."""
    farven = farve.on_paper(spor["line"]["color"])
    ud: list[Maerke] = []
    strenge: list[list[Punkt]] = [[]]
    for x, y in zip(spor["lon"], spor["lat"], strict=True):
        if x is None:
            strenge.append([])
        else:
            strenge[-1].append(udsnit.point(x, y))
    for punkter in filter(None, strenge):
        if len(punkter) == 5 and punkter[0] == punkter[-1]:
            xer, yer = [en[0] for en in punkter], [en[1] for en in punkter]
            bredde, hoejde = max(xer) - min(xer), max(yer) - min(yer)
            ud.append(Boks(min(xer), min(yer), bredde, hoejde, None, farven, 0.75, navn="Ramme", gruppe=GRUPPE))
        else:
            ud.append(Streg(tuple(punkter), farven, 0.75, navn="Pegelinje", gruppe=NAVNE))
    return ud


def _texts(spor: dict, udsnit: Udsnit) -> list[Skrift]:
    placering = spor.get("textposition", "middle center")
    placeringer = [placering] * len(spor["text"]) if isinstance(placering, str) else placering
    farven = spor.get("textfont", {}).get("color") or SORT
    xmin, ymin, xmax, ymax = udsnit.boks
    return [
        Skrift(*udsnit.point(x, y), tekst.lines(ord_), 0.0, farven, *_anchor(plads), NAVNE)
        for x, y, ord_, plads in zip(spor["lon"], spor["lat"], spor["text"], placeringer, strict=True)
        if xmin <= x <= xmax and ymin <= y <= ymax
    ]


def _anchor(placering: str) -> tuple[str, str]:
    """plotly tells where the text stands seen from its point; a mark tells which side of the text is on it."""
    lodret, vandret = placering.split(" ")
    return (
        {"left": "right", "right": "left"}.get(vandret, "center"),
        {"top": "bottom", "bottom": "top"}.get(lodret, "middle"),
    )


def _fitted(streger, skrifter: list[Skrift], stoerst: float, bredde: float) -> tuple[list[Maerke], list[Skrift]]:
    """The names in the largest type at which none covers another; those that nearly do are moved a little."""
    ender = {en.punkter[-1] for en in streger if isinstance(en, Streg)}
    fri = [_leader_end(en, ender) is None for en in skrifter]
    stoerrelse = min(stoerst, STOERST)
    while True:
        skrevet = [replace(en, stoerrelse=stoerrelse) for en in skrifter]
        nye_streger, skrevet = _spread(streger, skrevet, ender)
        skrevet, passer = _nudged(skrevet, fri, bredde)
        if passer or stoerrelse <= MINDST:
            return nye_streger, skrevet
        stoerrelse -= 0.5


def _nudged(skrifter: list[Skrift], fri: list[bool], bredde: float) -> tuple[list[Skrift], bool]:
    """Names pushed apart, at most a letter's height from their place; and whether all are clear of each other now."""
    if not skrifter:
        return skrifter, True
    laengst = skrifter[0].stoerrelse * FLYT
    ud = list(skrifter)
    for _ in range(RUNDER):
        par = _overlapping(ud)
        if not par:
            return ud, all(text_box(en)[0] >= -1 and text_box(en)[2] <= bredde + 1 for en in ud)
        for a, b in par:
            ax0, ay0, ax1, ay1 = text_box(ud[a])
            bx0, by0, bx1, by1 = text_box(ud[b])
            over_x, over_y = min(ax1, bx1) - max(ax0, bx0), min(ay1, by1) - max(ay0, by0)
            lodret = over_y <= over_x
            tegn = 1.0 if ((ay0 + ay1) < (by0 + by1) if lodret else (ax0 + ax1) < (bx0 + bx1)) else -1.0
            skub = ((over_y if lodret else over_x) / 2 + 0.2) * tegn
            for nr, vej in ((a, -skub), (b, skub)):
                if fri[nr]:
                    ud[nr] = _pushed(ud[nr], skrifter[nr], 0.0 if lodret else vej, vej if lodret else 0.0, laengst)
    return ud, not _overlapping(ud)


def _pushed(nu: Skrift, hjemme: Skrift, hen: float, ned: float, laengst: float) -> Skrift:
    x = min(max(nu.x + hen, hjemme.x - laengst), hjemme.x + laengst)
    y = min(max(nu.y + ned, hjemme.y - laengst), hjemme.y + laengst)
    return replace(nu, x=round(x, 2), y=round(y, 2))


def _overlapping(skrifter: list[Skrift]) -> list[tuple[int, int]]:
    bokse = [shapely.box(*_tight(text_box(en))) for en in skrifter]
    ene, andre = shapely.STRtree(bokse).query(bokse, predicate="intersects")
    return [(a, b) for a, b in zip(ene.tolist(), andre.tolist(), strict=True) if a < b]


def _tight(boks: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """What the letters themselves take up of a text's box: a line has air above and below."""
    luft = (boks[3] - boks[1]) * 0.06
    return (boks[0] + 1, boks[1] + luft, boks[2] - 1, boks[3] - luft)


def _spread(streger: list[Maerke], skrifter: list[Skrift], ender: set[Punkt]) -> tuple[list[Maerke], list[Skrift]]:
    """Names at the end of a leader, moved up and down until they are clear of each other; the leaders follow."""
    ved = sorted((en for en in skrifter if _leader_end(en, ender)), key=lambda en: en.y)
    if not ved:
        return streger, skrifter
    hoejder = [tekst.block(en.linjer, en.stoerrelse)[1] + LUFT for en in ved]
    midte = sum(en.y for en in ved) / len(ved)
    top = midte - sum(hoejder) / 2
    flyttet = {}
    for skrift, hoejde in zip(ved, hoejder, strict=True):
        y = max(top + hoejde / 2, skrift.y - hoejde) if not flyttet else top + hoejde / 2
        flyttet[skrift] = replace(skrift, y=round(y, 2))
        top = y + hoejde / 2
    til = {_leader_end(gammel, ender): ny.y for gammel, ny in flyttet.items()}
    nye = [
        replace(en, punkter=(*en.punkter[:-1], (en.punkter[-1][0], til[en.punkter[-1]])))
        if isinstance(en, Streg) and en.punkter[-1] in til
        else en
        for en in streger
    ]
    return nye, [flyttet.get(en, en) for en in skrifter]


def _leader_end(skrift: Skrift, ender: set[Punkt]) -> Punkt | None:
    """The end of the leader that the name belongs to: at its height and just left of it."""
    naere = [en for en in ender if abs(en[1] - skrift.y) < 0.6 and 0 <= skrift.x - en[0] < 14]
    return max(naere, default=None)


def text_box(skrift: Skrift) -> tuple[float, float, float, float]:
    """The box that a text takes up (left, top, right, bottom), in points."""
    bredde, hoejde = tekst.block(skrift.linjer, skrift.stoerrelse)
    x = skrift.x - {"left": 0, "center": bredde / 2, "right": bredde}[skrift.vandret]
    y = skrift.y - {"top": 0, "middle": hoejde / 2, "bottom": hoejde}[skrift.lodret]
    return (x, y, x + bredde, y + hoejde)


def _readable(skrifter: list[Skrift], flader: list[Flade]) -> list[Maerke]:
    """Names that reach over a colour on which they cannot be read get a pale plate under them."""
    polygoner = [shapely.Polygon(flade.ringe[0]) for flade in flader if flade.fyld]
    fyldte = [flade for flade in flader if flade.fyld]
    trae = shapely.STRtree(polygoner)
    ud: list[Maerke] = []
    for skrift in skrifter:
        boks = shapely.box(*text_box(skrift))
        rest, under = 1.0, []
        for nr in trae.query(boks, predicate="intersects"):
            andel = shapely.area(shapely.intersection(boks, shapely.make_valid(polygoner[nr]))) / boks.area
            rest -= andel
            if andel > TAELLER:
                under.append(fyldte[nr].fyld)
        if rest > TAELLER:
            under.append("#ffffff")
        if all(farve.contrast(skrift.farve, en) >= farve.LAESELIG for en in under):
            ud.append(skrift)
            continue
        venstre, top, hoejre, bund = text_box(skrift)
        plade = Boks(venstre - 1.5, top - 0.5, hoejre - venstre + 3, bund - top + 1, "#ffffff", daekning=0.82)
        ud += [replace(plade, navn="Bund", gruppe=NAVNE), replace(skrift, farve=SORT)]
    return ud
