"""Numbers at axes as Danes write them: 200.000, but 6 mio."""

from math import floor, log10

from views.sprog import dansk

MILLION, I_MIO = 1_000_000, " mio."
# An axis of numbers has no more marks than this, whoever draws it.
FLEST = 15


def axis_number(tal: float, decimaler: int = 0) -> str:
    """The words at a mark of an axis; `decimaler` are those of the axis's step."""
    if abs(tal) < MILLION:
        return dansk.number(tal, decimaler)
    i_mio = round(tal / MILLION, 3)
    return f"{dansk.number(i_mio, next(nr for nr in range(4) if round(i_mio, nr) == i_mio))}{I_MIO}"


def millions(stoerst: float) -> list[float]:
    """The numbers from a million that may be marks of an axis that ends at the largest: steps are 1, 2 or 5 times a
    power of ten. Empty where nothing is as large."""
    if stoerst < MILLION:
        return []
    mindste_trin = stoerst / FLEST
    ud: set[float] = set()
    for ti in (10.0 ** floor(log10(mindste_trin)), 10.0 ** floor(log10(mindste_trin) + 1)):
        for trin in (ti, 2 * ti, 5 * ti):
            if mindste_trin <= trin <= stoerst:
                ud |= {nr * trin for nr in range(1, floor(stoerst / trin) + 2)}
    return sorted(tal for tal in ud if tal >= MILLION)
