"""A copy as a file: a zip of what is the site's own, with the hash of each file, so that a broken one is known."""

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO

from data.build import lock_file
from data.disk import nothing_changed, sync_folder
from data.laas import locked
from data.pegepind import MAPPE, NY, VersionFejl
from data.versioner import current_folder

FORMAT = 1
OM = "om.json"
VENT = 60  # seconds for an import to finish
EGNE, DECKS = f"data/{MAPPE}", "data/praesentationer"
# Files that are copied where they are, besides the two folders.
ENKELTE = ("data/adgang.toml", "geo/former/officiel.geojson")
INGEN_KOPI = "er ingen kopi herfra: {}. Intet er ændret."


class KopiFejl(Exception):
    """No copy was made, or nothing was restored. The text is for the user."""


@dataclass(frozen=True)
class Kopi:
    """What a copy says of itself. `gaeldende`: the version in use, "" for none; `mangel`: why its own data cannot be
    put back, "" when they can; `filer`: the hash of each file by its name."""

    tid: str
    gaeldende: str
    mangel: str
    filer: dict[str, str]


def database(rod: Path) -> Path:
    """The database of an installation."""
    return rod / "data" / "laegedaekning.duckdb"


def own_files(rod: Path) -> Iterator[Path]:
    """The files that are the site's own, finished ones only."""
    for sti in sorted((rod / EGNE).rglob("*")):
        if sti.is_file() and not any(del_.startswith(NY) for del_ in sti.relative_to(rod).parts):
            yield sti
    yield from sorted((rod / DECKS).glob("*.toml"))
    yield from (rod / navn for navn in ENKELTE if (rod / navn).is_file())


def take(ud: Path, rod: Path, nu: datetime) -> Kopi:
    """Write a copy of an installation, whole and read again, or none. What is broken is copied as it is, and told.
    Raises KopiFejl, and Optaget while others load."""
    with in_words("Kopien kan ikke skrives"), locked(lock_file(database(rod)), VENT):
        nr, ny = tempfile.mkstemp(dir=ud.resolve().parent, prefix=NY)
        try:
            with open(nr, "wb") as fil:
                kopi = _write(fil, rod, Kopi(nu.isoformat(timespec="seconds"), *_in_use(rod), {}))
                fil.flush()
                os.fsync(fil.fileno())
            read(Path(ny))
            os.replace(ny, ud)
        except BaseException:
            Path(ny).unlink(missing_ok=True)
            raise
        sync_folder(ud.resolve().parent)
        return kopi


def _in_use(rod: Path) -> tuple[str, str]:
    """The version in use, and why it cannot be used."""
    try:
        mappe = current_folder(rod / "data")
    except VersionFejl as fejl:
        return "", str(fejl)
    return mappe.name if mappe else "", ""


def _write(fil: IO[bytes], rod: Path, kopi: Kopi) -> Kopi:
    with zipfile.ZipFile(fil, "w", zipfile.ZIP_DEFLATED) as pakke:
        for sti in own_files(rod):
            navn, indhold = sti.relative_to(rod).as_posix(), sti.read_bytes()
            kopi.filer[navn] = hashlib.sha256(indhold).hexdigest()
            pakke.writestr(navn, indhold)
        pakke.writestr(OM, json.dumps({"format": FORMAT, **vars(kopi)}, ensure_ascii=False, indent=1))
    return kopi


def read(fil: Path) -> Kopi:
    """What a copy holds, after each file in it was held against its hash. Raises KopiFejl."""
    with in_words("Kopien kan ikke læses"), opened(fil) as (pakke, kopi):
        for navn, hash_ in kopi.filer.items():
            if hashlib.sha256(pakke.read(navn)).hexdigest() != hash_:
                raise _refused(fil, f"filen {navn} i den er ødelagt")
    return kopi


@contextmanager
def opened(fil: Path) -> Iterator[tuple[zipfile.ZipFile, Kopi]]:
    """The zip and what it says of itself. Raises KopiFejl when it is none, or would write where no copy does."""
    try:
        with zipfile.ZipFile(fil) as pakke:
            post = json.loads(pakke.read(OM))
            if post["format"] != FORMAT:
                raise _refused(fil, f"den er af format {post['format']}, og dette program læser {FORMAT}")
            kopi = Kopi(str(post["tid"]), str(post["gaeldende"]), str(post["mangel"]), dict(post["filer"]))
            if {*pakke.namelist()} != {*kopi.filer, OM} or not all(map(belongs, kopi.filer)):
                raise _refused(fil, "den rummer andre filer, end den siger")
            yield pakke, kopi
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError, NotImplementedError) as fejl:
        raise _refused(fil, "den kan ikke læses som zip") from fejl


def belongs(navn: str) -> bool:
    """Is this a name that a copy has? None leads out of the folders that are the site's own."""
    sti = PurePosixPath(navn)
    if ".." in sti.parts or "\\" in navn or ":" in navn:
        return False
    er_deck = str(sti.parent) == DECKS and sti.suffix == ".toml"
    return navn in ENKELTE or er_deck or str(sti).startswith(f"{EGNE}/")


def _refused(fil: Path, grund: str) -> KopiFejl:
    return KopiFejl(f"{fil.name} {INGEN_KOPI.format(grund)}")


@contextmanager
def in_words(hvad: str) -> Iterator[None]:
    """Turns what the disk refuses into KopiFejl."""
    try:
        yield
    except OSError as fejl:
        raise KopiFejl(nothing_changed(hvad, fejl)) from fejl
