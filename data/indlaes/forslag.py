"""What an import would do, before anyone says yes: what was understood, what changes, and everything that is wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from data.build import DATA
from data.indlaes.advar import advise
from data.indlaes.bedoem import Dom, assess
from data.indlaes.egne_noegletal import TABEL as KATALOG
from data.indlaes.egne_noegletal import Katalog
from data.indlaes.fil import Fil
from data.indlaes.forskelle import Forskelle, changes_frame, counts_frame, differences, rows_frame
from data.indlaes.fund import Fund
from data.indlaes.grundlag import Grundlag, base
from data.indlaes.kvittering import Kvittering, as_frame, settle
from data.indlaes.laesning import Tabel
from data.indlaes.navne import counted, listed
from data.indlaes.registre import REGISTRE
from data.indlaes.samling import Samling
from data.indlaes.sammensaet import Kandidat, loaded_registers, put_together
from data.indlaes.talark import Spoergsmaal, Talark
from data.registre import ARK
from data.regneark.ark import Indhold
from data.versioner import current, current_folder, newer_than_known, read_tables

Fremdrift = Callable[[float, str], None]


@dataclass(frozen=True)
class Forslag:
    """What an import would do. `fejl` block, `advarsler` and `bemaerkninger` (plain sentences) do not. `registre`: what
    the files hold; `aar`: first and last year in each of them; `komplet_nu`: those said to be complete until now;
    `indhold`: the sheets of the files that could be read, by their sha256; `kvittering`: what became
    of the cells of each sheet; `spoergsmaal`: what tables of statistics leave to be asked."""

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
    spoergsmaal: Spoergsmaal = Spoergsmaal()

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
    i_dag: date,
    register: str | None = None,
    tilfoej: bool = False,
    noegletal: str = "",
    kilde: str = "",
    kendte: Mapping[str, Indhold] | None = None,
    kilder: Path = DATA,
    fremdrift: Fremdrift = lambda andel, tekst: None,
) -> Forslag:
    """Read files and say what loading them would do. Changes nothing.

    What is dated after `i_dag` has not happened yet. A sheet is the whole of its table unless `tilfoej`, which only
    adds and updates rows. `register` (a key of REGISTRE) is for headings that fit several; `noegletal` (an id or a
    name) and `kilde` (a title, an address or an id) are for tables of statistics that do not say so themselves
    (talark.py); `kendte` is the `indhold` of an earlier proposal, whose files are not opened again. Raises DataFejl
    when the shared sources are refused, VersionFejl when the version in use is damaged; everything about the files
    themselves is told in the proposal.
    """
    fremdrift(0.0, "Læser filerne")
    grundlag, nuvaerende = base(kilder), read_tables(current_folder(kilder))
    dag = i_dag.isoformat()
    katalog = Katalog(grundlag.skema, nuvaerende.get(KATALOG, {}), dag)
    samlet = Samling(
        grundlag, register, i_dag, katalog, Talark(grundlag.skema, katalog, noegletal, kilde), kendte or {}
    )
    for nr, fil in enumerate(filer):
        samlet.read_file(fil, len(filer) > 1)
        fremdrift(0.4 * (nr + 1) / len(filer), f"Læser {fil.vist}")
    samlet.read_figures()
    kandidat = put_together(grundlag.skema, nuvaerende, samlet.laeste, tilfoej, dag)
    dom = _judged(grundlag, samlet, kandidat, dag, lambda andel, tekst: fremdrift(0.4 + 0.5 * andel, tekst))
    fremdrift(0.9, "Sammenligner med den gældende version")
    gamle = {
        navn: Tabel(celler, [None] * len(next(iter(celler.values()))))
        for navn, celler in nuvaerende.items()
        if navn in ARK
    }
    forskelle = differences(grundlag.skema, gamle, kandidat.tabeller)
    forslag = _told(filer, kilder, samlet, kandidat, dom, forskelle, changes_frame(grundlag.skema, forskelle))
    fremdrift(1.0, "Klar")
    return forslag


def _judged(grundlag: Grundlag, samlet: Samling, kandidat: Kandidat, dag: str, fremdrift: Fremdrift) -> Dom:
    """What the rules say of the tables that would come to be. Every fault is told where its cell was found."""
    fund = samlet.fundsteder
    fund.set_tables(kandidat.tabeller, {navn: laest.tabel for navn, laest in samlet.laeste.items()})
    laesefejl = [celle for laest in samlet.laeste.values() for celle in laest.fejl] + kandidat.fejl
    fund.add_cells(laesefejl, som_laest=True)
    manglende = {(tabel, felt) for tabel, felter in samlet.manglende.items() for felt in felter}
    dom = Dom()
    if samlet.laeste:
        dom = assess(grundlag, kandidat.tabeller, fund.moved(laesefejl), dag, fremdrift)
    fund.add_cells([en for en in dom.fejl if (en.tabel, en.kolonne) not in manglende])
    return dom


def _told(
    filer: Sequence[Fil],
    kilder: Path,
    samlet: Samling,
    kandidat: Kandidat,
    dom: Dom,
    forskelle: Forskelle,
    aendringer: pd.DataFrame,
) -> Forslag:
    """The proposal, with what must be known of the version in use."""
    fund, version, sti = samlet.fundsteder, current(kilder), current_folder(kilder)
    komplet_nu = dict(version.komplet) if version else {}
    registre = loaded_registers(samlet.laeste)
    advarsler = samlet.advarsler + advise(fund, dom.advarsler, samlet.laeste, registre, kandidat, forskelle, komplet_nu)
    alle_fejl = fund.sorted()
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
        aendringer,
        samlet.indhold,
        settle(samlet.regnskaber, alle_fejl, advarsler),
        samlet.spoergsmaal,
    )


def _unnamed_versions(kilder: Path) -> list[str]:
    """That the pointer is older than the versions, as after a backup, or that a loading was cut off."""
    numre = [str(en.nr) for en in newer_than_known(kilder)]
    if not numre:
        return []
    return [
        f"Version {listed(numre, 'og')} ligger i egne/versioner, men er ikke nævnt i egne/gaeldende. Intet er slettet; "
        "se fanen Versioner."
    ]


def _remarks(samlet: Samling, kandidat: Kandidat) -> list[str]:
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
    "tiltag": ("fra_dato",),
    "laegestand": ("dato",),
    "udbudsplan": ("aar",),
    "bosaetning": ("faerdig_fra", "faerdig_til"),
    "maaltal": ("gyldig_fra",),
    "truet_udpegning": ("gyldig_fra",),
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
