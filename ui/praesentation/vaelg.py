"""Choosing a deck, starting it, and taking decks in and out as files."""

import streamlit as st

from data.praesentationsfiler import is_kept
from ui import bjaelke, hent, noegler, valg
from ui.praesentation.adresse import asked_deck, choose_deck
from ui.praesentation.egne import deck_titles, find_deck, keep_copy, own_decks, upload
from ui.praesentation.gemte import keep_decks
from ui.praesentation.paa_serveren import server_buttons
from ui.praesentation.rediger import show_slides
from ui.praesentation.start import start_button
from views.faelles.filtre import Filters
from views.fremvisning.praesentation import FLEST_DIAS, STANDARD, Praesentation, PraesentationsFejl, to_toml
from views.sprog.markdown import plain, shown_code

TASTER = (
    "→, PageDown, mellemrum, Enter, **N** eller klik: næste dias · ←, PageUp, **P** eller højreklik: forrige · Home og "
    "End: første og sidste · et tal og Enter: det dias · **G**: oversigt · **O** eller **/**: »og i Sønderjylland?« · "
    "Backspace: tilbage til dias · **B** eller punktum: sort skærm · **W**: hvid skærm · **F**: fuld skærm · **Q**: "
    "QR-kode, så salen kan følge med på telefonen · **S**: talervindue, hvor de samme taster virker · "
    "Esc to gange: slut"
)


def show_choice(filters: Filters) -> None:
    """The page before a show: which deck, from where, and what is in it."""
    bjaelke.show(filters, valg.dataset_select)
    keep_decks("valg")
    st.title("Præsentation", anchor=False)
    titler = deck_titles()
    navn = asked_deck()
    if navn not in titler:
        ukendt = plain(shown_code(navn))
        st.warning(
            f"Præsentationen »{ukendt}« findes ikke her. Den, du selv har lavet, er gemt i den browser, hvor den er "
            "lavet: læg filen op igen nederst på siden.",
            icon=":material/link_off:",
        )
        navn = STANDARD
    _choose(titler, navn)
    try:
        deck = find_deck(navn)
    except PraesentationsFejl as fejl:
        st.warning(f"Præsentationen kan ikke læses. {plain(str(fejl))}", icon=":material/error:")
        return
    _start(navn, deck, filters)
    st.caption(TASTER)
    hent.deck_files(deck, filters.datasaet)
    _own_or_not(navn, deck)
    show_slides(navn, deck)
    _upload()


def _choose(titler: dict[str, str], navn: str) -> None:
    def chosen() -> None:
        choose_deck(st.session_state[noegler.VALGT_PRAESENTATION])

    st.session_state[noegler.VALGT_PRAESENTATION] = navn
    st.selectbox(
        "Vælg præsentation", list(titler), format_func=titler.get, key=noegler.VALGT_PRAESENTATION, on_change=chosen
    )


def _start(navn: str, deck: Praesentation, filters: Filters) -> None:
    antal = len(deck.dias)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        start_button("Start præsentationen", navn, deck, filters.datasaet, _first_slide)
        if antal > 1:
            st.number_input("Fra dias", 1, antal, key=noegler.FRA_DIAS, width=140)
        st.download_button(
            "Hent som fil",
            data=lambda: to_toml(deck),
            file_name=f"{navn}.toml",
            mime="application/toml",
            on_click="ignore",
            icon=":material/download:",
            key="hent_deck",
        )
        st.button("Lav en kopi", on_click=_copy, args=(deck,), icon=":material/content_copy:", key="kopier_deck")
        server_buttons(navn, deck)
        if navn in own_decks():
            st.button("Slet", on_click=_forget, args=(navn,), icon=":material/delete:", key="slet_deck")


def _first_slide() -> int:
    return st.session_state.get(noegler.FRA_DIAS, 1) - 1


def _copy(deck: Praesentation) -> None:
    try:
        choose_deck(keep_copy(deck, f"{deck.titel} (kopi)"))
    except PraesentationsFejl as fejl:
        st.toast(plain(str(fejl)), icon=":material/block:")


def _forget(navn: str) -> None:
    own_decks().pop(navn, None)
    choose_deck("")


def _own_or_not(navn: str, deck: Praesentation) -> None:
    if navn in own_decks():
        tekst = (
            "Denne præsentation er gemt i denne browser på denne maskine, og andre kan ikke se den. Hent den som fil, "
            "når den er færdig; filen kan lægges op igen, her eller på en anden maskine."
        )
    elif is_kept(navn):
        tekst = (
            "Denne præsentation er gemt på serveren, og alle, der bruger den, kan vise den. Lav en kopi for at ændre "
            "den, og gem kopien."
        )
    else:
        tekst = (
            "Denne præsentation følger med og kan ikke ændres. Lav en kopi for at flytte, slette og skrive om. Egne "
            "dias laves med »Tilføj til præsentation« under enhver figur."
        )
    st.info(f"{tekst} {len(deck.dias)} af højst {FLEST_DIAS} dias.", icon=":material/info:")


def _upload() -> None:
    def uploaded() -> None:
        fil = st.session_state[noegle]
        if fil is None:
            return
        try:
            choose_deck(upload(fil.getvalue()))
            st.session_state[noegler.PRAESENTATIONSFIL_NR] = st.session_state.get(noegler.PRAESENTATIONSFIL_NR, 0) + 1
            st.session_state[noegler.AFVIST_PRAESENTATION] = ""
        except PraesentationsFejl as fejl:
            st.session_state[noegler.AFVIST_PRAESENTATION] = f"{fil.name} er ikke læst, og intet er ændret. {fejl}"

    # a new key empties the field, so that the next file is a new one
    noegle = noegler.deck_file(st.session_state.get(noegler.PRAESENTATIONSFIL_NR, 0))
    st.file_uploader("Læg en præsentation op (TOML-fil)", type="toml", key=noegle, on_change=uploaded)
    if afvist := st.session_state.get(noegler.AFVIST_PRAESENTATION):
        st.warning(plain(afvist), icon=":material/error:")
