"""Which window of a show the address asks for, and what is said when the show is gone."""

import streamlit as st

from queries.standard import newest
from ui.praesentation.adresse import asked_deck, asked_show, asked_slide, is_speakers, slide_gone_back_to, write_address
from ui.praesentation.egne import find_deck
from ui.praesentation.fremvisninger import AlleIBrug, Fremvisning, begin, find, is_ours
from ui.praesentation.gemte import keep_decks
from ui.praesentation.scene import show_stage
from ui.praesentation.start import start_button
from ui.praesentation.taler import show_speaker
from views.faelles.filtre import Filters
from views.fremvisning.praesentation import Praesentation, PraesentationsFejl
from views.sprog.markdown import bold, plain


def show_window(filters: Filters) -> None:
    """The stage or the speaker's window."""
    fremvisning = find(asked_show())
    er_taler = is_speakers()
    if fremvisning is None:
        fremvisning = _not_here(filters)
    elif not er_taler and (nr := slide_gone_back_to()) is not None:
        fremvisning.go_to(nr)
    if fremvisning is not None:
        (show_speaker if er_taler else show_stage)(fremvisning)


def _not_here(filters: Filters) -> Fremvisning | None:
    """The show in the address is not known here (any more). One that was begun here is frozen anew, on the slide that
    it had come to; any other is begun by whoever presses the button, for a visitor's address starts no show."""
    navn, tabt = asked_deck(), asked_show()
    try:
        deck = find_deck(navn)
        if is_ours(tabt):
            return begin(navn, deck, filters.datasaet, newest(), asked_slide(), lost=tabt)
    except PraesentationsFejl as fejl:
        keep_decks("vindue")
        _gone(
            f"{fejl} En præsentation, du selv har lavet, er gemt i den browser, hvor den er lavet: læg filen op igen "
            "på siden Præsentation."
        )
        return None
    except AlleIBrug as fejl:
        _gone(str(fejl))
        return None
    _offer(navn, deck, filters)
    return None


def _offer(navn: str, deck: Praesentation, filters: Filters) -> None:
    nr = max(0, min(asked_slide(), len(deck.dias) - 1))
    st.title(plain(deck.titel), anchor=False)
    st.markdown(f"{bold(f'Dias {nr + 1} af {len(deck.dias)}')}. Fremvisningen er ikke i gang.")
    start_button("Begynd fremvisningen", navn, deck, filters.datasaet, lambda: nr)
    _back()


def _gone(besked: str) -> None:
    st.warning(plain(besked), icon=":material/link_off:")
    _back()


def _back() -> None:
    st.button("Til listen over præsentationer", on_click=write_address, args=(None,), icon=":material/arrow_back:")
