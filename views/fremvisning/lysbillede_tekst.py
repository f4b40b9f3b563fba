"""How much room words take on a slide, and the part of a table that can be read there."""

from dataclasses import dataclass

import pandas as pd

from geo.tekstbredde import text_width
from views.faelles.view import View
from views.sprog import dansk

CELL_PADDING = 1.1
ROW_HEIGHT = 1.75
LONGEST_CELL = 46


def lines_needed(tekst: str, px: float, bredde: float) -> int:
    """How many lines a text takes, at the most; an empty one takes none."""
    if not tekst:
        return 0
    return sum(max(1, -(-int(text_width(afsnit, px) * 1.04) // max(1, int(bredde)))) for afsnit in tekst.split("\n"))


@dataclass(frozen=True)
class Tabelbillede:
    """The part of a table that fits: words by row, which columns hold numbers, and what is said of the rest."""

    kolonner: tuple[str, ...]
    er_tal: tuple[bool, ...]
    raekker: tuple[tuple[str, ...], ...]
    rest: str


def readable_table(view: View, bredde: float, hoejde: float, px: float) -> Tabelbillede:
    """As many rows and columns as can be read at a type size of `px`; the rest is counted."""
    tabel = view.table.drop(columns=view.link_column) if view.link_column else view.table
    celler = {navn: [_cell(view, navn, vaerdi) for vaerdi in tabel[navn]] for navn in tabel}
    hoejst = max(1, int(hoejde / (ROW_HEIGHT * px)) - 1)
    vises = len(tabel) if len(tabel) <= hoejst else hoejst - 1
    kolonner, brugt = [], 0.0
    for navn, ord_ in celler.items():
        bredest = max([text_width(en, px) for en in ord_[:vises]] + [text_width(navn, px)])
        brugt += bredest + 2 * CELL_PADDING * px
        if kolonner and brugt > bredde:
            break
        kolonner.append(navn)
    mere = ((len(tabel) - vises, "række", "rækker"), (len(celler) - len(kolonner), "kolonne", "kolonner"))
    rest = [f"{dansk.counted(antal, en, flere)} mere" for antal, en, flere in mere if antal]
    return Tabelbillede(
        tuple(kolonner),
        tuple(pd.api.types.is_numeric_dtype(tabel[navn]) for navn in kolonner),
        tuple(zip(*(celler[navn][:vises] for navn in kolonner), strict=True)),
        f"… og {dansk.sentence_list(rest)}" if rest else "",
    )


def _cell(view: View, navn: str, vaerdi) -> str:
    ord_ = view.cell_text(navn, vaerdi)
    return ord_ if len(ord_) <= LONGEST_CELL else ord_[: LONGEST_CELL - 1].rstrip() + "…"
