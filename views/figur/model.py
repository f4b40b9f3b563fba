"""What is drawn, in a small closed vocabulary. plotly, marks (SVG, PNG, PDF) and PowerPoint are readers of equal rank.

Words may hold <b>, <i> and <br>, and nothing else; names that people make up have been through
`views.sprog.markdown.figure_text`. A value that is None is not known: it is a gap and never zero.

Whole figures are told apart by identity, so that what a reader makes of one can be kept as long as it lives.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.kortlag import Kortlag
from views.sprog import dansk

Sted = str | int | float
"""Where something stands on an axis: a category's name, the number of a row or a year, an ISO date, or a number."""

# How bars of the same place stand: beside each other, on top of each other, or one before the other.
VED_SIDEN, STABLET, FORAN = "ved_siden", "stablet", "foran"
# Where the words of bars stand: beyond the end, in the middle, inside from the start, or inside where they fit.
VED_ENDEN, INDENI, INDENI_FRA_START, HVOR_DER_ER_PLADS = "ved_enden", "indeni", "indeni_fra_start", "hvor_der_er_plads"
# Where the words of points stand, seen from the point.
OVER, UNDER, TIL_HOEJRE, TIL_VENSTRE = "over", "under", "til_hoejre", "til_venstre"
OVER_TIL_HOEJRE, OVER_TIL_VENSTRE, UNDER_TIL_HOEJRE = "over_til_hoejre", "over_til_venstre", "under_til_hoejre"
# What a hatched bar is: something expected, or one of two outcomes that share a colour.
PROGNOSE, DELT_FARVE = "prognose", "delt_farve"
PROGNOSE_NAVN = "Prognose"  # what a legend calls the hatching of what is expected


@dataclass(frozen=True)
class Ord:
    """Words at the bars or points of a series, one for each ("" for none).

    plads and farve: one for all or one each. decimaler: set when the words are the values themselves, written with so
    many decimals. navne: they are areas' names, which the hover text has too, so a phone leaves them out.
    """

    tekster: tuple[str, ...]
    plads: str | tuple[str, ...] = VED_ENDEN
    farve: str | tuple[str, ...] = ""
    decimaler: int | None = None
    navne: bool = False


@dataclass(frozen=True)
class Soejler:
    """Bars: a value for each place. farve: one for all or one each. skraveret: "", PROGNOSE or DELT_FARVE. aaben: only
    the edge is drawn, for what is empty.

    begynder: where bars that do not begin at 0 begin: ISO dates on an axis of dates, and `vaerdier` are then their
    lengths in days; numbers on an axis of numbers.
    tykkelse: as a share of the room of a place; None lets the reader choose. forklares: is it in the legend?
    """

    navn: str
    steder: tuple[Sted, ...]
    vaerdier: tuple[float | None, ...]
    farve: str | tuple[str, ...]
    hover: tuple[str, ...] = ()
    ord: Ord | None = None
    liggende: bool = False
    skraveret: str = ""
    begynder: tuple[str, ...] | tuple[float, ...] = ()
    tykkelse: float | None = None
    forklares: bool = True
    aaben: bool = False


@dataclass(frozen=True)
class Linje:
    """A line with a mark at each known value; a value that is not known breaks it. tynd: thin and without marks, as the
    edge of a band."""

    navn: str
    steder: tuple[Sted, ...]
    vaerdier: tuple[float | None, ...]
    farve: str
    hover: tuple[str, ...] = ()
    forklares: bool = True
    tynd: bool = False


@dataclass(frozen=True)
class Punkter:
    """Marks beside bars, or a cloud of points; `form` "" is words alone. aaben: a ring, one for all or one each.

    afstand: with no mark to see, so many pixels are kept free around the place of the words.
    """

    navn: str
    x: tuple[Sted | None, ...]
    y: tuple[Sted | None, ...]
    farve: str | tuple[str, ...] = ""
    form: str = "prik"  # "prik", "rude", "streg" (upright) or ""
    aaben: bool | tuple[bool, ...] = False
    stoerrelse: int = 10
    hover: tuple[str, ...] = ()
    ord: Ord | None = None
    forklares: bool = True
    afstand: int = 0


