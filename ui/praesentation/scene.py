"""The stage of a show: one slide over the whole window, its keys, and what the hall asks for.

The head, the foot and the keys are a component of our own, for Streamlit's buttons have one key each, know nothing of
full screen, and can be neither large nor over the whole window. Figures and words are drawn by Streamlit inside it.
"""

import time
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import segno
import streamlit as st

from data.adgang.link import PARAMETER
from ui import noegler, vindue
from ui.figur import FinishedFigure
from ui.koe import turn
from ui.praesentation.adresse import hall_link, speaker_link, unreachable, write_address
from ui.praesentation.forbered import prepared, warm_all
from ui.praesentation.fremvisninger import Fremvisning, clock
from views.faelles.view import View
from views.figur.plotly.kort import PLOTLY_CONFIG
from views.fremvisning.lysbillede import Skaerm
from views.fremvisning.lysbillede_dias import WORDS, Lysbillede
from views.fremvisning.praesentation import area_choices
from views.sprog import ord

UI = Path(__file__).resolve().parent
TEGN = {del_: (UI / f"scene.{del_}").read_text(encoding="utf-8") for del_ in ("html", "css", "js")}
OWN_STEP = 1.5  # seconds
# Styles of its own would not reach the boxes that Streamlit puts figures in, hence not isolated.
_scene = st.components.v2.component("praesentation_scene", **TEGN, isolate_styles=False)


def show_stage(fremvisning: Fremvisning) -> None:
    """The slide that the show has come to, and whatever moves it."""
    warm_all(fremvisning, _window())
    _slide(fremvisning)
    _follow(fremvisning)


@st.fragment
@turn()
def _slide(fremvisning: Fremvisning) -> None:
    """Only this runs again when a key is pressed."""
    if st.session_state.pop(noegler.LUKKET, False):
        st.rerun()
    stilling, skaerm = fremvisning.stilling, _window()
    st.session_state[noegler.TEGNET_SKRIDT] = stilling.skridt
    billede = prepared(fremvisning, stilling.nr, stilling.omraade, skaerm)
    write_address(fremvisning)
    mount_keys("scene", fremvisning, _content(fremvisning, billede, skaerm))
    with st.container(key="dias_indhold"):
        if billede.figur is not None:
            st.plotly_chart(
                FinishedFigure(billede.figur), key="dias_figur", config=PLOTLY_CONFIG, alt=billede.view.in_words
            )
        elif billede.tekst:
            st.markdown(billede.tekst)


@st.fragment(run_every=1)
@turn()
def _follow(fremvisning: Fremvisning) -> None:
    """Go along when another window moves the show; what this one moved is being drawn already."""
    flyttede_selv = time.monotonic() - st.session_state.get(noegler.FLYTTET, 0.0) < OWN_STEP
    if st.session_state.get(noegler.TEGNET_SKRIDT) != fremvisning.stilling.skridt and not flyttede_selv:
        st.rerun()


def _window() -> Skaerm:
    """The window that the show is drawn for. One that starts from a page knows it: drawn twice, the first map would be
    taken away while plotly is at work on it."""
    fra_siden = Skaerm(*(vindue.measured() or ()))
    return replace(st.session_state.get(noegler.SKAERM, fra_siden), moerk=st.context.theme.type == "dark")


def mount_keys(noegle: str, fremvisning: Fremvisning, indhold: dict) -> None:
    """The keys of a show, in a window that shows it or the speaker's."""

    def asked(hvad: str):
        return getattr(st.session_state[noegle], hvad)

    def turned() -> None:
        st.session_state.update({noegler.QR: False, noegler.FLYTTET: time.monotonic()})
        fremvisning.go_to(int(asked("dias")))

    def another_area() -> None:
        kode = asked("omraade")
        st.session_state[noegler.FLYTTET] = time.monotonic()
        fremvisning.ask(kode if kode in dict(area_choices()) else None)

    def resized() -> None:
        bredde, hoejde = (max(200, min(int(en), 8000)) for en in asked("skaerm"))
        st.session_state[noegler.SKAERM] = Skaerm(bredde, hoejde)

    def close() -> None:
        write_address(None)
        fremvisning.end()
        st.session_state[noegler.LUKKET] = True

    _scene(
        key=noegle,
        data=indhold | {"nr": fremvisning.stilling.nr, "antal": len(fremvisning.deck.dias)},
        on_dias_change=turned,
        on_omraade_change=another_area,
        on_skaerm_change=resized,
        on_qr_change=lambda: st.session_state.update({noegler.QR: bool(asked("qr"))}),
        on_luk_change=close,
        height="content",
    )


def _content(fremvisning: Fremvisning, billede: Lysbillede, skaerm: Skaerm) -> dict:
    """What the script writes on the slide."""
    view, stilling, antal = billede.view, fremvisning.stilling, len(fremvisning.deck.dias)
    tabel = billede.tabel
    return {
        "titel": billede.titel,
        "under": view.subtitle if view else "",
        "advarsel": _warnings(fremvisning, view),
        "besked": billede.besked,
        "daekning": view.coverage if view and not view.withheld else "",
        "kilde": view.source_line if view else "",
        "version": frozen(fremvisning),
        "nummer": f"{stilling.nr + 1} / {antal}",
        "om_omraade": stilling.omraade is not None,
        "omraade": stilling.omraade,
        "sort": stilling.sort,
        "tabel": tabel
        and {"kolonner": tabel.kolonner, "er_tal": tabel.er_tal, "raekker": tabel.raekker, "rest": tabel.rest},
        "tekst_px": billede.tekst_px or WORDS,
        "skala": skaerm.skala,
        "skaerm": [skaerm.bredde, skaerm.hoejde],
        "omraader": area_choices(),
        "taler": speaker_link(fremvisning),
        "qr": _code(fremvisning) if st.session_state.get(noegler.QR) else None,
    }


def _warnings(fremvisning: Fremvisning, view: View | None) -> str:
    """What stands on top of the slide; in a show of invented numbers every slide says so."""
    opdigtet = [ord.EKSEMPEL_ADVARSEL] if fremvisning.datasaet == "eksempel" else []
    return " · ".join(dict.fromkeys([*opdigtet, *(view.advarsler if view else ())]))


def frozen(fremvisning: Fremvisning) -> str:
    """ "Data fra version 1a2b3c · fastfrosset 14.05"."""
    tid = clock(fremvisning.begyndt, st.context.timezone)
    igen = " igen" if fremvisning.igen else ""
    return f"Data fra version {fremvisning.data.version[:6]} · fastfrosset{igen} kl. {tid}"


def _code(fremvisning: Fremvisning) -> dict:
    link = hall_link(fremvisning)
    # nobody writes the long address of a code that opens own data
    vist = f"Koden åbner egne data til kl. {fremvisning.link_end:%H.%M}" if PARAMETER in urlsplit(link).query else link
    return {"link": vist, "raekker": _dots(link), "advarsel": unreachable(link)}


@lru_cache(maxsize=64)
def _dots(link: str) -> tuple[str, ...]:
    """The QR code of a link, made here: rows of 0 and 1."""
    return tuple("".join("1" if prik else "0" for prik in raekke) for raekke in segno.make(link, micro=False).matrix)
