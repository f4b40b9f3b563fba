"""A map as marks: the areas of its layer in display coordinates, frames of insets, names, circles and outline."""

from dataclasses import replace

import shapely

from export.tegning import farve, tekst
from export.tegning.hjaelpeformer import moved, text_box
from export.tegning.maerker import Boks, Flade, Maerke, Prik, Punkt, Skrift, Streg
from geo import niveauer
from geo.kortlag import Kortlag, Ramme, frame_box, shapes_of
from geo.tekstbredde import width_on_paper
from views.figur import farver
from views.figur.farver import HVID, SORT
from views.figur.kontrast import contrast
from views.figur.kortflade import Indsat, Kortflade, inset
from views.figur.kortnavne import Cirkel, Paaskrift, Skrevet, Skrivemaade, place_words
from views.figur.landkort import (
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

GRUPPE, NAVNE = "Kort", "Navne"
STOERST, MINDST = 16.0, 7.0
# More names than these never find room in full; they have one size, and what does not fit is left out.
MANGE_NAVNE, STOERRELSE_AF_MANGE = 30, 8.0
KANTTYKKELSE, OMRIDS, RAND, STREGTYKKELSE, GRAENSE, INDSATRAMME = 0.4, 2, 4.5, 0.75, 1.4, 1
# So much of a label must stand on a colour before it has to be readable there.
TAELLER = 0.04
Kant = tuple[float, float, float, float]


def map_marks(kort: Kort, bredde: float, hoejde: float, skrift: float) -> tuple[list[Maerke], Kant]:
    """The map fitted into a surface of that size, in points. `skrift` is the largest type of a name.

    Returns the marks and the box (left, top, right, bottom) that they fill.
    """
    maerker, kanten = _fitted(kort, bredde, hoejde, skrift)
    # the name of a frame stands above it
    for_hoejt = -min((text_box(en)[1] for en in maerker if isinstance(en, Skrift)), default=0.0)
    if for_hoejt <= 0:
        return maerker, kanten
    maerker, (venstre, top, hoejre, bund) = _fitted(kort, bredde, hoejde - for_hoejt, skrift)
    return moved(maerker, 0.0, for_hoejt), (venstre, top + for_hoejt, hoejre, bund + for_hoejt)


def _fitted(kort: Kort, bredde: float, hoejde: float, skrift: float) -> tuple[list[Maerke], Kant]:
    xmin, ymin, xmax, ymax = boks = shown_box(kort)
    maal = min(bredde / (xmax - xmin), hoejde / (ymax - ymin))
    udsnit = Udsnit(boks, maal, 0.0, (hoejde - (ymax - ymin) * maal) / 2)
    kanten = (0.0, udsnit.top, (xmax - xmin) * maal, udsnit.top + (ymax - ymin) * maal)
    rum = (-1.0, kanten[1] - 1, kanten[2] + 1, kanten[3] + 1)
    flade = Kortflade(udsnit, rum, inset(kort, udsnit, kanten))
    ord_, stoerrelse = _words(kort, flade, skrift)
    flader = _areas(kort, udsnit)
    maerker = [*flader, *_over_the_areas(kort, udsnit), *_outline(kort, udsnit)]
    maerker += [_frame(en, udsnit) for en in shown_frames(kort)]
    maerker += [del_ for en in ord_.cirkler for del_ in _circle(en, stoerrelse)]
    maerker += _readable([_mark(en, stoerrelse) for en in (*ord_.rammenavne, *ord_.navne)], flader)
    if flade.indsat:
        maerker += _inset(kort, flade.indsat)
    return maerker, kanten


def legend_of(kort: Kort) -> tuple[str, list[tuple[str, str]]]:
    """The title of the legend, and colour and label of each class in it."""
    klasser = [(farve.on_paper(en.farve), tekst.plain(en.etiket)) for en in kort.klasser]
    return tekst.plain(kort.enhed), klasser


def feature_name(lag: Kortlag, kode: str) -> str:
    """What an area is called; the enlarged copy of one says so."""
    navn = niveauer.areas(lag.niveau, lag.struktur)[lag.forstoerrede.get(kode, kode)].navn
    return f"{navn} (udsnit)" if kode in lag.forstoerrede else navn


def _areas(kort: Kort, udsnit: Udsnit, kun: tuple[str, ...] | None = None) -> list[Flade]:
    """The areas by class, and their enlarged copies; in an inset only some."""
    kant = farve.on_paper(farver.KANT)
    fyldt = [
        (kode, klasse.farve) for klasse in kort.klasser for kode in klasse.omraade_ids if kun is None or kode in kun
    ]
    if kun is None:
        fyldt += [(kode, klasse.farve) for klasse in kort.klasser for kode in copies(kort, klasse.omraade_ids)]
    return [
        Flade(ringe, farve.on_paper(fyld), kant, KANTTYKKELSE, feature_name(kort.lag, kode), GRUPPE)
        for kode, fyld in fyldt
        if (ringe := _rings(kort.lag, kode, udsnit))
    ]


def _over_the_areas(kort: Kort, udsnit: Udsnit) -> list[Maerke]:
    """Hatching, borders of another level, and those of the areas for which alone something is known."""
    graa = farve.on_paper(farver.SKRAVERING)
    ud: list[Maerke] = [
        Streg(tuple(udsnit.point(x, y) for x, y in linje), graa, 0.5, navn="Skravering", gruppe="Skravering")
        for linje in hatching(kort)
    ]
    graenser = [(kort.graenser, kode, SORT) for kode in kort.graenser.omraade_ids] if kort.graenser else []
    graenser += [(en.lag, en.omraade_id, farver.SYMBOL) for en in kort.samlet if kort.symboler]
    for lag, kode, farven in graenser:
        if ringe := _rings(lag, kode, udsnit):
            ud.append(Flade(ringe, None, farven, GRAENSE, f"Grænse: {feature_name(lag, kode)}", GRUPPE))
    return ud


def _outline(kort: Kort, udsnit: Udsnit, koder: tuple[str, ...] | None = None) -> list[Flade]:
    """A line with a rim around the chosen areas, so that it is seen on every class, also in grey."""
    ud = []
    for farven, tykkelse in ((farver.MARKERET_RAND, RAND), (farver.MARKERET, OMRIDS)):
        for kode in outlined(kort) if koder is None else koder:
            if ringe := _rings(kort.lag, kode, udsnit):
                ud.append(Flade(ringe, None, farven, tykkelse, f"Omrids: {feature_name(kort.lag, kode)}", GRUPPE))
    return ud


def _inset(kort: Kort, indsat: Indsat) -> list[Maerke]:
    """The chosen area enlarged, or the country around it, on a ground of its own and in a frame over it all, which
    parts it from what it hides."""
    venstre, top, hoejre, bund = indsat.ramme
    maal, ids = (venstre, top, hoejre - venstre, bund - top), in_the_inset(kort)
    grund = Boks(*maal, HVID, navn="Udsnittets bund", gruppe=GRUPPE)
    ramme = Boks(*maal, None, SORT, INDSATRAMME, navn="Ramme", gruppe=GRUPPE)
    omrids = _outline(kort, indsat.udsnit, outlined_in_the_inset(kort))
    return [grund, *_areas(kort, indsat.udsnit, ids), *omrids, ramme]


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


def _words(kort: Kort, flade: Kortflade, stoerst: float) -> tuple[Paaskrift, float]:
    """The words in the largest type at which all names find room, and that type."""
    stoerrelse = min(stoerst, STOERST)
    if len(kort.lag.omraade_ids) > MANGE_NAVNE and kort.navne is None:
        stoerrelse = min(stoerrelse, STOERRELSE_AF_MANGE)
        return place_words(kort, flade, Skrivemaade(stoerrelse, width_on_paper)), stoerrelse
    while True:
        maade = Skrivemaade(stoerrelse, width_on_paper, alt_med=stoerrelse > MINDST)
        if fundet := place_words(kort, flade, maade):
            return fundet, stoerrelse
        stoerrelse = max(stoerrelse - 0.5, MINDST)


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


def _circle(en: Cirkel, stoerrelse: float) -> list[Maerke]:
    """A filled circle with a white number, or a white one with a rim for what is known of a larger area only."""
    x, y, bund = round(en.x, 2), round(en.y, 2), farver.BUND if en.aaben else farver.SYMBOL
    ud: list[Maerke] = [Prik(x, y, en.diameter, bund, navn=f"Tal: {en.ord}", gruppe=NAVNE)]
    if en.aaben:
        ud.append(Prik(x, y, en.diameter, farver.SYMBOL, aaben=True, navn=f"Rand: {en.ord}", gruppe=NAVNE))
    farven = farver.SYMBOL if en.aaben else farver.SYMBOLTEKST
    ud.append(Skrift(x, y, tekst.lines(f"<b>{en.ord}</b>"), stoerrelse, farven, "center", "middle", NAVNE))
    return ud


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
            under.append(HVID)
        if all(contrast(skrift.farve, en) >= farve.LAESELIG for en in under):
            ud.append(skrift)
            continue
        venstre, top, hoejre, bund = text_box(skrift)
        plade = Boks(venstre - 1.5, top - 0.5, hoejre - venstre + 3, bund - top + 1, HVID, daekning=0.82)
        ud += [replace(plade, navn="Bund", gruppe=NAVNE), replace(skrift, farve=SORT)]
    return ud
