"""The session's decks in the reader's own browser: told when they change, and asked for by a session that is new.

Nobody else sees them, and the server keeps none. Where the browser keeps nothing, the deck's file does.
"""

from pathlib import Path

import streamlit as st

from queries.standard import newest
from ui import noegler, ur
from views.fremvisning.praesentation import NAVN, Praesentation, PraesentationsFejl, parse, to_toml

MOST_DECKS = 30
_gemmer = st.components.v2.component(
    "egne_praesentationer", js=(Path(__file__).resolve().parent / "egne.js").read_text(encoding="utf-8")
)


def own_decks() -> dict[str, Praesentation]:
    """The session's own decks by name."""
    return st.session_state.setdefault(noegler.PRAESENTATIONER, {})


def keep_decks(sted: str) -> None:
    """Wherever decks are made or looked for; `sted` tells the places of a page apart."""
    noegle = f"egne_{sted}"

    def told() -> None:
        st.session_state[noegler.HENTET] = True
        take_back(st.session_state[noegle].gemte)

    tekster = {navn: to_toml(deck) for navn, deck in own_decks().items()}
    gemt = st.session_state.get(noegler.GEMT, {})
    st.session_state[noegler.GEMT] = gemt | tekster | {navn: None for navn in gemt if navn not in tekster}
    _gemmer(
        key=noegle,
        data={"hent": noegler.HENTET not in st.session_state, "gem": st.session_state[noegler.GEMT]},
        on_gemte_change=told,
        height=1,
    )


def take_back(gemte: dict) -> None:
    """The decks that the browser had kept; those that the session has are newer. One that these data refuse stays in
    the browser."""
    for navn, tekst in list(gemte.items())[:MOST_DECKS]:
        if navn in own_decks() or not NAVN.fullmatch(str(navn)) or not isinstance(tekst, str):
            continue
        try:
            own_decks()[navn] = parse(tekst.encode(), newest(), ur.today())
        except PraesentationsFejl:
            st.toast("En gemt præsentation passer ikke til de data, der vises nu, og er ikke taget frem.")
