"""HU-forløb: what was advertised, filled and left vacant, by year, round and area, and who says so."""

import streamlit as st

from ui import bjaelke, lister, omtaler, sidevalg, talvisning, valg
from ui.arbejdsflade import head_unless_map, show_map_tab
from ui.faner import show_open_tab, show_side_by_side, show_views
from ui.lager import finished
from views.faelles.registerniveau import fitted
from views.hu_forloeb import registeret as hu_forloeb
from views.hu_forloeb import tiltag
from views.hu_forloeb.ekstra import extra_view
from views.hu_forloeb.grad import RATE_VIEWS
from views.hu_forloeb.kilder import denominators_view, disagreements_view
from views.hu_forloeb.omraader import areas_view, delregion_view
from views.hu_forloeb.runder import rounds_view
from views.hu_forloeb.serier import series_view
from views.hu_forloeb.tal import KORTTAL, NAEVNER_NAVN, REGISTER
from views.hu_forloeb.udsagn import statements_view

KILDER = (denominators_view, extra_view, disagreements_view, statements_view)
valgte = valg.chosen()
filters = fitted(REGISTER, valgte)

bjaelke.show(valgte, valg.area_select, *valg.comparison(valgte), valg.level_select, valg.dataset_select, period=True)

tal, om = finished(hu_forloeb.headline_numbers, filters), hu_forloeb.kommune_notice(valgte) or hu_forloeb.INTRO
hoved = head_unless_map("HU-forløb", om, tal)


def aar_for_aar() -> None:
    venstre, hoejre = st.columns(2, gap="large")
    with hoejre:
        show_views(filters, RATE_VIEWS[sidevalg.option_buttons("Nævner", NAEVNER_NAVN, "opslaaet", "naevner")])
    with venstre:
        show_views(filters, series_view)
    talvisning.show_number_list(tal)
    omtaler.show_supply(filters)


def paa_kortet() -> None:
    maal = sidevalg.above_map("Vis på kortet", KORTTAL, "hu_ubesat", "maal")
    show_map_tab(hoved, "HU-forløb", tal, filters.on(indikator=maal), hu_forloeb.SUM_FORBEHOLD, filters == valgte)


show_open_tab(
    "hu_fane",
    {
        "År for år": aar_for_aar,
        "Kort": paa_kortet,
        "Områder": lambda: show_views(filters, beside=([areas_view], [delregion_view])),
        "Runder": lambda: show_views(filters, rounds_view),
        "Liste": lambda: lister.show_posts(filters),
        "Kilder": lambda: show_views(filters, beside=(KILDER[:2], KILDER[2:])),
        "Tiltag": lambda: show_side_by_side(tiltag.chosen_pair(filters), tiltag.measures_view),
        "Nye læger": lambda: omtaler.show_new_doctors(filters),
        "Uvist": lambda: show_views(filters, beside=([hu_forloeb.coverage], [tiltag.coverage])),
    },
)
