"""Lots (udbud) with their complete event logs, and the clinics that they end as or sell.

A chain is one number at one place: round 1, and a new row for every re-offer. Each round is planned to its end and then
cut at IDAG, so that the newest lots stand open (opslaaet, genopslag, ansoegere, tildelt) in a natural mix.
"""

import datetime
import random
from collections import Counter
from dataclasses import dataclass, field

from data.eksempel_generator.faelles import (
    AAR,
    FOERSTE_AAR,
    GRUNDLAG,
    IDAG,
    Raekke,
    naeste_foerste,
    om,
    praecision_af,
    skriv_dato,
    terning,
)
from data.eksempel_generator.geografi import Geografi, Kommune
from data.eksempel_generator.klinik import Klinik, lav_bestand
from data.eksempel_generator.regionslot import REGIONSLOT

KILDE = "eksempel-udbud"
MAKS_RUNDER = 4
P_GENOPSLAG = 0.72  # a round without applicants is tried again
P_TRUKKET = 0.03
P_FORLAENGET = 0.04
P_OPHOER = 0.03  # an opened practice is handed back within the period
P_MAANED = 0.04  # rows known to the month only

# Shares of (ydernummer, kapacitet, klinik): Region Hovedstaden counts capacities, Region Midtjylland tenders clinics.
ENHEDER: dict[str, tuple[float, float, float]] = {
    "Region Hovedstaden": (0.30, 0.68, 0.02),
    "Region Sjælland": (0.70, 0.24, 0.06),
    "Region Syddanmark": (0.72, 0.22, 0.06),
    "Region Midtjylland": (0.58, 0.30, 0.12),
    "Region Nordjylland": (0.55, 0.36, 0.09),
}
# The 87 ydernumre of Region Sjælland (autumn 2025) are published without places. No other ydernummer of the region
# opens in that quarter, so that the region's total for the round is the published one.
SPAERRET = ("Region Sjælland", datetime.date(2025, 10, 1), datetime.date(2025, 12, 31))

Haendelse = tuple[str, datetime.date, int]  # status, day, units (at ansoegere: applicants)


@dataclass
class _Kaede:
    """What stays the same through the rounds of one number; `klinik` is the clinic for sale, when there is one."""

    kommune: Kommune
    sted: str
    enhed: str
    antal: int
    art: str
    foer: str
    klinik: Klinik | None = None


@dataclass
class _Runde:
    """One round planned to its end."""

    start: datetime.date
    frist: datetime.date
    plan: list[Haendelse]
    ansoegere: int | None = None  # None: never known
    tildelt: int = 0  # units that went to a doctor
    igen: int | None = None  # days from the end to the next round; None: there is no next


