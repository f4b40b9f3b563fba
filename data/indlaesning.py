"""Reading CSV files into the tables of schema.sql, and saying everything that is wrong with them.

The rules are read from the schema itself (types, NOT NULL, CHECK, keys), so that a rule stands in one place only, and
the Danish explanation of a refused value is the comment of its column there.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

# Columns that the loader adds; they are not in the CSV files.
DATASAET, RAEKKE = "datasaet", "raekke"


@dataclass(frozen=True)
class Fejl:
    """One refused value: file, row (headings = row 1), column, the value as written, and what is wrong with it."""

    fil: str
    raekke: int
    kolonne: str
    vaerdi: str
    grund: str

    def __str__(self) -> str:
        hvor = f"{self.fil}, række {self.raekke}" if self.raekke else self.fil
        hvad = f", {self.kolonne}" if self.kolonne else ""
        vaerdi = f": »{self.vaerdi}«" if self.vaerdi else ""
        return f"{hvor}{hvad}{vaerdi}. {self.grund}"


class DataFejl(Exception):
    """The sources cannot be loaded. `fejl` holds every refused value, in the order of files and rows."""

    def __init__(self, fejl: list[Fejl]):
        self.fejl = fejl
        super().__init__("\n".join(str(en) for en in fejl))


def csv_columns(con: duckdb.DuckDBPyConnection, tabel: str) -> list[str]:
    """The columns a CSV file for the table must have: those of the schema without the ones the loader adds.

    `datasaet` belongs in the file where it is a plain fact of the row (the table of completeness).
    """
    navne = con.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = $tabel ORDER BY column_index", {"tabel": tabel}
    ).fetchall()
    tilfoejede = {RAEKKE} if tabel == "fuldstaendighed" else {RAEKKE, DATASAET}
    return [navn for (navn,) in navne if navn not in tilfoejede]


def read_csv(sti: Path, kolonner: list[str]) -> tuple[dict[str, list[str | None]], list[Fejl]]:
    """The file's cells by column, plus `raekke`; empty cells are None. Errors are returned, not raised.

    Row numbers are those a spreadsheet shows: the headings are row 1.
    """
    celler: dict[str, list] = {navn: [] for navn in (*kolonner, RAEKKE)}
    try:
        with open(sti, encoding="utf-8-sig", newline="") as fil:
            raekker = list(csv.reader(fil, strict=True))
    except UnicodeDecodeError:
        return celler, [Fejl(sti.name, 0, "", "", "Filen er ikke gemt som UTF-8; gem den igen med kodningen UTF-8.")]
    except csv.Error as fejl:
        return celler, [Fejl(sti.name, 0, "", "", f"Filen kan ikke læses som CSV ({fejl}); se efter anførselstegn.")]
    if not raekker:
        return celler, [Fejl(sti.name, 0, "", "", "Filen er tom; første række skal være overskrifterne.")]
    overskrifter, *raekker = raekker
    fejl = [
        Fejl(sti.name, 1, navn, "", "Kolonnen mangler i overskrifterne.")
        for navn in kolonner
        if navn not in overskrifter
    ] + [
        Fejl(sti.name, 1, navn, "", "Kolonnen er ukendt eller står to gange i overskrifterne.")
        for nr, navn in enumerate(overskrifter)
        if navn not in kolonner or navn in overskrifter[:nr]
    ]
    if fejl:
        return celler, fejl
    for nummer, raekke in enumerate(raekker, 2):
        if not any(celle.strip() for celle in raekke):
            continue
        if len(raekke) != len(overskrifter):
            grund = f"Rækken har {len(raekke)} felter, men der er {len(overskrifter)} overskrifter."
            fejl.append(Fejl(sti.name, nummer, "", "", grund))
            continue
        for navn, celle in zip(overskrifter, raekke, strict=True):
            celler[navn].append(celle.strip() or None)
        celler[RAEKKE].append(nummer)
    return celler, fejl


def load(
    con: duckdb.DuckDBPyConnection, tabel: str, sti: Path, datasaet: str, afviste: frozenset[str] = frozenset()
) -> list[Fejl]:
    """Load one CSV file into its table; returns all refusals, and loads nothing when there is one.

    Tables in `afviste` were refused themselves. References to them are not judged, for one bad row there would make
    every row here look wrong, and rows that refer to them are not loaded.
    """
    kolonner = csv_columns(con, tabel)
    celler, fejl = read_csv(sti, kolonner)
    if fejl or not celler[RAEKKE]:
        return fejl
    data = {navn: pa.array(celler[navn], pa.string()) for navn in kolonner}
    data[RAEKKE] = pa.array(celler[RAEKKE], pa.int32())
    skema = con.execute(
        "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() WHERE table_name = $tabel "
        "ORDER BY column_index",
        {"tabel": tabel},
    ).fetchall()
    if DATASAET not in data and any(navn == DATASAET for navn, *_ in skema):
        data[DATASAET] = pa.array([datasaet] * len(celler[RAEKKE]), pa.string())
    raa = con.from_arrow(pa.table(data))
    forklaring = {navn: tekst for navn, _, _, tekst in skema if tekst}

    fejl = [
        Fejl(sti.name, nummer, navn, vaerdi, forklaring.get(navn) or _type_text(typen))
        for navn, typen, _, _ in skema
        for nummer, vaerdi in raa.filter(f'"{navn}" IS NOT NULL AND TRY_CAST("{navn}" AS {typen}) IS NULL')
        .project(f'{RAEKKE}, "{navn}"')
        .fetchall()
    ] + [
        Fejl(sti.name, nummer, navn, "", forklaring.get(navn) or "Feltet skal være udfyldt.")
        for navn, _, maa_vaere_tom, _ in skema
        if not maa_vaere_tom
        for (nummer,) in raa.filter(f'"{navn}" IS NULL').project(RAEKKE).fetchall()
    ]
    laesbare = raa
    if fejl:
        # the other rows are judged all the same, so that everything wrong is told at once
        daarlige = ", ".join(str(en.raekke) for en in fejl)
        laesbare = raa.filter(f"{RAEKKE} NOT IN ({daarlige})")
    typet = laesbare.project(", ".join(f'TRY_CAST("{navn}" AS {typen}) AS "{navn}"' for navn, typen, _, _ in skema))
    fejl += _broken_rules(con, tabel, typet, sti.name, forklaring, afviste)
    if not fejl and not refers_to(con, tabel, afviste):
        typet.insert_into(tabel)
    return sorted(fejl, key=lambda en: (en.raekke, en.kolonne))


def refers_to(con: duckdb.DuckDBPyConnection, tabel: str, andre: frozenset[str]) -> bool:
    """Does a table refer to one of the others?"""
    maal = con.execute(
        "SELECT referenced_table FROM duckdb_constraints() "
        "WHERE table_name = $tabel AND constraint_type = 'FOREIGN KEY'",
        {"tabel": tabel},
    ).fetchall()
    return any(navn in andre for (navn,) in maal)


def _type_text(typen: str) -> str:
    """What a value must look like, for a column whose comment says nothing."""
    if typen.startswith("ENUM("):
        return "Skal være en af: " + typen[len("ENUM(") : -1].replace("'", "") + "."
    ord_for_typen = {"INTEGER": "et helt tal", "DATE": "en dato som 2019-05-20", "BOOLEAN": "0 eller 1"}
    return f"Skal være {ord_for_typen.get(typen, 'et tal med punktum som decimaltegn')}."


def _broken_rules(
    con: duckdb.DuckDBPyConnection,
    tabel: str,
    raekker: duckdb.DuckDBPyRelation,
    fil: str,
    forklaring: dict[str, str],
    afviste: frozenset[str],
) -> list[Fejl]:
    """Every row that breaks a CHECK, a key or a reference of the table, found with the schema's own expressions.

    Filters are composed of names and expressions that come from schema.sql, never of values from a file.
    """
    regler = con.execute(
        "SELECT constraint_type, expression, constraint_column_names, referenced_table, referenced_column_names "
        "FROM duckdb_constraints() WHERE table_name = $tabel AND constraint_type <> 'NOT NULL'",
        {"tabel": tabel},
    ).fetchall()
    fejl = []
    for art, udtryk, kolonner, maaltabel, maalkolonner in regler:
        kolonne = kolonner[-1] if art in ("FOREIGN KEY", "PRIMARY KEY", "UNIQUE") else kolonner[0]
        if art == "CHECK":
            brud = raekker.filter(f"NOT ({udtryk})")
            grund = forklaring.get(kolonne) or "Værdien er ikke tilladt: " + udtryk
        elif art == "FOREIGN KEY" and maaltabel in afviste:
            continue
        elif art == "FOREIGN KEY":
            par = " AND ".join(f'r."{egen}" = m."{deres}"' for egen, deres in zip(kolonner, maalkolonner, strict=True))
            udfyldt = " AND ".join(f'"{navn}" IS NOT NULL' for navn in kolonner)
            brud = raekker.filter(udfyldt).set_alias("r").join(con.table(maaltabel).set_alias("m"), par, how="anti")
            grund = forklaring.get(kolonne) or f"Værdien findes ikke i {maaltabel}.csv."
        else:
            # UNIQUE keys of the schema count an empty cell as a value here (a year row without a round is one row).
            noegle = ", ".join(f'"{navn}"' for navn in kolonner)
            brud = raekker.project(f"*, row_number() OVER (PARTITION BY {noegle} ORDER BY {RAEKKE}) AS gang")
            brud = brud.filter("gang > 1")
            kolonne = next((k for k in kolonner if k.endswith("_id") and k != "kilde_id"), kolonne)
            grund = (
                "Rækken står der allerede; " + ", ".join(k for k in kolonner if k != DATASAET) + " skal være entydig."
            )
        fejl += [
            Fejl(fil, nummer, kolonne, "" if vaerdi is None else vaerdi, grund)
            for nummer, vaerdi in brud.project(f'{RAEKKE}, CAST("{kolonne}" AS VARCHAR)').fetchall()
        ]
    return fejl
