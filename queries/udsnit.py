"""The own data of a database with fewer rows: what is left when the rest is taken away."""

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from data.build import derive_registers
from data.skema import RAEKKE
from data.tabeller import REGISTER_TABELLER
from queries.database import sql

# (table, row in its CSV file, headings = 1)
Raekke = tuple[str, int]
# Rows that go with those of another table: events with their tender, projects with their pool.
FOELGER = {
    "udbud_haendelse": ("udbud", "udbud_id"),
    "puljeprojekt": ("pulje", "pulje_id"),
    "maaltal": ("maalsaet", "maalsaet_id"),
}
# An event is never looked at by itself.
KUN_MED = {"udbud_haendelse"}


class Udsnit:
    """The own rows of a database in memory, which `keep` changes."""

    def __init__(self, con: duckdb.DuckDBPyConnection):
        self.con = con
        con.execute(sql("udsnit_gem"))

    def rows(self, tabeller: Sequence[str]) -> list[Raekke]:
        """The rows of these tables, without those that only go with others."""
        return [
            (tabel, nr)
            for tabel in REGISTER_TABELLER
            if tabel in tabeller and tabel not in KUN_MED
            for (nr,) in self.con.table(f"gemt_{tabel}").project(RAEKKE).order(RAEKKE).fetchall()
        ]

    def keep(self, raekker: Sequence[Raekke], tabeller: Sequence[str]) -> None:
        """Leave only `raekker` of these tables; other tables are whole, but for what goes with a row that is gone."""
        self.con.execute(sql("udsnit_toem"))
        for tabel in REGISTER_TABELLER:
            rester = self.con.table(f"gemt_{tabel}")
            if tabel in tabeller and tabel not in KUN_MED:
                numre = [nr for navn, nr in raekker if navn == tabel]
                valgte = self.con.from_arrow(pa.table({RAEKKE: pa.array(numre, pa.int32())}))
                rester = _those_in(rester, valgte, RAEKKE)
            if tabel in FOELGER:
                foraelder, noegle = FOELGER[tabel]
                rester = _those_in(rester, self.con.table(foraelder).filter("datasaet = 'egne'"), noegle)
            rester.insert_into(tabel)
        derive_registers(self.con)


def _those_in(raekker: duckdb.DuckDBPyRelation, andre: duckdb.DuckDBPyRelation, noegle: str) -> duckdb.DuckDBPyRelation:
    return raekker.set_alias("r").join(andre.set_alias("a"), f"r.{noegle} = a.{noegle}", how="semi")
