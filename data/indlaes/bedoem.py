"""Judging a proposed version by the rules of the build, and telling all of what is wrong at once."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from data.build import broken_controls, derive_registers, names_any
from data.indlaes.grundlag import Grundlag
from data.indlaes.laesning import Celle, Tabel
from data.indlaes.registre import TABELLER
from data.indlaesning import insert_without, judge
from data.registre import ARK
from data.skema import DATASAET, RAEKKE

EGNE = "egne"
FREMTID = Path(__file__).with_name("fremtid.sql")
ADVARSLER = Path(__file__).with_name("advarsler")
# What other tables refer to, and by which column; of some there are shared rows too.
FORAELDRE = (
    ("kilde", "kilde_id"),
    ("noegletal_katalog", "noegletal"),
    ("udbud", "udbud_id"),
    ("pulje", "pulje_id"),
    ("maalsaet", "maalsaet_id"),
)
DELTE = ("kilde", "noegletal_katalog")
FOERSTE_RAEKKE = 2  # the headings of a CSV file are row 1


@dataclass
class Dom:
    """What the rules say: errors block, warnings do not."""

    fejl: list[Celle] = field(default_factory=list)
    advarsler: list[Celle] = field(default_factory=list)
    kendte: set[tuple[str, int, str]] = field(default_factory=set, repr=False)


def assess(
    grundlag: Grundlag, tabeller: dict[str, Tabel], laesefejl: list[Celle], i_dag: str, fremdrift: Callable
) -> Dom:
    """Judge all tables. Rows with an error are left out, and what hangs on them, so that one error is not told twice:
    the rules that span rows then judge the rest."""
    dom = Dom()
    daarlige: dict[str, set[int]] = {tabel: set() for tabel in TABELLER}
    for en in laesefejl:
        daarlige[en.tabel].add(en.nr)
        dom.kendte.add((en.tabel, en.nr, en.kolonne))
    with grundlag.attempt() as con:
        raekker = {}
        ider = {navn: _keys_to_be(con, navn, tabeller[navn], grundlag) for navn, _ in FORAELDRE}
        for nr, navn in enumerate(TABELLER):
            fremdrift(nr / len(TABELLER) * 0.8, f"Efterser {ARK[navn].lower()}")
            if len(tabeller[navn]):
                raekker[navn] = _judge_table(con, navn, tabeller[navn], ider, daarlige, dom)
        _spread(tabeller, daarlige)
        for navn, relation in raekker.items():
            insert_without(con, navn, relation, {nr + FOERSTE_RAEKKE for nr in daarlige[navn]})
        fremdrift(0.8, "Efterser sammenhænge på tværs af rækker")
        derive_registers(con)
        dom.fejl += [_cell(*en) for en in broken_controls(con, raekker) if en[1] == EGNE]
        dom.fejl += _asked(con, FREMTID, i_dag, raekker)
        for fil in sorted(ADVARSLER.glob("*.sql")):
            dom.advarsler += _asked(con, fil, i_dag, raekker)
    return dom


def _judge_table(con, navn: str, tabel: Tabel, ider: dict, daarlige: dict[str, set[int]], dom: Dom):
    """Judge a table by the schema; returns its readable rows. A cell that could not be read is not told of twice."""
    celler = tabel.celler | {RAEKKE: range(FOERSTE_RAEKKE, FOERSTE_RAEKKE + len(tabel))}
    brud, raekker = judge(con, navn, celler, EGNE, ider)
    nye = [Celle(navn, en.raekke - FOERSTE_RAEKKE, en.kolonne, en.vaerdi, en.grund) for en in brud]
    dom.fejl += [en for en in nye if (navn, en.nr, en.kolonne) not in dom.kendte]
    daarlige[navn] |= {en.nr for en in nye}
    return raekker


def _asked(con, fil: Path, i_dag: str, tabeller: Collection[str]) -> list[Celle]:
    """What a rule says of the rows of these tables, the only ones that there are own rows of."""
    sql = fil.read_text(encoding="utf-8")
    if not names_any(sql, tabeller):
        return []
    return [_cell(*en) for en in con.execute(sql, {"i_dag": i_dag} if "$i_dag" in sql else None).fetchall()]


def _cell(tabel: str, _datasaet: str, raekke: int, kolonne: str, vaerdi: str, besked: str) -> Celle:
    return Celle(tabel, (raekke or 0) - FOERSTE_RAEKKE, kolonne or "", vaerdi or "", besked)


def _keys_to_be(con, navn: str, tabel: Tabel, grundlag: Grundlag):
    """The keys that would be there if nothing were wrong: references to a refused row are not wrong themselves."""
    kolonner = {en: pa.array(tabel.celler[en], pa.string()) for en in grundlag.skema.key(navn)}
    kolonner[DATASAET] = pa.array([EGNE] * len(tabel), pa.string())
    egne = con.from_arrow(pa.table(kolonner))
    if navn not in DELTE:
        return egne
    noegle = dict(FORAELDRE)[navn]
    return egne.project(noegle).union(con.table(navn).project(noegle))


def _spread(tabeller: dict[str, Tabel], daarlige: dict[str, set[int]]) -> None:
    """Leave out what hangs on rows that were left out: their parts, and tenders of which an event was refused."""
    _without_parents(tabeller, daarlige)
    haendelser, udbud = tabeller["udbud_haendelse"].celler["udbud_id"], tabeller["udbud"].celler
    ramte = {haendelser[nr] for nr in daarlige["udbud_haendelse"]} - {None}
    daarlige["udbud"] |= {nr for nr, en in enumerate(udbud["udbud_id"]) if en in ramte}
    _with_followers(udbud, daarlige["udbud"])
    _without_parents(tabeller, daarlige)
    hu = tabeller["hu_forloeb"].celler
    grupper = [*zip(hu["omraade_type"], hu["omraade"], hu["aar"], hu["runde"])]
    ramte_grupper = {grupper[nr] for nr in daarlige["hu_forloeb"]}
    daarlige["hu_forloeb"] |= {nr for nr, gruppe in enumerate(grupper) if gruppe in ramte_grupper}


def _without_parents(tabeller: dict[str, Tabel], daarlige: dict[str, set[int]]) -> None:
    for foraelder, noegle in FORAELDRE:
        borte = {tabeller[foraelder].celler[noegle][nr] for nr in daarlige[foraelder]} - {None}
        for navn in TABELLER:
            if borte and navn != foraelder and noegle in tabeller[navn].celler:
                daarlige[navn] |= {nr for nr, en in enumerate(tabeller[navn].celler[noegle]) if en in borte}


def _with_followers(celler: dict, daarlige: set[int]) -> None:
    """A chain of rounds is left out from the refused round on."""
    flere = daarlige
    while flere:
        borte = {celler["udbud_id"][nr] for nr in daarlige}
        flere = {nr for nr, en in enumerate(celler["forrige_udbud_id"]) if en and en in borte} - daarlige
        daarlige |= flere
