"""The menu: links with the codes of what is shown, and a quiet strip when the line to the server is down.

A component of our own, for Streamlit's menu leaves the codes behind, so that an address would say less than the page.
docs/arkitektur.md tells what was tried.
"""

from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from ui import noegler, vej, vindue
from ui.adresse import local
from ui.sider import FOERSTE, SIDER
from views.faelles.koder import FELTER

HER = Path(__file__).resolve().parent


def _packed(*filer: str) -> str:
    """Files without their comments and indents: they go along at every click."""
    linjer = [en.strip() for fil in filer for en in (HER / fil).read_text(encoding="utf-8").splitlines()]
    return "\n".join(en for en in linjer if en and not en.startswith("//"))


_menu = st.components.v2.component(
    "menu", html=_packed("menu.html"), css=_packed("menu.css"), js=_packed("menu.js", "vindue.js")
)


def show_menu(side: str) -> None:
    """The bar of pages; `side` is the one that is shown ("" for the first)."""
    _menu(
        key=noegler.MENU,
        data={
            "sider": [
                {"navn": titel, "til": page_link(navn), "her": navn == (side or FOERSTE), "mere": gruppe}
                for gruppe, sider in SIDER.items()
                for navn, titel, _ in sider
            ],
            "antaget": list(vindue.size()),
        },
        on_maal_change=vindue.told,
        # what was clicked while the line was down reaches the server with the run that this asks for
        on_igen_change=lambda: None,
        height="content",
    )


def watch_line() -> None:
    """The strip alone, on a slide, which has no menu."""
    _menu(key=noegler.MENU, data={"sider": []}, on_igen_change=lambda: None, height=1)


def page_link(navn: str, **nye: str) -> str:
    """A page with the choices of now, and with some others; what only the page that is shown knows of is left out."""
    koder = {felt: kode for felt, kode in (vej.codes() | nye).items() if kode and (felt in FELTER or felt in nye)}
    sti = "" if navn == FOERSTE else navn
    return local(f"/{sti}") + (f"?{urlencode(koder)}" if koder else "")
