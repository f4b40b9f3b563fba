"""One year of one area: who comes, which places they take, and what is left. Plain numbers; nothing is chance.

The unit is a place (lægeplads), room for one PLO doctor. The order in which places are taken is an assumption; within
a kind the oldest goes first. What is counted is kept by cohort, so that no place is counted twice or lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import mul

from views.balance.antagelser import Forudsaetninger

# The kinds of places, and the order in which they are taken unless another is chosen.
OVERTAGELSER, KONVERTERINGER, NYE = "o", "k", "n"
ORDEN = OVERTAGELSER + KONVERTERINGER + NYE
# Age groups of five years, what share gives up its place a year, and the share of those who join in the first two.
ALDRE = ("u40", "40-44", "45-49", "50-54", "55-59", "60-64", "65-69", "70+")
AFGANG = (0.02, 0.02, 0.02, 0.02, 0.02, 0.08, 0.18, 0.25)
AAR_I_GRUPPE, TIL_FOERSTE = 5, 0.5


@dataclass(slots=True)
class Kohorte:
    """The places offered, or given up, in one year, and what has become of them."""

    aar: int
    udbudt: float
    aabne: float
    besat: float = 0.0
    konverteret: float = 0.0
    trukket: float = 0.0
    klinik: float = 0.0

    @property
    def rest(self) -> float:
        """What cannot be accounted for: 0."""
        return self.udbudt - self.aabne - self.besat - self.konverteret - self.trukket - self.klinik


@dataclass(slots=True)
class Stand:
    """An area at the end of a year. aldre: doctors by ALDRE, () when they are not known. nye: cohorts of offers, the
    oldest first; `kendte` of them were open at the base date. koe: what stands as clinics, the oldest first: the year
    it became one, its cohort, places."""

    laeger: float
    aldre: tuple[float, ...] = ()
    ledige: float = 0.0
    nye: list[Kohorte] = field(default_factory=list)
    kendte: int = 0
    overtagelser: list[Kohorte] = field(default_factory=list)
    koe: list[list] = field(default_factory=list)

    @property
    def aabne(self) -> float:
        return sum([kohorte.aabne for kohorte in self.nye])


@dataclass(frozen=True, slots=True)
class Aaret:
    """What happened in an area in a year, in places or doctors, and how it stood at the end of it."""

    aar: int
    laeger: float  # P
    ledige: float  # U
    aabne: float  # A
    klinik: float  # K
    trukket: float  # what was withdrawn or closed this year
    nye_laeger: float  # D
    opgivet: float  # X
    udbudt: float  # N
    til_raadighed: float  # B
    overtaget: float  # F_R
    konverteret: float  # C
    nye_besat: float  # F_A
    udbud_til_klinik: float  # Q_A
    overtagelse_til_klinik: float  # Q_R
    mistet: float  # doctors without a place who did not wait
    kendte_besat: float  # of the offers open at the base date: how many have had a doctor by now
    kendte_uden_plo: float  # and how many are open or a clinic

    @property
    def takt_evne(self) -> float:
        """Places besides the takeovers that can find a doctor this year."""
        return max(0.0, self.til_raadighed - self.opgivet)

    @property
    def uden_plo(self) -> float:
        """Places without a PLO doctor."""
        return self.aabne + self.klinik


def weighted(aldre: Sequence[float]) -> float:
    """How many of these doctors, by ALDRE, would give up their place a year at the rates of AFGANG."""
    return sum(map(mul, AFGANG, aldre))


def given_up(stand: Stand, f: Forudsaetninger, faktor: float) -> float:
    """X: the places that the doctors of the year before give up. faktor: r without ages, else κ."""
    if stand.aldre:
        return faktor * weighted(stand.aldre)
    return f.e * faktor * stand.laeger


def step(
    stand: Stand, aar: int, nye_laeger: float, opgivet: float, udbudt: float, f: Forudsaetninger, orden: str = ORDEN
) -> Aaret:
    """Move an area one year on and tell what happened. `stand` is changed."""
    if udbudt:
        stand.nye.append(Kohorte(aar, udbudt, udbudt))
    overtagelse = Kohorte(aar, opgivet, opgivet)
    stand.overtagelser.append(overtagelse)
    mistet = (1 - f.omega) * stand.ledige
    til_raadighed = ledige = stand.ledige - mistet + nye_laeger
    taget = {}
    for slags in orden:
        if slags == OVERTAGELSER:
            antal = _fill([overtagelse], ledige)
        elif slags == NYE:
            antal = _fill(stand.nye, ledige)
        else:
            antal = _convert(stand, aar - f.tau, ledige)
        taget[slags] = antal
        ledige -= antal
    q_r = f.rho_r * overtagelse.aabne
    lukket = overtagelse.aabne - q_r
    q_a, trukket, aabne = _not_taken(stand, aar, f)
    overtagelse.trukket, overtagelse.aabne = lukket, 0.0
    if q_r:
        overtagelse.klinik = q_r
        stand.koe.append([aar, overtagelse, q_r])
    besat = sum(taget.values())
    if stand.aldre:
        stand.aldre = _grown_older(stand.aldre, opgivet, besat)
    stand.laeger += besat - opgivet
    stand.ledige = ledige
    kendte = stand.nye[: stand.kendte]
    return Aaret(
        aar=aar,
        laeger=stand.laeger,
        ledige=ledige,
        aabne=aabne,
        klinik=sum([post[2] for post in stand.koe]),
        trukket=lukket + trukket,
        nye_laeger=nye_laeger,
        opgivet=opgivet,
        udbudt=udbudt,
        til_raadighed=til_raadighed,
        overtaget=taget[OVERTAGELSER],
        konverteret=taget[KONVERTERINGER],
        nye_besat=taget[NYE],
        udbud_til_klinik=q_a,
        overtagelse_til_klinik=q_r,
        mistet=mistet,
        kendte_besat=sum([en.besat + en.konverteret for en in kendte]),
        kendte_uden_plo=sum([en.aabne + en.klinik for en in kendte]),
    )


def _fill(kohorter: list[Kohorte], ledige: float) -> float:
    """Open places are taken, the oldest first; how many."""
    foer = ledige
    for kohorte in kohorter:
        if ledige <= 0:
            break
        antal = min(ledige, kohorte.aabne)
        kohorte.aabne -= antal
        kohorte.besat += antal
        ledige -= antal
    return foer - ledige


def _convert(stand: Stand, senest: float, ledige: float) -> float:
    """Clinics from `senest` or before become practices, the oldest first; how many places."""
    foer = ledige
    for post in stand.koe:
        siden, kohorte, pladser = post
        if siden > senest or ledige <= 0:
            break
        antal = min(ledige, pladser)
        post[2] -= antal
        kohorte.klinik -= antal
        kohorte.konverteret += antal
        ledige -= antal
    if ledige < foer:
        stand.koe = [post for post in stand.koe if post[2] > 0]
    return foer - ledige


def _not_taken(stand: Stand, aar: int, f: Forudsaetninger) -> tuple[float, float, float]:
    """Offers open since last year or longer: what becomes clinics, and what is withdrawn; and what then is open."""
    til_klinik = trukket = aabne = 0.0
    for kohorte in stand.nye:
        if kohorte.aar < aar and kohorte.aabne:
            klinik = f.rho_n * kohorte.aabne
            vaek = f.zeta * (kohorte.aabne - klinik)
            kohorte.aabne -= klinik + vaek
            kohorte.trukket += vaek
            kohorte.klinik += klinik
            if klinik:
                stand.koe.append([aar, kohorte, klinik])
            til_klinik, trukket = til_klinik + klinik, trukket + vaek
        aabne += kohorte.aabne
    return til_klinik, trukket, aabne


def _grown_older(aldre: tuple[float, ...], opgivet: float, nye: float) -> tuple[float, ...]:
    """Those who leave go by AFGANG, a fifth of those who stay moves up a group, and those who join are under 45."""
    vejet = weighted(aldre)
    kappa = opgivet / vejet if vejet else 0.0
    bliver = [antal * (1 - kappa * andel) for andel, antal in zip(AFGANG, aldre)]
    op = [antal / AAR_I_GRUPPE for antal in bliver]
    op[-1] = 0.0
    foerste, anden, *resten = [antal - vaek + ind for antal, vaek, ind in zip(bliver, op, [0.0, *op])]
    return (foerste + TIL_FOERSTE * nye, anden + (1 - TIL_FOERSTE) * nye, *resten)
