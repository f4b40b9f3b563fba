"""Lists that can be searched: the lots of ydernumre with the life of one of them, known clinics, and pool projects."""

import streamlit as st

from queries.standard import newest
from ui import noegler, sidevalg, vis
from ui.koe import turn
from ui.lager import finished
from views.faelles.filtre import Filters
from views.puljen import projekter as puljen_projekter
from views.puljen import pulje as puljen
from views.sprog.markdown import plain
from views.ydernumre import kliniktyper, udbudsforloeb, venteliste
from views.ydernumre.bag_tallet import UDSNIT, chains_behind

KORT_PR_RAEKKE, KORT_FRA_START = 3, 9
LISTEHOEJDE = 320
ALLE = "alle"
KLINIKKER = {ALLE: "Alle kendte", "venter": "Venter på en PLO-læge", "kontrakter": "Kontrakter, der udløber"}
BRUG_LISTEN = "Vælg en række for at se forløbet nedenfor; klik på en overskrift for at sortere."


def show_lots(filters: Filters) -> None:
    """The lots behind a number, and of them those found by a search; the chosen one opens its life below."""
    status = sidevalg.option_buttons("Vis", {kode or ALLE: navn for kode, navn in UDSNIT.items()}, ALLE, "status")
    bag = chains_behind(filters, "" if status == ALLE else status, newest())
    alle = finished(udbudsforloeb.lots, filters)
    alle = alle[alle.index.isin(bag)]
    soegning = sidevalg.search_field("Søg i udbuddene", "Sted, kommune, status, år ...")
    fundne = udbudsforloeb.search(alle, soegning)
    liste = udbudsforloeb.lots_view(filters, fundne, alle, newest())
    if fundne.empty:
        st.info(plain(liste.note), icon=":material/search_off:")
        return
    st.caption(f"{liste.text} {BRUG_LISTEN}")

    def row_chosen() -> None:
        if raekker := st.session_state[noegler.UDBUDSLISTE].selection.rows:
            st.session_state[noegler.FORLOEB] = fundne.index[raekker[0]]

    vis.show_table(
        liste,
        height=LISTEHOEJDE,
        column_config={"Sted": st.column_config.Column(width=220)},
        key=noegler.UDBUDSLISTE,
        on_select=row_chosen,
        selection_mode="single-row",
    )
    if st.session_state.get(noegler.FORLOEB) not in fundne.index:
        st.session_state[noegler.FORLOEB] = udbudsforloeb.longest(fundne)
    navne = udbudsforloeb.lot_labels(fundne)
    valgt = st.selectbox("Vis forløbet for", list(fundne.index), format_func=navne.get, key=noegler.FORLOEB)
    vis.show_view(udbudsforloeb.timeline(filters, valgt, newest()), name="forloeb")


def show_clinics(filters: Filters) -> None:
    """The clinics that are no PLO-klinikker: all that are known, those that wait one by one, or the contracts that
    expire. One at a time, for each has a long table."""
    match sidevalg.option_buttons("Vis klinikker", KLINIKKER, ALLE, "status", hidden=True):
        case "venter":
            vis.show_list(finished(venteliste.watch_list, filters))
        case "kontrakter":
            vis.show_view(finished(venteliste.expiry_calendar, filters))
        case _:
            vis.show_view(finished(kliniktyper.waiting, filters))
            vis.show_list(finished(kliniktyper.clinic_list, filters))


@st.fragment
@turn()
def show_projects(filters: Filters) -> None:
    """The projects of a pool as cards and as a table, both narrowed by the same search."""
    liste, alle = finished(puljen_projekter.project_table, filters), finished(puljen_projekter.project_cards, filters)
    if liste is None:
        # a fragment is run alone: the pool can be gone since the page was made
        st.info(puljen.INGEN_PULJER, icon=":material/search_off:")
        return
    st.subheader(plain(liste.title), anchor=False)
    st.caption(plain(liste.subtitle))
    if not alle:
        st.info(plain(liste.note), icon=":material/search_off:")
        return
    soegning = sidevalg.search_field("Søg i projekterne", "Sted, ansøger, tema ...")
    navn = filters.area_name(kort=True)
    kun_omraadet = bool(navn) and sidevalg.yes_no(f"Kun projekter i {navn}", "kun", True)
    fundne = puljen_projekter.matching(alle, soegning, filters.omraade if kun_omraadet else "")
    st.caption(plain(f"{puljen_projekter.found(fundne, alle)} {liste.note}"))
    som_kort, som_tabel = st.tabs(["Projektkort", "Tabel"])
    with som_kort:
        vis_alle = len(fundne) <= KORT_FRA_START or st.toggle(f"Vis alle {len(fundne)} projektkort", key="puljen_alle")
        _show_cards(fundne if vis_alle else fundne[:KORT_FRA_START])
    with som_tabel:
        vis.show_table(liste, raekker=[en in fundne for en in alle])
    st.caption(f"{plain(liste.coverage)}\n\n{plain(liste.source_line)}")
    vis.show_background(liste, with_table=False)


def _show_cards(kort: tuple[puljen_projekter.Projektkort, ...]) -> None:
    """Cards beside each other; below each other on a phone."""
    for start in range(0, len(kort), KORT_PR_RAEKKE):
        for plads, en in zip(st.columns(KORT_PR_RAEKKE), kort[start : start + KORT_PR_RAEKKE], strict=False):
            with plads.container(border=True, height="stretch"):
                st.markdown(puljen_projekter.card_markdown(en))
