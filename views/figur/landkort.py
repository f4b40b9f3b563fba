"""What there is to see on a map, whoever draws it: its box, its insets, the outlined areas, hatching, and its names."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely

from geo import niveauer
from geo.kortlag import Kortlag, Ramme, frame_box, shapes_of
from geo.visning import Box
from views.figur.model import Kort

KENDT_TAL = "Kendt tal"  # what the legend says of circles
HATCHING = 0.16  # display units between two lines of hatching


@dataclass(frozen=True)
class Udsnit:
    """The part of the display plane that is drawn, and where on a surface: `maal` pixels or points a unit, and where
    the upper left corner is."""

    boks: Box
    maal: float
    venstre: float = 0.0
    top: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Display units to a place on the surface, downwards from its upper left corner."""
        return (
            round(self.venstre + (x - self.boks[0]) * self.maal, 2),
            round(self.top + (self.boks[3] - y) * self.maal, 2),
        )

    def points(self, steder: np.ndarray) -> np.ndarray:
        """Places (n, 2) in display units on the surface."""
        x, y = steder.T
        return np.stack(
            [self.venstre + (x - self.boks[0]) * self.maal, self.top + (self.boks[3] - y) * self.maal], axis=1
        )

    def unit(self, x: float, y: float) -> tuple[float, float]:
        """A place on the surface to display units."""
        return (self.boks[0] + (x - self.venstre) / self.maal, self.boks[3] - (y - self.top) / self.maal)

    def units(self, bokse: np.ndarray) -> np.ndarray:
        """Boxes (n, 4) on the surface to display units, lower left corner first."""
        venstre, top, hoejre, bund = bokse.T
        xmin, ymin = self.unit(venstre, bund)
        xmax, ymax = self.unit(hoejre, top)
        return np.stack([xmin, ymin, xmax, ymax], axis=1)

    def box(self, boks: Box) -> Box:
        """A box of display units on the surface: left, top, right, bottom."""
        return (*self.point(boks[0], boks[3]), *self.point(boks[2], boks[1]))


@dataclass(frozen=True)
class Kortnavn:
    """A name on the map and its value ("" for none), which belong on a feature of the layer: the area, or its enlarged
    copy. farve: of the words there, None for the page's own. bund: the colour they stand on."""

    omraade_id: str
    feature: str
    tekst: str
    vaerdi: str
    farve: str | None
    bund: str


def shown_box(kort: Kort) -> Box:
    """The part of the display plane that is shown."""
    return kort.lag.udsnit if kort.udsnit is None else kort.udsnit


def shown_frames(kort: Kort) -> list[Ramme]:
    """The frames of the insets that can be seen whole."""
    return [ramme for ramme in kort.lag.rammer if kort.udsnit is None or _is_inside(ramme, kort.udsnit)]


def copies(kort: Kort, omraade_ids) -> tuple[str, ...]:
    """The enlarged copies of some areas that can be seen: those of the inset, which an enlarged map leaves out."""
    if kort.udsnit is not None:
        return ()
    valgte = set(omraade_ids)
    return tuple(kopi for kopi, omraade in kort.lag.forstoerrede.items() if omraade in valgte)


def outlined(kort: Kort) -> tuple[str, ...]:
    """The chosen areas and their enlarged copies."""
    return (*kort.valgte, *copies(kort, kort.valgte)) if kort.valgte else ()


def in_the_inset(kort: Kort) -> tuple[str, ...]:
    """The areas that the chosen area's inset shows some of."""
    return _areas_in(kort.lag, kort.indsat)


@lru_cache(maxsize=256)
def _areas_in(lag: Kortlag, boks: Box) -> tuple[str, ...]:
    omkring = shapely.box(*boks)
    return tuple(en for en in lag.omraade_ids if omkring.intersects(shapely.box(*lag.udsnit_pr_omraade[en])))


def outlined_in_the_inset(kort: Kort) -> tuple[str, ...]:
    """The areas that the inset points at: the chosen ones, or on an enlarged map all that it is about."""
    return tuple(kort.navne or ()) if kort.udsnit is not None else kort.valgte


def names_on(kort: Kort) -> list[Kortnavn]:
    """The names that may be written, who comes first has the better places: the chosen, the highest classes, and last
    those without a value."""
    rang = {omraade: nr for nr, klasse in enumerate(kort.klasser) for omraade in klasse.omraade_ids}
    kopier = {} if kort.udsnit is not None else {en: kopi for kopi, en in kort.lag.forstoerrede.items()}
    rammenavne = {ramme.navn for ramme in shown_frames(kort)}
    ud = []
    for omraade, navn in _names(kort).items():
        klasse, vaerdi = kort.klasser[rang[omraade]], kort.vaerdier.get(omraade, "")
        # an area that is nothing but its inset has its name above the frame
        tekst = "" if omraade in kort.lag.kun_i_ramme and navn in rammenavne else navn
        if tekst or vaerdi:
            feature = kopier.get(omraade, omraade)
            ud.append(Kortnavn(omraade, feature, tekst, vaerdi, klasse.tekstfarve, klasse.farve))
    return sorted(ud, key=lambda en: (en.omraade_id not in kort.valgte, not en.vaerdi, -rang[en.omraade_id]))


def _names(kort: Kort) -> dict[str, str]:
    if kort.navne is not None:
        return dict(kort.navne)
    omraader = niveauer.areas(kort.lag.niveau, kort.lag.struktur)
    return {omraade: en.kort_navn for omraade, en in omraader.items()}


def hatching(kort: Kort) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Lines, in display units, across the areas of hatched classes and their enlarged copies."""
    ids = [omraade for klasse in kort.klasser if klasse.skraveret for omraade in klasse.omraade_ids]
    return _hatching(kort.lag, (*ids, *copies(kort, ids))) if ids else ()


@lru_cache(maxsize=256)
def _hatching(lag: Kortlag, features: tuple[str, ...]) -> tuple[tuple[tuple[float, float], ...], ...]:
    flade = shapely.simplify(shapely.union_all([shapes_of(lag)[en] for en in features]), HATCHING / 10)
    xmin, ymin, xmax, ymax = shapely.bounds(flade)
    hoejde = ymax - ymin
    steder = np.arange(xmin - hoejde, xmax, HATCHING)
    linjer = shapely.linestrings([[(x, ymin), (x + hoejde, ymax)] for x in steder])
    dele = shapely.get_parts(shapely.intersection(linjer, flade))
    dele = [en for en in dele if en.geom_type == "LineString" and en.length > HATCHING / 4]
    return tuple(tuple((round(x, 2), round(y, 2)) for x, y in en.coords) for en in dele)


def _is_inside(ramme: Ramme, boks: Box) -> bool:
    xmin, ymin, xmax, ymax = frame_box(ramme)
    return boks[0] <= xmin and boks[1] <= ymin and xmax <= boks[2] and ymax <= boks[3]
