"""What was read of all files of an import: tables, remarks, warnings, errors, and what became of every cell."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from data.indlaes.arksyn import heading_errors, remarks, row_errors, sheet_title, warnings
from data.indlaes.egne_noegletal import TABEL as KATALOG
from data.indlaes.egne_noegletal import Katalog
from data.indlaes.fil import Fil, read
from data.indlaes.fund import Fund, Fundsteder
from data.indlaes.genkend import Genkender, Genkendt, is_help_sheet
from data.indlaes.grundlag import Grundlag
from data.indlaes.kun_omraader import names_one
from data.indlaes.kvittering import Regnskab, count, count_values, unread
from data.indlaes.laesning import Laeser, Laest
from data.indlaes.maalinger import Taltabel
from data.indlaes.registre import register_of
from data.indlaes.talark import Spoergsmaal, Talark
from data.registre import ARK
from data.regneark.ark import Ark, FilFejl, Indhold
from data.regneark.graenser import STOERSTE_FLADE


class Samling:
    """What was read of all files so far. Add files with `read_file`, then `read_figures` once. `kendte`: the sheets of
    files that were opened before, by their sha256."""

    def __init__(
        self,
        grundlag: Grundlag,
        register: str | None,
        i_dag: date,
        katalog: Katalog,
        talark: Talark,
        kendte: Mapping[str, Indhold],
    ):
        self._register = register
        self._kendte = kendte
        self._skema = grundlag.skema
        self._genkender = Genkender(grundlag.skema)
        self._laeser = Laeser(grundlag.skema, i_dag)
        self._katalog, self._talark = katalog, talark
        self._tabeller: list[tuple[Fil, Taltabel, str]] = []
        self._tal: list[tuple[Fil, Genkendt, str]] = []
        self.laeste: dict[str, Laest] = {}
        self.manglende: dict[str, set[str]] = {}
        self.bemaerkninger: list[str] = []
        self.indhold: dict[str, Indhold] = {}
        self._felter = 0
        self.advarsler: list[Fund] = []
        self.regnskaber: list[Regnskab] = []
        self.fundsteder = Fundsteder(grundlag.skema)

    @property
    def spoergsmaal(self) -> Spoergsmaal:
        """What tables of statistics leave to be asked."""
        return self._talark.spoergsmaal

    def read_file(self, fil: Fil, flere: bool) -> None:
        """Read a file; what is wrong with it as a whole becomes an error without a row."""
        try:
            indhold = self._kendte.get(fil.sha256) or read(fil)
        except FilFejl as fejl:
            self.fundsteder.add_file(fil.vist, "", str(fejl))
            return
        self._felter += sum(len(raekke) for ark in indhold.ark for raekke in ark.raekker)
        if self._felter > STOERSTE_FLADE:
            self.fundsteder.add_file(fil.vist, "", "Filerne er tilsammen for store. Indlæs dem hver for sig.")
            return
        self.indhold[fil.sha256] = indhold
        hvor = f"{fil.vist}: " if flere else ""
        self.bemaerkninger += [hvor + tekst for tekst in indhold.bemaerkninger]
        genkendte, oversete, tabeller = [], [], []
        for ark in indhold.ark:
            if ark.skjult:
                self.bemaerkninger.append(f"{hvor}Arket »{ark.navn}« er skjult og er ikke læst.")
                self.regnskaber.append(unread(fil.vist, ark, "skjult ark"))
            elif is_help_sheet(ark):
                self.regnskaber.append(unread(fil.vist, ark, "skabelonens hjælpeark"))
            else:
                fundet = self._genkender.recognise(ark, self._register)
                if tabel := self._talark.recognise(ark, fundet, self._register):
                    tabeller.append((fil, tabel, hvor))
                    continue
                (oversete if isinstance(fundet, str) else genkendte).append((ark, fundet))
        for ark, grund in oversete:
            self._overlooked(fil, ark, grund, bool(genkendte or tabeller), hvor)
        self._tabeller += tabeller
        if not genkendte and not oversete and not tabeller:
            self.fundsteder.add_file(
                fil.vist, "", "Filen har ingen synlige ark med data. Vis arkene i Excel, og gem filen igen."
            )
        if genkendte and not tabeller and not any(fundet.data for _, fundet in genkendte):
            self.fundsteder.add_file(
                fil.vist, "", "Filen har overskrifter, men ingen rækker. Skriv rækkerne under overskrifterne."
            )
        for _, fundet in genkendte:
            if fundet.tabel == "noegletal":
                self._tal.append((fil, fundet, hvor))
            else:
                self._sheet(fil, fundet, hvor)

    def read_figures(self) -> None:
        """Read the sheets of figures: last, for any file may define the indicators they are about."""
        koder = self._skema.field("noegletal", "noegletal").koder
        kendte = self._katalog.kendte.values()
        self._laeser.know(koder, [(navn, en.id) for en in kendte for navn in (en.id, en.navn, *en.andre_navne)])
        for sted in self._tal:
            self._sheet(*sted)
        for fil, tabel, hvor in self._tabeller:
            svar = self._talark.read(tabel, fil.vist)
            self.regnskaber.append(count_values(fil.vist, tabel, svar.afviste, svar.ikke_laest))
            self.bemaerkninger += [f"{hvor}{tekst}" for tekst in svar.bemaerkninger]
            for raekke, besked in svar.fejl:
                self.fundsteder.add_file(fil.vist, tabel.ark.navn, besked, raekke)
            if svar.laest:
                self._add("noegletal", svar.laest)

    def _overlooked(self, fil: Fil, ark: Ark, grund: str, andre: bool, hvor: str) -> None:
        hvad = f"Arket »{ark.navn}«" if ark.navn else "Filen"
        self.regnskaber.append(unread(fil.vist, ark, "arket er ikke genkendt"))
        if andre:
            self.bemaerkninger.append(f"{hvor}{hvad} {grund}, og er ikke læst.")
        else:
            self.fundsteder.add_file(fil.vist, ark.navn, f"{hvad} {grund}. Brug overskrifterne fra skabelonen.")

    def _sheet(self, fil: Fil, fundet: Genkendt, hvor: str) -> None:
        navn = fundet.ark.navn
        self.regnskaber.append(count(fil.vist, fundet))
        for raekke, besked in (*heading_errors(fundet), *names_one(fundet), *row_errors(fundet)):
            self.fundsteder.add_file(fil.vist, navn, besked, raekke)
        self.bemaerkninger += [hvor + tekst for tekst in remarks(fundet, self._genkender)]
        if not fundet.data:
            self.bemaerkninger.append(
                f"{hvor}Arket »{navn}« har ingen rækker; {ARK[fundet.tabel].lower()} bliver som før."
            )
            return
        laest = self._laeser.read(fundet, fil.vist)
        self.advarsler += [
            Fund(fil.vist, navn, raekke, "", "", besked)
            for raekke, besked in warnings(fundet, laest, self._skema, self._laeser.steder.is_kommune)
        ]
        if fundet.tabel == KATALOG:
            self._katalog.define(laest)
        self._add(fundet.tabel, laest)
        self.manglende.setdefault(fundet.tabel, set()).update(felt.navn for felt in fundet.mangler)
        self.bemaerkninger.append(f"{hvor}Læst som {register_of(fundet.tabel).datanavn} ({sheet_title(fundet)}).")

    def _add(self, tabel: str, laest: Laest) -> None:
        if tabel in self.laeste:
            _append(self.laeste[tabel], laest)
        else:
            self.laeste[tabel] = laest


def _append(samlet: Laest, mere: Laest) -> None:
    """Rows of the same table from another sheet or file."""
    foerste = len(samlet.tabel)
    for navn in samlet.tabel.celler:
        samlet.tabel.celler[navn] = samlet.tabel.celler[navn] + mere.tabel.celler[navn]
    samlet.tabel.steder = samlet.tabel.steder + mere.tabel.steder
    for til, fra in (
        (samlet.fejl, mere.fejl),
        (samlet.gaettede, mere.gaettede),
        (samlet.advarsler, mere.advarsler),
    ):
        til += [replace(en, nr=en.nr + foerste) for en in fra]
    samlet.adresser |= mere.adresser
    samlet.udfoldede += mere.udfoldede
