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
P_PLANLAGT, PATIENTER_PR_KAPACITET = 0.3, 1600
UDEN_UDFALD, FLEST_I_ET_UDBUD = ("opslaaet", "genopslag", "ansoegere"), 20
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


def lav_kapaciteter(rng: random.Random, klinik: Klinik) -> Raekke:
    """How many doctors there is room for, in halves, and when the clinic is to become a PLO-klinik; nothing where
    nothing is known."""
    raekke: Raekke = {}
    if klinik.kendt:
        halve = max(1, round(2 * klinik.patienter / PATIENTER_PR_KAPACITET))
        raekke["kapaciteter"] = f"{halve / 2:g}"
    if klinik.til is None and klinik.kliniktype in ("udbudsklinik", "regionsklinik") and rng.random() < P_PLANLAGT:
        dag = datetime.date(rng.randint(2027, 2031), rng.choice((1, 4, 7, 10)), 1)
        raekke |= {"planlagt_konvertering_dato": dag.isoformat()[:7], "planlagt_konvertering_praecision": "maaned"}
    return raekke


def tilfoej_klar(rng: random.Random, udbud: list[Raekke]) -> list[Raekke]:
    """The lots with whether a specialist is in sight: known for most that stand open, and for no other. For the many of
    one region that are known for no kommune the answer is no."""
    return [
        lot | ({"laege_klar": _in_sight(rng, lot)} if lot["status"] in UDEN_UDFALD and lot["enhed"] != "klinik" else {})
        for lot in udbud
    ]


def _in_sight(rng: random.Random, lot: Raekke) -> str:
    if int(lot["antal"]) > FLEST_I_ET_UDBUD:
        return "0"
    slag = rng.random()
    return "1" if lot["status"] == "ansoegere" or slag < 0.3 else "0" if slag < 0.8 else ""


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
