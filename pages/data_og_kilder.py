"""Data og kilder: which data are shown, how good they are, where they come from, and the secretariat's own."""

import streamlit as st

from ui import bjaelke, egne_data, egne_versioner, hent_data, lister, sidevalg, valg, vis
from ui.lager import finished
from views.kilder import data_og_kilder
from views.noegletal.uenige import disagreements_view

filters = valg.chosen()

bjaelke.show(filters, valg.area_select, valg.indicator_select, valg.level_select, valg.dataset_select, period=True)

vis.show_title("Data og kilder")
FANER = ["Registre", "Det mangler", "Uenige", "Kilder", "Opgivne tal", "Hent", "Indlæs", "Versioner"]
registre, mangler, uenige, kilder, opgivne, hent, indlaes, versioner = sidevalg.tab_row(FANER, "data_fane")
if registre.open:
    with registre:
        egne_versioner.show_version_in_use()
        vis.show_list(finished(data_og_kilder.state_view, filters))
        st.subheader("Licenser", anchor=False)
        st.markdown(data_og_kilder.LICENSER)
if mangler.open:
    with mangler:
        vis.show_list(finished(data_og_kilder.quality_view, filters))
if uenige.open:
    with uenige:
        vis.show_list(finished(disagreements_view, filters))
if kilder.open:
    with kilder:
        vis.show_list(finished(data_og_kilder.fetches_view, filters))
        vis.show_list(finished(data_og_kilder.sources_view, filters))
if opgivne.open:
    with opgivne:
        lister.show_stated(filters)
if hent.open:
    with hent:
        hent_data.show_downloads(filters.datasaet)
if indlaes.open:
    with indlaes:
        hent_data.show_templates(filters.datasaet)
        egne_data.show_import()
if versioner.open:
    with versioner:
        egne_versioner.show_versions()
