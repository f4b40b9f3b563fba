"""Keeping an own deck on the server, where all who use it can show it, and removing one."""

import streamlit as st

from data.praesentationsfiler import IkkeGemt, is_kept, keep, remove
from data.slug import slug
from ui import noegler
from ui.praesentation.adresse import choose_deck
from ui.praesentation.gemte import own_decks
from views.fremvisning.praesentation import Praesentation, to_toml
from views.sprog.markdown import plain


def server_buttons(navn: str, deck: Praesentation) -> None:
    """What can be done with the deck on the server."""
    if navn in own_decks():
        st.button(
            "Gem på serveren",
            on_click=_keep,
            args=(deck,),
            icon=":material/cloud_upload:",
            key="gem_deck",
            help="Så kan alle, der bruger denne server, vælge den.",
        )
    elif is_kept(navn):
        st.button("Slet fra serveren", on_click=_remove, args=(navn,), icon=":material/delete:", key="fjern_deck")


def _keep(deck: Praesentation) -> None:
    """Under its title. A deck that somebody else kept is not written over."""
    navn, gemte = slug(deck.titel)[:60] or "praesentation", st.session_state.setdefault(noegler.PAA_SERVEREN, set())
    try:
        keep(navn, to_toml(deck), anew=navn in gemte)
    except IkkeGemt as fejl:
        st.toast(plain(str(fejl)), icon=":material/block:", duration="long")
        return
    gemte.add(navn)
    st.toast(f"»{plain(deck.titel)}« er gemt på serveren.", icon=":material/cloud_done:")


def _remove(navn: str) -> None:
    try:
        remove(navn)
    except IkkeGemt as fejl:
        st.toast(plain(str(fejl)), icon=":material/block:", duration="long")
        return
    choose_deck("")
