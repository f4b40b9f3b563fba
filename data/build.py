"""Build the DuckDB file from the CSV files: python -m data.build [--out FIL] [--kilder MAPPE] [--igen]

The CSV files are the source; the file is built beside its target and moved into place in one step, so readers see the
old or the new version and never half a one. Nothing is built when no source has changed. The secretariat's own data are
those of the version that data/egne/gaeldende points to.
"""

import argparse
import hashlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.disk import nothing_changed, sync_folder
from data.indlaesning import DataFejl, Fejl, load, refers_to
from data.laas import Optaget, locked
from data.pegepind import VersionFejl
from data.skema import SKEMA
from data.tabeller import DATASAET, DELTE_MAPPER, FAELLES_TABELLER, KILDER, REGISTER_TABELLER
from data.versioner import current_folder

DATA = Path(__file__).resolve().parent
DEFAULT_OUT = DATA / "laegedaekning.duckdb"
# The same without the secretariat's own data: what everybody may see, built of nothing else.
OPEN_OUT = DATA / "laegedaekning-aaben.duckdb"

# An import holds the lock while it builds; whoever starts meanwhile waits so many seconds.
VENT = 120

# What decides the content besides the CSV files.
OPSKRIFT = ("schema.sql", "afledt.sql", "afledt_registre.sql", "skema.py", "indlaesning.py", "tabeller.py", "build.py")


class BygFejl(DataFejl):
    """The database could not be written or read, whatever the sources say. The text is for the user."""

    def __init__(self, tekst: str):
        super().__init__([Fejl("", 0, "", "", tekst)])


@dataclass(frozen=True)
class Indhold:
    """What one table holds for one dataset: number of rows, first and last year it speaks of."""

    datasaet: str
    tabel: str
    raekker: int
    foerste_aar: int | None
    sidste_aar: int | None


@dataclass(frozen=True)
class Byggerapport:
    """Outcome of a build: the file, the version it holds, whether it was built now, and what it holds."""

    fil: Path
    version: str
    blev_bygget: bool
    indhold: tuple[Indhold, ...]


def source_hash(kilder: Path = DATA, egne: Path | None = None) -> str:
    """SHA-256 over the names and contents of all sources, as hex. Only the content counts, not the time of a file.

    `egne` is the folder of the version of the own data, None without any.
    """
    filer = [DATA / navn for navn in OPSKRIFT] + sorted((DATA / "kontrol").glob("*.sql"))
    filer += [fil for fil in sorted(kilder.glob("*/*.csv")) if fil.parent.name in DELTE_MAPPER]
    navngivne = [(f"{fil.parent.name}/{fil.name}", fil) for fil in filer]
    navngivne += [(f"egne/{fil.name}", fil) for fil in (sorted(egne.glob("*.csv")) if egne else ())]
    hash_ = hashlib.sha256()
    for navn, fil in navngivne:
        hash_.update(f"{navn}\0".encode())
        hash_.update(hashlib.sha256(fil.read_bytes()).digest())
    return hash_.hexdigest()


def built_hash(fil: Path) -> str | None:
    """The source hash that a database file was built from; None when there is no such file or it cannot be read."""
    if not fil.exists():
        return None
    try:
        with duckdb.connect(fil, read_only=True) as con:
            raekke = con.execute("SELECT kildehash FROM bygning").fetchone()
            return raekke and raekke[0]
    except duckdb.Error:
        return None


def build(ud: Path = DEFAULT_OUT, kilder: Path = DATA, igen: bool = False, with_own: bool = True) -> Byggerapport:
    """Build the database if its sources changed (or `igen`), and say what it holds; with the own data or without.

    Raises DataFejl with every refused value, BygFejl when disk or database fail, and Optaget when someone else builds
    the same file all the time; the file at `ud` is then as it was.
    """
    ud = Path(ud)
    with in_words():
        if not igen and (rapport := _up_to_date(ud, kilder, with_own)):
            return rapport
        ud.parent.mkdir(parents=True, exist_ok=True)
        with locked(lock_file(ud), VENT):
            # Whoever held the lock may have built what we want, or have switched to other own data.
            if not igen and (rapport := _up_to_date(ud, kilder, with_own)):
                return rapport
            with built_beside(ud, kilder, own_folder(kilder) if with_own else None) as (ny, rapport):
                move_into_place(ny, ud)
            return rapport


@contextmanager
def in_words() -> Iterator[None]:
    """Turns what the disk and DuckDB refuse into BygFejl."""
    try:
        yield
    except (OSError, duckdb.Error, MemoryError) as fejl:
        raise BygFejl(nothing_changed("Databasen kan ikke bygges", fejl)) from fejl


