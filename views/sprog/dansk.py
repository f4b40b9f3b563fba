"""Numbers, dates and lists as Danes write them."""

from functools import lru_cache
from itertools import takewhile

import pandas as pd
from babel.dates import format_date
from babel.numbers import format_decimal

from queries.periode import first_day
from views.sprog import ord

INGEN_DATA = "ingen data"
# Babel takes 0.1 ms a number, and a map of the kommuner has two hundred.
NUMBERS_REMEMBERED = 20_000
DAYS_REMEMBERED = 5_000


def is_missing(vaerdi) -> bool:
    """None, NaN or pandas' NA, whose comparison with itself is neither true nor false."""
    return vaerdi is None or vaerdi is pd.NA or vaerdi != vaerdi


def number(vaerdi: float | None, decimaler: int = 0) -> str:
    """1234.5 -> "1.234,5" with one decimal; missing -> "ingen data"."""
    if is_missing(vaerdi):
        return INGEN_DATA
    # adding zero makes a zero of what was rounded to minus zero
    return _written(round(float(vaerdi), decimaler) + 0.0, decimaler)


@lru_cache(NUMBERS_REMEMBERED)
def _written(vaerdi: float, decimaler: int) -> str:
    moenster = "#,##0" + ("." + "0" * decimaler if decimaler else "")
    return format_decimal(vaerdi, format=moenster, locale="da")


def quantity(vaerdi: float | None, enhed: str, decimaler: int = 0) -> str:
    """A number with its unit: "73 pct.", "1.600 patienter", "1 patient"; large amounts of money in "mio. kr."."""
    if is_missing(vaerdi):
        return INGEN_DATA
    if enhed == "kr." and abs(vaerdi) >= 1_000_000:
        i_mio = vaerdi / 1_000_000
        return f"{number(i_mio, 0 if round(i_mio, 1) == round(i_mio) else 1)} mio. kr."
    tal = number(vaerdi, decimaler)
    return f"{tal} {unit(tal, enhed)}"


def unit(tal: str, enhed: str) -> str:
    """The unit as it stands after a number that is written already."""
    return unit_of_one(enhed) if tal == "1" else enhed


def unit_of_one(enhed: str) -> str:
    """ "patienter pr. kapacitet" -> "patient pr. kapacitet", "ubesatte HU-forløb" -> "ubesat HU-forløb": every word
    before the first that is the same for one."""
    ordene = enhed.split(" ")
    kendte = list(takewhile(ord.ENTAL.__contains__, ordene))
    return " ".join([*(ord.ENTAL[en] for en in kendte), *ordene[len(kendte) :]])


def day(dato: str | None) -> str:
    """An ISO date as precise as it is: "2026-05-05" -> "5. maj 2026", "2026-05" -> "maj 2026", "2026" -> "2026"; and a
    span of two: "2017/2020" -> "2017-2020", "2019-10/2020" -> "oktober 2019 til 2020"."""
    if is_missing(dato) or not dato:
        return "udateret"
    return _written_day(str(dato))


def day_and_time(tid: str) -> str:
    """An ISO time: "2026-05-05T14:05:00+02:00" -> "5. maj 2026 kl. 14.05"."""
    return f"{day(tid[:10])} kl. {tid[11:16].replace(':', '.')}"


@lru_cache(DAYS_REMEMBERED)
def _written_day(dato: str) -> str:
    if "/" in dato:
        dele = [_written_day(en) for en in dato.split("/")]
        return ("-" if all(map(str.isdigit, dele)) else " til ").join(dele)
    moenster = {4: "y", 7: "MMMM y", 10: "d. MMMM y"}[len(dato)]
    return format_date(first_day(dato), moenster, locale="da")


def period(fra: int | None, til: int | None) -> str:
    """A period of whole years in words."""
    if fra is None and til is None:
        return "alle år"
    if fra is None:
        return f"til og med {til}"
    if til is None:
        return f"fra {fra}"
    return str(fra) if fra == til else f"{fra}-{til}"


def sentence_list(ord_: list[str]) -> str:
    """["a", "b", "c"] -> "a, b og c"."""
    return ord_[0] if len(ord_) == 1 else ", ".join(ord_[:-1]) + " og " + ord_[-1]


def capital(tekst: str) -> str:
    """The first letter as a capital, the rest as it is."""
    return tekst[:1].upper() + tekst[1:]


def noun(antal: int, ental: str, flertal: str) -> str:
    """The word that goes with a number: one "projekt", no "projekter"."""
    return ental if antal == 1 else flertal


def counted(antal: int, ental: str, flertal: str) -> str:
    """ "1 projekt", "1.200 projekter"."""
    return f"{number(antal)} {noun(antal, ental, flertal)}"


def holds(tekst: str, soegning: str) -> bool:
    """Does every word of a search stand somewhere in a text, whether in capitals or not? Of an empty search, yes."""
    tekst = tekst.casefold()
    return all(led in tekst for led in soegning.casefold().split())
