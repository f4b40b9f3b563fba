"""Reading CSV files into the tables of schema.sql, and saying everything that is wrong with them.

The rules are read from the schema itself (types, NOT NULL, CHECK, keys), so that a rule stands in one place only, and
the Danish explanation of a refused value is the comment of its column there.
"""

import csv
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import duckdb
import pyarrow as pa

from data.skema import DATASAET, RAEKKE, SENERE, Kolonne, Regel, columns, csv_columns, rules

# Of each kind of refusal in a file, so many are told: who sees these knows what to mend.
MOST_OF_A_KIND = 2000


@dataclass(frozen=True)
class Fejl:
    """One refused value: file, row (headings = row 1), column, the value as written, and what is wrong with it. Without
    a file the reason says all."""

    fil: str
    raekke: int
    kolonne: str
    vaerdi: str
    grund: str

    def __str__(self) -> str:
        if not self.fil:
            return self.grund
        hvor = f"{self.fil}, række {self.raekke}" if self.raekke else self.fil
        hvad = f", {self.kolonne}" if self.kolonne else ""
        vaerdi = f": »{self.vaerdi}«" if self.vaerdi else ""
        return f"{hvor}{hvad}{vaerdi}. {self.grund}"


class DataFejl(Exception):
    """The sources cannot be loaded. `fejl` holds every refused value, in the order of files and rows."""

    def __init__(self, fejl: list[Fejl]):
        self.fejl = fejl
        super().__init__("\n".join(str(en) for en in fejl))


