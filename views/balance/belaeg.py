"""The records that a run begins with, besides the assumptions: whose doctors, HU-forløb and offers they are."""

from collections.abc import Iterable

import pandas as pd

from geo import niveauer
from queries import balance as spoerg
from queries.database import Snapshot
from views.balance.balance import Balance
from views.balance.forloeb import AARENE, Forloeb
from views.balance.kendt import BASISDAG, doctors_of_all, hu_of_country, lot_of_the_87
from views.balance.scenarie import BASISAAR, MAAL
from views.faelles.kilder import Belaeg, of_rows

ADSKILT = ";"
# Who tells of the reform's 5,000 doctors in 2035.
MAALETS_KILDE = "upday-2024-11-aftale-sundhedsreform"


def of_run(svar: Balance, datasaet: str, data: Snapshot) -> Belaeg:
    """Of the country and all below it."""
    raekker = _hu(svar, datasaet, used_years(svar.landet.values()), data)
    if svar.kendt.steder:
        niveau, struktur = svar.kendt.niveau, niveauer.STRUKTURER[0]
        laeger = doctors_of_all(niveau, struktur, datasaet, data)
        raekker += [(kilde, en.dato.isoformat()) for en in laeger for kilde in en.kilder]
        raekker += _open(spoerg.open_places(niveau, struktur, datasaet, BASISDAG, data))
    if svar.scenarie.politik == MAAL:
        raekker.append((MAALETS_KILDE, None))
    return _told(raekker, data)


def of_the_87(svar: Balance, datasaet: str, data: Snapshot) -> Belaeg:
    """Of Region Sjælland by itself."""
    aarene = used_years(svar.de_87.values())
    return _told(_hu(svar, datasaet, aarene, data) + _open(lot_of_the_87(datasaet, data)), data)


def of_years(svar: Balance, datasaet: str, aarene: Iterable[int], data: Snapshot) -> Belaeg:
    """Of the HU-forløb that were filled in some years."""
    return _told(_hu(svar, datasaet, {*aarene}, data), data)


def used_years(forloeb: Iterable[Forloeb]) -> set[int]:
    """The years whose HU-forløb give the doctors of the years of a run."""
    ud = set()
    for en in forloeb:
        hele = int(en.forudsaetninger.forsinkelse)
        ud |= {aar - hele - trin for aar in AARENE for trin in range(1 + (en.forudsaetninger.forsinkelse > hele))}
    return ud


def _hu(svar: Balance, datasaet: str, aarene: set[int], data: Snapshot) -> list[tuple[str, str]]:
    if svar.kendt.steder:
        ramme = spoerg.filled_hu(niveauer.STRUKTURER[0], datasaet, BASISAAR, data)
    else:
        ramme = hu_of_country(datasaet, data)
    kendte = {aar for _, aar in svar.kendt.hu} & aarene
    return [(kilde, str(en.aar)) for en in ramme.itertuples() if en.aar in kendte for kilde in en.kilder.split(ADSKILT)]


def _open(lod: pd.DataFrame) -> list[tuple[str, str]]:
    """Who says that lots stood open, and since when."""
    return [(kilde, str(en.aar)) for en in lod.itertuples() for kilde in en.kilder.split(ADSKILT)]


def _told(raekker: list[tuple[str, str | None]], data: Snapshot) -> Belaeg:
    return of_rows(pd.DataFrame(raekker, columns=["kilde_id", "dato"], dtype=object), data)
