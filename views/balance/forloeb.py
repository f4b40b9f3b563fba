"""Ten years of all areas of one computing level: doctors settle, places are offered, each sum is one of areas."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from operator import attrgetter

from views.balance.antagelser import Forudsaetninger
from views.balance.motor import Aaret, Kohorte, Stand, given_up, step, weighted
from views.balance.scenarie import BASISAAR, FOERSTE_AAR, MAAL, PLAN, SIDSTE_AAR, TAKT, Scenarie

# What the reform wants in 2035, in all offers of general practice.
REFORMENS_MAAL = 5000
AARENE = tuple(range(FOERSTE_AAR, SIDSTE_AAR + 1))


@dataclass(frozen=True)
class Omraade:
    """An area at the end of the base year.

    region: its videreuddannelsesregion. laeger: PLO doctors. aldre: the same by ALDRE, () when not known. faktor: how
    many times as often places are given up, where ages are not known. aabne: (year of offer, places) that are open.
    plan: year -> places that the region has decided on. andel: its share of what the country offers under MAAL. A rest
    bucket (places known for a region and no area) has no doctors: `laeger` is 0 and nobody settles there.
    """

    kode: str
    navn: str
    region: str
    laeger: float
    aldre: tuple[float, ...] = ()
    faktor: float = 1.0
    aabne: tuple[tuple[int, float], ...] = ()
    plan: Mapping[int, float] = field(default_factory=dict, hash=False)
    andel: float = 0.0


@dataclass(frozen=True)
class Grundlag:
    """What a run begins with. hu: (videreuddannelsesregion, year) -> HU-forløb filled; a year without is assumed
    (`h`, `h_frem`) and shared by `hu_andel` (region -> share). bosaetning: (region, area) -> share, or {}: by sigma and
    g. andel_af_landet: for one area by itself, its share of the country's new doctors (T0), else 1.
    pladser_pr_aar: what the country offers a year under MAAL (`places_a_year`)."""

    omraader: tuple[Omraade, ...]
    hu: Mapping[tuple[str, int], float] = field(hash=False)
    hu_andel: Mapping[str, float] = field(hash=False)
    bosaetning: Mapping[tuple[str, str], float] = field(default_factory=dict, hash=False)
    andel_af_landet: float = 1.0
    pladser_pr_aar: float = 0.0

    @property
    def laeger(self) -> float:
        """PLO doctors of all areas at the end of the base year."""
        return sum(omraade.laeger for omraade in self.omraader)


@dataclass(frozen=True)
class Forloeb:
    """What a run gave: by area, ten years; and the cohorts as they stood at the end."""

    grundlag: Grundlag
    forudsaetninger: Forudsaetninger
    aar: Mapping[str, tuple[Aaret, ...]] = field(hash=False)
    stande: Mapping[str, Stand] = field(hash=False)

    @cached_property
    def samlet(self) -> tuple[Aaret, ...]:
        """The sum of all areas, year by year."""
        return self.of(tuple(self.aar))

    def of(self, koder: tuple[str, ...]) -> tuple[Aaret, ...]:
        """The sum of some areas, year by year. Never a run of its own: doctors in one area take no place in another."""
        return tuple(_sum(samme) for samme in zip(*(self.aar[kode] for kode in koder)))

    def at(self, aar: int) -> Aaret:
        """A year of the sum."""
        return self.samlet[aar - FOERSTE_AAR]


def run(grundlag: Grundlag, scenarie: Scenarie, f: Forudsaetninger) -> Forloeb:
    """The years 2026-2035 of all areas. The same question gives the same answer to the last decimal."""
    stande = {omraade.kode: _start(omraade) for omraade in grundlag.omraader}
    kappa = _kappa(grundlag, f)
    aarene = {omraade.kode: [] for omraade in grundlag.omraader}
    for aar in AARENE:
        faerdige = {region: finished(grundlag, region, aar, f) for region in grundlag.hu_andel}
        opgivet = {en.kode: given_up(stande[en.kode], f, kappa if en.aldre else en.faktor) for en in grundlag.omraader}
        faste = {en.kode: _offered(en, aar, scenarie.politik, grundlag) for en in grundlag.omraader}
        nye = settled(grundlag, stande, opgivet, faste, faerdige, f)
        for en in grundlag.omraader:
            stand = stande[en.kode]
            udbudt = faste[en.kode]
            if scenarie.politik == TAKT:
                udbudt = in_step(stand, aar, nye[en.kode], opgivet[en.kode], f)
            aarene[en.kode].append(step(stand, aar, nye[en.kode], opgivet[en.kode], udbudt, f, scenarie.orden))
    return Forloeb(grundlag, f, {kode: tuple(liste) for kode, liste in aarene.items()}, stande)


def places_a_year(laeger: float) -> float:
    """What the country offers a year under MAAL when it has so many doctors at the end of the base year."""
    return max(0.0, REFORMENS_MAAL - laeger) / len(AARENE)


def finished(grundlag: Grundlag, region: str, aar: int, f: Forudsaetninger) -> float:
    """G: specialists of a region that finish in a year; those who begin are spread over the year."""
    hele = int(f.forsinkelse)
    rest = f.forsinkelse - hele
    besat = (1 - rest) * filled(grundlag, region, aar - hele, f)
    if rest:
        besat += rest * filled(grundlag, region, aar - hele - 1, f)
    return f.c * besat


def filled(grundlag: Grundlag, region: str, aar: int, f: Forudsaetninger) -> float:
    """H: HU-forløb filled; what is not known is assumed, at the filling rate that is assumed."""
    kendt = grundlag.hu.get((region, aar))
    if kendt is not None:
        return kendt
    antaget = f.h_frem if aar > BASISAAR else f.h
    return antaget * f.fi / f.fi_standard * grundlag.hu_andel[region]


def settled(
    grundlag: Grundlag,
    stande: Mapping[str, Stand],
    opgivet: Mapping[str, float],
    udbudt: Mapping[str, float],
    faerdige: Mapping[str, float],
    f: Forudsaetninger,
) -> dict[str, float]:
    """D: doctors who want a PLO place, by area; every finished one settles somewhere, and nobody in a rest bucket.
    Those from elsewhere (o) go where doctors are."""
    steder = [en for en in grundlag.omraader if en.laeger > 0]
    laeger = {en.kode: stande[en.kode].laeger for en in steder}
    ledigt = {en.kode: stande[en.kode].aabne + udbudt[en.kode] + opgivet[en.kode] for en in steder}
    skala = sum(laeger.values()) / sum(ledigt.values()) if sum(ledigt.values()) else 0.0
    vaegt = {kode: (1 - f.g) * laeger[kode] + f.g * ledigt[kode] * skala for kode in laeger}
    nye = {en.kode: 0.0 for en in grundlag.omraader}
    for region, antal in faerdige.items():
        for kode, andel in shares(grundlag, steder, region, vaegt, f).items():
            nye[kode] += f.s * antal * andel
    i_alt = sum(vaegt.values())
    for kode, vejer in vaegt.items():
        nye[kode] = grundlag.andel_af_landet * (nye[kode] + (f.o * vejer / i_alt if i_alt else 0.0))
    return nye


def shares(
    grundlag: Grundlag, steder: list[Omraade], region: str, vaegt: Mapping[str, float], f: Forudsaetninger
) -> dict[str, float]:
    """A row of M: where those who were trained in a region settle; it sums to 1."""
    if grundlag.bosaetning:
        return {en.kode: grundlag.bosaetning.get((region, en.kode), 0.0) for en in steder}
    hjemme = sum(vaegt[en.kode] for en in steder if en.region == region)
    ude = sum(vaegt[en.kode] for en in steder if en.region != region)
    bliver = f.sigma if hjemme and ude else float(bool(hjemme))
    return {
        en.kode: (bliver * vaegt[en.kode] / hjemme) if en.region == region else ((1 - bliver) * vaegt[en.kode] / ude)
        for en in steder
        if vaegt[en.kode]
    }


def in_step(stand: Stand, aar: int, nye_laeger: float, opgivet: float, f: Forudsaetninger) -> float:
    """Offers under TAKT: no more than there are doctors for, when what is open and convertible has had its share."""
    modne = sum(pladser for siden, _, pladser in stand.koe if siden <= aar - f.tau)
    return max(0.0, f.omega * stand.ledige + nye_laeger - opgivet - stand.aabne - modne)


def _offered(omraade: Omraade, aar: int, politik: str, grundlag: Grundlag) -> float:
    if politik == PLAN:
        return omraade.plan.get(aar, 0.0)
    if politik == MAAL:
        return omraade.andel * grundlag.pladser_pr_aar
    return 0.0


def _start(omraade: Omraade) -> Stand:
    nye = [Kohorte(aar, antal, antal) for aar, antal in omraade.aabne]
    return Stand(omraade.laeger, omraade.aldre, nye=nye, kendte=len(nye))


def _kappa(grundlag: Grundlag, f: Forudsaetninger) -> float:
    """κ: makes what areas with ages give up in the base year the share `e` of their doctors."""
    med = [en for en in grundlag.omraader if en.aldre]
    vejet = sum(weighted(en.aldre) for en in med)
    return f.e * sum(en.laeger for en in med) / vejet if vejet else 0.0


# All that is counted in a year, in the order of the fields, which the year itself stands first in.
_counts = attrgetter(*(felt.name for felt in fields(Aaret)[1:]))


def _sum(samme: tuple[Aaret, ...]) -> Aaret:
    return Aaret(samme[0].aar, *map(sum, zip(*map(_counts, samme))))
