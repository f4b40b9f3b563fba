"""The page on paper: what a session shows, kept under a name of its own for the browser to ask for when it prints.

Streamlit's page does not print: maps are torn between sheets and tables cut. So when the browser says that it will
print, the menu's component (`ui/udskrift.js`) fetches this page as the export wing composes it, and shows that on paper
in the place of the app.
"""

import secrets
from weakref import WeakValueDictionary

import streamlit as st

from data.adgang.bruger import GAEST
from export.om import about
from export.papir.tryk import Side, printed_page
from queries.standard import opened
from ui import noegler, ur, vej
from ui.adgang.hvem import asking
from ui.adresse import shown_link, site
from ui.talvisning import shown_numbers
from ui.vis import shown_views
from views.faelles.aendring import named
from views.faelles.filtre import Filters
from views.faelles.view import Tal, View
from views.sprog.markdown import Markdown


class Ark:
    """The newest page of one session, which lives as long as the session, whose state holds it. What a part of the page
    shows when it is run alone is added to the lists of the page."""

    def __init__(self):
        self.navn = secrets.token_urlsafe(16)
        self.titel, self.linje = "", Markdown("")
        self.views: list[View] = []
        self.tal: list[Tal] = []
        self.ord: list[Markdown] = []
        self.adresse = self.site = ""
        self.bruger = GAEST


_arkene: WeakValueDictionary[str, Ark] = WeakValueDictionary()


def sheet() -> Ark:
    """The sheet of this session; nobody else knows its name."""
    if noegler.ARK not in st.session_state:
        ark = st.session_state[noegler.ARK] = Ark()
        _arkene[ark.navn] = ark
    return st.session_state[noegler.ARK]


def take_page(titel: str, filters: Filters) -> None:
    """Keep what the page has shown in this run; titel: its name in the menu, for one without a heading."""
    ark = sheet()
    ark.titel, ark.linje = st.session_state.get(noegler.HOVED) or (titel, Markdown(""))
    ark.views, ark.tal = shown_views(), shown_numbers()
    ark.ord = st.session_state.get(noegler.ORDENE, [])
    ark.bruger = asking()
    ark.adresse, ark.site = shown_link(named(vej.codes(), filters)), site()


def printed(navn: str) -> str | None:
    """The page to print of the session that has the name; None when there is none, or when it shows nothing that can
    be composed. Takes a tenth of a second or a few."""
    ark = _arkene.get(navn)
    if ark is None or not (ark.views or ark.ord):
        return None
    views = {en.id: en for en in ark.views}
    tekst = Markdown("\n\n".join(ark.ord))
    side = Side(ark.titel, ark.linje, tuple(dict.fromkeys(ark.tal)), tekst, tuple(views.values()), ark.adresse)
    return printed_page(side, about(opened(ark.bruger), ur.now(), ark.site))
