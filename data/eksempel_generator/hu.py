"""HU-forløb per round 2022-2026, from the top down: a region's year is shared out on rounds and sundhedsråd.

Top down, because the published totals must come out exactly, and because a row is the TOTAL of its area: parts then
never exceed it. What a region-round has not shared out is the part that the pages show as not placed.
"""

import random

from data.eksempel_generator.faelles import AAR, GRUNDLAG, IDAG, Raekke, fordel, terning
from data.eksempel_generator.geografi import Geografi

KILDE, ANDEN_KILDE = "eksempel-hu", "eksempel-hu-anden"

# fmt: off
# Posts per year and region: (dimensioneret, opslaaet, besat). Published, and met exactly: dimensioneret 350 in 2022;
# opslaaet 350 and besat 280 in 2023 with Hovedstaden and Midtjylland full. The rest is invented. More are advertised
# than dimensioned where vacant posts are advertised again. 2026 holds the 50 extra posts.
REGION_AAR: dict[int, dict[str, tuple[int, int, int]]] = {
    2022: {"Region Hovedstaden": (100, 100, 98), "Region Sjælland": (60, 66, 38), "Region Syddanmark": (80, 86, 63),
           "Region Midtjylland": (74, 75, 66), "Region Nordjylland": (36, 39, 23)},
    2023: {"Region Hovedstaden": (98, 95, 95), "Region Sjælland": (60, 64, 36), "Region Syddanmark": (80, 83, 58),
           "Region Midtjylland": (76, 70, 70), "Region Nordjylland": (36, 38, 21)},
    2024: {"Region Hovedstaden": (98, 98, 97), "Region Sjælland": (60, 67, 40), "Region Syddanmark": (80, 86, 65),
           "Region Midtjylland": (76, 77, 70), "Region Nordjylland": (36, 40, 25)},
    2025: {"Region Hovedstaden": (98, 98, 98), "Region Sjælland": (60, 66, 42), "Region Syddanmark": (80, 87, 66),
           "Region Midtjylland": (76, 78, 71), "Region Nordjylland": (36, 40, 27)},
    2026: {"Region Hovedstaden": (108, 108, 106), "Region Sjælland": (70, 77, 50), "Region Syddanmark": (92, 99, 74),
           "Region Midtjylland": (87, 90, 80), "Region Nordjylland": (43, 48, 33)},
}
EKSTRA_2026 = {"Region Hovedstaden": 10, "Region Sjælland": 12, "Region Syddanmark": 11, "Region Midtjylland": 9,
               "Region Nordjylland": 8}

# How readily a post stays vacant (0 = never). Sønderjylland empty and Fyn full is the report of the Almen
# Praksisudvalg; southern and western Sjælland and western Jylland were hard in 2019; the north follows the ydernumre.
TOMHED: dict[str, float] = {
    "soenderjylland": 4.5, "vendsyssel": 8.0, "midt-og-vestsjaelland": 6.0, "vestjylland": 6.0,
    "oestsjaelland-og-oeerne": 5.0, "limfjorden": 3.5, "sydvestjylland": 2.5, "lillebaelt": 0.6, "midt": 0.5,
    "kronjylland": 0.4, "nordsjaelland": 0.4, "amager-og-vestegnen": 0.3, "horsens": 0.2,
    "koebenhavns-omegn-nord": 0.1, "hovedstaden": 0.0, "aarhus": 0.0, "fyn": 0.0,
}
# Region-rounds where a few posts are not yet tied to a sundhedsråd: (year, round, region) -> posts.
IKKE_FORDELT: dict[tuple[int, int, str], int] = {
    (2022, 1, "Region Sjælland"): 3, (2022, 3, "Region Nordjylland"): 2, (2023, 2, "Region Midtjylland"): 3,
    (2024, 4, "Region Syddanmark"): 4, (2025, 1, "Region Nordjylland"): 2, (2026, 3, "Region Sjælland"): 4,
    (2026, 4, "Region Hovedstaden"): 5,
}
# Another invented count of a round, for the pages that show two sources: (year, round) -> (opslaaet, besat) added.
ANDEN_OPGOERELSE: dict[tuple[int, int], tuple[int, int]] = {(2023, 2): (2, 1), (2024, 1): (3, -1), (2025, 2): (2, 2)}
# fmt: on

Tal = tuple[int, int, int, int]  # dimensioneret, opslaaet, besat, ekstra_forloeb


def _plus(dele: list[Tal]) -> Tal:
    return tuple(map(sum, zip(*dele)))


def _runder(rng: random.Random, total: int) -> list[float]:
    """Four nearly equal weights: the rounds of a year differ a little."""
    return [rng.uniform(0.85, 1.15) * max(total, 1) for _ in range(4)]


