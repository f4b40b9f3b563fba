"""Siden sidst: what came and what changed since the last meeting of an organ, or since any day."""

import streamlit as st

from ui import bjaelke, moedevalg, valg, vis
from ui.lager import finished
from views.kilder import udsagn
from views.omraade import moeder, siden_rettet, siden_sidst

filters = valg.chosen()

bjaelke.show(filters, valg.area_select, valg.level_select, valg.dataset_select)

vis.show_title("Siden sidst")
filters = moedevalg.meeting_choices(filters)
st.markdown(finished(siden_sidst.introduction, filters))
vis.show_list(finished(siden_sidst.in_numbers, filters))
moedevalg.newest_button(filters)
vis.show_list(finished(siden_sidst.one_by_one, filters))
if siden_rettet.has_versions(filters):
    vis.show_list(finished(siden_rettet.corrections, filters))
vis.show_list(finished(moeder.meetings_view, filters))
vis.show_list(finished(udsagn.plo_view, filters))
