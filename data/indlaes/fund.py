"""What is found in a file, said to the person who knows it: file, sheet, row, heading, value, and how to mend it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.indlaes.laesning import Celle, Sted, Tabel
from data.indlaes.navne import plain
from data.indlaes.registre import PRAECISION, Skema
from data.registre import ARK

FLEST = 10_000
LAENGSTE_VAERDI = 80
# The column of the tender that a made event has its value from.
LAVET_AF = {"dato": "status_dato", "raekkefoelge": "status"}
GAELDENDE = "den gældende version"


@dataclass(frozen=True)
class Fund:
    """An error or a warning. `raekke` is None for what is about the whole file or sheet; `kolonne` is a heading, or
    in a table of statistics the letter of the column."""

    fil: str
    ark: str
    raekke: int | None
    kolonne: str
    vaerdi: str
    besked: str

    def __str__(self) -> str:
        dele = [self.fil, self.ark and f"ark {self.ark}", self.raekke and f"række {self.raekke}"]
        dele.append(self.kolonne and f"kolonne {self.kolonne}")
        hvor = ", ".join(filter(None, dele))
        if not self.vaerdi:
            return f"{hvor}: {self.besked}" if hvor else self.besked
        # A sentence about the value goes on after it; a rule is a sentence of its own.
        return f"{hvor}: »{self.vaerdi}«{' ' if self.besked[:1].islower() else '. '}{self.besked}"


class Fundsteder:
    """Collects what is found, and says where in the uploaded files it is."""

    def __init__(self, skema: Skema):
        self._skema = skema
        self._fund: dict[tuple, Fund] = {}
        self._oversprunget = 0
        self._tabeller: Mapping[str, Tabel] = {}
        self._laeste: Mapping[str, Tabel] = {}

    def set_tables(self, tabeller: Mapping[str, Tabel], laeste: Mapping[str, Tabel]) -> None:
        """The tables that rows are counted in: those proposed, and those that were read."""
        self._tabeller, self._laeste = tabeller, laeste
        haendelser = laeste["udbud_haendelse"].steder if "udbud_haendelse" in laeste else ()
        self._laeste_haendelser = {*haendelser}

    def add_file(self, fil: str, ark: str, besked: str, raekke: int | None = None) -> None:
        """Something about a file, a sheet or a whole row."""
        self._add(Fund(fil, ark, raekke, "", "", besked))

    def add_cells(self, celler: Iterable[Celle], som_laest: bool = False) -> None:
        """Cells that were refused; `som_laest`: their rows count in what was read."""
        for celle in celler:
            fund = self.located(celle, som_laest)
            # of an event that was made of a tender's row nothing is told that is wrong with the row already
            if som_laest or not self.is_made(celle) or not self._has_error(fund):
                self._add(fund)

    def is_made(self, celle: Celle) -> bool:
        """Is it in an event that was made of a tender's row?"""
        if celle.tabel != "udbud_haendelse" or celle.nr < 0:
            return False
        sted = self._tabeller[celle.tabel].steder[celle.nr]
        return sted is not None and sted not in self._laeste_haendelser

    def _has_error(self, fund: Fund) -> bool:
        return any((en.fil, en.ark, en.raekke) == (fund.fil, fund.ark, fund.raekke) for en in self._fund.values())

    def located(self, celle: Celle, som_laest: bool = False) -> Fund:
        """Where a cell stands in the files."""
        tabel = (self._laeste if som_laest else self._tabeller)[celle.tabel]
        sted = tabel.steder[celle.nr] if 0 <= celle.nr < len(tabel) else Sted("", ARK[celle.tabel], 0)
        sted = sted or Sted(GAELDENDE, ARK[celle.tabel], celle.nr + 2)
        felt = self._skema.field(celle.tabel, self._asked_for(celle.kolonne))
        if not som_laest and self.is_made(celle):
            felt = self._skema.field("udbud", LAVET_AF.get(celle.kolonne, celle.kolonne))
        overskrift = sted.kolonne or (felt.overskrift if felt else "")
        vaerdi = celle.vaerdi if len(celle.vaerdi) <= LAENGSTE_VAERDI else celle.vaerdi[:LAENGSTE_VAERDI] + "…"
        return Fund(sted.fil, sted.ark, sted.raekke or None, overskrift, vaerdi, celle.besked)

    def moved(self, celler: Sequence[Celle]) -> list[Celle]:
        """The same cells, counted in the proposed tables; those of rows that were replaced are left out."""
        flyttede = []
        numre = {
            navn: {sted: nr for nr, sted in enumerate(self._tabeller[navn].steder) if sted}
            for navn in {celle.tabel for celle in celler}
        }
        for celle in celler:
            sted = self._laeste[celle.tabel].steder[celle.nr]
            nr = numre[celle.tabel].get(sted)
            if nr is not None:
                flyttede.append(Celle(celle.tabel, nr, celle.kolonne, celle.vaerdi, celle.besked))
        return flyttede

    def in_files(self, celle: Celle) -> bool:
        """Does the row come from the files, or is it about a whole table that they bring?"""
        tabel = self._tabeller[celle.tabel]
        return celle.tabel in self._laeste if celle.nr < 0 else tabel.steder[celle.nr] is not None

    def sorted(self) -> list[Fund]:
        """Everything found, by file, sheet and row."""
        fund = sorted(self._fund.values(), key=lambda en: (en.fil, en.ark, en.raekke or 0, plain(en.kolonne)))
        if self._oversprunget:
            besked = f"Der er {self._oversprunget} fejl mere, som ikke er vist. Ret de viste, og prøv igen."
            fund.append(Fund("", "", None, "", "", besked))
        return fund

    def _add(self, fund: Fund) -> None:
        noegle = (fund.fil, fund.ark, fund.raekke, fund.kolonne, fund.besked)
        if len(self._fund) < FLEST:
            self._fund.setdefault(noegle, fund)
        elif noegle not in self._fund:
            self._oversprunget += 1

    def _asked_for(self, kolonne: str) -> str:
        """The precision of a date is not in the files: what is wrong with it is wrong with the date."""
        if PRAECISION.search(kolonne) and kolonne != "beloeb_praecision":
            return "dato" if kolonne == "praecision" else PRAECISION.sub("_dato", kolonne)
        return kolonne
