"""The way: the codes in the address of this session are what is shown, and one choice is one step of the browser's
Back.

Nothing else remembers a choice. A widget shows what the address says, and its callback writes the address, once, with
`write`; docs/arkitektur.md tells why no widget is bound to it.
"""

import time
from dataclasses import dataclass, field

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui import noegler
from views.faelles.koder import KODER

# What was written reaches the browser within this time, or the line is down.
PAA_VEJ = 5.0  # seconds


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
    """The codes that are shown now, by name.

    The browser tells its address with every click, but the click may be older than the last choice: then the choice
    stands, and is sent again. Not so when the browser goes back or forward, which is a click of its own.
    """
    adressen = st.query_params.to_dict()
    i_browseren = {navn: kode for navn in KODER if (kode := adressen.get(navn, "").strip())}
    husket: Adresse | None = st.session_state.get(noegler.ADRESSE)
    if husket is None or (i_browseren != husket.koder and (_went_back() or not husket.has_overtaken(i_browseren))):
        husket = st.session_state[noegler.ADRESSE] = Adresse(i_browseren)
    elif i_browseren != husket.koder:
        _send(husket.koder)
    return dict(husket.koder)


def code(navn: str) -> str:
    """One code; "" when nobody chose it."""
    return codes().get(navn, "")


def write(**nye: str) -> None:
    """Change some codes; "" takes one away. Once in a callback: each call is a step for the browser's Back."""
    foer = codes()
    koder = {navn: kode for navn in KODER if (kode := (foer | nye).get(navn, ""))}
    if koder == foer:
        return
    husket: Adresse = st.session_state[noegler.ADRESSE]
    # at two choices the browser may still be at the first address of all
    husket.overhalede = [*husket.overhalede, (foer, time.monotonic())][-8:]
    husket.koder = koder
    _send(koder)


def _send(koder: dict[str, str]) -> None:
    """All at once, for each message with another address is a step of its own."""
    andre = {navn: kode for navn, kode in st.query_params.to_dict().items() if navn not in KODER}
    st.query_params.from_dict(koder | andre)


def _went_back() -> bool:
    """Did the browser's Back or Forward ask for this run, or a link of the menu, which goes the same way?"""
    return bool(getattr(get_script_run_ctx(), "is_history_navigation", False))