def read_csv(
    sti: Path, kolonner: list[str], maa_mangle: tuple[str, ...] = ()
) -> tuple[dict[str, list[str | None]], list[Fejl]]:
    """The file's cells by column, plus `raekke`; empty cells are None, as those of a column that may be missing and is.
    Errors are returned, not raised.

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
        if navn not in overskrifter and navn not in maa_mangle
    ] + [
        Fejl(sti.name, 1, navn, "", "Kolonnen er ukendt eller står to gange i overskrifterne.")
        for nr, navn in enumerate(overskrifter)
        if navn not in kolonner or navn in overskrifter[:nr]
    ]
    if fejl:
        return celler, fejl
    numre, fyldte = [], []
    for nummer, raekke in enumerate(raekker, 2):
        if len(raekke) != len(overskrifter):
            if any(celle.strip() for celle in raekke):
                grund = f"Rækken har {len(raekke)} felter, men der er {len(overskrifter)} overskrifter."
                fejl.append(Fejl(sti.name, nummer, "", "", grund))
        elif "".join(raekke).strip():
            numre.append(nummer)
            fyldte.append(raekke)
    for navn, kolonne in zip(overskrifter, zip(*fyldte)):
        # each different cell once: a column holds few different words
        renset = {celle: celle.strip() or None for celle in set(kolonne)}
        celler[navn] = [renset[celle] for celle in kolonne]
    celler |= {navn: [None] * len(numre) for navn in kolonner if navn not in overskrifter}
    celler[RAEKKE] = numre
    return celler, fejl


@dataclass(frozen=True)
class Brud:
    """One refused value of a table, before it is said in which file: row, column, the value as written, the reason."""

    raekke: int
    kolonne: str
    vaerdi: str
    grund: str


def load(
    con: duckdb.DuckDBPyConnection, tabel: str, sti: Path, datasaet: str, afviste: frozenset[str] = frozenset()
) -> list[Fejl]:
    """Load one CSV file into its table; returns all refusals, and loads nothing when there is one.

    Tables in `afviste` were refused themselves. References to them are not judged, for one bad row there would make
    every row here look wrong, and rows that refer to them are not loaded.
    """
    celler, fejl = read_csv(sti, csv_columns(tabel), SENERE.get(tabel, ()))
    if fejl or not celler[RAEKKE]:
        return fejl
    haenger_paa_afviste = refers_to(tabel, afviste)
    if not haenger_paa_afviste and is_loaded_at_once(con, tabel, celler, datasaet):
        return []
    brud, gode = judge(con, tabel, celler, datasaet, dict.fromkeys(afviste))
    if not brud and not haenger_paa_afviste:
        gode.insert_into(tabel)
    return [Fejl(sti.name, en.raekke, en.kolonne, en.vaerdi, en.grund) for en in brud]


def is_loaded_at_once(con: duckdb.DuckDBPyConnection, tabel: str, celler: dict[str, list], datasaet: str) -> bool:
    """Load the rows as the schema itself allows: nearly always nothing is wrong, and asking rule by rule takes three
    times as long. When something is, nothing is loaded, and the rules are to say what."""
    skema = columns(tabel)
    raa = _as_text(con, skema, celler, datasaet)
    typet = raa.project(", ".join(f'CAST("{en.navn}" AS {en.type}) AS "{en.navn}"' for en in skema))
    # the database takes no two empty cells for the same value; these keys do
    unikke = [regel for regel in rules(tabel) if regel.art == "UNIQUE"]
    try:
        if any(_repeated(con, tabel, typet, regel) for regel in unikke):
            return False
        typet.insert_into(tabel)
    except (duckdb.ConstraintException, duckdb.ConversionException):
        return False
    return True


def _as_text(con: duckdb.DuckDBPyConnection, skema: tuple[Kolonne, ...], celler: dict[str, list], datasaet: str):
    """The cells as a relation of text, with the row numbers, and the dataset where the table has one."""
    data = {navn: pa.array(vaerdier, pa.string()) for navn, vaerdier in celler.items() if navn != RAEKKE}
    data[RAEKKE] = pa.array(celler[RAEKKE], pa.int32())
    if DATASAET not in data and any(en.navn == DATASAET for en in skema):
        data[DATASAET] = pa.array([datasaet] * len(celler[RAEKKE]), pa.string())
    return con.from_arrow(pa.table(data))


def judge(
    con: duckdb.DuckDBPyConnection,
    tabel: str,
    celler: dict[str, list],
    datasaet: str,
    maaltabeller: dict[str, duckdb.DuckDBPyRelation | None],
) -> tuple[list[Brud], duckdb.DuckDBPyRelation]:
    """Judge the cells of a table by the schema: every refused value, and the rows that can be read, typed.

    `celler` holds text (or None) by column, and the row numbers under `raekke`. References to a table of `maaltabeller`
    are judged by the rows given there, or not at all when it says None.
    """
    skema = columns(tabel)
    raa = _as_text(con, skema, celler, datasaet)
    forklaring = {en.navn: en.forklaring for en in skema if en.forklaring}
    brud = _unreadable(raa, skema, forklaring)
    laesbare = raa
    if brud:
        # the other rows are judged all the same, so that everything wrong is told at once
        laesbare = _without(con, raa, {en.raekke for en in brud})
    typet = laesbare.project(", ".join(f'TRY_CAST("{en.navn}" AS {en.type}) AS "{en.navn}"' for en in skema))
    # read once: every rule is a question of its own
    brud += _broken_rules(con, tabel, typet.materialize(), forklaring, maaltabeller)
    return sorted(brud, key=lambda en: (en.raekke, en.kolonne)), typet


def insert_without(
    con: duckdb.DuckDBPyConnection, tabel: str, raekker: duckdb.DuckDBPyRelation, uden: set[int]
) -> None:
    """Insert rows into their table, without those of the given row numbers."""
    (_without(con, raekker, uden) if uden else raekker).insert_into(tabel)


def _without(con: duckdb.DuckDBPyConnection, raekker: duckdb.DuckDBPyRelation, uden: set[int]):
    numre = con.from_arrow(pa.table({RAEKKE: pa.array(sorted(uden), pa.int32())}))
    return raekker.set_alias("r").join(numre.set_alias("u"), f"r.{RAEKKE} = u.{RAEKKE}", how="anti")


def refers_to(tabel: str, andre: frozenset[str]) -> bool:
    """Does a table refer to one of the others?"""
    return bool(andre) and any(regel.maaltabel in andre for regel in rules(tabel))


def _type_text(typen: str) -> str:
    """What a value must look like, for a column whose comment says nothing."""
    if typen.startswith("ENUM("):
        return "Skal være en af: " + typen[len("ENUM(") : -1].replace("'", "") + "."
    ord_for_typen = {"INTEGER": "et helt tal", "DATE": "en dato som 2019-05-20", "BOOLEAN": "0 eller 1"}
    return f"Skal være {ord_for_typen.get(typen, 'et tal med punktum som decimaltegn')}."


# A condition that a refused row fulfils, the column to show, and the reason. Conditions are composed of names and
# expressions that come from schema.sql, never of values from a file.
Betingelse = tuple[str, str, str]


def _unreadable(raa: duckdb.DuckDBPyRelation, skema: tuple[Kolonne, ...], forklaring: dict[str, str]) -> list[Brud]:
    """Values that are not of their column's type, and cells that must not be empty."""
    betingelser = [
        (
            f'"{en.navn}" IS NOT NULL AND TRY_CAST("{en.navn}" AS {en.type}) IS NULL',
            en.navn,
            forklaring.get(en.navn) or _type_text(en.type),
        )
        for en in skema
    ]
    betingelser += [
        (f'"{en.navn}" IS NULL', en.navn, forklaring.get(en.navn) or "Feltet skal være udfyldt.")
        for en in skema
        if not en.maa_vaere_tom
    ]
    return _fulfilling(raa, betingelser)


