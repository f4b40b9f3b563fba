"""One writer at a time: a lock between processes and threads that dies with its holder, also on kill -9."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ModuleNotFoundError:  # Windows
    fcntl = None
    import msvcrt

PAUSE = 0.05


class Optaget(Exception):
    """Someone else is writing, and went on for as long as we cared to wait. The text is for the user."""


@contextmanager
def locked(fil: Path, vent: float) -> Iterator[None]:
    """Hold the lock file alone. Waits at most `vent` seconds, then raises Optaget. The file itself is never removed:
    a lock on a removed file keeps nobody out."""
    beskrivelse = os.open(fil, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        udloeb = time.monotonic() + vent
        while not _taken(beskrivelse):
            if time.monotonic() >= udloeb:
                raise Optaget("En anden er ved at indlæse data. Vent et øjeblik, og prøv igen; intet er ændret.")
            time.sleep(PAUSE)
        yield
    finally:
        os.close(beskrivelse)  # lets go of the lock


def _taken(beskrivelse: int) -> bool:
    try:
        if fcntl:
            fcntl.flock(beskrivelse, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            msvcrt.locking(beskrivelse, msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    return True
