"""The assumptions of a scenario: each with its default, its range, where it is from, and its number in a link."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from queries.balance import assumptions
from queries.database import Snapshot

# The sets of assumptions that stand beside each other: the middle one and the edges of the band.
GUNSTIG, MIDT, UGUNSTIG = "gunstig", "midt", "ugunstig"
SAET = (GUNSTIG, MIDT, UGUNSTIG)
PCT = "pct."


@dataclass(frozen=True)
class Antagelse:
    """A row of the catalogue. All values are the whole numbers that stand in a link: `skala` of them make one of the
    unit (46 with skala 10 is 4.6 pct.). lav and hoej are what *Hvad betyder mest?* tries."""

    id: str
    navn: str
    forklaring: str
    enhed: str
    gruppe: str
    skala: int
    standard: int
    gunstig: int
    ugunstig: int
    lav: int
    hoej: int
    mindst: int
    hoejst: int
    trin: int
    status: str
    kilde_id: str = ""
    regnestykke: str = ""
    erstattes_af: str = ""

    def of_set(self, saet: str) -> int:
        """The value in one of SAET."""
        return {GUNSTIG: self.gunstig, MIDT: self.standard, UGUNSTIG: self.ugunstig}[saet]

    @property
    def decides_set(self) -> bool:
        """Is it one of those that the sets differ in?"""
        return self.gunstig != self.standard or self.ugunstig != self.standard

    def natural(self, vaerdi: int) -> float:
        """The value as the equations take it: a share of one for percent, else in its unit."""
        return vaerdi / self.skala / (100 if self.enhed.startswith(PCT) else 1)


@dataclass(frozen=True)
class Forudsaetninger:
    """The assumptions as the equations take them (docs/balance.md): shares of one, years, doctors."""

    p0: float  # PLO doctors in the country at the end of the base year
    p0_sj: float  # the same in Region Sjælland
    h: float  # HU filled a year where no year is known
    h_frem: float  # the same from the year after the base year
    fi: float  # share of the advertised HU that are filled
    delta: float  # months of HU beyond the 54
    c: float  # share of those who begin that finish
    s: float  # share of the finished who take a PLO place
    o: float  # doctors a year from elsewhere
    e: float  # share of the places that are given up a year
    r: float  # how many times as often in Region Sjælland
    m: float  # Region Sjælland's share of the country's new doctors
    sigma: float  # share who stay in the region of their training
    g: float  # how far doctors follow openings instead of doctors
    tau: float  # years before a clinic can be converted
    rho_n: float  # share of the open offers that become a clinic a year
    rho_r: float  # share of the practices nobody takes over that the region runs
    omega: float  # share of the doctors without a place who wait a year
    zeta: float  # share of the open offers that are withdrawn a year
    p: float  # patients a place
    ky: float  # places an ydernummer
    fi_standard: float  # the filling rate that h and h_frem are told at

    @property
    def forsinkelse(self) -> float:
        """Years from the beginning of an HU-forløb to a finished specialist."""
        return (54 + self.delta) / 12


# What the catalogue writes as whole numbers.
TAL = {felt.name for felt in fields(Antagelse) if felt.type is int}
NAVNE = tuple(felt.name for felt in fields(Forudsaetninger) if felt.name != "fi_standard")


def catalogue(data: Snapshot) -> tuple[Antagelse, ...]:
    """All assumptions, in the order of the catalogue."""
    return data.once(_catalogue)


def _catalogue(data: Snapshot) -> tuple[Antagelse, ...]:
    ramme = assumptions(data).rename(columns={"antagelse": "id"}).fillna({"kilde_id": "", "regnestykke": ""})
    ramme = ramme.fillna({"erstattes_af": ""})
    navne = [felt.name for felt in fields(Antagelse)]
    return tuple(
        Antagelse(**{navn: int(tal) if navn in TAL else tal for navn, tal in zip(navne, raekke, strict=True)})
        for raekke in ramme[navne].itertuples(index=False)
    )


def assumed(antagelser: Iterable[Antagelse], valgt: Mapping[str, int], saet: str = MIDT) -> Forudsaetninger:
    """What the equations take: the default of each, the chosen values in its place, and at an edge of the band what
    that set says of the few that the sets differ in. Raises KeyError when the catalogue lacks one."""
    kendt = {en.id: en for en in antagelser}
    tal = {}
    for navn in NAVNE:
        en = kendt[navn]
        vaerdi = valgt.get(navn, en.standard)
        if saet != MIDT and en.decides_set:
            vaerdi = en.of_set(saet)
        tal[navn] = en.natural(vaerdi)
    return Forudsaetninger(**tal, fi_standard=kendt["fi"].natural(kendt["fi"].standard))
