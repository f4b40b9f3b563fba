"""Units beside numbers: "20 mio. kr." is twenty million, "12 %" of a number of patients is refused, none is dropped.

A unit may stand in the cell or in the heading of its column.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from data.indlaes.vaerdier import Ulaeselig, number

KR, PCT, STK, ANDEL = "kr", "pct", "stk", "andel"
# What a column of each unit takes; a share is a number between 0 and 1, and 70 % is 0.7.
TAGER = {KR: {KR}, PCT: {PCT}, STK: {STK}, ANDEL: {PCT}, "": set()}
I_ORD = {KR: "et beløb i kroner", PCT: "i procent", STK: "et antal stykker"}

_SKALA = {
    **dict.fromkeys(("mia", "milliard", "milliarder"), 10**9),
    **dict.fromkeys(("mio", "mill", "million", "millioner"), 10**6),
    **dict.fromkeys(("t", "tus", "tusind", "tusinde", "tusinder"), 10**3),
}
_SLAGS = {"%": PCT, "pct": PCT, "procent": PCT, "stk": STK, "kr": KR, "kroner": KR, "dkk": KR}
_KENDT = r"%|pct\b\.?|procent\b|stk\b\.?|kr\b\.?|kroner\b|dkk\b"
_STOERRELSE = "|".join(sorted(_SKALA, key=len, reverse=True))
FORAN = re.compile(r"(?:kr\.?|dkk)\s*(?=[-+\d])", re.I)
BAG = re.compile(
    rf"(?<=[\d\s.,-])(?P<streg>,--?\s*)?(?:(?P<skala>{_STOERRELSE})\.?\s*)?(?P<enhed>{_KENDT})?\s*\Z",
    re.I,
)
# "Beløb (mio. kr.)", "Beløb i 1.000 kr.", "Ramme, t.kr."
I_OVERSKRIFT = re.compile(
    rf"(?P<navn>.*?\w)[\s,(\[]+(?:i\s+)?(?:(?P<skala>(?:{_STOERRELSE}|1\.?000)(?:\b|(?=kr))))?\.?\s*(?P<enhed>{_KENDT})?\s*[)\]]?\s*",
    re.I,
)


@dataclass(frozen=True)
class Enhed:
    """A unit as written: `slags` KR, PCT, STK or "" (none), `faktor` what the number counts in."""

    slags: str = ""
    faktor: int = 1

    @property
    def nogen(self) -> bool:
        """Is there any unit?"""
        return bool(self.slags) or self.faktor != 1


def split_unit(tekst: str) -> tuple[str, Enhed]:
    """A number without its unit, and the unit: "kr. 1,5 mio." is "1,5" and millions of kroner."""
    foran = FORAN.match(tekst)
    rest = tekst[foran.end() :] if foran else tekst
    bag = BAG.search(rest)
    skala, enhed, streg = bag.group("skala", "enhed", "streg") if bag else (None, None, None)
    if skala or enhed or streg:
        rest = rest[: bag.start()]
    slags = _kind(enhed) or (KR if foran or streg else "")
    return rest.strip(), Enhed(slags, _factor(skala))


def heading_unit(overskrift: str) -> tuple[str, Enhed] | None:
    """A heading without its unit, and the unit; None when it has none."""
    fundet = I_OVERSKRIFT.fullmatch(overskrift)
    if not fundet or not (fundet["skala"] or fundet["enhed"]):
        return None
    return fundet["navn"], Enhed(_kind(fundet["enhed"]), _factor(fundet["skala"]))


def measure(tekst: str, komma: bool, kolonnens: str | None, i_overskrift: Enhed = Enhed()) -> str:
    """A number in the unit of its column (a key of TAGER; None: any, judged later). Raises Ulaeselig when the unit
    beside it does not fit."""
    rest, egen = split_unit(tekst)
    enhed = Enhed(egen.slags or i_overskrift.slags, egen.faktor if egen.nogen else i_overskrift.faktor)
    if kolonnens is not None:
        check_unit(enhed, kolonnens)
    tal = number(rest, komma)
    faktor = Decimal(enhed.faktor)
    if kolonnens == ANDEL and enhed.slags == PCT:
        faktor /= 100
    return tal if faktor == 1 else number(_plain_decimal(Decimal(tal) * faktor))


def check_unit(enhed: Enhed, kolonnens: str) -> None:
    """Raises Ulaeselig when a unit does not fit a column's."""
    if enhed.slags and enhed.slags not in TAGER[kolonnens]:
        raise Ulaeselig(f"er {I_ORD[enhed.slags]}, og det passer ikke i kolonnen. Skriv kun tallet, i kolonnens enhed.")
    if enhed.faktor != 1 and kolonnens != KR:
        raise Ulaeselig("er skrevet i tusinder eller millioner. Skriv hele tallet med cifre.")


def unit_of_indicator(enhed: str) -> str:
    """The unit that the catalogue gives an indicator in words, as a key of TAGER."""
    if enhed.startswith("pct"):
        return PCT
    return KR if enhed.startswith("kr") else STK


def _kind(enhed: str | None) -> str:
    return _SLAGS[enhed.lower().rstrip(".")] if enhed else ""


def _factor(skala: str | None) -> int:
    if not skala:
        return 1
    return 1000 if skala[0].isdigit() else _SKALA[skala.lower()]


def _plain_decimal(tal: Decimal) -> str:
    """Digits with a decimal comma, never an exponent."""
    return f"{tal:f}".replace(".", ",")
