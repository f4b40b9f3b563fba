"""Headings of time, as statistics are exported: "2026", "2026K1", "1. halvår 2026", "maj 2026", "1. januar 2026".

A date is stored as precisely as it was given. A quarter or a half-year is no precision of the schema: it is stored as
its first month, and the words for it stand beside the figure. So »2026K1« of a stock, which Statistics Denmark counts
on the first day of the quarter, and of a flow, which lasts the quarter, are both told by their quarter.
"""

import re
from dataclasses import dataclass

from data.indlaes.vaerdier import MAANEDER, Ulaeselig, any_date

# What sources hang on a period to say that it may change: 2026*, 2026 1), 2026 (foreløbig).
MAERKE = re.compile(r"\s*(\*+|\d?\)|\((?:\d|\*|foreløbige?(?: tal)?|foreløb\.)\))$", re.I)
AAR = r"(?P<aar>(?:19|20|21)\d{2})"
DEL = {
    "kvartal": ("1-4", r"k|kv|kvt|kvartal|q", 3),
    "halvår": ("1-2", r"h|hå|halvår|halvaar", 6),
}
ROMERTAL = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
TO_AAR = re.compile(r"(?:19|20)\d{2}\s*[/–-]\s*(?:\d{2}|(?:19|20)\d{2})")


@dataclass(frozen=True)
class Periode:
    """A point or stretch of time: `dato` as the schema has it (2026, 2026-05 or 2026-05-05); `navn`: the words for what
    the date cannot say ("1. kvartal 2026"), and a mark that stood at it; "" when there is nothing more to say."""

    dato: str
    navn: str = ""


def period(tekst: str) -> Periode:
    """The period a heading names. Raises Ulaeselig when it names none, or one that covers parts of two years."""
    rest = re.sub(r"\s+", " ", tekst.strip().lower())
    fund = MAERKE.search(rest)
    maerke = f"mærket »{fund[1]}« i kilden" if fund else ""
    rest = rest[: fund.start()] if fund else rest
    if TO_AAR.fullmatch(rest) and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", rest):
        raise Ulaeselig("dækker dele af to år. Skriv en periode, der begynder og slutter i samme år, fx 2026.")
    rest = re.sub(r"^(?:pr\.?|den|år) ", "", rest)
    ende = re.fullmatch(r"((?:ultimo|primo) )(\d{4})", rest)
    if ende:  # a year is known, and which end of it is told
        return Periode(any_date(ende[2]), _joined(rest, maerke))
    for navn, (cifre, ord_, maaneder) in DEL.items():
        del_ = _part_of_year(rest, rf"(?P<nr>[{cifre}])", ord_)
        if del_:
            nummer, aar = del_
            return Periode(f"{aar}-{(nummer - 1) * maaneder + 1:02d}", _joined(f"{nummer}. {navn} {aar}", maerke))
    maaned = re.fullmatch(rf"{AAR}\s?m\s?(?P<nr>0?[1-9]|1[0-2])", rest) or re.fullmatch(
        rf"m\s?(?P<nr>0?[1-9]|1[0-2])\s{AAR}", rest
    )
    if maaned:
        return Periode(f"{maaned['aar']}-{int(maaned['nr']):02d}", maerke)
    aarsmaaned = re.fullmatch(rf"{AAR}[ ,]+(?P<navn>[a-zæøå]+)\.?", rest)
    if aarsmaaned and aarsmaaned["navn"] in MAANEDER:
        return Periode(f"{aarsmaaned['aar']}-{MAANEDER[aarsmaaned['navn']]:02d}", maerke)
    # 1/1 2026, 1. jan. 2026
    rest = re.sub(r"^(\d{1,2})\s?/\s?(\d{1,2})[ -](\d{4})$", r"\1/\2/\3", rest)
    rest = re.sub(r"^(\d{1,2})\.(\d{1,2})\.? (\d{4})$", r"\1.\2.\3", rest)
    dato = any_date(rest)
    return Periode(dato, maerke)


def part(tekst: str) -> str:
    """What a heading says of the time within a year that another heading names ("K1", "1. halvår", "maj"); "" when it
    is none. Put before the year it is a period."""
    rest = re.sub(r"\s+", " ", tekst.strip().lower()).rstrip(".")
    for cifre, ord_, _ in DEL.values():
        if re.fullmatch(rf"[{cifre}]\. ?(?:{ord_})\.?|(?:{ord_})\.? ?[{cifre}]|[{cifre}](?:{ord_})", rest):
            return rest
    dag = re.fullmatch(r"(?:\d{1,2}\. )?([a-zæøå]+)", rest)
    return rest if dag and dag[1] in MAANEDER else ""


def _part_of_year(rest: str, nr: str, ord_: str) -> tuple[int, str] | None:
    """Number and year of a quarter or half-year: before or after the year, the number before or after its word."""
    romersk = re.match(r"(i{1,3}|iv)\.? (?=[a-z])", rest)
    if romersk:
        rest = f"{ROMERTAL[romersk[1]]}. {rest[romersk.end() :]}"
    streg = r"[ ,/.-]*"
    moenstre = (
        rf"{AAR}{streg}(?:{ord_})\.?{streg}{nr}\.?",
        rf"{AAR}{streg}{nr}\.? ?(?:{ord_})\.?",
        rf"(?:{ord_})\.?{streg}{nr}\.?{streg}{AAR}",
        rf"{nr}\.? ?(?:{ord_})\.?{streg}(?:i )?{AAR}",
    )
    fund = next(filter(None, (re.fullmatch(en, rest) for en in moenstre)), None)
    return (int(fund["nr"]), fund["aar"]) if fund else None


def _joined(*dele: str) -> str:
    return ", ".join(filter(None, dele))
