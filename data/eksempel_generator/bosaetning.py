"""Who began and finished the training as a specialist since 2016, and where those of five years settled."""

from collections import defaultdict

from data.eksempel_generator.faelles import GRUNDLAG, Raekke, fordel, terning
from data.eksempel_generator.geografi import Geografi

KILDE = "eksempel-bosaetning"
# HU-forløb filled in the country before the example's own rounds begin: those published, as far as they are.
BESAT = {2011: 217, 2012: 220, 2013: 233, 2014: 239, 2015: 199, 2016: 205, 2017: 217, 2018: 209, 2019: 256, 2020: 287,
         2021: 280}  # fmt: skip
FOERSTE, SIDSTE = 2016, 2025
ANDELE = {"Nord": 0.328, "Syd": 0.206, "Øst": 0.466}
AAR_TIL_FAERDIG, GENNEMFOERER, FORSINKELSE = 5, 0.95, 6.0
# Of those who finished: in a place of their own, employed in general practice, elsewhere, abroad; and who stays.
EJER, ANSAT, UDLAND, BLIVER = 0.80, 0.13, 0.02, 0.75
HOLD, EFTER = (2018, 2022), 3


def lav_faerdige(hu: list[Raekke], froe: int) -> list[Raekke]:
    """Rows of hu_faerdige by videreuddannelsesregion and year; from 2022 who began are the posts filled in `hu`."""
    rng = terning(froe, "hu_faerdige")
    besat = _filled(hu)
    raekker: list[Raekke] = []
    for aar in range(FOERSTE, SIDSTE + 1):
        for navn in ANDELE:
            hold = besat[navn, aar - AAR_TIL_FAERDIG]
            faerdige = round(GENNEMFOERER * hold)
            raekker.append(
                {
                    "videreuddannelsesregion": navn,
                    "aar": aar,
                    "paabegyndt": besat[navn, aar],
                    "faerdige": faerdige,
                    "afbrudt": hold - faerdige,
                    "orlov_maaneder_gns": round(FORSINKELSE + rng.uniform(-0.7, 0.7), 1),
                    "kilde_id": KILDE,
                    "grundlag": GRUNDLAG,
                }
            )
    return raekker


def lav_bosaetning(geo: Geografi, faerdige: list[Raekke], laegestand: list[Raekke], froe: int) -> list[Raekke]:
    """Rows of bosaetning: of each videreuddannelsesregion to every sundhedsråd, and to what is none."""
    rng = terning(froe, "bosaetning")
    raekker: list[Raekke] = []
    laeger = {
        str(r["omraade"]): int(r["laeger"])
        for r in laegestand
        if r["omraade_type"] == "sundhedsraad" and r["ansaettelse"] == "ejer" and r["aldersgruppe"] == "alle"
    }
    hjem = {
        geo.sundhedsraad[s]: geo.videreuddannelse[region] for region in geo.regioner for s in geo.sundhedsraad_i(region)
    }
    for fra in ANDELE:
        i_alt = sum(
            int(r["faerdige"])
            for r in faerdige
            if r["videreuddannelsesregion"] == fra and HOLD[0] <= int(r["aar"]) <= HOLD[1]
        )
        ejere, ansatte, udland = round(EJER * i_alt), round(ANSAT * i_alt), round(UDLAND * i_alt)
        vaegt = {navn: n * rng.uniform(0.85, 1.15) for navn, n in sorted(laeger.items())}
        hjemme = sum(n for navn, n in vaegt.items() if hjem[navn] == fra)
        ude = sum(vaegt.values()) - hjemme
        andel = [n * (BLIVER / hjemme if hjem[navn] == fra else (1 - BLIVER) / ude) for navn, n in vaegt.items()]
        i_ejer, i_ansat = fordel(ejere, andel), fordel(ansatte, andel)
        for navn, ejer, ansat in zip(vaegt, i_ejer, i_ansat):
            raekker.append(_raekke(fra, "sundhedsraad", navn, "alle", ejer + ansat))
            raekker.append(_raekke(fra, "sundhedsraad", navn, "ejer", ejer))
        andet = i_alt - ejere - ansatte - udland
        raekker.append(_raekke(fra, "ikke_almen_praksis", "Ikke almen praksis", "alle", andet))
        raekker.append(_raekke(fra, "udland", "Udlandet", "alle", udland))
    return raekker


def _filled(hu: list[Raekke]) -> dict[tuple[str, int], int]:
    """HU-forløb filled by videreuddannelsesregion and year."""
    besat: dict[tuple[str, int], int] = defaultdict(int)
    for aar, antal in BESAT.items():
        besat |= {(navn, aar): n for navn, n in zip(ANDELE, fordel(antal, list(ANDELE.values())))}
    for r in hu:
        if r["omraade_type"] == "videreuddannelsesregion" and int(r["aar"]) <= SIDSTE:
            besat[str(r["omraade"]), int(r["aar"])] += int(r["besat"])
    return besat


def _raekke(fra: str, niveau: str, omraade: str, ansaettelse: str, antal: int) -> Raekke:
    return {
        "videreuddannelsesregion": fra,
        "omraade_type": niveau,
        "omraade": omraade,
        "faerdig_fra": HOLD[0],
        "faerdig_til": HOLD[1],
        "opgjort_efter_aar": EFTER,
        "ansaettelse": ansaettelse,
        "antal": antal,
        "kilde_id": KILDE,
        "grundlag": GRUNDLAG,
    }
