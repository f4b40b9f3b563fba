"""Which window of a show the address asks for, and what is said when the show is gone."""

import streamlit as st

from queries.standard import newest
from ui.praesentation.adresse import TALER, asked_slide, slide_gone_back_to, write_address
from ui.praesentation.egne import find_deck
from ui.praesentation.fremvisninger import Fremvisning, begin, find
from ui.praesentation.gemte import keep_decks
from ui.praesentation.scene import show_stage
from ui.praesentation.taler import show_speaker
from views.faelles.filtre import Filters
from views.fremvisning.praesentation import STANDARD, PraesentationsFejl
from views.sprog.markdown import plain


def show_window(filters: Filters) -> None:
    """The stage or the speaker's window."""
    fremvisning = find(st.query_params.get("show", ""))
    er_taler = st.query_params.get("vis") == TALER
    if fremvisning is None:
        fremvisning = _begin_again(filters)
    elif not er_taler and (nr := slide_gone_back_to()) is not None:
        fremvisning.go_to(nr)
    if fremvisning is not None:
        (show_speaker if er_taler else show_stage)(fremvisning)


def _begin_again(filters: Filters) -> Fremvisning | None:
    """The show in the address is not known here (any more): freeze anew, on the slide that it had come to."""
    navn = st.query_params.get("praesentation", STANDARD)
    try:
        deck = find_deck(navn)
    except PraesentationsFejl as fejl:
        keep_decks("vindue")
        _gone(
            f"{fejl} En præsentation, du selv har lavet, er gemt i den browser, hvor den er lavet: læg filen op igen "
            "på siden Præsentation."
        )
        return None
    tabt = st.query_params.get("show", "")
    return begin(navn, deck, filters.datasaet, newest(), asked_slide(), lost=tabt)


def _gone(besked: str) -> None:
    st.warning(plain(besked), icon=":material/link_off:")
    st.button("Til listen over præsentationer", on_click=write_address, args=(None,), icon=":material/arrow_back:")
