"""The axes of a plotly figure: what stands where, which ticks, and what is written at them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import ceil, floor, log10

from export.tegning import tekst
from views.sprog import dansk

FLEST_TAL = 6
FLEST_DATOER = 8
LUFT = 1.05
MILLISEKUNDER_PR_DAG = 86_400_000
MAANEDER = ("jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec.")


@dataclass(frozen=True)
class Akse:
    """One axis. `fra` is the value at the left or lower end, `til` at the other; `streger` are ticks with their text.

    art: "kategori" (values are positions from 0), "tal" or "dato" (days).
    """

    art: str
    fra: float
    til: float
    streger: tuple[tuple[float, str], ...]
    titel: str
    gitter: bool
    vises: bool
    plads: tuple[float, float]
    pladser: dict[object, float] = field(hash=False)

    def number(self, raa) -> float:
        """A value of the figure as a number on this axis."""
        if self.art == "dato":
            return days(raa)
        return float(self.pladser[raa]) if raa in self.pladser else float(raa)

    def share(self, raa) -> float:
        """Where a value stands: 0 at the left or lower end, 1 at the other."""
        return self.share_of(self.number(raa))

    def share_of(self, tal: float) -> float:
        """The same for a number of the axis."""
        return (tal - self.fra) / (self.til - self.fra)


def days(raa) -> float:
    """An ISO date (or one with a time) as days; numbers are days already."""
    if isinstance(raa, (int, float)):
        return float(raa)
    if isinstance(raa, str):
        raa = datetime.fromisoformat(raa)
    return raa.toordinal() + (raa.hour / 24 if isinstance(raa, datetime) else 0)


def axis(layout: dict, vaerdier: Iterable, laengder: Iterable[float], from_zero: bool) -> Akse:
    """The axis of `layout` (plotly's own dict) for the values on it.

    laengder: the ends of bars, which must be inside too. from_zero: bars stand on it.
    """
    vaerdier = [en for en in vaerdier if en is not None]
    art = _kind(layout, vaerdier)
    bygget = {"kategori": _category, "dato": _dates, "tal": _numbers}[art](layout, vaerdier, list(laengder), from_zero)
    fra, til, streger, pladser = bygget
    if layout.get("autorange") == "reversed":
        fra, til = til, fra
    vises = layout.get("visible", True) and layout.get("showticklabels", True)
    return Akse(
        art,
        fra,
        til,
        tuple(streger),
        tekst.plain(layout.get("title", {}).get("text", "")),
        layout.get("showgrid", art != "kategori") and vises,
        vises,
        tuple(layout.get("domain", (0.0, 1.0))),
        pladser,
    )


def _kind(layout: dict, vaerdier: list) -> str:
    if layout.get("type") == "date":
        return "dato"
    if layout.get("type") == "category" or any(isinstance(en, str) for en in vaerdier):
        return "kategori"
    # numbers that only have names are rows or years, not amounts
    return "kategori" if layout.get("tickmode") == "array" or "ticktext" in layout else "tal"


def _category(layout: dict, vaerdier: list, _laengder, _nul) -> tuple:
    navngivet = dict(zip(layout.get("tickvals", ()), layout.get("ticktext", ()), strict=False))
    if vaerdier and not any(isinstance(en, str) for en in vaerdier):
        raekke = list(navngivet)
        fra, til = layout.get("range", (raekke[0] - 0.5, raekke[-1] + 0.5))
        return fra, til, [(float(en), tekst_) for en, tekst_ in navngivet.items()], {en: en for en in raekke}
    raekke = list(layout.get("categoryarray") or dict.fromkeys(vaerdier))
    pladser = {en: nr for nr, en in enumerate(raekke)}
    if navngivet:
        streger = [
            (float(pladser.get(en, en)), navn) for en, navn in navngivet.items() if en in pladser or _is_place(en)
        ]
    else:
        streger = [(float(nr), str(en)) for nr, en in enumerate(raekke)]
    fra, til = layout.get("range", (-0.5, max(len(raekke), 1) - 0.5))
    return fra, til, streger, pladser


def _is_place(vaerdi) -> bool:
    return isinstance(vaerdi, (int, float))


def _numbers(layout: dict, vaerdier: list, laengder: list[float], from_zero: bool) -> tuple:
    alle = [float(en) for en in vaerdier] + laengder or [0.0, 1.0]
    lav, hoej = min(alle), max(alle)
    if from_zero or layout.get("rangemode") == "tozero":
        lav, hoej = min(lav, 0.0), max(hoej, 0.0)
    if hoej == lav:
        hoej = lav + 1
    if "range" in layout:
        fra, til = layout["range"]
    else:
        fra = lav if lav == 0 else lav - (hoej - lav) * (LUFT - 1)
        til = hoej + (hoej - lav) * (LUFT - 1) if hoej else 0.0
    if "tickvals" in layout:
        navne = layout.get("ticktext", layout["tickvals"])
        return fra, til, [(float(v), str(navn)) for v, navn in zip(layout["tickvals"], navne, strict=True)], {}
    trin = layout.get("dtick") or nice_step(abs(til - fra), whole=all(en == round(en) for en in alle))
    decimaler = max(0, -floor(log10(trin) + 1e-9))
    if trin * 10**decimaler % 1:
        decimaler += 1
    bund, loft = min(fra, til), max(fra, til)
    streger = [nr * trin for nr in range(ceil(bund / trin - 1e-9), floor(loft / trin + 1e-9) + 1)]
    while len(streger) > 12:
        streger = streger[::2]
    return fra, til, [(en, dansk.number(en, decimaler)) for en in streger], {}


def nice_step(laengde: float, whole: bool, flest: int = FLEST_TAL) -> float:
    """The smallest of 1, 2, 5, 10, 20 ... with at most so many steps on a length; whole numbers have whole steps."""
    raat = laengde / flest
    ti = 10.0 ** floor(log10(raat))
    trin = next(en * ti for en in (1, 2, 5, 10) if en * ti >= raat - 1e-12)
    return max(trin, 1.0) if whole else trin


def _dates(layout: dict, vaerdier: list, laengder: list[float], _nul) -> tuple:
    alle = [days(en) for en in vaerdier] + laengder
    if "range" in layout:
        fra, til = (days(en) for en in layout["range"])
    elif alle:
        luft = max((max(alle) - min(alle)) * (LUFT - 1), 15)
        fra, til = min(alle) - luft, max(alle) + luft
    else:
        fra, til = days("2020-01-01"), days("2020-12-31")
    start, slut = date.fromordinal(floor(fra)), date.fromordinal(ceil(til))
    if slut - start > timedelta(days=800):
        trin = ceil((slut.year - start.year + 1) / FLEST_DATOER)
        dage = [date(aar, 1, 1) for aar in range(start.year, slut.year + 1) if aar % trin == 0]
        streger = [(float(en.toordinal()), str(en.year)) for en in dage]
    else:
        maaneder = (slut.year - start.year) * 12 + slut.month - start.month + 1
        trin = next(en for en in (1, 2, 3, 6, 12) if maaneder / en <= FLEST_DATOER or en == 12)
        numre = [nr for nr in range(start.year * 12 + start.month - 1, slut.year * 12 + slut.month) if nr % trin == 0]
        streger = [
            (float(date(nr // 12, nr % 12 + 1, 1).toordinal()), f"{MAANEDER[nr % 12]} {nr // 12}") for nr in numre
        ]
    return fra, til, [en for en in streger if fra <= en[0] <= til], {}
