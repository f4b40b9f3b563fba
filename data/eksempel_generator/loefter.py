"""What is known beside the clinics themselves: contracts that expire, promises that a clinic becomes a PLO-klinik, and
the last contact about it. And what regions did with numbers before they offered them: bought, or taken by their first
right."""

import datetime
import random
from collections import Counter

from data.eksempel_generator.faelles import FOERSTE_AAR, GRUNDLAG, IDAG, Raekke, om
from data.eksempel_generator.klinik import Klinik

PAA_KONTRAKT = ("udbudsklinik", "licensklinik")
KONTRAKTAAR = 4  # contracts run so long, and so long again
LOVET_AF = ("regionsrådet", "regionsrådsformanden", "forretningsudvalget", "sundhedsrådet", "forvaltningen")
P_KONTRAKT, P_LOVET, P_KONTAKT = 0.85, 0.4, 0.6
P_OPKOEBT, P_FOERSTERET = 0.22, 0.12


def lav_loefter(rng: random.Random, klinik: Klinik) -> Raekke:
    """The columns of a clinic about contract, promise and contact; nothing where nothing is known."""
    sidst = min(klinik.til or IDAG, IDAG)
    raekke: Raekke = {}
    if klinik.kliniktype in PAA_KONTRAKT and rng.random() < P_KONTRAKT:
        raekke |= _dated("kontraktudloeb", _expiry(klinik))
    loeftet = max(klinik.fra, datetime.date(FOERSTE_AAR, 1, 1))
    if rng.random() < P_LOVET and (sidst - loeftet).days > 60:
        raekke["konvertering_lovet_af"] = rng.choice(LOVET_AF)
        raekke |= _dated("konvertering_lovet", om(rng.randint(10, (sidst - loeftet).days - 30), loeftet))
    if klinik.til is None and rng.random() < P_KONTAKT:
        raekke |= _dated("kontakt", om(-rng.randint(10, 500), IDAG))
    return raekke


def _dated(navn: str, dag: datetime.date) -> Raekke:
    return {f"{navn}_dato": dag.isoformat(), f"{navn}_praecision": "dag"}


def _expiry(klinik: Klinik) -> datetime.date:
    """The end of the contract that is in force: the day before the clinic has run so many whole contracts."""
    aar = klinik.fra.year
    slut = klinik.til or IDAG
    while (udloeb := klinik.fra.replace(year=aar)) <= slut:
        aar += KONTRAKTAAR
    return udloeb - datetime.timedelta(days=1)


def tilfoej_koeb(rng: random.Random, udbud: list[Raekke], haendelser: list[Raekke]) -> list[Raekke]:
    """The events with those of numbers that the region bought, or took by its first right, before it offered them. Only
    numbers of PLO-klinikker that the region has taken over; the events after keep their order."""
    foerste: dict[str, str] = {}
    for lot in udbud:
        dag = str(lot.get("opslag_dato", ""))
        overtaget = lot["art"] == "overtaget_af_region" and lot.get("kliniktype_foer") == "PLO-klinik"
        if not overtaget or lot.get("runde_nr") != 1 or len(dag) != 10:
            continue
        slag = rng.random()
        status = "opkoebt" if slag < P_OPKOEBT else "foersteret" if slag < P_OPKOEBT + P_FOERSTERET else ""
        koebt = om(-rng.randint(30, 120), datetime.date.fromisoformat(dag))
        if status and koebt.year >= FOERSTE_AAR:
            foerste[str(lot["udbud_id"])] = f"{status} {koebt.isoformat()} {lot['antal']}"
    nye, forskudt = [], Counter(foerste.keys())
    for udbud_id, hvad in foerste.items():
        status, dato, antal = hvad.split()
        faelles: Raekke = {"udbud_id": udbud_id, "raekkefoelge": 1, "status": status, "dato": dato, "praecision": "dag"}
        nye.append(faelles | {"antal": antal, "kilde_id": haendelser[0]["kilde_id"], "grundlag": GRUNDLAG, "note": ""})
    gamle = [en | {"raekkefoelge": int(en["raekkefoelge"]) + forskudt[en["udbud_id"]]} for en in haendelser]
    return nye + gamle
