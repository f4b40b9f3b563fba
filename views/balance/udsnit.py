"""Which of the areas that are computed make up a chosen one, or why nothing is said of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.grupper import group
from geo import niveauer
from views.balance.balance import Balance
from views.balance.grundlag import SJAELLAND, Kendt, Sted
from views.balance.scenarie import PLAN
from views.faelles.filtre import Filters

# With fewer doctors a year's fraction of one is no series.
FAERREST = 20
KRAEVER = "Scenariet kræver læger, HU-forløb og udbudsplan pr. sundhedsråd, og dem har datasættet ikke."
KUN_87 = "For Region Sjælland regnes kun, hvornår de udbudte numre kan besættes."
HERAF = "Heraf kendt: Region Sjælland."
IKKE_KOMMUNE = "Scenariet regnes ikke for kommuner: læger flytter over kommunegrænser, og tallene er for små."
IKKE_HELE = "Området er ikke sat sammen af hele {}, som er det mindste, scenariet regnes for."
FOR_FAA = f"Området har under {FAERREST} læger. Det er med i regionens sum, men har ingen årsrække for sig selv."
UDEN_PLAN = "Ikke alle områder her har en plan i datasættet, og en ukendt plan er ikke en plan om ingenting."


@dataclass(frozen=True)
class Udsnit:
    """kode, navn: the area. koder: the computed areas and rest buckets whose sum it is (`Forloeb.of`); () when
    `mangler` says why there is none. heraf: what is known of a part of it, "" for nothing."""

    kode: str
    navn: str
    koder: tuple[str, ...]
    mangler: str = ""
    heraf: str = ""


def chosen(balance: Balance, filters: Filters) -> Udsnit:
    """The area that the choices are about; without one the whole country."""
    omraade = niveauer.areas(filters.niveau, filters.struktur).get(filters.omraade)
    if omraade is None:
        omraade = niveauer.areas(niveauer.LAND)[niveauer.LAND]
    return _of(balance, omraade)


def areas(balance: Balance, niveau: str, struktur: str) -> dict[str, Udsnit]:
    """All areas of a level side by side, by code; places that no area holds are in none of them."""
    return {kode: _of(balance, en) for kode, en in niveauer.areas(niveau, struktur).items()}


def computed_areas(balance: Balance) -> Mapping[str, Sted]:
    """What is computed, by code: the areas, and the buckets of what is known for a region only."""
    return {en.kode: en for en in balance.kendt.steder}


def _of(balance: Balance, omraade: niveauer.Omraade) -> Udsnit:
    kendt = balance.kendt
    if balance.mangler:
        return Udsnit(omraade.omraade_id, omraade.navn, (), balance.mangler)
    if omraade.niveau == niveauer.LAND and not kendt.steder:
        return Udsnit(omraade.omraade_id, omraade.navn, (niveauer.LAND,))
    koder = {*omraade.kommunekoder}
    inde = tuple(en for en in kendt.steder if en.kommunekoder <= koder)
    mangler = _why_not(balance, omraade, inde)
    sjaelland = niveauer.areas("region", niveauer.STRUKTURER[0])[SJAELLAND]
    holder_87 = bool(kendt.aabne_87) and {*sjaelland.kommunekoder} <= koder
    heraf = HERAF if mangler and holder_87 and omraade.omraade_id != SJAELLAND else ""
    return Udsnit(omraade.omraade_id, omraade.navn, () if mangler else tuple(en.kode for en in inde), mangler, heraf)


def _why_not(balance: Balance, omraade: niveauer.Omraade, inde: tuple[Sted, ...]) -> str:
    kendt = balance.kendt
    if not kendt.steder:
        return KUN_87 if omraade.omraade_id == SJAELLAND and kendt.aabne_87 else KRAEVER
    if omraade.niveau == "kommune":
        return IKKE_KOMMUNE
    hele = frozenset().union(*(en.kommunekoder for en in inde if not en.er_rest))
    if hele != {*omraade.kommunekoder}:
        er_kommuner = (gruppe := group(omraade.omraade_id)) is not None and gruppe.niveau == "kommune"
        return IKKE_KOMMUNE if er_kommuner and not hele else IKKE_HELE.format(_level_name(kendt))
    if sum(en.laeger for en in inde) < FAERREST:
        return FOR_FAA
    if balance.scenarie.politik == PLAN and not _is_planned(inde):
        return UDEN_PLAN
    return ""


def _is_planned(inde: tuple[Sted, ...]) -> bool:
    """Has every area a plan, its own or that of a region which is part of the same?"""
    rester = [en.kommunekoder for en in inde if en.er_rest and en.plan]
    return all(en.er_rest or en.plan or any(en.kommunekoder <= rest for rest in rester) for en in inde)


def _level_name(kendt: Kendt) -> str:
    return niveauer.level(kendt.niveau).navn_flertal
