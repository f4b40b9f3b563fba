"""Slides as light pictures: what stands on them as words and an SVG drawing, which a browser keeps.

They are what the speaker sees, what the overview shows, and what the stage goes on with while the line is lost. The
browser asks for one after the other, the nearest first, and never for two at a time.
"""

from datetime import date
from pathlib import Path
from xml.sax.saxutils import quoteattr

import streamlit as st

from export.tegning import html, svgmaerker
from export.tegning.tegning import drawing
from geo.former import active_basemap
from queries.database import Snapshot
from ui import noegler
from ui.koe import turn
from ui.praesentation.forbered import make
from ui.praesentation.fremvisninger import Fremvisning
from views.faelles.view import Form, View
from views.fremvisning.lysbillede import Skaerm
from views.fremvisning.lysbillede_tekst import Tabelbillede
from views.fremvisning.praesentation import Dias, note_of
from views.sprog import ord

# In points: on a wall of 1920 pixels the smallest type of a drawing (7) is as large as that of a slide.
BREDDE, SKRIFT = 540.0, 8.0
FULD = Skaerm()
_forud = st.components.v2.component(
    "praesentation_forud", js=(Path(__file__).resolve().parent / "forud.js").read_text(encoding="utf-8")
)


def light(fremvisning: Fremvisning, nr: int, omraade: str | None = None) -> dict:
    """Slide `nr` for the browser, remembered with the version of the data. Shared: never change it."""
    dias, kort = fremvisning.deck.dias[nr], active_basemap().version
    fast = fremvisning.data.once(_picture, dias, fremvisning.datasaet, fremvisning.dag, omraade, kort)
    return fast | {"nr": nr, "omraade": omraade}


def _picture(dias: Dias, datasaet: str, dag: date, omraade: str | None, kort: str, data: Snapshot) -> dict:
    billede = data.once(make, dias, datasaet, dag, omraade, FULD, kort)
    view, tabel = billede.view, billede.tabel
    er_figur = view is not None and view.form == Form.FIGUR
    return {
        "titel": billede.titel,
        "under": view.subtitle if view else "",
        "om": billede.om_omraadet,
        "advarsel": warnings(datasaet, view),
        "besked": billede.besked,
        "daekning": view.coverage if view and not view.withheld else "",
        "kilde": view.source_line if view else "",
        "svg": _drawn(view, billede.hoejde) if er_figur else "",
        "ord": html.words(billede.tekst) if billede.tekst else "",
        "tabel": tabel and table_of(tabel),
        "note": note_of(dias, view),
        "definition": view.definition if view else "",
    }


def warnings(datasaet: str, view: View | None) -> str:
    """What stands on top of the slide; in a show of invented numbers every slide says so."""
    opdigtet = [ord.EKSEMPEL_ADVARSEL] if datasaet == "eksempel" else []
    return " · ".join(dict.fromkeys([*opdigtet, *(view.advarsler if view else ())]))


def table_of(tabel: Tabelbillede) -> dict:
    """A table for the browser."""
    return {"kolonner": tabel.kolonner, "er_tal": tabel.er_tal, "raekker": tabel.raekker, "rest": tabel.rest}


def _drawn(view: View, hoejde: int) -> str:
    """The figure in the proportions that the slide has room for."""
    tegning = drawing(view.figure, BREDDE, round(BREDDE * hoejde / FULD.bredde), SKRIFT)
    maerker = "".join(svgmaerker.element(en) for en in tegning.maerker)
    maal, i_ord = f"0 0 {tegning.bredde:g} {tegning.hoejde:g}", html.attribute(view.in_words)
    skrift = quoteattr(svgmaerker.SKRIFTNAVNE)
    return f'<svg viewBox="{maal}" role="img" aria-label={i_ord} font-family={skrift}>{maerker}</svg>'


@st.fragment
@turn()
def send_ahead(fremvisning: Fremvisning) -> None:
    """Gives the browser the slide that it lacks; it asks again when it has it."""

    def asked() -> None:
        st.session_state[noegler.FORUD] = int(st.session_state[noegler.SENDT].mangler)

    nr, antal = st.session_state.pop(noegler.FORUD, None), len(fremvisning.deck.dias)
    _forud(
        key=noegler.SENDT,
        data={
            "show": fremvisning.id + fremvisning.begyndt.isoformat(),
            "antal": antal,
            "nr": fremvisning.stilling.nr,
            "billede": light(fremvisning, nr) if nr is not None and 0 <= nr < antal else None,
        },
        on_mangler_change=asked,
        height=1,
    )
