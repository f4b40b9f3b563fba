"""Ydernumre of almen praksis by kommune, of Sundhedsvæsenets Organisationsregister: how many are in use, and how many
were opened and closed in each year. Counts only.

An ydernummer counts once however many units a practice has: it is in use from its first unit's first day to its last
unit's last, in the kommune where most of its units are. What a kommune has none of is a known 0, for the register has
all ydernumre; a file that does not speak of all 98 kommuner is refused.
"""

import email.utils
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from data.hent import omraader
from data.hent.sorfil import Enhed, read_units
from data.hent.transport import FILSVAR, Anmodning, HentFejl, fetch_into
from data.hent.udkast import Udkast

ADRESSE = "https://sor-filer.sundhedsdata.dk/sor2_produktion/V1_00/data/Sor_complete.zip"
FRIST = 1800.0
NOEGLETAL = "offentlig/noegletal.csv"
I_BRUG, AABNET, LUKKET = "ydernumre_almen_praksis", "ydernumre_aabnet", "ydernumre_lukket"
UDEN_STED = 20  # of which at most one ydernummer may be without a kommune


@dataclass(frozen=True)
class Svar:
    """The units of a file, and the day it is from. `har_datoer`: does it say when units open and close?"""

    enheder: list[Enhed]
    har_datoer: bool
    dag: date


@dataclass(frozen=True)
class Yder:
    """One ydernummer: its kommune ("" when no address says), first day and last (None while it is in use)."""

    kommune: str
    flere_kommuner: bool
    aabnet: date | None
    lukket: date | None

    def in_use(self, dag: date) -> bool:
        return (self.aabnet is None or self.aabnet <= dag) and (self.lukket is None or self.lukket >= dag)


def fetch(adresse: str) -> Svar:
    """The file at an address, through a temporary one. Raises HentFejl."""
    with tempfile.TemporaryDirectory() as mappe:
        sti = Path(mappe) / "sor"
        with open(sti, "w+b") as fil:
            hoveder = fetch_into(Anmodning("GET", adresse, graense=FILSVAR, frist=FRIST), fil)
        return _answer(sti, hoveder)


def read_file(sti: Path) -> Svar:
    """A file that somebody fetched: SOR answers Danish addresses only."""
    return _answer(sti, {})


def _answer(sti: Path, hoveder: Mapping[str, str]) -> Svar:
    laest = read_units(sti)
    dag = laest.dag or _modified(hoveder.get("Last-Modified")) or date.fromtimestamp(sti.stat().st_mtime)
    return Svar(laest.enheder, laest.har_datoer, dag)


def _modified(hoved: str | None) -> date | None:
    try:
        return email.utils.parsedate_to_datetime(hoved).date() if hoved else None
    except ValueError:
        return None


def types(svar: Svar) -> list[tuple[str, int, int]]:
    """Kinds of unit that have an ydernummer: name, ydernumre in all, ydernumre in use; most first."""
    numre: dict[str, set[str]] = defaultdict(set)
    nu: dict[str, set[str]] = defaultdict(set)
    for en in svar.enheder:
        numre[en.type].add(en.ydernummer)
        if en.lukket is None or en.lukket >= svar.dag:
            nu[en.type].add(en.ydernummer)
    return sorted(((navn, len(alle), len(nu[navn])) for navn, alle in numre.items()), key=lambda en: (-en[1], en[0]))


def named(svar: Svar, navne: list[str]) -> set[str]:
    """The kinds of unit of these names, whatever their capitals. Raises HentFejl for one that is not there."""
    kendte = {navn.casefold(): navn for navn, _, _ in types(svar)}
    ukendte = [navn for navn in navne if navn not in kendte]
    if ukendte:
        raise HentFejl(f"SOR-filen har ikke typen {', '.join(ukendte)}. Den har: {', '.join(kendte.values())}.")
    return {kendte[navn] for navn in navne}


def fill(svar: Svar, typer: set[str], udkast: Udkast, fra: int, hentet: str, sig: Callable[[str], None]) -> None:
    """Put the counts into the draft: on the file's day, on 1 January of every year from `fra`, and of every whole
    year. Raises HentFejl."""
    kendte = omraader.kommuner(udkast.kilder)
    omraader.refuse_unless_all(
        (kode for en in svar.enheder for kode in en.kommuner[:1] if kode in kendte), kendte, "SOR"
    )
    ydere = ydernumre(svar, typer)
    steder = [en for en in ydere if en.kommune in kendte]
    _tell(svar, ydere, steder, kendte, sig)
    raekker = []
    for navn, dato, tal in _counts(svar, steder, fra):
        raekker += [_row(navn, dato, kode, kendte[kode], tal[kode]) for kode in kendte]
    regioner = omraader.regions(udkast.kilder)
    for raekke in raekker:
        raekke["region"] = regioner.get(raekke["kommunekode"], "")
    vores = (I_BRUG, AABNET, LUKKET)
    udkast.replace(NOEGLETAL, lambda en: en["noegletal"] in vores and en["kilde_id"] == "sor", raekker)
    kilde = {
        "kilde_id": "sor",
        "titel": "Sundhedsvæsenets Organisationsregister (SOR): ydernumre i almen praksis, talt op",
        "udgiver": "Sundhedsdatastyrelsen",
        "url": "https://sundhedsdatastyrelsen.dk/SOR",
        "dato": svar.dag.isoformat(),
        "type": "myndighed",
    }
    udkast.put("offentlig/kilde.csv", kilde)
    udkast.put("katalog/hentning.csv", {"hentning": "sor", "hentet": hentet})


