"""Lists that can be searched: the lots of ydernumre with the life of one of them, known clinics, pool projects, the
rows of HU-forløb and stated figures. Each can be narrowed to exactly the rows behind one number."""

from dataclasses import replace

import pandas as pd
import streamlit as st

import queries
from ui import noegler, sidevalg, vej, vis
from ui.adgang.hvem import shown_data
from ui.koe import turn
from ui.lager import finished
from ui.listevej import list_line
from ui.tabel import show_table
from views.faelles.bag_tallet import Udsnit, cutting, rest_of
from views.faelles.filtre import Filters
from views.faelles.view import View
from views.hu_forloeb import liste as hu_liste
from views.kilder import opgivne
from views.puljen import projekter as puljen_projekter
from views.puljen import pulje as puljen
from views.sprog.markdown import plain
from views.ydernumre import bag_tallet, kliniktyper, udbudsforloeb, venteliste

KORT_PR_RAEKKE, KORT_FRA_START = 3, 9
# A longer list is scrolled, so that the life of a lot is seen below it.
FAA, LISTEHOEJDE = 8, 320
ALLE = "alle"
KLINIKKER = {ALLE: "Alle kendte", "venter": "Venter på en PLO-læge", "kontrakter": "Kontrakter, der udløber"}
BRUG_LISTEN = "Vælg en række for at se forløbet nedenfor; klik på en overskrift for at sortere."


def show_lots(filters: Filters) -> None:
    """The lots of an area, or those behind a number, and of them those found by a search; the chosen one opens its life
    below. A number that counts rounds has rounds behind it."""
    if udsnit := _narrowed(filters, "udbud"):
        vis.show_list(bag_tallet.rounds_view(filters, udsnit.raekker, shown_data()))
        return
    status = vej.code("status") if vej.code("status") in bag_tallet.UDSNIT else ""
    bag = bag_tallet.counted_lots(filters, status, rest_of(vej.code("sted")), shown_data()) if status else None
    _line(bag.sentence if bag else "")
    navne = {kode or ALLE: navn for kode, (navn, _) in bag_tallet.UDSNIT.items()}
    sidevalg.option_buttons("Vis", navne, ALLE, "status", hidden=True)
    alle = _counted_lots(bag, status) if bag else finished(udbudsforloeb.lots, filters)
    soegning = sidevalg.search_field("Søg i udbuddene", "Sted, kommune, status, år ...")
    fundne = udbudsforloeb.search(alle, soegning)
    liste = udbudsforloeb.lots_view(filters, fundne, alle, shown_data())
    if fundne.empty:
        st.info(plain(liste.note), icon=":material/search_off:")
        return
    # the line above has said what all of them come to
    st.caption(BRUG_LISTEN if bag and len(fundne) == len(alle) else f"{liste.text} {BRUG_LISTEN}")
    _show_lots(filters, fundne, liste)


def _counted_lots(bag: bag_tallet.Lod, status: str) -> pd.DataFrame:
    """The lots behind a number, with what is counted of each where that is not all of it."""
    alle = udbudsforloeb.lots_table(bag.runder)
    if status not in ("udbudt", "fandt-laege"):
        alle.insert(3, bag_tallet.UDSNIT[status][0], bag.runder["tal"].to_numpy())
    return alle


def _show_lots(filters: Filters, fundne: pd.DataFrame, liste: View) -> None:
    """The lots as a table, and the life of the one that is chosen in it or by its name."""
    vis.shown_views().append(liste)

    def row_chosen() -> None:
        if raekker := st.session_state[noegler.UDBUDSLISTE].selection.rows:
            st.session_state[noegler.FORLOEB] = fundne.index[raekker[0]]

    show_table(
        liste,
        height=LISTEHOEJDE if len(fundne) > FAA else "content",
        column_config={"Sted": st.column_config.Column(width=220)},
        key=noegler.UDBUDSLISTE,
        on_select=row_chosen,
        selection_mode="single-row",
    )
    if st.session_state.get(noegler.FORLOEB) not in fundne.index:
        st.session_state[noegler.FORLOEB] = udbudsforloeb.longest(fundne)
    navne = udbudsforloeb.lot_labels(fundne)
    valgt = st.selectbox("Vis forløbet for", list(fundne.index), format_func=navne.get, key=noegler.FORLOEB)
    vis.show_view(udbudsforloeb.timeline(filters, valgt, shown_data()), name="forloeb")


