"""The geographic levels as dated records, read from the CSV files in data/geografi.

A level (`niveau`) is a way to divide the country; a structure (`struktur`) is a set of regions that was, is or will be
in force. Both are rows in a file: the next reform is new rows, not new code.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from data.grupper import UDENFOR, UDENFOR_NAVN, Gruppe, group

GEOGRAFI = Path(__file__).resolve().parent.parent / "data" / "geografi"

LAND = "land"


@dataclass(frozen=True)
class Niveau:
    """One level of geography; `navn` is the singular, `navn_flertal` the plural used in running text."""

    niveau: str
    navn: str
    navn_flertal: str
    orden: int
    er_kortniveau: bool


@dataclass(frozen=True)
class Struktur:
    """A set of regions with the dates it is in force; `gyldig_til` is None while no end is known. `kort_navn` is for
    places without room for the date."""

    struktur: str
    navn: str
    kort_navn: str
    gyldig_fra: date
    gyldig_til: date | None


@dataclass(frozen=True)
class Omraade:
    """One area at one level: its stable code, names and the kommuner (by kommunekode) that it consists of."""

    omraade_id: str
    niveau: str
    navn: str
    kort_navn: str
    kommunekoder: tuple[str, ...]


def read_rows(navn: str) -> list[dict[str, str]]:
    """Rows of data/geografi/<navn>.csv as dicts of text."""
    with open(GEOGRAFI / f"{navn}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def levels() -> dict[str, Niveau]:
    """All levels, from the whole country down to kommune."""
    rows = sorted(read_rows("niveau"), key=lambda row: int(row["orden"]))
    return {
        row["niveau"]: Niveau(
            row["niveau"], row["navn"], row["navn_flertal"], int(row["orden"]), row["er_kortniveau"] == "1"
        )
        for row in rows
    }


# As a name, and in the middle of a sentence.
HELE_LANDET, LANDET = levels()[LAND].navn, levels()[LAND].navn_flertal


def level(niveau: str) -> Niveau:
    """A level by its code; a user's own group (data/grupper.py) is a level with two areas, itself and the rest.

    Raises KeyError when the level is unknown.
    """
    if group(niveau):
        return Niveau(niveau, "Egen gruppe", "dele af landet", 0, False)
    return levels()[niveau]


def map_level(niveau: str) -> str:
    """The level that is drawn on a map for a chosen level: for a group, the level of its members."""
    gruppe = group(niveau)
    return gruppe.niveau if gruppe else niveau


def members(niveau: str, omraade_id: str) -> tuple[str, ...]:
    """The areas of the level's map that make up an area: its own, or for a group its members; () for none."""
    gruppe = group(niveau)
    if gruppe and omraade_id == gruppe.kode:
        return gruppe.medlemmer
    return (omraade_id,) if omraade_id and not gruppe else ()


@cache
def structures() -> dict[str, Struktur]:
    """The region structures by code ("2007", "2027")."""
    return {
        row["struktur"]: Struktur(
            row["struktur"],
            row["navn"],
            row["kort_navn"],
            date.fromisoformat(row["gyldig_fra"]),
            date.fromisoformat(row["gyldig_til"]) if row["gyldig_til"] else None,
        )
        for row in read_rows("struktur")
    }


# In the order of their dates. Where the structure does not matter, the first stands for all.
STRUKTURER = tuple(structures())


def structure_on(day: date) -> str:
    """The code of the structure in force on a day; the newest one for days beyond all records."""
    for struktur in structures().values():
        if struktur.gyldig_fra <= day and (struktur.gyldig_til is None or day <= struktur.gyldig_til):
            return struktur.struktur
    return list(structures())[-1]


def finer_level(niveau: str) -> str:
    """The map level that an area is divided into; a kommune is not divided, a group is its members."""
    if gruppe := group(niveau):
        return gruppe.niveau
    return {"sundhedsraad": "kommune", "kommune": "kommune"}.get(niveau, "sundhedsraad")


def level_of(omraade_id: str, struktur: str) -> tuple[str, str] | None:
    """The map level and the structure in which a code names an area, the given structure first; None when it names
    nothing."""
    if group(omraade_id):
        return omraade_id, struktur
    for mulig in (struktur, *(en for en in structures() if en != struktur)):
        for niveau in levels().values():
            if niveau.er_kortniveau and omraade_id in areas(niveau.niveau, mulig):
                return niveau.niveau, mulig
    return None


def containing(niveau: str, omraade_id: str, paa_niveau: str, struktur: str, paa_struktur: str | None = None) -> str:
    """The area of another level or structure that holds all of an area; "" when none does."""
    omraade = areas(niveau, struktur).get(omraade_id)
    koder = set(omraade.kommunekoder) if omraade else set()
    for en in areas(paa_niveau, paa_struktur or struktur).values():
        if koder and koder <= set(en.kommunekoder):
            return en.omraade_id
    return ""


def areas(niveau: str, struktur: str = STRUKTURER[0]) -> dict[str, Omraade]:
    """The areas of a level by omraade_id, in the order of the files. The structure matters for regions only.

    Raises KeyError when the level is unknown.
    """
    gruppe = group(niveau)
    return _areas_of_group(gruppe) if gruppe else _areas(niveau, struktur)


@lru_cache(maxsize=128)
def _areas_of_group(gruppe: Gruppe) -> dict[str, Omraade]:
    alle = (row["kommunekode"] for row in read_rows("kommune"))
    rest = tuple(kode for kode in alle if kode not in gruppe.kommunekoder)
    return {
        gruppe.kode: Omraade(gruppe.kode, gruppe.kode, gruppe.navn, gruppe.navn, gruppe.kommunekoder),
        UDENFOR: Omraade(UDENFOR, gruppe.kode, UDENFOR_NAVN, UDENFOR_NAVN, rest),
    }


@cache
def _areas(niveau: str, struktur: str) -> dict[str, Omraade]:
    kommuner = read_rows("kommune")
    if niveau == LAND:
        koder = tuple(row["kommunekode"] for row in kommuner)
        return {LAND: Omraade(LAND, LAND, HELE_LANDET, HELE_LANDET, koder)}
    if niveau == "kommune":
        return {
            row["kommunekode"]: Omraade(row["kommunekode"], niveau, row["navn"], row["navn"], (row["kommunekode"],))
            for row in kommuner
        }
    if niveau == "region":
        region_of = {(row["region_id"], row["kommunekode"]) for row in read_rows("kommune_region")}
        return {
            row["region_id"]: Omraade(
                row["region_id"],
                niveau,
                row["navn"],
                row["kort_navn"],
                tuple(k["kommunekode"] for k in kommuner if (row["region_id"], k["kommunekode"]) in region_of),
            )
            for row in read_rows("region")
            if row["struktur"] == struktur
        }
    column = {"sundhedsraad": "sundhedsraad_id", "videreuddannelsesregion": "videreuddannelsesregion_id"}[niveau]
    return {
        row[column]: Omraade(
            row[column],
            niveau,
            row["navn"],
            row["kort_navn"],
            tuple(k["kommunekode"] for k in kommuner if k[column] == row[column]),
        )
        for row in read_rows(niveau)
    }
