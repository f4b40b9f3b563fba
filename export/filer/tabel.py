"""The table of a View as a text file: as Danish Excel reads it, or in the international form."""

import csv
import io
from dataclasses import dataclass

from data.regneark import formeltegn
from export.om import Oplysninger, selection
from export.tegning import tekst
from views.faelles.view import View
from views.sprog import dansk, ord


@dataclass(frozen=True)
class Form:
    """How a text file is written: what parts columns, the decimal mark, and how it begins."""

    skilletegn: str
    komma: str
    begyndelse: str


DANSK = Form(";", ",", "\ufeff")
INTERNATIONAL = Form(",", ".", "")


def danish_csv(view: View, om: Oplysninger | None = None) -> bytes:
    """The table as Danish Excel reads it: UTF-8 with BOM, semicolon, decimal comma; missing cells are empty.

    Title, filters, as-of date, definition, sources and link stand below the table, after an empty row.
    """
    return _csv(view, om, DANSK)


def international_csv(view: View, om: Oplysninger | None = None) -> bytes:
    """The same for other programs: UTF-8 without BOM, comma, decimal point."""
    return _csv(view, om, INTERNATIONAL)


def _csv(view: View, om: Oplysninger | None, form: Form) -> bytes:
    fil = io.StringIO()
    skriver = csv.writer(fil, delimiter=form.skilletegn, lineterminator="\r\n")
    skriver.writerow([harmless(str(navn)) for navn in view.table.columns])
    for raekke in view.table.itertuples(index=False):
        skriver.writerow([_cell(vaerdi, form) for vaerdi in raekke])
    skriver.writerow([])
    for raekke in _about(view, om):
        skriver.writerow([harmless(felt) for felt in raekke])
    return (form.begyndelse + fil.getvalue()).encode()


def _about(view: View, om: Oplysninger | None) -> list[list[str]]:
    """The rows below the table."""
    ud = [[ord.EKSEMPEL_ADVARSEL]] if view.example else []
    ud += [
        ["Titel", view.title],
        ["Udsnit", selection(view)],
        ["Datasæt", ord.DATASAET[view.filters.datasaet]],
        ["Opgjort pr.", view.as_of],
        ["Definition", view.definition],
        ["Dækning", view.coverage],
    ]
    ud += [["Vises ikke", view.withheld]] if view.withheld else []
    ud += [["Kilde", kilde.titel, kilde.udgiver, kilde.dato, kilde.url] for kilde in view.sources]
    if om is not None:
        ud += [["Dataversion", om.version], ["Lavet", om.made]]
    return [*ud, ["Link", (om.adresse if om else "") + view.link]]


def _cell(vaerdi, form: Form) -> str:
    if dansk.is_missing(vaerdi):
        return ""
    if isinstance(vaerdi, str):
        return harmless(vaerdi)
    return f"{vaerdi:.10g}".replace(".", form.komma) if isinstance(vaerdi, float) else str(vaerdi)


def harmless(ord_: str) -> str:
    """Text that a spreadsheet shows and never runs."""
    return formeltegn.harmless(tekst.clean(ord_))
