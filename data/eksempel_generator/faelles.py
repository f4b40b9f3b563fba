"""What the registers share: the day of the data, dates as text with a precision, and exact apportionment."""

import datetime
import random

IDAG = datetime.date(2026, 11, 21)  # the day the example looks back from; later dates are plans (deadlines) only
FOERSTE_AAR = 2022
AAR = range(FOERSTE_AAR, IDAG.year + 1)
GRUNDLAG = "opdigtet"
LAENGDE = {"aar": 4, "maaned": 7, "dag": 10}  # characters of an ISO date at each precision

Raekke = dict[str, object]


def terning(froe: int, register: str) -> random.Random:
    """Own generator per register, so that a change in one register leaves the others as they were."""
    return random.Random(f"{froe}-{register}")


def skriv_dato(dato: datetime.date, praecision: str) -> str:
    """ISO date cut to its precision (aar, maaned, dag), as the registers write it."""
    return dato.isoformat()[: LAENGDE[praecision]]


def praecision_af(dato: str) -> str:
    """The precision of a date as written: aar, maaned or dag."""
    return {laengde: navn for navn, laengde in LAENGDE.items()}[len(dato)]


def om(dage: int, dato: datetime.date) -> datetime.date:
    """The first weekday at least `dage` days after `dato`: regions publish and decide on weekdays."""
    dato += datetime.timedelta(days=dage)
    return dato + datetime.timedelta(days=max(0, 7 - dato.weekday()) if dato.weekday() > 4 else 0)


def naeste_foerste(dato: datetime.date) -> datetime.date:
    """First of the next month: clinics open and change hands on the first."""
    return (dato.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)


def fordel(total: int, vaegte: list[float], lofter: list[int] | None = None) -> list[int]:
    """Whole units that sum to `total`, in proportion to `vaegte`, none above its ceiling in `lofter`.

    Raises ValueError when the ceilings cannot hold the total. Areas without weight get units only when all
    others are full.
    """
    lofter = [total] * len(vaegte) if lofter is None else lofter
    if total > sum(lofter):
        raise ValueError(f"{total} does not fit below {lofter}")
    resultat = [0] * len(vaegte)
    for _ in range(total):  # highest quotient (Sainte-Laguë) keeps rounding fair between small and large areas
        plads = [i for i in range(len(vaegte)) if resultat[i] < lofter[i]]
        resultat[max(plads, key=lambda i: (vaegte[i] / (2 * resultat[i] + 1), -resultat[i], -i))] += 1
    return resultat
