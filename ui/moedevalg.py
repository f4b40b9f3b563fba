"""What Siden sidst looks back to: the last meeting of an organ, another of its meetings, or any day."""

from datetime import date

import streamlit as st

from queries.periode import first_day
from ui import noegler, vej
from ui.adgang.hvem import shown_data
from ui.lager import finished
from ui.valg import choose
from views.faelles.filtre import Filters
from views.faelles.koder import FOERSTE_DAG
from views.omraade import moeder, siden_sidst
from views.sprog import dansk
from views.sprog.markdown import plain

BREDEST = 260  # pixels that the longest name of an organ needs


def meeting_choices(filters: Filters) -> Filters:
    """The three choices in a row, and the choices with the day that they mean."""
    data = shown_data()
    with st.container(horizontal=True, width=760):
        organ = _organ_select(moeder.organs(filters.i_dag, data))
        filters = moeder.looking_back(filters, organ, data)
        dag = siden_sidst.day_of(filters, data)
        _meeting_select(moeder.days(filters, organ, data), dag)
        _day_input(filters, dag)
    return filters


def newest_button(filters: Filters) -> None:
    """Where nothing has come since the day: to the last date of which anything is told."""
    seneste = finished(siden_sidst.newest_news, filters)
    if seneste:
        st.button(
            f"Se det seneste ({plain(dansk.day(seneste))})",
            on_click=lambda: choose(siden=first_day(seneste).isoformat()),
            icon=":material/history:",
            key=noegler.SENESTE,
        )


def _organ_select(organer: dict[str, str]) -> str:
    """Another organ lets go of the chosen day."""
    kode = vej.code("organ")
    st.session_state[noegler.ORGAN] = kode if kode in organer else moeder.STANDARD

    def chosen() -> None:
        valgt = st.session_state[noegler.ORGAN]
        choose(siden="", organ="" if valgt == moeder.STANDARD else valgt)

    return st.selectbox(
        "Hvis møde", list(organer), format_func=organer.get, key=noegler.ORGAN, on_change=chosen, width=BREDEST
    )


def _meeting_select(dage: dict[str, str], valgt: date) -> None:
    st.session_state[noegler.MOEDE] = valgt.isoformat() if valgt.isoformat() in dage else None
    st.selectbox(
        "Møde",
        list(dage),
        format_func=dage.get,
        index=None,
        placeholder="Vælg et møde",
        key=noegler.MOEDE,
        on_change=lambda: choose(siden=st.session_state[noegler.MOEDE] or ""),
    )


def _day_input(filters: Filters, valgt: date) -> None:
    st.session_state[noegler.DAG] = valgt
    st.date_input(
        "Siden",
        key=noegler.DAG,
        min_value=FOERSTE_DAG,
        max_value=filters.i_dag,
        format="DD.MM.YYYY",
        on_change=lambda: choose(siden=st.session_state[noegler.DAG].isoformat()),
    )
