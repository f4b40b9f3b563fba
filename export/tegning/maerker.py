"""A drawing as marks that know nothing of the file they end in: areas, boxes, dots, lines and words.

All lengths are points (1/72 inch), x to the right and y downwards from the upper left corner. Colours are "#rrggbb".
"""

from dataclasses import dataclass

from views.figur.farver import SORT

Punkt = tuple[float, float]


@dataclass(frozen=True)
class Loeb:
    """A piece of text that looks the same throughout."""

    tekst: str
    fed: bool = False


Linje = tuple[Loeb, ...]


@dataclass(frozen=True)
class Flade:
    """A filled shape of closed rings (holes too: the even-odd rule). `fyld` and `kant` None: nothing is drawn there."""

    ringe: tuple[tuple[Punkt, ...], ...]
    fyld: str | None
    kant: str | None = None
    tykkelse: float = 0.5
    navn: str = ""
    gruppe: str = ""


@dataclass(frozen=True)
class Boks:
    """A rectangle; hatched where it stands for a forecast. `daekning` is its opacity."""

    x: float
    y: float
    bredde: float
    hoejde: float
    fyld: str | None
    kant: str | None = None
    tykkelse: float = 0.5
    skraveret: bool = False
    daekning: float = 1.0
    navn: str = ""
    gruppe: str = ""


@dataclass(frozen=True)
class Prik:
    """A circle or diamond around a middle; open ones have an edge only."""

    x: float
    y: float
    diameter: float
    farve: str
    rude: bool = False
    aaben: bool = False
    navn: str = ""
    gruppe: str = ""


@dataclass(frozen=True)
class Streg:
    """A line through two or more points."""

    punkter: tuple[Punkt, ...]
    farve: str
    tykkelse: float = 1.0
    stiplet: bool = False
    navn: str = ""
    gruppe: str = ""


@dataclass(frozen=True)
class Skrift:
    """Lines of text around an anchor: `vandret` left, center, right; `lodret` top, middle, bottom."""

    x: float
    y: float
    linjer: tuple[Linje, ...]
    stoerrelse: float
    farve: str = SORT
    vandret: str = "left"
    lodret: str = "middle"
    gruppe: str = ""

    @property
    def text(self) -> str:
        """The words without their looks."""
        return " ".join("".join(loeb.tekst for loeb in linje) for linje in self.linjer)


Maerke = Flade | Boks | Prik | Streg | Skrift


@dataclass(frozen=True)
class Tegning:
    """Marks on a surface, the first at the bottom."""

    bredde: float
    hoejde: float
    maerker: tuple[Maerke, ...]
