"""What there is to see on a map, whoever draws it: its box, its insets, the outlined areas, and its names."""

from dataclasses import dataclass

from geo.etiketter import text_size
from geo.kortlag import Ramme
from geo.pladser import Plads, placed
from geo.visning import Box
from views.figur.model import Billede, Kort

# Room for the names in the water east of Sjælland, in display units, when the map is narrow.
NAMES_MARGIN = 0.75
# Text keeps its size when the map is enlarged: the estimates of geo.etiketter are for a map a third taller.
ZOOMED_TEXT = 1.33


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

    def unit(self, x: float, y: float) -> tuple[float, float]:
        """A place on the surface to display units."""
        return (self.boks[0] + (x - self.venstre) / self.maal, self.boks[3] - (y - self.top) / self.maal)


@dataclass(frozen=True)
class Kortnavn:
    """A name on the map, of an area or an inset, and its value ("" for none), at a place in display units.

    placering: where the words stand seen from the place, as in `geo.etiketter.Etiket`. pegelinje: the leader from the
    area to the words, () when they stand on the area. farve: of the words there, None for the page's own.
    """

    tekst: str
    vaerdi: str
    x: float
    y: float
    placering: str
    pegelinje: tuple[tuple[float, float], ...]
    farve: str | None

    @property
    def ord(self) -> str:
        """The name with its value: under it on the area, behind it in the narrow room beside."""
        if not self.vaerdi:
            return self.tekst
        return self.tekst + (" " if self.pegelinje else "<br>") + f"<b>{self.vaerdi}</b>"


def shown_picture(kort: Kort) -> Billede:
    """The picture that a map stands on: the last year of a film."""
    return kort.billeder[-1]


def shown_box(kort: Kort) -> Box:
    """The part of the display plane that is shown."""
    if kort.udsnit is not None:
        return kort.udsnit
    xmin, ymin, xmax, ymax = kort.lag.udsnit
    return (xmin, ymin, xmax + NAMES_MARGIN * any(en.pegelinje for en in kort.lag.etiketter), ymax)


def shown_frames(kort: Kort) -> list[Ramme]:
    """The frames of the insets that can be seen whole."""
    return [ramme for ramme in kort.lag.rammer if kort.udsnit is None or _is_inside(ramme, kort.udsnit)]


def captions(kort: Kort) -> list[Kortnavn]:
    """What stands above the frames of insets."""
    return [
        Kortnavn(ramme.navn, "", ramme.tekst_x, ramme.tekst_y, "top center", (), None) for ramme in shown_frames(kort)
    ]


def copies(kort: Kort, omraade_ids) -> tuple[str, ...]:
    """The enlarged copies of some areas that can be seen: those of the inset, which an enlarged map leaves out."""
    if kort.udsnit is not None:
        return ()
    valgte = set(omraade_ids)
    return tuple(kopi for kopi, omraade in kort.lag.forstoerrede.items() if omraade in valgte)


def outlined(kort: Kort) -> tuple[str, ...]:
    """The chosen areas and their enlarged copies."""
    return (*kort.valgte, *copies(kort, kort.valgte)) if kort.valgte else ()


def names_on(kort: Kort) -> list[Kortnavn]:
    """The names that are written, those with a leader last."""
    farver = {omraade: klasse.tekstfarve for klasse in shown_picture(kort).klasser for omraade in klasse.omraade_ids}
    if kort.udsnit is not None:
        return _names_in_the_box(kort, farver)
    navne = [
        Kortnavn(
            en.tekst,
            kort.vaerdier.get(en.omraade_id, ""),
            en.x,
            en.y,
            en.placering,
            en.pegelinje,
            None if en.pegelinje else farver[en.omraade_id],
        )
        for en in kort.lag.etiketter
    ]
    return sorted(navne, key=lambda en: bool(en.pegelinje))


def _names_in_the_box(kort: Kort, farver: dict[str, str | None]) -> list[Kortnavn]:
    """The names inside the enlarged box, the largest areas first, each only where it covers no other on the page; the
    others are left to the hover text."""
    lag, (xmin, ymin, xmax, ymax) = kort.lag, kort.udsnit
    maal = max((xmax - xmin) / (lag.udsnit[2] - lag.udsnit[0]), (ymax - ymin) / (lag.udsnit[3] - lag.udsnit[1]))
    navne, bokse = [], []
    for omraade in sorted(kort.navne, key=lambda en: -_size(lag.udsnit_pr_omraade[en])):
        x, y = lag.midter[omraade]
        if not (xmin < x < xmax and ymin < y < ymax):
            continue
        navn = Kortnavn(kort.navne[omraade], kort.vaerdier.get(omraade, ""), x, y, "middle center", (), farver[omraade])
        bredde, hoejde = (maal * ZOOMED_TEXT * side for side in text_size(navn.ord))
        navne.append(navn)
        bokse.append(Plads((x - bredde / 2, y - hoejde / 2, x + bredde / 2, y + hoejde / 2)))
    fundet = placed([lambda boks=boks: [boks] for boks in bokse])
    return [navn for navn, plads in zip(navne, fundet, strict=True) if plads]


def _is_inside(ramme: Ramme, boks: Box) -> bool:
    xmin, ymin, xmax, ymax = boks
    return all(xmin <= x <= xmax and ymin <= y <= ymax for x, y in ramme.linje)


def _size(boks: Box) -> float:
    return (boks[2] - boks[0]) * (boks[3] - boks[1])
