"""Choices that only the page that is shown knows of: its tabs, its measures, what its lists are searched for. They
stand in the address too, and are left behind when one goes to another page."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import noegler, vej, vindue
from ui.adresse import code_of
from views.faelles.koder import JA, NEJ
from views.sprog.markdown import plain

LAENGSTE_SOEGNING = 100
SKRIVEPAUSE = "800ms"


def open_tab(navne: list[str], noegle: str, kode: str = "fane") -> tuple[str, DeltaGenerator]:
    """The open one of a row of tabs, which stands in the address as `kode` (the first needs no code), and where it is
    filled. Tabs that the window has no room for would be out of sight: then they are buttons, in as many rows as they
    need."""
    if not vindue.fits_tabs(navne):
        return above_map("Vis", {en: en for en in navne}, navne[0], kode), st.container()
    vindue.take_tabs()
    vist = [plain(en) for en in navne]
    koder = [code_of(en) for en in navne]
    aaben = vej.code(kode)
    valgt = vist[koder.index(aaben) if aaben in koder else 0]

    def opened() -> None:
        nr = vist.index(st.session_state[noegle])
        vej.write(**{kode: koder[nr] if nr else ""})

    faner = vej.hold(noegle, valgt, opened, default=valgt)(partial(st.tabs, vist))
    return next((navn, fane) for navn, fane in zip(navne, faner, strict=True) if fane.open)


def is_open(fane: str, kode: str = "fane") -> bool:
    """Does the address name that tab? Never true of the first."""
    return vej.code(kode) == code_of(fane)


def option_buttons(label: str, navne: dict[str, str], standard: str, kode: str, hidden: bool = False) -> str:
    """One of some things by their names, as buttons, in the address as `kode`; `standard` before anyone chooses.
    hidden: the label is not shown."""
    noegle = noegler.widget(kode)
    koder = {code_of(en): en for en in navne}
    nu = koder.get(vej.code(kode), standard)

    def pressed() -> None:
        valgt = st.session_state[noegle]
        vej.write(**{kode: "" if valgt == standard else code_of(valgt)})

    knapper = partial(
        st.segmented_control,
        plain(label),
        list(navne),
        format_func=lambda en: plain(navne[en]),
        required=True,
        label_visibility="collapsed" if hidden else "visible",
    )
    return vej.hold(noegle, nu, pressed, default=nu)(knapper)


def above_map(label: str, navne: dict[str, str], standard: str, kode: str) -> str:
    """The same without the label, above what is to have the rest of the window."""
    vindue.take_buttons(navne.values())
    return option_buttons(label, navne, standard, kode, hidden=True)


def yes_no(label: str, kode: str, standard: bool) -> bool:
    """A switch, in the address as `kode` when it is not as it stands before anyone has touched it."""
    noegle = noegler.widget(kode)
    vendt = NEJ if standard else JA
    nu = (vej.code(kode) == vendt) != standard

    def turned() -> None:
        vej.write(**{kode: vendt if st.session_state[noegle] != standard else ""})

    return vej.hold(noegle, nu, turned, value=nu)(partial(st.toggle, plain(label)))


def search_field(label: str, eksempel: str, kode: str = "soeg") -> str:
    """What a list is searched for, in the address as `kode`."""
    noegle = noegler.widget(kode)
    felt = partial(
        st.text_input,
        plain(label),
        placeholder=eksempel,
        max_chars=LAENGSTE_SOEGNING,
        live=SKRIVEPAUSE,  # found without Enter; a pause, for each search is a step of Back
    )

    def written() -> None:
        vej.write(**{kode: st.session_state[noegle].strip()})

    nu = vej.code(kode)
    return vej.hold(noegle, nu, written, value=nu)(felt)