def lock_file(ud: Path) -> Path:
    """The lock that whoever replaces the database, or switches the version it is built from, holds."""
    return ud.with_name(ud.name + ".laas")


def own_folder(kilder: Path) -> Path | None:
    """The folder of the version of the own data in use; raises DataFejl when it cannot be read."""
    try:
        return current_folder(kilder)
    except VersionFejl as fejl:
        raise DataFejl([Fejl("", 0, "", "", str(fejl))]) from fejl


def _up_to_date(ud: Path, kilder: Path, with_own: bool) -> Byggerapport | None:
    hash_ = source_hash(kilder, own_folder(kilder) if with_own else None)
    if built_hash(ud) != hash_:
        return None
    try:
        with duckdb.connect(ud, read_only=True) as con:
            return Byggerapport(ud, hash_, False, _contents(con))
    except duckdb.Error:
        return None


@contextmanager
def built_beside(ud: Path, kilder: Path, egne: Path | None) -> Iterator[tuple[Path, Byggerapport]]:
    """A new database with these own data beside its target, complete, on the disk and read again; gone afterwards
    unless moved.

    Call it with the lock held: it removes what an interrupted build left. Raises DataFejl, and BygFejl.
    """
    forstavelse = f".bygger-{ud.name}-"
    for rest in ud.parent.glob(f"{forstavelse}*"):
        shutil.rmtree(rest, ignore_errors=True)
    with _folder_beside(ud, forstavelse) as mappe:
        ny = mappe / ud.name
        with in_words():
            rapport = _build_new(ny, ud, kilder, egne)
        yield ny, rapport


@contextmanager
def _folder_beside(ud: Path, forstavelse: str) -> Iterator[Path]:
    """Beside the target, for a move is one step only within one file system. What cannot be removed the next build
    removes."""
    with in_words():
        mappe = Path(tempfile.mkdtemp(dir=ud.parent, prefix=forstavelse))
    try:
        yield mappe
    finally:
        shutil.rmtree(mappe, ignore_errors=True)


def _build_new(ny: Path, ud: Path, kilder: Path, egne: Path | None) -> Byggerapport:
    hash_ = source_hash(kilder, egne)
    with duckdb.connect(ny) as con:
        _fill(con, kilder, egne)
        con.execute("INSERT INTO bygning VALUES ($kildehash)", {"kildehash": hash_})
        indhold, raekker = _contents(con), _rows_by_table(con)
        _checkpoint(con)
    with open(ny, "rb+") as fil:
        os.fsync(fil.fileno())
    with duckdb.connect(ny, read_only=True) as con:
        skrevet = con.execute("SELECT kildehash FROM bygning").fetchone(), _rows_by_table(con)
    if skrevet != ((hash_,), raekker):
        raise BygFejl("Den nye database svarer ikke til det, der blev indlæst. Intet er ændret; byg igen.")
    return Byggerapport(ud, hash_, True, indhold)


def _checkpoint(con: duckdb.DuckDBPyConnection) -> None:
    """Closing does this too, but is silent when it fails: what was loaded is then in no file."""
    con.execute("CHECKPOINT")


