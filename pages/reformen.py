"""Reformen: the regions before and after 1 January 2027, side by side, with sums that agree."""

import streamlit as st

from ui import bjaelke, valg, vis
from ui.lager import finished
from views.kilder import reformen
from views.noegletal import kort, udvikling
from views.sprog.markdown import plain

filters = valg.chosen()

bjaelke.show(filters, valg.indicator_select, valg.dataset_select, period=True)

st.title("Reformen", anchor=False)
st.markdown(plain(reformen.introduction(filters.i_dag)))
vis.show_view(finished(reformen.members_view, filters))
vis.show_list(finished(reformen.before_after_view, filters))
# the maps of a page need names of their own
for plads, struktur in zip(st.columns(2, gap="large"), (reformen.FOER, reformen.EFTER), strict=True):
    i_strukturen = filters.on(niveau="region", struktur=struktur, omraade="", sammenlign="")
    with plads:
        vis.show_view(finished(kort.map_view, i_strukturen), name=f"kort_{struktur}")
oest = filters.on(niveau="region", struktur=reformen.EFTER, omraade="oestdanmark", sammenlign="")
vis.show_view(finished(udvikling.trend_view, oest))
vis.show_view(finished(reformen.uncertain_view, filters))
