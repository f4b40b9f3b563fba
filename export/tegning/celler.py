"""The cells of a view's table as the product writes them, for tables that are read and not counted with."""

from dataclasses import dataclass

import pandas as pd

from export.tegning import tekst
from views.faelles.view import View

MANGE_KOLONNER, FLEST_KOLONNER = 6, 9
# A workbook takes every text for text: no formula, link or number is made of it.
KUN_TEKST = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
UNDVAERLIGE = ("Kilde", "Bemærkning", "Beløbet er", "Tæller med")


def is_numeric(view: View, kolonne: str) -> bool:
    """Does the column hold numbers, which stand to the right?"""
    return pd.api.types.is_numeric_dtype(view.table[kolonne])


@dataclass(frozen=True)
class Udsnit:
    """A table as it is read: heads, rows of text, which columns stand to the right, and how many are left out."""

    hoveder: list[str]
    raekker: list[list[str]]
    til_hoejre: list[bool]
    udeladt: int = 0


def shown(view: View) -> Udsnit:
    """The table as a page has room for it: a very wide one stands on its side, or loses its last columns."""
    uden = left_out(view)
    kolonner = [en for en in view.table.columns if en not in uden]
    raekker = [
        [tekst.clean(view.cell_text(navn, vaerdi)) for navn, vaerdi in zip(kolonner, post, strict=True)]
        for post in view.table[kolonner].itertuples(index=False, name=None)
    ]
    hoveder = [str(en) for en in kolonner]
    if len(hoveder) > FLEST_KOLONNER and len(raekker) < FLEST_KOLONNER:
        vendt = [list(en) for en in zip(hoveder, *raekker, strict=True)]
        return Udsnit(vendt[0], vendt[1:], [False, *[True] * len(raekker)])
    til_hoejre = [is_numeric(view, en) for en in kolonner]
    udeladt = max(len(hoveder) - FLEST_KOLONNER, 0)
    if udeladt:
        hoveder, til_hoejre = hoveder[:FLEST_KOLONNER], til_hoejre[:FLEST_KOLONNER]
        raekker = [en[:FLEST_KOLONNER] for en in raekker]
    return Udsnit(hoveder, raekker, til_hoejre, udeladt)


def left_out(view: View) -> tuple[str, ...]:
    """Columns that a page or a slide has no room for: addresses, and in a wide table the source (the notes have it)."""
    bred = len(view.table.columns) > MANGE_KOLONNER
    return tuple(en for en in view.table.columns if en in (view.link_column, "Link") or (bred and en in UNDVAERLIGE))
