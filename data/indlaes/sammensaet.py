"""The registers as they would be after an import: what the files say, put together with the version in use."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from data.indlaes.egne_noegletal import TABEL as KATALOG
from data.indlaes.egne_noegletal import kept_and_new
from data.indlaes.haendelser import fill_events
from data.indlaes.kilder import Kilder
from data.indlaes.laesning import Celle, Laest, Tabel
from data.indlaes.registre import PRAECISION, REGISTRE, TABELLER, Skema

UDSNIT = ("noegletal", "omraade_type", "dato")


@dataclass
class Kandidat:
    """All tables of the version to be, in the order of TABELLER. `tilfoejede_haendelser`: events that were filled in;
    `nye_kilder`: ids of sources that were made of titles; `beholdte_noegletal`: names of own indicators that no sheet
    defines any more, but that have figures."""

    tabeller: dict[str, Tabel]
    fejl: list[Celle] = field(default_factory=list)
    tilfoejede_haendelser: int = 0
    nye_kilder: list[str] = field(default_factory=list)
    kildetitler: dict[str, str] = field(default_factory=dict)
    beholdte_noegletal: list[str] = field(default_factory=list)


def put_together(
    skema: Skema, nuvaerende: dict[str, dict], laeste: dict[str, Laest], tilfoej: bool, i_dag: str
) -> Kandidat:
    """What the version in use (`nuvaerende`: cells by table) becomes with what was read.

    A table that no sheet holds stays as it is. Sources are only added or changed: other registers may rest on them.
    """
    gamle = {tabel: _as_table(skema, tabel, nuvaerende.get(tabel, {})) for tabel in TABELLER}
    kilder = Kilder(skema, i_dag)
    kilder.add(gamle["kilde"])
    fejl = kilder.add(laeste["kilde"].tabel) if "kilde" in laeste else []
    tabeller: dict[str, Tabel] = {}
    for tabel in TABELLER[1:]:
        tabeller[tabel] = gamle[tabel]
        if tabel not in laeste:
            continue
        ny = _as_table(skema, tabel, laeste[tabel].tabel.celler, laeste[tabel].tabel.steder)
        if tabel == KATALOG:  # what stays depends on the figures
            nyt_katalog = ny
            continue
        kilder.resolve(ny, laeste[tabel].adresser)
        tabeller[tabel] = _with(skema, tabel, gamle[tabel], ny, laeste[tabel].udfoldede, tilfoej)
    beholdte = []
    if KATALOG in laeste:
        brugte = {*tabeller["noegletal"].celler["noegletal"], *nyt_katalog.celler["vaegt"]}
        brugte |= {*gamle[KATALOG].celler["vaegt"]}
        tabeller[KATALOG], beholdte = kept_and_new(gamle[KATALOG], nyt_katalog, brugte, tilfoej)
    if "puljeprojekt" in laeste:
        _fill_projects(skema, tabeller["puljeprojekt"])
    tilfoejede = 0
    if {"udbud", "udbud_haendelse"} & {*laeste}:
        tilfoejede = _fill_events(skema, tabeller, laeste)
    tabeller = {"kilde": kilder.table(), **tabeller}
    for tabel in tabeller.values():
        derive_precision(tabel)
    return Kandidat(tabeller, fejl, tilfoejede, kilder.nye, kilder.titles(), beholdte)


def _as_table(skema: Skema, tabel: str, celler: dict, steder: list | None = None) -> Tabel:
    """A table with all columns of the schema, in its order."""
    antal = len(next(iter(celler.values()), ())) if steder is None else len(steder)
    navne = [felt.navn for felt in skema.felter[tabel]]
    alle = {navn: list(celler[navn]) if navn in celler else [None] * antal for navn in navne}
    return Tabel(alle, [None] * antal if steder is None else steder)


def row_keys(skema: Skema, tabel: str, af: Tabel) -> list[tuple]:
    """What tells the rows apart. The events of a tender are one thing: they are replaced together."""
    navne = ("udbud_id",) if tabel == "udbud_haendelse" else skema.key(tabel)
    return [*zip(*(af.celler[navn] for navn in navne))] if len(af) else []


def _with(skema: Skema, tabel: str, gammel: Tabel, ny: Tabel, udfoldede: int, tilfoej: bool) -> Tabel:
    """A table with its new rows. What was unfolded from a crosstab is never the whole of the table: it takes the place
    of the figures of the same indicator, level and date."""
    graense = len(ny) - udfoldede
    egne = _part(ny, range(graense))
    if tilfoej or not graense:
        egne = _joined(gammel, egne, row_keys(skema, tabel, gammel), row_keys(skema, tabel, egne))
    if not udfoldede:
        return egne
    af_krydstabel = _part(ny, range(graense, len(ny)))
    udsnit = ([*zip(*(en.celler[navn] for navn in UDSNIT))] for en in (egne, af_krydstabel))
    return _joined(egne, af_krydstabel, *udsnit)


def _part(tabel: Tabel, numre: Sequence[int]) -> Tabel:
    celler = {navn: [vaerdier[nr] for nr in numre] for navn, vaerdier in tabel.celler.items()}
    return Tabel(celler, [tabel.steder[nr] for nr in numre])


def _joined(gammel: Tabel, ny: Tabel, gamle_noegler: list[tuple], nye_noegler: list[tuple]) -> Tabel:
    """The old rows, with the new ones in place of those with the same key, and the rest of the new ones after them."""
    udskiftes = {*nye_noegler}
    beholdt = _part(gammel, [nr for nr, noegle in enumerate(gamle_noegler) if noegle not in udskiftes])
    celler = {navn: beholdt.celler[navn] + ny.celler[navn] for navn in ny.celler}
    return Tabel(celler, beholdt.steder + ny.steder)


def _fill_events(skema: Skema, tabeller: dict[str, Tabel], laeste: dict[str, Laest]) -> int:
    """Complete the event log; events of tenders that are gone with this import go with them."""
    haendelser = tabeller["udbud_haendelse"]
    if "udbud_haendelse" not in laeste:
        kendte = {*tabeller["udbud"].celler["udbud_id"]}
        haendelser = _part(haendelser, [nr for nr, en in enumerate(haendelser.celler["udbud_id"]) if en in kendte])
    overgange = {(fra, til) for fra, til, _ in skema.overgange}
    kolonner = [felt.navn for felt in skema.felter["udbud_haendelse"]]
    tabeller["udbud_haendelse"], antal = fill_events(tabeller["udbud"], haendelser, kolonner, overgange)
    return antal


def _fill_projects(skema: Skema, projekter: Tabel) -> None:
    """What follows from the rest of the row, where the cell is empty."""
    celler = projekter.celler
    stoettet, praecist = (
        skema.allowed_when("puljeprojekt", "medregnes", navn) for navn in ("status", "beloeb_praecision")
    )
    for nr, beloeb in enumerate(celler["beloeb_kr"]):
        celler["aar_til"][nr] = celler["aar_til"][nr] or celler["aar_fra"][nr]
        if not celler["beloeb_praecision"][nr]:
            celler["beloeb_praecision"][nr] = "eksakt" if beloeb else "ikke oplyst"
        if not celler["medregnes"][nr]:
            taeller = beloeb and celler["status"][nr] in stoettet and celler["beloeb_praecision"][nr] in praecist
            celler["medregnes"][nr] = "1" if taeller else "0"


def derive_precision(tabel: Tabel) -> None:
    """How precise a date is follows from how long it is written."""
    laengder = {4: "aar", 7: "maaned", 10: "dag"}
    for navn in tabel.celler:
        if PRAECISION.search(navn) and navn != "beloeb_praecision":
            dato = PRAECISION.sub("_dato", navn).lstrip("_") if navn != "praecision" else "dato"
            tabel.celler[navn] = [laengder.get(len(en or "")) for en in tabel.celler[dato]]


def loaded_registers(laeste: dict[str, Laest]) -> list[str]:
    """The registers that the sheets bring."""
    return [navn for navn, register in REGISTRE.items() if {*register.tabeller} & {*laeste}]