@dataclass
class Udbudsregister:
    """Rows of udbud and udbud_haendelse and the clinics behind them; fill it with `lav_udbud`."""

    rng: random.Random
    udbud: list[Raekke] = field(default_factory=list)
    haendelser: list[Raekke] = field(default_factory=list)
    klinikker: list[Klinik] = field(default_factory=list)
    _numre: Counter = field(default_factory=Counter)
    _optaget: set[tuple] = field(default_factory=set)

    def tilfoej(self, omraade: str, start: datetime.date, raekke: Raekke, log: list[tuple[str, str, int]]) -> str:
        """Add a lot with its log (status, date as written, units); the last event becomes its status.

        Returns the id: area code, quarter of `start` and a running number in it, e.g. eks-360-2023k2-1.
        """
        stamme = f"eks-{omraade}-{start.year}k{(start.month + 2) // 3}"
        self._numre[stamme] += 1
        udbud_id = f"{stamme}-{self._numre[stamme]}"
        status, dato, _ = log[-1]
        efter = {
            "besat": "PLO-klinik",
            "konverteret_plo": "PLO-klinik",
            "udbudsklinik": status,
            "regionsklinik": status,
        }
        faelles: Raekke = {"udbud_id": udbud_id, "kilde_id": KILDE, "grundlag": GRUNDLAG}
        slut: Raekke = {"status": status, "status_dato": dato, "status_praecision": praecision_af(dato)}
        self.udbud.append(raekke | faelles | slut | {"kliniktype_efter": efter.get(status, "")})
        for nr, (status, dato, antal) in enumerate(log, 1):
            forlaenget = nr > 1 and status == log[nr - 2][0] and status in ("opslaaet", "genopslag")
            haendelse: Raekke = {"raekkefoelge": nr, "status": status, "dato": dato, "praecision": praecision_af(dato)}
            note = "Fristen blev forlænget." if forlaenget else ""
            self.haendelser.append(faelles | haendelse | {"antal": antal, "note": note})
        return udbud_id

    def kaede(self, k: _Kaede, start: datetime.date) -> None:
        """One number from its first offer until it is taken, given up or still open at IDAG."""
        forrige, art = "", k.art
        for nr in range(1, MAKS_RUNDER + 1):
            start = self._ledig_dag(k, start)
            if start > IDAG:
                return
            runde = self._runde(k, nr, start)
            forrige, slut = self._skriv(k, art, nr, runde, forrige)
            if runde.igen is None or slut != runde.plan[-1]:
                return
            art = "tilbageleveret" if slut[0] == "tilbageleveret" else "genopslag"
            start = om(runde.igen, slut[1])

    def _ledig_dag(self, k: _Kaede, start: datetime.date) -> datetime.date:
        """The start moved past the blocked quarter and off a day when the place already has a lot of that unit."""
        region, fra, til = SPAERRET
        if k.kommune.region == region and k.enhed == "ydernummer" and fra <= start <= til:
            start = om(self.rng.randint(5, 35), til)
        while (k.kommune.kode, k.sted, k.enhed, start) in self._optaget:
            start = om(7, start)
        self._optaget.add((k.kommune.kode, k.sted, k.enhed, start))
        return start

    def _runde(self, k: _Kaede, nr: int, start: datetime.date) -> _Runde:
        """Plan one round: what came before the offer, the offer, and whether anyone applied."""
        rng = self.rng
        runde = _Runde(start, om(rng.randint(28, 49), start), [])
        if nr == 1 and k.art == "nyt":
            reserve = k.enhed == "kapacitet" and rng.random() < 0.15
            foer = [("reserve", om(-rng.randint(220, 330), start), k.antal)] if reserve else []
            if reserve or rng.random() < 0.5:
                foer.append(("besluttet", om(-rng.randint(40, 120), start), k.antal))
            runde.plan += [h for h in foer if h[1].year >= FOERSTE_AAR]
        opslag = "opslaaet" if nr == 1 else "genopslag"
        runde.plan.append((opslag, start, k.antal))
        if rng.random() < P_TRUKKET:
            runde.plan.append(("trukket_tilbage", om(rng.randint(10, 50), start), k.antal))
            return runde
        if rng.random() < P_FORLAENGET:
            runde.plan.append((opslag, runde.frist, k.antal))
            runde.frist = om(28, runde.frist)
        if rng.random() < 0.02 + 0.80 * k.kommune.svaerhed**1.15:
            self._ingen(k, nr, runde)
        else:
            self._ansoegere(k, runde)
        return runde

    def _ingen(self, k: _Kaede, nr: int, runde: _Runde) -> None:
        """Nobody applied: try again, or end as a clinic, with the neighbours, in another area, or nowhere yet."""
        rng, svaerhed = self.rng, k.kommune.svaerhed
        udloebet = om(rng.randint(0, 7), runde.frist)
        runde.plan.append(("ingen_ansoegere", udloebet, k.antal))
        runde.ansoegere = 0
        if nr < MAKS_RUNDER and rng.random() < P_GENOPSLAG:
            runde.igen = rng.randint(88, 178)
            return
        if k.klinik:  # the clinic goes on and waits; a supplier may give up and the region takes over
            skifter = k.klinik.kliniktype == "udbudsklinik" and rng.random() < 0.35
            udfald = "regionsklinik" if skifter else ""
        else:
            klinik = 1.4 * svaerhed
            omfordelt = 0.6 if k.kommune.region == "Region Hovedstaden" else 0.32  # Hovedstaden moves its capacities
            navne = ("udbudsklinik", "regionsklinik", "fordelt", "omfordelt", "")
            udfald = rng.choices(navne, (klinik, klinik, 0.3, omfordelt, 0.18))[0]
        if udfald in ("udbudsklinik", "regionsklinik"):
            runde.plan.append((udfald, naeste_foerste(om(rng.randint(35, 110), udloebet)), k.antal))
        elif udfald:
            runde.plan.append((udfald, om(rng.randint(20, 80), udloebet), k.antal))

    def _ansoegere(self, k: _Kaede, runde: _Runde) -> None:
        """Someone applied: who gets the units, and whether the number comes back."""
        rng, svaerhed = self.rng, k.kommune.svaerhed
        runde.ansoegere = 1 + sum(rng.random() < (1 - svaerhed) * 0.62 for _ in range(3 + 2 * k.antal))
        talt = om(rng.randint(0, 7), runde.frist)
        runde.plan.append(("ansoegere", talt, runde.ansoegere))
        if k.art == "drift_i_udbud":  # the bidders want the contract, not the number
            runde.plan.append(("udbudsklinik", naeste_foerste(om(rng.randint(45, 110), talt)), k.antal))
            return
        antal = runde.tildelt = min(k.antal, runde.ansoegere)
        afgjort = om(rng.randint(14, 45), talt)
        runde.plan.append(("tildelt", afgjort, antal))
        if k.klinik:
            runde.plan.append(("konverteret_plo", naeste_foerste(om(rng.randint(35, 110), afgjort)), antal))
        elif rng.random() < 0.02 + 0.10 * svaerhed:
            runde.plan.append(("tilbageleveret", om(rng.randint(30, 120), afgjort), antal))
            runde.igen = rng.randint(30, 90)
        else:
            aabnet = naeste_foerste(om(rng.randint(15, 90), afgjort))
            runde.plan.append(("besat", aabnet, antal))
            if rng.random() < P_OPHOER:
                runde.plan.append(("tilbageleveret", om(rng.randint(300, 700), aabnet), antal))
                runde.igen = rng.randint(30, 90)

    def _skriv(self, k: _Kaede, art: str, nr: int, runde: _Runde, forrige: str) -> tuple[str, Haendelse]:
        """Write one round as far as IDAG; returns the id and the last event.

        Two rows of one place, unit and month may not both be cut to the month: they could not be told apart.
        """
        maaned = (k.kommune.kode, k.sted, k.enhed, skriv_dato(runde.start, "maaned"))
        praecision = "maaned" if self.rng.random() < P_MAANED and maaned not in self._optaget else "dag"
        if praecision == "maaned":
            self._optaget.add(maaned)
        sket = [h for h in runde.plan if h[1] <= IDAG]
        status, dato, _ = sket[-1]
        talt = {"ansoegere", "ingen_ansoegere"} & {h[0] for h in sket}
        afgjort = status not in ("opslaaet", "genopslag", "ansoegere")
        raekke: Raekke = {
            "region": k.kommune.region,
            "kommunekode": k.kommune.kode,
            "sted": k.sted,
            "enhed": k.enhed,
            "antal": k.antal,
            "art": art,
            "kliniktype_foer": k.foer,
            "opslag_dato": skriv_dato(runde.start, praecision),
            "opslag_praecision": praecision,
            "frist_dato": runde.frist.isoformat() if praecision == "dag" else "",
            "runde_nr": nr,
            "antal_ansoegere": runde.ansoegere if talt else "",
            "antal_tildelt": runde.tildelt if afgjort else "",
            "forrige_udbud_id": forrige,
        }
        log = [(s, skriv_dato(d, praecision), antal) for s, d, antal in sket]
        udbud_id = self.tilfoej(k.kommune.kode, runde.start, raekke, log)
        if k.klinik and status in ("konverteret_plo", "regionsklinik"):
            k.klinik.luk(dato, "PLO-klinik" if status == "konverteret_plo" else status, praecision)
        if status in ("udbudsklinik", "regionsklinik"):
            self.klinikker.append(Klinik.ny(self.rng, k.kommune, k.sted, status, dato, praecision))
        return udbud_id, sket[-1]


