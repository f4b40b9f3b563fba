"""The bar: one row on top of every page, where its choices stand, with "Del" at the end.

The router makes the row before the page runs; a page puts its choices into it. On a phone only the first choice stands
in the row, and the others in a sheet. What folds out closes when something is chosen, so that the page is seen.
"""

from collections.abc import Callable, Sequence
from math import ceil

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import queries
from geo import niveauer
from geo.tekstbredde import text_width
from ui import noegler, valg, vindue
from ui.adgang.hvem import shown_data
from ui.vindue import is_narrow
from views.faelles.filtre import Filters
from views.faelles.steder import listed_name
from views.sprog import dansk, ord
from views.sprog.markdown import Markdown, plain

Valg = Callable[..., None]
# Labels are for screen readers: with them the row would be twice as high.
SKJULT = "collapsed"
# Pixels when the choices fill a common window; they are stretched or squeezed together to fill the row.
BREDDER = {
    valg.area_select: 300,
    valg.indicator_select: 225,
    valg.compare_select: 215,
    valg.level_select: 135,
    valg.structure_select: 150,
    valg.dataset_select: 205,
    valg.pool_select: 260,
    valg.need_select: 225,
}
MINDST, MEST, VIDERE = 0.75, 1.25, 1.35
# A box that folds out, and "Del" with the air before it; the heights of a row and of the line on invented data.
FOLDET, DEL, RAEKKE, BANNER = 125, 130, 48, 40
# The type size in a choice, and the pixels around its words: the arrow or the cross, and the air.
SKRIFT, OM_VALGT = 14, 60
ARK, PERIODE, FLERE = "_valgark", "_periode", "_flere_valg"


def begin() -> DeltaGenerator:
    """Makes the row and returns it. Called once a run, by the router."""
    raekke = st.container(
        horizontal=True, vertical_alignment="center", gap="xsmall", wrap=not is_narrow(), key="bjaelke"
    )
    st.session_state[noegler.BJAELKE] = raekke
    vindue.begin()
    return raekke


def show(
    filters: Filters, *valgene: Valg, period: bool = False, et_aar: bool = False, flere: Sequence[Valg] = ()
) -> None:
    """The page's choices, in order. period: the years are one of them, and one year at a time if `et_aar`; flere:
    those that are seldom made, in a box."""
    aar = [valg.period_select] * period + [valg.one_year_slider] * et_aar
    _close_when_chosen(filters)
    with st.session_state[noegler.BJAELKE]:
        if is_narrow():
            _on_a_phone(filters, valgene, [*aar, *flere])
            return
        strakt = _stretch(filters, valgene, bool(aar) + bool(flere))
        bredder = {vaelg: round(BREDDER[vaelg] * strakt) for vaelg in valgene}
        _make_room_for_what_is_chosen(filters, bredder)
        for vaelg, bredde in bredder.items():
            vaelg(filters, label_visibility=SKJULT, width=bredde)
        if aar:
            navn = plain(dansk.capital(dansk.period(filters.fra, filters.til)))
            _folded(navn, PERIODE, ":material/calendar_month:", filters, aar)
        if flere:
            _folded(Markdown("Flere valg"), FLERE, ":material/tune:", filters, flere)


def _stretch(filters: Filters, valgene: Sequence[Valg], foldede: int) -> float:
    """By how much the choices are wider than in a common window. In a window so narrow that they need a row more, that
    row is taken."""
    bredder = [BREDDER[en] for en in valgene]
    if filters.niveau == "region" and valg.level_select in valgene:
        bredder.append(BREDDER[valg.structure_select])  # stands beside the level
    plads = vindue.width() - DEL - foldede * FOLDET - len(bredder) * vindue.LUFT
    strakt = plads / max(sum(bredder), 1)
    if not vindue.is_roomy():
        # in more rows, where nothing that is chosen is cut
        vindue.take(int(VIDERE / max(strakt, 0.25)) * RAEKKE - vindue.LUFT)
        return VIDERE
    if strakt < MINDST:
        vindue.take(int(1 / max(strakt, 0.25)) * RAEKKE - vindue.LUFT)
        return 1
    return min(strakt, MEST)


def _make_room_for_what_is_chosen(filters: Filters, bredder: dict[Valg, int]) -> None:
    """What is chosen can be read: where its name would be cut, first that of the indicator, the search gives of its
    width what the name of its area leaves."""
    if valg.area_select not in bredder:
        return
    regioner = filters.niveau == "region"  # then the choice of structure, just as wide, stands beside the level
    navne = {
        valg.indicator_select: queries.catalogue(shown_data())[filters.indikator].navn,
        valg.level_select: niveauer.structures()[filters.struktur].kort_navn if regioner else "",
        valg.dataset_select: ord.DATASAET[filters.datasaet],
    }
    omraade = listed_name(filters.omraade, filters.struktur) if filters.omraade else niveauer.HELE_LANDET
    til_overs = bredder[valg.area_select] - _needed(omraade)
    for vaelg, navn in navne.items():
        antal = 1 + (regioner and vaelg is valg.level_select)
        if vaelg in bredder and (flyttes := min(_needed(navn) - bredder[vaelg], til_overs // antal)) > 0:
            bredder[vaelg] += flyttes
            bredder[valg.area_select] -= flyttes * antal
            til_overs -= flyttes * antal


def _needed(navn: str) -> int:
    """The pixels of a choice in which all of a name is seen."""
    return ceil(text_width(navn, SKRIFT)) + OM_VALGT


def show_example_badge() -> None:
    """What is shown is invented: one line on top of every page, and the way back to the real numbers."""
    valg.real_numbers_button(f":orange-badge[:material/science: **{ord.EKSEMPEL_ADVARSEL}**]")
    vindue.take(BANNER)


def _on_a_phone(filters: Filters, valgene: Sequence[Valg], flere: list[Valg]) -> None:
    """The first choice in the row; the rest in a sheet."""
    for vaelg in valgene[:1]:
        vaelg(filters, label_visibility=SKJULT)
    if resten := [*valgene[1:], *flere]:
        _folded(Markdown("Valg"), ARK, ":material/tune:", filters, resten)


def _folded(navn: Markdown, noegle: str, ikon: str, filters: Filters, valgene: Sequence[Valg]) -> None:
    """Choices that are made when they are unfolded: every widget costs the server half a millisecond at every click of
    everyone."""
    with st.popover(Markdown(navn), key=noegle, on_change="rerun", icon=ikon) as boks:
        if boks.open:
            for vaelg in valgene:
                vaelg(filters)


def _close_when_chosen(filters: Filters) -> None:
    """Fold in what is unfolded when the choices are others than last time."""
    if st.session_state.get(noegler.BJAELKENS_VALG) != filters:
        st.session_state[noegler.BJAELKENS_VALG] = filters
        for noegle in (ARK, PERIODE, FLERE):
            if st.session_state.get(noegle):
                st.session_state[noegle] = False
