"""The workspace of a page with a map: the map whole on the first screen, and a rail beside it.

What stands above the map is counted in pixels (`ui.vindue`), and the map gets what is left of the window.
"""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import sidevalg, talvisning, valg, vindue, vis
from ui.adgang.hvem import shown_data
from ui.faner import Byg, Fyld
from ui.lager import finished
from ui.listevej import to_list
from views.faelles.filtre import Filters
from views.faelles.stoerste import largest_in_words
from views.faelles.view import Tal, View
from views.noegletal import kort, rangliste
from views.sprog.markdown import Markdown, link, plain

Skinne = dict[str, Fyld | tuple[Fyld, ...]] | Fyld

# The map's share of the width, less where the rail would be too narrow for its words, and the pixels between the two;
# type size and line height of words below it.
KORTETS_ANDEL, HALVT = 0.59, 0.5
MELLEM, TEKST, LILLE, LILLE_LINJE = 32, (16, 26), (14, 21), (14, 26)
# Pixels: the air below everything, a figure's heading, and the choice of what stands in the rail.
BUND, OVERSKRIFT, VALGRAD, TRENDHOEJDE = 24, 62, 48, 240
# Of what is known, so much is seen at once; a long remark goes on below the edge.
MEST_UNDER, LILLE_KORT = 42, 380
TIL_LISTEN = "Se listen bag tallet"


def show_workspace(kortet: View, skinne: Skinne, liste: str = "", clickable: bool = True) -> None:
    """The map, whose head is the page's, and the rail: name -> what fills it, or what fills it.

    liste: the address, from the root of the site, of the list behind the numbers. clickable: is an area of the map
    one that can be chosen? On a phone no map is taller than it is wide, and the largest areas stand in words below it.
    """
    vaelg = valg.choose_area if clickable else None
    vej = Markdown(f"{talvisning.VIDERE} {link(TIL_LISTEN, to_list(liste))}") if liste else Markdown("")
    if vindue.is_narrow():
        stoerste = largest_in_words(kortet)
        ord_ = vindue.text_height(stoerste, *TEKST) + vindue.LUFT if stoerste else 0
        hoejde = min(vindue.room(BUND + ord_), vindue.size()[0])
        vis.show_view(kortet, vaelg, hoejde=hoejde, headed=False, first=stoerste, way=vej)
        vis.show_page_box()
        _fill(skinne)
    else:
        # two boxes in a row are fewer messages to the browser than columns
        with st.container(horizontal=True, gap=MELLEM, wrap=False):
            bredde = round(vindue.width() * _share())
            ord_ = vindue.text_height(
                f"{TIL_LISTEN if liste else ''} {kortet.note} {kortet.coverage}", *LILLE, andel=_share()
            )
            hoejde = vindue.room(BUND + min(ord_, MEST_UNDER))
            if hoejde < LILLE_KORT:
                # the words go on below the edge rather than make the map smaller
                hoejde = min(vindue.room(BUND), LILLE_KORT)
            vis.show_view(kortet, vaelg, hoejde=hoejde, bredde=bredde, headed=False, way=vej)
            with st.container(gap="xsmall", key="skinne"):
                _fill(skinne)
    vis.fill_page_box()


def head_unless_map(titel: str, linje: str, tal: Sequence[Tal]) -> DeltaGenerator:
    """The head of a page whose tab "Kort" brings its own (`show_map_tab`), and where that is to stand."""
    with (hoved := st.container()):
        if not sidevalg.is_open("Kort"):
            vis.show_title(titel, linje, tal)
    return hoved


def show_map_tab(
    hoved: DeltaGenerator,
    titel: str,
    tal: Sequence[Tal],
    filters: Filters,
    caption: str = "",
    clickable: bool = True,
    menu: Fyld | None = None,
) -> None:
    """The map in a tab, with the ranking beside it: its head is the page's, which stands in `hoved`. Where nothing is
    known, one empty view says so; not two. caption: plain text above the ranking;
    menu: what is chosen above that."""
    kortet = finished(kort.map_view, filters)
    with hoved:
        vis.show_page_head(kortet, titel, tal=tal)
    if not kortet.figure:
        if menu:
            menu()
        vis.show_view(kortet, headed=False)
        if not kortet.withheld and filters.datasaet == "offentlig":
            vis.show_way_to_example(kortet)
        vis.fill_page_box()
        return

    def beside() -> None:
        if menu:
            menu()
        if caption:
            st.caption(plain(caption))
        ord_ = vindue.text_height(caption, *LILLE, andel=1 - _share()) + vindue.LUFT if caption else 0
        rail(rangliste.ranking_view, filters, ord_ + VALGRAD * bool(menu), clickable)()

    show_workspace(kortet, beside, clickable=clickable)


def rail(byg: Byg, filters: Filters, under: int = VALGRAD, clickable: bool = True) -> Fyld:
    """Fills the rail with a figure as tall as the map beside it. under: pixels above it in the rail.
    clickable: does a bar of the ranking choose its area?"""

    def bar_clicked(navn: str) -> None:
        valg.choose_area(rangliste.area_of_bar(filters, navn, shown_data()))

    def fill() -> None:
        view = finished(byg, filters)
        note = vindue.text_height(view.note, *LILLE_LINJE, andel=1 - _share()) if view.note else 0
        hoejde = None if vindue.is_narrow() else vindue.room(under + OVERSKRIFT + note + BUND)
        vis.show_beside(view, hoejde, bar_clicked if clickable and byg is rangliste.ranking_view else None)

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


def _share() -> float:
    return KORTETS_ANDEL if vindue.is_roomy() else HALVT


def _fill(skinne: Skinne) -> None:
    if callable(skinne):
        skinne()
        return
    navne = {en: en for en in skinne}
    valgt = skinne[sidevalg.option_buttons("Ved siden af kortet", navne, next(iter(skinne)), "skinne", hidden=True)]
    for del_ in valgt if isinstance(valgt, tuple) else (valgt,):
        del_()