def _kvartaler() -> list[datetime.date]:
    """First day of every quarter of the period that has begun."""
    return [d for aar in AAR for m in (1, 4, 7, 10) if (d := datetime.date(aar, m, 1)) <= IDAG]


def _ny_kaede(rng: random.Random, kommune: Kommune, kvartal: datetime.date) -> _Kaede:
    """A new number in a kommune: unit by region, at times several units per lot where many people live."""
    sted = rng.choice(kommune.steder)
    ydernummer, kapacitet, drift = ENHEDER[kommune.region]
    vaegte = (ydernummer, kapacitet, drift * 2 * kommune.svaerhed)  # where it is easy, no clinic is tendered
    enhed = rng.choices(("ydernummer", "kapacitet", "klinik"), vaegte)[0]
    if enhed == "klinik":
        return _Kaede(kommune, sted, enhed, 1, "drift_i_udbud", "PLO-klinik")
    if enhed == "ydernummer" and kommune.region == SPAERRET[0] and kvartal == SPAERRET[1]:
        enhed = "kapacitet"
    antal = rng.choices((1, 2, 3), (0.72, 0.22, 0.06) if kommune.indbyggere_2026 > 30_000 else (0.95, 0.05, 0))[0]
    if rng.random() < 0.6:
        return _Kaede(kommune, sted, enhed, antal, "nyt", "")
    return _Kaede(kommune, sted, enhed, antal, "overtaget_af_region", "PLO-klinik")


