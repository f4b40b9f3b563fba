"""Boxes that stand clear of each other: each gets the first of its places that is free.

One placer for all words that must not cover each other, on a page, a slide or paper, in whichever unit they are given.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from geo.visning import Box


@dataclass(frozen=True, slots=True)
class Plads:
    """A place: the box that is taken up there, what it costs to stand there, and what its owner must know of it."""

    boks: Box
    pris: float = 0.0
    hvad: Any = None


Valg = Callable[[], Iterable[Plads]]
"""The places that something may have, the best first."""


def placed(valg: Sequence[Valg], rum: Box | None = None, taget: Iterable[Box] = ()) -> list[Plads | None]:
    """The place of each in turn, inside the room and clear of what is taken; None where none is free."""
    optaget, ud = list(taget), []
    for pladser in valg:
        ud.append(first_free(pladser(), rum, optaget))
        if ud[-1] is not None:
            optaget.append(ud[-1].boks)
    return ud


def first_free(pladser: Iterable[Plads], rum: Box | None, optaget: list[Box]) -> Plads | None:
    """The first place inside the room that touches nothing that is taken."""
    for plads in pladser:
        if (rum is None or inside(plads.boks, rum)) and not any(touch(plads.boks, en) for en in optaget):
            return plads
    return None


def touch(ene: Box, anden: Box) -> bool:
    """Does a box cover a part of the other?"""
    return ene[0] < anden[2] and anden[0] < ene[2] and ene[1] < anden[3] and anden[1] < ene[3]


def inside(boks: Box, rum: Box) -> bool:
    """Is all of the box in the room?"""
    return rum[0] <= boks[0] and rum[1] <= boks[1] and boks[2] <= rum[2] and boks[3] <= rum[3]
