"""At most five classes with round limits for a choropleth, and their Danish labels."""

from bisect import bisect_right
from dataclasses import dataclass, replace

import numpy as np

from views.sprog.dansk import number

ANTAL_KLASSER = 5
MILLION = 1_000_000


@dataclass(frozen=True)
class Klasser:
    """Class limits from low to high, as they are written.

    `graenser` are the lowest value of each class and `etiketter` say the class in words, both in `enhed` with
    `decimaler` decimals. `skala` is what a value is divided by to be written so: amounts of money above a million are
    given in "mio. kr.".
    """

    graenser: tuple[float, ...]
    etiketter: tuple[str, ...]
    enhed: str
    decimaler: int
    skala: float

    def written(self, vaerdi: float) -> float:
        """A value as it is written: scaled and rounded."""
        return round(float(vaerdi) / self.skala, self.decimaler) + 0.0

    def class_of(self, vaerdi: float | None) -> int | None:
        """0 for the lowest class; None for missing."""
        if vaerdi is None or vaerdi != vaerdi:
            return None
        return max(bisect_right(self.graenser, self.written(vaerdi)) - 1, 0)


def classify(vaerdier: list[float], enhed: str, decimaler: int) -> Klasser:
    """Classes for the known values. Up to five different values get a class each; 0 gets a class of its own.

    Otherwise about equally many areas fall in each class; limits are rounded to two significant digits.
    """
    kendte = [float(v) for v in vaerdier if v is not None and v == v]
    i_millioner = enhed == "kr." and max(kendte, default=0) >= MILLION
    tom = Klasser((), (), "mio. kr.", 1, MILLION) if i_millioner else Klasser((), (), enhed, decimaler, 1)
    skrevne = sorted(tom.written(v) for v in kendte)
    forskellige = sorted(set(skrevne))
    if len(forskellige) <= ANTAL_KLASSER:
        graenser, etiketter = forskellige, [number(v, tom.decimaler) for v in forskellige]
    else:
        graenser = _limits(skrevne, forskellige, tom.decimaler)
        etiketter = _labels(graenser, forskellige[-1], tom.decimaler)
    return replace(tom, graenser=tuple(graenser), etiketter=tuple(etiketter))


def _limits(skrevne: list[float], forskellige: list[float], decimaler: int) -> list[float]:
    """Lowest value of each class: 0 alone where there is a 0, the rest in about equal numbers."""
    nul = forskellige[:1] if forskellige[0] == 0 else []
    over_nul = [v for v in skrevne if v > 0] if nul else skrevne
    antal = ANTAL_KLASSER - len(nul)
    raa = [*nul, over_nul[0]]
    raa += [_round_nice(over_nul[len(over_nul) * nr // antal], decimaler) for nr in range(1, antal)]
    graenser = [raa[0]]
    for graense in raa[1:]:
        # a class that holds no value is left out
        if graenser[-1] < graense <= forskellige[-1] and any(graenser[-1] <= v < graense for v in forskellige):
            graenser.append(graense)
    return graenser


def _round_nice(vaerdi: float, decimaler: int) -> float:
    if vaerdi == 0:
        return 0.0
    cifre = 1 - int(np.floor(np.log10(abs(vaerdi))))
    return round(vaerdi, min(cifre, decimaler))


def _labels(graenser: list[float], hoejeste: float, decimaler: int) -> list[str]:
    """ "3–5" for counts: classes meet, so that a label ends just below the next limit; 0 stands alone."""
    etiketter = []
    for lav, naeste in zip(graenser, [*graenser[1:], None]):
        hoej = hoejeste if naeste is None else 0.0 if lav == 0 else max(naeste - 10.0**-decimaler, lav)
        fra, til = number(lav, decimaler), number(hoej, decimaler)
        etiketter.append(fra if fra == til else f"{fra}–{til}")
    return etiketter
