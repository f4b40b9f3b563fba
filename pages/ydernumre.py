"""Ydernumre: what was offered, what found a doctor, what did not and what is open; then the same over time, on the map,
lot by lot, and the clinics that are not PLO-klinikker."""

import streamlit as st

import queries
from ui import lister, valg, vis
from ui.lager import finished
from views import kliniktyper, kort, rangliste, ydernumre, ydernumre_flow, ydernumre_tid
from views.ydernumre import ENHEDER

ET_NUMMER, EN_RUNDE = "Hvert nummer én gang", "Hver runde for sig"

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
        valg.indicator_control(
            "Kortet viser", {en: en for en in enhed.indikatorer}, lambda en: katalog[en].navn, filters.indikator
        )
    kortplads, side = st.columns([3, 2], gap="large")
    with kortplads:
        byg = kort.film_view if valg.film_toggle() else kort.map_view
        vis.show_view(finished(byg, filters), on_area_click=valg.choose_area)
    with side:
        vis.show_view(finished(rangliste.ranking_view, filters))


def show_clinics() -> None:
    vis.show_view(finished(kliniktyper.conversions, filters))
    venstre, hoejre = st.columns(2, gap="large")
    with venstre:
        vis.show_view(finished(kliniktyper.clinic_events, filters))
    with hoejre:
        vis.show_view(finished(kliniktyper.clinics_by_year, filters))
    vis.show_view(finished(kliniktyper.waiting, filters))
    lister.show_clinics(filters)


def show_unknown() -> None:
    vis.show_view(finished(ydernumre.coverage, filters))
    vis.show_view(finished(ydernumre.clinic_coverage, filters))


AFSNIT = {
    "Forløb": show_flow,
    "Over tid": show_time,
    "Kort": show_map,
    "Liste": lambda: lister.show_lots(filters),
    "Kliniktyper": show_clinics,
    "Hvad ved vi ikke?": show_unknown,
}
st.title("Ydernumre", anchor=False)
valg.indicator_control(
    "Enhed",
    {navn: en.indikatorer[0] for navn, en in ENHEDER.items()},
    lambda en: ENHEDER[en].valgnavn,
    enhed.enhed,
)
vis.show_numbers(finished(ydernumre.headline_numbers, filters), kolonner=4)
if stoerste := finished(ydernumre.largest_open, filters):
    st.info(stoerste, icon=":material/campaign:")
# only the open section is built
AFSNIT[
    st.segmented_control(
        "Afsnit", list(AFSNIT), default="Forløb", required=True, key="afsnit", label_visibility="collapsed"
    )
]()
