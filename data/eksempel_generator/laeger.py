"""Doctors by area and age on two days, and what happened between: the numbers of doctors are those of the indicator
`praktiserende_laeger`, so that a page and a scenario begin with the same."""

from collections import defaultdict
from collections.abc import Iterable

from data.eksempel_generator.faelles import GRUNDLAG, Raekke, fordel, terning
from data.eksempel_generator.geografi import Geografi

KILDE = "eksempel-laeger"
AARENE = (2024, 2025)
ALDRE = ("u40", "40-44", "45-49", "50-54", "55-59", "60-64", "65-69", "70+")
# Of those below 60, and of those above: what is in each group.
UNDER_60, OVER_60 = (0.12, 0.22, 0.24, 0.23, 0.19), (0.57, 0.31, 0.12)
# Kommuner whose ages are known too, with what must be hidden.
MED_ALDRE = ("vendsyssel", "fyn")
MINDST_VIST = 5
# Beside the owners: employed ones for each hundred of them, easy and hard; those in clinics follow the difficulty.
ANDRE = {"ansat_plo": (24, -8), "udbudsklinik": (0.5, 5), "regionsklinik": (0.5, 7), "vikar": (3, 4)}
AFGANG = 0.037  # of the doctors give up their place in a year
FLYTTER = 22  # doctors a year who move to another sundhedsråd
# What is given up, by kind; and who sells and goes on working, of all doctors.
AFGANGENS_ARTER, SAELGER = {"pension": 0.55, "salg_ophoerer": 0.33, "lukket": 0.12}, 0.022

Tal = dict[tuple[str, int], int]  # (kommunekode, year) -> doctors


def lav_laegestand(geo: Geografi, noegletal: list[Raekke], froe: int) -> list[Raekke]:
    """Rows of laegestand: land, regions and sundhedsråd with ages, kommuner without, but for those of two råd."""
    rng = terning(froe, "laegestand")
    laeger = _doctors(noegletal)
    raekker: list[Raekke] = []
    for aar in AARENE:
        raad = {s: _ages(geo, noegletal, laeger, s, aar) for s in geo.sundhedsraad}
        andre = {s: _others(geo, s, sum(alder), rng) for s, alder in raad.items()}
        for niveau, navn, dele in _areas(geo):
            alder = [sum(raad[s][nr] for s in dele) for nr in range(len(ALDRE))]
            raekker += _stand(niveau, navn, aar, "ejer", ["alle", *ALDRE], [sum(alder), *alder])
            for art in ANDRE:
                raekker += _stand(niveau, navn, aar, art, ["alle"], [sum(andre[s][art] for s in dele)])
        for kommune in geo.kommuner:
            raekker += _stand("kommune", kommune.navn, aar, "ejer", ["alle"], [laeger[kommune.kode, aar]])
        for s in MED_ALDRE:
            kommuner = geo.i_sundhedsraad(s)
            rest = list(raad[s])
            for nr, kommune in enumerate(kommuner):
                n = laeger[kommune.kode, aar]
                alder = rest if nr == len(kommuner) - 1 else fordel(n, rest, rest)
                rest = [a - b for a, b in zip(rest, alder)]
                raekker += _stand("kommune", kommune.navn, aar, "ejer", ALDRE, _shown(alder))
    return raekker


def lav_bevaegelser(geo: Geografi, noegletal: list[Raekke], froe: int) -> list[Raekke]:
    """Rows of laegebevaegelse: what makes the stock of one year that of the next, for sundhedsråd and the country."""
    rng = terning(froe, "laegebevaegelse")
    laeger = _doctors(noegletal)
    raekker: list[Raekke] = []
    for aar in AARENE:
        land: dict[str, int] = defaultdict(int)
        foer = {s: sum(laeger[k.kode, aar - 1] for k in geo.i_sundhedsraad(s)) for s in geo.sundhedsraad}
        nu = {s: sum(laeger[k.kode, aar] for k in geo.i_sundhedsraad(s)) for s in geo.sundhedsraad}
        svaert = {s: _difficulty(geo, s) for s in geo.sundhedsraad}
        afgang = fordel(round(AFGANG * sum(foer.values())), [foer[s] * (0.8 + 0.6 * svaert[s]) for s in foer])
        ind = fordel(FLYTTER, [foer[s] * (1.1 - svaert[s]) * rng.uniform(0.7, 1.3) for s in foer])
        ud = fordel(FLYTTER, [foer[s] * (0.3 + svaert[s]) * rng.uniform(0.7, 1.3) for s in foer])
        for s, holder_op, kom, gik in zip(foer, afgang, ind, ud):
            tilgang = nu[s] - foer[s] + holder_op - kom + gik
            holder_op += max(0, -tilgang)  # where the stock falls fast, more have stopped
            tal = dict(zip(AFGANGENS_ARTER, fordel(holder_op, list(AFGANGENS_ARTER.values()))))
            tal |= {"tilgang": max(0, tilgang), "salg_fortsaetter": round(SAELGER * foer[s])}
            tal |= {"flyttet_ind": kom, "flyttet_ud": gik}
            for art, antal in tal.items():
                raekker.append(_bevaegelse("sundhedsraad", geo.sundhedsraad[s], aar, art, antal))
                land[art] += antal
        raekker += [_bevaegelse("land", "Danmark", aar, art, antal) for art, antal in land.items()]
    return raekker


