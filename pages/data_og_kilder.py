"""Data og kilder: which data are shown, how good they are, where they come from, and the secretariat's own."""

import streamlit as st

from ui import bjaelke, egne_data, egne_versioner, hent_data, lister, valg, vis
from ui.adgang import vis as adgang
from ui.faner import Byg, Fyld, show_open_tab
from ui.lager import finished
from views.kilder import data_og_kilder
from views.noegletal.uenige import disagreements_view

filters = valg.chosen()

bjaelke.show(filters, valg.area_select, valg.indicator_select, valg.level_select, valg.dataset_select, period=True)

vis.show_title("Data og kilder")


def registre() -> None:
    adgang.show_who()
    egne_versioner.show_version_in_use()
    vis.show_list(finished(data_og_kilder.state_view, filters))
    st.subheader("Licenser", anchor=False)
    st.markdown(data_og_kilder.LICENSER)


def liste(*byg: Byg) -> Fyld:
    return lambda: [vis.show_list(finished(en, filters)) for en in byg]


show_open_tab(
    "data_fane",
    {
        "Registre": registre,
        "Det mangler": liste(data_og_kilder.quality_view),
        "Uenige": liste(disagreements_view),
        "Kilder": liste(data_og_kilder.fetches_view, data_og_kilder.sources_view),
        "Opgivne tal": lambda: lister.show_stated(filters),
        "Hent": lambda: hent_data.show_downloads(filters.datasaet),
        "Indlæs": (lambda: hent_data.show_templates(filters.datasaet), adgang.for_editors(egne_data.show_import)),
        "Versioner": (adgang.for_members(egne_versioner.show_versions), adgang.show_log),
    },
)
