"""Overblik: what the country looks like now in a few figures, a small map, and what is not known."""

import streamlit as st

from ui import bjaelke, valg, vis
from ui.lager import finished
from views.kilder import overblik

filters = valg.chosen()

bjaelke.show(filters, valg.area_select, valg.structure_select, valg.dataset_select)

st.title("Lægedækning i Danmark", anchor=False)
st.markdown(overblik.INTRO)
vis.show_numbers(finished(overblik.key_numbers, filters), with_links=True)
kortplads, side = st.columns([3, 2], gap="large")
with kortplads:
    vis.show_view(finished(overblik.overview_map, filters))
with side:
    vis.show_unknown(finished(overblik.what_is_not_known, filters))