def _sundhedsraad(register: Udbudsregister, geo: Geografi, raad: str) -> None:
    """The lots of one sundhedsråd: one in every quarter, every kommune at least once, more where it is big and hard."""
    rng, kommuner, kvartaler = register.rng, geo.i_sundhedsraad(raad), _kvartaler()
    vaegte = [k.indbyggere_2026**0.75 * (0.5 + 1.4 * k.svaerhed) for k in kommuner]
    faste = kommuner + rng.choices(kommuner, vaegte, k=len(kvartaler) - len(kommuner))
    rng.shuffle(faste)
    for kvartal, fast in zip(kvartaler, faste, strict=True):
        # The fixed lot comes early enough to be open in the last quarter too.
        register.kaede(_ny_kaede(rng, fast, kvartal), om(rng.randint(3, 36), kvartal))
        ekstra = sum(rng.random() < sum(vaegte) / 110_000 for _ in range(2))
        for kommune in rng.choices(kommuner, vaegte, k=ekstra):
            register.kaede(_ny_kaede(rng, kommune, kvartal), om(rng.randint(3, 80), kvartal))


def _klinikker_til_salg(register: Udbudsregister) -> None:
    """The region tries to sell most of what it runs, rather early than late; the hardest wait longest."""
    rng = register.rng
    for klinik in list(register.klinikker):
        salg = om(int(rng.triangular(120, 1700, 250)), max(klinik.fra, datetime.date(2021, 9, 1)))
        saelges = klinik.til is None and klinik.kliniktype in ("udbudsklinik", "regionsklinik")
        if saelges and rng.random() < 0.75 - 0.2 * klinik.kommune.svaerhed:
            art, foer = "overtaget_af_region", klinik.kliniktype
            register.kaede(_Kaede(klinik.kommune, klinik.sted, "klinik", 1, art, foer, klinik), salg)


def _besluttet(register: Udbudsregister, geo: Geografi) -> None:
    """Capacities decided this autumn and not offered yet."""
    rng = register.rng
    for kommune in rng.sample([k for k in geo.kommuner if k.region != SPAERRET[0]], 9):
        dato, antal = om(rng.randint(0, 75), datetime.date(2026, 9, 1)), rng.randint(1, 2)
        raekke: Raekke = {
            "region": kommune.region,
            "kommunekode": kommune.kode,
            "sted": f"{kommune.navn} (sted ikke valgt)",
            "enhed": "kapacitet",
            "antal": antal,
            "art": "nyt",
            "note": "Besluttet, ikke slået op.",
        }
        register.tilfoej(kommune.kode, dato, raekke, [("besluttet", dato.isoformat(), antal)])


def _kun_region(register: Udbudsregister, geo: Geografi) -> None:
    """The lots that are known for their region only."""
    for lot in REGIONSLOT:
        log = [(status, dato, int(antal)) for status, dato, antal in (h.split() for h in lot.log.split(";"))]
        opslag = next((dato for status, dato, _ in log if status == "opslaaet"), "")
        raekke: Raekke = {
            "region": lot.region,
            "kommunekode": "",
            "sted": f"{lot.region} (kommune ikke oplyst)",
            "enhed": lot.enhed,
            "antal": lot.antal,
            "art": lot.art,
            "opslag_dato": opslag,
            "opslag_praecision": praecision_af(opslag) if opslag else "",
            "runde_nr": 1 if opslag else "",
            "antal_ansoegere": "" if lot.ansoegere is None else lot.ansoegere,
            "antal_tildelt": "" if lot.tildelt is None else lot.tildelt,
            "note": lot.note,
        }
        start = datetime.date.fromisoformat(f"{(opslag or log[0][1])[:7]}-01")
        register.tilfoej(geo.regioner[lot.region], start, raekke, log)


def lav_udbud(geo: Geografi, froe: int) -> Udbudsregister:
    """All lots 2022-2026, their logs, and the clinics they created or sold (still without ids)."""
    register = Udbudsregister(terning(froe, "udbud"))
    _kun_region(register, geo)
    for raad in geo.sundhedsraad:
        _sundhedsraad(register, geo, raad)
    register.klinikker += lav_bestand(register.rng, geo)
    _klinikker_til_salg(register)
    _besluttet(register, geo)
    return register
