"""The one search "Område eller by": areas of every level, towns and places, in any spelling.

A component of our own, for Streamlit's select box finds letters of the label only: not Aarhus by "århus", nor Lolland
by Nakskov. What can be found is fetched once by its hashed name and kept; the address says which area is chosen.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from geo import niveauer
from queries.database import Snapshot
from queries.standard import newest
from ui import noegler
from ui.adresse import local
from ui.script import by_address
from views.faelles.filtre import Filters
from views.faelles.steder import listed_name, search_list

FIL = Path(__file__).resolve().with_suffix("")
_felt = st.components.v2.component("omraadefelt", **by_address(FIL, FIL.with_name("stedsoegning.js")))
NAVN = "Område eller by"
INTET, MENTE_DU = "Intet område eller sted hedder det.", "Mente du:"


def area_field(
    filters: Filters, choose: Callable[[str], None], label_visibility: str = "visible", width: int | str = "stretch"
) -> None:
    """The field, with the chosen area in it; `choose` gets the code of another, "" for the whole country."""
    noegle = noegler.widget("omraade")
    _felt(
        key=noegle,
        data={
            "kode": filters.omraade,
            "navn": listed_name(filters.omraade, filters.struktur) if filters.omraade else "",
            "uden": niveauer.HELE_LANDET,
            "label": NAVN,
            "skjult": label_visibility != "visible",
            "intet": (INTET, MENTE_DU),  # a tuple, for Streamlit looks long at a list for tables in it
            "liste": local(f"/lag/{list_name(filters.struktur, newest())}"),
        },
        on_kode_change=lambda: choose(str(st.session_state[noegle].kode or "")),
        width=width,
        height="content",
    )


def list_name(struktur: str, data: Snapshot) -> str:
    """Under which name the browser fetches what can be found; another content has another name."""
    return f"steder-{struktur}-{data.once(_packed, struktur)[0]}.json"


def place_list(navn: str, data: Snapshot) -> bytes | None:
    """The list by its name; None when there is none, or no longer."""
    for struktur in niveauer.structures():
        if navn == list_name(struktur, data):
            return data.once(_packed, struktur)[1]
    return None


def _packed(struktur: str, data: Snapshot) -> tuple[str, bytes]:
    """Hash and content: name, code, keys, and 1 for what is shown before anything is written."""
    liste = [[en.navn, en.kode, "|".join(en.noegler), int(en.fremme)] for en in search_list(struktur, data)]
    indhold = json.dumps(liste, ensure_ascii=False, separators=(",", ":")).encode()
    return hashlib.sha256(indhold).hexdigest()[:12], indhold
