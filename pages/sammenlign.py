"""Sammenlign: up to four areas of any level side by side, in one table and on the same axes."""

import streamlit as st

from ui import bjaelke, valg, vis
from ui.lager import finished
from views.omraade import sammenligning

filters = valg.chosen()

bjaelke.show(filters, valg.indicator_select, valg.dataset_select, period=True)

vis.show_title("Sammenlign områder")
valg.areas_select(filters, sammenligning.chosen_areas(filters))
if not sammenligning.chosen_areas(filters):
    st.info(sammenligning.INGEN_VALGT, icon=":material/add_location_alt:")
else:
    vis.show_view(finished(sammenligning.small_multiples, filters))
    vis.show_list(finished(sammenligning.side_by_side, filters))
