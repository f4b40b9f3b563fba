"""The workspace of a page with a map: the map whole on the first screen, and a rail beside it.

What stands above the map is counted in pixels (`ui.vindue`), and the map gets what is left of the window.
"""

import streamlit as st

from queries.standard import newest
from ui import sidevalg, talvisning, valg, vindue, vis
from ui.faner import Byg, Fyld
from ui.lager import finished
from ui.listevej import to_list
from views.faelles.filtre import Filters
from views.faelles.stoerste import largest_in_words
from views.faelles.view import View
from views.noegletal import rangliste
from views.sprog.markdown import link

Skinne = dict[str, Fyld | tuple[Fyld, ...]] | Fyld

# The map's share of the width, and the pixels between it and the rail; type size and line height of words below it.
KORTETS_ANDEL, MELLEM, TEKST, LILLE, LILLE_LINJE = 0.59, 32, (16, 26), (14, 21), (14, 26)
# Pixels: the air below everything, a figure's heading, the tabs of a page, and the choice of what stands in the rail.
BUND, OVERSKRIFT, FANERAD, VALGRAD, LINK, TRENDHOEJDE = 24, 62, 56, 48, 40, 240
# Of what is known, so much is seen at once; a long remark goes on below the edge.
MEST_UNDER = 42


def show_workspace(kortet: View, skinne: Skinne, under: int = 0, liste: str = "") -> None:
    """The map, whose head is the page's, and the rail: name -> what fills it, or what fills it.

    under: pixels that stand above the two and are not counted yet. liste: the address, from the root of the site, of
    the list behind the numbers. On a phone no map is taller than it is wide, and the
    largest areas stand in words below it.
    """
    if vindue.is_narrow():
        stoerste = largest_in_words(kortet)
        ord_ = vindue.text_height(stoerste, *TEKST) + vindue.LUFT if stoerste else 0
        hoejde = min(vindue.room(BUND + ord_ + under), vindue.size()[0])
        vis.show_view(kortet, valg.choose_area, hoejde=hoejde, headed=False, first=stoerste)
        vis.show_page_box()
        _fill(skinne, liste)
    else:
        # two boxes in a row are fewer messages to the browser than columns
        with st.container(horizontal=True, gap=MELLEM, wrap=False):
            bredde = round((vindue.size()[0] - vindue.KANT) * KORTETS_ANDEL)
            ord_ = vindue.text_height(f"{kortet.note} {kortet.coverage}", *LILLE, andel=KORTETS_ANDEL)
            hoejde = vindue.room(BUND + min(ord_, MEST_UNDER) + under)
            vis.show_view(kortet, valg.choose_area, hoejde=hoejde, bredde=bredde, headed=False)
            with st.container(gap="xsmall", key="skinne"):
                _fill(skinne, liste)
    vis.fill_page_box()


def rail(byg: Byg, filters: Filters, under: int = VALGRAD) -> Fyld:
    """Fills the rail with a figure as tall as the map beside it. under: pixels above it in the rail."""

    def bar_clicked(navn: str) -> None:
        valg.choose_area(rangliste.area_of_bar(filters, navn, newest()))

    def fill() -> None:
        view = finished(byg, filters)
        note = vindue.text_height(view.note, *LILLE_LINJE, andel=1 - KORTETS_ANDEL) if view.note else 0
        hoejde = None if vindue.is_narrow() else vindue.room(under + OVERSKRIFT + note + BUND)
        vis.show_beside(view, hoejde, bar_clicked if byg is rangliste.ranking_view else None)

    return fill


def rail_when_ranked(byg: Byg, filters: Filters, instead: Byg, under: int = VALGRAD) -> Fyld:
    """The same for a figure that may be withheld: then what is known stands below the reason."""

    def fill() -> None:
        if not (view := finished(byg, filters)).withheld:
            rail(byg, filters, under)()
            return
        vis.show_beside(view)
        vis.show_beside(finished(instead, filters), TRENDHOEJDE)

    return fill


def _fill(skinne: Skinne, liste: str) -> None:
    if liste:
        st.markdown(f"{talvisning.VIDERE} {link('Se listen bag tallet', to_list(liste))}")
    if callable(skinne):
        skinne()
        return
    navne = {en: en for en in skinne}
    valgt = skinne[sidevalg.option_buttons("Ved siden af kortet", navne, next(iter(skinne)), "skinne", hidden=True)]
    for del_ in valgt if isinstance(valgt, tuple) else (valgt,):
        del_()
