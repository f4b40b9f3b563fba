"""Every form that a View can take as a file, and what such a file is called."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from data.slug import slug
from export.dias.slides import slides
from export.filer.billede import png, svg
from export.filer.data import json_file
from export.filer.regneark import workbook
from export.filer.tabel import danish_csv, international_csv, table_csv
from export.om import Oplysninger
from export.papir.enkelt import view_on_paper
from geo import niveauer
from views.faelles.view import View
from views.fremvisning.parametre import parameters

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Filform:
    """One kind of file: what its button says, how its name ends, its media type, and what makes it."""

    knap: str
    endelse: str
    medietype: str
    lav: Callable[[View, Oplysninger], bytes]


FIGUR = (
    Filform("PowerPoint", "pptx", PPTX, lambda view, om: slides(view.title, [(view, "", "")], om)),
    Filform("Billede (png)", "png", "image/png", png),
    Filform("Billede (svg)", "svg", "image/svg+xml", svg),
    Filform("Pdf", "pdf", "application/pdf", view_on_paper),
)
DANSK_CSV = Filform("CSV til dansk Excel", "csv", "text/csv; charset=utf-8", danish_csv)
INTERNATIONAL_CSV = Filform("CSV, international", "csv", "text/csv; charset=utf-8", international_csv)
REN_CSV = Filform("CSV til programmer", "csv", "text/csv; charset=utf-8", table_csv)
EXCEL = Filform("Excel", "xlsx", XLSX, lambda view, om: workbook([view], om))
TABEL = (EXCEL, DANSK_CSV, INTERNATIONAL_CSV)
JSON = Filform("JSON", "json", "application/json", json_file)
# By the ending of an address; the international form of csv is told by a parameter.
ENDELSER = {en.endelse: en for en in (DANSK_CSV, JSON, *FIGUR[::-1], EXCEL)}


def file_name(navn: str) -> str:
    """A name that every system can write: "Sundhedsråd Sønderjylland" -> "sundhedsraad-soenderjylland"."""
    return slug(navn) or "fil"


def stem(view: View, dag: date) -> str:
    """The name of a View's file, without its ending: what, of which area, on what day; the indicator where the View is
    about the chosen one."""
    filters = view.filters
    sted = filters.area_name(uden=niveauer.HELE_LANDET)
    egen = filters.indikator if "indikator" in parameters(view.id) else ""
    hvad = "scenarie" if view.scenarie else egen
    return dated(f"{view.id} {hvad} {sted}", view.example, dag)


def dated(navn: str, eksempel: bool, dag: date) -> str:
    """A file's name with its day, and that its numbers are invented when they are."""
    return file_name(f"{'eksempeldata ' if eksempel else ''}{navn} {dag.isoformat()}")
