"""Ordliste: what the words mean, and how every indicator is defined."""

import streamlit as st

from ui import sidevalg, valg
from ui.lager import finished
from views.kilder import ordliste

# A line that is easy to read, also on a projector; a phone gives it less.
LINJEBREDDE = 760

filters = valg.chosen()
ordene, noegletal = finished(ordliste.terms, filters), finished(ordliste.indicators, filters)

with st.container(width=LINJEBREDDE):
    st.title("Ordliste", anchor=False)
    st.markdown(ordliste.INTRO)
    soegning = sidevalg.search_field("Søg i ord og nøgletal", "fx genopslag")
    fundne_ord, fundne_tal = ordliste.search(ordene, soegning), ordliste.search(noegletal, soegning)
    for afsnit in fundne_ord:
        st.markdown(afsnit.markdown())
    if fundne_tal:
        st.header("Nøgletal", anchor="noegletal")
    for afsnit in fundne_tal:
        st.markdown(afsnit.markdown())
    if not (fundne_ord or fundne_tal):
        st.info(ordliste.INTET_FUNDET, icon=":material/search_off:")
