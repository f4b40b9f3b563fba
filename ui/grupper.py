"""Making a group of one's own: a name and some kommuner or sundhedsråd, which then is an area like any other."""

import streamlit as st

from data.grupper import MEDLEMSKOLONNE, group, group_code
from geo import niveauer
from ui import noegler, valg
from views.faelles.filtre import Filters
from views.sprog.markdown import plain


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
        if gruppe and st.session_state.get(noegler.GRUPPEKODE) != gruppe.kode:
            st.session_state[noegler.GRUPPEKODE] = gruppe.kode
            st.session_state.update(
                {
                    noegler.GRUPPENAVN: gruppe.navn,
                    noegler.GRUPPENIVEAU: gruppe.niveau,
                    noegler.GRUPPEMEDLEMMER: list(gruppe.medlemmer),
                }
            )
        st.segmented_control(
            "Gruppen består af",
            list(MEDLEMSKOLONNE),
            default=None if noegler.GRUPPENIVEAU in st.session_state else "kommune",
            format_func=lambda niveau: niveauer.level(niveau).navn_flertal.capitalize(),
            required=True,
            key=noegler.GRUPPENIVEAU,
            on_change=lambda: st.session_state.update({noegler.GRUPPEMEDLEMMER: []}),
        )
        omraader = niveauer.areas(st.session_state[noegler.GRUPPENIVEAU])
        st.multiselect(
            "Vælg dem her",
            sorted(omraader, key=lambda kode: omraader[kode].navn),
            format_func=lambda kode: omraader[kode].navn,
            key=noegler.GRUPPEMEDLEMMER,
            placeholder="Skriv de første bogstaver",
        )
        st.text_input(
            "Gruppens navn", key=noegler.GRUPPENAVN, placeholder="fx Vestsjælland og Lolland-Falster", max_chars=50
        )
        st.button("Brug gruppen", on_click=_use_group, icon=":material/check:")
        st.caption("Gruppen står i linket: gem det, eller send det til andre. Den kan bruges på alle sider.")
        if besked := st.session_state.pop(noegler.GRUPPEFEJL, ""):
            st.warning(plain(besked), icon=":material/edit:")


def _use_group() -> None:
    try:
        kode = group_code(st.session_state[noegler.GRUPPENAVN], st.session_state[noegler.GRUPPEMEDLEMMER])
    except ValueError as fejl:
        st.session_state[noegler.GRUPPEFEJL] = str(fejl)
        return
    st.session_state[noegler.GRUPPEKODE] = kode
    valg.choose_area(kode)
