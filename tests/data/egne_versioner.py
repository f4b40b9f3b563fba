"""Versions of the own data written by hand: no import and no build, only the files and the pointer as they are kept."""

import csv
import shutil
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import duckdb

from data.build import DATA
from data.pegepind import Pegepind, Skift, ensure_pointer, read_pointer, write_pointer
from data.versioner import Version, candidate, keep

Raekker = dict[str, list[dict[str, str]]]
FAELLES = ("katalog", "geografi")


def sources(mappe: Path) -> Path:
    """A folder of sources with all that the versions are read with, and no own data."""
    for navn in FAELLES:
        shutil.copytree(DATA / navn, mappe / navn)
    (mappe / "offentlig").mkdir()
    shutil.copy(DATA / "offentlig" / "kilde.csv", mappe / "offentlig")
    return mappe


@cache
def columns(tabel: str) -> tuple[str, ...]:
    """The headings of a register's file."""
    mappe = "katalog" if tabel == "noegletal_katalog" else "eksempel"
    with open(DATA / mappe / f"{tabel}.csv", encoding="utf-8", newline="") as fil:
        return tuple(next(csv.reader(fil)))


def write_version(kilder: Path, raekker: Raekker, tid: str, hvem: str = "Anne") -> Version:
    """Make rows (the columns that matter) a version that is in use from a time on."""
    tabeller = {
        tabel: {kolonne: [post.get(kolonne) for post in poster] for kolonne in columns(tabel)}
        for tabel, poster in raekker.items()
    }
    with candidate(kilder, tabeller) as mappe:
        ensure_pointer(kilder)
        version = keep(kilder, mappe, Version(0, "", tid, hvem))
        skift = (*read_pointer(kilder).skift, Skift(version.navn, tid, hvem, "indlæst"))
        write_pointer(kilder, Pegepind(version.navn, skift))
    return version


def switch_to(kilder: Path, navn: str, tid: str) -> None:
    """Go back to a version ("" for none) at a time."""
    skift = (*read_pointer(kilder).skift, Skift(navn, tid, "", "gået tilbage"))
    write_pointer(kilder, Pegepind(navn, skift))


def asks_nothing():
    """In the place of `skift.checker`: a loading asks every View of the new data in a child process, which takes
    seconds; this one finds nothing wrong with any."""
    return nullcontext(SimpleNamespace(shortcomings=lambda *_: []))


def own(ud: Path) -> int:
    """The number of tenders a reader sees."""
    with duckdb.connect(ud, read_only=True) as con:
        return con.table("udbud").aggregate("count(*)").fetchall()[0][0]


def everything(kilder: Path) -> dict[str, bytes]:
    """Every finished file of the own data, by its place."""
    egne = kilder / "egne"
    alle = {str(sti.relative_to(egne)): sti for sti in egne.rglob("*") if sti.is_file()}
    return {navn: sti.read_bytes() for navn, sti in alle.items() if ".ny-" not in navn}


def broken_history(foer: Pegepind, nu: Pegepind) -> list[str]:
    """What is wrong with a pointer that one loading or going back, finished or not, has left; [] when nothing is.

    Every version that came into use stands in it, in order: nothing of the history before is gone, at most one switch
    was added, none is to the version in use already, and the last is to the one that is.
    """
    galt = []
    if nu.skift[: len(foer.skift)] != foer.skift:
        galt.append("the history before it is not whole")
    if len(nu.skift) > len(foer.skift) + 1:
        galt.append("more than one switch was added")
    if any(en.til == naeste.til for en, naeste in zip(nu.skift, nu.skift[1:])):
        galt.append("the same version stands twice in a row")
    if [en.tid for en in nu.skift] != sorted(en.tid for en in nu.skift):
        galt.append("the switches are not in the order of time")
    if nu.gaeldende != (nu.skift[-1].til if nu.skift else ""):
        galt.append("the version in use is not the last of the history")
    return galt
