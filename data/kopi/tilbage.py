"""Putting a copy back: complete and built before anything is touched; what it replaces is moved aside."""

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from data.build import built_beside, lock_file, move_into_place
from data.indlaesning import DataFejl
from data.kopi.fil import EGNE, VENT, Kopi, KopiFejl, database, in_words, opened, read
from data.laas import locked
from data.pegepind import NY, VersionFejl
from data.versioner import current_folder

FLEST_NAEVNT = 10


def put_back(fil: Path, rod: Path, nu: datetime) -> tuple[Kopi, Path | None]:
    """Make an installation's own data, decks, access and borders those of a copy, whatever state they are in.

    Returns the copy and the folder with what was there before, None when there was nothing. The database is built from
    the copy first; what fails on the way puts back what was moved. Raises KopiFejl, and Optaget while others load.
    """
    ud = database(rod)
    with in_words("Kopien kan ikke lægges tilbage"), locked(lock_file(ud), VENT):
        kopi = read(fil)
        nyt = Path(tempfile.mkdtemp(dir=rod / "data", prefix=f"{NY}kopi-"))
        try:
            with opened(fil) as (pakke, _):
                pakke.extractall(nyt, kopi.filer)
            (nyt / EGNE).mkdir(parents=True, exist_ok=True)
            try:
                with built_beside(ud, rod / "data", current_folder(nyt / "data")) as (ny, _):
                    foer = rod / "data" / f"foer-kopi-{nu:%Y%m%d-%H%M%S}"
                    _switch(nyt, rod, foer, kopi, lambda: move_into_place(ny, ud))
            except VersionFejl as fejl:
                raise KopiFejl(f"Kopien kan ikke bruges. {fejl}") from fejl
            except DataFejl as fejl:
                linjer = "\n".join(str(en) for en in fejl.fejl[:FLEST_NAEVNT])
                raise KopiFejl(f"Databasen kan ikke bygges af kopien, så intet er ændret:\n{linjer}") from fejl
        finally:
            shutil.rmtree(nyt, ignore_errors=True)
    return kopi, foer if foer.exists() else None


def _switch(nyt: Path, rod: Path, foer: Path, kopi: Kopi, end: Callable[[], None]) -> None:
    """Move what is there aside and the new in its place, then `end`; back again when something fails."""
    enkelte = [navn for navn in kopi.filer if not navn.startswith(f"{EGNE}/") and not _same(rod / navn, nyt / navn)]
    flyttet: list[tuple[Path, Path]] = []
    try:
        for navn in (EGNE, *enkelte):
            for fra, til in ((rod / navn, foer / navn), (nyt / navn, rod / navn)):
                if os.path.lexists(fra):
                    til.parent.mkdir(parents=True, exist_ok=True)
                    os.replace(fra, til)
                    flyttet.append((fra, til))
        end()
    except BaseException:
        for fra, til in reversed(flyttet):
            os.replace(til, fra)
        shutil.rmtree(foer, ignore_errors=True)
        raise


def _same(gammel: Path, ny: Path) -> bool:
    return gammel.is_file() and gammel.read_bytes() == ny.read_bytes()
