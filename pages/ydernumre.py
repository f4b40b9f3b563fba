"""Ydernumre: what was offered, what found a doctor, what did not and what is open; then the same over time, on the map,
lot by lot, and the clinics that are not PLO-klinikker."""

import streamlit as st

from ui import lister, valg, vis
from ui.lager import finished
from views.noegletal import kort, rangliste
from views.ydernumre import flow as ydernumre_flow
from views.ydernumre import kliniktyper
from views.ydernumre import registeret as ydernumre
from views.ydernumre import tid as ydernumre_tid
from views.ydernumre.registeret import ENHEDER

ET_NUMMER, EN_RUNDE = "Hvert nummer én gang", "Hver runde for sig"

filters = valg.chosen()
enhed = ydernumre.unit_of(filters)
if filters.indikator not in enhed.indikatorer:
    filters = filters.on(indikator=enhed.indikatorer[0])

with st.sidebar:
    valg.level_select(filters)
    valg.area_select(filters)
    valg.compare_select(filters)
    valg.period_and_dataset(filters)


st.title("Ydernumre", anchor=False)
valg.indicator_control(
    "Enhed",
    {navn: en.indikatorer[0] for navn, en in ENHEDER.items()},
    enhed.enhed,
    lambda en: ENHEDER[en].valgnavn,
)
vis.show_numbers(finished(ydernumre.headline_numbers, filters), kolonner=4)
if stoerste := finished(ydernumre.largest_open, filters):
    st.info(stoerste, icon=":material/campaign:")

# only the open tab is made and sent
FANER = ["Forløb", "Over tid", "Kort", "Liste", "Typer", "Klinikker", "Ukendt"]
forloeb, tid, steder, liste, typer, klinikker, ved_ikke = st.tabs(FANER, key="yder_fane", on_change="rerun")
if forloeb.open:
    taelling = forloeb.segmented_control(
        "Tæl", [ET_NUMMER, EN_RUNDE], default=ET_NUMMER, required=True, key="taelling", label_visibility="collapsed"
    )
    byg = ydernumre_flow.rounds_flow if taelling == EN_RUNDE else ydernumre_flow.units_flow
    with forloeb:
        vis.show_view(finished(byg, filters))
        if filters.sammenlign:
            vis.show_view(finished(byg, filters.on(omraade=filters.sammenlign)), name="forloeb_sammenlignet")
if tid.open:
    with tid:
        vis.show_view(finished(ydernumre_tid.offered_over_time, filters))
    venstre, hoejre = tid.columns(2, gap="large")
    with venstre:
        vis.show_view(finished(ydernumre_tid.key_figures, filters))
    with hoejre:
        vis.show_view(finished(ydernumre_tid.shares_by_year, filters))
if steder.open:
    with steder:
        muligheder = {en: en for en in enhed.indikatorer}
        if len(muligheder) > 1:
            valg.indicator_control("Kortet viser", muligheder, filters.indikator)
        byg = kort.film_view if valg.film_toggle() else kort.map_view
    kortplads, side = steder.columns([3, 2], gap="large")
    with kortplads:
        vis.show_view(finished(byg, filters), on_area_click=valg.choose_area)
    with side:
        vis.show_view(finished(rangliste.ranking_view, filters))
if liste.open:
    with liste:
        lister.show_lots(filters)
if typer.open:
    with typer:
        vis.show_view(finished(kliniktyper.conversions, filters))
    venstre, hoejre = typer.columns(2, gap="large")
    with venstre:
        vis.show_view(finished(kliniktyper.clinic_events, filters))
    with hoejre:
        vis.show_view(finished(kliniktyper.clinics_by_year, filters))
if klinikker.open:
    with klinikker:
        vis.show_view(finished(kliniktyper.waiting, filters))
        lister.show_clinics(filters)
if ved_ikke.open:
    with ved_ikke:
        vis.show_view(finished(ydernumre.coverage, filters))
        vis.show_view(finished(ydernumre.clinic_coverage, filters))