def _region_runder(rng: random.Random, aar: int, region: str) -> list[Tal]:
    """The year's totals of a region shared out on its four rounds."""
    dim, ops, bes = REGION_AAR[aar][region]
    opslaaet = fordel(ops, _runder(rng, ops))
    ubesat = fordel(ops - bes, _runder(rng, ops - bes), opslaaet)
    ekstra = fordel(EKSTRA_2026[region] if aar == 2026 else 0, [1.0] * 4)
    return list(zip(fordel(dim, [1.0] * 4), opslaaet, [o - u for o, u in zip(opslaaet, ubesat)], ekstra))


def _sundhedsraad_i_runde(
    rng: random.Random, geo: Geografi, raad: list[str], region_tal: Tal, ikke_fordelt: int
) -> dict[str, Tal]:
    """One region-round shared out on its sundhedsråd by inhabitants; vacant posts by TOMHED."""
    dim, ops, bes, ekstra = region_tal
    ubesat_uden_raad = min(1, ops - bes) if ikke_fordelt else 0
    folk = [sum(k.indbyggere_2026 for k in geo.i_sundhedsraad(s)) for s in raad]
    vaegt = [f * (1 + 0.04 * TOMHED[s]) * rng.uniform(0.85, 1.15) for f, s in zip(folk, raad)]
    opslaaet = fordel(ops - ikke_fordelt, vaegt)
    ubesat = fordel(ops - bes - ubesat_uden_raad, [o * TOMHED[s] for o, s in zip(opslaaet, raad)], opslaaet)
    dele = zip(
        fordel(dim - min(ikke_fordelt, dim), folk),
        opslaaet,
        (o - u for o, u in zip(opslaaet, ubesat)),
        fordel(ekstra, folk),
    )
    return dict(zip(raad, dele))


def _raekke(omraade_type: str, omraade: str, aar: int, runde: int, tal: Tal, note: str = "") -> Raekke:
    dim, ops, bes, ekstra = tal
    prognose = (aar, runde) == (IDAG.year, 4)  # the October round is not settled in November
    return {
        "omraade_type": omraade_type,
        "omraade": omraade,
        "aar": aar,
        "runde": runde,
        "dimensioneret": dim,
        "opslaaet": ops,
        "besat": bes,
        "ubesat": ops - bes,
        "ekstra_forloeb": ekstra if aar == 2026 else "",
        "er_prognose": int(prognose),
        "foretrukken": 1,
        "kilde_id": KILDE,
        "grundlag": GRUNDLAG,
        "note": " ".join(filter(None, (note, "Ventet udfald af runden." if prognose else ""))),
    }


def lav_hu(geo: Geografi, froe: int) -> list[Raekke]:
    """All rows of hu_forloeb: posts per round and area; land = sum of regions = sum of videreuddannelsesregioner."""
    rng = terning(froe, "hu")
    raekker: list[Raekke] = []
    for aar in AAR:
        runder = {region: _region_runder(rng, aar, region) for region in geo.regioner}
        for runde in range(1, 5):
            region_tal = {region: runder[region][runde - 1] for region in geo.regioner}
            raad_tal: dict[str, Tal] = {}
            for region, tal in region_tal.items():
                rest = IKKE_FORDELT.get((aar, runde, region), 0)
                raad_tal |= _sundhedsraad_i_runde(rng, geo, geo.sundhedsraad_i(region), tal, rest)
                note = f"{rest} opslåede forløb er ikke knyttet til et sundhedsråd." if rest else ""
                raekker.append(_raekke("region", region, aar, runde, tal, note))
            land = _plus(list(region_tal.values()))
            raekker.append(_raekke("land", "Danmark", aar, runde, land))
            for vur in sorted(set(geo.videreuddannelse.values())):
                dele = [tal for region, tal in region_tal.items() if geo.videreuddannelse[region] == vur]
                raekker.append(_raekke("videreuddannelsesregion", vur, aar, runde, _plus(dele)))
            for navn, raad in geo.delregioner.items():
                raekker.append(_raekke("delregion", navn, aar, runde, _plus([raad_tal[s] for s in raad])))
            raekker += [_raekke("sundhedsraad", geo.sundhedsraad[s], aar, runde, tal) for s, tal in raad_tal.items()]
            if (aar, runde) in ANDEN_OPGOERELSE:
                mere_ops, mere_bes = ANDEN_OPGOERELSE[aar, runde]
                anden = (land[0], land[1] + mere_ops, land[2] + mere_bes, land[3])
                note = "Anden opdigtet opgørelse af samme runde med andre tal."
                raekker.append(
                    _raekke("land", "Danmark", aar, runde, anden, note) | {"foretrukken": 0, "kilde_id": ANDEN_KILDE}
                )
    return raekker
