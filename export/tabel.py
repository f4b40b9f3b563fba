"""The table of a View as a file."""

import csv
import io

from views import ord
from views.view import View

# A cell that begins with one of these would be read as a formula by a spreadsheet.
FORMELTEGN = ("=", "+", "-", "@", "\t", "\r")


def danish_csv(view: View) -> bytes:
    """The table as Danish Excel reads it: UTF-8 with BOM, semicolon, decimal comma; missing cells are empty.

    Title, filters, as-of date, definition, sources and link stand below the table, after an empty row.
    """
    tekst = io.StringIO()
    skriver = csv.writer(tekst, delimiter=";", lineterminator="\r\n")
    skriver.writerow([_harmless(str(navn)) for navn in view.table.columns])
    for raekke in view.table.itertuples(index=False):
        skriver.writerow([_cell(vaerdi) for vaerdi in raekke])
    skriver.writerow([])
    if view.example:
        skriver.writerow([ord.EKSEMPEL_ADVARSEL])
    skriver.writerow(["Titel", _harmless(view.title)])
    skriver.writerow(["Udsnit", _harmless(view.subtitle)])
    skriver.writerow(["Opgjort pr.", view.as_of])
    skriver.writerow(["Definition", _harmless(view.definition)])
    skriver.writerow(["Dækning", _harmless(view.coverage)])
    for kilde in view.sources:
        skriver.writerow(["Kilde", _harmless(kilde.titel), _harmless(kilde.udgiver), kilde.dato, kilde.url])
    skriver.writerow(["Link", view.link])
    return ("\ufeff" + tekst.getvalue()).encode()


def _cell(vaerdi) -> str:
    if vaerdi is None or vaerdi != vaerdi or str(vaerdi) == "<NA>":
        return ""
    if isinstance(vaerdi, str):
        return _harmless(vaerdi)
    return f"{vaerdi:.10g}".replace(".", ",") if isinstance(vaerdi, float) else str(vaerdi)


def _harmless(tekst: str) -> str:
    return "'" + tekst if tekst.startswith(FORMELTEGN) else tekst