def _fulfilling(raekker: duckdb.DuckDBPyRelation, betingelser: list[Betingelse]) -> list[Brud]:
    """The rows that fulfil any of the conditions. Nearly always there are none, so all are asked at once first."""
    if not betingelser:
        return []
    ramte = raekker.filter(" OR ".join(f"({udtryk})" for udtryk, _, _ in betingelser))
    if next(ramte.iter_rows(), None) is None:
        return []
    return [en for udtryk, kolonne, grund in betingelser for en in _told(raekker.filter(udtryk), kolonne, grund)]


def _told(brud: duckdb.DuckDBPyRelation, kolonne: str, grund: str) -> list[Brud]:
    raekker = islice(brud.project(f'{RAEKKE}, CAST("{kolonne}" AS VARCHAR)').iter_rows(), MOST_OF_A_KIND)
    return [Brud(nummer, kolonne, vaerdi or "", grund) for nummer, vaerdi in raekker]


def _broken_rules(
    con: duckdb.DuckDBPyConnection,
    tabel: str,
    raekker: duckdb.DuckDBPyRelation,
    forklaring: dict[str, str],
    maaltabeller: dict[str, duckdb.DuckDBPyRelation | None],
) -> list[Brud]:
    """Every row that breaks a CHECK, a key or a reference of the table, found with the schema's own expressions."""
    alle = rules(tabel)
    raekker = raekker.set_alias("r")
    brud = _fulfilling(
        raekker,
        [
            (f"NOT ({en.udtryk})", en.kolonner[0], forklaring.get(en.kolonner[0]) or f"Ikke tilladt: {en.udtryk}")
            for en in alle
            if en.art == "CHECK"
        ],
    )
    for regel in alle:
        if regel.art == "FOREIGN KEY":
            maal = maaltabeller[regel.maaltabel] if regel.maaltabel in maaltabeller else con.table(regel.maaltabel)
            brud += [] if maal is None else _dangling(raekker, regel, maal, forklaring)
        elif regel.art in ("PRIMARY KEY", "UNIQUE"):
            brud += _repeated(con, tabel, raekker, regel)
    return brud


def _dangling(raekker, regel: Regel, maal: duckdb.DuckDBPyRelation, forklaring: dict[str, str]) -> list[Brud]:
    """Rows that refer to something that is not there."""
    par = " AND ".join(f'r."{egen}" = m."{deres}"' for egen, deres in zip(regel.kolonner, regel.maalkolonner))
    udfyldt = " AND ".join(f'"{navn}" IS NOT NULL' for navn in regel.kolonner)
    grund = forklaring.get(regel.kolonner[-1]) or f"Værdien findes ikke i {regel.maaltabel}.csv."
    brud = raekker.join(maal.set_alias("m"), par, how="anti").filter(udfyldt)
    return _told(brud, regel.kolonner[-1], grund)


def _repeated(con: duckdb.DuckDBPyConnection, tabel: str, raekker, regel: Regel) -> list[Brud]:
    """Rows whose key stands in an earlier row, or in the table already (a key that all datasets share).

    UNIQUE keys of the schema count an empty cell as a value here (a year row without a round is one row).
    """
    kolonne = next((k for k in regel.kolonner if k.endswith("_id") and k != "kilde_id"), regel.kolonner[-1])
    navne = ", ".join(k for k in regel.kolonner if k != DATASAET)
    noegle = ", ".join(f'"{navn}"' for navn in regel.kolonner)
    gange = raekker.project(f"*, row_number() OVER (PARTITION BY {noegle} ORDER BY {RAEKKE}) AS gang")
    brud = _told(gange.filter("gang > 1"), kolonne, f"Rækken står der allerede; {navne} skal være entydig.")
    if DATASAET in regel.kolonner or DATASAET not in (en.navn for en in columns(tabel)):
        return brud
    par = " AND ".join(f'r."{navn}" = m."{navn}"' for navn in regel.kolonner)
    optagne = raekker.set_alias("r").join(con.table(tabel).set_alias("m"), par, how="semi")
    return brud + _told(optagne, kolonne, f"Bruges allerede i et andet datasæt; {navne} skal være entydig.")
