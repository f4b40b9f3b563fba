"""Names at the points of a scatter, as many as fit without touching each other: the chosen first, then the outermost.

All lengths are pixels of the smallest plot that a computer shows; on a larger one there is only more room. The rest of
the names stand in the hover text.
"""

from dataclasses import dataclass

from geo.pladser import Plads, first_free
from geo.tekstbredde import text_width
from geo.visning import Box
from views.figur.model import OVER, TIL_HOEJRE, TIL_VENSTRE, UNDER, Ord, Punkter

BREDDE, HOEJDE = 560, 380
TEKST, LINJE = 12, 17
LUFT = 8  # from the middle of a point to its name
PUNKT = 7
FLEST = 18
SMALLEST_SPAN = 1e-9
# Where a name stands, and where the box begins as a share of its width and height
PLACERINGER = {
    TIL_HOEJRE: (0.0, -0.5),
    TIL_VENSTRE: (-1.0, -0.5),
    OVER: (-0.5, 0.0),
    UNDER: (-0.5, -1.0),
}

Midte = tuple[float, float] | None


@dataclass(frozen=True)
class Punkt:
    """A point with its name; a chosen one is always named."""

    navn: str
    x: float
    y: float
    er_valgt: bool


def axis_ranges(punkter: list[Punkt], midte: Midte = None) -> tuple[list[float], list[float]]:
    """The x and y range that show all points, and what they are held against, with room around them."""
    xs, ys = [en.x for en in punkter], [0.0, *(en.y for en in punkter)]
    if midte is not None:
        xs, ys = [*xs, midte[0]], [*ys, midte[1]]
    # values that differ by less than can be written are one value
    bredde, hoejde = (en if en > SMALLEST_SPAN else 1.0 for en in (max(xs) - min(xs), max(ys)))
    return [min(xs) - 0.06 * bredde, max(xs) + 0.06 * bredde], [-0.06 * hoejde, 1.12 * hoejde]


def place_names(punkter: list[Punkt], midte: Midte = None, taget: tuple[Box, ...] = ()) -> list[Punkter]:
    """Series of words: the chosen names, and apart from them those that a phone leaves out.

    `midte` is what the points are held against: the farther from it, the sooner a name is given a place. `taget` are
    boxes to stay out of, as shares of the plot (x0, y0, x1, y1).
    """
    if not punkter:
        return []
    plads = _pixels(punkter, midte)
    midtpunkt = _middle(punkter, midte)
    afstand = [(x - midtpunkt[0]) ** 2 + (y - midtpunkt[1]) ** 2 for x, y in plads]
    raekkefoelge = sorted(
        range(len(punkter)), key=lambda nr: (not punkter[nr].er_valgt, -afstand[nr], punkter[nr].navn)
    )
    optaget = [(x0 * BREDDE, y0 * HOEJDE, x1 * BREDDE, y1 * HOEJDE) for x0, y0, x1, y1 in taget]
    optaget += [_around(en) for en in plads]
    placeret: dict[int, str] = {}
    for nr in raekkefoelge:
        if len(placeret) >= FLEST:
            break
        fri = _free(punkter[nr].navn, plads[nr], optaget)
        if fri is None and punkter[nr].er_valgt:
            fri = (TIL_HOEJRE, _box(punkter[nr].navn, plads[nr], TIL_HOEJRE))
        if fri is not None:
            placeret[nr], boks = fri
            optaget.append(boks)
    valgte = [nr for nr in placeret if punkter[nr].er_valgt]
    andre = [nr for nr in placeret if not punkter[nr].er_valgt]
    return [
        _words([punkter[nr] for nr in del_], [placeret[nr] for nr in del_], navne)
        for del_, navne in ((valgte, False), (andre, True))
        if del_
    ]


def _pixels(punkter: list[Punkt], midte: Midte) -> list[tuple[float, float]]:
    """Where the points are in the plot, from its lower left."""
    (x0, x1), (y0, y1) = axis_ranges(punkter, midte)
    return [(BREDDE * (en.x - x0) / (x1 - x0), HOEJDE * (en.y - y0) / (y1 - y0)) for en in punkter]


def _middle(punkter: list[Punkt], midte: Midte) -> tuple[float, float]:
    if midte is None:
        return (BREDDE / 2, HOEJDE / 2)
    return _pixels([*punkter, Punkt("", *midte, False)], midte)[-1]


def _around(plads: tuple[float, float]) -> Box:
    return (plads[0] - PUNKT, plads[1] - PUNKT, plads[0] + PUNKT, plads[1] + PUNKT)


def _box(navn: str, plads: tuple[float, float], placering: str) -> Box:
    bredde = text_width(navn, TEKST)
    dx, dy = PLACERINGER[placering]
    x = plads[0] + dx * bredde + (LUFT if dx == 0 else -LUFT if dx == -1 else 0)
    y = plads[1] + dy * LINJE + (LUFT if dy == 0 else -LUFT if dy == -1 else 0)
    return (x, y, x + bredde, y + LINJE)


def _free(navn: str, plads: tuple[float, float], optaget: list[Box]) -> tuple[str, Box] | None:
    """The first place for a name that touches nothing and stays inside the plot; its own point does not count."""
    eget = _around(plads)
    pladser = (Plads(_box(navn, plads, placering), hvad=placering) for placering in PLACERINGER)
    fri = first_free(pladser, (0, 0, BREDDE, HOEJDE), [en for en in optaget if en != eget])
    return fri and (fri.hvad, fri.boks)


def _words(punkter: list[Punkt], pladser: list[str], navne: bool) -> Punkter:
    """Names at places where another series draws the points; the room around keeps them off."""
    ord_ = Ord(tuple(en.navn for en in punkter), tuple(pladser), navne=navne)
    x, y = tuple(en.x for en in punkter), tuple(en.y for en in punkter)
    return Punkter("", x, y, form="", ord=ord_, afstand=2 * PUNKT)
