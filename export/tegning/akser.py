"""The axes of a figure on a surface: what stands where, which ticks, and what is written at them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil, floor, log10

from export.tegning import tekst
from views.figur import model
from views.figur.tal_paa_akser import axis_number

FLEST_TAL = 6
FLEST_STREGER = 12
FLEST_DATOER = 8
LUFT = 1.05
MAANEDER = ("jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec.")


@dataclass(frozen=True)
class Akse:
    """One axis. `fra` is the value at the left or lower end, `til` at the other; `streger` are ticks with their text.

    pladser: the numbers of named places. On an axis of days the numbers are days.
    """

    fra: float
    til: float
    streger: tuple[tuple[float, str], ...]
    titel: str
    gitter: bool
    vises: bool
    er_tal: bool = False
    er_dage: bool = False
    pladser: dict[model.Sted, float] = field(default_factory=dict, hash=False)

    def number(self, sted: model.Sted) -> float:
        """A place of the figure as a number on this axis."""
        if self.er_dage:
            return days(sted)
        return self.pladser[sted] if sted in self.pladser else float(sted)

    def share(self, sted: model.Sted) -> float:
        """Where a place is: 0 at the left or lower end, 1 at the other."""
        return self.share_of(self.number(sted))

    def share_of(self, tal: float) -> float:
        """The same for a number of the axis."""
        return (tal - self.fra) / (self.til - self.fra)


def days(sted: model.Sted) -> float:
    """An ISO date as days; numbers are days already."""
    return float(date.fromisoformat(sted).toordinal() if isinstance(sted, str) else sted)


def axis(akse: model.Akse, steder: Iterable[model.Sted | None], ender: Iterable[float] = ()) -> Akse:
    """The axis for the places on it. ender: where bars begin and end, which must be inside too."""
    kendte = [sted for sted in steder if sted is not None]
    if isinstance(akse, model.Kategorier):
        return _named(akse, kendte)
    if isinstance(akse, model.Datoakse):
        return _dates(akse, [days(sted) for sted in kendte] + list(ender))
    return _numbers(akse, [float(sted) for sted in kendte] + list(ender))


def _named(akse: model.Kategorier, steder: list[model.Sted]) -> Akse:
    alle = akse.navne or tuple(dict.fromkeys(steder))
    # numbered rows and years stand at their own number, names at their place in the order
    pladser = {sted: float(nr if isinstance(sted, str) else sted) for nr, sted in enumerate(alle)}
    skrevne = akse.skrevne or tuple((sted, str(sted)) for sted in alle)
    streger = tuple(
        (pladser[sted], f"<b>{navn}</b>" if sted in akse.valgte else navn) for sted, navn in skrevne if sted in pladser
    )
    numre = list(pladser.values()) or [0.0]
    ender = (numre[0] - 0.5, numre[-1] + 0.5)
    fra, til = reversed(ender) if akse.fra_oven else ender
    return Akse(fra, til, streger, tekst.plain(akse.titel), False, akse.vises, pladser=pladser)


def _numbers(akse: model.Talakse, tal: list[float]) -> Akse:
    fra, til = _range(akse, tal)
    trin = 1.0 if akse.hele else nice_step(abs(til - fra), whole=all(v == round(v) for v in tal))
    decimaler = max(0, -floor(log10(trin) + 1e-9))
    if trin * 10**decimaler % 1:
        decimaler += 1
    bund, loft = min(fra, til), max(fra, til)
    streger = [nr * trin for nr in range(ceil(bund / trin - 1e-9), floor(loft / trin + 1e-9) + 1)]
    while len(streger) > FLEST_STREGER:
        streger = streger[::2]
    navngivne = tuple((v, axis_number(v, decimaler)) for v in streger)
    # the lines of numbers that are written at another panel are drawn all the same
    return Akse(fra, til, navngivne, tekst.plain(akse.titel), akse.vises, akse.vises and akse.skrives, er_tal=True)


def _range(akse: model.Talakse, tal: list[float]) -> tuple[float, float]:
    """From zero with room beyond the last number, or what the figure asks for."""
    if akse.fra is not None and akse.til is not None:
        return akse.fra, akse.til
    tal = tal or [0.0, 1.0]
    lav, hoej = min(*tal, 0.0), max(*tal, 0.0)
    if hoej == lav:
        hoej = lav + 1
    luft = (hoej - lav) * (LUFT - 1)
    return (lav - luft if lav else lav), (hoej + luft if hoej else 0.0)


def nice_step(laengde: float, whole: bool, flest: int = FLEST_TAL) -> float:
    """The smallest of 1, 2, 5, 10, 20 ... with at most so many steps on a length; whole numbers have whole steps."""
    raat = laengde / flest
    ti = 10.0 ** floor(log10(raat))
    trin = next(tal * ti for tal in (1, 2, 5, 10) if tal * ti >= raat - 1e-12)
    return max(trin, 1.0) if whole else trin


def _dates(akse: model.Datoakse, dage: list[float]) -> Akse:
    if akse.fra is not None and akse.til is not None:
        fra, til = days(akse.fra), days(akse.til)
    elif dage:
        luft = max((max(dage) - min(dage)) * (LUFT - 1), 15)
        fra, til = min(dage) - luft, max(dage) + luft
    else:
        fra, til = days("2020-01-01"), days("2020-12-31")
    start, slut = date.fromordinal(floor(fra)), date.fromordinal(ceil(til))
    streger = _years(start, slut) if slut - start > timedelta(days=800) else _months(start, slut)
    inde = tuple((float(dag.toordinal()), navn) for dag, navn in streger if fra <= dag.toordinal() <= til)
    return Akse(fra, til, inde, "", akse.vises, akse.vises, er_dage=True)


def _years(start: date, slut: date) -> list[tuple[date, str]]:
    trin = ceil((slut.year - start.year + 1) / FLEST_DATOER)
    return [(date(aar, 1, 1), str(aar)) for aar in range(start.year, slut.year + 1) if aar % trin == 0]


def _months(start: date, slut: date) -> list[tuple[date, str]]:
    foerste, sidste = (dag.year * 12 + dag.month - 1 for dag in (start, slut))
    trin = next(
        maaneder for maaneder in (1, 2, 3, 6, 12) if (sidste - foerste + 1) / maaneder <= FLEST_DATOER or maaneder == 12
    )
    numre = [nr for nr in range(foerste, sidste + 1) if nr % trin == 0]
    return [(date(nr // 12, nr % 12 + 1, 1), f"{MAANEDER[nr % 12]} {nr // 12}") for nr in numre]
