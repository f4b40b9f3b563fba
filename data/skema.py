"""What schema.sql declares of its tables, read from the database itself, so that a rule stands in one place only."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

SKEMA = Path(__file__).resolve().parent / "schema.sql"
# Columns that the loader adds; they are not in the CSV files.
DATASAET, RAEKKE = "datasaet", "raekke"
# Columns younger than versions of the own data that may be in use: the files of those lack them, and they are empty.
SENERE = {
    "noegletal_katalog": ("naeste_gennemgang", "andre_navne"),
    "udbud": ("laege_klar",),
    "klinik": (
        "kapaciteter",
        "planlagt_konvertering_dato",
        "planlagt_konvertering_praecision",
        "konvertering_lovet_af",
        "konvertering_lovet_dato",
        "konvertering_lovet_praecision",
        "kontraktudloeb_dato",
        "kontraktudloeb_praecision",
        "kontakt_dato",
        "kontakt_praecision",
    ),
}


@dataclass(frozen=True)
class Kolonne:
    """A column as schema.sql declares it. `forklaring` is its comment, "" without one."""

    navn: str
    type: str
    maa_vaere_tom: bool
    forklaring: str


@dataclass(frozen=True)
class Regel:
    """A rule of a table: `art` is CHECK, PRIMARY KEY, UNIQUE or FOREIGN KEY; what it does not have is empty."""

    art: str
    udtryk: str
    kolonner: tuple[str, ...]
    maaltabel: str
    maalkolonner: tuple[str, ...]


def columns(tabel: str) -> tuple[Kolonne, ...]:
    """The columns of a table in the order of schema.sql; () for a table that is not there."""
    return _declared()[0].get(tabel, ())


def rules(tabel: str) -> tuple[Regel, ...]:
    """The rules of a table besides NOT NULL."""
    return _declared()[1].get(tabel, ())


def csv_columns(tabel: str) -> list[str]:
    """The columns a CSV file for the table must have: those of the schema without the ones the loader adds.

    `datasaet` belongs in the file where it is a plain fact of the row (the table of completeness).
    """
    tilfoejede = {RAEKKE} if tabel == "fuldstaendighed" else {RAEKKE, DATASAET}
    return [en.navn for en in columns(tabel) if en.navn not in tilfoejede]


@cache
def _declared() -> tuple[dict[str, tuple[Kolonne, ...]], dict[str, tuple[Regel, ...]]]:
    """Columns and rules by table. Asked once: of every table in every build it was a third of the build."""
    with duckdb.connect(":memory:") as con:
        con.execute(SKEMA.read_text(encoding="utf-8"))
        kolonner = con.execute(
            "SELECT table_name, column_name, data_type, is_nullable, coalesce(comment, '') FROM duckdb_columns() "
            "ORDER BY table_name, column_index"
        ).fetchall()
        regler = con.execute(
            "SELECT table_name, constraint_type, expression, constraint_column_names, referenced_table, "
            "referenced_column_names FROM duckdb_constraints() WHERE constraint_type <> 'NOT NULL'"
        ).fetchall()
    kolonner_i: dict[str, tuple[Kolonne, ...]] = {}
    for tabel, *raekke in kolonner:
        kolonner_i[tabel] = (*kolonner_i.get(tabel, ()), Kolonne(*raekke))
    regler_i: dict[str, tuple[Regel, ...]] = {}
    for tabel, art, udtryk, navne, maal, maalkolonner in regler:
        regel = Regel(art, udtryk or "", tuple(navne), maal or "", tuple(maalkolonner or ()))
        regler_i[tabel] = (*regler_i.get(tabel, ()), regel)
    return kolonner_i, regler_i
