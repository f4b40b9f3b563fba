"""What the data hold at the base date: at the finest level at which doctors are counted in all areas.

What is not known is left out here and assumed by whoever runs; nothing that is missing becomes a zero.
"""

from datetime import date

import pandas as pd

from geo import niveauer
from queries import balance as spoerg
from queries import befolkning_pr_omraade
from queries.database import Snapshot
from queries.hu_serier import hu_by_year
from queries.maal import targets
from views.balance.grundlag import SJAELLAND, YDERNUMMER, Kendt, Sted, Tilbud
from views.balance.scenarie import BASISAAR, FOERSTE_AAR

BASISDAG = date(BASISAAR, 12, 31)
# A count of the first day of the year is one of the last; a later one stands in only when there is no other.
TAELLEDAGE = (date(FOERSTE_AAR, 1, 1), date(9999, 12, 31))
# The levels that can be computed on, with the structure whose areas nest in all the others; the finest first.
GAMLE = niveauer.STRUKTURER[0]
NIVEAUER = (("sundhedsraad", GAMLE), ("region", GAMLE))
REST = "rest."
OWNERS, ALLE = "ejer", "alle"


def known(datasaet: str, data: Snapshot) -> Kendt:
    """What a dataset holds. Without doctors by area: the country, and Region Sjælland's open numbers by themselves."""
    for niveau, struktur in NIVEAUER:
        laeger = doctors_of_all(niveau, struktur, datasaet, data)
        if laeger:
            andele = _hu_shares(data)
            steder = _places(niveau, struktur, datasaet, laeger, data)
            bosat = _settlement(niveau, struktur, datasaet, steder, data)
            return Kendt(_hu_by_region(datasaet, andele, data), andele, niveau, steder, bosat)
    lod = lot_of_the_87(datasaet, data)
    aabne = tuple(Tilbud(int(en.aar), en.enhed, float(en.antal)) for en in lod.itertuples())
    return Kendt(_by_year(hu_of_country(datasaet, data)), {niveauer.LAND: 1.0}, aabne_87=aabne)


def doctors_of_all(niveau: str, struktur: str, datasaet: str, data: Snapshot) -> tuple[spoerg.Laegetal, ...]:
    """Doctors of all areas of a level; () when one lacks, for then the country is not their sum."""
    for dag in TAELLEDAGE:
        talt = spoerg.doctors(niveau, struktur, datasaet, dag, data)
        if {en.omraade_id for en in talt} == {*niveauer.areas(niveau, struktur)}:
            return talt
    return ()


def _hu_by_region(datasaet: str, andele: dict[str, float], data: Snapshot) -> dict[tuple[str, int], float]:
    """As they are told of each region; of years that are told of the country alone, by the shares that are assumed."""
    ramme = spoerg.filled_hu(GAMLE, datasaet, BASISAAR, data)
    landets = {
        (region, aar): besat * andel
        for (_, aar), besat in _by_year(hu_of_country(datasaet, data)).items()
        for region, andel in andele.items()
    }
    return landets | {(en.omraade_id, int(en.aar)): float(en.besat) for en in ramme.itertuples()}


