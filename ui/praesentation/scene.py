"""The stage of a show: one slide over the whole window, its keys, and what the hall asks for.

The head, the foot and the keys are a component of our own, for Streamlit's buttons have one key each, know nothing of
full screen, and can be neither large nor over the whole window. Figures and words are drawn by Streamlit inside it.
"""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import segno
import streamlit as st

from ui import noegler, vindue
from ui.figur import FinishedFigure
from ui.koe import turn
from ui.praesentation.adresse import hall_link, speaker_link, unreachable, write_address
from ui.praesentation.forbered import prepared, warm_all
from ui.praesentation.forud import light, send_ahead, table_of, warnings
from ui.praesentation.fremvisninger import Fremvisning, clock
from ui.praesentation.styring import follow, is_closed, mount
from ui.script import by_address
from views.figur.plotly.kort import PLOTLY_CONFIG
from views.fremvisning.lysbillede import Skaerm
from views.fremvisning.lysbillede_dias import WORDS, Lysbillede

HER = Path(__file__).resolve().parent
# What both windows of a show have.
FAELLES = (HER / "styring.js", HER / "lag.js", HER / "lag.css", HER.parent / "stedsoegning.js")
# Styles of its own would not reach the boxes that Streamlit puts figures in, hence not isolated.
_scene = st.components.v2.component(
    "praesentation_scene", **by_address(HER / "scene", HER / "peger.js", *FAELLES), isolate_styles=False
)


def show_stage(fremvisning: Fremvisning) -> None:
    """The slide that the show has come to, and whatever moves it."""
    warm_all(fremvisning, _window(), light)
    _slide(fremvisning)
    send_ahead(fremvisning)
    follow(fremvisning)


@st.fragment
@turn()
def _slide(fremvisning: Fremvisning) -> None:
    """Only this runs again when a key is pressed."""
    if is_closed():
        st.rerun()
    stilling, skaerm = fremvisning.stilling, _window()
    billede = prepared(fremvisning, stilling.nr, stilling.omraade, skaerm)
    write_address(fremvisning)
    mount(_scene, noegler.SCENEN, fremvisning, _content(fremvisning, billede, skaerm), on_skaerm_change=_resized)
    with st.container(key="dias_indhold"):
        if billede.figur is not None:
            st.plotly_chart(
                FinishedFigure(billede.figur),
                key="dias_figur",
                config=PLOTLY_CONFIG,
                alt=billede.view.in_words,
            )
        elif billede.tekst:
            st.markdown(billede.tekst)


def _window() -> Skaerm:
    """The window that the show is drawn for. One that starts from a page knows it: drawn twice, the first map would be
    taken away while plotly is at work on it."""
    fra_siden = Skaerm(*(vindue.measured() or ()))
    return replace(st.session_state.get(noegler.SKAERM, fra_siden), moerk=st.context.theme.type == "dark")


def _resized() -> None:
    bredde, hoejde = (max(200, min(int(en), 8000)) for en in st.session_state[noegler.SCENEN].skaerm)
    st.session_state[noegler.SKAERM] = Skaerm(bredde, hoejde)


def _content(fremvisning: Fremvisning, billede: Lysbillede, skaerm: Skaerm) -> dict:
    """What the script writes on the slide."""
    view, stilling, antal = billede.view, fremvisning.stilling, len(fremvisning.deck.dias)
    return {
        "titel": billede.titel,
        "under": view.subtitle if view else "",
        "om": billede.om_omraadet,
        "advarsel": warnings(fremvisning.datasaet, view),
        "besked": billede.besked,
        "daekning": view.coverage if view and not view.withheld else "",
        "kilde": view.source_line if view else "",
        "version": frozen(fremvisning),
        "nummer": f"{stilling.nr + 1} / {antal}",
        "tabel": billede.tabel and table_of(billede.tabel),
        "tekst_px": billede.tekst_px or WORDS,
        "skala": skaerm.skala,
        "skaerm": [skaerm.bredde, skaerm.hoejde],
        "taler": speaker_link(fremvisning),
        "qr": _code(fremvisning),
    }


def frozen(fremvisning: Fremvisning) -> str:
    """ "Data fra version 1a2b3c · fastfrosset 14.05"."""
    tid = clock(fremvisning.begyndt, st.context.timezone)
    igen = " igen" if fremvisning.igen else ""
    return f"Data fra version {fremvisning.data.version[:6]} · fastfrosset{igen} kl. {tid}"


def _code(fremvisning: Fremvisning) -> dict:
    link = hall_link(fremvisning)
    return {"link": link, "raekker": _dots(link), "advarsel": unreachable(link)}


@lru_cache(maxsize=64)
def _dots(link: str) -> tuple[str, ...]:
    """The QR code of a link, made here: rows of 0 and 1."""
    return tuple("".join("1" if prik else "0" for prik in raekke) for raekke in segno.make(link, micro=False).matrix)
