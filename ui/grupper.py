"""Making a group of one's own: a name and some kommuner or sundhedsråd, which then is an area like any other."""

import streamlit as st

from data.grupper import MEDLEMSKOLONNE, group, group_code
from geo import niveauer
from ui import valg
from views.faelles.filtre import Filters
from views.sprog.markdown import plain

NAVN, MEDLEMMER, NIVEAU = "_gruppenavn", "_gruppemedlemmer", "_gruppeniveau"


def group_form(filters: Filters) -> None:
    """The form, folded away; filled in with the group that is chosen, if one is."""
    gruppe = group(filters.omraade)
    felt = st.expander(
        "Ret gruppen" if gruppe else "Lav din egen gruppe af områder",
        key="gruppeformular",
        on_change="rerun",
        icon=":material/group_work:",
    )
    if not felt.open:
        return
    with felt:
        if gruppe and st.session_state.get("_gruppekode") != gruppe.kode:
            st.session_state["_gruppekode"] = gruppe.kode
            st.session_state.update({NAVN: gruppe.navn, NIVEAU: gruppe.niveau, MEDLEMMER: list(gruppe.medlemmer)})
        st.segmented_control(
            "Gruppen består af",
            list(MEDLEMSKOLONNE),
            default=None if NIVEAU in st.session_state else "kommune",
            format_func=lambda niveau: niveauer.level(niveau).navn_flertal.capitalize(),
            required=True,
            key=NIVEAU,
            on_change=lambda: st.session_state.update({MEDLEMMER: []}),
        )
        omraader = niveauer.areas(st.session_state[NIVEAU])
        st.multiselect(
            "Vælg dem her",
            sorted(omraader, key=lambda kode: omraader[kode].navn),
            format_func=lambda kode: omraader[kode].navn,
            key=MEDLEMMER,
            placeholder="Skriv de første bogstaver",
        )
        st.text_input("Gruppens navn", key=NAVN, placeholder="fx Vestsjælland og Lolland-Falster", max_chars=50)
        st.button("Brug gruppen", on_click=_use_group, type="primary", icon=":material/check:")
        st.caption("Gruppen står i linket: gem det, eller send det til andre. Den kan bruges på alle sider.")
        if besked := st.session_state.pop("_gruppefejl", ""):
            st.warning(plain(besked), icon=":material/edit:")


def _use_group() -> None:
    try:
        kode = group_code(st.session_state[NAVN], st.session_state[MEDLEMMER])
    except ValueError as fejl:
        st.session_state["_gruppefejl"] = str(fejl)
        return
    st.session_state["_gruppekode"] = kode
    valg.choose_area(kode)
