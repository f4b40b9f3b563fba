"""Behov og balance: can what is offered find a doctor, when, and what does an area need."""

import streamlit as st

from ui import balance as felter
from ui import bjaelke, sidevalg, valg, vis
from ui.faner import show_open_tab, show_views
from ui.lager import finished
from views.balance.balance import balance
from views.balance.behov_aar import need_by_year
from views.balance.hvad_skal_der_til import what_it_takes
from views.balance.hvornaar import when_filled
from views.balance.i_takt import in_step
from views.balance.maal_tidslinje import rules_view
from views.balance.scenarie import UkendtScenarie

TITEL, BEHOV = "Behov og balance", "Behov mod kapacitet"
ANDRE = ("De 87", "Mål over tid", "Antagelser", "Ukendt")
filters = valg.chosen()
bjaelke.show(filters, valg.area_select, valg.level_select, valg.dataset_select)

hoved = st.container()


def de_87() -> None:
    show_views(filters, when_filled)
    felter.show_sets(svar)
    show_views(filters, beside=([what_it_takes], [in_step]))


def show_tabs() -> None:
    if any(map(sidevalg.is_open, ANDRE)):
        with hoved:
            vis.show_title(TITEL, felter.INTRO)
    show_open_tab(
        "balance_fane",
        {
            "Balance": lambda: felter.show_balance(hoved, filters, svar),
            ANDRE[0]: de_87,
            BEHOV: lambda: felter.show_need(hoved, TITEL, filters),
            ANDRE[1]: lambda: show_views(filters, rules_view, need_by_year),
            ANDRE[2]: lambda: felter.show_assumptions(filters, svar),
            ANDRE[3]: lambda: felter.show_limits(filters),
        },
    )


try:
    svar = finished(balance, filters)
except UkendtScenarie as fejl:
    vis.show_title(TITEL)
    felter.show_unknown(str(fejl))
else:
    show_tabs()
