"""The registers and their tables, as data/katalog declares them: one name for each, wherever it is spoken of."""

import csv
from dataclasses import dataclass
from pathlib import Path

KATALOG = Path(__file__).resolve().parent / "katalog"


@dataclass(frozen=True)
class Register:
    """A register by its code. `navn` is what its figures are called, `datanavn` its rows where they are loaded, judged
    or taken home, and `indlaesning` the word it is loaded by, "" when it is not.

    fineste_niveau: the finest level that its figures can be known for; "" for sources, which are about no place.
    tabeller: main table first.
    """

    kode: str
    navn: str
    datanavn: str
    indlaesning: str
    fineste_niveau: str
    tabeller: tuple[str, ...]

    @property
    def kan_vaere_komplet(self) -> bool:
        """Is it something that can hold all there is of a place?"""
        return self.fineste_niveau != ""


def _rows(navn: str) -> list[dict[str, str]]:
    with open(KATALOG / f"{navn}.csv", encoding="utf-8", newline="") as fil:
        return list(csv.DictReader(fil))


# The sheet of every table that is loaded, in the order that people meet them.
ARK = {post["tabel"]: post["ark"] for post in _rows("tabel")}
REGISTRE = {
    post["register"]: Register(
        post["register"],
        post["navn"],
        post["datanavn"],
        post["indlaesning"],
        post["fineste_niveau"],
        tuple(en["tabel"] for en in _rows("tabel") if en["register"] == post["register"]),
    )
    for post in _rows("register")
}
