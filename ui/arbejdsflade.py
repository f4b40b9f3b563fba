"""The workspace of a page with a map: the map whole on the first screen, and a rail beside it.

What stands above the map is counted in pixels (`ui.vindue`), and the map gets what is left of the window.
"""

from collections.abc import Sequence

import streamlit as st

from ui import valg, vindue, vis
from ui.faner import Fyld, show_open_tab
from views.faelles.view import Tal, View

# The map beside the rail, as shares of the width; type size and line height of numbers above it and of words below it.
DELING, KORTETS_ANDEL, TEKST, LILLE = (3, 2), 0.59, (16, 26), (14, 21)
# Pixels: the air below everything; a figure's heading with its subtitle, tabs, and "Hent og kilder" below a figure.
BUND, OVERSKRIFT, FANERAD, HENT = 16, 88, 48, 48
# On a phone no map is taller than it is wide, and the largest areas stand below it.
STOERSTE_OMRAADER = 84


def show_number_line(tal: Sequence[Tal]) -> None:
    """Numbers as one line above the map."""
    if tal:
        linje = vis.number_line(tal)
        st.markdown(linje)
        vindue.take(vindue.text_height(linje, *TEKST))


def show_workspace(kortet: View, skinne: dict[str, Fyld | tuple[Fyld, ...]], key: str, headed: bool = True) -> None:
    """The map, and the tabs of the rail: name -> what fills it. headed: the map's title is not on the page yet."""
    if vindue.is_narrow():
        _show_map(kortet, headed, min(vindue.room(STOERSTE_OMRAADER + headed * OVERSKRIFT), vindue.size()[0]))
        show_open_tab(key, skinne)
        return
    kortplads, side = st.columns(DELING, gap="medium")
    with kortplads:
        under = vindue.text_height(f"{kortet.note} {kortet.coverage}", *LILLE, andel=KORTETS_ANDEL) + vindue.LUFT
        _show_map(kortet, headed, vindue.room(BUND + under + headed * OVERSKRIFT))
    with side:
        show_open_tab(key, skinne)


def show_in_rail(view: View) -> None:
    """A figure as tall as the map beside it."""
    hoejde = None if vindue.is_narrow() else vindue.room(FANERAD + OVERSKRIFT + HENT + BUND)
    vis.show_view(view, hoejde=hoejde, narrow=True)


def _show_map(kortet: View, headed: bool, hoejde: int) -> None:
    vis.show_view(kortet, on_area_click=valg.choose_area, hoejde=hoejde, headed=headed)
