"""Targets by four invented rules, with the days on which each holds where, and the areas that are short of doctors.

The index of need follows the share of people of 65 and more and the difficulty, and is 1 for the country. Kommuner with
too few clinics for a mean have none of their own: they stand in their sundhedsråd.
"""

from collections import defaultdict
from dataclasses import dataclass

from data.eksempel_generator.faelles import GRUNDLAG, Raekke, terning
from data.eksempel_generator.geografi import Geografi, Kommune, aeldre_andel

KILDE, TRUET_KILDE = "eksempel-maal", "eksempel-truet"
NORM, TILMELDTE = 1600, 0.985  # patients a capacity; listed of all inhabitants
FOER, UDKAST_FRA = "2018-01-01", "2025-08-15"
# The day that the final model begins, by region, and the day before.
I_KRAFT = {
    "Region Nordjylland": ("2025-11-24", "2025-11-23"),
    "Region Midtjylland": ("2025-12-01", "2025-11-30"),
    "Region Syddanmark": ("2026-01-01", "2025-12-31"),
    "Region Hovedstaden": ("2026-01-15", "2026-01-14"),
    "Region Sjælland": ("2026-02-01", "2026-01-31"),
}
FLAD, UDKAST, ENDELIG, GENNEMSNIT = "eks-flad-norm", "eks-model-udkast", "eks-model-2026", "eks-plo-gennemsnit"
MODEL = "national_fordelingsmodel"
# maalsaet_id, name, kind, version, draft, binding, from, to, evaluated
MAALSAET = (
    (FLAD, "Normtal 1.600 pr. kapacitet (opdigtet)", "flad_norm", "", 0, 1, FOER, "2026-01-31", ""),
    (UDKAST, "National model, udkast (opdigtet)", MODEL, "august 2025", 1, 0, UDKAST_FRA, "2026-01-31", ""),
    (ENDELIG, "National model 2025, endelig (opdigtet)", MODEL, "november 2025", 0, 1, "2025-11-24", "", 2027),
    (GENNEMSNIT, "PLO’s gennemsnit (opdigtet)", "plo_gennemsnit", "2026", 0, 0, "2026-02-01", "", ""),
)
FAA_KLINIKKER = 3
POSTNUMRE = {"Lolland": ("4900", "4930", "4970"), "Tønder": ("6270", "6280"), "Thisted": ("7700", "7760")}
OPMAERKSOM = (0.38, 0.46)  # between these difficulties a region keeps an eye on a kommune
REGIONAL_FRA = 0.60
PARTERNE = "Aftalens parter (opdigtet)"


@dataclass(frozen=True)
class _Behov:
    """What the targets of an area are made of: its inhabitants, weighed by need, listed patients and clinics."""

    indbyggere: float = 0.0
    vejet: float = 0.0
    tilmeldte: float = 0.0
    klinikker: int = 0

    def __add__(self, anden: "_Behov") -> "_Behov":
        return _Behov(*(a + b for a, b in zip(self._tal(), anden._tal())))

    def _tal(self) -> tuple:
        return self.indbyggere, self.vejet, self.tilmeldte, self.klinikker


def lav_maalsaet() -> list[Raekke]:
    """Rows of maalsaet."""
    kolonner = (
        "maalsaet_id",
        "navn",
        "art",
        "version",
        "er_udkast",
        "bindende",
        "gyldig_fra",
        "gyldig_til",
        "evalueres",
    )
    return [dict(zip(kolonner, en)) | {"kilde_id": KILDE, "grundlag": GRUNDLAG} for en in MAALSAET]


def lav_maaltal(geo: Geografi, noegletal: list[Raekke]) -> list[Raekke]:
    """Rows of maaltal for the country, regions, sundhedsråd and kommuner."""
    behov = _need(geo, noegletal)
    land = sum(behov.values(), _Behov())
    pr_vejet = land.tilmeldte / NORM / land.vejet  # capacities that the country's norm gives a weighed inhabitant
    raekker = [_maal(FLAD, "land", "Danmark", "", "patienter_pr_kapacitet", NORM, (FOER, "2026-01-31"))]
    for region, (fra, foer) in I_KRAFT.items():
        raekker.append(_maal(FLAD, "region", region, region, "patienter_pr_kapacitet", NORM, (FOER, foer)))
        dele = geo.sundhedsraad_i(region)
        samlet = sum((behov[k.kode] for s in dele for k in geo.i_sundhedsraad(s)), _Behov())
        raekker += _model("region", region, region, samlet, pr_vejet, (fra, foer))
        for s in dele:
            raad = sum((behov[k.kode] for k in geo.i_sundhedsraad(s)), _Behov())
            navn = geo.sundhedsraad[s]
            raekker += _model("sundhedsraad", navn, region, raad, pr_vejet, (fra, foer))
            indeks = raad.vejet / raad.indbyggere * land.indbyggere / land.vejet
            raekker.append(_maal(ENDELIG, "sundhedsraad", navn, region, "behovsindeks", round(indeks, 3), (fra, "")))
            snit = raad.tilmeldte / (pr_vejet * raad.vejet)
            for saet, maal in ((ENDELIG, "minimumspatienttal_gns"), (GENNEMSNIT, "patienter_pr_kapacitet")):
                tid = (fra, "") if saet == ENDELIG else ("2026-02-01", "")
                raekke = _maal(saet, "sundhedsraad", navn, region, maal, round(0.96 * snit), tid)
                raekker.append(raekke | {"antal_klinikker": raad.klinikker, "foretrukken": int(saet == ENDELIG)})
            for k in geo.i_sundhedsraad(s):
                if behov[k.kode].klinikker >= FAA_KLINIKKER:
                    model = _model("kommune", k.navn, region, behov[k.kode], pr_vejet, (fra, foer))
                    raekker += [en | {"kommunekode": k.kode} for en in model]
    return raekker