def hu_of_country(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """The country's, from the preferred rows of `queries.hu_serier.hu_by_year`, up to the base year; where a year is
    only known as it was expected (2020), as that."""
    ramme = hu_by_year(niveauer.LAND, GAMLE, datasaet, data)
    ramme = ramme[(ramme["omraade_id"] == niveauer.LAND) & ramme["besat"].notna() & (ramme["aar"] <= BASISAAR)]
    return ramme.sort_values("er_prognose", kind="stable").drop_duplicates("aar")


def _by_year(hu: pd.DataFrame) -> dict[tuple[str, int], float]:
    return {(niveauer.LAND, int(en.aar)): float(en.besat) for en in hu.itertuples()}


def _hu_shares(data: Snapshot) -> dict[str, float]:
    """By inhabitants, where no year tells."""
    folk = befolkning_pr_omraade("videreuddannelsesregion", GAMLE, data=data)
    i_alt = float(folk["indbyggere"].sum())
    return {en.omraade_id: float(en.indbyggere) / i_alt for en in folk.itertuples()}


def _places(niveau: str, struktur: str, datasaet: str, laeger, data: Snapshot) -> tuple[Sted, ...]:
    aabne = spoerg.open_places(niveau, struktur, datasaet, BASISDAG, data)
    plan = spoerg.plan(niveau, struktur, datasaet, data)
    plan = plan[plan["art"] == "nyt"]
    aabne_efter, plan_efter = (_by_place(ramme, data) for ramme in (aabne, plan))
    maal = _targets(niveau, struktur, datasaet, data)
    folk = befolkning_pr_omraade(niveau, struktur, data=data).set_index("omraade_id")["indbyggere"]
    omraader = niveauer.areas(niveau, struktur)
    steder = [
        Sted(
            en.omraade_id,
            en.navn,
            frozenset(omraader[en.omraade_id].kommunekoder),
            en.uddannelsesregion,
            en.laeger,
            float(folk[en.omraade_id]),
            en.aldre,
            max(0.0, maal[en.omraade_id] - en.laeger) if en.omraade_id in maal else None,
            aabne_efter.get(en.omraade_id, ()),
            plan_efter.get(en.omraade_id, ()),
        )
        for en in laeger
    ]
    rester = sorted(kode for kode in {*aabne_efter, *plan_efter} if kode.startswith(REST))
    return (*steder, *(_bucket(kode, aabne_efter.get(kode, ()), plan_efter.get(kode, ())) for kode in rester))


def _bucket(kode: str, aabne: tuple[Tilbud, ...], plan: tuple[Tilbud, ...]) -> Sted:
    """Places that are known for a region, or for the country, and for no area in it: no doctor takes them."""
    region = kode.removeprefix(REST)
    niveau, struktur = niveauer.level_of(region, GAMLE) or (niveauer.LAND, GAMLE)
    sted = niveauer.areas(niveau, struktur)[region]
    navn = f"{sted.navn}, ikke stedfæstet"
    return Sted(kode, navn, frozenset(sted.kommunekoder), "", 0.0, 0.0, aabne=aabne, plan=plan, er_rest=True)


def _by_place(ramme: pd.DataFrame, data: Snapshot) -> dict[str, tuple[Tilbud, ...]]:
    ud: dict[str, list[Tilbud]] = {}
    for en in ramme.itertuples():
        kode = en.omraade_id
        if kode == "ikke_stedfaestet":
            kode = REST + (en.kendt_region if isinstance(en.kendt_region, str) else niveauer.LAND)
        ud.setdefault(kode, []).append(Tilbud(int(en.aar), en.enhed, float(en.antal)))
    return {kode: tuple(tilbud) for kode, tilbud in ud.items()}


def _targets(niveau: str, struktur: str, datasaet: str, data: Snapshot) -> dict[str, float]:
    """Capacities by the preferred rule that holds when the first offers are made: not by a draft of the year before."""
    ramme = targets(niveau, struktur, datasaet, date(FOERSTE_AAR, 12, 31), data)
    ramme = ramme[ramme["gaelder"] & ramme["foretrukken"] & (ramme["maal"] == "kapaciteter")]
    return {en.omraade_id: float(en.vaerdi) for en in ramme.itertuples()}


def _settlement(
    niveau: str, struktur: str, datasaet: str, steder: tuple[Sted, ...], data: Snapshot
) -> dict[tuple[str, str], float]:
    """Where the finished of each region went, of those in an area with doctors; {} unless all regions are counted."""
    med = {en.kode for en in steder if en.laeger > 0}
    regioner = {en.uddannelsesregion for en in steder if not en.er_rest}
    for ansaettelse in (OWNERS, ALLE):
        ramme = spoerg.settlement(niveau, struktur, datasaet, data, ansaettelse)
        ramme = ramme[ramme["omraade_id"].isin(med) & (ramme["antal"] > 0)]
        if regioner and {*ramme["uddannelsesregion"]} == regioner:
            i_alt = ramme.groupby("uddannelsesregion")["antal"].sum()
            return {
                (en.uddannelsesregion, en.omraade_id): float(en.antal / i_alt[en.uddannelsesregion])
                for en in ramme.itertuples()
            }
    return {}


def lot_of_the_87(datasaet: str, data: Snapshot) -> pd.DataFrame:
    """The largest lot of ydernumre that is open in Region Sjælland: a row of `queries.balance.open_places`, or none.
    What else is open there is old and small, and nobody knows whether it is part of the same."""
    ramme = spoerg.open_places("region", GAMLE, datasaet, BASISDAG, data)
    ramme = ramme[(ramme["omraade_id"] == SJAELLAND) & (ramme["enhed"] == YDERNUMMER)]
    return ramme.nlargest(1, "antal")
