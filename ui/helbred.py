"""Can the pages be shown? What `/sundhed` answers, and the way back when they cannot."""

import logging
from datetime import date

import streamlit as st

from geo.niveauer import structure_on
from queries.database import Snapshot
from queries.standard import newest
from ui import ur
from ui.adgang.vis import for_members
from ui.egne_versioner import show_versions
from ui.lager import made
from views.faelles.filtre import Filters
from views.faelles.koder import default_dataset
from views.kilder import overblik
from views.noegletal import kort

LOG = logging.getLogger(__name__)
KAN_IKKE_VISES = (
    "Siderne kan ikke vises med de data, der er i brug. Skyldes det den seneste indlæsning, så gå tilbage til en "
    "tidligere version herunder; intet er gået tabt."
)


def why_pages_fail() -> str:
    """The first thing every page needs that the newest data cannot give, "" when all is well. Asked once
    a version and day."""
    return newest().once(_first_failure, ur.today())


def _first_failure(i_dag: date, data: Snapshot) -> str:
    try:
        standard = Filters(struktur=structure_on(i_dag), datasaet=default_dataset(data), dag=i_dag)
        for byg in (overblik.key_numbers, overblik.overview_map, kort.map_view):
            made(byg, standard, data)
    except Exception as fejl:  # whatever it is, a page would meet it too
        LOG.exception("The pages cannot be shown with version %s", data.version[:12])
        return type(fejl).__name__
    return ""


def show_way_back() -> None:
    """Instead of a page: what is wrong, and every version of the own data to go back to."""
    st.title("Data og kilder", anchor=False)
    st.error(KAN_IKKE_VISES, icon=":material/error:")
    for_members(show_versions)()
