"""Lægedækningspuljen: who got the money, where, what for, and does it go where doctors are missing."""

import streamlit as st

from ui import lister, valg, vis
from ui.lager import finished
from views.puljen import behov as puljen_behov
from views.puljen import figurer as puljen_figurer
from views.puljen import kort as puljen_kort
from views.puljen import pulje as puljen
from views.puljen import tal as puljen_tal
from views.puljen import tema as puljen_tema
from views.sprog.markdown import plain

filters = valg.chosen()
# the page's own default pool, so that the select box shows what the page shows
filters = filters.on(pulje=finished(puljen.chosen_pool, filters))

with st.sidebar:
    for vaelg in (valg.pool_select, valg.level_select, valg.area_select, valg.compare_select, valg.need_select):
        vaelg(filters)
    valg.dataset_select(filters)

if not filters.pulje:
    st.info(puljen.INGEN_PULJER, icon=":material/search_off:")
    st.stop()

navn, om_puljen = finished(puljen_tal.introduction, filters)
st.title(plain(navn), anchor=False)
st.markdown(plain(om_puljen))
vis.show_numbers(finished(puljen_tal.headline_numbers, filters))
flere_tal = finished(puljen_tal.more_numbers, filters)

FANER = ["Kort", "Behov", "Projekter", "Puljer", "Ukendt"]
steder, maal, projekter, puljer, ved_ikke = st.tabs(FANER, key="pulje_fane", on_change="rerun")
if steder.open:
    kortplads, side = steder.columns([3, 2], gap="large")
    with kortplads:
        vis.show_view(finished(puljen_kort.map_view, filters), on_area_click=valg.choose_area)
    with side:
        vis.show_numbers(flere_tal, kolonner=1)
        vis.show_view(finished(puljen_tema.theme_view, filters))
if maal.open:
    with maal:
        behov = finished(puljen_behov.need_view, filters)
        vis.show_view(behov)
        # what the one withholds, the other would withhold for the same reason
        if not behov.withheld:
            vis.show_view(finished(puljen_figurer.per_inhabitant_view, filters))
with projekter:
    if projekter.open:
        lister.show_projects(filters)
if puljer.open:
    with puljer:
        vis.show_view(finished(puljen_figurer.pools_view, filters))
if ved_ikke.open:
    with ved_ikke:
        vis.show_unknown(finished(puljen_tal.what_is_not_known, filters))
        vis.show_view(finished(puljen_figurer.known_by_area_and_year, filters))
