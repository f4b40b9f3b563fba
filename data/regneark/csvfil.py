"""A csv file as a sheet: any separator, any line ends."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from data.regneark.ark import Ark, FilFejl, Indhold
from data.regneark.formeltegn import as_meant
from data.regneark.graenser import FLEST_KOLONNER, FLEST_RAEKKER, STOERSTE_FLADE
from data.regneark.tekst import clean, grouped

SKILLETEGN = (";", ",", "\t")
SEP = re.compile(r"\ufeff?\"?sep=(.)\"?[;,\t]*(?:\r\n|\r|\n|\Z)", re.I)


def read_csv(tekst: str, bemaerkninger: list[str]) -> Indhold:
    """The rows of a text. Raises FilFejl."""
    sep = SEP.match(tekst)
    if sep:
        tekst = tekst[sep.end() :]
    skilletegn = sep[1] if sep and sep[1] in (*SKILLETEGN, "|") else _separator(tekst)
    raekker: list[list[str | None]] = []
    try:
        for raekke in _limited(csv.reader(io.StringIO(tekst, newline=""), delimiter=skilletegn, strict=True)):
            raekker.append([clean(as_meant(celle)) for celle in raekke])
    except csv.Error as fejl:
        raise FilFejl(
            f"Filen kan ikke læses som CSV fra række {len(raekker) + 1}. Se efter et anførselstegn, der mangler, "
            "eller gem filen som .xlsx."
        ) from fejl
    if not any(celle for raekke in raekker for celle in raekke):
        raise FilFejl("Filen er tom.")
    return Indhold([Ark("", raekker, komma=skilletegn == ",")], bemaerkninger)


def _limited(laeser: Iterable[list[str]]) -> Iterator[list[str]]:
    felter = 0
    for nummer, raekke in enumerate(laeser, 1):
        felter += len(raekke)
        if nummer > FLEST_RAEKKER + 1 and any(raekke):
            raise FilFejl("Filen har flere end 200.000 rækker. Del den i flere filer.")
        if len(raekke) > FLEST_KOLONNER:
            raise FilFejl(f"Række {nummer} har {len(raekke)} felter; det er ikke en af skabelonernes tabeller.")
        if felter > STOERSTE_FLADE:
            raise FilFejl(f"Filen har mere end {grouped(STOERSTE_FLADE)} felter. Del den i flere filer.")
        yield raekke


def _separator(tekst: str) -> str:
    linjer = tekst[:20_000].splitlines()[:10]
    return max(SKILLETEGN, key=lambda tegn: _columns(linjer, tegn))


def _columns(linjer: list[str], skilletegn: str) -> int:
    """How well a separator fits: so many lines are cut into equally many fields. Texts have commas here and there."""
    try:
        bredder = Counter(len(raekke) for raekke in csv.reader(linjer, delimiter=skilletegn))
    except csv.Error:
        return 0
    return max((bredde * antal for bredde, antal in bredder.items() if bredde > 1), default=0)