Serie = Soejler | Linje | Punkter


@dataclass(frozen=True)
class Kategorier:
    """An axis of named places.

    navne: all places in order; () leaves it to the series. valgte: those that are chosen, written bold. skrevne: what
    is written at which place, when that is not the name of every one. fra_oven: the first stands at the top.
    """

    navne: tuple[Sted, ...] = ()
    valgte: tuple[Sted, ...] = ()
    skrevne: tuple[tuple[Sted, str], ...] = ()
    titel: str = ""
    vises: bool = True
    fra_oven: bool = False


@dataclass(frozen=True)
class Talakse:
    """An axis of numbers: from zero, or from `fra` to `til`. hele: only whole numbers are written at it. faelles: the
    panels whose axes bear the same mark share one range. nullinje: is zero a line of its own? skrives: are its numbers
    written? vises: is the axis there at all?"""

    titel: str = ""
    fra: float | None = None
    til: float | None = None
    hele: bool = False
    nullinje: bool = True
    skrives: bool = True
    vises: bool = True
    faelles: str = ""


@dataclass(frozen=True)
class Datoakse:
    """An axis of days, from one ISO date to another; None leaves it to the series. aarlig: only years are written;
    else months, or days where the time is short."""

    fra: str | None = None
    til: str | None = None
    aarlig: bool = True
    vises: bool = True


Akse = Kategorier | Talakse | Datoakse


@dataclass(frozen=True)
class Hjaelpelinje:
    """A dashed line across a panel at a number (or an ISO date) of its x or y axis, and what it says beside it.
    ved_enden: the words stand at the right or upper end of it, else at the beginning."""

    akse: str  # "x" or "y"
    ved: float | str
    ord: str
    ved_enden: bool = True


@dataclass(frozen=True)
class Note:
    """Words at a place of the first panel's axes. x None: at the left edge. lodret: written upwards from the place.
    daempet: as what is not known."""

    tekst: str
    x: Sted | None
    y: Sted
    lodret: bool = False
    daempet: bool = False
    over: bool = False  # above the bar that stands there


@dataclass(frozen=True)
class Rude:
    """A panel: its axes, what stands on them, its heading, and its place (x0, x1, y0, y1) as shares of the figure, from
    the lower left. underoverskrift: a smaller line below the heading."""

    serier: tuple[Serie, ...]
    x: Akse
    y: Akse
    overskrift: str = ""
    underoverskrift: str = ""
    plads: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, eq=False)
class Aksefigur:
    """Bars, lines and points on axes. hoejde and margen (left, right, top, bottom) are pixels on the page.

    maade: VED_SIDEN, STABLET or FORAN. forklaring: is there a legend above? prognose: does it say what hatching means?
    luft: the share of a place that is no bar.
    """

    ruder: tuple[Rude, ...]
    hoejde: int
    maade: str = VED_SIDEN
    forklaring: bool = False
    prognose: bool = False
    luft: float | None = None
    margen: tuple[int, int, int, int] = (0, 10, 8, 30)
    linjer: tuple[Hjaelpelinje, ...] = ()
    noter: tuple[Note, ...] = ()

    @property
    def raekker(self) -> tuple[Sted, ...]:
        """The names of a list that can be cut from below: a single panel of bars from the top; () for others."""
        [*andre, rude] = self.ruder
        if andre or not isinstance(rude.y, Kategorier) or not rude.y.fra_oven:
            return ()
        navne = rude.y.navne or tuple(sted for serie in rude.serier for sted in getattr(serie, "steder", ()))
        return tuple(dict.fromkeys(navne)) if all(isinstance(navn, str) for navn in navne) else ()


@dataclass(frozen=True)
class Felt:
    """A cell of a grid: its words, its colour ("" where nothing is known), and what a hover says of it besides the
    names of its row and its column."""

    tekst: str
    farve: str
    hover: str = ""


