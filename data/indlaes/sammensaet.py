"""The registers as they would be after an import: what the files say, put together with the version in use."""

from dataclasses import dataclass, field

from data.indlaes.haendelser import fill_events
from data.indlaes.kilder import Kilder
from data.indlaes.laesning import Celle, Laest, Tabel
from data.indlaes.registre import PRAECISION, REGISTRE, TABELLER, Skema

STOETTET = ("støttet", "støttet i anden omgang")
PRAECIST = ("eksakt", "afrundet i kilden")


@dataclass
class Kandidat:
    """All tables of the version to be, in the order of TABELLER. `tilfoejede_haendelser`: events that were filled in;
    `nye_kilder`: ids of sources that were made of titles."""

    tabeller: dict[str, Tabel]
    fejl: list[Celle] = field(default_factory=list)
    tilfoejede_haendelser: int = 0
    nye_kilder: list[str] = field(default_factory=list)
    kildetitler: dict[str, str] = field(default_factory=dict)


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
        if tabel not in laeste:
            tabeller[tabel] = gamle[tabel]
            continue
        ny = _as_table(skema, tabel, laeste[tabel].tabel.celler, laeste[tabel].tabel.steder)
        kilder.resolve(ny, laeste[tabel].adresser)
        tabeller[tabel] = _merged(skema, tabel, gamle[tabel], ny) if tilfoej else ny
    if "puljeprojekt" in laeste:
        _fill_projects(tabeller["puljeprojekt"])
    tilfoejede = 0
    if {"udbud", "udbud_haendelse"} & {*laeste}:
        tilfoejede = _fill_events(skema, tabeller, laeste)
    tabeller = {"kilde": kilder.table(), **tabeller}
    for tabel in tabeller.values():
        derive_precision(tabel)
    return Kandidat(tabeller, fejl, tilfoejede, kilder.nye, kilder.titles())


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


def _merged(skema: Skema, tabel: str, gammel: Tabel, ny: Tabel) -> Tabel:
    """The old rows, with the new ones in place of those with the same key, and the rest of the new ones after them."""
    udskiftes = {*row_keys(skema, tabel, ny)}
    beholdes = [nr for nr, noegle in enumerate(row_keys(skema, tabel, gammel)) if noegle not in udskiftes]
    celler = {navn: [gammel.celler[navn][nr] for nr in beholdes] + ny.celler[navn] for navn in ny.celler}
    return Tabel(celler, [gammel.steder[nr] for nr in beholdes] + ny.steder)


def _fill_events(skema: Skema, tabeller: dict[str, Tabel], laeste: dict[str, Laest]) -> int:
    """Complete the event log; events of tenders that are gone with this import go with them."""
    haendelser = tabeller["udbud_haendelse"]
    if "udbud_haendelse" not in laeste:
        kendte = {*tabeller["udbud"].celler["udbud_id"]}
        beholdes = [nr for nr, en in enumerate(haendelser.celler["udbud_id"]) if en in kendte]
        celler = {navn: [vaerdier[nr] for nr in beholdes] for navn, vaerdier in haendelser.celler.items()}
        haendelser = Tabel(celler, [haendelser.steder[nr] for nr in beholdes])
    overgange = {(fra, til) for fra, til, _ in skema.overgange}
    kolonner = [felt.navn for felt in skema.felter["udbud_haendelse"]]
    tabeller["udbud_haendelse"], antal = fill_events(tabeller["udbud"], haendelser, kolonner, overgange)
    return antal


def _fill_projects(projekter: Tabel) -> None:
    """What follows from the rest of the row, where the cell is empty."""
    celler = projekter.celler
    for nr, beloeb in enumerate(celler["beloeb_kr"]):
        celler["aar_til"][nr] = celler["aar_til"][nr] or celler["aar_fra"][nr]
        if not celler["beloeb_praecision"][nr]:
            celler["beloeb_praecision"][nr] = "eksakt" if beloeb else "ikke oplyst"
        if not celler["medregnes"][nr]:
            taeller = beloeb and celler["status"][nr] in STOETTET and celler["beloeb_praecision"][nr] in PRAECIST
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
