"""The secretariat's own data in immutable versions, and the pointer that says which of them is in use.

    data/egne/versioner/0003-1f2e3d4c5b6a/*.csv   the registers as they were loaded, and version.json about the loading
    data/egne/gaeldende                           which version is in use, and every switch there was

A version is never changed and never deleted. The pointer is replaced in one step, after everything it points to has
reached the disk; so whenever the power goes, a complete version is in use. See docs/indlaesning.md.
"""

import csv
import hashlib
import io
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

MAPPE = "egne"
NY = ".ny-"


class VersionFejl(Exception):
    """What is asked of the versions cannot be done. The text is for the user."""


@dataclass(frozen=True)
class Optalt:
    """What a loading did to one table: numbers of rows."""

    nye: int = 0
    aendrede: int = 0
    udgaaede: int = 0
    uaendrede: int = 0


@dataclass(frozen=True)
class Version:
    """One version of the own data. `tid` is local time as ISO text; `filer` are (name, sha256) of what was loaded;
    `komplet` holds (first, last year) of the registers said to hold everything, by register."""

    nr: int
    navn: str
    tid: str
    hvem: str
    filer: tuple[tuple[str, str], ...] = ()
    optalt: Mapping[str, Optalt] = field(default_factory=dict)
    komplet: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True)
class Skift:
    """One change of the version in use. `til` is a version's name, "" for no own data; `handling` in words."""

    til: str
    tid: str
    hvem: str
    handling: str


@dataclass(frozen=True)
class Pegepind:
    """The version in use ("" for none) and every switch so far, the oldest first."""

    gaeldende: str = ""
    skift: tuple[Skift, ...] = ()


def read_pointer(kilder: Path) -> Pegepind:
    """What the pointer says. Raises VersionFejl when it cannot be read (it is only ever replaced whole)."""
    fil = kilder / MAPPE / "gaeldende"
    try:
        post = json.loads(fil.read_text(encoding="utf-8"))
        return Pegepind(post["gaeldende"], tuple(Skift(**en) for en in post["skift"]))
    except FileNotFoundError:
        return Pegepind()
    except (ValueError, TypeError, KeyError) as fejl:
        raise VersionFejl(f"Filen {MAPPE}/gaeldende kan ikke læses; hent den fra en sikkerhedskopi. ({fejl})") from fejl


def write_pointer(kilder: Path, pegepind: Pegepind) -> None:
    """Replace the pointer in one step."""
    mappe = kilder / MAPPE
    ny = mappe / f"{NY}gaeldende"
    _write(ny, json.dumps(asdict(pegepind), ensure_ascii=False, indent=1).encode())
    os.replace(ny, mappe / "gaeldende")
    sync_folder(mappe)


def folder(kilder: Path, navn: str) -> Path:
    """Where a version lies."""
    return kilder / MAPPE / "versioner" / navn


def current_folder(kilder: Path) -> Path | None:
    """Where the version in use lies; None when there are no own data. Raises VersionFejl when it is gone."""
    navn = read_pointer(kilder).gaeldende
    if not navn:
        return None
    return verified_folder(kilder, navn)


def versions(kilder: Path) -> list[Version]:
    """Every version that was ever in use, the newest first."""
    brugte = {en.til for en in read_pointer(kilder).skift if en.til}
    fundne = [_read(folder(kilder, navn)) for navn in brugte if (folder(kilder, navn) / "version.json").exists()]
    return sorted(fundne, key=lambda version: -version.nr)


def current(kilder: Path) -> Version | None:
    """The version in use, or None when there are no own data."""
    sti = current_folder(kilder)
    return _read(sti) if sti else None


def in_use_before(kilder: Path, dag: str) -> str:
    """The name of the version in use when a day (ISO) began; "" when no own data were."""
    foer = [en.til for en in read_pointer(kilder).skift if en.tid[:10] < dag]
    return foer[-1] if foer else ""


