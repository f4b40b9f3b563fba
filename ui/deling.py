"""What goes out of the page: the box "Del" with the link to what is shown and one button that copies it, and the title
of the browser's tab."""

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import vej
from ui.adresse import shown_link
from views.faelles.aendring import named
from views.faelles.filtre import Filters

HER = Path(__file__).resolve().parent
TEGN = {del_: (HER / f"kopier.{del_}").read_text(encoding="utf-8") for del_ in ("html", "css", "js")}
_kopier = st.components.v2.component("kopier_link", **TEGN)


def tab_title(side: str, filters: Filters) -> str:
    """What the browser's tab, its bookmarks and its history call the page: "Kort · Sønderjylland · Lægedækning"."""
    return " · ".join(filter(None, [side, filters.area_name(kort=True), "Lægedækning"]))


def share_box(plads: DeltaGenerator, filters: Filters) -> DeltaGenerator:
    """The box, with the link when it is open; what else is to be taken along is added by the router."""
    deling = plads.popover("Del", key="deling", on_change="rerun", icon=":material/share:", type="tertiary")
    if deling.open:
        with deling:
            _kopier(key="kopier_link", data={"link": shown_link(named(vej.codes(), filters))}, height="content")
            st.caption("Linket åbner netop denne visning: siden, fanen og alle valg.")
    return deling
