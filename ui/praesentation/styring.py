"""How a window of a show is tied to it: what its keys wish, and how it goes along when another moves the show."""

import time
from collections.abc import Callable

import streamlit as st

from geo import niveauer
from queries.standard import newest
from ui import noegler
from ui.adresse import local
from ui.koe import turn
from ui.omraadefelt import list_name
from ui.praesentation.adresse import write_address
from ui.praesentation.fremvisninger import DAEKKER, Fremvisning
from views.fremvisning import visninger

OWN_STEP = 1.5  # seconds


def mount(komponent: Callable, noegle: str, fremvisning: Fremvisning, indhold: dict, **flere: Callable) -> None:
    """The component of a window of the show. flere: what else it may be told, as Streamlit names it."""

    def wished() -> None:
        st.session_state[noegler.FLYTTET] = time.monotonic()
        take_wish(fremvisning, st.session_state[noegle].oenske)

    def close() -> None:
        fremvisning.end()
        write_address(None)
        st.session_state[noegler.LUKKET] = True

    stilling = fremvisning.stilling
    st.session_state[noegler.TEGNET_SKRIDT] = stilling.skridt
    komponent(
        key=noegle,
        data=indhold
        | {
            "show": fremvisning.id,
            "begyndt": fremvisning.begyndt.isoformat(),
            "nr": stilling.nr,
            "antal": len(fremvisning.deck.dias),
            "omraade": stilling.omraade,
            "daekke": stilling.daekke,
            "hoert": list(fremvisning.hoert)[-8:],
            "titler": [dias.titel or visninger.name_of(dias.visning) for dias in fremvisning.deck.dias],
            "steder": local(f"/lag/{list_name(niveauer.structure_on(fremvisning.dag), newest())}"),
        },
        on_oenske_change=wished,
        on_luk_change=close,
        height="content",
        **flere,
    )


def take_wish(fremvisning: Fremvisning, oenske: dict) -> None:
    """Do what a browser wishes, as far as it can be understood."""
    kode, daekke = oenske.get("omraade"), str(oenske.get("daekke") or "")
    struktur = niveauer.structure_on(fremvisning.dag)
    er_omraade = isinstance(kode, str) and (kode == "" or niveauer.level_of(kode, struktur) is not None)
    fremvisning.wish(
        str(oenske.get("id"))[:40],
        nr if isinstance(nr := oenske.get("nr"), int) else 0,
        kode if er_omraade else None,
        daekke if daekke in DAEKKER else "",
    )


def is_closed() -> bool:
    """Was the window left? Told once."""
    return st.session_state.pop(noegler.LUKKET, False)


@st.fragment(run_every=1)
@turn()
def follow(fremvisning: Fremvisning) -> None:
    """Go along when another window moves the show; what this one moved is being drawn already."""
    fremvisning.seen()
    flyttede_selv = time.monotonic() - st.session_state.get(noegler.FLYTTET, 0.0) < OWN_STEP
    if st.session_state.get(noegler.TEGNET_SKRIDT) != fremvisning.stilling.skridt and not flyttede_selv:
        st.rerun()
