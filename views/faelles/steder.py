"""Where people look for an area: the areas of every level by name, and towns and places by the kommune they lie in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import queries
from data.grupper import group, group_code
from geo import niveauer
from queries.database import Snapshot
from views.faelles.stavning import KALDENAVNE, folded, short
from views.sprog import dansk

# The order in which one looks; what is chosen least stands last.
RAEKKEFOELGE = ("region", "sundhedsraad", "kommune", "videreuddannelsesregion")
# Names that are made otherwise than by the word itself.
KOMMUNENAVNE = {"101": "Københavns Kommune", "400": "Bornholms Regionskommune"}
# A place of a register is told with more than its name: "Vollsmose (Odense)".
OM_STEDET = (" (", "/", ",")


@dataclass(frozen=True)
class Sted:
    """navn: as it is shown, "Nakskov → Lolland Kommune" for a place. noegler: folded texts that lead here. fremme: is
    it shown before anything is written?"""

    navn: str
    kode: str
    noegler: tuple[str, ...]
    fremme: bool


def listed_name(kode: str, struktur: str) -> str:
    """What the area of a code is called in lists; "" for none."""
    if gruppe := group(kode):
        return gruppe.navn if kode in ready_groups() else f"{gruppe.navn} (egen gruppe)"
    return listed_names(struktur).get(kode, "")


@lru_cache(maxsize=4)
def listed_names(struktur: str) -> dict[str, str]:
    """Every area by its code, in the order of the lists. A region of another structure stands there when no region of
    this one has its name. A chair finds her region by the name of its PLO-R too."""
    navne: dict[str, str] = {}
    plo_r = {en["region_id"]: f" ({en['plo_r']})" for en in niveauer.read_rows("region") if en["plo_r"]}
    regioner = {en.navn for en in niveauer.areas("region", struktur).values()}
    for niveau in sorted(_map_levels(), key=RAEKKEFOELGE.index):
        omraader = sorted(niveauer.areas(niveau, struktur).values(), key=lambda en: en.navn)
        navne |= {en.omraade_id: _called(niveau, en) + plo_r.get(en.omraade_id, "") for en in omraader}
        if niveau == "region":
            for anden in (en for en in niveauer.structures() if en != struktur):
                andre = niveauer.areas("region", anden).values()
                navne |= {en.omraade_id: f"{en.navn} ({_in_force(anden)})" for en in andre if en.navn not in regioner}
            navne |= ready_groups()
    return navne


@lru_cache(maxsize=1)
def ready_groups() -> dict[str, str]:
    """The old regions as parts of the new one that joins them, so that each has its numbers after the reform too: code
    -> name."""
    gamle, nye = (niveauer.areas("region", struktur).values() for struktur in niveauer.STRUKTURER)
    fundet = {}
    for ny in nye:
        dele = [en for en in gamle if set(en.kommunekoder) < set(ny.kommunekoder)]
        for del_ in dele:
            navn = f"{del_.navn}s del af {ny.kort_navn}".replace("ss del", "s del")
            fundet[group_code(navn, list(del_.kommunekoder))] = navn
    return fundet


def search_list(struktur: str, data: Snapshot) -> tuple[Sted, ...]:
    """All that can be found: areas first, then towns and the places of the registers."""
    return data.once(_search_list, struktur)


def _search_list(struktur: str, data: Snapshot) -> tuple[Sted, ...]:
    navne = listed_names(struktur)
    omraader = [Sted(navn, kode, _keys(navn, *KALDENAVNE.get(kode, ())), fremme=True) for kode, navn in navne.items()]
    optaget = {(folded(en.navn), en.omraade_id) for en in niveauer.areas("kommune").values()}
    steder = []
    for by, kode in _towns(data):
        if (folded(by), kode) not in optaget:
            optaget.add((folded(by), kode))
            steder.append(Sted(f"{by} → {navne[kode]}", kode, _keys(by), fremme=False))
    return (*omraader, *sorted(steder, key=lambda en: en.navn))


def _towns(data: Snapshot) -> Iterator[tuple[str, str]]:
    yield from queries.towns()
    for sted, kode in queries.places(data).itertuples(index=False):
        for skel in OM_STEDET:
            sted = sted.split(skel)[0]
        yield sted.strip(), kode


def _keys(*navne: str) -> tuple[str, ...]:
    """What stands in brackets leads there by itself too."""
    dele = [del_.strip(" )") for navn in navne for del_ in (navn, *navn.split(" (")[:2])]
    return tuple(dict.fromkeys(form for del_ in dele for form in (folded(del_), short(del_)) if form))


def _map_levels() -> list[str]:
    return [en.niveau for en in niveauer.levels().values() if en.er_kortniveau]


def _called(niveau: str, omraade: niveauer.Omraade) -> str:
    if niveau != "kommune":
        return omraade.navn
    return KOMMUNENAVNE.get(omraade.omraade_id, f"{omraade.navn} Kommune")


def _in_force(struktur: str) -> str:
    """ "fra 1. januar 2027" or "til 31. december 2026"."""
    post = niveauer.structures()[struktur]
    if post.gyldig_til:
        return f"til {dansk.day(post.gyldig_til.isoformat())}"
    return f"fra {dansk.day(post.gyldig_fra.isoformat())}"
