"""The words of a map on a surface of a known size: on their own area or the sea beside it, never on a neighbour, and
none over another. Who finds no room is written shorter, or not at all.

Lengths are the surface's pixels or points, y downwards.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

import numpy as np

from geo.kortlag import Kortlag, frame_box
from geo.pladser import touch
from geo.rum import Rum, room
from geo.visning import Box
from views.figur.kortflade import Kortflade
from views.figur.landkort import Kortnavn, Udsnit, names_on, shown_frames
from views.figur.model import Kort, Samlet

LINE, AIR = 1.25, 0.3  # in type sizes: the height of a line, and the air beside words
CAPTION = 0.3  # a caption stands so much above its frame
CIRCLE, IN_CIRCLE, BESIDE = 1.9, 1.0, 0.4  # the least diameter, the air about a number in it, and from it to words
# So much of a box may be land of another: a corner, which no letter reaches.
TOLERATED = 0.02
ON_LAND = 0.55  # the share of words that must be on their area for them to have its colours
# What it costs, in squared type sizes, to stand away from the middle, on another line, or as the value alone.
AWAY, A_LINE, ONLY_THE_VALUE = 0.3, 0.4, 40.0
LETTERS = 14  # of a line of words about a larger area
OVER_LAND, OVER_WORDS = 1e4, 1e6  # what it costs in pixels
KEPT = 4000  # of what was found out about the places of words, some 5 kB each
STEP = 0.8  # type sizes between the places in the water that are tried


@dataclass(frozen=True)
class Skrevet:
    """Words around a place: `placering` is where they stand seen from it ("middle center", "top center", "middle
    right"). farve: of the words, None for the page's own; bund: what they stand on, "" for the page."""

    ord: str
    x: float
    y: float
    placering: str = "middle center"
    farve: str | None = None
    bund: str = ""

    def box(self, px: float, bredde: float) -> Box:
        """The box that the words take up with a little air, at a type size and of a width."""
        b, h = bredde + AIR * px, (self.ord.count("<br>") + 1) * LINE * px
        lodret, vandret = self.placering.split(" ")
        venstre = {"left": self.x - b, "right": self.x, "center": self.x - b / 2}[vandret]
        top = {"top": self.y - h, "bottom": self.y, "middle": self.y - h / 2}[lodret]
        return (venstre, top, venstre + b, top + h)


@dataclass(frozen=True)
class Cirkel:
    """A circle with a number in it; `omraade_id` is whose. aaben: of a larger area, whose parts are not known."""

    omraade_id: str
    ord: str
    x: float
    y: float
    diameter: float
    aaben: bool = False


@dataclass(frozen=True)
class Skrivemaade:
    """How names are written: the type size, how wide words are in it, and whether all must be there in full."""

    px: float
    bredde: Callable[[str, float], float]
    alt_med: bool = False


@dataclass(frozen=True)
class Paaskrift:
    """All that is written on a map."""

    rammenavne: tuple[Skrevet, ...]
    navne: tuple[Skrevet, ...]
    cirkler: tuple[Cirkel, ...] = ()


@dataclass
class _Lagt:
    """Boxes that are taken, and what of the surface is free."""

    flade: Kortflade
    rummet: Rum
    rammer: list[Box]  # of the insets that are shown
    bokse: list[Box] = field(default_factory=list)

    def room_of(self, feature: str) -> tuple[Box, list[Box]]:
        """Where a feature's words may stand: what lies in an inset stays in its frame, and all else out of it."""
        x, y = self.flade.udsnit.point(*self.rummet.pladser[feature][0].tolist())
        for ramme in self.rammer:
            if ramme[0] <= x <= ramme[2] and ramme[1] <= y <= ramme[3]:
                return ramme, []
        return self.flade.rum, self.rammer

    def free(self, bokse: np.ndarray, rum: Box, taget: list[Box]) -> np.ndarray:
        """Which boxes (n, 4) are in the room and touch nothing."""
        venstre, top, hoejre, bund = bokse.T
        ud = (venstre >= rum[0]) & (top >= rum[1]) & (hoejre <= rum[2]) & (bund <= rum[3])
        omkring = (venstre.min(), top.min(), hoejre.max(), bund.max())
        for en in (*self.bokse, *taget):
            if touch(en, omkring):
                ud &= (venstre >= en[2]) | (hoejre <= en[0]) | (top >= en[3]) | (bund <= en[1])
        return ud


def place_words(kort: Kort, flade: Kortflade, maade: Skrivemaade) -> Paaskrift | None:
    """The captions, names, values and circles of a map, each where it belongs. None when all must be there in full and
    are not."""
    rammenavne = [
        Skrevet(en.navn, x, y - CAPTION * maade.px, "top center")
        for en in shown_frames(kort)
        for x, y in [flade.udsnit.point(en.tekst_x, en.tekst_y)]
    ]
    lagt = _Lagt(flade, room(kort.lag), [flade.udsnit.box(frame_box(en)) for en in shown_frames(kort)])
    lagt.bokse += [en.box(maade.px, maade.bredde(en.ord, maade.px)) for en in rammenavne]
    if flade.indsat:
        lagt.bokse.append(flade.indsat.ramme)
    diameter = _diameter(kort, maade)
    navne, cirkler = [], []
    alle = names_on(kort)
    for navn in alle if not kort.symboler else [en for en in alle if en.vaerdi]:
        skrevet, cirkel = _placed(kort, navn, lagt, maade, diameter)
        if maade.alt_med and skrevet is None and navn.feature == navn.omraade_id:
            return None
        navne += [skrevet] if skrevet else []
        cirkler += [cirkel] if cirkel else []
    for samlet in kort.samlet:
        cirkel, skrevet = _in_the_water(samlet, lagt, maade)
        cirkler.append(cirkel)
        navne.append(skrevet)
    for navn in [en for en in alle if not en.vaerdi] if kort.symboler else []:
        skrevet, _ = _placed(kort, navn, lagt, maade, diameter)
        navne += [skrevet] if skrevet else []
    return Paaskrift(tuple(rammenavne), tuple(navne), tuple(cirkler))


def _diameter(kort: Kort, maade: Skrivemaade) -> float:
    """One size for all circles of a map, for their size tells nothing; 0 when values are written without."""
    if not kort.symboler:
        return 0.0
    bredest = max((maade.bredde(f"<b>{en}</b>", maade.px) for en in kort.vaerdier.values()), default=0)
    return max(bredest + IN_CIRCLE * maade.px, CIRCLE * maade.px)


def _placed(kort: Kort, navn: Kortnavn, lagt: _Lagt, maade: Skrivemaade, diameter: float):
    """The words of a name and its circle where they find room; the circle is always there."""
    rum, taget = lagt.room_of(navn.feature)
    udsnit = lagt.flade.udsnit
    i_cirkel = diameter if navn.vaerdi else 0.0
    bedst, billigst = None, np.inf
    for ord_, pris in _forms(navn, maade, bool(i_cirkel)):
        if pris >= billigst:
            break
        steder = _spots(kort.lag, navn.feature, udsnit, *_size(ord_, maade, i_cirkel), i_cirkel)
        fri = lagt.free(steder.bokse, rum, taget) & steder.hjemme
        if fri.any():
            nr = int(fri.argmax())
            pris += AWAY * float(steder.vaek[nr]) / maade.px**2
            if pris < billigst:
                bedst, billigst = (ord_, steder.bokse[nr], bool(steder.paa_land[nr])), pris
    if bedst is None and i_cirkel:
        # too small an area, with nowhere else to tell its number
        midter = udsnit.points(lagt.rummet.pladser[navn.feature])
        bokse = np.hstack([midter - i_cirkel / 2, midter + i_cirkel / 2])
        fri = lagt.free(bokse, rum, taget)
        bedst = ("", bokse[int(fri.argmax())], True) if fri.any() else None
    if bedst is None:
        return None, None
    ord_, boks, paa_land = bedst
    lagt.bokse.append(tuple(boks.tolist()))
    return _words(navn, ord_, boks, i_cirkel, paa_land), _circle(navn, boks, i_cirkel)


@dataclass(frozen=True, eq=False)
class _Steder:
    """Where words of a size may stand in a feature: their boxes (n, 4), which are on no neighbour, how far each is from
    the middle (squared), and which stand on land. Never change them: they are shared."""

    bokse: np.ndarray
    hjemme: np.ndarray
    vaek: np.ndarray
    paa_land: np.ndarray


@lru_cache(maxsize=KEPT)
def _spots(lag: Kortlag, feature: str, udsnit: Udsnit, bredde: float, hoejde: float, diameter: float) -> _Steder:
    """Of words with a circle above them. The same whatever else is on the map, so it is kept: one area after the other
    is chosen on it."""
    rummet = room(lag)
    steder = udsnit.points(rummet.pladser[feature])
    # the circle stands on the area, and the words hang below it
    over = diameter / 2 or hoejde / 2
    bokse = np.hstack([steder - (bredde / 2, over), steder + (bredde / 2, hoejde - over)])
    i_enheder = udsnit.units(bokse)
    hjemme = rummet.foreign(feature, i_enheder) <= TOLERATED
    if diameter and hoejde - diameter > 1:
        i_enheder = udsnit.units(bokse + [0, diameter, 0, 0])
        hjemme &= rummet.foreign(feature, i_enheder) <= TOLERATED
    paa_land = rummet.foreign(None, i_enheder) >= ON_LAND
    return _Steder(bokse, hjemme, ((steder - steder[0]) ** 2).sum(axis=1), paa_land)


def _words(navn: Kortnavn, ord_: str, boks: np.ndarray, diameter: float, paa_land: bool) -> Skrevet | None:
    """Words that stand more in the sea than on their area have the page's own colour."""
    if not ord_:
        return None
    x, top = float(boks[0] + boks[2]) / 2, float(boks[1] + diameter)
    farve, bund = (navn.farve, navn.bund) if paa_land and navn.farve else (None, "")
    return Skrevet(ord_, x, (top + float(boks[3])) / 2, "middle center", farve, bund)


def _circle(navn: Kortnavn, boks: np.ndarray, diameter: float) -> Cirkel | None:
    if not diameter:
        return None
    return Cirkel(navn.omraade_id, navn.vaerdi, float(boks[0] + boks[2]) / 2, float(boks[1] + diameter / 2), diameter)


def _forms(navn: Kortnavn, maade: Skrivemaade, i_cirkel: bool) -> Iterator[tuple[str, float]]:
    """The ways to write a name, the cheapest first: on one line and on several, with the value under it; and the value
    alone."""
    vaerdi = f"<b>{navn.vaerdi}</b>" if navn.vaerdi and not i_cirkel else ""
    if navn.tekst:
        for nr, tekst in enumerate(wrappings(navn.tekst)):
            yield "<br>".join(filter(None, [tekst, vaerdi])), nr * A_LINE
    # in an inset there may be no room for the name in any type
    if navn.vaerdi and not (maade.alt_med and navn.tekst and navn.feature == navn.omraade_id):
        yield vaerdi, ONLY_THE_VALUE


def wrappings(tekst: str) -> list[str]:
    """The text on one, two, three lines, each broken at the spaces that make its longest line shortest."""
    ordene = tekst.split(" ")
    ud = []
    for antal in range(min(len(ordene), 3)):
        valg = (
            [" ".join(ordene[i:j]) for i, j in zip((0, *steder), (*steder, len(ordene)))]
            for steder in combinations(range(1, len(ordene)), antal)
        )
        ud.append("<br>".join(min(valg, key=lambda linjer: max(map(len, linjer)))))
    return ud


def _size(ord_: str, maade: Skrivemaade, diameter: float) -> tuple[float, float]:
    """Width and height of words with the circle above them."""
    if not ord_:
        return diameter, diameter
    linjer = ord_.count("<br>") + 1
    return max(maade.bredde(ord_, maade.px) + AIR * maade.px, diameter), linjer * LINE * maade.px + diameter


def _in_the_water(samlet: Samlet, lagt: _Lagt, maade: Skrivemaade) -> tuple[Cirkel, Skrevet]:
    """An open circle with words beside or below it, on the sea as near to the larger area as can be."""
    px = maade.px
    diameter = max(maade.bredde(f"<b>{samlet.vaerdi}</b>", px) + IN_CIRCLE * px, CIRCLE * px)
    midte = np.array(lagt.flade.udsnit.point(*room(samlet.lag).pladser[samlet.omraade_id][0].tolist()))
    ord_ = _on_short_lines(samlet.ord)
    bredde, hoejde = maade.bredde(ord_, px) + AIR * px, (ord_.count("<br>") + 1) * LINE * px
    ved_siden = (diameter + BESIDE * px + bredde, max(diameter, hoejde))
    fundet = [_on_the_sea(lagt, side, midte, px) for side in (ved_siden, (max(diameter, bredde), diameter + hoejde))]
    under = fundet[1][1] < fundet[0][1]
    boks = fundet[under][0]
    lagt.bokse.append(boks)
    if under:
        x, y = (boks[0] + boks[2]) / 2, boks[1] + diameter / 2
        skrevet = Skrevet(ord_, x, (boks[1] + diameter + boks[3]) / 2)
    else:
        x, y = boks[0] + diameter / 2, (boks[1] + boks[3]) / 2
        skrevet = Skrevet(ord_, boks[0] + diameter + BESIDE * px, y, "middle right")
    return Cirkel(samlet.omraade_id, samlet.vaerdi, x, y, diameter, True), skrevet


def _on_the_sea(lagt: _Lagt, maal: tuple[float, float], midte: np.ndarray, px: float) -> tuple[Box, float]:
    """The free box of that size nearest to a point, and how far it is; better over land than not told."""
    udsnit, rum = lagt.flade.udsnit, lagt.flade.rum
    x, y = (np.arange(rum[nr], rum[nr + 2] - maal[nr], STEP * px) for nr in (0, 1))
    hjoerner = np.stack(np.meshgrid(x, y, indexing="ij"), axis=-1).reshape(-1, 2)
    bokse = np.hstack([hjoerner, hjoerner + maal])
    afstand = np.linalg.norm(hjoerner + np.array(maal) / 2 - midte, axis=1)
    fri = lagt.free(bokse, rum, [udsnit.box(ramme) for ramme in lagt.rummet.rammer])
    paa_land = lagt.rummet.foreign(None, udsnit.units(bokse)) > 0
    pris = afstand + np.where(fri, 0, OVER_WORDS) + np.where(paa_land, OVER_LAND, 0)
    nr = int(pris.argmin())
    return tuple(bokse[nr].tolist()), float(pris[nr])


def _on_short_lines(ord_: str) -> str:
    linjer = [""]
    for en in ord_.split(" "):
        if len(linjer[-1]) + len(en) > LETTERS and linjer[-1]:
            linjer.append(en)
        else:
            linjer[-1] = f"{linjer[-1]} {en}".strip()
    return "<br>".join(linjer)


def in_units(ord_: Skrevet, udsnit: Udsnit) -> Skrevet:
    """Words on the surface back in display units."""
    return Skrevet(ord_.ord, *udsnit.unit(ord_.x, ord_.y), ord_.placering, ord_.farve, ord_.bund)
