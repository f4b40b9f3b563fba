"""At most five classes with round limits for a choropleth, and their Danish labels."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from math import floor

import numpy as np

from views.sprog.dansk import number

ANTAL_KLASSER = 5
MILLION = 1_000_000
# Values nearer to each other than this share of the largest are not told apart by colour.
LEAST_STEP = 0.05
PROCENT, HELE = "pct.", 100.0


@dataclass(frozen=True)
class Klasser:
    """Class limits from low to high, as they are written.

    `graenser` are the lowest value of each class and `etiketter` say the class in words, both in `enhed` with
    `decimaler` decimals. `skala` is what a value is divided by to be written so: amounts of money above a million are
    given in "mio. kr.". `trin` is each class's place on the ramp, from 0 (least) to 4.
    """

    graenser: tuple[float, ...]
    etiketter: tuple[str, ...]
    trin: tuple[int, ...]
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


def classify(vaerdier: list[float], enhed: str, decimaler: int, lige_trin: bool = False) -> Klasser:
    """Classes for the known values; 0 gets a class of its own.

    Up to five different values, few areas (`lige_trin`) and values that are all near each other stand in equal steps,
    so that a small difference is no difference of colour. Otherwise about equally many areas fall in each class;
    limits are rounded to two significant digits.
    """
    kendte = [float(v) for v in vaerdier if v is not None and v == v]
    i_millioner = enhed == "kr." and max(kendte, default=0) >= MILLION
    skala = ("mio. kr.", 1, MILLION) if i_millioner else (enhed, decimaler, 1)
    tom = Klasser((), (), (), *skala)
    skrevne = sorted(tom.written(v) for v in kendte)
    forskellige = sorted(set(skrevne))
    if lige_trin or len(forskellige) <= ANTAL_KLASSER or _are_near(forskellige):
        return _in_equal_steps(tom, forskellige)
    graenser = _limits(skrevne, forskellige, tom.decimaler)
    etiketter = _labels(graenser, forskellige[-1], tom.decimaler)
    return replace(tom, graenser=tuple(graenser), etiketter=tuple(etiketter), trin=_spread(range(len(graenser))))


def _are_near(forskellige: list[float]) -> bool:
    """Would five classes be nearer to each other than is told apart?"""
    lav, hoej = forskellige[0], forskellige[-1]
    return lav > 0 and hoej - lav < ANTAL_KLASSER * LEAST_STEP * hoej


def _in_equal_steps(tom: Klasser, forskellige: list[float]) -> Klasser:
    """A class for each step that holds a value; whole numbers near each other have one each. Where some are below 0,
    there is nothing special about 0."""
    under_nul = bool(forskellige) and forskellige[0] < 0
    over_nul = [v for v in forskellige if v != 0 or under_nul]
    nul = [v for v in forskellige if v == 0 and not under_nul]
    mindst = 10.0**-tom.decimaler
    bredde = _step(over_nul, mindst, ANTAL_KLASSER - len(nul)) if over_nul else mindst
    numre = list(dict.fromkeys(floor(v / bredde + 1e-9) for v in over_nul))
    graenser, etiketter = nul[:], [number(0.0, tom.decimaler) for _ in nul]
    for nr in numre:
        fra = round(nr * bredde, tom.decimaler) + 0.0
        fra = fra if under_nul else max(fra, mindst)
        til = round((nr + 1) * bredde - mindst, tom.decimaler)
        # no share is above all of it
        til = min(til, HELE) if tom.enhed == PROCENT and forskellige[-1] <= HELE else til
        graenser.append(fra)
        etiketter.append(_range(fra, til, tom.decimaler))
    steder = [*(min(numre, default=0) - 1 for _ in nul), *numre]
    trin = _spread(steder) if over_nul else (0,) * len(nul)
    return replace(tom, graenser=tuple(graenser), etiketter=tuple(etiketter), trin=trin)


def _step(vaerdier: list[float], mindst: float, hoejst: int) -> float:
    """The width of a class: 1, 2 or 5 and zeros, so that at most so many hold the values."""
    lav, hoej = vaerdier[0], vaerdier[-1]
    bredde = mindst
    if hoej - lav > (hoejst - 1) * mindst or not float(bredde).is_integer():
        bredde = max((hoej - lav) / hoejst, hoej * LEAST_STEP, mindst)
        tier = 10.0 ** floor(np.log10(bredde) + 1e-9)
        bredde = next(gange * tier for gange in (1, 2, 5, 10) if gange * tier >= bredde * (1 - 1e-9))
    while len({floor(v / bredde + 1e-9) for v in vaerdier}) > hoejst:
        bredde *= 2
    return bredde


def _spread(steder) -> tuple[int, ...]:
    """Places on a line as places on the ramp: the first the palest, the last the darkest, one alone in the middle."""
    steder = list(steder)
    if len(steder) < 2:
        return (2,) * len(steder)
    return tuple(round((en - steder[0]) * 4 / (steder[-1] - steder[0])) for en in steder)


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
    """ "3–5" for counts: classes meet, so that a label ends just below the next limit; where it is the least, 0 stands
    alone."""
    etiketter = []
    for nr, (lav, naeste) in enumerate(zip(graenser, [*graenser[1:], None])):
        alene = lav == 0 and nr == 0
        hoej = hoejeste if naeste is None else 0.0 if alene else max(naeste - 10.0**-decimaler, lav)
        etiketter.append(_range(lav, hoej, decimaler))
    return etiketter


def _range(lav: float, hoej: float, decimaler: int) -> str:
    fra, til = number(lav, decimaler), number(hoej, decimaler)
    if fra == til:
        return fra
    # a dash beside a minus could be either
    return f"{fra} til {til}" if lav < 0 else f"{fra}–{til}"
