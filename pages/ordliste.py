"""Ordliste: what the words mean, and how every indicator is defined."""

import streamlit as st

from ui import sidevalg, valg, vis
from ui.lager import finished
from views.kilder import ordliste
from views.sprog.markdown import Markdown

# A line that is easy to read, also on a projector; a phone gives it less.
LINJEBREDDE = 760

filters = valg.chosen()
ordene, noegletal = finished(ordliste.terms, filters), finished(ordliste.indicators, filters)

with st.container(width=LINJEBREDDE):
    vis.show_title("Ordliste")
    vis.show_text(Markdown(ordliste.INTRO))
    soegning = sidevalg.search_field("Søg i ord og nøgletal", "fx genopslag")
    alle = (*ordene, *noegletal)
    if soegning:
        fundne = ordliste.search(alle, soegning)
    else:
        # all of it would be seventeen screens
        emner = {en.navn: en for en in alle}
        valgt = sidevalg.option_buttons("Emne", {navn: navn for navn in emner}, alle[0].navn, "fane")
        fundne = (emner[valgt],)
    for afsnit in fundne:
        vis.show_text(afsnit.markdown())
    if not fundne:
        st.info(ordliste.INTET_FUNDET, icon=":material/search_off:")