@dataclass(frozen=True, eq=False)
class Gitter:
    """A grid of coloured cells, rows from the top. valgte: the names of rows that are chosen.

    overkolonner: a word for the columns from each (column number from 0); without any, no two columns have one name.
    fulde: what each column is called by itself, when that is more than what stands above it.
    klasser: colour and words of each class of the legend. prognose: the number of the first column that is a forecast.
    """

    kolonner: tuple[str, ...]
    raekker: tuple[str, ...]
    felter: tuple[tuple[Felt, ...], ...]
    valgte: tuple[str, ...] = ()
    overkolonner: tuple[tuple[int, str], ...] = ()
    fulde: tuple[str, ...] = ()
    klasser: tuple[tuple[str, str], ...] = ()
    prognose: int | None = None


@dataclass(frozen=True)
class Knude:
    """A node of a flow: its name, its count, its colour, its column from 0, and where its middle stands in the column,
    from 0 at the top to 1."""

    navn: str
    antal: int
    farve: str
    kolonne: int
    midte: float

    @property
    def ord(self) -> str:
        """What is written at the node."""
        return f"<b>{dansk.number(self.antal)}</b> {self.navn}"


@dataclass(frozen=True)
class Baand:
    """A flow between two nodes by their numbers; drawn so that the page shows through its colour."""

    fra: int
    til: int
    antal: int
    farve: str


@dataclass(frozen=True, eq=False)
class Stroemme:
    """Columns of nodes and the flows between them, in pixels `hoejde` high on the page.

    kolonner: where each column stands, from 0 at the left to 1. luft: the share of a column's height that is gaps.
    """

    knuder: tuple[Knude, ...]
    baand: tuple[Baand, ...]
    kolonner: tuple[float, ...]
    luft: float
    hoejde: int

    def of_column(self, nummer: int) -> tuple[Knude, ...]:
        """The nodes of a column from the top."""
        return tuple(knude for knude in self.knuder if knude.kolonne == nummer)

    @property
    def tallest(self) -> int:
        """The sum of the column that holds most: what a column's height without its gaps stands for."""
        return max(sum(knude.antal for knude in self.of_column(nr)) for nr in range(len(self.kolonner)))


@dataclass(frozen=True)
class Klasse:
    """One class of areas: its colour, its words in the legend, the colour of words on it (None for the page's own), and
    the areas in it. skraveret: is it hatched, for a tint alone is lost on a dark page and in grey?"""

    farve: str
    etiket: str
    tekstfarve: str | None
    omraade_ids: tuple[str, ...]
    skraveret: bool = False


@dataclass(frozen=True)
class Samlet:
    """What is known for an area of a larger level and for none of its parts: an open circle in the water with its value
    and `ord` beside, and the border of the area, which is `omraade_id` in `lag`."""

    lag: Kortlag
    omraade_id: str
    vaerdi: str
    ord: str


@dataclass(frozen=True, eq=False)
class Kort:
    """A map of a layer: every area stands in one class and has a hover text.

    enhed: the title of the legend. valgte: the areas to outline. vaerdier: what is written under an area's name.
    udsnit: the display box to show, None for all of it. indsat: the box to show in a frame in a free corner, larger or
    smaller than the rest. navne: what to write by omraade_id, None for the short names of all areas. symboler: do the
    values stand in circles, for colours would rank what cannot be ranked? graenser: whose borders are drawn over all.
    """

    lag: Kortlag
    klasser: tuple[Klasse, ...]
    hover: Mapping[str, str] = field(hash=False)
    enhed: str = ""
    valgte: tuple[str, ...] = ()
    vaerdier: Mapping[str, str] = field(default_factory=dict, hash=False)
    udsnit: tuple[float, float, float, float] | None = None
    indsat: tuple[float, float, float, float] | None = None
    navne: Mapping[str, str] | None = field(default=None, hash=False)
    symboler: bool = False
    samlet: tuple[Samlet, ...] = ()
    graenser: Kortlag | None = None


Figur = Aksefigur | Gitter | Stroemme | Kort
