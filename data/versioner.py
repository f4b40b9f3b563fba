"""The secretariat's own data in immutable versions.

    data/egne/versioner/0003-1f2e3d4c5b6a/*.csv   the registers as they were loaded, and version.json about the loading
    data/egne/gaeldende                           which version is in use (data/pegepind.py)

A version is never changed and never deleted, and its number is never used again. Its name ends with a hash of all its
files; one that is not what it was is unusable by itself, and the others go on. See docs/indlaesning.md.
"""

import csv
import hashlib
import io
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from data.disk import reason, sync_folder, write_file
from data.pegepind import MAPPE, NAVN, NY, VersionFejl, folders, pointer_or_none, read_pointer
from data.skema import SENERE

OM = "version.json"
KOPI_ELLER_ANDEN = "Hent den fra en sikkerhedskopi, eller vælg en anden version."


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
    `komplet` holds (first, last year) of the registers said to hold everything, by register; `kvittering` says of each
    sheet what became of its cells (not known of the versions of the first months)."""

    nr: int
    navn: str
    tid: str
    hvem: str
    filer: tuple[tuple[str, str], ...] = ()
    optalt: Mapping[str, Optalt] = field(default_factory=dict)
    komplet: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    note: str = ""
    kvittering: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fundet:
    """A version that lies on the disk or that the pointer names. `version` is None when it cannot be used, and `fejl`
    says why in Danish. `brugt`: does the pointer name it, as in use now or before?"""

    nr: int
    navn: str
    version: Version | None
    fejl: str
    brugt: bool


def folder(kilder: Path, navn: str) -> Path:
    """Where a version lies."""
    return kilder / MAPPE / "versioner" / navn


def current_folder(kilder: Path) -> Path | None:
    """Where the version in use lies; None when there are no own data. Raises VersionFejl when it is gone."""
    navn = read_pointer(kilder).gaeldende
    if not navn:
        return None
    return verified_folder(kilder, navn)


def all_versions(kilder: Path) -> list[Fundet]:
    """Every version, also those that cannot be used and those that never were, the newest first.

    Whatever the pointer says or does not say. Raises VersionFejl when the folder of versions itself cannot be read.
    """
    pegepind = pointer_or_none(kilder)
    brugte = pegepind.naevnte if pegepind else frozenset()
    fundne = []
    for navn in {sti.name for sti in folders(kilder)} | brugte:
        version, fejl = _judged_once(folder(kilder, navn), _looks(folder(kilder, navn)))
        fundne.append(Fundet(_number(navn), navn, version, fejl, navn in brugte))
    return sorted(fundne, key=lambda en: (-en.nr, en.navn))


def versions(kilder: Path) -> list[Version]:
    """Every version that can be used, the newest first, whether or not it ever was."""
    return [en.version for en in all_versions(kilder) if en.version]


def newer_than_known(kilder: Path) -> list[Fundet]:
    """The versions with a higher number than any that the pointer names: it is older than they are, or a loading was
    cut off just before it came into use. Raises VersionFejl when the pointer cannot be used."""
    nyeste = max(map(_number, read_pointer(kilder).naevnte), default=0)
    return [en for en in all_versions(kilder) if en.nr > nyeste]


def current(kilder: Path) -> Version | None:
    """The version in use, or None when there are no own data. Raises VersionFejl when it cannot be used."""
    navn = read_pointer(kilder).gaeldende
    return _usable(folder(kilder, navn)) if navn else None


def verified_folder(kilder: Path, navn: str) -> Path:
    """Where a version lies. Raises VersionFejl when it is gone or is not what was loaded."""
    sti = folder(kilder, navn)
    _usable(sti)
    return sti


def _usable(sti: Path) -> Version:
    version, fejl = _judged(sti)
    if version is None:
        raise VersionFejl(f"Version {sti.name} kan ikke bruges: {fejl} {KOPI_ELLER_ANDEN}")
    return version


def _number(navn: str) -> int:
    return int(NAVN.match(navn)[1])


def _looks(sti: Path) -> tuple:
    """What tells from outside that a version's files are the same: no need to read all of them at every look."""
    try:
        return tuple(
            (fil.name, *((stat := fil.stat()).st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino))
            for fil in sorted(sti.iterdir())
        )
    except OSError as fejl:
        return (fejl.errno,)


@lru_cache(maxsize=1000)
def _judged_once(sti: Path, _looks: tuple) -> tuple[Version | None, str]:
    return _judged(sti)


def _judged(sti: Path) -> tuple[Version | None, str]:
    """The version in a folder; None and why when it is not what was loaded."""
    try:
        if not sti.exists():
            return None, f"Den mangler i {MAPPE}/versioner."
        if not (sti / OM).exists():
            return None, f"Filen {OM} mangler."
        if sti.name[-12:] not in (_content_hash(sti), _hash_of_tables(sti)):
            return None, "Filerne er ændret på disken."
        return _read(sti), ""
    except OSError as fejl:
        return None, f"Den kan ikke læses, for {reason(fejl)}."
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None, f"Filen {OM} er ødelagt."


