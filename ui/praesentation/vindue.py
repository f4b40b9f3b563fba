"""Which window of a show the address asks for, and what is said when the show is gone."""

import streamlit as st

from ui.adgang.hvem import asking
from ui.praesentation.adresse import TALER, asked_slide, slide_gone_back_to, write_address
from ui.praesentation.egne import find_deck
from ui.praesentation.fremvisninger import Fremvisning, begin, data_for, find
from ui.praesentation.scene import show_stage
from ui.praesentation.taler import show_speaker
from views.faelles.filtre import Filters
from views.fremvisning.praesentation import STANDARD, PraesentationsFejl
from views.sprog.markdown import plain


def show_window(filters: Filters) -> None:
    """The stage or the speaker's window."""
    fremvisning = find(st.query_params.get("show", ""))
    # to others it is as if it were not there
    if fremvisning is not None and not fremvisning.is_for(asking()):
        fremvisning = None
    if st.query_params.get("vis") == TALER:
        if fremvisning is None:
            _gone(
                "Fremvisningen er slut, eller serveren er startet igen. Åbn talervinduet på ny fra lysbilledet med S."
            )
        else:
            show_speaker(fremvisning)
        return
    if fremvisning is None:
        fremvisning = _begin_again(filters)
    elif (nr := slide_gone_back_to()) is not None:
        fremvisning.go_to(nr)
    if fremvisning is not None:
        show_stage(fremvisning)


def _begin_again(filters: Filters) -> Fremvisning | None:
    """The show in the address is not known here (any more): freeze anew, on the slide that it had come to."""
    navn = st.query_params.get("praesentation", STANDARD)
    try:
        deck = find_deck(navn)
    except PraesentationsFejl as fejl:
        _gone(
            f"{fejl} En præsentation, du selv har lavet, findes kun i den fane, hvor den er lavet: læg filen op igen "
            "på siden Præsentation."
        )
        return None
    igen = "show" in st.query_params
    data = data_for(deck, filters.datasaet, asking())
    fremvisning = begin(navn, deck, filters.datasaet, data, asked_slide(), again=igen)
    write_address(fremvisning)
    return fremvisning


def _gone(besked: str) -> None:
    st.warning(plain(besked), icon=":material/link_off:")
    st.button("Til listen over præsentationer", on_click=write_address, args=(None,), icon=":material/arrow_back:")
