"""Ydernumre: what was offered and what became of it, over time, on the map and lot by lot; and the other clinics."""

import streamlit as st

from ui import bjaelke, lister, omtaler, sidevalg, talvisning, valg, vis
from ui.arbejdsflade import head_unless_map, show_map_tab
from ui.faner import show_open_tab, show_views
from ui.lager import finished
from views.ydernumre import aabenhed, flow, klinikaar, kliniktyper, plostroem, tid
from views.ydernumre import registeret as ydernumre

STROEMME = {"Hvert nummer én gang": flow.units_flow, "Hver runde for sig": flow.rounds_flow}
OVER_TID = ([tid.key_figures], [tid.shares_by_year])
TYPER = ([klinikaar.clinic_events], [klinikaar.clinics_by_year])
UVIST = ([ydernumre.coverage], [ydernumre.clinic_coverage])

filters = valg.chosen()
enhed = ydernumre.unit_of(filters)
if filters.indikator not in enhed.indikatorer:
    filters = filters.on(indikator=enhed.indikatorer[0])

synlige = (valg.area_select, *valg.comparison(filters), valg.level_select, valg.dataset_select)
bjaelke.show(filters, *synlige, period=True)

tal = finished(ydernumre.headline_numbers, filters)
hoved = head_unless_map("Ydernumre", ydernumre.what_is_counted(filters), tal)
valg.indicator_control("Enhed", ydernumre.VALG, enhed.enhed, lambda en: ydernumre.ENHEDER[en].valgnavn)


def forloeb() -> None:
    navne = {en: en for en in STROEMME}
    byg = STROEMME[sidevalg.option_buttons("Tæl", navne, next(iter(navne)), "taelling", hidden=True)]
    vis.show_view(finished(byg, filters))
    if filters.sammenlign:
        vis.show_view(finished(byg, filters.on(omraade=filters.sammenlign)), name="forloeb_sammenlignet")
    if stoerste := finished(ydernumre.largest_open, filters):
        st.info(stoerste, icon=":material/campaign:")
    talvisning.show_number_list(tal)


def kortet() -> None:
    maal = enhed.indikatorer
    show_map_tab(hoved, "Ydernumre", tal, filters, menu=lambda: valg.measure_select(maal, filters.indikator))


show_open_tab(
    "yder_fane",
    {
        "Forløb": forloeb,
        "Over tid": lambda: show_views(filters, tid.offered_over_time, beside=OVER_TID),
        "Ind og ud": lambda: show_views(filters, beside=([plostroem.flow_by_year], [plostroem.flow_by_area])),
        "Kort": kortet,
        "Liste": lambda: lister.show_lots(filters),
        "Typer": lambda: show_views(filters, kliniktyper.conversions, beside=TYPER),
        "Vilkår": lambda: omtaler.show_terms(filters),
        "Klinikker": lambda: lister.show_clinics(filters),
        "Uvist": lambda: show_views(filters, aabenhed.openness_view, beside=UVIST),
    },
)
