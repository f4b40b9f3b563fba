"""What a run begins with, made from what the data hold and what is assumed in its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo import niveauer
from views.balance.antagelser import Forudsaetninger
from views.balance.forloeb import Grundlag, Omraade, places_a_year

SJAELLAND = "1085"


@dataclass(frozen=True)
class Kendt:
    """What a dataset holds of the years before the scenario.

    hu: (videreuddannelsesregion, or "land" for all of them, year) -> HU-forløb filled. omraader: the areas of the
    computing level as they stood at the base date; () when only the country is known. hu_andel: region -> share of the
    HU-forløb of a year that nothing is known of. bosaetning: (region, area) -> share of the finished doctors who went
    there, {} when it is assumed. aabne_87: (year of offer, places) open in Region Sjælland, which is run by itself.
    """

    hu: Mapping[tuple[str, int], float] = field(hash=False)
    hu_andel: Mapping[str, float] = field(hash=False)
    omraader: tuple[Omraade, ...] = ()
    bosaetning: Mapping[tuple[str, str], float] = field(default_factory=dict, hash=False)
    aabne_87: tuple[tuple[int, float], ...] = ()


def whole(kendt: Kendt, f: Forudsaetninger) -> Grundlag:
    """The country and all that is known below it: by area where the areas are known, else as one (T0)."""
    omraader = kendt.omraader or (Omraade(niveauer.LAND, "Danmark", niveauer.LAND, f.p0, andel=1.0),)
    laeger = sum(en.laeger for en in omraader)
    return Grundlag(omraader, kendt.hu, kendt.hu_andel, kendt.bosaetning, pladser_pr_aar=places_a_year(laeger))


def of_the_87(kendt: Kendt, f: Forudsaetninger) -> Grundlag:
    """Region Sjælland by itself: its doctors of c. 2020, so it is no part of the country's run and never taken from
    it."""
    sted = Omraade(SJAELLAND, "Region Sjælland", niveauer.LAND, f.p0_sj, faktor=f.r, aabne=kendt.aabne_87)
    return Grundlag((sted,), kendt.hu, kendt.hu_andel, andel_af_landet=f.m)