def lav_truede(geo: Geografi, noegletal: list[Raekke], froe: int) -> list[Raekke]:
    """Rows of truet_udpegning: the national list is the indicator's, the others follow the difficulty."""
    rng = terning(froe, "truet")
    raekker: list[Raekke] = []
    aar_paa: dict[str, list[int]] = defaultdict(list)
    for r in noegletal:
        if r["noegletal"] == "laegedaekningstruet":
            aar_paa[str(r["kommunekode"])].append(int(r["dato"]))
    for k in geo.kommuner:
        for fra, til in _spans(sorted(aar_paa[k.kode])):
            daekning = "hele" if k.svaerhed > 0.75 else "dele"
            slut = "" if til == 2026 else f"{til}-12-31"
            raekker.append(_truet("landsdaekkende", k, daekning, f"{fra}-01-01", slut, PARTERNE))
        if k.svaerhed >= REGIONAL_FRA:
            fra = f"{rng.choice((2024, 2025, 2026))}-01-01"
            raekker.append(_truet("regional", k, rng.choice(("hele", "dele")), fra, "", k.region))
        elif OPMAERKSOM[0] <= k.svaerhed <= OPMAERKSOM[1]:
            raekker.append(_truet("opmaerksomhed", k, "ukendt", "2026-01-01", "2026-12-31", k.region))
        for postnummer in POSTNUMRE.get(k.navn, ()):
            en = _truet("regional", k, "hele", "2026-01-01", "", k.region)
            raekker.append(en | {"omraade_type": "postnummer", "omraade": postnummer})
    return raekker


def _need(geo: Geografi, noegletal: list[Raekke]) -> dict[str, _Behov]:
    """What each kommune needs, by code."""
    andel = aeldre_andel()
    klinikker = {
        str(r["kommunekode"]): int(r["vaerdi"])
        for r in noegletal
        if r["noegletal"] == "praksis_antal" and int(r["dato"]) == 2025
    }
    return {
        k.kode: _Behov(
            k.indbyggere_2026,
            k.indbyggere_2026 * (0.80 + 0.80 * andel[k.kode] + 0.12 * k.svaerhed),
            k.indbyggere_2026 * TILMELDTE,
            klinikker[k.kode],
        )
        for k in geo.kommuner
    }


def _model(niveau: str, navn: str, region: str, behov: _Behov, pr_vejet: float, tid: tuple[str, str]) -> list[Raekke]:
    """The national model for an area: the final one, and the draft that weighed need less."""
    fra, foer = tid
    kapaciteter = pr_vejet * behov.vejet
    udkast = (kapaciteter + behov.tilmeldte / NORM) / 2
    raekker = []
    for saet, antal, periode in ((UDKAST, udkast, (UDKAST_FRA, foer)), (ENDELIG, kapaciteter, (fra, ""))):
        raekker += [
            _maal(saet, niveau, navn, region, "kapaciteter", round(antal, 1), periode),
            _maal(saet, niveau, navn, region, "patienter_pr_kapacitet", round(behov.tilmeldte / antal), periode),
        ]
    return raekker


def _maal(saet: str, niveau: str, navn: str, region: str, maal: str, vaerdi: float, tid: tuple[str, str]) -> Raekke:
    return {
        "maalsaet_id": saet,
        "omraade_type": niveau,
        "omraade": navn,
        "region": region,
        "gyldig_fra": tid[0],
        "gyldig_til": tid[1],
        "maal": maal,
        "vaerdi": vaerdi,
        "foretrukken": int(saet in (FLAD, ENDELIG)),
        "kilde_id": KILDE,
        "grundlag": GRUNDLAG,
    }


def _spans(aar: list[int]) -> list[tuple[int, int]]:
    """Runs of years without a gap: (first, last)."""
    spaend: list[tuple[int, int]] = []
    for et in aar:
        if spaend and spaend[-1][1] == et - 1:
            spaend[-1] = (spaend[-1][0], et)
        else:
            spaend.append((et, et))
    return spaend


def _truet(liste: str, k: Kommune, daekning: str, fra: str, til: str, af: str) -> Raekke:
    return {
        "liste": liste,
        "omraade_type": "kommune",
        "omraade": k.navn,
        "kommunekode": k.kode,
        "daekning": daekning,
        "gyldig_fra": fra,
        "gyldig_til": til,
        "udpeget_af": af,
        "kilde_id": TRUET_KILDE,
        "grundlag": GRUNDLAG,
    }