def _read(sti: Path) -> Version:
    """Raises ValueError, TypeError, KeyError or AttributeError when the file does not describe the version."""
    post = json.loads((sti / OM).read_text(encoding="utf-8"))
    post["filer"] = tuple((str(navn), str(sum_)) for navn, sum_ in post["filer"])
    post["optalt"] = {tabel: Optalt(**tal) for tabel, tal in post["optalt"].items()}
    post["komplet"] = {register: (int(fra), int(til)) for register, (fra, til) in post["komplet"].items()}
    post["kvittering"] = tuple(map(str, post.get("kvittering", ())))
    version = Version(navn=sti.name, **post)
    datetime.fromisoformat(version.tid)
    if version.nr != _number(sti.name) or not isinstance(version.hvem + version.note, str):
        raise ValueError(post)
    return version


def _content_hash(mappe: Path) -> str:
    """Over the names and contents of the tables and of what is told about the loading."""
    hash_ = hashlib.sha256()
    for fil in [*sorted(mappe.glob("*.csv")), mappe / OM]:
        hash_.update(f"{fil.name}\0".encode())
        hash_.update(hashlib.sha256(fil.read_bytes()).digest())
    return hash_.hexdigest()[:12]


def _hash_of_tables(mappe: Path) -> str:
    """As the versions of the first months were named: their version.json is not a part of it."""
    filer = sorted(mappe.glob("*.csv"))
    return hashlib.sha256(b"".join(fil.name.encode() + fil.read_bytes() for fil in filer)).hexdigest()[:12]


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
        for navn in SENERE.get(fil.stem, ()):
            tabeller[fil.stem].setdefault(navn, [None] * len(raekker))
    return tabeller


@contextmanager
def candidate(kilder: Path, tabeller: Mapping[str, Mapping[str, list[str | None]]]) -> Iterator[Path]:
    """A folder with the CSV files of a version to be; it is gone afterwards unless `keep` moved it into place."""
    rod = kilder / MAPPE / "versioner"
    rod.mkdir(parents=True, exist_ok=True)
    mappe = Path(tempfile.mkdtemp(dir=rod, prefix=NY))
    try:
        for navn, celler in tabeller.items():
            write_file(mappe / f"{navn}.csv", _csv_bytes(celler))
        yield mappe
    finally:
        shutil.rmtree(mappe, ignore_errors=True)


def keep(kilder: Path, mappe: Path, om: Version) -> Version:
    """Make a candidate an immutable version, with a number and a name; in use only when the pointer says so."""
    nr = 1 + _highest_number(kilder)
    post = asdict(om) | {"nr": nr}
    del post["navn"]
    write_file(mappe / OM, json.dumps(post, ensure_ascii=False, indent=1).encode())
    version = Version(**{**vars(om), "nr": nr, "navn": f"{nr:04d}-{_content_hash(mappe)}"})
    for fil in mappe.iterdir():
        fil.chmod(0o444)
    sync_folder(mappe)
    sted = folder(kilder, version.navn)
    os.replace(mappe, sted)
    try:
        sync_folder(sted.parent)
    except BaseException:
        discard(kilder, version)
        raise
    return version


def _highest_number(kilder: Path) -> int:
    """The highest number that a version has or had, whether it can be read or not, copies of versions too."""
    navne = {sti.name for sti in (kilder / MAPPE / "versioner").iterdir()} | read_pointer(kilder).naevnte
    return max((_number(navn) for navn in navne if NAVN.match(navn)), default=0)


def sweep(kilder: Path) -> None:
    """Remove what an interrupted loading left behind: what carries the mark of the unfinished, and nothing else."""
    for rod in (kilder / MAPPE, kilder / MAPPE / "versioner"):
        for sti in [*rod.glob(f"{NY}*")]:
            _remove(sti)


def discard(kilder: Path, version: Version) -> None:
    """Take back a version that was kept a moment ago and did not come into use. It is marked as unfinished first: half
    a version must never stand under a version's name."""
    with suppress(OSError):
        sti = folder(kilder, version.navn)
        maerket = sti.with_name(NY + sti.name)
        os.replace(sti, maerket)
        _remove(maerket)


def _remove(sti: Path) -> None:
    with suppress(OSError):
        if not sti.is_dir():
            sti.unlink()
            return
        for fil in sti.glob("*"):
            fil.chmod(0o600)  # Windows removes no file that is read-only
    shutil.rmtree(sti, ignore_errors=True)


def _csv_bytes(celler: Mapping[str, list[str | None]]) -> bytes:
    tekst = io.StringIO()
    skriver = csv.writer(tekst, lineterminator="\n")
    skriver.writerow(celler)
    skriver.writerows(zip(*celler.values()))
    return tekst.getvalue().encode()
