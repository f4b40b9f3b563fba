"""The own data of a database with fewer rows: what is left when the rest is taken away."""

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from data.build import REGISTER_TABELLER, derive_registers
from data.skema import RAEKKE

# (table, row in its CSV file, headings = 1)
Raekke = tuple[str, int]
# Rows that go with those of another table: events with their tender, projects with their pool.
FOELGER = {"udbud_haendelse": ("udbud", "udbud_id"), "puljeprojekt": ("pulje", "pulje_id")}
# An event is never looked at by itself.
KUN_MED = {"udbud_haendelse"}


class Udsnit:
    """The own rows of a database in memory, which `keep` changes. Names in its SQL are those of the schema."""

    def __init__(self, con: duckdb.DuckDBPyConnection, datasaet: str = "egne"):
        self.con, self.datasaet = con, datasaet
        for tabel in REGISTER_TABELLER:
            con.execute(
                f"CREATE TEMP TABLE gemt_{tabel} AS SELECT * FROM {tabel} WHERE datasaet = $datasaet", self._navn
            )

    @property
    def _navn(self) -> dict[str, str]:
        return {"datasaet": self.datasaet}

    def rows(self, tabeller: Sequence[str]) -> list[Raekke]:
        """The rows of these tables, without those that only go with others."""
        return [
            (tabel, nr)
            for tabel in REGISTER_TABELLER
            if tabel in tabeller and tabel not in KUN_MED
            for (nr,) in self.con.execute(f"SELECT {RAEKKE} FROM gemt_{tabel} ORDER BY {RAEKKE}").fetchall()
        ]

    def keep(self, raekker: Sequence[Raekke], tabeller: Sequence[str]) -> None:
        """Leave only `raekker` of these tables; other tables are whole, but for what goes with a row that is gone."""
        for tabel in reversed(REGISTER_TABELLER):
            self.con.execute(f"DELETE FROM {tabel} WHERE datasaet = $datasaet", self._navn)
        for tabel in REGISTER_TABELLER:
            betingelser = ["true"]
            if tabel in tabeller and tabel not in KUN_MED:
                numre = [nr for navn, nr in raekker if navn == tabel]
                valgt = self.con.from_arrow(pa.table({"nr": pa.array(numre, pa.int32())}))
                valgt.create_view("valgt", replace=True)
                betingelser.append(f"{RAEKKE} IN (SELECT nr FROM valgt)")
            if tabel in FOELGER:
                foraelder, noegle = FOELGER[tabel]
                betingelser.append(f"{noegle} IN (SELECT {noegle} FROM {foraelder} WHERE datasaet = $datasaet)")
            hvor = " AND ".join(betingelser)
            parametre = self._navn if "$datasaet" in hvor else None
            self.con.execute(f"INSERT INTO {tabel} SELECT * FROM gemt_{tabel} WHERE {hvor}", parametre)
        derive_registers(self.con)
