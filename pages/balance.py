"""Behov og balance: can what is offered find a doctor, when, and what does an area need."""

import streamlit as st

from ui import balance as felter
from ui import bjaelke, valg, vis
from ui.faner import show_open_tab, show_views
from ui.lager import finished
from views.balance.balance import balance
from views.balance.graenser import limits_view, questions_view
from views.balance.scenarie import UkendtScenarie

filters = valg.chosen()
bjaelke.show(filters, valg.area_select, valg.level_select, valg.dataset_select)

try:
    svar = finished(balance, filters)
except UkendtScenarie as fejl:
    vis.show_title("Behov og balance")
    felter.show_unknown(str(fejl))
    st.stop()

vis.show_title("Behov og balance")


def udbud_og_laeger() -> None:
    felter.show_policy(svar)
    felter.show_sets(svar)


def antagelser() -> None:
    felter.show_sets(svar)
    felter.show_form(svar)


show_open_tab(
    "balance_fane",
    {
        "Balance": udbud_og_laeger,
        "De 87": lambda: None,
        "Behov mod kapacitet": lambda: None,
        "Mål over tid": lambda: None,
        "Antagelser": antagelser,
        "Ukendt": lambda: show_views(filters, beside=([limits_view], [questions_view])),
    },
)