def _read(sti: Path) -> Version:
    post = json.loads((sti / "version.json").read_text(encoding="utf-8"))
    post["filer"] = tuple((navn, sum_) for navn, sum_ in post["filer"])
    post["optalt"] = {tabel: Optalt(**tal) for tabel, tal in post["optalt"].items()}
    post["komplet"] = {register: tuple(aar) for register, aar in post["komplet"].items()}
    return Version(navn=sti.name, **post)


def read_tables(sti: Path | None) -> dict[str, dict[str, list[str | None]]]:
    """The tables of a version: cells by column (text; None for an empty cell), without the row numbers."""
    tabeller = {}
    for fil in sorted(sti.glob("*.csv")) if sti else ():
        with open(fil, encoding="utf-8", newline="") as aaben:
            overskrifter, *raekker = csv.reader(aaben)
        kolonner = zip(*raekker) if raekker else ((),) * len(overskrifter)
        tabeller[fil.stem] = {
            navn: [celle or None for celle in kolonne] for navn, kolonne in zip(overskrifter, kolonner)
        }
    return tabeller


@contextmanager
def candidate(kilder: Path, tabeller: Mapping[str, Mapping[str, list[str | None]]]) -> Iterator[Path]:
    """A folder with the CSV files of a version to be; it is gone afterwards unless `keep` moved it into place."""
    rod = kilder / MAPPE / "versioner"
    rod.mkdir(parents=True, exist_ok=True)
    mappe = Path(tempfile.mkdtemp(dir=rod, prefix=NY))
    try:
        for navn, celler in tabeller.items():
            _write(mappe / f"{navn}.csv", _csv_bytes(celler))
        yield mappe
    finally:
        shutil.rmtree(mappe, ignore_errors=True)


def keep(kilder: Path, mappe: Path, om: Version) -> Version:
    """Make a candidate an immutable version, with a number and a name; in use only when the pointer says so."""
    nr = 1 + max((version.nr for version in versions(kilder)), default=0)
    version = Version(**{**vars(om), "nr": nr, "navn": f"{nr:04d}-{_content_hash(mappe)}"})
    post = asdict(version)
    del post["navn"]
    _write(mappe / "version.json", json.dumps(post, ensure_ascii=False, indent=1).encode())
    sync_folder(mappe)
    sted = folder(kilder, version.navn)
    os.replace(mappe, sted)
    for fil in sted.iterdir():
        fil.chmod(0o444)
    sync_folder(sted.parent)
    return version


def _content_hash(mappe: Path) -> str:
    filer = sorted(mappe.glob("*.csv"))
    return hashlib.sha256(b"".join(fil.name.encode() + fil.read_bytes() for fil in filer)).hexdigest()[:12]


def verified_folder(kilder: Path, navn: str) -> Path:
    """Where a version lies. Raises VersionFejl when it is gone or is not what was loaded."""
    sti = folder(kilder, navn)
    if not (sti / "version.json").exists():
        raise VersionFejl(f"Versionen {navn} mangler i {MAPPE}/versioner; hent den fra en sikkerhedskopi.")
    if not navn.endswith(_content_hash(sti)):
        raise VersionFejl(f"Filerne i versionen {navn} er ændret på disken; hent dem fra en sikkerhedskopi.")
    return sti


def sweep(kilder: Path) -> None:
    """Remove what an interrupted loading left behind: candidates, and versions that never came into use."""
    rod = kilder / MAPPE / "versioner"
    brugte = {en.til for en in read_pointer(kilder).skift}
    for sti in rod.iterdir() if rod.exists() else ():
        if sti.name not in brugte:
            discard(sti)


def discard(sti: Path) -> None:
    """Remove a version that never came into use."""
    for fil in sti.glob("*"):
        fil.chmod(0o600)  # Windows removes no file that is read-only
    shutil.rmtree(sti, ignore_errors=True)


def _csv_bytes(celler: Mapping[str, list[str | None]]) -> bytes:
    tekst = io.StringIO()
    skriver = csv.writer(tekst, lineterminator="\n")
    skriver.writerow(celler)
    skriver.writerows(zip(*celler.values()))
    return tekst.getvalue().encode()


def _write(sti: Path, indhold: bytes) -> None:
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
