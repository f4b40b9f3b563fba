"""A map laid out on a surface of a known size: which part of the plane is seen, and the inset in a free corner.

Lengths are the surface's pixels or points, y downwards.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from geo.kortlag import Kortlag, caption_box, frame_box
from geo.pladser import touch
from geo.rum import room
from geo.visning import Box
from views.figur.landkort import Udsnit, shown_box, shown_frames
from views.figur.model import Kort

# The longer side of the inset against the surface's shorter one, the largest first; the air around it, and from one
# place that is tried to the next.
SIZES, AIR, STEP = (0.4, 0.36, 0.32, 0.28, 0.24, 0.2, 0.17), 6, 10
CAPTION_ROOM = 1.6  # type sizes above the frame of an inset
# An inset that shows an area hardly larger than the map does tells nothing.
LEAST_GAIN = 1.3


@dataclass(frozen=True)
class Indsat:
    """The inset: its frame on the surface, and what stands in it."""

    ramme: Box
    udsnit: Udsnit


@dataclass(frozen=True)
class Kortflade:
    """The map's own part of the plane, the room for words, and the inset if there is one."""

    udsnit: Udsnit
    rum: Box
    indsat: Indsat | None = None


def filling(kort: Kort, bredde: float, hoejde: float, px: float) -> Kortflade:
    """The map whole in the middle of a surface of that size, with sea to the edges and room at the top for the captions
    of insets, in words of `px`."""
    xmin, ymin, xmax, ymax = shown_box(kort)
    maal = min(bredde / (xmax - xmin), hoejde / (ymax - ymin))
    over = max((en.tekst_y for en in shown_frames(kort)), default=ymin)
    mangler = max(CAPTION_ROOM * px - (ymax - over) * maal, 0)
    ymax += min(mangler, hoejde / 4) / maal
    maal = min(bredde / (xmax - xmin), hoejde / (ymax - ymin))
    mere_x, mere_y = (bredde / maal - (xmax - xmin)) / 2, (hoejde / maal - (ymax - ymin)) / 2
    udsnit = Udsnit((xmin - mere_x, ymin - mere_y, xmax + mere_x, ymax + mere_y), maal)
    rum = (0.0, 0.0, bredde, hoejde)
    return Kortflade(udsnit, rum, inset(kort, udsnit, rum))


def inset(kort: Kort, udsnit: Udsnit, rum: Box) -> Indsat | None:
    """The inset in the corner where it covers nothing, as large as can be; None when it would show nothing new or has
    no room."""
    if kort.indsat is None:
        return None
    return _of_the_country(kort.lag, kort.indsat, udsnit, rum) if kort.udsnit is None else _placed(kort, udsnit, rum)


@lru_cache(maxsize=512)  # the same of every indicator
def _of_the_country(lag: Kortlag, indsat: Box, udsnit: Udsnit, rum: Box) -> Indsat | None:
    return _placed(Kort(lag, (), {}, "", indsat=indsat), udsnit, rum)


def _placed(kort: Kort, udsnit: Udsnit, rum: Box) -> Indsat | None:
    xmin, ymin, xmax, ymax = kort.indsat
    taget = [udsnit.box(of(ramme)) for ramme in shown_frames(kort) for of in (frame_box, caption_box)]
    for andel in SIZES:
        side = andel * min(rum[2] - rum[0], rum[3] - rum[1])
        maal = side / max(xmax - xmin, ymax - ymin)
        if kort.udsnit is None and maal < LEAST_GAIN * udsnit.maal:
            return None
        bredde, hoejde = (xmax - xmin) * maal, (ymax - ymin) * maal
        steder = _places(rum, bredde, hoejde)
        bokse = np.hstack([steder, steder + [bredde, hoejde]])
        for boks in bokse[~_covers(kort, udsnit, bokse)].tolist():
            if not any(touch(tuple(boks), en) for en in taget):
                return Indsat(tuple(boks), Udsnit(kort.indsat, maal, boks[0], boks[1]))
    return None


def _places(rum: Box, bredde: float, hoejde: float) -> np.ndarray:
    """Upper left corners (n, 2) of places at the surface's edges and within, those nearest to a corner first."""
    x, y = (np.arange(rum[nr] + AIR, rum[nr + 2] - AIR - side + 0.01, STEP) for nr, side in ((0, bredde), (1, hoejde)))
    if not len(x) or not len(y):
        return np.zeros((0, 2))
    alle = np.stack(np.meshgrid(x, y, indexing="ij"), axis=-1).reshape(-1, 2)
    til_kant = [np.minimum(alle[:, nr] - led[0], led[-1] - alle[:, nr]) for nr, led in ((0, x), (1, y))]
    return alle[np.argsort(til_kant[0] + til_kant[1], kind="stable")]


def _covers(kort: Kort, udsnit: Udsnit, bokse: np.ndarray) -> np.ndarray:
    """Which boxes cover land? On an enlarged map the land around what it is about may be covered."""
    rummet, i_enheder = room(kort.lag), udsnit.units(bokse)
    if kort.udsnit is None:
        return rummet.foreign(None, i_enheder) > 0
    emnet = [rummet.numre[en] for en in (kort.navne or kort.lag.omraade_ids)]
    return np.array([bool(np.isin(rummet.cells(tuple(en)), emnet).any()) for en in i_enheder], dtype=bool)
