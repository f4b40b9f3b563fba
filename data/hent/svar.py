"""An answer of the StatBank, CSV or BULK, as cells: by codes, with numbers, and with what is missing told as missing.

Both begin with a byte order mark or not, are parted by ; and may hold labels instead of codes, which the table's
description turns back. What is neither code nor label is refused: an answer in another language says so.
"""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from data.hent.tabel import Tabel, Variabel
from data.hent.transport import HentFejl

# »-« can mean zero, but not in every table; it is not made into one.
MANGLER = ("..", ".", "…", "x", "-", "–", "")
TAL = re.compile(r"\d+(,\d+)?|\d+\.(\d{1,2}|\d{4,})", re.ASCII)


@dataclass(frozen=True)
class Celle:
    """One figure: the code of every variable by its id, and the number; None when the table does not say it."""

    koder: dict[str, str]
    tal: Decimal | None


def number(tekst: str) -> Decimal | None:
    """The number of a Danish answer, None for one of the marks of what is missing.

    A point that may part thousands is refused rather than guessed at. Raises HentFejl.
    """
    tekst = tekst.strip()
    if tekst.lower() in MANGLER:
        return None
    if not TAL.fullmatch(tekst):
        raise HentFejl(f"»{tekst[:40]}« er ikke et tal, som Danmarks Statistik plejer at skrive det.")
    return Decimal(tekst.replace(",", "."))


def read_cells(svar: bytes, tabel: Tabel) -> list[Celle]:
    """The cells of an answer. Raises HentFejl when it is not the table's."""
    try:
        raekker = [*csv.reader(io.StringIO(svar.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)]
    except (UnicodeDecodeError, csv.Error):
        raise HentFejl(f"Svaret om {tabel.id} kan ikke læses som en tabel.") from None
    raekker = [en for en in raekker if any(celle.strip() for celle in en)]
    if len(raekker) < 2:
        raise HentFejl(f"Svaret om {tabel.id} er tomt.")
    overskrifter, *raekker = raekker
    plads = _places(overskrifter, tabel)
    vaerdi = next(nr for nr in range(len(overskrifter)) if nr not in plads.values())
    koder = {variabel.id: _coder(variabel, tabel) for variabel in tabel.variable}
    celler, sete = [], set()
    for raekke in raekker:
        if len(raekke) != len(overskrifter):
            raise HentFejl(f"Svaret om {tabel.id} er ikke helt: en linje har {len(raekke)} felter.")
        celle = Celle({id_: koder[id_](raekke[nr]) for id_, nr in plads.items()}, number(raekke[vaerdi]))
        noegle = tuple(celle.koder.values())
        if noegle in sete:
            raise HentFejl(f"Svaret om {tabel.id} har to tal for det samme ({', '.join(noegle)}).")
        sete.add(noegle)
        celler.append(celle)
    return celler


def _places(overskrifter: list[str], tabel: Tabel) -> dict[str, int]:
    """The column of every variable, by its id or its name; what is left is that of the figures."""
    navne = [en.strip().casefold() for en in overskrifter]
    plads = {}
    for variabel in tabel.variable:
        kendte = {variabel.id.casefold(), variabel.tekst.casefold()}
        fundne = [nr for nr, navn in enumerate(navne) if navn in kendte]
        if len(fundne) != 1:
            raise HentFejl(
                f"Svaret om {tabel.id} har ikke kolonnen {variabel.id} (»{variabel.tekst}«) én gang; kolonnerne er "
                f"{', '.join(overskrifter)[:120]}."
            )
        plads[variabel.id] = fundne[0]
    if len(overskrifter) != len(plads) + 1:
        raise HentFejl(f"Svaret om {tabel.id} har ikke netop én kolonne med tal.")
    return plads


def _coder(variabel: Variabel, tabel: Tabel) -> Callable[[str], str]:
    """From what an answer writes to a code. A label that two codes share is none."""
    fra_tekst: dict[str, str] = {}
    tvetydige = set()
    for kode, tekst in variabel.vaerdier.items():
        if fra_tekst.setdefault(tekst, kode) != kode:
            tvetydige.add(tekst)

    def as_code(skrevet: str) -> str:
        skrevet = skrevet.strip()
        if skrevet in variabel.vaerdier:
            return skrevet
        if skrevet in tvetydige or skrevet not in fra_tekst:
            raise HentFejl(
                f"Svaret om {tabel.id} siger »{skrevet[:40]}« om {variabel.tekst}; det er hverken en kode eller et "
                "navn i tabellens danske beskrivelse."
            )
        return fra_tekst[skrevet]

    return as_code
