"""Periods as people write them: a year, a month, a day or nothing."""

import calendar
from collections.abc import Iterable, Sequence
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


def days(perioder: Sequence[tuple[Dato, Dato]]) -> dict[str, tuple]:
    """First and last day of each period as parameters of a query; tuples, so that the question can be remembered."""
    return {"fra": tuple(first_day(fra) for fra, _ in perioder), "til": tuple(last_day(til) for _, til in perioder)}


def years(perioder: Sequence[tuple[Dato, Dato]]) -> dict[str, tuple]:
    """The same in years: `fra_aar` and `til_aar`."""
    return {f"{navn}_aar": tuple(dag and dag.year for dag in dage) for navn, dage in days(perioder).items()}


def span(datoer: Iterable[str | None]) -> str | None:
    """From the first to the last of some dates, as precise as they are: "2017/2020-05", or one date when it covers them
    all ("2019" does "2019-05"). None without any. A span may be among the dates."""
    dele = [en for dato in datoer if dato for en in dato.split("/")]
    if not dele:
        return None
    foerste, sidste = min(dele, key=_begins), max(dele, key=_ends)
    return foerste if foerste == sidste else f"{foerste}/{sidste}"


def _begins(dato: str) -> tuple[str, int]:
    """Of two that begin on the same day, the one that says least comes first (and, in `_ends`, last)."""
    return dato + "-01-01"[len(dato) - 4 :], len(dato)


def _ends(dato: str) -> tuple[str, int]:
    return dato + "-12-31"[len(dato) - 4 :], -len(dato)
