"""Ydernumre: what was offered, what found a doctor, what did not and what is open; then the same over time, on the map,
lot by lot, and the clinics that are not PLO-klinikker."""

import streamlit as st

import queries
from ui import valg, vis
from ui.lager import finished
from views import kliniktyper, kort, rangliste, udbudsforloeb, ydernumre, ydernumre_flow, ydernumre_tid
from views.dansk import day, number
from views.ydernumre import ENHEDER

ET_NUMMER, EN_RUNDE = "Hvert nummer én gang", "Hver runde for sig"
KILDELINK = st.column_config.LinkColumn("Kilde", display_text="Åbn kilden")

filters = st.session_state["_filters"]
enhed = ydernumre.unit_of(filters)
if filters.indikator not in enhed.indikatorer:
    filters = filters.on(indikator=enhed.indikatorer[0])

with st.sidebar:
    valg.level_select(filters)
    valg.area_select(filters)
    valg.compare_select(filters)
    valg.period_select(filters)
    valg.dataset_select(filters)


def write_indicator(felt: str) -> None:
    """The indicator in the address says what is counted and drawn, so that a link opens the same view."""
    valgt = st.session_state[felt]
    valg.choose_indicator(ENHEDER[valgt].indikatorer[0] if valgt in ENHEDER else valgt)


def indicator_control(navn: str, muligheder: list[str], label, valgt: str) -> None:
    st.session_state[f"_{navn}"] = valgt
    st.segmented_control(
        navn,
        muligheder,
        format_func=label,
        required=True,
        key=f"_{navn}",
        on_change=write_indicator,
        args=(f"_{navn}",),
    )


def show_flow() -> None:
    taelling = st.segmented_control(
        "Tæl", [ET_NUMMER, EN_RUNDE], default=ET_NUMMER, required=True, key="taelling", label_visibility="collapsed"
    )
    vis.show_view(finished(ydernumre_flow.rounds_flow if taelling == EN_RUNDE else ydernumre_flow.units_flow, filters))


def show_time() -> None:
    vis.show_view(finished(ydernumre_tid.offered_over_time, filters))
    venstre, hoejre = st.columns(2, gap="large")
    with venstre:
        vis.show_view(finished(ydernumre_tid.key_figures, filters))
    with hoejre:
        vis.show_view(finished(ydernumre_tid.shares_by_year, filters))


def show_map() -> None:
    katalog = queries.catalogue()
    if len(enhed.indikatorer) > 1:
        indicator_control("Kortet viser", list(enhed.indikatorer), lambda en: katalog[en].navn, filters.indikator)
    kortplads, side = st.columns([3, 2], gap="large")
    with kortplads:
        vis.show_view(finished(kort.map_view, filters), on_area_click=valg.choose_area)
    with side:
        vis.show_view(finished(rangliste.ranking_view, filters))


def show_list() -> None:
    alle = finished(udbudsforloeb.lots, filters)
    liste = udbudsforloeb.search(alle, st.text_input("Søg i udbuddene", placeholder="Sted, kommune, status, år ..."))
    st.caption(udbudsforloeb.list_caption(filters, liste, alle))
    if liste.empty:
        st.info(ydernumre.nothing_known(filters) if alle.empty else "Ingen udbud passer. Ret søgningen.")
        return

    def row_chosen() -> None:
        if raekker := st.session_state["udbudsliste"].selection.rows:
            st.session_state["forloeb"] = liste.index[raekker[0]]

    st.dataframe(
        liste.style.format(day, subset=["Opslået", "Status pr."]),
        hide_index=True,
        height=320,
        column_config={"Kilde": KILDELINK, "Kildetitel": None, "Sted": st.column_config.Column(width=220)},
        placeholder="–",
        key="udbudsliste",
        on_select=row_chosen,
        selection_mode="single-row",
    )
    if st.session_state.get("forloeb") not in liste.index:
        st.session_state["forloeb"] = udbudsforloeb.longest(liste)
    navne = udbudsforloeb.lot_labels(liste)
    valgt = st.selectbox("Vis forløbet for", list(liste.index), format_func=navne.get, key="forloeb")
    vis.show_view(udbudsforloeb.timeline(filters, valgt))


def show_clinics() -> None:
    vis.show_view(finished(kliniktyper.conversions, filters))
    venstre, hoejre = st.columns(2, gap="large")
    with venstre:
        vis.show_view(finished(kliniktyper.clinic_events, filters))
    with hoejre:
        vis.show_view(finished(kliniktyper.clinics_by_year, filters))
    vis.show_view(finished(kliniktyper.waiting, filters))
    st.subheader("Kendte klinikker", anchor=False)
    liste = finished(kliniktyper.clinic_list, filters)
    st.dataframe(
        liste.style.format(day, subset=["Fra", "Til"]).format(number, subset=["Patienter"]),
        hide_index=True,
        column_config={"Kilde": KILDELINK},
        placeholder="–",
    )


def show_unknown() -> None:
    vis.show_view(finished(ydernumre.coverage, filters))
    vis.show_view(finished(ydernumre.clinic_coverage, filters))


AFSNIT = {
    "Forløb": show_flow,
    "Over tid": show_time,
    "Kort": show_map,
    "Liste": show_list,
    "Kliniktyper": show_clinics,
    "Hvad ved vi ikke?": show_unknown,
}
indicator_control("Enhed", list(ENHEDER), lambda en: ENHEDER[en].valgnavn, enhed.enhed)
vis.show_numbers(finished(ydernumre.headline_numbers, filters), kolonner=4)
if stoerste := finished(ydernumre.largest_open, filters):
    st.info(stoerste, icon=":material/campaign:")
# only the open section is built
AFSNIT[
    st.segmented_control(
        "Afsnit", list(AFSNIT), default="Forløb", required=True, key="afsnit", label_visibility="collapsed"
    )
]()
