"""A user's own group of kommuner or sundhedsråd, written as one code that says all of it.

`gruppe.Vestsjælland og Lolland.330.340.360`: the word, the name and the members, parted by full stops. So a group
stands in a link like any other area, and nothing has to be stored.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

GEOGRAFI = Path(__file__).resolve().parent / "geografi"
FORSTAVELSE = "gruppe."
# What stands in no group: the other area of the level that a group makes.
UDENFOR = "udenfor"
UDENFOR_NAVN = "Resten af landet"
NAVN = re.compile(r"[^\W_][\w ,&+/()’'-]{0,49}")
MEDLEMSKOLONNE = {"kommune": "kommunekode", "sundhedsraad": "sundhedsraad_id"}


@dataclass(frozen=True)
class Gruppe:
    """kode: the whole code. niveau: the level of the members ("kommune", "sundhedsraad"), of which there are at least
    two, and fewer than all. kommunekoder: all of theirs."""

    kode: str
    navn: str
    niveau: str
    medlemmer: tuple[str, ...]
    kommunekoder: tuple[str, ...]


def group_code(navn: str, medlemmer: list[str]) -> str:
    """The code of a group: the same members in any order give the same code. Raises ValueError, in Danish, with what to
    mend."""
    navn = " ".join(navn.replace(".", " ").split())
    if not NAVN.fullmatch(navn):
        raise ValueError("Giv gruppen et navn på højst 50 bogstaver og tal.")
    if len(set(medlemmer)) < 2:
        raise ValueError("Vælg mindst to kommuner eller to sundhedsråd.")
    kode = FORSTAVELSE + ".".join([navn, *sorted(set(medlemmer))])
    if group(kode) is None:
        raise ValueError("En gruppe er enten kommuner eller sundhedsråd, og ikke dem alle.")
    return kode


@lru_cache(maxsize=512)
def group(kode: str) -> Gruppe | None:
    """The group behind a code; None when the code is not one, or names a member that does not exist."""
    if not kode.startswith(FORSTAVELSE):
        return None
    navn, *medlemmer = kode.removeprefix(FORSTAVELSE).split(".")
    if not NAVN.fullmatch(navn) or len(medlemmer) < 2 or medlemmer != sorted(set(medlemmer)):
        return None
    for niveau, mulige in _members().items():
        if set(medlemmer) <= set(mulige):
            koder = tuple(sorted(kode for en in medlemmer for kode in mulige[en]))
            alle = len(medlemmer) == len(mulige)
            return None if alle else Gruppe(kode, navn, niveau, tuple(medlemmer), koder)
    return None


@cache
def _members() -> dict[str, dict[str, list[str]]]:
    """Of each level that groups are made of: the kommuner of each area."""
    with open(GEOGRAFI / "kommune.csv", encoding="utf-8", newline="") as fil:
        kommuner = list(csv.DictReader(fil))
    ud: dict[str, dict[str, list[str]]] = {}
    for niveau, kolonne in MEDLEMSKOLONNE.items():
        for post in kommuner:
            ud.setdefault(niveau, {}).setdefault(post[kolonne], []).append(post["kommunekode"])
    return ud
