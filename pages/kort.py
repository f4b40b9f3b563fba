"""Kort: one indicator on the map, with ranking, trend and the chosen area's numbers."""

import streamlit as st

from ui import valg, vis
from ui.lager import finished
from views.noegletal import hovedtal, kort, rangliste, udvikling

filters = valg.chosen()

with st.sidebar:
    valg.indicator_select(filters)
    valg.level_select(filters)
    valg.area_select(filters)
    valg.compare_select(filters)
    valg.period_and_dataset(filters)
    film = valg.film_toggle()

vis.show_numbers(finished(hovedtal.headline_numbers, filters))
kortet = finished(kort.film_view if film else kort.map_view, filters)
kortplads, side = st.columns([3, 2], gap="large")
with kortplads:
    vis.show_view(kortet, on_area_click=valg.choose_area)
with side:
    # what the map withholds, these would withhold for the same reason
    if kortet.withheld:
        st.stop()
    vis.show_view(finished(rangliste.ranking_view, filters))
    vis.show_view(finished(udvikling.trend_view, filters))
