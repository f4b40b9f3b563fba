"""What an import would do, before anyone says yes: what was understood, what changes, and everything that is wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pandas as pd

from data.build import DATA
from data.indlaes.advar import advise
from data.indlaes.arksyn import heading_errors, remarks, row_errors, sheet_title, warnings
from data.indlaes.bedoem import Dom, assess
from data.indlaes.egne_noegletal import TABEL as KATALOG
from data.indlaes.egne_noegletal import Katalog
from data.indlaes.fil import Fil, read
from data.indlaes.forskelle import Forskelle, changes_frame, counts_frame, differences, rows_frame
from data.indlaes.fund import Fund, Fundsteder
from data.indlaes.genkend import Genkender, Genkendt, is_help_sheet
from data.indlaes.grundlag import Grundlag, base
from data.indlaes.kvittering import Kvittering, Regnskab, as_frame, count, settle, unread
from data.indlaes.laesning import Laeser, Laest, Tabel
from data.indlaes.navne import counted, listed
from data.indlaes.registre import ARK, REGISTRE, register_of
from data.indlaes.sammensaet import Kandidat, loaded_registers, put_together
from data.regneark.ark import Ark, FilFejl, Indhold
from data.regneark.graenser import STOERSTE_FLADE
from data.versioner import current, current_folder, newer_than_known, read_tables

Fremdrift = Callable[[float, str], None]


@dataclass(frozen=True)
class Forslag:
    """What an import would do. `fejl` block, `advarsler` and `bemaerkninger` (plain sentences) do not. `registre`: what
    the files hold; `aar`: first and last year in each of them; `komplet_nu`: those said to be complete until now;
    `indhold`: the sheets of the files that could be read, by their sha256; `kvittering`: what became
    of the cells of each sheet."""

    filer: tuple[Fil, ...]
    registre: tuple[str, ...]
    fejl: tuple[Fund, ...]
    advarsler: tuple[Fund, ...]
    bemaerkninger: tuple[str, ...]
    forskelle: Forskelle
    aar: Mapping[str, tuple[int, int]]
    komplet_nu: Mapping[str, tuple[int, int]]
    grundversion: str
    kilder: Path
    tabeller: Mapping[str, Tabel] = field(repr=False, default_factory=dict)
    aendringer: pd.DataFrame = field(repr=False, default_factory=pd.DataFrame)
    indhold: Mapping[str, Indhold] = field(repr=False, default_factory=dict)
    kvittering: tuple[Kvittering, ...] = ()

    @property
    def kan_indlaeses(self) -> bool:
        """Is there nothing wrong? (There may be nothing to do: `har_aendringer`.)"""
        return not self.fejl

    @property
    def har_aendringer(self) -> bool:
        """Would anything be different?"""
        return self.forskelle.nogen

    @property
    def optalt(self) -> pd.DataFrame:
        """Rows by sheet: Ark, Nye, Ændrede, Udgår, Uændrede. Only the sheets of the registers in the files."""
        tabeller = {tabel for register in self.registre for tabel in REGISTRE[register].tabeller} | {"kilde"}
        return counts_frame({navn: en for navn, en in self.forskelle.optalt.items() if navn in tabeller})

    @property
    def raekker(self) -> pd.DataFrame:
        """The rows that are new or gone: Hvad, Ark, Række."""
        return rows_frame(self.forskelle)

    @property
    def fejltabel(self) -> pd.DataFrame:
        """All errors: Fil, Ark, Række, Kolonne, Værdi, Hvad er galt."""
        return _frame(self.fejl)

    @property
    def advarselstabel(self) -> pd.DataFrame:
        """All warnings, with the columns of `fejltabel`."""
        return _frame(self.advarsler)

    @property
    def kvitteringstabel(self) -> pd.DataFrame:
        """What became of the cells: Fil, Ark, Celler, Læst, Med advarsel, Afvist, Ikke læst, Hvad er ikke læst."""
        return as_frame(self.kvittering)


def _frame(fund: Sequence[Fund]) -> pd.DataFrame:
    raekker = [(en.fil, en.ark, en.raekke, en.kolonne, en.vaerdi, en.besked) for en in fund]
    ramme = pd.DataFrame(raekker, columns=["Fil", "Ark", "Række", "Kolonne", "Værdi", "Hvad er galt"])
    return ramme.astype({"Række": "Int64"})


def propose(
    filer: Sequence[Fil],
    *,
    register: str | None = None,
    tilfoej: bool = False,
    kilder: Path = DATA,
    i_dag: date | None = None,
    fremdrift: Fremdrift = lambda andel, tekst: None,
) -> Forslag:
    """Read files and say what loading them would do. Changes nothing.

    A sheet is the whole of its table unless `tilfoej`, which only adds and updates rows. `register` (a key of REGISTRE)
    is for headings that fit several. Raises DataFejl when the shared sources are refused, VersionFejl when the version
    in use is damaged; everything about the files themselves is told in the proposal.
    """
    fremdrift(0.0, "Læser filerne")
    grundlag = base(kilder)
    i_dag = i_dag or date.today()
    dag = i_dag.isoformat()
    sti = current_folder(kilder)
    nuvaerende = read_tables(sti)
    katalog = Katalog(grundlag.skema, nuvaerende.get(KATALOG, {}), dag)
    samlet = _Samling(grundlag, register, i_dag, katalog)
    for nr, fil in enumerate(filer):
        samlet.read_file(fil, len(filer) > 1)
        fremdrift(0.4 * (nr + 1) / len(filer), f"Læser {fil.vist}")
    samlet.read_figures()
    kandidat = put_together(grundlag.skema, nuvaerende, samlet.laeste, tilfoej, dag)
    fund = samlet.fundsteder
    fund.set_tables(kandidat.tabeller, {navn: laest.tabel for navn, laest in samlet.laeste.items()})
    laesefejl = [celle for laest in samlet.laeste.values() for celle in laest.fejl] + kandidat.fejl
    fund.add_cells(laesefejl, som_laest=True)
    manglende = {(tabel, felt) for tabel, felter in samlet.manglende.items() for felt in felter}
    dom = Dom()
    if samlet.laeste:
        dom = assess(
            grundlag,
            kandidat.tabeller,
            fund.moved(laesefejl),
            dag,
            lambda andel, tekst: fremdrift(0.4 + 0.5 * andel, tekst),
        )
    fund.add_cells([en for en in dom.fejl if (en.tabel, en.kolonne) not in manglende])
    fremdrift(0.9, "Sammenligner med den gældende version")
    gamle = {
        navn: Tabel(celler, [None] * len(next(iter(celler.values()))))
        for navn, celler in nuvaerende.items()
        if navn in ARK
    }
    forskelle = differences(grundlag.skema, gamle, kandidat.tabeller)
    version = current(kilder)
    komplet_nu = dict(version.komplet) if version else {}
    registre = loaded_registers(samlet.laeste)
    advarsler = samlet.advarsler + advise(fund, dom.advarsler, samlet.laeste, registre, kandidat, forskelle, komplet_nu)
    alle_fejl = fund.sorted()
    fremdrift(1.0, "Klar")
    return Forslag(
        tuple(filer),
        tuple(registre),
        tuple(alle_fejl),
        tuple(advarsler),
        (*_unnamed_versions(kilder), *_remarks(samlet, kandidat)),
        forskelle,
        _years(kandidat, registre),
        komplet_nu,
        sti.name if sti else "",
        kilder,
        kandidat.tabeller,
        changes_frame(grundlag.skema, forskelle),
        samlet.indhold,
        settle(samlet.regnskaber, alle_fejl, advarsler),
    )


class _Samling:
    """What was read of all files so far."""

    def __init__(self, grundlag: Grundlag, register: str | None, i_dag: date, katalog: Katalog):
        self._register = register
        self._skema = grundlag.skema
        self._genkender = Genkender(grundlag.skema)
        self._laeser = Laeser(grundlag.skema, i_dag)
        self._katalog = katalog
        self._tal: list[tuple[Fil, Genkendt, str]] = []
        self.laeste: dict[str, Laest] = {}
        self.manglende: dict[str, set[str]] = {}
        self.bemaerkninger: list[str] = []
        self.indhold: dict[str, Indhold] = {}
        self._felter = 0
        self.advarsler: list[Fund] = []
        self.regnskaber: list[Regnskab] = []
        self.fundsteder = Fundsteder(grundlag.skema)

    def read_file(self, fil: Fil, flere: bool) -> None:
        """Read a file; what is wrong with it as a whole becomes an error without a row."""
        try:
            indhold = read(fil)
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
        genkendte, oversete = [], []
        for ark in indhold.ark:
            if ark.skjult:
                self.bemaerkninger.append(f"{hvor}Arket »{ark.navn}« er skjult og er ikke læst.")
                self.regnskaber.append(unread(fil.vist, ark, "skjult ark"))
            elif is_help_sheet(ark):
                self.regnskaber.append(unread(fil.vist, ark, "skabelonens hjælpeark"))
            else:
                fundet = self._genkender.recognise(ark, self._register)
                (oversete if isinstance(fundet, str) else genkendte).append((ark, fundet))
        for ark, grund in oversete:
            self._overlooked(fil, ark, grund, bool(genkendte), hvor)
        if not genkendte and not oversete:
            self.fundsteder.add_file(
                fil.vist, "", "Filen har ingen synlige ark med data. Vis arkene i Excel, og gem filen igen."
            )
        if genkendte and not any(fundet.data for _, fundet in genkendte):
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
        self._laeser.know(koder, [(navn, en.id) for en in self._katalog.own() for navn in (en.id, en.navn)])
        for sted in self._tal:
            self._sheet(*sted)

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
        for raekke, besked in (*heading_errors(fundet), *row_errors(fundet)):
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
        if fundet.tabel in self.laeste:
            _append(self.laeste[fundet.tabel], laest)
        else:
            self.laeste[fundet.tabel] = laest
        self.manglende.setdefault(fundet.tabel, set()).update(felt.navn for felt in fundet.mangler)
        self.bemaerkninger.append(f"{hvor}Læst som {register_of(fundet.tabel).titel} ({sheet_title(fundet)}).")


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


def _unnamed_versions(kilder: Path) -> list[str]:
    """That the pointer is older than the versions, as after a backup, or that a loading was cut off."""
    numre = [str(en.nr) for en in newer_than_known(kilder)]
    if not numre:
        return []
    return [
        f"Version {' og '.join(numre)} ligger i egne/versioner, men er ikke nævnt i egne/gaeldende. Intet er slettet; "
        "se fanen Versioner."
    ]


def _remarks(samlet: _Samling, kandidat: Kandidat) -> list[str]:
    tekster = list(dict.fromkeys(samlet.bemaerkninger))
    if antal := len(kandidat.nye_kilder):
        tekster.append(f"{counted(antal, 'ny kilde', 'nye kilder')} bliver oprettet af det, der står i kolonnen Kilde.")
    if navne := kandidat.beholdte_noegletal:
        tekster.append(f"{listed(navne, 'og')} står ikke i arket »{ARK[KATALOG]}«, men bliver, for der er værdier.")
    if antal := kandidat.tilfoejede_haendelser:
        tekster.append(f"{counted(antal, 'hændelse', 'hændelser')} er dannet af udbuddenes status og datoer.")
    return tekster


AARSKOLONNER = {
    "udbud": ("opslag_dato", "status_dato"),
    "klinik": ("fra_dato", "til_dato"),
    "puljeprojekt": ("aar_fra",),
    "hu_forloeb": ("aar",),
    "noegletal": ("dato",),
}


def _years(kandidat: Kandidat, registre: Sequence[str]) -> dict[str, tuple[int, int]]:
    """First and last year that each register speaks of."""
    fundne = {}
    for navn in registre:
        tabel = REGISTRE[navn].tabeller[0]
        celler = kandidat.tabeller[tabel].celler
        aar = [
            int(en[:4]) for kolonne in AARSKOLONNER.get(tabel, ()) for en in celler[kolonne] if en and en[:4].isdigit()
        ]
        if aar:
            fundne[navn] = (min(aar), max(aar))
    return fundne
