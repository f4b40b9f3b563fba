"""The address of a show: which deck, slide and window. A reload in the hall comes back to the same place.

The slide is turned by keys, so there is no widget that the address could be bound to; it is written as it goes.
"""

import time
from urllib.parse import urlencode, urlsplit

import streamlit as st

from ui import noegler
from ui.adgang.links import with_link
from ui.adresse import local, may_be, site
from ui.praesentation.fremvisninger import Fremvisning

SKAERM, TALER = "skaerm", "taler"
ON_ITS_WAY = 3.0  # seconds
KUN_HER = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}


def is_full_screen() -> bool:
    """Whether the address asks for a window without menus: a slide, or the speaker's."""
    return may_be("praesentation") and st.query_params.get("vis") in (SKAERM, TALER)


def asked_slide() -> int:
    """The slide in the address, from 0; the first when it names none."""
    nr = st.query_params.get("dias", "")
    return int(nr) - 1 if nr.isascii() and nr.isdigit() and len(nr) < 5 else 0


def write_address(fremvisning: Fremvisning | None) -> None:
    """The show and its slide; None: back to the list of decks."""
    if fremvisning is None:
        for navn in ("vis", "show"):
            st.query_params.pop(navn, None)
        return
    nyt = {
        "praesentation": fremvisning.navn,
        "dias": str(fremvisning.stilling.nr + 1),
        "vis": SKAERM,
        "show": fremvisning.id,
    }
    if any(st.query_params.get(navn) != vaerdi for navn, vaerdi in nyt.items()):
        st.query_params.update(nyt)
    st.session_state[noegler.SKREVET] = fremvisning.stilling.nr, time.monotonic()


def slide_gone_back_to() -> int | None:
    """The slide that the browser's back or forward button asks for; None when nobody pressed it.

    What this window wrote a moment ago may not have reached the browser, which then still tells the slide before.
    """
    skrevet, hvornaar = st.session_state.get(noegler.SKREVET, (asked_slide(), 0.0))
    if asked_slide() == skrevet or time.monotonic() - hvornaar < ON_ITS_WAY:
        return None
    return asked_slide()


def speaker_link(fremvisning: Fremvisning) -> str:
    """The address of the speaker's window, from the root of the host."""
    return local("/praesentation?") + urlencode({"vis": TALER, "show": fremvisning.id})


def hall_link(fremvisning: Fremvisning) -> str:
    """The absolute address where phones follow the show, on the host that the presenter's browser uses; one of own
    data opens them until it ends."""
    adresse = f"{site()}/foelg/{fremvisning.salkode}"
    return with_link(adresse, fremvisning.hvad, fremvisning.link_end) if fremvisning.egne else adresse


def remote_link(fremvisning: Fremvisning) -> str:
    """The absolute address of the presenter's remote. It holds the key, so it stands in the speaker's window alone."""
    return f"{site()}/fjern/{fremvisning.salkode}?noegle={fremvisning.noegle}"


def unreachable(link: str) -> str:
    """Why phones cannot open the link; "" when they can."""
    vaert = urlsplit(link).hostname or ""
    if vaert not in KUN_HER:
        return ""
    return (
        f"Telefonerne kan ikke åbne denne adresse: »{vaert}« er kun denne maskine. Start serveren med "
        "ADRESSE=0.0.0.0 make run, åbn siden på maskinens adresse på nettet, fx http://192.168.1.20:8501, og vis koden "
        "igen."
    )
