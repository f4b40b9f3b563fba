"""The base every import is judged on: a database in memory with all that is not the secretariat's own data.

It is made once per version of the shared sources, with what follows from them. A judgement loads the proposed rows in a
transaction that is always rolled back, and makes anew what follows from those, so the rules of schema.sql, afledt.sql
and kontrol/ are the very same as in the build.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import duckdb

from data.build import DATA, derive, source_hash
from data.indlaes.registre import Skema
from data.indlaesning import DataFejl, load
from data.tabeller import FAELLES_TABELLER, KILDER


class Grundlag:
    """Connection and schema. Use `attempt` to load rows: one at a time, and nothing stays."""

    def __init__(self, kilder: Path):
        self.con = duckdb.connect(":memory:")
        self.con.execute((DATA / "schema.sql").read_text(encoding="utf-8"))
        opgaver = [("kilde", mappe, datasaet) for mappe, datasaet in KILDER.items() if mappe != "egne"]
        opgaver += [(tabel, mappe, "faelles") for mappe, tabeller in FAELLES_TABELLER.items() for tabel in tabeller]
        for tabel, mappe, datasaet in opgaver:
            sti = kilder / mappe / f"{tabel}.csv"
            if sti.exists() and (fejl := load(self.con, tabel, sti, datasaet)):
                raise DataFejl(fejl)
        derive(self.con)
        self.skema = Skema(self.con)
        self._laas = threading.Lock()

    @contextmanager
    def attempt(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The connection in a transaction that is rolled back at the end."""
        with self._laas:
            self.con.execute("BEGIN")
            try:
                yield self.con
            finally:
                self.con.execute("ROLLBACK")


def base(kilder: Path = DATA) -> Grundlag:
    """The base for these sources. Raises DataFejl when the shared sources themselves are refused."""
    return _base(kilder, source_hash(kilder))


@lru_cache(maxsize=2)
def _base(kilder: Path, hash_: str) -> Grundlag:
    return Grundlag(kilder)
