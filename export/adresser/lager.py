"""Answers that are made once: kept by what was asked, the oldest let go when they fill too much."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass

# Two thousand phones ask for a few answers; a journalist goes through some hundred.
STOERST = 64_000_000


@dataclass(frozen=True)
class Svar:
    """An answer ready to be sent. krop: its bytes; pakket: the same gzipped, None when that is no shorter; maerke: what
    tells it from others (ETag), empty for one that is never kept; hoveder: the headers of both, but for length and
    encoding."""

    status: int
    krop: bytes
    pakket: bytes | None
    maerke: bytes
    hoveder: tuple[tuple[bytes, bytes], ...]

    @property
    def stoerrelse(self) -> int:
        """What it fills, in bytes."""
        return len(self.krop) + len(self.pakket or b"")


class Lager:
    """Answers by their question, at most so many bytes. Used by one event loop."""

    def __init__(self, stoerst: int = STOERST):
        self.stoerst = stoerst
        self.fyldt = 0
        self._svar: OrderedDict[Hashable, Svar] = OrderedDict()
        self._paa_vej: dict[Hashable, asyncio.Task[Svar]] = {}

    def kept(self, noegle: Hashable) -> Svar | None:
        """The answer if it is there."""
        if (svar := self._svar.get(noegle)) is not None:
            self._svar.move_to_end(noegle)
        return svar

    async def get(self, noegle: Hashable, make: Callable[[], Awaitable[Svar]]) -> Svar:
        """The answer, made when it is not there; all who ask meanwhile wait for the same one. One that is refused or
        fails is not kept, and who leaves takes it from nobody."""
        if (svar := self.kept(noegle)) is not None:
            return svar
        if (opgave := self._paa_vej.get(noegle)) is None:
            opgave = self._paa_vej[noegle] = asyncio.ensure_future(make())
            opgave.add_done_callback(lambda faerdig: self._made(noegle, faerdig))
        return await asyncio.shield(opgave)

    def _made(self, noegle: Hashable, opgave: asyncio.Task[Svar]) -> None:
        del self._paa_vej[noegle]
        if opgave.cancelled() or opgave.exception() is not None:
            return
        svar = opgave.result()
        if svar.status != 200 or svar.stoerrelse > self.stoerst:
            return
        self._svar[noegle] = svar
        self.fyldt += svar.stoerrelse
        while self.fyldt > self.stoerst:
            self.fyldt -= self._svar.popitem(last=False)[1].stoerrelse
