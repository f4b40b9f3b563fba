"""Periods as people write them: a year, a month, a day or nothing."""

import calendar
from datetime import date

Dato = date | int | str | None


def first_day(dato: Dato) -> date | None:
    """The first day a date can mean: 2019 -> 1 January 2019, "2019-05" -> 1 May 2019. Raises ValueError otherwise."""
    return _day(dato, first=True)


def last_day(dato: Dato) -> date | None:
    """The last day a date can mean: 2019 -> 31 December 2019, "2019-02" -> 28 February 2019. Raises ValueError."""
    return _day(dato, first=False)


def _day(dato: Dato, first: bool) -> date | None:
    if dato is None or dato == "":
        return None
    if isinstance(dato, date):
        return date(dato.year, dato.month, dato.day)
    dele = [int(del_) for del_ in str(dato).split("-")]
    aar = dele[0]
    maaned = dele[1] if len(dele) > 1 else (1 if first else 12)
    dag = dele[2] if len(dele) > 2 else (1 if first else calendar.monthrange(aar, maaned)[1])
    return date(aar, maaned, dag)
