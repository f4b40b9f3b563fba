"""Yearly noegletal per kommune 2022-2026. Clinics, their patients and vacant ydernumre are counted from the other
registers, so that the pages agree with each other; the rest follows inhabitants and difficulty."""

import datetime
import random
from collections import Counter, defaultdict

from data.eksempel_generator.faelles import AAR, GRUNDLAG, IDAG, Raekke, fordel, terning
from data.eksempel_generator.geografi import Geografi, Kommune
from data.eksempel_generator.klinik import Klinik, aktive
from data.eksempel_generator.udbud import Udbudsregister

KILDE = "eksempel-noegletal"
# Praktiserende læger in the country per year. PLO counts about 3,400 in 2023; the rest is invented around it.
LAEGER = {2022: 3410, 2023: 3400, 2024: 3415, 2025: 3440, 2026: 3475}
# Læger in hoveduddannelse. PLO Analyse has 1,220 in 2024; the rest is invented around it.
HU_I_GANG = {2022: 1140, 2023: 1180, 2024: 1220, 2025: 1265, 2026: 1330}
UDEN_LAEGE = {"Læsø": 2024}  # kommune -> first year without a doctor of its own
LEVERANDOER = ("udbudsklinik", "licensklinik")
TRUET_FRA = 0.47  # difficulty from which a kommune stands on the list; near it, chance decides per year
AFSLUTTET = {
    "tildelt",
    "besat",
    "konverteret_plo",
    "udbudsklinik",
    "regionsklinik",
    "fordelt",
    "omfordelt",
    "trukket_tilbage",
}


def _laeger(rng: random.Random, geo: Geografi) -> dict[tuple[str, int], int]:
    """Doctors per kommune and year: fewer per inhabitant where it is hard, and falling there."""
    leje = {k.kode: rng.uniform(0.96, 1.04) for k in geo.kommuner}
    resultat = {}
    for aar in AAR:
        med = [k for k in geo.kommuner if aar < UDEN_LAEGE.get(k.navn, aar + 1)]
        vaegte = [
            k.indbyggere(aar)
            * leje[k.kode]
            / (1 + 0.5 * k.svaerhed)
            * (1 + (0.012 - 0.035 * k.svaerhed) * (aar - 2022))
            for k in med
        ]
        resultat |= {(k.kode, aar): 0 for k in geo.kommuner}
        resultat |= {(k.kode, aar): n for k, n in zip(med, fordel(LAEGER[aar], vaegte))}
    return resultat


def _ubesatte(register: Udbudsregister, aar: int) -> Counter:
    """Ydernumre per kommune that stood on offer without a doctor at the end of the year (or at IDAG).

    A round counts from its offer until the number is taken or given up; one without applicants goes on counting
    until its next round takes over. Lots known for their region only have no place here.
    """
    dag = min(datetime.date(aar, 12, 31), IDAG).isoformat()
    stand = {}
    for h in register.haendelser:
        if str(h["dato"]) <= dag[: len(str(h["dato"]))]:
            stand[h["udbud_id"]] = h["status"]
    afloest = {u.get("forrige_udbud_id") for u in register.udbud if u["udbud_id"] in stand}
    ledige: Counter = Counter()
    for u in register.udbud:
        status = stand.get(u["udbud_id"], "besluttet")
        if (
            u["enhed"] == "ydernummer"
            and u["kommunekode"]
            and u["udbud_id"] not in afloest
            and status not in AFSLUTTET | {"besluttet", "reserve"}
        ):
            ledige[u["kommunekode"]] += u["antal"]
    return ledige


def _raekke(kommune: Kommune | None, slug: str, aar: int, vaerdi: float) -> Raekke:
    sted = (
        {"omraade_type": "land", "omraade": "Danmark"}
        if kommune is None
        else {"omraade_type": "kommune", "omraade": kommune.navn, "kommunekode": kommune.kode, "region": kommune.region}
    )
    return sted | {
        "noegletal": slug,
        "vaerdi": vaerdi,
        "dato": aar,
        "praecision": "aar",
        "dato_udledt": 0,
        "er_prognose": 0,
        "foretrukken": 1,
        "kilde_id": KILDE,
        "grundlag": GRUNDLAG,
    }


