"""Reading single values: numbers, dates and yes/no as Danes write them. Each function takes text and returns the value
as the CSV files have it, or raises Ulaeselig with what is wrong and what would be right."""

import calendar
import re
from datetime import date, timedelta

from babel.dates import get_month_names

TAL = re.compile(r"[+-]?\d+(?:,\d+)?|[+-]?\d{1,3}(?:[. ]\d{3})+(?:,\d+)?")
ENGELSK = re.compile(r"[+-]?\d+\.\d+|[+-]?\d{1,3}(?:,\d{3})+\.\d+")
TUSINDER = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
# All of Excel's and LibreOffice's errors, in Danish and English; ##### is a number in a column too narrow for it.
FEJLKODE = re.compile(
    r"#(?:N/A|I/T|HENTER_DATA|GETTING_DATA|[A-ZÆØÅ/_ 0-9]{2,20}[!?])|#{3,}|(?:Err|Fejl):\d{3}|Fejl! .*", re.I
)
JA = {"1", "ja", "j", "sand", "true", "x", "yes"}
NEJ = {"0", "nej", "n", "falsk", "false", "no", "-"}
STOERSTE_TAL = 10**12
FOERSTE_DAG_I_EXCEL = date(1899, 12, 30)
ALLE_AAR = (1900, 2100)

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
    uden = tekst.strip().replace("\u2212", "-").replace("–", "-")
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


def any_date(tekst: str, aar: tuple[int, int] = ALLE_AAR) -> str:
    """A date as precise as it is written: 2026, 2026-05 or 2026-05-05. `aar`: the first and last plausible year."""
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
            return _plausible(_put_together(dict(zip(dele, fund.groups()))), aar)
    raise Ulaeselig(_date_hint(ord_, aar))


def full_date(tekst: str, aar: tuple[int, int] = ALLE_AAR) -> str:
    """A date that must be known to the day: 2026-05-05."""
    dato = any_date(tekst, aar)
    if len(dato) < 10:
        raise Ulaeselig("mangler dag eller måned. Skriv hele datoen, fx 5.5.2026, eller lad feltet være tomt.")
    return dato


def _put_together(dele: dict[str, str]) -> str:
    aar = int(dele["å"])
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


def _plausible(dato: str, aar: tuple[int, int]) -> str:
    """The date, when its year can be right. A year typed in a cell that shows dates is a day in 1905."""
    foerste, sidste = aar
    if foerste <= int(dato[:4]) <= sidste:
        return dato
    if len(dato) == 10 and 1900 <= (tastet := (date.fromisoformat(dato) - FOERSTE_DAG_I_EXCEL).days) <= 2100:
        dag = f"{int(dato[8:])}.{int(dato[5:7])}.{dato[:4]}"
        raise Ulaeselig(
            f"er læst som {dag}. Står årstallet {tastet} i en celle formateret som dato? Formatér den som tekst."
        )
    raise Ulaeselig(f"har et årstal uden for {foerste}-{sidste}. Se efter, om årstallet er skrevet rigtigt.")


def _date_hint(ord_: str, aar: tuple[int, int]) -> str:
    if re.fullmatch(r"\d{5}", ord_):
        dag = FOERSTE_DAG_I_EXCEL + timedelta(days=int(ord_))
        if aar[0] <= dag.year <= aar[1] and dag.year >= 1950:
            skrevet = f"{dag.day}.{dag.month}.{dag.year}"
            return f"er Excels løbenummer for en dato. Skriv {skrevet}, eller formatér cellen som dato."
    if re.fullmatch(r"\d{1,2}[-./]\d{1,2}[-./]\d{2}", ord_):
        return "har kun to cifre i årstallet. Skriv fire, fx 5.5.2026."
    return "er ikke en dato. Skriv fx 5.5.2026, maj 2026 eller 2026."
