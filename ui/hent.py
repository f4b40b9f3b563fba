"""Buttons that make a file of what is shown. The file is made when the button is pressed, never before."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from export.dias.slides import deck_slides, slides
from export.filer.regneark import workbook
from export.filer.scenarie import scenario_workbook
from export.former import DANSK_CSV, FIGUR, PPTX, TABEL, XLSX, Filform, dated, stem
from export.om import Oplysninger, about
from export.papir.rapport import area_report, handout
from export.samlet import area_zip, page_zip
from queries.database import Snapshot
from queries.standard import opened
from ui import ur
from ui.adgang.hvem import asking
from ui.adresse import site
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.fremvisning.praesentation import Praesentation
from views.sprog.markdown import plain


def table_button(view: View) -> None:
    """The table as Danish Excel reads it, under a table."""
    _button(view, DANSK_CSV, "tabel")


def view_buttons(view: View) -> None:
    """Every file that a View can become, each one press away."""
    typer = (FIGUR if view.figure or view.text or not view.table.empty else ()) + (() if view.table.empty else TABEL)
    if not typer:
        return
    with st.container(horizontal=True, gap="xsmall"):
        for filtype in typer:
            _button(view, filtype)


def area_files(filters: Filters, hvor: str = "") -> None:
    """Everything about the area: the report alone, or all in one file. `hvor` tells them from others on the page."""
    navn = _with_day(filters.area_name(), filters.datasaet == "eksempel")
    with st.container(horizontal=True):
        _slow_file("Hent rapport (pdf)", f"{navn}.pdf", "application/pdf", partial(area_report, filters), hvor)
        _slow_file("Hent alt for mit område", f"{navn}.zip", "application/zip", partial(area_zip, filters), hvor)


def scenario_file(filters: Filters) -> None:
    """The scenario with its formulas, for whoever wants to change a cell and see."""
    navn = _with_day("scenarie", filters.datasaet == "eksempel")
    _slow_file("Hent regnestykket (xlsx med formler)", f"{navn}.xlsx", XLSX, partial(scenario_workbook, filters))


def page_files(views: list[View], titel: str) -> None:
    """Every figure and table that the page shows, in one file."""
    views = list({en.id: en for en in views}.values())
    if not views:
        return
    navn = _with_day(titel, views[0].example)
    dias = [(en, "", "") for en in views]
    _slow_file("Hele siden som PowerPoint", f"{navn}.pptx", PPTX, lambda om, _: slides(titel, dias, om))
    _slow_file("Hele siden som Excel", f"{navn}.xlsx", XLSX, lambda om, _: workbook(views, om))
    _slow_file("Hent alt på siden (zip)", f"{navn}.zip", "application/zip", lambda om, _: page_zip(titel, views, om))


def deck_files(deck: Praesentation, datasaet: str) -> None:
    """The deck as slides to edit and as paper to hand out."""
    navn = _with_day(deck.titel, datasaet == "eksempel")
    with st.container(horizontal=True):
        _slow_file("Hent som PowerPoint", f"{navn}.pptx", PPTX, partial(deck_slides, deck, datasaet))
        _slow_file("Hent som pdf til uddeling", f"{navn}.pdf", "application/pdf", partial(handout, deck, datasaet))


def _with_day(navn: str, eksempel: bool) -> str:
    return dated(navn, eksempel, ur.today())


def _button(view: View, filtype: Filform, hvor: str = "") -> None:
    """`hvor` tells it from another of the same file."""
    adresse, bruger = site(), asking()
    st.download_button(
        plain(filtype.knap),
        data=lambda: filtype.lav(view, about(opened(bruger), ur.now(), adresse)),
        file_name=f"{stem(view, ur.today())}.{filtype.endelse}",
        mime=filtype.medietype.partition(";")[0],
        key=f"hent_{view.id}_{filtype.knap}{hvor}",
        on_click="ignore",
        icon=":material/download:",
    )


def _slow_file(
    knap: str, navn: str, medietype: str, lav: Callable[[Oplysninger, Snapshot], bytes], hvor: str = ""
) -> None:
    """A file that takes seconds: one press makes it and saves it. Streamlit makes it in a thread of its own, so it
    holds no turn and no page waits for it."""
    adresse, bruger = site(), asking()

    def made() -> bytes:
        data = opened(bruger)
        return lav(about(data, ur.now(), adresse), data)

    st.download_button(
        plain(knap),
        data=made,
        file_name=navn,
        mime=medietype,
        key=f"lav_{knap}{hvor}",
        on_click="ignore",
        icon=":material/download:",
    )
