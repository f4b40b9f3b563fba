"""How a table is written as text for a spreadsheet: the Danish form and the international one."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    """The rows as the bytes of a file, UTF-8; None is an empty cell. Numbers are for the caller to write."""
    fil = io.StringIO()
    csv.writer(fil, delimiter=form.skilletegn, lineterminator=LINJESKIFT).writerows(raekker)
    return (form.begyndelse + fil.getvalue()).encode()
