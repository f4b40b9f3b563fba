"""Sheets made by hand and proposed without a file, so that a test is about one cell and costs little."""

from collections.abc import Sequence
from datetime import date
from unittest.mock import patch

from data.indlaes import Fil, Forslag, propose
from data.indlaes.bedoem import Dom
from data.regneark.ark import Ark, Indhold
from tests.data.indlaes_filer import table

I_DAG = date(2026, 11, 22)


def sheet(*raekker: dict, navn: str = "Ark1", **om) -> Ark:
    """Rows as a sheet; the headings are those of the first row. "" is an empty cell."""
    return Ark(navn, [[celle or None for celle in raekke] for raekke in table(*raekker)], **om)


def proposal(egne_kilder, *ark: Ark, efterse: bool = False) -> Forslag:
    """What loading the sheets would do. Without `efterse` the rules of the build are not asked: only the reading."""
    fil = Fil("fil.xlsx", b"x")
    with patch("data.indlaes.forslag.read", lambda fil: Indhold([*ark])):
        if efterse:
            return propose([fil], kilder=egne_kilder, i_dag=I_DAG)
        with patch("data.indlaes.forslag.assess", lambda *_: Dom()):
            return propose([fil], kilder=egne_kilder, i_dag=I_DAG)


def errors(forslag: Forslag) -> list[str]:
    """The errors in words."""
    return [str(en) for en in forslag.fejl]


def warnings(forslag: Forslag) -> list[str]:
    """The warnings in words."""
    return [str(en) for en in forslag.advarsler]


def column(forslag: Forslag, tabel: str, kolonne: str) -> list[str | None]:
    """A column of what would be loaded."""
    return forslag.tabeller[tabel].celler[kolonne]


def some(saetninger: Sequence[str], *dele: str) -> bool:
    """Does one of the sentences hold all the parts?"""
    return any(all(del_ in en for del_ in dele) for en in saetninger)
