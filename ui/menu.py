"""The menu: links with the codes of what is shown, and a quiet strip when the line to the server is down.

A component of our own, for Streamlit's menu leaves the codes behind, so that an address would say less than the page.
docs/arkitektur.md tells what was tried.
"""

from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from ui import noegler, udskrift, vej, vindue
from ui.adresse import local
from ui.script import by_address
from ui.sider import FOERSTE, SIDER
from views.faelles.koder import FELTER

FIL = Path(__file__).resolve().with_suffix("")
# it measures the window, prints the page and moves the focus too: one component is fewer messages than four
MED = (FIL.with_name("vindue.js"), FIL.with_name("udskrift.js"), FIL.with_name("fokus.js"))
_menu = st.components.v2.component("menu", **by_address(FIL, *MED))


def show_menu(side: str) -> None:
    """The bar of pages; `side` is the one that is shown ("" for the first). By the next run it has told the size of the
    window, if that was not the assumed one."""
    st.session_state[noegler.MAALT] = True
    _menu(
        key=noegler.MENU,
        data={
            # tuples: Streamlit looks long at lists and dicts for tables in them
            "sider": tuple(
                (titel, "" if navn == FOERSTE else navn, navn == (side or FOERSTE), gruppe)
                for gruppe, sider in SIDER.items()
                for navn, titel, _ in sider
            ),
            "rod": local("/"),
            "koder": _codes(),
            "antaget": vindue.size(),
            "udskrift": udskrift.sheet().navn,
        },
        on_maal_change=vindue.told,
        # what was clicked while the line was down reaches the server with the run that this asks for
        on_igen_change=lambda: None,
        height="content",
    )


def watch_line() -> None:
    """The strip alone, on a slide, which has no menu."""
    _menu(key=noegler.MENU, data={"sider": []}, on_igen_change=lambda: None, height=1)


def _codes() -> str:
    """The choices of now as the end of an address; what only the page that is shown knows of is left out."""
    koder = {felt: kode for felt, kode in vej.codes().items() if kode and felt in FELTER}
    return f"?{urlencode(koder)}" if koder else ""
