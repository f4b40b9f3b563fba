"""The table of a View as a text file: as Danish Excel reads it, or in the international form."""

from data.csvform import DANSK, INTERNATIONAL, Form, csv_bytes
from export.om import Oplysninger, selection
from export.tegning import tekst
from views.faelles.view import View
from views.fremvisning.parametre import address
from views.sprog import dansk, ord

# The column of what must be said, in a table that stands alone.
ADVARSEL = "Advarsel"


def danish_csv(view: View, om: Oplysninger | None = None) -> bytes:
    """The table as Danish Excel reads it: UTF-8 with BOM, semicolon, decimal comma; missing cells are empty.

    Title, filters, as-of date, definition, sources and link stand below the table, after an empty row.
    """
    return _csv(view, om, DANSK)


def international_csv(view: View, om: Oplysninger | None = None) -> bytes:
    """The same for other programs: UTF-8 without BOM, comma, decimal point."""
    return _csv(view, om, INTERNATIONAL)


def table_csv(view: View, _: Oplysninger | None = None) -> bytes:
    """The table alone in the international form, for programs: one row of headings, and nothing below. What must stand
    wherever the numbers do has a column of its own."""
    advarsel = [ADVARSEL] * bool(view.advarsel), [view.advarsel] * bool(view.advarsel)
    hoveder = [*map(str, view.table.columns), *advarsel[0]]
    raekker = ([*map(_cell, en), *advarsel[1]] for en in view.table.itertuples(index=False))
    return csv_bytes([hoveder, *raekker], INTERNATIONAL)


def _csv(view: View, om: Oplysninger | None, form: Form) -> bytes:
    tabel = [list(map(str, view.table.columns)), *view.table.itertuples(index=False)]
    return csv_bytes([[_cell(celle) for celle in raekke] for raekke in [*tabel, [], *_about(view, om)]], form)


def _about(view: View, om: Oplysninger | None) -> list[list[str]]:
    """The rows below the table."""
    ud = [[en] for en in view.advarsler]
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
    return [*ud, ["Link", (om.adresse if om else "") + address(view.id, view.filters)]]


def _cell(vaerdi) -> object:
    if dansk.is_missing(vaerdi):
        return None
    return tekst.clean(vaerdi) if isinstance(vaerdi, str) else vaerdi
