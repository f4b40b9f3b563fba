"""Behov og balance: can what is offered find a doctor, when, and what does an area need."""

import streamlit as st

from ui import balance as felter
from ui import bjaelke, valg, vis
from ui.faner import show_open_tab, show_views
from ui.lager import finished
from views.balance import antagelsesliste, graenser
from views.balance.balance import balance
from views.balance.scenarie import UkendtScenarie
from views.fremvisning.visninger import VISNINGER

TITEL = "Behov og balance"
BYG = {navn: en.byg for navn, en in VISNINGER.items()}
filters = valg.chosen()
bjaelke.show(filters, valg.area_select, valg.level_select, valg.dataset_select)

try:
    svar = finished(balance, filters)
except UkendtScenarie as fejl:
    vis.show_title(TITEL)
    felter.show_unknown(str(fejl))
    st.stop()

hoved = st.container()


def titled(*byg, beside=()) -> None:
    with hoved:
        vis.show_title(TITEL)
    show_views(filters, *byg, beside=beside)


def de_87() -> None:
    titled(BYG["bal_hvornaar"])
    felter.show_sets(svar)
    show_views(filters, BYG["bal_hvad_skal_der_til"])


def antagelser() -> None:
    titled()
    felter.show_sets(svar)
    felter.show_form(svar, finished(antagelsesliste.origins, filters))
    vis.show_list(finished(BYG["bal_antagelser"], filters))


def ukendt() -> None:
    titled(BYG["bal_graenser"])
    st.markdown("## Hvad der kan spørges om", anchors=False)
    vis.show_text(graenser.questions())


show_open_tab(
    "balance_fane",
    {
        "Balance": lambda: felter.show_balance(hoved, filters, svar),
        "De 87": de_87,
        "Behov mod kapacitet": lambda: titled(),
        "Mål over tid": lambda: titled(BYG["beh_tidslinje"]),
        "Antagelser": antagelser,
        "Ukendt": ukendt,
    },
)
