"""What stands beside the registers: terms and statements by clinic type, new doctors, the council of an area."""

import streamlit as st

from ui import talvisning
from ui.faner import show_views
from ui.lager import finished
from views.faelles.filtre import Filters
from views.faelles.ventet import expected_doctors
from views.hu_forloeb.udbud import supply_view
from views.kilder import raadspladser, udsagn, vilkaar
from views.noegletal.patienter_og_laeger import patients_and_doctors
from views.omraade.behov import target_number
from views.sprog.markdown import Markdown, plain
from views.ydernumre.nye_former import new_forms


def show_terms(filters: Filters) -> None:
    """What is new since a region may choose the form, what holds for each, and what sources say."""
    show_views(filters, new_forms, vilkaar.terms_view, beside=([udsagn.cost_view], [udsagn.clinics_view]))


def show_new_doctors(filters: Filters) -> None:
    """How many new doctors are expected, and what young ones want."""
    if ventet := finished(expected_doctors, filters):
        talvisning.show_number_list(ventet)
    talvisning.page_link(filters.link("balance"), Markdown("Rækker de nye læger? Se Behov og balance"))
    show_views(filters, beside=([udsagn.own_practice_view], [udsagn.training_view]))


def show_supply(filters: Filters) -> None:
    """The HU-forløb beside the ydernumre that are offered, and the way to whether the two go together."""
    show_views(filters, supply_view)
    talvisning.page_link(filters.link("balance"), plain("Kan udbuddene finde en læge? Se Behov og balance"))


def show_area(filters: Filters) -> None:
    """What stands beside an area's figures: the seats of a sundhedsråd, and what it should have of doctors and has."""
    show_council(filters)
    show_target(filters)


def show_council(filters: Filters) -> None:
    """Of a sundhedsråd: its seats and where its agendas are."""
    if raadet := finished(raadspladser.council_sentence, filters):
        st.markdown(raadet)


def show_target(filters: Filters) -> None:
    """What the area should have of doctors, what it has, and by which rule."""
    tal = finished(target_number, filters)
    talvisning.show_in_short((tal,))
    if tal.forklaring:
        st.caption(plain(tal.forklaring))
    talvisning.page_link(tal.link, plain("Se behov mod kapacitet"))


def show_doctors(filters: Filters) -> None:
    """Inhabitants and doctors over time."""
    show_views(filters, patients_and_doctors)
