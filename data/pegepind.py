"""The pointer that says which version of the own data is in use, and every switch so far: data/egne/gaeldende.

It is only ever replaced whole. Whether it is missing, older than the versions or broken, nothing is guessed and nothing
removed: a person chooses a version, and that writes a new pointer. See docs/indlaesning.md.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from data.disk import reason, sync_folder, write_file

MAPPE = "egne"
# The mark of what is not finished; nothing else is ever removed.
NY = ".ny-"
FIL = "gaeldende"
NAVN = re.compile(r"(\d{4,})-[0-9a-f]{12}")
VEJ_VIDERE = (
    "Hent filen fra en sikkerhedskopi, eller vælg selv en version: på siden Data og kilder under Versioner, eller med "
    "python -m data.indlaes --tilbage NR. Intet er slettet."
)


class VersionFejl(Exception):
    """What is asked of the versions cannot be done. The text is for the user."""


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

    @property
    def naevnte(self) -> frozenset[str]:
        """The names of all versions that were ever in use."""
        return frozenset(en.til for en in self.skift if en.til) | ({self.gaeldende} - {""})


def folders(kilder: Path) -> list[Path]:
    """What lies among the versions under a version's name. Raises VersionFejl when the folder cannot be read."""
    rod = kilder / MAPPE / "versioner"
    try:
        return sorted(sti for sti in rod.iterdir() if NAVN.fullmatch(sti.name))
    except FileNotFoundError:
        return []
    except OSError as fejl:
        raise VersionFejl(f"Mappen {MAPPE}/versioner kan ikke læses: {reason(fejl)}.") from fejl


def read_pointer(kilder: Path) -> Pegepind:
    """What the pointer says; an empty one when nothing was ever loaded.

    Raises VersionFejl when it cannot be read, and when it is missing though there are versions.
    """
    try:
        post = json.loads((kilder / MAPPE / FIL).read_text(encoding="utf-8"))
        return _understood(post)
    except FileNotFoundError:
        if antal := len(folders(kilder)):
            ligger = "ligger en version" if antal == 1 else f"ligger {antal} versioner"
            raise VersionFejl(f"Filen {MAPPE}/{FIL} mangler, men der {ligger}. {VEJ_VIDERE}") from None
        return Pegepind()
    except OSError as fejl:
        raise VersionFejl(f"Filen {MAPPE}/{FIL} kan ikke læses: {reason(fejl)}. {VEJ_VIDERE}") from fejl
    except (ValueError, TypeError, KeyError, RecursionError) as fejl:
        raise VersionFejl(f"Filen {MAPPE}/{FIL} er ødelagt. {VEJ_VIDERE}") from fejl


def pointer_or_none(kilder: Path) -> Pegepind | None:
    """What the pointer says; None when it cannot be used."""
    try:
        return read_pointer(kilder)
    except VersionFejl:
        return None


def _understood(post: dict) -> Pegepind:
    """Raises ValueError, TypeError or KeyError when this is no pointer; a name is never the way to another folder."""
    pegepind = Pegepind(post["gaeldende"], tuple(Skift(**en) for en in post["skift"]))
    tekster = [tekst for en in pegepind.skift for tekst in asdict(en).values()]
    if not all(isinstance(tekst, str) for tekst in (pegepind.gaeldende, *tekster)):
        raise TypeError(post)
    if not all(NAVN.fullmatch(navn) for navn in pegepind.naevnte):
        raise ValueError(post)
    return pegepind


def write_pointer(kilder: Path, pegepind: Pegepind) -> None:
    """Replace the pointer in one step."""
    mappe = kilder / MAPPE
    ny = mappe / f"{NY}{FIL}"
    write_file(ny, _as_bytes(pegepind))
    os.replace(ny, mappe / FIL)
    sync_folder(mappe)


def ensure_pointer(kilder: Path) -> None:
    """Before the first version is kept there is a pointer: a missing one beside versions means that it was lost."""
    if not (kilder / MAPPE / FIL).exists():
        write_pointer(kilder, read_pointer(kilder))


@contextmanager
def switched(kilder: Path, skift: Skift) -> Iterator[None]:
    """Inside, the pointer is switched. What fails inside puts the old one back, which takes no room on the disk.

    A pointer that cannot be read is kept beside the new one, which then begins a new history.
    """
    mappe = kilder / MAPPE
    mappe.mkdir(parents=True, exist_ok=True)
    fil, ny, gammel = mappe / FIL, mappe / f"{NY}{FIL}", mappe / f"{NY}{FIL}-foer"
    indhold = fil.read_bytes() if fil.exists() else None
    foer = pointer_or_none(kilder)
    if indhold is not None:
        write_file(gammel, indhold)
        if foer is None:
            write_file(mappe / f"{FIL}-oedelagt-{re.sub(r'[^0-9]', '', skift.tid)[:14]}", indhold)
    write_file(ny, _as_bytes(Pegepind(skift.til, (*(foer.skift if foer else ()), skift))))
    try:
        os.replace(ny, fil)
        sync_folder(mappe)
        yield
    except BaseException:
        with suppress(OSError):
            fil.unlink(missing_ok=True) if indhold is None else os.replace(gammel, fil)
            sync_folder(mappe)
        raise
    with suppress(OSError):  # the switch is done; the next import sweeps what is left
        gammel.unlink(missing_ok=True)


def in_use_before(kilder: Path, dag: str) -> str:
    """The name of the version in use when a day (ISO) began; "" when no own data were."""
    foer = [en.til for en in read_pointer(kilder).skift if en.tid[:10] < dag]
    return foer[-1] if foer else ""


def _as_bytes(pegepind: Pegepind) -> bytes:
    return json.dumps(asdict(pegepind), ensure_ascii=False, indent=1).encode()
