"""The names of a map on a surface of a known size: each where it belongs, or as near as it finds room.

Lengths are the surface's pixels or points, y downwards.
"""

import heapq
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from geo.pladser import Plads, best_placed
from geo.visning import Box
from views.figur.landkort import Kortnavn, Udsnit

LINE = 1.25
AIR = 0.15
LIFT = 0.3  # large words above a point reach down to it
GAP = 0.2  # from the end of a leader to the words
# How far, in type sizes, a name may move from where it stands on the page; beside the map there is more room.
REACH = (2.0, 2.0)
REACH_BESIDE = (2.0, 9.0)
REACH_IN_FULL = (1.5, 1.5)  # smaller words are better than words far away, where both may be had
STEP = 0.25
SIDEWAYS = 1.2  # a step to the side counts as so many up or down, for names are wide
ON_ONE_LINE, ONLY_THE_VALUE, LEFT_OUT = 0.4, 12.0, 60.0
# Who comes first has the better places.
ORDERS: tuple[Callable[["Skrevet"], float], ...] = (
    lambda navn: navn.y,
    lambda navn: -navn.y,
    lambda navn: navn.x,
    lambda navn: -navn.x,
    lambda navn: len(navn.ord),
    lambda navn: -len(navn.ord),
)


@dataclass(frozen=True)
class Skrevet:
    """Words at a place: `placering` is where they stand seen from it, `pegelinje` the leader to them or ()."""

    ord: str
    x: float
    y: float
    placering: str
    pegelinje: tuple[tuple[float, float], ...] = ()
    farve: str | None = None

    def box(self, px: float, bredde: float) -> Box:
        """The box that the words take up with a little air, at a type size and of a width."""
        b, h = bredde + AIR * px, (self.ord.count("<br>") + 1) * LINE * px
        lodret, vandret = self.placering.split(" ")
        venstre = {"left": self.x - b, "right": self.x, "center": self.x - b / 2}[vandret]
        top = {"top": self.y - h, "bottom": self.y, "middle": self.y - h / 2}[lodret]
        return (venstre, top, venstre + b, top + h)


@dataclass(frozen=True)
class Skrivemaade:
    """How names are written: the type size, how wide words are in it, and whether all must be there in full."""

    px: float
    bredde: Callable[[str, float], float]
    alt_med: bool = False


def written(navn: Kortnavn) -> Skrevet:
    """The name where it belongs, in display units."""
    return Skrevet(navn.ord, navn.x, navn.y, navn.placering, navn.pegelinje, navn.farve)


def on_surface(ord_: Skrevet, udsnit: Udsnit, px: float) -> Skrevet:
    """Words in display units at their place on the surface."""
    x, y = udsnit.point(ord_.x, ord_.y)
    if ord_.placering.startswith("top"):
        y -= LIFT * px
    linje = tuple(udsnit.point(*punkt) for punkt in ord_.pegelinje)
    return Skrevet(ord_.ord, x, y, ord_.placering, linje, ord_.farve)


def in_units(ord_: Skrevet, udsnit: Udsnit) -> Skrevet:
    """Words on the surface back in display units."""
    linje = tuple(udsnit.unit(*punkt) for punkt in ord_.pegelinje)
    return Skrevet(ord_.ord, *udsnit.unit(ord_.x, ord_.y), ord_.placering, linje, ord_.farve)


def place_names(
    rammenavne: Sequence[Kortnavn], navne: Sequence[Kortnavn], udsnit: Udsnit, rum: Box, maade: Skrivemaade
) -> tuple[list[Skrevet], list[Skrevet]] | None:
    """The captions of insets and the names on the surface, all in the room and none over another.

    A name that finds no room is written on one line, else as its value alone, else not at all. None when all must be
    there in full and are not.
    """
    alle = [*rammenavne, *navne]
    hjemme = [on_surface(written(navn), udsnit, maade.px) for navn in alle]
    valg = [partial(_places, navn, hjem, maade) for navn, hjem in zip(alle, hjemme, strict=True)]
    fundet = best_placed(valg, _orders(hjemme, len(rammenavne)), rum, math.inf if maade.alt_med else LEFT_OUT)
    if fundet is None:
        return None
    staar = [plads and plads.hvad for plads in fundet]
    return [en for en in staar[: len(rammenavne)] if en], [en for en in staar[len(rammenavne) :] if en]


def _orders(hjemme: Sequence[Skrevet], rammenavne: int) -> Iterator[list[int]]:
    """Captions first, for their frames stand still; names in the water last, for they have most room to move."""
    for orden in ORDERS:
        noegle = [(nr >= rammenavne, bool(navn.pegelinje), orden(navn)) for nr, navn in enumerate(hjemme)]
        yield sorted(range(len(hjemme)), key=noegle.__getitem__)


def _places(navn: Kortnavn, hjem: Skrevet, maade: Skrivemaade) -> Iterator[Plads]:
    """The places of a name, the cheapest first: the distance in type sizes, squared, and what its form costs."""
    former = [_moved(hjem, ord_, straf, raekkevidde, maade) for ord_, straf, raekkevidde in _forms(navn, maade)]
    return heapq.merge(*former, key=lambda plads: plads.pris)


def _forms(navn: Kortnavn, maade: Skrivemaade) -> list[tuple[str, float, tuple[float, float]]]:
    """The ways to write a name, what each costs, and how far it may move: as it is, on one line, only its value."""
    raekkevidde = REACH_BESIDE if navn.pegelinje else REACH_IN_FULL if maade.alt_med else REACH
    former = [(navn.ord, 0.0, raekkevidde)]
    if navn.vaerdi and not maade.alt_med:
        if not navn.pegelinje:
            former.append((f"{navn.tekst} <b>{navn.vaerdi}</b>", ON_ONE_LINE, raekkevidde))
        former.append((f"<b>{navn.vaerdi}</b>", ONLY_THE_VALUE, (1.0, 1.0)))
    return former


def _moved(hjem: Skrevet, ord_: str, straf: float, raekkevidde, maade: Skrivemaade) -> Iterator[Plads]:
    px, bredde = maade.px, maade.bredde(ord_, maade.px)
    udad = -1 if hjem.placering.endswith("left") else 1
    for dx, dy, pris in _steps(*raekkevidde, bool(hjem.pegelinje)):
        x, y = hjem.x + dx * udad * px, hjem.y + dy * px
        linje = hjem.pegelinje and (hjem.pegelinje[0], (x - udad * GAP * px, y))
        sted = Skrevet(ord_, x, y, hjem.placering, linje, hjem.farve)
        yield Plads(sted.box(px, bredde), straf + pris, sted)


@cache
def _steps(ret_x: float, ret_y: float, kun_udad: bool) -> list[tuple[float, float, float]]:
    """Movements in type sizes and what they cost, the cheapest first."""
    antal_x, antal_y = int(ret_x / STEP), int(ret_y / STEP)
    vandret = range(0, antal_x + 1) if kun_udad else range(-antal_x, antal_x + 1)
    alle = [(i * STEP, j * STEP) for i in vandret for j in range(-antal_y, antal_y + 1)]
    return sorted(((dx, dy, dx * dx * SIDEWAYS + dy * dy) for dx, dy in alle), key=lambda skridt: skridt[2])