def _praksis(
    rng: random.Random, kommune: Kommune, laeger: int, aar: int, laener: tuple[float, float, float]
) -> dict[str, float]:
    """The figures of the practices in one kommune and year; empty ratios where there is no doctor to divide by."""
    pr_praksis, lukkelyst, alder = laener
    if not laeger:
        return {"praksis_antal": 0, "aabne_klinikker_antal": 0}
    praksis = max(1, round(laeger / pr_praksis))
    lukkede = min(
        praksis,
        round(praksis * (0.44 + 0.34 * kommune.svaerhed + lukkelyst + 0.012 * (aar - 2022) + rng.uniform(-0.03, 0.03))),
    )
    aeldre = min(laeger, round(laeger * (0.16 + 0.20 * kommune.svaerhed + alder + rng.uniform(-0.01, 0.01))))
    return {
        "praksis_antal": praksis,
        "aabne_klinikker_antal": praksis - lukkede,
        "lukket_praksis_pct": round(100 * lukkede / praksis, 1),
        "laeger_60plus_pct": round(100 * aeldre / laeger, 1),
        "patienter_pr_laege": round(kommune.indbyggere(aar) * 0.985 / laeger * rng.uniform(0.985, 1.015)),
    }


def _kapacitet(plo: int, klinikker: list[Klinik], praksis: dict[str, float]) -> dict[str, float]:
    """Capacities by the type of clinic, which add up, and those of the practices that are closed."""
    patienter = sum(x.patienter for x in klinikker)
    i_klinikker = round(patienter / 1600)
    hos_leverandoer = sum(x.patienter for x in klinikker if x.kliniktype in LEVERANDOER)
    udbud = round(i_klinikker * hos_leverandoer / patienter) if patienter else 0
    lukkede = praksis["praksis_antal"] - praksis["aabne_klinikker_antal"]
    return {
        "kapaciteter_aktive": plo + i_klinikker,
        "kapaciteter_aktive_plo": plo,
        "kapaciteter_aktive_udbud": udbud,
        "kapaciteter_aktive_region": i_klinikker - udbud,
        "kapaciteter_lukket": round(plo * lukkede / praksis["praksis_antal"]) if praksis["praksis_antal"] else 0,
    }


def lav_noegletal(geo: Geografi, register: Udbudsregister, froe: int) -> list[Raekke]:
    """All rows of noegletal: every kommune and year for every slug, ratios only where there are doctors."""
    rng = terning(froe, "noegletal")
    laeger = _laeger(rng, geo)
    laener = {k.kode: (rng.uniform(1.8, 2.5), rng.uniform(-0.08, 0.08), rng.uniform(-0.04, 0.04)) for k in geo.kommuner}
    raekker = []
    for aar in AAR:
        i_drift: dict[str, list[Klinik]] = defaultdict(list)
        for klinik in aktive(register.klinikker, aar):
            i_drift[klinik.kommune.kode].append(klinik)
        ledige = _ubesatte(register, aar)
        for k in geo.kommuner:
            klinikker, n = i_drift[k.kode], laeger[k.kode, aar]
            patienter = sum(x.patienter for x in klinikker)
            udbudsklinikker = sum(x.kliniktype in LEVERANDOER for x in klinikker)
            plo = round(n * rng.uniform(0.97, 1.0))
            praksis = _praksis(rng, k, n, aar, laener[k.kode])
            tal = {
                "praktiserende_laeger": n,
                **praksis,
                **_kapacitet(plo, klinikker, praksis),
                # all that are listed in the area, so that patienter_pr_laege is theirs; without a doctor, the clinics'
                "tilmeldte_patienter": praksis["patienter_pr_laege"] * n if n else patienter,
                "uden_fast_laege_udbud_region": patienter,
                "ubesatte_ydernumre": ledige[k.kode],
                "udbudsklinikker_antal": udbudsklinikker,
                "regionsklinikker_antal": len(klinikker) - udbudsklinikker,
            }
            if k.svaerhed + rng.uniform(-0.06, 0.06) >= TRUET_FRA:
                tal["laegedaekningstruet"] = 1
            raekker += [_raekke(k, slug, aar, vaerdi) for slug, vaerdi in tal.items()]
        raekker.append(_raekke(None, "hu_laeger_i_gang", aar, HU_I_GANG[aar]))
    return raekker
