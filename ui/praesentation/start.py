"""The button that begins a show."""

from collections.abc import Callable

import streamlit as st

from queries.standard import newest
from ui.praesentation.adresse import write_address
from ui.praesentation.fremvisninger import AlleIBrug, begin
from views.fremvisning.praesentation import Praesentation
from views.sprog.markdown import plain


def start_button(ord_: str, navn: str, deck: Praesentation, datasaet: str, from_slide: Callable[[], int]) -> None:
    """Begins the show on the slide, from 0, that is asked for when the button is pressed."""

    def start() -> None:
        try:
            write_address(begin(navn, deck, datasaet, newest(), from_slide()))
        except AlleIBrug as fejl:
            st.toast(plain(str(fejl)), icon=":material/block:", duration="long")

    st.button(plain(ord_), on_click=start, icon=":material/play_arrow:", key="start", type="primary")
