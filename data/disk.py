"""Writing so that it stays written, and what a disk or a database that fails is called in Danish."""

import errno
import os
from pathlib import Path

import duckdb

GRUNDE = {
    errno.ENOSPC: "disken er fuld",
    errno.EDQUOT: "kvoten på disken er brugt op",
    errno.EFBIG: "filen ville blive større, end systemet tillader",
    errno.EROFS: "disken er skrivebeskyttet",
    errno.EACCES: "der mangler rettigheder til mappen eller filen",
    errno.EPERM: "der mangler rettigheder til mappen eller filen",
    errno.EIO: "disken svarer med fejl",
    errno.ENOENT: "filen eller mappen findes ikke",
    errno.ENOTDIR: "der ligger en fil, hvor der skulle være en mappe",
    errno.EISDIR: "der ligger en mappe, hvor der skulle være en fil",
    errno.EMFILE: "for mange filer er åbne på én gang",
    errno.ENFILE: "for mange filer er åbne på én gang",
    errno.EBUSY: "filen er i brug af et andet program",
    errno.ENOMEM: "der er ikke hukommelse nok",
    errno.ESTALE: "netværksdrevet svarer ikke",
}


def reason(fejl: BaseException) -> str:
    """Why a disk or DuckDB refused, in Danish words that stand inside a sentence."""
    if isinstance(fejl, OSError):
        return GRUNDE.get(fejl.errno) or f"fejl {fejl.errno or type(fejl).__name__} fra systemet"
    tekst = str(fejl).lower()
    # DuckDB passes the system's own words on, as a part of its message.
    for nummer, grund in GRUNDE.items():
        if os.strerror(nummer).lower() in tekst:
            return grund
    if isinstance(fejl, (duckdb.OutOfMemoryException, MemoryError)):
        return "der er ikke hukommelse nok"
    if isinstance(fejl, duckdb.IOException):
        return "databasefilen kan ikke læses eller skrives"
    return f"fejl i databasen, {type(fejl).__name__}"


def nothing_changed(hvad: str, fejl: BaseException) -> str:
    """A whole sentence about what could not be done ("Versionen kan ikke gemmes"), and that all is as it was."""
    grund = reason(fejl)
    raad = " Gør plads, og prøv igen." if grund in (GRUNDE[errno.ENOSPC], GRUNDE[errno.EDQUOT]) else ""
    return f"{hvad}: {grund}. Intet er ændret.{raad}"


def write_file(sti: Path, indhold: bytes) -> None:
    """Write a whole file, and wait until it has reached the disk."""
    with open(sti, "wb") as fil:
        fil.write(indhold)
        fil.flush()
        os.fsync(fil.fileno())


def sync_folder(mappe: Path) -> None:
    """Make a rename reach the disk, where folders can be synced (not on Windows)."""
    if os.name == "posix":
        beskrivelse = os.open(mappe, os.O_RDONLY)
        try:
            os.fsync(beskrivelse)
        finally:
            os.close(beskrivelse)
