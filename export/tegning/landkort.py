"""A map as marks: the areas of its layer in display coordinates, frames of insets, names and outline."""

import json
from dataclasses import replace
from functools import lru_cache

import shapely

from export.tegning import farve, tekst
from export.tegning.maerker import SORT, Boks, Flade, Maerke, Punkt, Skrift, Streg
from geo import niveauer
from geo.kortlag import Kortlag, Ramme, frame_box
from geo.tekstbredde import width_on_paper
from views.figur import farver
from views.figur.kontrast import contrast
from views.figur.kortnavne import Skrevet, Skrivemaade, place_names
from views.figur.landkort import Udsnit, captions, copies, names_on, outlined, shown_box, shown_frames, shown_picture
from views.figur.model import Kort

GRUPPE, NAVNE = "Kort", "Navne"
STOERST, MINDST = 16.0, 7.0
KANTTYKKELSE, OMRIDS, STREGTYKKELSE = 0.4, 3, 0.75
# So much of a label must stand on a colour before it has to be readable there.
TAELLER = 0.04


def map_marks(kort: Kort, bredde: float, hoejde: float, skrift: float) -> tuple[list[Maerke], tuple]:
    """The map fitted into a surface of that size, in points. `skrift` is the largest type of a name.

    Returns the marks and the box (left, top, right, bottom) that they fill.
    """
    xmin, ymin, xmax, ymax = boks = shown_box(kort)
    maal = min(bredde / (xmax - xmin), hoejde / (ymax - ymin))
    udsnit = Udsnit(boks, maal, 0.0, (hoejde - (ymax - ymin) * maal) / 2)
    kanten = (0.0, udsnit.top, (xmax - xmin) * maal, udsnit.top + (ymax - ymin) * maal)
    flader, rammer = _areas(kort, udsnit), shown_frames(kort)
    pegelinjer, skrifter = _names(kort, udsnit, skrift, (-1.0, kanten[1] - 1, bredde + 1, kanten[3] + 1))
    return [*flader, *(_frame(en, udsnit) for en in rammer), *pegelinjer, *_readable(skrifter, flader)], kanten


def legend_of(kort: Kort) -> tuple[str, list[tuple[str, str]]]:
    """The title of the legend, and colour and label of each class in it."""
    vist = shown_picture(kort)
    klasser = [(farve.on_paper(en.farve), tekst.plain(en.etiket)) for en in vist.klasser if en.omraade_ids]
    titel = tekst.plain(kort.enhed)
    if vist.navn:
        titel = f"{titel} ({vist.navn})" if titel else vist.navn
    return titel, klasser


@lru_cache(maxsize=16)
def shapes_of(lag: Kortlag) -> dict[str, shapely.Geometry]:
    """The display shapes of a layer by feature id."""
    return {post["id"]: shapely.geometry.shape(post["geometry"]) for post in json.loads(lag.indhold)["features"]}


def feature_name(lag: Kortlag, kode: str) -> str:
    """What an area is called; the enlarged copy of one says so."""
    navn = niveauer.areas(lag.niveau, lag.struktur)[lag.forstoerrede.get(kode, kode)].navn
    return f"{navn} (udsnit)" if kode in lag.forstoerrede else navn


def _areas(kort: Kort, udsnit: Udsnit) -> list[Flade]:
    """The areas by class, their enlarged copies, and the outline of the chosen ones."""
    klasser, kant = shown_picture(kort).klasser, farve.on_paper(farver.KANT)
    fyldt = [(kode, klasse.farve) for klasse in klasser for kode in klasse.omraade_ids]
    fyldt += [(kode, klasse.farve) for klasse in klasser for kode in copies(kort, klasse.omraade_ids)]
    ud = [
        Flade(ringe, farve.on_paper(fyld), kant, KANTTYKKELSE, feature_name(kort.lag, kode), GRUPPE)
        for kode, fyld in fyldt
        if (ringe := _rings(kort.lag, kode, udsnit))
    ]
    for kode in outlined(kort):
        if ringe := _rings(kort.lag, kode, udsnit):
            navn = f"Omrids: {feature_name(kort.lag, kode)}"
            ud.append(Flade(ringe, None, farve.on_paper(farver.MARKERET), OMRIDS, navn, GRUPPE))
    return ud


def _rings(lag: Kortlag, kode: str, udsnit: Udsnit) -> tuple[tuple[Punkt, ...], ...]:
    """The rings of what can be seen of a shape, in points."""
    form = shapes_of(lag)[kode]
    if not shapely.box(*udsnit.boks).covers(form):
        form = shapely.clip_by_rect(form, *udsnit.boks)
    ringe = []
    for del_ in shapely.get_parts(form):
        if del_.geom_type == "Polygon" and not del_.is_empty:
            for ring in (del_.exterior, *del_.interiors):
                ringe.append(tuple(udsnit.point(x, y) for x, y in ring.coords))
    return tuple(ringe)


def _frame(ramme: Ramme, udsnit: Udsnit) -> Boks:
    xmin, ymin, xmax, ymax = frame_box(ramme)
    (venstre, top), (hoejre, bund) = udsnit.point(xmin, ymax), udsnit.point(xmax, ymin)
    kant = farve.on_paper(farver.RAMME)
    return Boks(venstre, top, hoejre - venstre, bund - top, None, kant, STREGTYKKELSE, navn="Ramme", gruppe=GRUPPE)


def _names(kort: Kort, udsnit: Udsnit, stoerst: float, rum) -> tuple[list[Streg], list[Skrift]]:
    """Leaders and names in the largest type at which all names find room near where they belong."""
    rammenavne, navne, stoerrelse = captions(kort), names_on(kort), min(stoerst, STOERST)
    while True:
        maade = Skrivemaade(stoerrelse, width_on_paper, alt_med=stoerrelse > MINDST)
        if fundet := place_names(rammenavne, navne, udsnit, rum, maade):
            break
        stoerrelse = max(stoerrelse - 0.5, MINDST)
    alle = [navn for del_ in fundet for navn in del_]
    kant = farve.on_paper(farver.RAMME)
    streger = [Streg(en.pegelinje, kant, STREGTYKKELSE, navn="Pegelinje", gruppe=NAVNE) for en in alle if en.pegelinje]
    return streger, [_mark(navn, stoerrelse) for navn in alle]


def _mark(navn: Skrevet, stoerrelse: float) -> Skrift:
    """The model tells where words stand seen from their place; a mark tells which side of the words is on it."""
    lodret, vandret = navn.placering.split(" ")
    return Skrift(
        round(navn.x, 2),
        round(navn.y, 2),
        tekst.lines(navn.ord),
        stoerrelse,
        navn.farve or SORT,
        {"left": "right", "right": "left"}.get(vandret, "center"),
        {"top": "bottom", "bottom": "top"}.get(lodret, "middle"),
        NAVNE,
    )


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
        if all(contrast(skrift.farve, en) >= farve.LAESELIG for en in under):
            ud.append(skrift)
            continue
        venstre, top, hoejre, bund = text_box(skrift)
        plade = Boks(venstre - 1.5, top - 0.5, hoejre - venstre + 3, bund - top + 1, "#ffffff", daekning=0.82)
        ud += [replace(plade, navn="Bund", gruppe=NAVNE), replace(skrift, farve=SORT)]
    return ud
