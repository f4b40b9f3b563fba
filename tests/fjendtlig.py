"""Text that would be a picture, a link, a heading, a formula, a colour, an icon if anything read marks in it; and data
in which every name that people write is such a text."""

import csv
from pathlib import Path

VAERT = "ond.example"
FJENDTLIG = (
    f"# x ![b](http://{VAERT}/b.png) [l](http://{VAERT}/l) http://{VAERT}/u www.{VAERT} a@{VAERT} :red[r] "
    f":material/bug_report: :smile: :streamlit: $x^2$ <a href='http://{VAERT}/h'>h</a> "
    f"<img src='http://{VAERT}/i'> **k** -> ~~s~~ `c`"
)
ADRESSE = f"https://kilde.example/a_(b)![x](http://{VAERT}/v)"
# Columns that people write; the values of the others are the schema's.
SKREVET = {
    "kilde": ("titel", "udgiver"),
    "klinik": ("navn", "sted", "note"),
    "pulje": ("navn", "note"),
    "puljeprojekt": ("titel", "ansoeger", "note"),
    "udbud": ("sted", "note"),
    "udbud_haendelse": ("note",),
    "hu_forloeb": ("note",),
    "noegletal_katalog": ("navn", "definition", "note"),
    "ordliste": ("forklaring",),
    "fuldstaendighed": ("begrundelse",),
}


def poison(data: Path) -> None:
    """Write the hostile text for every name in the sources in that folder, and a hostile address for each source."""
    for fil in (fil for mappe in ("offentlig", "eksempel", "katalog") for fil in (data / mappe).glob("*.csv")):
        if fil.stem not in SKREVET:
            continue
        with open(fil, encoding="utf-8", newline="") as ind:
            laeser = csv.DictReader(ind)
            kolonner, raekker = laeser.fieldnames, list(laeser)
        for nr, post in enumerate(raekker):
            for kolonne in SKREVET[fil.stem]:
                post[kolonne] = f"{FJENDTLIG} {nr}" if kolonne == "navn" else FJENDTLIG
            if "url" in post:
                post["url"] = ADRESSE
        with open(fil, "w", encoding="utf-8", newline="") as ud:
            skriver = csv.DictWriter(ud, kolonner, lineterminator="\n")
            skriver.writeheader()
            skriver.writerows(raekker)
