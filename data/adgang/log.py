"""Who did what to the own data, and who was refused: lines that are only ever added, in data/egne/adgang.log."""

import json
import logging
import os
import threading
import time
from collections import OrderedDict
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from data.adgang.bruger import Bruger
from data.pegepind import MAPPE

FIL = "adgang.log"
LOG = logging.getLogger(__name__)
# One who is refused again is told of once in so many seconds, and no more than so many lines an hour in all: a stranger
# must not fill the disk.
IGEN, FLEST_I_TIMEN, TIME = 600, 500, 3600
LAENGSTE = 120
# So much of the end of the file is read, to show the newest.
SIDSTE = 200_000


@dataclass(frozen=True)
class Post:
    """One line. tid: local time as ISO text; hvem: a mail, a name that was given, or the address asked from; handling:
    in words. Never what was asked for, nor a code or a link."""

    tid: str
    hvem: str
    rolle: str
    handling: str


class Afvisninger:
    """Which refusals are written: each at first, then now and then."""

    def __init__(self) -> None:
        self._laas = threading.Lock()
        self._skrevet: OrderedDict[tuple[str, str], float] = OrderedDict()
        self._seneste: list[float] = []

    def is_new(self, hvem: str, handling: str, nu: float | None = None) -> bool:
        """Is this one to be written? Then it counts as written."""
        nu = time.monotonic() if nu is None else nu
        with self._laas:
            self._seneste = [en for en in self._seneste if nu - en < TIME]
            foer = self._skrevet.get((hvem, handling))
            if (foer is not None and nu - foer < IGEN) or len(self._seneste) >= FLEST_I_TIMEN:
                return False
            self._skrevet[hvem, handling] = nu
            self._skrevet.move_to_end((hvem, handling))
            self._seneste.append(nu)
            while len(self._skrevet) > FLEST_I_TIMEN:
                self._skrevet.popitem(last=False)
            return True


_afvisninger = Afvisninger()


def note(bruger: Bruger, handling: str, nu: datetime, kilder: Path, hvem: str = "") -> None:
    """Write what that one did; hvem: what one calls oneself where nobody logs in. A disk that fails is told in the
    server's log and stops nobody: what was done is done."""
    navn = " ".join((bruger.navn or hvem.strip() or bruger.fra or "ukendt").split())[:LAENGSTE]
    post = Post(nu.isoformat(timespec="seconds"), navn, bruger.rolle.navn, handling)
    try:
        _append(kilder / MAPPE / FIL, json.dumps(asdict(post), ensure_ascii=False) + "\n")
    except OSError as fejl:
        LOG.error("The log of access cannot be written: %s", type(fejl).__name__)


def note_refusal(bruger: Bruger, handling: str, nu: datetime, kilder: Path) -> None:
    """Write that one was refused, unless that was written a moment ago."""
    if _afvisninger.is_new(bruger.navn or bruger.fra, handling):
        note(bruger, f"afvist: {handling}", nu, kilder)


def newest_entries(kilder: Path, hoejst: int) -> list[Post]:
    """The newest lines, the newest first; a line that cannot be read is left out. Raises OSError."""
    try:
        with open(kilder / MAPPE / FIL, "rb") as fil:
            fil.seek(max(0, fil.seek(0, os.SEEK_END) - SIDSTE))
            linjer = fil.read().decode("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return []
    poster = filter(None, map(_read, reversed(linjer)))
    return [post for post, _ in zip(poster, range(hoejst))]


def _read(linje: str) -> Post | None:
    try:
        post = Post(**json.loads(linje))
    except (ValueError, TypeError):
        return None
    return post if all(isinstance(en, str) for en in asdict(post).values()) else None


def _append(fil: Path, linje: str) -> None:
    """One write, so that two processes never write into each other's lines."""
    fil.parent.mkdir(parents=True, exist_ok=True)
    beskrivelse = os.open(fil, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(beskrivelse, linje.encode("utf-8", "replace"))
    finally:
        os.close(beskrivelse)
