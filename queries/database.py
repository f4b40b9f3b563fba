"""Access to the data: one immutable in-memory copy of the database file per version, and a cursor per call.

The file is copied into memory and closed again, so that a new file can be moved into place at any time, by any process,
while readers go on with what they have. A snapshot never changes: a presentation in progress can hold on to its own.
"""

import logging
import threading
import time
import weakref
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data.disk import reason
from data.grupper import FORSTAVELSE
from queries.gruppeplads import Gruppeplads

LOG = logging.getLogger(__name__)
SQL = Path(__file__).resolve().parent
# About 20 kB each. Enough for every indicator, level and year of two datasets.
ANSWERS_KEPT = 4000
# Ten for each indicator, level and dataset when all are warm, five for each of these in each area (ui/opvarmning.py),
# and as many again for what somebody looks at.
MADE_KEPT = 40_000
# A file that cannot be read is tried again after so many seconds, though it looks the same.
TRY_AGAIN_SECONDS = 5


@cache
def sql(navn: str) -> str:
    """The text of queries/<navn>.sql."""
    return (SQL / f"{navn}.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One version of the data. `version` is the hash of the sources it was built from; `aaben`: it was built without
    the own data, for those who may not see them, so nothing may fetch them from elsewhere for it.

    It never changes, so a question that was answered once is answered from memory: planning a query costs more than
    running it, and the same few are behind every map, ranking and trend.
    """

    version: str
    forbindelse: duckdb.DuckDBPyConnection
    aaben: bool = False
    _answers: Callable[[str, tuple], pd.DataFrame] = field(init=False, repr=False)
    _made: Callable[..., Any] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        spoerg = partial(_run, self.forbindelse, Gruppeplads(self.forbindelse))
        object.__setattr__(self, "_answers", lru_cache(ANSWERS_KEPT)(spoerg))
        # What is remembered must not hold on to the snapshot: the collector sees no ring in a frozen heap.
        selv = weakref.ref(self)
        object.__setattr__(self, "_made", lru_cache(MADE_KEPT)(lambda byg, *valg: byg(*valg, selv())))

    def once(self, byg: Callable[..., Any], *valg) -> Any:
        """What a pure function makes of some choices and this version: made once, shared by all who ask, and gone
        with the version. Never change it."""
        return self._made(byg, *valg)

    def forget(self) -> None:
        """Let go of what was made: on another day the same is asked with other choices."""
        self._made.cache_clear()

    def frame(self, navn: str, parametre: dict | None = None) -> pd.DataFrame:
        """Run queries/<navn>.sql with bound parameters (a list as a tuple); integers that can be missing come as Int64.

        The frame is the caller's own: pandas copies what is written to.
        """
        return self._answers(navn, tuple((parametre or {}).items())).copy(deep=False)


def _run(forbindelse: duckdb.DuckDBPyConnection, grupper: Gruppeplads, navn: str, parametre: tuple) -> pd.DataFrame:
    """A DuckDB connection cannot be shared between threads; a cursor of its own for each call can."""
    lister = {en: list(vaerdi) if isinstance(vaerdi, tuple) else vaerdi for en, vaerdi in parametre}
    niveau = lister.get("niveau")
    er_gruppe = isinstance(niveau, str) and niveau.startswith(FORSTAVELSE)
    with grupper.room(niveau) if er_gruppe else nullcontext(), forbindelse.cursor() as cursor:
        relation = cursor.execute(sql(navn), lister)
        heltal = [felt[0] for felt in relation.description if str(felt[1]) in ("BIGINT", "INTEGER")]
        ramme = relation.df()
    return ramme.astype({kolonne: "Int64" for kolonne in heltal})


class Database:
    """The newest good version of a database file. Safe to use from many threads.

    When the file is gone or cannot be read, the last good version goes on, the log says so once, and `mist` is called:
    whoever can make the file anew does it elsewhere. `tabt` says in Danish what is wrong, "" when nothing is;
    `kendemaerke` tells the file that was read last from others.
    """

    def __init__(self, fil: Path, pause: float = 0, mist: Callable[[], None] = lambda: None, aaben: bool = False):
        """`pause`: for so many seconds after a look at the file, nobody looks again. A script asks twenty times.
        `aaben`: the file holds no own data."""
        self.fil = Path(fil)
        self.aaben = aaben
        self.pause = pause
        self.mist = mist
        self.tabt = ""
        self._set = 0.0
        self._igen = 0.0
        self._laas = threading.Lock()
        self.kendemaerke: tuple | None = None
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """The current version; reads the file anew when it was replaced. Without any version before: raises
        FileNotFoundError when there is no file, duckdb.Error or OSError when it cannot be read."""
        nu = time.monotonic()
        if self._snapshot is not None and nu - self._set < self.pause:
            return self._snapshot
        try:
            stat = self.fil.stat()
            kendemaerke = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        except OSError:
            if self._snapshot is None:
                raise
            kendemaerke = None
        if kendemaerke != self.kendemaerke or (self.tabt and nu >= self._igen):
            with self._laas:
                if kendemaerke != self.kendemaerke or (self.tabt and nu >= self._igen):
                    self._look_again(kendemaerke)
        self._set = nu
        return self._snapshot

    def _look_again(self, kendemaerke: tuple | None) -> None:
        try:
            ny = _copy_into_memory(self.fil, self.aaben)
        except (OSError, duckdb.Error) as fejl:
            if self._snapshot is None:
                raise
            tabt = reason(fejl) if kendemaerke else "filen findes ikke"
            if tabt != self.tabt:
                LOG.error(
                    "The database file cannot be used (%s); version %s goes on", tabt, self._snapshot.version[:12]
                )
            self.tabt, self._igen = tabt, time.monotonic() + TRY_AGAIN_SECONDS
            self.kendemaerke = kendemaerke
            self.mist()
            return
        if self.tabt:
            LOG.warning("The database file can be used again")
        self.tabt = ""
        # The same sources give the same answers; those that were found need not be found again.
        if self._snapshot is None or self._snapshot.version != ny.version:
            self._snapshot = ny
        self.kendemaerke = kendemaerke


def _copy_into_memory(fil: Path, aaben: bool) -> Snapshot:
    """Raises OSError or duckdb.Error when this is no database of ours."""
    fil.stat()  # DuckDB tells of a file that is not there in words that differ by version
    con = duckdb.connect(":memory:")
    con.execute("ATTACH $fil AS fil (READ_ONLY)", {"fil": str(fil)})
    con.execute("COPY FROM DATABASE fil TO memory")
    con.execute("DETACH fil")
    raekke = con.execute("SELECT kildehash FROM bygning").fetchone()
    if raekke is None:
        raise duckdb.IOException("no build is named")
    return Snapshot(raekke[0], con, aaben)
