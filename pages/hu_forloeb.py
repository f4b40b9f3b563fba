"""HU-forløb: what was advertised, filled and left vacant, by year, round and area, and who says so."""

import streamlit as st

from ui import valg, vis
from ui.lager import finished
from views.faelles.registerniveau import fitted
from views.hu_forloeb import registeret as hu_forloeb
from views.hu_forloeb.ekstra import extra_view, statements_view
from views.hu_forloeb.grad import RATE_VIEWS
from views.hu_forloeb.kilder import denominators_view, disagreements_view
from views.hu_forloeb.omraader import areas_view, delregion_view
from views.hu_forloeb.runder import rounds_view
from views.hu_forloeb.serier import series_view
from views.hu_forloeb.tal import KORTTAL, NAEVNER_NAVN, REGISTER
from views.hu_forloeb.udbud import supply_view
from views.noegletal import kort, rangliste
from views.sprog.markdown import plain

valgte = valg.chosen()
filters = fitted(REGISTER, valgte)

with st.sidebar:
    for vaelg in (valg.level_select, valg.area_select, valg.compare_select, valg.period_and_dataset):
        vaelg(valgte)

st.title("HU-forløb", anchor=False)
st.markdown(hu_forloeb.INTRO)
if besked := hu_forloeb.kommune_notice(valgte):
    st.info(plain(besked), icon=":material/info:")
vis.show_numbers(finished(hu_forloeb.headline_numbers, filters))

# only the open tab runs, so that a click never sends more than one map
FANER = ["År for år", "Kort", "Områder", "Runder", "Kilder", "Ukendt"]
aar, steder, omraader, runder, kilder, ved_ikke = st.tabs(FANER, key="hu_fane", on_change="rerun")
if aar.open:
    venstre, hoejre = aar.columns(2, gap="large")
    with venstre:
        vis.show_view(finished(series_view, filters))
    with hoejre:
        naevner = st.segmented_control(
            "Nævner",
            list(NAEVNER_NAVN),
            default="opslaaet",
            format_func=NAEVNER_NAVN.get,
            required=True,
            key="hu_naevner",
        )
        vis.show_view(finished(RATE_VIEWS[naevner], filters))
    with aar:
        vis.show_view(finished(supply_view, filters))
if steder.open:
    maal = steder.segmented_control(
        "Vis på kortet", list(KORTTAL), default="hu_ubesat", format_func=KORTTAL.get, required=True, key="hu_maal"
    )
    with steder:
        byg = kort.film_view if valg.film_toggle() else kort.map_view
    kortet = finished(byg, filters.on(indikator=maal))
    if kortet.figure or kortet.withheld:
        steder.caption(hu_forloeb.SUM_FORBEHOLD)
    venstre, hoejre = steder.columns([3, 2], gap="large")
    with venstre:
        vis.show_view(kortet, on_area_click=valg.choose_area if filters == valgte else None)
    # where nothing is known, one empty view says so; not two
    if kortet.figure:
        with hoejre:
            vis.show_view(finished(rangliste.ranking_view, filters.on(indikator=maal)))
if omraader.open:
    venstre, hoejre = omraader.columns(2, gap="large")
    with venstre:
        vis.show_view(finished(areas_view, filters))
    with hoejre:
        vis.show_view(finished(delregion_view, filters))
if runder.open:
    with runder:
        vis.show_view(finished(rounds_view, filters))
if kilder.open:
    venstre, hoejre = kilder.columns(2, gap="large")
    with venstre:
        vis.show_view(finished(denominators_view, filters))
        vis.show_view(finished(extra_view, filters))
    with hoejre:
        vis.show_view(finished(disagreements_view, filters))
        vis.show_view(finished(statements_view, filters))
if ved_ikke.open:
    with ved_ikke:
        vis.show_view(finished(hu_forloeb.coverage, filters))
