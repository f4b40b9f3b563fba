"""What a table of statistics holds before it is judged: one measurement for each cell, and what was found around it."""

import re
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_col_to_name

from data.indlaes.enheder import Enhed, heading_unit
from data.indlaes.omraadenavne import Etiket
from data.indlaes.perioder import Periode
from data.regneark.ark import Ark

KILDE = re.compile(r"\b(?:kilder?|source)\s*:\s*(.*)", re.I)
NOEGLETAL = re.compile(r"(?:nøgletal|indikator)\s*:\s*(.*)", re.I)
ENHED = re.compile(r"enhed(?:er)?\s*:\s*(.*)", re.I)
FLEST_VISTE = 5
LAENGST = 60


@dataclass(frozen=True)
class Maaling:
    """A cell: its area, as written and understood, the period, the text, and where it stands (counted from 1).
    `opgoerelse`: what it measures, in the table's words; "" when the table does not say; `enhed`: the unit beside it
    (none: that of the table)."""

    etiket: str
    omraade: Etiket
    periode: Periode
    tekst: str | None
    raekke: int
    kolonne: int
    opgoerelse: str = ""
    enhed: Enhed = Enhed()

    @property
    def plads(self) -> tuple[int, int]:
        """Row and column."""
        return self.raekke, self.kolonne

    @property
    def bogstav(self) -> str:
        """The letter of its column."""
        return xl_col_to_name(self.kolonne - 1)

    @property
    def celle(self) -> str:
        """As a spreadsheet names it: C5."""
        return f"{self.bogstav}{self.raekke}"


@dataclass
class Taltabel:
    """A sheet that was understood as areas by periods. `form` and `ligner` say what it looks like; `fejl` holds (row,
    sentence) of what blocks, `uden` what was not read; `kilde` and `noegletal` stand in the lines around it. `vink`:
    the level that its headings name; `dobbelt`: why an area stands several times, "" when nothing tells. Cells as (row,
    column), counted from 1: `brugte` say what the figures are, `omkring` stand in titles and notes. `enhed`: the unit
    that the lines around it name, and their row. `titler`: what stands above it."""

    ark: Ark
    form: str
    ligner: str
    maalinger: list[Maaling]
    fejl: list[tuple[int | None, str]] = field(default_factory=list)
    uden: list[str] = field(default_factory=list)
    kilde: str = ""
    noegletal: str = ""
    vink: str = ""
    dobbelt: str = ""
    brugte: set[tuple[int, int]] = field(default_factory=set)
    omkring: set[tuple[int, int]] = field(default_factory=set)
    enhed: tuple[Enhed, int] = (Enhed(), 0)
    titler: list[str] = field(default_factory=list)

    @property
    def opgoerelser(self) -> list[str]:
        """What it measures, in its own words."""
        return list(dict.fromkeys(en.opgoerelse for en in self.maalinger))


def read_around(tabel: Taltabel, linjer: list[tuple[int, list[str | None]]]) -> None:
    """Look in the lines around a table for its source and its indicator; the rest is told as not read."""
    andet, foerste = [], min((en.raekke for en in tabel.maalinger), default=0)
    for nr, raekke in linjer:
        celler = [celle for celle in raekke if celle]
        tabel.omkring |= {(nr, plads) for plads, celle in enumerate(raekke, 1) if celle}
        tabel.titler += celler if nr < foerste else []
        for plads, celle in enumerate(celler):
            efter = celler[plads + 1] if plads + 1 < len(celler) else ""
            if fund := KILDE.search(celle if ":" in celle else f"{celle}:"):
                tabel.kilde = tabel.kilde or fund[1].strip() or efter
            elif fund := NOEGLETAL.match(celle if ":" in celle else f"{celle}:"):
                tabel.noegletal = tabel.noegletal or fund[1].strip() or efter
            elif nr < foerste and not tabel.enhed[1] and (enhed := _unit(celle)):
                tabel.enhed = (enhed, nr)
        if celler:
            andet.append(f"række {nr} »{cut(' '.join(celler))}«")
    if andet:
        tabel.uden.append(f"Tekst uden om tabellen er ikke læst som tal: {some(andet)}.")


def written_unit(tekst: str) -> Enhed:
    """The unit that a text of its own names ("Pct.", "1.000 kr."), none when it names none."""
    return (heading_unit(f"i {tekst}") or ("", Enhed()))[1]


def _unit(celle: str) -> Enhed | None:
    """The unit of a title: "Enhed: pct.", "Udgifter (1.000 kr.)", "Pct."; None without any."""
    fund = ENHED.match(celle)
    enhed = written_unit(fund[1] if fund else celle)
    return enhed if enhed.nogen and any(map(str.isalpha, celle)) | ("%" in celle) else None


def cut(tekst: str) -> str:
    """A text short enough to be quoted."""
    return tekst if len(tekst) <= LAENGST else tekst[:LAENGST].rstrip() + "…"


def some(tekster: list[str]) -> str:
    """The first few, and how many more there are."""
    flere = len(tekster) - FLEST_VISTE
    return ", ".join(tekster[:FLEST_VISTE]) + (f" og {flere} til" if flere > 0 else "")
