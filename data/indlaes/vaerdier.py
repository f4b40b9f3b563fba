"""Reading single values: numbers, dates and yes/no as Danes write them. Each function takes text and returns the value
as the CSV files have it, or raises Ulaeselig with what is wrong and what would be right."""

import calendar
import re
from datetime import date, timedelta

from babel.dates import get_month_names

TAL = re.compile(r"[+-]?\d+(?:,\d+)?|[+-]?\d{1,3}(?:[. ]\d{3})+(?:,\d+)?")
ENGELSK = re.compile(r"[+-]?\d+\.\d+|[+-]?\d{1,3}(?:,\d{3})+\.\d+")
TUSINDER = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
ENHED = re.compile(r"\s*(?:%|pct\.?|procent|kr\.?|dkk|stk\.?)\s*$", re.I)
FEJLKODE = re.compile(
    r"#(?:N/A|I/T|REF!|REFERENCE!|VALUE!|VÆRDI!|DIV/0!|DIVISION/0!|NAME\?|NAVN\?|NUM!|NUL!|NULL!|SPILL!|CALC!)", re.I
)
JA = {"1", "ja", "j", "sand", "true", "x", "yes"}
NEJ = {"0", "nej", "n", "falsk", "false", "no", "-"}
STOERSTE_TAL = 10**12
FOERSTE_DAG_I_EXCEL = date(1899, 12, 30)

MAANEDER = {
    navn.lower().rstrip("."): nr
    for bredde in ("wide", "abbreviated")
    for nr, navn in get_month_names(bredde, locale="da").items()
}
MAANEDER |= {"sept": 9, "juni": 6, "juli": 7}


class Ulaeselig(Exception):
    """A value that cannot be read. The text is for the user: what is wrong and what would be right."""


def number(tekst: str, komma: bool = False) -> str:
    """A number with a decimal point: "1.234,5" becomes "1234.5". `komma`: the file separates its columns with commas,
    so a single point is a decimal sign."""
    uden = ENHED.sub("", tekst).strip().replace("\u2212", "-").replace("–", "-")
    if (komma and re.fullmatch(r"[+-]?\d+\.\d+", uden)) or (ENGELSK.fullmatch(uden) and not TUSINDER.fullmatch(uden)):
        uden = uden.replace(",", "")
    elif TAL.fullmatch(uden):
        uden = re.sub(r"[. ]", "", uden).replace(",", ".")
    elif re.fullmatch(r"[+-]?\d(?:[.,]\d+)?[eE][+-]?\d{1,2}", uden):
        uden = repr(float(uden.replace(",", ".")))
    else:
        raise Ulaeselig("er ikke et tal. Skriv kun tallet, fx 1.234,5.")
    if abs(float(uden)) > STOERSTE_TAL:
        raise Ulaeselig("er for stort et tal. Se efter, om der er kommet for mange cifre med.")
    hele, _, decimaler = uden.lstrip("+").partition(".")
    decimaler = decimaler.rstrip("0")
    fortegn, hele = ("-", hele[1:]) if hele.startswith("-") else ("", hele)
    hele = hele.lstrip("0") or "0"
    return f"{fortegn}{hele}.{decimaler}" if decimaler else f"{fortegn}{hele}"


def whole_number(tekst: str, komma: bool = False) -> str:
    """A whole number; "1.500" is fifteen hundred."""
    if TUSINDER.fullmatch(tekst):
        komma = False
    try:
        tal = number(tekst, komma)
    except Ulaeselig as fejl:
        if "for stort" in str(fejl):
            raise
        raise Ulaeselig("er ikke et helt tal. Skriv kun tallet, fx 12.") from fejl
    if "." in tal:
        raise Ulaeselig("er ikke et helt tal. Skriv det uden decimaler.")
    if abs(int(tal)) > 2**31 - 1:
        raise Ulaeselig("er for stort et tal. Se efter, om der er kommet for mange cifre med.")
    return tal


def yes_no(tekst: str) -> str:
    """1 or 0."""
    ord_ = tekst.lower()
    if ord_ in JA:
        return "1"
    if ord_ in NEJ:
        return "0"
    raise Ulaeselig("er hverken ja eller nej. Skriv ja eller nej.")


def any_date(tekst: str) -> str:
    """A date as precise as it is written: 2026, 2026-05 or 2026-05-05."""
    ord_ = tekst.lower().strip(" .")
    ord_ = re.sub(r"[ t]00:00(?::00)?(?:\.0+)?$", "", ord_)
    ord_ = re.sub(r"^(?:den|d\.)\s+", "", ord_)
    for moenster, dele in (
        (r"(\d{4})", "å"),
        (r"(\d{4})-(\d{1,2})", "åm"),
        (r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", "åmd"),
        (r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", "dmå"),
        (r"(\d{1,2})[-/ ](\d{1,2})[-/ ](\d{4})", "dmå"),
        (r"(\d{1,2})[-./](\d{4})", "må"),
        (r"(\d{1,2})\.? ?([a-zæøå]+)\.? ?(\d{4})", "dmå"),
        (r"([a-zæøå]+)\.? ?(\d{4})", "må"),
    ):
        fund = re.fullmatch(moenster, ord_)
        if fund and (dele[0] != "m" or fund[1].isdigit() or fund[1] in MAANEDER):
            return _put_together(dict(zip(dele, fund.groups())))
    raise Ulaeselig(_date_hint(ord_))


def full_date(tekst: str) -> str:
    """A date that must be known to the day: 2026-05-05."""
    dato = any_date(tekst)
    if len(dato) < 10:
        raise Ulaeselig("mangler dag eller måned. Skriv hele datoen, fx 5.5.2026, eller lad feltet være tomt.")
    return dato


def _put_together(dele: dict[str, str]) -> str:
    aar = int(dele["å"])
    if not 1900 <= aar <= 2100:
        raise Ulaeselig("har et årstal uden for 1900-2100. Skriv fx 2026, maj 2026 eller 5.5.2026.")
    if "m" not in dele:
        return f"{aar}"
    maaned = int(dele["m"]) if dele["m"].isdigit() else MAANEDER.get(dele["m"], 0)
    if not 1 <= maaned <= 12:
        raise Ulaeselig(f"har ingen gyldig måned (»{dele['m']}«). Skriv dag, måned, år, fx 5.5.2026.")
    if "d" not in dele:
        return f"{aar}-{maaned:02d}"
    dage = calendar.monthrange(aar, maaned)[1]
    if not 1 <= int(dele["d"]) <= dage:
        raise Ulaeselig(f"findes ikke; måneden har {dage} dage.")
    return f"{aar}-{maaned:02d}-{int(dele['d']):02d}"


def _date_hint(ord_: str) -> str:
    if re.fullmatch(r"\d{5}", ord_) and 20000 < int(ord_) < 75000:
        dag = FOERSTE_DAG_I_EXCEL + timedelta(days=int(ord_))
        return (
            f"er Excels løbenummer for en dato. Skriv {dag.day}.{dag.month}.{dag.year}, eller formatér cellen som dato."
        )
    if re.fullmatch(r"\d{1,2}[-./]\d{1,2}[-./]\d{2}", ord_):
        return "har kun to cifre i årstallet. Skriv fire, fx 5.5.2026."
    return "er ikke en dato. Skriv fx 5.5.2026, maj 2026 eller 2026."