def ydernumre(svar: Svar, typer: set[str]) -> list[Yder]:
    """Every ydernummer that has a unit of these kinds, once."""
    efter_nummer: dict[str, list[Enhed]] = defaultdict(list)
    for en in svar.enheder:
        if en.type in typer:
            efter_nummer[en.ydernummer].append(en)
    return [_yder(enheder, svar.dag) for enheder in efter_nummer.values()]


def _yder(enheder: list[Enhed], dag: date) -> Yder:
    """What the units of one ydernummer say together. Where it is, those in use decide when there are any."""
    i_brug = [en for en in enheder if en.lukket is None or en.lukket >= dag]
    steder = Counter(en.kommuner[0] for en in (i_brug or enheder) if en.kommuner)
    steder = steder or Counter(en.kommuner[0] for en in enheder if en.kommuner)
    kommune = min(steder, key=lambda kode: (-steder[kode], kode), default="")
    aabnet = None if any(en.aabnet is None for en in enheder) else min(en.aabnet for en in enheder)
    lukket = None if any(en.lukket is None for en in enheder) else max(en.lukket for en in enheder)
    return Yder(kommune, len(steder) > 1, aabnet, lukket)


def _counts(svar: Svar, steder: list[Yder], fra: int) -> list[tuple[str, date | int, Counter]]:
    """Indicator, day or year, and count by kommune. The year that is not over is not counted as one."""
    dage = [svar.dag]
    if svar.har_datoer:
        dage += [date(aar, 1, 1) for aar in range(fra, svar.dag.year + 1)]
    tal = [(I_BRUG, dag, Counter(en.kommune for en in steder if en.in_use(dag))) for dag in sorted(set(dage))]
    for aar in range(fra, svar.dag.year) if svar.har_datoer else ():
        tal.append((AABNET, aar, Counter(en.kommune for en in steder if en.aabnet and en.aabnet.year == aar)))
        # the last day is the last day in use: a unit that ends on 31 December is closed in the year that begins
        slut = [en for en in steder if en.lukket and (en.lukket + timedelta(days=1)).year == aar]
        tal.append((LUKKET, aar, Counter(en.kommune for en in slut)))
    return tal


def _row(navn: str, dato: date | int, kode: str, kommune: str, antal: int) -> dict[str, object]:
    return {
        "omraade_type": "kommune",
        "omraade": kommune,
        "kommunekode": kode,
        "noegletal": navn,
        "vaerdi": antal,
        "dato": dato.isoformat() if isinstance(dato, date) else dato,
        "praecision": "dag" if isinstance(dato, date) else "aar",
        "dato_udledt": 0,
        "er_prognose": 0,
        "foretrukken": 1,
        "kilde_id": "sor",
    }


def _tell(
    svar: Svar, ydere: list[Yder], steder: list[Yder], kendte: Mapping[str, str], sig: Callable[[str], None]
) -> None:
    """What a reader should know of the counts. Raises HentFejl when too many have no place."""
    uden = len(ydere) - len(steder)
    if uden * UDEN_STED > len(ydere):
        raise HentFejl(f"SOR: {uden} af {len(ydere)} ydernumre har ingen dansk kommune. Er kolonnerne ændret?")
    nu = Counter(en.kommune for en in steder if en.in_use(svar.dag))
    sig(f"SOR, filen er fra {svar.dag.isoformat()}: {len(ydere)} ydernumre, heraf {nu.total()} i brug i en kommune.")
    if uden:
        sig(f"{uden} ydernumre har ingen dansk kommune og er ikke talt med.")
    if flere := sum(en.flere_kommuner for en in steder):
        sig(f"{flere} ydernumre har enheder i flere kommuner; de tæller én gang, hvor de har flest.")
    if ingen := [navn for kode, navn in kendte.items() if not nu[kode]]:
        sig(f"Ingen ydernumre i brug (tæller som 0): {', '.join(ingen[:12])}{' ...' if len(ingen) > 12 else ''}.")
    if not svar.har_datoer:
        sig("Filen siger ikke, hvornår enheder åbner og lukker; kun antallet på filens dag er talt.")
