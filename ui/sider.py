"""The pages of the app and where they stand in the menu."""

from pathlib import Path

import streamlit as st

from ui import noegler

PAGES = Path(__file__).resolve().parent.parent / "pages"

# What most people come for stands in the bar itself, the rest one click away.
SIDER = {
    "": (
        ("overblik", "Overblik", ":material/dashboard:"),
        ("kort", "Kort", ":material/map:"),
        ("mit_omraade", "Mit område", ":material/person_pin_circle:"),
        ("ydernumre", "Ydernumre", ":material/stethoscope:"),
        ("puljen", "Puljen", ":material/savings:"),
        ("hu_forloeb", "HU-forløb", ":material/school:"),
        ("balance", "Behov og balance", ":material/balance:"),
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
UDEN_FOR_MENUEN = {"Links": (("visning", "Visning", ":material/insert_chart:"),)}
FOERSTE = "overblik"
I_SAETNING = {"kort": "kortet", "visning": "visningen"}


def pages() -> dict[str, list[st.Page]]:
    """Every page by its place in the menu. Kept for the session: making them asks the file system eighty questions."""
    if noegler.SIDER not in st.session_state:
        st.session_state[noegler.SIDER] = {
            gruppe: [
                st.Page(
                    PAGES / f"{navn}.py",
                    title=titel,
                    icon=ikon,
                    default=navn == FOERSTE,
                    visibility="hidden" if gruppe in UDEN_FOR_MENUEN else "visible",
                )
                for navn, titel, ikon in sider
            ]
            for gruppe, sider in (SIDER | UDEN_FOR_MENUEN).items()
        }
    return st.session_state[noegler.SIDER]


def page_of(sti: str) -> st.Page:
    """The page behind the path of an address from the root of the site ("/kort"); "/" is the first one."""
    alle = {en.url_path: en for gruppe in pages().values() for en in gruppe}
    return alle["" if sti.strip("/") == FOERSTE else sti.strip("/")]


def title_in_sentence(side: str) -> str:
    """What a page is called after "til": "kortet", "Mit område"."""
    titler = {navn: titel for sider in (SIDER | UDEN_FOR_MENUEN).values() for navn, titel, _ in sider}
    return I_SAETNING.get(side, titler[side])
