"""Panels that stand beside each other, for a surface that has no room for them."""

from dataclasses import replace

from views.figur.model import Aksefigur, Kategorier

# Two find room on a phone; of three, the headings of one would stand in the next.
FLEST_VED_SIDEN = 2
# Of the width: the rest is for the words at the longest bar.
BREDDE = 0.8


def stacked(figur: Aksefigur) -> Aksefigur:
    """The panels of a figure below each other, each with its names, when more of them stand in one row than a phone has
    room for; else the figure as it is. Lines and remarks are about the first panel, which stays the first."""
    pladser = [rude.plads for rude in figur.ruder]
    if len(pladser) <= FLEST_VED_SIDEN or None in pladser or len({plads[2:] for plads in pladser}) > 1:
        return figur
    _, _, top, bund = figur.margen
    hver = figur.hoejde - bund
    # the heading of the first has the margin above it, that of each other one as much of the surface
    flade = len(pladser) * hver - top
    ruder = []
    for nr, rude in enumerate(figur.ruder):
        y1 = 1 - nr * hver / flade
        y = replace(rude.y, vises=True) if isinstance(rude.y, Kategorier) else rude.y
        ruder.append(replace(rude, y=y, plads=(0.0, BREDDE, max(0.0, y1 - (hver - top) / flade), y1)))
    return replace(figur, ruder=tuple(ruder), hoejde=len(pladser) * hver + bund)
