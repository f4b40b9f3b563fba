"""One writer at a time: a lock between processes and threads that dies with its holder, also on kill -9."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


class Optaget(Exception):
    """Someone else is writing, and went on for as long as we cared to wait. The text is for the user."""


@contextmanager
def locked(fil: Path, vent: float) -> Iterator[None]:
    """Hold the lock file alone. Waits at most `vent` seconds, then raises Optaget; OSError when the disk cannot lock.

    The file is never removed, and no other kind of lock takes its place where the disk knows none: that would outlive
    a holder that is killed.
    """
    laas = FileLock(fil, timeout=vent, preserve_lock_file=True)
    try:
        laas.acquire()
    except Timeout:
        raise Optaget("En anden er ved at indlæse data. Vent et øjeblik, og prøv igen; intet er ændret.") from None
    try:
        yield
    finally:
        laas.release()
