"""How a table is written as text for a spreadsheet: the Danish form and the international one."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.regneark.formeltegn import harmless

LINJESKIFT = "\r\n"


@dataclass(frozen=True)
class Form:
    """What parts columns, the decimal mark, and how the file begins."""

    skilletegn: str
    komma: str
    begyndelse: str


# As Danish Excel reads it; without the mark at the beginning it would take UTF-8 for something else.
DANSK = Form(";", ",", "\ufeff")
INTERNATIONAL = Form(",", ".", "")


def csv_bytes(raekker: Iterable[Sequence], form: Form = DANSK) -> bytes:
    """The rows as the bytes of a file, UTF-8. None is an empty cell, a float has ten digits at most, and no text runs
    as a formula."""
    fil = io.StringIO()
    skriver = csv.writer(fil, delimiter=form.skilletegn, lineterminator=LINJESKIFT)
    skriver.writerows([_cell(celle, form) for celle in raekke] for raekke in raekker)
    return (form.begyndelse + fil.getvalue()).encode()


def _cell(celle, form: Form) -> str:
    if isinstance(celle, str):
        return harmless(celle)
    if isinstance(celle, float):
        return f"{celle:.10g}".replace(".", form.komma)
    return "" if celle is None else str(celle)
