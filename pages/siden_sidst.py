"""Siden sidst: what came and what changed since the last assembly, or since any day."""

import streamlit as st

from ui import bjaelke, valg, vis
from ui.lager import finished
from views.faelles.koder import FOERSTE_DAG
from views.omraade import siden_rettet, siden_sidst

filters = valg.chosen()
dag = finished(siden_sidst.day_of, filters)

bjaelke.show(filters, valg.area_select, valg.level_select, valg.dataset_select)

vis.show_title("Siden sidst")
with st.container(horizontal=True, width=480):
    valg.day_input(filters, dag, FOERSTE_DAG)
    valg.assembly_buttons(finished(siden_sidst.assembly_days, filters), dag)
st.markdown(finished(siden_sidst.introduction, filters))
vis.show_list(finished(siden_sidst.in_numbers, filters))
vis.show_list(finished(siden_sidst.one_by_one, filters))
if siden_rettet.has_versions(filters):
    vis.show_list(finished(siden_rettet.corrections, filters))
