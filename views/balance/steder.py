"""Which of the computed areas lie in the chosen one; all other levels are sums of them, never a run of their own."""

from collections.abc import Mapping

from geo import niveauer
from views.balance.antagelser import SAET
from views.balance.forloeb import Forloeb
from views.balance.motor import Aaret
from views.faelles.filtre import Filters

REGNET_PAA = "sundhedsraad"


def inside(filters: Filters, forloeb: Forloeb) -> tuple[str, ...]:
    """The codes of the computed areas in the chosen area; all of them for the country, () where none lies in it."""
    if not filters.omraade:
        return tuple(forloeb.aar)
    return tuple(
        kode
        for kode in forloeb.aar
        if filters.omraade
        in (kode, niveauer.containing(REGNET_PAA, kode, filters.niveau, niveauer.STRUKTURER[0], filters.struktur))
    )


def years_of(filters: Filters, landet: Mapping[str, Forloeb]) -> dict[str, tuple[Aaret, ...]]:
    """Year by year in the chosen area, by set; {} where nothing is computed for it."""
    koder = inside(filters, landet[SAET[0]])
    return {saet: landet[saet].of(koder) for saet in SAET} if koder else {}
