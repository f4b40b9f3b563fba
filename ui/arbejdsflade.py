"""The workspace of a page with a map: the map whole on the first screen, and a rail beside it.

What stands above the map is counted in pixels (`ui.vindue`), and the map gets what is left of the window.
"""

from collections.abc import Sequence

import streamlit as st

from ui import valg, vindue, vis
from ui.faner import Byg, Fyld, show_open_tab
from ui.lager import finished
from views.faelles.filtre import Filters
from views.faelles.stoerste import largest_in_words
from views.faelles.view import Tal, View
from views.sprog.markdown import Markdown

Skinne = dict[str, Fyld | tuple[Fyld, ...]] | Fyld

# The map beside the rail, as shares of the width; type size and line height of numbers above it and of words below it.
DELING, KORTETS_ANDEL, TEKST, LILLE = (3, 2), 0.59, (16, 26), (14, 21)
# Pixels: the air below everything; a figure's heading with its subtitle, tabs, and "Hent og kilder" below a figure.
BUND, OVERSKRIFT, FANERAD, HENT = 16, 62, 56, 48
TRENDHOEJDE = 240


def show_number_line(tal: Sequence[Tal]) -> None:
    """Numbers as one line above the map."""
    if tal:
        linje = vis.number_line(tal)
        st.markdown(linje)
        vindue.take(vindue.text_height(linje, *TEKST))


def show_workspace(kortet: View, skinne: Skinne, key: str = "", under: int = 0) -> None:
    """The map, whose head is the page's, and the rail: tabs (name -> what fills it) or what fills it.

    key: of the tabs; under: pixels that stand above the two and are not counted yet. On a phone no map is taller than
    it is wide, and the largest areas stand in words below it.
    """
    if vindue.is_narrow():
        stoerste = largest_in_words(kortet)
        ord_ = vindue.text_height(stoerste, *TEKST) + vindue.LUFT if stoerste else 0
        _show_map(kortet, min(vindue.room(ord_ + under), vindue.size()[0]), stoerste)
        _fill(skinne, key)
        return
    kortplads, side = st.columns(DELING, gap="medium")
    with kortplads:
        ord_ = vindue.text_height(f"{kortet.note} {kortet.coverage}", *LILLE, andel=KORTETS_ANDEL) + vindue.LUFT
        _show_map(kortet, vindue.room(BUND + ord_ + under))
    with side:
        _fill(skinne, key)


def rail_when_ranked(byg: Byg, filters: Filters, instead: Byg) -> Fyld:
    """The same for a figure that may be withheld: then what is known stands below the reason."""

    def fill() -> None:
        if not (view := finished(byg, filters)).withheld:
            rail(byg, filters)()
            return
        vis.show_view(view, narrow=True)
        vis.show_view(finished(instead, filters), narrow=True, hoejde=TRENDHOEJDE)

    return fill


def rail(byg: Byg, filters: Filters, under: int = FANERAD) -> Fyld:
    """Fills the rail with a figure as tall as the map beside it. under: pixels above it in the rail."""

    def fill() -> None:
        hoejde = None if vindue.is_narrow() else vindue.room(under + OVERSKRIFT + HENT + BUND)
        vis.show_view(finished(byg, filters), hoejde=hoejde, narrow=True)

    return fill


def _fill(skinne: Skinne, key: str) -> None:
    if callable(skinne):
        skinne()
    else:
        show_open_tab(key, skinne, "skinne")


def _show_map(kortet: View, hoejde: int, stoerste: Markdown = vis.NOTHING) -> None:
    vis.show_view(kortet, on_area_click=valg.choose_area, hoejde=hoejde, headed=False, first=stoerste)
