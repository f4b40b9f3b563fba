"""Scenarios by a name: they are kept in a deck of the session's own, and go along in its file."""

import streamlit as st

from ui import noegler
from ui.adgang.hvem import shown_data
from ui.praesentation.egne import MIN, MIN_TITEL, own_decks
from ui.scenarielink import scenario_link
from views.balance.balance import Balance
from views.balance.scenarie import text
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.fremvisning.gemt_scenarie import FLEST, LAENGSTE_NAVN, GemtScenarie, named
from views.fremvisning.praesentation import remembered
from views.sprog.markdown import Markdown, bold, plain

FELT = noegler.widget("scenarienavn")


def show_saved(svar: Balance, filters: Filters, view: View) -> None:
    """The scenarios that were named, as links, and a field to name the one that is shown. view: its first picture,
    which a deck begins with."""
    nu = text(svar.scenarie, svar.antagelser)
    if gemte := _of_dataset(filters.datasaet):
        dele = [_one(en, en.tekst == nu) for en in gemte]
        st.markdown(Markdown("Gemte scenarier:\n\n" + "\n".join(f"- {en}" for en in dele)))
    with st.popover("Gem scenariet", icon=":material/bookmark_add:"):
        st.text_input("Scenariets navn", key=FELT, max_chars=LAENGSTE_NAVN)
        st.button("Gem", on_click=_save, args=(filters, view), type="primary")
        st.caption(plain(f"Det lægges i »{MIN_TITEL}« med dato og dataversion og følger med i præsentationens fil."))


def _one(gemt: GemtScenarie, er_vist: bool) -> Markdown:
    navn = bold(gemt.navn) if er_vist else scenario_link(gemt.navn, gemt.tekst)
    return Markdown(f"{navn}, {plain(gemt.since(shown_data()))}")


def _of_dataset(datasaet: str) -> list[GemtScenarie]:
    """Of all decks of the session; the newest of a name."""
    alle = [en for deck in own_decks().values() for en in deck.scenarier if en.datasaet == datasaet]
    return list({en.navn: en for en in sorted(alle, key=lambda en: en.dag)}.values())


def _save(filters: Filters, view: View) -> None:
    gemt = named(st.session_state[FELT], filters, shown_data())
    if not gemt.navn:
        st.toast("Giv scenariet et navn først.", icon=":material/edit:")
        return
    foer = own_decks().get(MIN)
    deck = own_decks()[MIN] = remembered(foer, gemt, view, MIN_TITEL)
    if gemt in deck.scenarier:
        st.toast(plain(f"»{gemt.navn}« er gemt i »{MIN_TITEL}«."), icon=":material/bookmark_added:")
    else:
        st.toast(f"»{MIN_TITEL}« kan højst have {FLEST} gemte scenarier.", icon=":material/block:")
