"""Keeping an own deck on the server, where all who use it can show it, and removing one."""

from collections.abc import Callable

import streamlit as st

from data.adgang.bruger import RET_DECKS
from data.adgang.log import note, note_refusal
from data.build import DATA
from data.praesentationsfiler import IkkeGemt, is_kept, keep, remove
from data.slug import slug
from ui import noegler, ur
from ui.adgang.hvem import asking
from ui.praesentation.adresse import choose_deck
from ui.praesentation.gemte import own_decks
from views.fremvisning.praesentation import Praesentation, to_toml
from views.sprog.markdown import plain


def server_buttons(navn: str, deck: Praesentation) -> None:
    """What can be done with the deck on the server."""
    if not asking().may_edit():
        return
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
    if _done("gem en præsentation på serveren", keep, navn, to_toml(deck), navn in gemte):
        gemte.add(navn)
        st.toast(f"»{plain(deck.titel)}« er gemt på serveren.", icon=":material/cloud_done:")


def _remove(navn: str) -> None:
    if _done("slet en præsentation fra serveren", remove, navn):
        choose_deck("")


def _done(handling: str, do: Callable[..., None], *hvad) -> bool:
    """Was it done? Only editors' is; whoever is refused is told why, and either is noted with who and when."""
    bruger = asking()
    if not bruger.may_edit():
        note_refusal(bruger, handling, ur.now(), DATA)
        st.toast(plain(RET_DECKS), icon=":material/lock:", duration="long")
        return False
    try:
        do(*hvad)
    except IkkeGemt as fejl:
        st.toast(plain(str(fejl)), icon=":material/block:", duration="long")
        return False
    note(bruger, handling, ur.now(), DATA)
    return True
