"""Small disks of one's own that can be made full or read-only, where the system lets one mount (Linux, as root)."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BALLAST = "ballast"


class KanIkkeMontere(Exception):
    """The system does not let us mount."""


def _run(*kommando: str | Path) -> None:
    try:
        subprocess.run([str(del_) for del_ in kommando], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as fejl:
        sagt = getattr(fejl, "stderr", b"").decode(errors="replace").strip() or str(fejl)
        raise KanIkkeMontere(sagt.splitlines()[0]) from fejl


@contextmanager
def disk(sted: Path, plads: int) -> Iterator[Path]:
    """A disk of so many bytes at `sted`, empty, for as long as it lasts. Raises KanIkkeMontere."""
    sted.mkdir(parents=True, exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={plads},mode=755", "tmpfs", sted)
    try:
        yield sted
    finally:
        unmount(sted)


def unmount(sted: Path) -> None:
    """Take away what was mounted there last."""
    _run("umount", "-l", sted)


def is_allowed() -> str:
    """Why nothing can be mounted here; "" when it can."""
    with tempfile.TemporaryDirectory() as mappe:
        try:
            with disk(Path(mappe) / "disk", 4096), read_only(Path(mappe) / "disk"):
                return ""
        except KanIkkeMontere as fejl:
            return str(fejl)


def used(sted: Path) -> int:
    """Bytes in use on the disk there."""
    tal = os.statvfs(sted)
    return (tal.f_blocks - tal.f_bfree) * tal.f_frsize


def leave_free(sted: Path, plads: int) -> None:
    """Make the disk so small that only so many bytes are free."""
    _run("mount", "-o", f"remount,size={used(sted) + plads}", sted)


@contextmanager
def read_only(sted: Path) -> Iterator[None]:
    """Inside, nothing under `sted` can be written, by processes that run already too. A mount of its own on top: a disk
    on which a file (the lock) is open for writing cannot be made read-only itself."""
    mount_read_only(sted)
    try:
        yield
    finally:
        unmount(sted)


def mount_read_only(sted: Path | str) -> None:
    """As `read_only`, until it is unmounted."""
    _run("mount", "-o", "bind,ro", sted, sted)


@contextmanager
def full(sted: Path, plads: int = 0) -> Iterator[None]:
    """Inside, a file of someone else leaves so many bytes free on the disk."""
    fil = sted / BALLAST
    tal = os.statvfs(sted)
    with open(fil, "wb") as ud:
        if (laengde := tal.f_bfree * tal.f_frsize - plads) > 0:
            os.posix_fallocate(ud.fileno(), 0, laengde)
    try:
        yield
    finally:
        fil.unlink()