def _doctors(noegletal: Iterable[Raekke]) -> Tal:
    return {
        (str(r["kommunekode"]), int(r["dato"])): int(r["vaerdi"])
        for r in noegletal
        if r["noegletal"] == "praktiserende_laeger"
    }


def _areas(geo: Geografi) -> list[tuple[str, str, list[str]]]:
    """Level, name and sundhedsråd of every area that is more than a kommune."""
    raad = [("sundhedsraad", navn, [s]) for s, navn in geo.sundhedsraad.items()]
    regioner = [("region", navn, geo.sundhedsraad_i(navn)) for navn in geo.regioner]
    return [("land", "Danmark", list(geo.sundhedsraad)), *regioner, *raad]


def _ages(geo: Geografi, noegletal: list[Raekke], laeger: Tal, raad: str, aar: int) -> list[int]:
    """The doctors of a sundhedsråd by ALDRE: those of 60 and more are the indicator's."""
    koder = {k.kode for k in geo.i_sundhedsraad(raad)}
    andel = {
        str(r["kommunekode"]): float(r["vaerdi"]) / 100
        for r in noegletal
        if r["noegletal"] == "laeger_60plus_pct" and int(r["dato"]) == aar and r["kommunekode"] in koder
    }
    i_alt = sum(laeger[kode, aar] for kode in koder)
    aeldre = round(sum(laeger[kode, aar] * andel.get(kode, 0.0) for kode in sorted(koder)))
    return fordel(i_alt - aeldre, list(UNDER_60)) + fordel(aeldre, list(OVER_60))


def _shown(alder: list[int]) -> list[int | None]:
    """None for what is hidden: one to four doctors, and the smallest other number when only one is hidden."""
    skjult = {nr for nr, antal in enumerate(alder) if 0 < antal < MINDST_VIST}
    if len(skjult) == 1:
        andre = [nr for nr, antal in enumerate(alder) if nr not in skjult and antal]
        skjult.add(min(andre, key=lambda nr: alder[nr]) if andre else min({*range(len(alder))} - skjult))
    return [None if nr in skjult else antal for nr, antal in enumerate(alder)]


def _difficulty(geo: Geografi, raad: str) -> float:
    kommuner = geo.i_sundhedsraad(raad)
    return sum(k.svaerhed * k.indbyggere_2026 for k in kommuner) / sum(k.indbyggere_2026 for k in kommuner)


def _others(geo: Geografi, raad: str, ejere: int, rng) -> dict[str, int]:
    """The other doctors of a sundhedsråd."""
    svaert = _difficulty(geo, raad)
    return {
        art: max(0, round(ejere * (let + haard * svaert) * rng.uniform(0.85, 1.15) / 100))
        for art, (let, haard) in ANDRE.items()
    }


def _stand(niveau: str, navn: str, aar: int, ansaettelse: str, aldre, tal) -> list[Raekke]:
    faelles: Raekke = {"omraade_type": niveau, "omraade": navn, "dato": f"{aar}-12-31", "ansaettelse": ansaettelse}
    return [
        faelles
        | {"aldersgruppe": alder, "laeger": "" if n is None else n, "skjult": int(n is None)}
        | {"kilde_id": KILDE, "grundlag": GRUNDLAG}
        for alder, n in zip(aldre, tal)
    ]


def _bevaegelse(niveau: str, navn: str, aar: int, art: str, antal: int) -> Raekke:
    return {
        "omraade_type": niveau,
        "omraade": navn,
        "aar": aar,
        "art": art,
        "aldersgruppe": "alle",
        "antal": antal,
        "skjult": 0,
        "kilde_id": KILDE,
        "grundlag": GRUNDLAG,
    }
