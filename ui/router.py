"""The app: page configuration, navigation, and what stands on every page. Pages themselves are scripts in pages/."""

from pathlib import Path

import streamlit as st

from queries.standard import bring_up_to_date
from ui import hent, valg, vis
from ui.koe import TUR
from ui.praesentation_adresse import is_full_screen
from views import ord

UI = Path(__file__).resolve().parent
PAGES = UI.parent / "pages"
# A picture of our own: the icons that Streamlit offers for the browser tab are fetched from another machine.
IKON = str(UI / "ikon.svg")

st.set_page_config(page_title="Lægedækning", page_icon=IKON, layout="wide", initial_sidebar_state=380)

# What most people come for stands in the bar itself, the rest one click away.
SIDER = {
    "": (
        ("overblik", "Overblik", ":material/dashboard:"),
        ("kort", "Kort", ":material/map:"),
        ("mit_omraade", "Mit område", ":material/person_pin_circle:"),
        ("ydernumre", "Ydernumre", ":material/stethoscope:"),
        ("puljen", "Puljen", ":material/savings:"),
        ("hu_forloeb", "HU-forløb", ":material/school:"),
        ("praesentation", "Præsentation", ":material/slideshow:"),
    ),
    "Mere": (
        ("sammenlign", "Sammenlign", ":material/compare:"),
        ("siden_sidst", "Siden sidst", ":material/update:"),
        ("reformen", "Reformen", ":material/event_upcoming:"),
        ("data_og_kilder", "Data og kilder", ":material/database:"),
        ("ordliste", "Ordliste", ":material/menu_book:"),
    ),
}

# Reached by a link only.
UDEN_FOR_MENUEN = (("visning", "Visning", ":material/insert_chart:"),)
fuld_skaerm = is_full_screen()

with TUR:
    side = st.navigation(
        {
            gruppe: [
                st.Page(PAGES / f"{navn}.py", title=titel, icon=ikon, default=navn == "overblik")
                for navn, titel, ikon in sider
            ]
            for gruppe, sider in SIDER.items()
        }
        | {
            "Links": [
                st.Page(PAGES / f"{navn}.py", title=titel, icon=ikon, visibility="hidden")
                for navn, titel, ikon in UDEN_FOR_MENUEN
            ]
        },
        position="hidden" if fuld_skaerm else "top",
    )

    filters, deling = valg.read_choices()
    # a slide says so itself, larger
    if filters.datasaet == "eksempel" and not fuld_skaerm:
        st.warning(
            f"**{ord.EKSEMPEL_ADVARSEL}.** Brug dem til at prøve siderne, aldrig som tal.", icon=":material/science:"
        )
    if (afvist := bring_up_to_date()) is not None:
        st.error(
            f"De nyeste datafiler har {len(afvist.fejl)} fejl og er ikke taget i brug; siden viser de senest "
            f"godkendte. Første fejl: {afvist.fejl[0]}",
            icon=":material/database_off:",
        )
    vis.shown_views().clear()
    try:
        side.run()
    finally:
        # also when the page stopped early: what it has shown by now is what there is
        if deling.open:
            with deling:
                hent.page_files(vis.shown_views(), side.title)
