"""Mit område: what a chair is asked about her own area, with the country and its peers beside it."""

import streamlit as st

from ui import bjaelke, grupper, hent, lister, sidevalg, valg, vis
from ui.lager import finished
from views.noegletal import kort, udvikling
from views.omraade import mit_omraade, omraadedele
from views.sprog.markdown import plain

filters = valg.chosen()

bjaelke.show(filters, valg.area_select, valg.indicator_select, valg.structure_select, valg.dataset_select, period=True)

if not filters.omraade:
    st.title("Mit område", anchor=False)
    st.markdown("Vælg et område i menuen, eller klik på det her. Linket til siden åbner derefter altid området.")
    grupper.group_form(filters)
    vis.show_view(finished(kort.map_view, filters), on_area_click=valg.choose_area)
    st.stop()

st.title(plain(mit_omraade.area_name(filters, filters.omraade)), anchor=False)
st.markdown(plain(mit_omraade.consists_of(filters)))
valg.whole_country_button()
vis.show_numbers(finished(mit_omraade.area_numbers, filters))
# only the open tab is made and sent
FANER = ["Området", "Tal", "Dele", "Udbud", "Klinikker", "Puljen"]
omraadet, noegletal, dele, udbud, klinikker, projekter = sidevalg.tabs(FANER, "omraadelister")
if omraadet.open:
    kortplads, side = omraadet.columns([3, 2], gap="large")
    with kortplads:
        vis.show_view(finished(kort.area_map_view, filters), on_area_click=valg.choose_area)
    with side:
        st.subheader("Det skiller sig ud", anchor=False)
        st.markdown("\n".join(f"- {en}" for en in finished(mit_omraade.findings, filters)))
        vis.show_view(finished(udvikling.trend_view, filters))
        grupper.group_form(filters)
if noegletal.open:
    with noegletal:
        vis.show_list(finished(mit_omraade.area_view, filters))
        hent.area_files(filters)
if dele.open:
    with dele:
        vis.show_list(finished(omraadedele.parts_view, filters))
if udbud.open:
    with udbud:
        lister.show_lots(filters.on(indikator="udbudte_ydernumre"))
if klinikker.open:
    with klinikker:
        lister.show_clinics(filters)
if projekter.open:
    with projekter:
        lister.show_projects(filters)
