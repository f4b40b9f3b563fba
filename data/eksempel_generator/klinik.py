"""Clinics that are not PLO-klinikker: what existed before 2022, what the lots ended as, and how they were converted."""

import datetime
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from data.eksempel_generator.faelles import GRUNDLAG, IDAG, Raekke, om, skriv_dato
from data.eksempel_generator.geografi import Geografi, Kommune

KILDE = "eksempel-klinik"
OPGJORT = datetime.date(2026, 9, 1)  # day of the patient count of clinics that still run
BESTAND = 60  # clinics from before 2022

NAVNE = {
    "udbudsklinik": "Udbudsklinik",
    "regionsklinik": "Regionsklinik",
    "naerklinik": "Nærklinik",
    "praksisklinik": "Praksisklinik",
    "licensklinik": "Licensklinik",
}
# What a region calls the clinics it runs: Sjælland has nærklinikker and Hovedstaden praksisklinikker, at times.
REGIONENS_NAVN = {"Region Sjælland": ("naerklinik", 0.35), "Region Hovedstaden": ("praksisklinik", 0.6)}


@dataclass
class Klinik:
    """One clinic; `patienter` is persons listed, `kendt` whether that number is published."""

    kommune: Kommune
    sted: str
    kliniktype: str
    fra: datetime.date
    fra_praecision: str
    patienter: int
    kendt: bool
    til: datetime.date | None = None
    til_praecision: str = ""
    efterfoelger: str = ""

    @classmethod
    def ny(
        cls, rng: random.Random, kommune: Kommune, sted: str, status: str, fra: datetime.date, praecision: str
    ) -> "Klinik":
        """A clinic that opens as `status` (udbudsklinik, regionsklinik); it lists an eighth of the kommune at most."""
        navn, andel = REGIONENS_NAVN.get(kommune.region, ("", 0.0))
        kliniktype = navn if status == "regionsklinik" and rng.random() < andel else status
        patienter = min(rng.randint(130, 390) * 10, kommune.indbyggere_2026 // 80 * 10)
        return cls(kommune, sted, kliniktype, fra, praecision, patienter, rng.random() < 0.88)

    def luk(self, til: datetime.date, efterfoelger: str, praecision: str) -> None:
        """Close the clinic on a day, with what came after it."""
        self.til, self.efterfoelger, self.til_praecision = til, efterfoelger, praecision

    def i_drift(self, dag: datetime.date) -> bool:
        """Whether patients were listed there on the day."""
        return self.fra <= dag and (self.til is None or self.til > dag)


def lav_bestand(rng: random.Random, geo: Geografi) -> list[Klinik]:
    """The clinics from before 2022, mostly in hard kommuner; a few have closed since, two kinds are rare."""
    vaegte = [k.svaerhed**2 * k.indbyggere_2026**0.6 for k in geo.kommuner]
    klinikker = []
    for nr, kommune in enumerate(rng.choices(geo.kommuner, vaegte, k=BESTAND)):
        fra = datetime.date(rng.randint(2015, 2021), rng.randint(1, 12), 1)
        praecision = rng.choices(("dag", "maaned", "aar"), (0.5, 0.2, 0.3))[0]
        klinik = Klinik.ny(
            rng, kommune, rng.choice(kommune.steder), rng.choice(("udbudsklinik", "regionsklinik")), fra, praecision
        )
        if nr % 17 == 0:
            klinik.kliniktype = "licensklinik"
        if rng.random() < 0.08:
            klinik.luk(om(rng.randint(0, 1500), datetime.date(2022, 3, 1)), "lukket", "dag")
        klinikker.append(klinik)
    # One of each regional kind at least, whatever the seed, so that every clinic type can be tried out.
    for navn, kommunenavn, kliniktype in (("Rønne", "Bornholm", "praksisklinik"), ("Nakskov", "Lolland", "naerklinik")):
        kommune = next(k for k in geo.kommuner if k.navn == kommunenavn)
        klinikker.append(Klinik(kommune, navn, kliniktype, datetime.date(2020, 5, 1), "dag", 2400, True))
    return klinikker


def lav_klinikker(klinikker: list[Klinik], ved_siden: Callable[[Klinik], Raekke]) -> list[Raekke]:
    """Rows of klinik, numbered within their kommune in the order they opened; `ved_siden` tells what else is known."""
    numre: Counter = Counter()
    raekker = []
    for k in sorted(klinikker, key=lambda k: (k.kommune.kode, k.fra, k.sted, k.kliniktype, k.patienter)):
        numre[k.kommune.kode] += 1
        opgjort = OPGJORT if k.til is None or k.til > OPGJORT else k.til
        kendt = k.kendt and k.fra <= opgjort
        raekker.append(
            {
                "klinik_id": f"eks-klinik-{k.kommune.kode}-{numre[k.kommune.kode]}",
                "navn": f"{NAVNE[k.kliniktype]} i {k.sted} (opdigtet)",
                "sted": k.sted,
                "kommunekode": k.kommune.kode,
                "region": k.kommune.region,
                "kliniktype": k.kliniktype,
                "fra_dato": skriv_dato(k.fra, k.fra_praecision),
                "fra_praecision": k.fra_praecision,
                "til_dato": skriv_dato(k.til, k.til_praecision) if k.til else "",
                "til_praecision": k.til_praecision,
                "efterfoelger_type": k.efterfoelger,
                "patienter": k.patienter if kendt else "",
                "patienter_dato": opgjort.isoformat() if kendt else "",
                "kilde_id": KILDE,
                "grundlag": GRUNDLAG,
                "note": "" if kendt else "Patienttallet er ikke oplyst.",
            }
            | ved_siden(k)
        )
    return raekker


def aktive(klinikker: list[Klinik], aar: int) -> list[Klinik]:
    """Clinics in operation at the end of the year, or at IDAG in the running year."""
    return [k for k in klinikker if k.i_drift(min(datetime.date(aar, 12, 31), IDAG))]
