"""Text that would be a picture, a link, a heading, a formula, a colour, an icon if anything read marks in it; and data
in which every name that people write is such a text."""

import csv
import re
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

VAERT = "ond.example"
FJENDTLIG = (
    f"# x ![b](http://{VAERT}/b.png) [l](http://{VAERT}/l) http://{VAERT}/u www.{VAERT} a@{VAERT} :red[r] "
    f":material/bug_report: :smile: :streamlit: $x^2$ <a href='http://{VAERT}/h'>h</a> "
    f"<img src='http://{VAERT}/i'> **k** -> ~~s~~ `c`"
)
# What a spreadsheet would run, and what looks like it and is only text.
FORMLER = ("=cmd|' /C calc'!A0", "+1+1 ", "-2+3 ", "@SUM(A1) ", '=HYPERLINK("http://ond.example/f";"x") ', "")
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
    "tiltag": ("titel", "note"),
    "udbudsplan": ("note",),
    "laegestand": ("note",),
    "maalsaet": ("navn", "version", "note"),
    "maaltal": ("note",),
    "truet_udpegning": ("udpeget_af", "note"),
    "antagelse": ("navn", "forklaring"),
    "noegletal_katalog": ("navn", "definition", "note"),
    "ordliste": ("forklaring",),
    "fuldstaendighed": ("begrundelse",),
}


def would_run(celle: str) -> bool:
    """Does a spreadsheet read the cell of a text file as a formula? Not a number, and not a lone dash."""
    return celle[:1] in set("=+-@\t\r\n") and not re.fullmatch(r"[+-]?\d[\d.,]*|-", celle)


def poison(data: Path, begyndelser: Sequence[str] = ("",)) -> None:
    """Write the hostile text for every name in the sources in that folder, and a hostile address for each source.
    `begyndelser`: what the texts begin with; the same in place of the same text."""
    for fil in (fil for mappe in ("offentlig", "eksempel", "katalog") for fil in (data / mappe).glob("*.csv")):
        if fil.stem not in SKREVET:
            continue
        with open(fil, encoding="utf-8", newline="") as ind:
            laeser = csv.DictReader(ind)
            kolonner, raekker = laeser.fieldnames, list(laeser)
        for nr, post in enumerate(raekker):
            for kolonne in SKREVET[fil.stem]:
                tekst = begyndelser[crc32(post[kolonne].encode()) % len(begyndelser)] + FJENDTLIG
                post[kolonne] = f"{tekst} {nr}" if kolonne == "navn" else tekst
            if "url" in post:
                post["url"] = ADRESSE
        with open(fil, "w", encoding="utf-8", newline="") as ud:
            skriver = csv.DictWriter(ud, kolonner, lineterminator="\n")
            skriver.writeheader()
            skriver.writerows(raekker)
