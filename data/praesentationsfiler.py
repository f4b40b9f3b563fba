"""The decks on the server: those that come with the product, and those that were kept here (data/egne/praesentationer).

One file a deck, `<navn>.toml`, written whole or not at all; what stands in it: `views/fremvisning/praesentation.py`.
"""

import re
import secrets
from contextlib import suppress
from pathlib import Path

from data.disk import nothing_changed, sync_folder, write_file

MED = Path(__file__).resolve().parent / "praesentationer"
EGNE = Path(__file__).resolve().parent / "egne" / "praesentationer"
NAVN = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")
FLEST = 60


class IkkeGemt(Exception):
    """A deck that could not be kept or removed; its text is one Danish sentence."""


def deck_files(*mapper: Path) -> dict[str, Path]:
    """The files by the decks' names; the first folder's stand where two have the same name."""
    filer: dict[str, Path] = {}
    for mappe in mapper or (MED, EGNE):
        filer = {fil.stem: fil for fil in sorted(mappe.glob("*.toml")) if NAVN.fullmatch(fil.stem)} | filer
    return filer


def is_kept(navn: str) -> bool:
    """Is it one that was kept here, and so can be removed?"""
    return NAVN.fullmatch(navn) is not None and navn not in deck_files(MED) and (EGNE / f"{navn}.toml").is_file()


def keep(navn: str, indhold: str, anew: bool = False) -> None:
    """Keep the deck under its name; `anew`: in place of the one of that name. Raises IkkeGemt."""
    gemte = deck_files(EGNE)
    if not NAVN.fullmatch(navn) or navn in deck_files(MED) or (navn in gemte and not anew):
        raise IkkeGemt(f"Der er allerede en præsentation, der hedder »{navn}«, på serveren. Giv din en anden titel.")
    if len(gemte) >= FLEST and navn not in gemte:
        raise IkkeGemt(f"Der er {FLEST} præsentationer på serveren, og flere kan den ikke have. Slet en først.")
    ny = EGNE / f".{secrets.token_hex(6)}.ny"
    try:
        EGNE.mkdir(parents=True, exist_ok=True)
        write_file(ny, indhold.encode("utf-8"))
        ny.replace(EGNE / f"{navn}.toml")
        sync_folder(EGNE)
    except OSError as fejl:
        raise IkkeGemt(nothing_changed("Præsentationen kan ikke gemmes på serveren", fejl)) from fejl
    finally:
        with suppress(OSError):
            ny.unlink(missing_ok=True)


def remove(navn: str) -> None:
    """Remove a deck that was kept here. Raises IkkeGemt; one that is gone already is no fault."""
    if not is_kept(navn):
        return
    try:
        (EGNE / f"{navn}.toml").unlink(missing_ok=True)
    except OSError as fejl:
        raise IkkeGemt(nothing_changed("Præsentationen kan ikke slettes fra serveren", fejl)) from fejl
