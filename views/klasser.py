"""At most five classes with round limits for a choropleth, and their Danish labels."""

from dataclasses import dataclass

import numpy as np

from views.dansk import number

ANTAL_KLASSER = 5
MILLION = 1_000_000


@dataclass(frozen=True)
class Klasser:
    """Class limits from low to high. `graenser` are the lowest value of each class; `etiketter` say the class in words.

    `enhed` is the unit the labels are written in; amounts of money above a million are given in "mio. kr.".
    """

    graenser: tuple[float, ...]
    etiketter: tuple[str, ...]
    enhed: str
    decimaler: int

    def class_of(self, vaerdi: float | None) -> int | None:
        """0 for the lowest class; None for missing."""
        if vaerdi is None or vaerdi != vaerdi:
            return None
        return max(int(np.searchsorted(self.graenser, round(vaerdi, self.decimaler), side="right")) - 1, 0)


def classify(vaerdier: list[float], enhed: str, decimaler: int) -> Klasser:
    """Classes for the known values. Up to five different values get a class each; 0 gets a class of its own.

    Otherwise about equally many areas fall in each class; limits are rounded to two significant digits.
    """
    kendte = sorted({round(float(v), decimaler) + 0.0 for v in vaerdier if v is not None and v == v})
    if not kendte:
        return Klasser((), (), enhed, decimaler)
    if len(kendte) <= ANTAL_KLASSER:
        graenser, hoejeste = kendte, kendte
    else:
        graenser = _limits(vaerdier, kendte, decimaler)
        hoejeste = [_highest_below(kendte, graense) for graense in graenser[1:]] + [kendte[-1]]
    return _labelled(graenser, hoejeste, enhed, decimaler, enkeltvis=len(kendte) <= ANTAL_KLASSER)


def _limits(vaerdier: list[float], kendte: list[float], decimaler: int) -> list[float]:
    med_nul = kendte[0] == 0
    over_nul = sorted(
        round(float(v), decimaler) for v in vaerdier if v == v and v is not None and (v != 0 or not med_nul)
    )
    antal = ANTAL_KLASSER - med_nul
    raa = [kendte[0]] if not med_nul else [0.0, next(v for v in kendte if v > 0)]
    raa += [_round_nice(over_nul[len(over_nul) * nr // antal], decimaler) for nr in range(1, antal)]
    graenser = [raa[0]]
    for graense in raa[1:]:
        # a class that holds no value is left out
        if graense > graenser[-1] and any(graenser[-1] <= v < graense for v in kendte) and graense <= kendte[-1]:
            graenser.append(graense)
    return graenser


def _round_nice(vaerdi: float, decimaler: int) -> float:
    if vaerdi == 0:
        return 0.0
    cifre = 1 - int(np.floor(np.log10(abs(vaerdi))))
    return round(vaerdi, min(cifre, decimaler))


def _highest_below(kendte: list[float], graense: float) -> float:
    return max(v for v in kendte if v < graense)


def _labelled(graenser, hoejeste, enhed: str, decimaler: int, enkeltvis: bool) -> Klasser:
    """Labels from the limits: "3-5" for counts; in mio. kr. when amounts are that large."""
    skala, vist_enhed, vist_decimaler = 1.0, enhed, decimaler
    if enhed == "kr." and hoejeste[-1] >= MILLION:
        skala, vist_enhed, vist_decimaler = MILLION, "mio. kr.", 1
    etiketter = []
    for nr, (lav, hoej) in enumerate(zip(graenser, hoejeste, strict=True)):
        if enkeltvis or (lav == 0 and hoej == 0):
            hoej = lav
        elif nr + 1 < len(graenser):
            # classes meet: the label ends just below the next limit
            hoej = max(graenser[nr + 1] - skala * 10.0**-vist_decimaler, lav)
        fra, til = number(lav / skala, vist_decimaler), number(hoej / skala, vist_decimaler)
        etiketter.append(fra if fra == til else f"{fra}–{til}")
    return Klasser(tuple(graenser), tuple(etiketter), vist_enhed, decimaler)
