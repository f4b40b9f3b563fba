"""Access to the data: one immutable in-memory copy of the database file per version, and a cursor per call.

The file is copied into memory and closed again, so that a new file can be moved into place at any time, by any process,
while readers go on with what they have. A snapshot never changes: a presentation in progress can hold on to its own.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data.grupper import FORSTAVELSE, UDENFOR, UDENFOR_NAVN, group

SQL = Path(__file__).resolve().parent
# About 20 kB each. Enough for every indicator, level and year of two datasets.
ANSWERS_KEPT = 4000
# Ten for each indicator, level and dataset when all are warm, and four for each area that somebody looks at.
MADE_KEPT = 12_000


@cache
def sql(navn: str) -> str:
    """The text of queries/<navn>.sql."""
    return (SQL / f"{navn}.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One version of the data. `version` is the hash of the sources it was built from.

    It never changes, so a question that was answered once is answered from memory: planning a query costs more than
    running it, and the same few are behind every map, ranking and trend.
    """

    version: str
    forbindelse: duckdb.DuckDBPyConnection
    _answers: Callable[[str, tuple], pd.DataFrame] = field(init=False, repr=False)
    _made: Callable[..., Any] = field(init=False, repr=False)
    _groups: threading.Lock = field(init=False, repr=False, default_factory=threading.Lock)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_answers", lru_cache(ANSWERS_KEPT)(partial(_run, self.forbindelse)))
        object.__setattr__(self, "_made", lru_cache(MADE_KEPT)(lambda byg, *valg: byg(*valg, self)))

    def once(self, byg: Callable[..., Any], *valg) -> Any:
        """What a pure function makes of some choices and this version: made once, shared by all who ask, and gone
        with the version. Never change it."""
        return self._made(byg, *valg)

    def frame(self, navn: str, parametre: dict | None = None) -> pd.DataFrame:
        """Run queries/<navn>.sql with bound parameters (a list as a tuple); integers that can be missing come as Int64.

        The frame is the caller's own: pandas copies what is written to.
        """
        niveau = (parametre or {}).get("niveau")
        if isinstance(niveau, str) and niveau.startswith(FORSTAVELSE):
            self.once(_make_room_for, niveau)
        return self._answers(navn, tuple((parametre or {}).items())).copy(deep=False)


def _make_room_for(kode: str, data: Snapshot) -> None:
    """Put the level that a user's own group makes beside the others. It changes no answer about any other level.

    Raises KeyError when the code names no group.
    """
    gruppe = group(kode)
    if gruppe is None:
        raise KeyError(kode)
    parametre = {
        "niveau": kode,
        "navn": gruppe.navn,
        "kommuner": list(gruppe.kommunekoder),
        "udenfor": UDENFOR,
        "udenfor_navn": UDENFOR_NAVN,
    }
    with data._groups, data.forbindelse.cursor() as cursor:
        if cursor.execute(sql("gruppe_findes"), {"niveau": kode}).fetchone()[0]:
            return
        cursor.begin()
        for saetning in cursor.extract_statements(sql("gruppe")):
            cursor.execute(saetning, {en: parametre[en] for en in saetning.named_parameters})
        cursor.commit()


def _run(forbindelse: duckdb.DuckDBPyConnection, navn: str, parametre: tuple) -> pd.DataFrame:
    """A DuckDB connection cannot be shared between threads; a cursor of its own for each call can."""
    with forbindelse.cursor() as cursor:
        lister = {en: list(vaerdi) if isinstance(vaerdi, tuple) else vaerdi for en, vaerdi in parametre}
        relation = cursor.execute(sql(navn), lister)
        heltal = [felt[0] for felt in relation.description if str(felt[1]) in ("BIGINT", "INTEGER")]
        ramme = relation.df()
    return ramme.astype({kolonne: "Int64" for kolonne in heltal})


class Database:
    """The newest good version of a database file. Safe to use from many threads."""

    def __init__(self, fil: Path, pause: float = 0):
        """`pause`: for so many seconds after a look at the file, nobody looks again. A script asks twenty times."""
        self.fil = Path(fil)
        self.pause = pause
        self._set = 0.0
        self._laas = threading.Lock()
        self._kendemaerke: tuple | None = None
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """The current version; reads the file anew when it was replaced. Raises FileNotFoundError without one."""
        nu = time.monotonic()
        if self._snapshot is not None and nu - self._set < self.pause:
            return self._snapshot
        stat = self.fil.stat()
        kendemaerke = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        if kendemaerke != self._kendemaerke:
            with self._laas:
                if kendemaerke != self._kendemaerke:
                    self._snapshot = _copy_into_memory(self.fil)
                    self._kendemaerke = kendemaerke
        self._set = nu
        return self._snapshot


def _copy_into_memory(fil: Path) -> Snapshot:
    con = duckdb.connect(":memory:")
    con.execute("ATTACH $fil AS fil (READ_ONLY)", {"fil": str(fil)})
    con.execute("COPY FROM DATABASE fil TO memory")
    con.execute("DETACH fil")
    version = con.execute("SELECT kildehash FROM bygning").fetchone()[0]
    return Snapshot(version, con)