def _rows_by_table(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    tabeller = con.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY table_name").fetchall()
    return {navn: con.table(navn).aggregate("count(*)").fetchall()[0][0] for (navn,) in tabeller}


def move_into_place(ny: Path, ud: Path) -> None:
    """Replace the database in one step; readers see the old or the new one."""
    os.replace(ny, ud)
    # A rename that a power cut undoes is made again: the next start builds what the pointer says.
    with suppress(OSError):
        sync_folder(ud.parent)


def _fill(con: duckdb.DuckDBPyConnection, kilder: Path, egne: Path | None) -> None:
    """Load all sources and check them; raises DataFejl with everything that is wrong."""
    con.begin()  # in one step: a statement by itself is written to the disk by itself
    con.execute(SKEMA.read_text(encoding="utf-8"))
    con.commit()
    opgaver = [("kilde", mappe, datasaet) for mappe, datasaet in KILDER.items()]
    opgaver += [(tabel, mappe, "faelles") for mappe, tabeller in FAELLES_TABELLER.items() for tabel in tabeller]
    opgaver += [("fuldstaendighed", "egne", "egne"), ("noegletal_katalog", "egne", "egne")]
    opgaver += [(tabel, datasaet, datasaet) for tabel in REGISTER_TABELLER for datasaet in DATASAET]
    fejl: list[Fejl] = []
    afviste: set[str] = set()
    for tabel, mappe, datasaet in opgaver:
        rod = egne if mappe == "egne" else kilder / mappe
        sti = rod / f"{tabel}.csv" if rod else None
        if sti and sti.exists():
            nye = [_in_folder(en, mappe) for en in load(con, tabel, sti, datasaet, frozenset(afviste))]
            fejl += nye
            if nye or refers_to(tabel, frozenset(afviste)):
                afviste.add(tabel)
        elif datasaet == "faelles":
            fejl.append(Fejl(f"{mappe}/{tabel}.csv", 0, "", "", "Filen mangler."))
            afviste.add(tabel)
    if fejl:
        raise DataFejl(fejl)
    con.begin()
    derive(con)
    con.commit()
    fejl = [
        Fejl(f"{_folder(tabel, datasaet)}/{tabel}.csv", raekke, kolonne, vaerdi or "", besked)
        for tabel, datasaet, raekke, kolonne, vaerdi, besked in broken_controls(con)
    ]
    if fejl:
        raise DataFejl(sorted(fejl, key=lambda en: (en.fil, en.raekke or 0)))


def derive(con: duckdb.DuckDBPyConnection) -> None:
    """Make what follows from the loaded tables."""
    con.execute((DATA / "afledt.sql").read_text(encoding="utf-8"))
    derive_registers(con)


def derive_registers(con: duckdb.DuckDBPyConnection) -> None:
    """Make what follows from the rows of the registers, or make it anew when they have changed."""
    con.execute((DATA / "afledt_registre.sql").read_text(encoding="utf-8"))


def broken_controls(
    con: duckdb.DuckDBPyConnection, tabeller: Collection[str] | None = None
) -> list[tuple[str, str, int, str, str, str]]:
    """What the rules that span rows refuse: (table, dataset, row, column, value, reason). Needs `derive`.

    With `tabeller` only the rules that can refuse a row of one of these are asked: planning them all takes longer than
    the rest of a judgement.
    """
    kontroller = [fil.read_text(encoding="utf-8") for fil in sorted((DATA / "kontrol").glob("*.sql"))]
    return [
        brud
        for kontrol in kontroller
        if tabeller is None or names_any(kontrol, tabeller)
        for brud in con.execute(kontrol).fetchall()
    ]


def names_any(kontrol: str, tabeller: Collection[str]) -> bool:
    """Does the text of a rule name one of the tables? It tells of no other: what it refuses stands with the name."""
    return not frozenset(tabeller).isdisjoint(re.findall(r"\w+", kontrol))


def _in_folder(fejl: Fejl, mappe: str) -> Fejl:
    return Fejl(f"{mappe}/{fejl.fil}", fejl.raekke, fejl.kolonne, fejl.vaerdi, fejl.grund)


def _folder(tabel: str, datasaet: str) -> str:
    if datasaet == "egne":
        return datasaet
    return next((mappe for mappe, tabeller in FAELLES_TABELLER.items() if tabel in tabeller), datasaet)


def _contents(con: duckdb.DuckDBPyConnection) -> tuple[Indhold, ...]:
    sql = (DATA / "indhold.sql").read_text(encoding="utf-8")
    return tuple(Indhold(*raekke) for raekke in con.execute(sql).fetchall())


def print_report(rapport: Byggerapport) -> None:
    """Rows, period and newest value per dataset and table, as a plain table."""
    print(f"{'datasæt':<11}{'tabel':<18}{'rækker':>7}  periode")
    for en in rapport.indhold:
        periode = "" if en.foerste_aar is None else f"{en.foerste_aar}-{en.sidste_aar}"
        print(f"{en.datasaet:<11}{en.tabel:<18}{en.raekker:>7}  {periode}")
    print(f"{'Bygget' if rapport.blev_bygget else 'Uændret'}: {rapport.fil.name}, version {rapport.version[:12]}")


def main(argumenter: list[str] | None = None) -> int:
    """Command line; returns 0 when the database is up to date, 2 when it cannot be built."""
    parser = argparse.ArgumentParser(prog="python -m data.build", description="Byg databasen af CSV-filerne.")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT, help="databasefilen")
    parser.add_argument("--kilder", type=Path, default=DATA, help="mappen med CSV-filerne")
    parser.add_argument("--igen", action="store_true", help="byg, også når intet er ændret")
    valg = parser.parse_args(argumenter)
    try:
        print_report(build(valg.out, valg.kilder, valg.igen))
    except (BygFejl, Optaget) as fejl:
        print(fejl, file=sys.stderr)
        return 2
    except DataFejl as fejl:
        print(fejl, file=sys.stderr)
        print(f"{len(fejl.fejl)} fejl. Databasen er ikke ændret.", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
