"""The files of SOR: SOREntity.csv (in Sor_complete.zip, with history) and the older sor.csv.

Only what counting needs is read: an ydernummer, the kind of unit, its kommune and its dates. No name is ever kept or
shown, not even in a refusal.

The documentation does not show every heading, so a column is found by any of the names that are known for it.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from data.hent.transport import HentFejl

UDPAKKET = 4_000_000_000  # bytes of a file in the archive
LINJE = 1_000_000  # characters of a cell
# By what we need: the headings it is known to have, without marks and capitals, the best first.
KOLONNER = {
    "ydernummer": ("ydernummer", "ydernr", "providerid", "provideridentifier"),
    "type": ("enhedstype", "entitytypename"),
    "aabnet": ("firstfromdate", "fradato", "gyldigfra", "fromdate", "startdato"),
    "lukket": ("todate", "tildato", "gyldigtil", "slutdato"),
}
KOMMUNE = re.compile(r"[abp]kk|(sor)?(activity|visiting|postal)address(municipality|kommune)(code|id|kode)?")
KRAEVES = ("ydernummer", "type")
DATO = (re.compile(r"(\d{4})-(\d{2})-(\d{2})"), re.compile(r"(\d{2})[-./](\d{2})[-./](\d{4})"))


@dataclass(frozen=True)
class Enhed:
    """A unit with an ydernummer. `kommuner`: the codes of its addresses, three digits, the best first; a date is None
    when the unit has none."""

    ydernummer: str
    type: str
    kommuner: tuple[str, ...]
    aabnet: date | None
    lukket: date | None


@dataclass(frozen=True)
class Enheder:
    """`har_datoer`: does the file say when units open and close? `dag`: the file's own day, None when it has none."""

    enheder: list[Enhed]
    har_datoer: bool
    dag: date | None


def read_units(sti: Path) -> Enheder:
    """The units of a file, csv or zip. Raises HentFejl."""
    try:
        if zipfile.is_zipfile(sti):
            return _of_archive(sti)
        return _of_either_encoding(lambda: open(sti, "rb"), None)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError):
        raise HentFejl("SOR-filen er ikke hel. Hent den igen.") from None
    except FileNotFoundError:
        raise HentFejl(f"{sti} findes ikke.") from None


def _of_archive(sti: Path) -> Enheder:
    with zipfile.ZipFile(sti) as pakke:
        filer = [en for en in pakke.infolist() if en.filename.lower().endswith("sorentity.csv")]
        if len(filer) != 1:
            raise HentFejl("Arkivet fra SOR har ikke netop én fil, der hedder SOREntity.csv.")
        if filer[0].file_size > UDPAKKET:
            raise HentFejl("SOREntity.csv fylder mere, end den kan læses som.")
        return _of_either_encoding(lambda: pakke.open(filer[0]), date(*filer[0].date_time[:3]))


def _of_either_encoding(aabn, dag: date | None) -> Enheder:
    """The newer files are UTF-8, the older ones ISO-8859-1; nothing in them says which."""
    for kodning in ("utf-8-sig", "iso-8859-1"):
        with aabn() as fil:
            try:
                return _read(fil, kodning, dag)
            except UnicodeDecodeError:
                continue
            except csv.Error:
                raise HentFejl("SOR-filen kan ikke læses som en tabel.") from None
    raise AssertionError("every byte is ISO-8859-1")


def _read(fil: BinaryIO, kodning: str, dag: date | None) -> Enheder:
    csv.field_size_limit(LINJE)
    raekker = csv.reader(io.TextIOWrapper(fil, kodning, newline=""), delimiter=";")
    overskrifter = next(raekker, [])
    plads = _columns(overskrifter)
    enheder = [*_units(raekker, plads, len(overskrifter))]
    if not enheder:
        raise HentFejl("SOR-filen har ingen enheder med ydernummer.")
    return Enheder(enheder, "aabnet" in plads and "lukket" in plads, dag)


def _columns(overskrifter: list[str]) -> dict[str, list[int]]:
    """Where each thing stands. Raises HentFejl with the headings there are when one is not found."""
    navne = [re.sub(r"[^a-zæøå]", "", en.lower()) for en in overskrifter]
    plads = {}
    for felt, kendte in KOLONNER.items():
        fundne = [navne.index(navn) for navn in kendte if navn in navne]
        if fundne:
            plads[felt] = fundne
    kommuner = [nr for nr, navn in enumerate(navne) if KOMMUNE.fullmatch(navn)]
    # where people are seen (activity, visiting), before where letters go
    plads["kommune"] = sorted(kommuner, key=lambda nr: (navne[nr].removeprefix("sor")[0] == "p", nr))
    mangler = [en for en in KRAEVES if en not in plads] + ([] if kommuner else ["kommunekode"])
    if mangler:
        raise HentFejl(
            f"SOR-filen har ikke kolonner for {', '.join(mangler)}. Den har: {', '.join(overskrifter)[:600]}."
        )
    return plads


def _units(raekker: Iterator[list[str]], plads: dict[str, list[int]], bredde: int) -> Iterator[Enhed]:
    for raekke in raekker:
        if len(raekke) != bredde:
            if not any(raekke):
                continue
            raise HentFejl("SOR-filen er ikke hel: en linje har et andet antal felter end overskrifterne.")
        ydernummer = _plain(raekke[plads["ydernummer"][0]]).lstrip("0")
        if ydernummer:
            koder = (_kommune(_plain(raekke[nr])) for nr in plads["kommune"])
            yield Enhed(
                ydernummer,
                _plain(raekke[plads["type"][0]]) or "(uden type)",
                tuple(dict.fromkeys(kode for kode in koder if kode)),
                _day(raekke, plads.get("aabnet", [])),
                _day(raekke, plads.get("lukket", [])),
            )


def _plain(celle: str) -> str:
    """The text of a cell; some are written ="123" so that Excel leaves them alone."""
    celle = celle.strip()
    if celle.startswith('="') and celle.endswith('"'):
        celle = celle[2:-1]
    return celle.strip()


def _kommune(skrevet: str) -> str:
    """Three digits of the registers' four; "" when it is no code."""
    fundet = re.fullmatch(r"0*([1-9]\d\d)", skrevet)
    return fundet[1] if fundet else ""


def _day(raekke: list[str], pladser: list[int]) -> date | None:
    """The first date that is filled in."""
    skrevet = next((tekst for nr in pladser if (tekst := _plain(raekke[nr]))), "")
    return as_day(skrevet) if skrevet else None


def as_day(skrevet: str) -> date:
    """A day as the files write it, with or without a time behind. Raises HentFejl."""
    for form in DATO:
        if fundet := form.match(skrevet):
            tal = [int(en) for en in fundet.groups()]
            try:
                return date(*(tal if len(fundet[1]) == 4 else tal[::-1]))
            except ValueError:
                break
    raise HentFejl("SOR-filen har en dato, som ikke kan læses.")
