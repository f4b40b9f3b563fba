"""The way: the codes in the address of this session are what is shown, and one choice is one step of the browser's
Back.

Nothing else remembers a choice. A widget shows what the address says, and its callback writes the address, once, with
`write`; docs/arkitektur.md tells why no widget is bound to it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui import noegler
from views.faelles.koder import KODER

T = TypeVar("T")
# What was written reaches the browser within this time, or the line is down.
PAA_VEJ = 5.0  # seconds
# Not Streamlit's public word, and it has none: tests/ui/test_indstillinger.py notices if it disappears.
TILBAGE = "is_history_navigation"
# What the page Præsentation alone knows of, and no link takes along.
FREMVISNING = ("praesentation", "dias", "vis", "show")
NAVNE = (*KODER, *FREMVISNING)


@dataclass
class Adresse:
    """koder: what is shown, by name; a choice that nobody made is not there. overhalede: what the browser may still
    tell because the newest has not reached it, with the time at which it was overtaken."""

    koder: dict[str, str]
    overhalede: list[tuple[dict[str, str], float]] = field(default_factory=list)

    def has_overtaken(self, koder: dict[str, str]) -> bool:
        nu = time.monotonic()
        return any(gamle == koder and nu - hvornaar < PAA_VEJ for gamle, hvornaar in self.overhalede)


def codes() -> dict[str, str]:
    """The codes of the choices that are shown now, by name."""
    return {navn: kode for navn, kode in _shown().items() if navn in KODER}


def code(navn: str) -> str:
    """One code; "" when nobody chose it."""
    return _shown().get(navn, "")


def _shown() -> dict[str, str]:
    """All codes of the address.

    The browser tells its address with every click, but the click may be older than the last choice: then the choice
    stands, and is sent again. Not so when the browser goes back or forward, which is a click of its own.
    """
    adressen = st.query_params.to_dict()
    i_browseren = {navn: kode for navn in NAVNE if (kode := adressen.get(navn, "").strip())}
    husket: Adresse | None = st.session_state.get(noegler.ADRESSE)
    if husket is None or (i_browseren != husket.koder and (went_back() or not husket.has_overtaken(i_browseren))):
        husket = st.session_state[noegler.ADRESSE] = Adresse(i_browseren)
    elif i_browseren != husket.koder:
        _send(husket.koder)
    return dict(husket.koder)


def write(**nye: str) -> None:
    """Change some codes; "" takes one away. Once in a callback: each call is a step for the browser's Back."""
    foer = _shown()
    koder = {navn: kode for navn in NAVNE if (kode := (foer | nye).get(navn, ""))}
    if koder == foer:
        return
    husket: Adresse = st.session_state[noegler.ADRESSE]
    # at two choices the browser may still be at the first address of all, and a clicker turns slides faster than that
    husket.overhalede = [*husket.overhalede, (foer, time.monotonic())][-24:]
    husket.koder = koder
    _send(koder)


def begin_run() -> None:
    """Called once a run, first of all."""
    st.session_state[noegler.NY] = noegler.ADRESSE not in st.session_state


def hold(noegle: str, vaerdi: Any, chosen: Callable[[], None], **standard: Any) -> Callable[[Callable[..., T]], T]:
    """Draws a widget that shows `vaerdi`, which the address says; `chosen` is its callback, which writes the address.

    In the first run of a session the widget is given `standard` to begin with instead: a server that was started again
    hears here what the browser could not tell the last one, and does it.
    """

    def draw(widget: Callable[..., T]) -> T:
        if not st.session_state.get(noegler.NY):
            st.session_state[noegle] = vaerdi
            return widget(key=noegle, on_change=chosen)
        ud = widget(key=noegle, on_change=chosen, **standard)
        if st.session_state[noegle] != vaerdi and not went_back():
            chosen()
            st.session_state[noegler.UHOERT] = True
        return ud

    return draw


def do_what_was_not_heard() -> None:
    """Run again when this run has found such a choice; last of all."""
    if st.session_state.pop(noegler.UHOERT, False):
        st.rerun()


def _send(koder: dict[str, str]) -> None:
    """All at once, for each message with another address is a step of its own."""
    andre = {navn: kode for navn, kode in st.query_params.to_dict().items() if navn not in NAVNE}
    st.query_params.from_dict(koder | andre)


def went_back() -> bool:
    """Did the browser's Back or Forward ask for this run, or a link of the menu, which goes the same way?"""
    return bool(getattr(get_script_run_ctx(), TILBAGE, False))
