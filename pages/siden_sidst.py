"""Siden sidst: what came and what changed since the last assembly, or since any day."""

import streamlit as st

from ui import valg, vis
from ui.lager import finished
from views.faelles.koder import FOERSTE_DAG
from views.omraade import siden_rettet, siden_sidst

filters = valg.chosen()
dag = finished(siden_sidst.day_of, filters)

with st.sidebar:
    valg.area_select(filters)
    if not filters.omraade:
        valg.level_select(filters)
    valg.day_input(filters, dag, FOERSTE_DAG)
    valg.assembly_buttons(finished(siden_sidst.assembly_days, filters), dag)
    valg.dataset_select(filters)

st.title("Siden sidst", anchor=False)
st.markdown(finished(siden_sidst.introduction, filters))
vis.show_list(finished(siden_sidst.in_numbers, filters))
vis.show_list(finished(siden_sidst.one_by_one, filters))
if siden_rettet.has_versions(filters):
    vis.show_list(finished(siden_rettet.corrections, filters))
