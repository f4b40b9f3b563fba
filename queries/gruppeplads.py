"""Room for users' own groups beside the levels of a snapshot. A link holds a whole group, so anyone can ask for any
number of them; only so many stand there at a time."""

import threading
from collections import Counter, OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from data.grupper import UDENFOR, UDENFOR_NAVN, group

SQL = Path(__file__).resolve().parent
# Each is 345 rows.
GROUPS_KEPT = 200


class Gruppeplads:
    """The groups that stand in a database. Safe to use from many threads."""

    def __init__(self, forbindelse: duckdb.DuckDBPyConnection):
        self._forbindelse = forbindelse
        self._laas = threading.Lock()
        self._plads: OrderedDict[str, None] = OrderedDict()
        self._i_brug: Counter[str] = Counter()

    @contextmanager
    def room(self, kode: str) -> Iterator[None]:
        """The level that a group makes stands there for as long as this lasts. It changes no answer about any other
        level. Raises KeyError when the code names no group."""
        with self._laas:
            self._i_brug[kode] += 1
            try:
                self._make(kode)
            except BaseException:
                self._let_go(kode)
                raise
        try:
            yield
        finally:
            with self._laas:
                self._let_go(kode)

    def _let_go(self, kode: str) -> None:
        self._i_brug[kode] -= 1
        if not self._i_brug[kode]:
            del self._i_brug[kode]

    def _make(self, kode: str) -> None:
        if kode in self._plads:
            self._plads.move_to_end(kode)
            return
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
        with self._forbindelse.cursor() as cursor:
            cursor.begin()
            for saetning in cursor.extract_statements((SQL / "gruppe.sql").read_text(encoding="utf-8")):
                cursor.execute(saetning, {en: parametre[en] for en in saetning.named_parameters})
            cursor.commit()
            self._plads[kode] = None
            for gammel in [en for en in self._plads if not self._i_brug[en]][: max(len(self._plads) - GROUPS_KEPT, 0)]:
                self._remove(cursor, gammel)

    def _remove(self, cursor: duckdb.DuckDBPyConnection, kode: str) -> None:
        cursor.begin()
        for saetning in cursor.extract_statements((SQL / "gruppe_vaek.sql").read_text(encoding="utf-8")):
            cursor.execute(saetning, {"niveau": kode})
        cursor.commit()
        del self._plads[kode]
