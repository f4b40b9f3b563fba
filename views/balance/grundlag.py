"""What a run begins with, made from what the data hold and what is assumed in its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from geo import niveauer
from views.balance.antagelser import Forudsaetninger
from views.balance.forloeb import Grundlag, Omraade, places_a_year

SJAELLAND = "1085"
YDERNUMMER = "ydernummer"


@dataclass(frozen=True)
class Tilbud:
    """Units that are open since a year, or planned for it. An ydernummer holds as many places as is assumed (k_y); a
    capacity is one."""

    aar: int
    enhed: str
    antal: float

    def places(self, f: Forudsaetninger) -> float:
        return self.antal * (f.ky if self.enhed == YDERNUMMER else 1.0)


@dataclass(frozen=True)
class Sted:
    """An area of the computing level, or a rest bucket, as it stood at the base date.

    kommunekoder: what it is made of; of a bucket those of its region. uddannelsesregion: the videreuddannelsesregion
    that holds it. laeger: PLO doctors; 0 in a bucket. aldre: by motor.ALDRE, () when they are not known. mangel:
    capacities that it is short of its target, None when it has none. plan: () when nothing is planned or known.
    """

    kode: str
    navn: str
    kommunekoder: frozenset[str]
    uddannelsesregion: str
    laeger: float
    indbyggere: float
    aldre: tuple[float, ...] = ()
    mangel: float | None = None
    aabne: tuple[Tilbud, ...] = ()
    plan: tuple[Tilbud, ...] = ()
    er_rest: bool = False


@dataclass(frozen=True)
class Kendt:
    """What a dataset holds of the years before the scenario.

    hu: (videreuddannelsesregion, or "land" for all of them, year) -> HU-forløb filled. hu_andel: the same regions ->
    share of the HU-forløb of a year that nothing is known of. steder: the areas of the computing level, and the rest
    buckets; () when only the country is known. bosaetning: (region, area) -> share of the finished doctors who went
    there, {} when it is assumed. aabne_87: what is open in Region Sjælland, which is then run by itself; () elsewhere.
    """

    hu: Mapping[tuple[str, int], float] = field(hash=False)
    hu_andel: Mapping[str, float] = field(hash=False)
    niveau: str = niveauer.LAND
    steder: tuple[Sted, ...] = ()
    bosaetning: Mapping[tuple[str, str], float] = field(default_factory=dict, hash=False)
    aabne_87: tuple[Tilbud, ...] = ()


def whole(kendt: Kendt, f: Forudsaetninger) -> Grundlag:
    """The country and all that is known below it: by area where the areas are known, else as one (T0)."""
    if not kendt.steder:
        land = Omraade(niveauer.LAND, "Danmark", niveauer.LAND, f.p0, andel=1.0)
        return Grundlag((land,), kendt.hu, kendt.hu_andel, pladser_pr_aar=places_a_year(f.p0))
    andele = offered_shares(kendt.steder)
    omraader = tuple(
        Omraade(
            en.kode,
            en.navn,
            en.uddannelsesregion,
            en.laeger,
            en.aldre,
            aabne=_by_year(en.aabne, f),
            plan=dict(_by_year(en.plan, f)),
            andel=andele[en.kode],
        )
        for en in kendt.steder
    )
    laeger = sum(en.laeger for en in omraader)
    return Grundlag(omraader, kendt.hu, kendt.hu_andel, kendt.bosaetning, pladser_pr_aar=places_a_year(laeger))


def of_the_87(kendt: Kendt, f: Forudsaetninger) -> Grundlag:
    """Region Sjælland by itself: its doctors of c. 2020, so it is no part of the country's run and never taken from
    it."""
    aabne = _by_year(kendt.aabne_87, f)
    sted = Omraade(SJAELLAND, "Region Sjælland", niveauer.LAND, f.p0_sj, faktor=f.r, aabne=aabne)
    return Grundlag((sted,), kendt.hu, kendt.hu_andel, andel_af_landet=f.m)


def offered_shares(steder: Iterable[Sted]) -> dict[str, float]:
    """What share of the country's new places each area is offered on the way to the reform's goal: after what it is
    short of its target where all areas have one, else after inhabitants."""
    steder = tuple(steder)
    omraader = [en for en in steder if not en.er_rest]
    efter = {en.kode: en.mangel or 0.0 for en in omraader}
    if any(en.mangel is None for en in omraader) or not sum(efter.values()):
        efter = {en.kode: en.indbyggere for en in omraader}
    i_alt = sum(efter.values())
    return {en.kode: efter.get(en.kode, 0.0) / i_alt for en in steder}


def _by_year(tilbud: Iterable[Tilbud], f: Forudsaetninger) -> tuple[tuple[int, float], ...]:
    ud: dict[int, float] = {}
    for en in tilbud:
        ud[en.aar] = ud.get(en.aar, 0.0) + en.places(f)
    return tuple(sorted(ud.items()))
