"""Reformen: the regions before and after 1 January 2027, side by side, with sums that agree."""

import streamlit as st

from ui import bjaelke, valg, vis
from ui.arbejdsflade import OVERSKRIFT, show_workspace
from ui.faner import show_open_tab, show_views
from ui.lager import finished
from ui.vindue import room
from views.balance.maal_tidslinje import rules_view
from views.kilder import raadspladser, reformen, udsagn
from views.noegletal import kort, udvikling

BUND = 60

filters = valg.chosen()
bjaelke.show(filters, valg.area_select, valg.indicator_select, valg.dataset_select, period=True)

regioner = finished(reformen.members_view, filters)
vis.show_page_head(regioner, "Reformen", reformen.introduction(filters.i_dag))


def foer_og_efter() -> None:
    # the maps of a page need names of their own
    for plads, struktur in zip(st.columns(2, gap="medium"), (reformen.FOER, reformen.EFTER), strict=True):
        i_strukturen = filters.on(struktur=struktur)
        with plads:
            hoejde = room(OVERSKRIFT + BUND)
            vis.show_view(finished(kort.compared_map_view, i_strukturen), name=f"kort_{struktur}", hoejde=hoejde)


def oestdanmark() -> None:
    oest = filters.on(niveau="region", struktur=reformen.EFTER, omraade="oestdanmark", sammenlign="")
    vis.show_view(finished(udvikling.trend_view, oest))
    vis.show_view(finished(reformen.uncertain_view, filters))


show_open_tab(
    "reform_fane",
    {
        "De nye regioner": lambda: show_workspace(
            regioner, lambda: vis.show_list(finished(reformen.before_after_view, filters))
        ),
        "Kort før og efter": foer_og_efter,
        "Østdanmark": oestdanmark,
        "Regler": lambda: show_views(filters, rules_view, udsagn.reform_statements),
        "Rådene": lambda: show_views(filters, raadspladser.seats_view),
    },
)
