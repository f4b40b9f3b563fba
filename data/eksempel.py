"""Write the dataset `eksempel`: invented records to try everything out.

`python -m data.eksempel [--ud MAPPE] [--froe 2027]`. Same seed, same bytes. Totals follow the published ones where
these exist, and the geography follows the stories in the facts; every single record is invented. The parts lie in
data/eksempel_generator/, the result in data/eksempel/ (a folder without code, so the module of that name is imported).
"""

import argparse
import csv
import pathlib
import random
from functools import partial

from data.eksempel_generator import (
    bosaetning,
    hu,
    klinik,
    laeger,
    loefter,
    maal,
    noegletal,
    pulje,
    tiltag,
    udbud,
    udbudsplan,
)
from data.eksempel_generator.faelles import IDAG, Raekke, terning
from data.eksempel_generator.geografi import laes_geografi
from data.skema import csv_columns

MAPPE = pathlib.Path(__file__).resolve().parent / "eksempel"
FROE = 2027

# What the rows of each file are sorted by.
SORTERING = {
    "kilde": ("kilde_id",),
    "udbud": ("udbud_id",),
    "udbud_haendelse": ("udbud_id", "raekkefoelge"),
    "klinik": ("klinik_id",),
    "pulje": ("pulje_id",),
    "puljeprojekt": ("projekt_id",),
    "hu_forloeb": ("omraade_type", "omraade", "aar", "runde", "kilde_id"),
    "tiltag": ("tiltag_id",),
    "laegestand": ("omraade_type", "omraade", "dato", "ansaettelse", "aldersgruppe"),
    "laegebevaegelse": ("omraade_type", "omraade", "aar", "art", "aldersgruppe"),
    "udbudsplan": ("plan_id",),
    "bosaetning": ("videreuddannelsesregion", "omraade_type", "omraade", "ansaettelse"),
    "hu_faerdige": ("videreuddannelsesregion", "aar"),
    "maalsaet": ("maalsaet_id",),
    "maaltal": ("maalsaet_id", "omraade_type", "omraade", "maal", "gyldig_fra"),
    "truet_udpegning": ("liste", "omraade_type", "omraade", "gyldig_fra"),
    "noegletal": ("omraade_type", "omraade", "noegletal", "dato"),
}
TITLER = {
    udbud.KILDE: "Eksempeldata: opdigtede udbud af ydernumre, kapaciteter og klinikker",
    klinik.KILDE: "Eksempeldata: opdigtede udbuds- og regionsklinikker",
    pulje.KILDE: "Eksempeldata: opdigtede puljeprojekter",
    hu.KILDE: "Eksempeldata: opdigtede HU-forløb pr. runde og område",
    hu.ANDEN_KILDE: "Eksempeldata: en anden opdigtet opgørelse af HU-forløb",
    tiltag.KILDE: "Eksempeldata: opdigtede rekrutteringstiltag",
    laeger.KILDE: "Eksempeldata: opdigtede læger efter område og alder",
    udbudsplan.KILDE: "Eksempeldata: opdigtede planer for udbud",
    bosaetning.KILDE: "Eksempeldata: opdigtet bosætning efter uddannelsen",
    maal.KILDE: "Eksempeldata: opdigtede mål for kapacitet",
    maal.TRUET_KILDE: "Eksempeldata: opdigtede lister over lægedækningstruede områder",
    noegletal.KILDE: "Eksempeldata: opdigtede nøgletal pr. kommune og år",
}


def lav(froe: int = FROE) -> dict[str, list[Raekke]]:
    """All rows of the dataset by file name, sorted; a missing column means unknown."""
    geo = laes_geografi()
    register = udbud.lav_udbud(geo, froe)
    puljer, projekter = pulje.lav_puljer(geo)
    forloeb = hu.lav_hu(geo, froe)
    tal = noegletal.lav_noegletal(geo, register, froe)
    laegestand = laeger.lav_laegestand(geo, tal, froe)
    faerdige = bosaetning.lav_faerdige(forloeb, froe)
    tabeller = {
        "kilde": [
            {
                "kilde_id": kilde_id,
                "titel": titel,
                "udgiver": "Lægedækningsdashboardet (opdigtede data)",
                "dato": IDAG.isoformat(),
                "type": "eksempel",
            }
            for kilde_id, titel in TITLER.items()
        ],
        "udbud": loefter.tilfoej_klar(terning(froe, "klar"), register.udbud),
        "udbud_haendelse": loefter.tilfoej_koeb(terning(froe, "koeb"), register.udbud, register.haendelser),
        "klinik": klinik.lav_klinikker(
            register.klinikker, partial(_beside, terning(froe, "loefter"), terning(froe, "rum"))
        ),
        "pulje": puljer,
        "puljeprojekt": projekter,
        "hu_forloeb": forloeb,
        "tiltag": tiltag.lav_tiltag(geo),
        "laegestand": laegestand,
        "laegebevaegelse": laeger.lav_bevaegelser(geo, tal, froe),
        "udbudsplan": udbudsplan.lav_udbudsplan(geo, froe),
        "bosaetning": bosaetning.lav_bosaetning(geo, faerdige, laegestand, froe),
        "hu_faerdige": faerdige,
        "maalsaet": maal.lav_maalsaet(),
        "maaltal": maal.lav_maaltal(geo, tal),
        "truet_udpegning": maal.lav_truede(geo, tal, froe),
        "noegletal": tal,
    }
    return {
        navn: sorted(raekker, key=lambda r, n=navn: tuple(r[k] for k in SORTERING[n]))
        for navn, raekker in tabeller.items()
    }


def _beside(om_loefter: random.Random, om_rum: random.Random, en: klinik.Klinik) -> Raekke:
    """What is known beside a clinic; each kind of it has dice of its own, so that the others stay as they were."""
    return loefter.lav_loefter(om_loefter, en) | loefter.lav_kapaciteter(om_rum, en)


def skriv(mappe: pathlib.Path, froe: int = FROE) -> dict[str, int]:
    """Write the CSV files to `mappe`; returns rows per file."""
    mappe.mkdir(parents=True, exist_ok=True)
    tabeller = lav(froe)
    for navn, raekker in tabeller.items():
        with open(mappe / f"{navn}.csv", "w", encoding="utf-8", newline="") as f:
            skriver = csv.DictWriter(f, csv_columns(navn), restval="", lineterminator="\n")
            skriver.writeheader()
            skriver.writerows(raekker)
    return {navn: len(raekker) for navn, raekker in tabeller.items()}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m data.eksempel", description="Skriv eksempeldata (opdigtede tal) som CSV."
    )
    parser.add_argument("--ud", type=pathlib.Path, default=MAPPE, help="mappe til filerne (standard: data/eksempel)")
    parser.add_argument("--froe", type=int, default=FROE, help="frø for tilfældet; samme frø giver samme filer")
    valg = parser.parse_args()
    for navn, antal in skriv(valg.ud, valg.froe).items():
        print(f"{navn + '.csv':22}{antal:6} rækker")


if __name__ == "__main__":
    main()
