"""A map in an archive: Datafordeler hands out a zip with one GeoPackage, a database that is read from the disk."""

import shutil
import zipfile
import zlib
from pathlib import Path

UDPAKKET = 1_000_000_000  # bytes


class Ulaeselig(Exception):
    """The archive cannot be used; the message ends a Danish sentence that begins with the file's name."""


def unpacked(path: Path, room: Path) -> Path:
    """The GeoPackage of an archive, unpacked into a folder; any other file as it is. Raises Ulaeselig."""
    if not path.is_file() or not zipfile.is_zipfile(path):
        return path
    try:
        with zipfile.ZipFile(path) as archive:
            found = [en for en in archive.infolist() if en.filename.lower().endswith(".gpkg")]
            if not found:
                return path  # a Shapefile is read where it is
            if len(found) > 1:
                raise Ulaeselig(f"arkivet har {len(found)} GeoPackage-filer; pak kommuneinddelingen ud, og brug den.")
            if found[0].file_size > UDPAKKET:
                raise Ulaeselig("arkivets GeoPackage er for stor; brug en DAGI-fil i mindre målestok.")
            target = room / f"{path.name}.gpkg"  # never a name from the archive
            with archive.open(found[0]) as source, open(target, "wb") as copy:
                shutil.copyfileobj(source, copy)
            return target
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise Ulaeselig("arkivet er ikke helt; hent det igen.") from None
