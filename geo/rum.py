"""Where on a layer there is room for words: what each place of the display plane belongs to, as a fine raster.

Asking shapes would take longer than drawing the map: a map of all kommuner tries some ten thousand boxes.
"""

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import shapely
from PIL import Image, ImageDraw

from geo.kortlag import Kortlag, frame_box, shapes_of
from geo.visning import Box, centre

CELL = 0.02  # display units, 1 km: about a pixel and a half of a map 600 px tall
SLACK = 0.2  # of a cell that a box may reach into without having it
SPOTS = 90  # places in an area that are weighed against each other
SEA = 0
BEYOND = 3.0  # display units of sea around the layer, for surfaces of other proportions


@dataclass(frozen=True, eq=False)
class Summer:
    """How many cells are marked, counted from the lower left corner of the part of a raster where any are, so that a
    box of any size costs four look-ups. `x`, `y` are that corner's numbers."""

    x: int
    y: int
    antal: np.ndarray

    def inside(self, celler: np.ndarray) -> np.ndarray:
        """The marked cells in each box of cells (n, 4: first column and row, and those after the last)."""
        oeverst, yderst = self.antal.shape[0] - 1, self.antal.shape[1] - 1
        indenfor = np.maximum(celler - (self.x, self.y, self.x, self.y), 0)
        venstre, nede, hoejre, oppe = np.minimum(indenfor, (yderst, oeverst, yderst, oeverst)).T
        return (
            self.antal[oppe, hoejre] - self.antal[nede, hoejre] - self.antal[oppe, venstre] + self.antal[nede, venstre]
        )


def sums(maerket: np.ndarray) -> Summer:
    """The counts of a raster of marks."""
    raekker, kolonner = np.nonzero(maerket.any(axis=1))[0], np.nonzero(maerket.any(axis=0))[0]
    if not len(raekker):
        return Summer(0, 0, np.zeros((1, 1), dtype=np.int32))
    x, y = int(kolonner[0]), int(raekker[0])
    del_ = maerket[y : raekker[-1] + 1, x : kolonner[-1] + 1]
    antal = np.zeros((del_.shape[0] + 1, del_.shape[1] + 1), dtype=np.int32)
    antal[1:, 1:] = del_.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)
    return Summer(x, y, antal)


@dataclass(frozen=True, eq=False)
class Rum:
    """What a layer's cells belong to, rows from the south: SEA, or the number of a feature in `numre`.

    `hjoerne` is the lower left corner in display units. `pladser` are each feature's places for words (n, 2), the best
    first: an area's own island in an inset is none of them. `rammer` are the insets' frames.
    """

    hjoerne: tuple[float, float]
    celler: np.ndarray
    numre: dict[str, int]
    pladser: dict[str, np.ndarray]
    rammer: tuple[Box, ...]
    _summer: dict[str | None, "Summer"] = field(default_factory=dict)

    def foreign(self, feature: str | None, bokse: np.ndarray) -> np.ndarray:
        """The share of each box (n, 4: xmin, ymin, xmax, ymax) that is land of another feature; None for any land."""
        if not len(bokse):
            return np.zeros(0)
        alle = self._numbers(bokse)
        antal = self._land(None).inside(alle)
        if feature is not None:
            antal = antal - self._land(feature).inside(alle)
        return antal / ((alle[:, 2] - alle[:, 0]) * (alle[:, 3] - alle[:, 1]))

    def _land(self, feature: str | None) -> "Summer":
        if feature not in self._summer:
            self._summer[feature] = sums(self.celler != SEA if feature is None else self.celler == self.numre[feature])
        return self._summer[feature]

    def cells(self, boks: Box) -> np.ndarray:
        """The cells of a box."""
        [[x0, y0, x1, y1]] = self._numbers(np.array([boks]))
        return self.celler[y0:y1, x0:x1]

    def _numbers(self, bokse: np.ndarray) -> np.ndarray:
        """Boxes as the numbers of their first cells and of those after their last, those that are cut among them."""
        i_celler = (bokse - (*self.hjoerne, *self.hjoerne)) / CELL
        alle = np.empty(i_celler.shape, dtype=int)
        alle[:, :2] = np.maximum(np.floor(i_celler[:, :2] + SLACK), 0)
        alle[:, 2:] = np.maximum(np.ceil(i_celler[:, 2:] - SLACK), alle[:, :2] + 1)
        return alle


@lru_cache(maxsize=32)
def room(lag: Kortlag) -> Rum:
    """The raster of a layer and the places in its features, kept as long as the layer."""
    former = shapes_of(lag)
    xmin, ymin, xmax, ymax = lag.udsnit
    hjoerne = (xmin - BEYOND, ymin - BEYOND)
    stoerrelse = [int(np.ceil((side + 2 * BEYOND) / CELL)) for side in (xmax - xmin, ymax - ymin)]
    billede = Image.new("I", stoerrelse, SEA)
    pen = ImageDraw.Draw(billede)
    numre = {feature: nr for nr, feature in enumerate(former, 1)}
    dele = [(del_, numre[feature]) for feature, form in former.items() for del_ in shapely.get_parts(form)]
    # the small ones last: an area in the hole of another is drawn over it
    for del_, nr in sorted(dele, key=lambda en: -en[0].area):
        ring = (shapely.get_coordinates(del_.exterior) - hjoerne) / CELL - 0.5
        pen.polygon([tuple(punkt) for punkt in ring.tolist()], fill=nr)
    celler = np.asarray(billede, dtype=np.int16)
    rammer = [frame_box(ramme) for ramme in lag.rammer]
    pladser = {
        feature: _spots(feature, form, celler, nr, hjoerne, [] if feature in lag.forstoerrede else rammer)
        for (feature, form), nr in zip(former.items(), numre.values(), strict=True)
    }
    return Rum(hjoerne, celler, numre, pladser, tuple(rammer))


def _spots(feature: str, form, celler: np.ndarray, nr: int, hjoerne, rammer: list[Box]) -> np.ndarray:
    """Places in a feature, nearest to its middle first; the middle itself is the first."""
    dele = [en for en in shapely.get_parts(form) if not any(shapely.box(*boks).intersects(en) for boks in rammer)]
    if not dele:
        dele = list(shapely.get_parts(form))
    midte = centre(shapely.multipolygons(dele))
    xmin, ymin, xmax, ymax = shapely.bounds(shapely.multipolygons(dele))
    x0, y0 = (max(int((mindst - kant) / CELL), 0) for mindst, kant in zip((xmin, ymin), hjoerne, strict=True))
    x1, y1 = (int((stoerst - kant) / CELL) + 1 for stoerst, kant in zip((xmax, ymax), hjoerne, strict=True))
    spring = max(1, round(np.sqrt((celler[y0:y1, x0:x1] == nr).sum() / SPOTS)))
    raekker, kolonner = np.nonzero(celler[y0:y1:spring, x0:x1:spring] == nr)
    steder = (np.c_[kolonner * spring + x0, raekker * spring + y0] + 0.5) * CELL + hjoerne
    afstand = np.linalg.norm(steder - midte, axis=1)
    return np.vstack([midte, steder[np.argsort(afstand, kind="stable")]]).round(4)