def show_clinics(filters: Filters) -> None:
    """The clinics that are no PLO-klinikker: all that are known, those that wait one by one, or the contracts that
    expire. One at a time, for each has a long table; or those behind a number."""
    if udsnit := _narrowed(filters, "klinik"):
        vis.show_list(kliniktyper.clinics_view(filters, udsnit.raekker, shown_data()))
        return
    _line()
    match sidevalg.option_buttons("Vis klinikker", KLINIKKER, ALLE, "status", hidden=True):
        case "venter":
            vis.show_list(finished(venteliste.watch_list, filters))
        case "kontrakter":
            vis.show_view(finished(venteliste.expiry_calendar, filters))
        case _:
            vis.show_view(finished(kliniktyper.waiting, filters))
            vis.show_list(finished(kliniktyper.clinic_list, filters))


def show_posts(filters: Filters) -> None:
    """The rows of HU-forløb, or those behind a number."""
    if udsnit := _narrowed(filters, "hu_forloeb"):
        vis.show_list(hu_liste.rows_view(filters, udsnit.raekker, shown_data()))
    else:
        _line()
        vis.show_list(finished(hu_liste.list_view, filters))


def show_stated(filters: Filters) -> None:
    """The measurements that a stated number rests on."""
    _line()
    vis.show_list(finished(opgivne.stated_view, filters))


@st.fragment
@turn()
def show_projects(filters: Filters) -> None:
    """The projects of a pool, or those behind a number, as cards and as a table, both narrowed by the same search."""
    liste, alle = finished(puljen_projekter.project_table, filters), finished(puljen_projekter.project_cards, filters)
    if liste is None:
        # a fragment is run alone: the pool can be gone since the page was made
        st.info(puljen.INGEN_PULJER, icon=":material/search_off:")
        return
    udsnit = _narrowed(filters, "pulje")
    if udsnit:
        bag = frozenset(udsnit.raekker["projekt_id"])
    else:
        bag, saetning = puljen_projekter.counted(filters, vej.code("status"), shown_data())
        _line(saetning)
    st.subheader(plain(liste.title), anchor=False)
    st.caption(plain(liste.subtitle))
    if not alle:
        st.info(plain(liste.note), icon=":material/search_off:")
        return
    fundne = _found(filters, alle, bag)
    st.caption(plain(f"{puljen_projekter.found(fundne, alle)} {liste.note}"))
    vis.shown_views().append(replace(liste, table=liste.table.loc[[en in fundne for en in alle]]))
    som_kort, som_tabel = st.tabs(["Projektkort", "Tabel"])
    with som_kort:
        vis_alle = len(fundne) <= KORT_FRA_START or st.toggle(f"Vis alle {len(fundne)} projektkort", key="puljen_alle")
        _show_cards(fundne if vis_alle else fundne[:KORT_FRA_START])
    with som_tabel:
        show_table(liste, raekker=[en in fundne for en in alle])
    st.caption(f"{plain(liste.coverage)}\n\n{plain(liste.source_line)}")
    vis.show_background(liste, with_table=False)


def _found(
    filters: Filters, alle: tuple[puljen_projekter.Projektkort, ...], bag: frozenset[str]
) -> tuple[puljen_projekter.Projektkort, ...]:
    """The projects that a search leaves, of those behind a number where there are any, of the area, or of all."""
    soegning = sidevalg.search_field("Søg i projekterne", "Sted, ansøger, tema ...")
    if bag:
        return puljen_projekter.matching(tuple(en for en in alle if en.projekt_id in bag), soegning)
    navn = filters.area_name(kort=True)
    kun_omraadet = bool(navn) and sidevalg.yes_no(f"Kun projekter i {navn}", "kun", True)
    return puljen_projekter.matching(alle, soegning, filters.omraade if kun_omraadet else "")


def _narrowed(filters: Filters, register: str) -> Udsnit | None:
    """The rows behind the number that the address names, when they are of this list; and the line that says so."""
    bag = queries.catalogue_of(filters.datasaet, shown_data()).get(vej.code("bag"))
    if bag is None or bag.register != register:
        return None
    udsnit = cutting(filters.on(indikator=bag.noegletal), shown_data(), rest_of(vej.code("sted")))
    _line(udsnit.sentence)
    return udsnit


def _line(udsnit: str = "") -> None:
    if linje := list_line(udsnit):
        st.markdown(linje)


def _show_cards(kort: tuple[puljen_projekter.Projektkort, ...]) -> None:
    """Cards beside each other; below each other on a phone."""
    for start in range(0, len(kort), KORT_PR_RAEKKE):
        for plads, en in zip(st.columns(KORT_PR_RAEKKE), kort[start : start + KORT_PR_RAEKKE], strict=False):
            with plads.container(border=True, height="stretch"):
                st.markdown(puljen_projekter.card_markdown(en))
