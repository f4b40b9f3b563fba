"""Choosing a deck, starting it, and taking decks in and out as files."""

import streamlit as st

from ui import bjaelke, hent, noegler, valg
from ui.adgang.hvem import asking
from ui.praesentation.adresse import write_address
from ui.praesentation.egne import deck_titles, find_deck, keep_copy, own_decks, upload
from ui.praesentation.fremvisninger import begin, data_for
from ui.praesentation.rediger import show_slides
from views.faelles.filtre import Filters
from views.fremvisning.praesentation import FLEST_DIAS, STANDARD, Praesentation, PraesentationsFejl, to_toml
from views.sprog.markdown import plain, shown_code

TASTER = (
    "→, PageDown eller mellemrum: næste dias · ← eller PageUp: forrige · Home og End: første og sidste · "
    "**O** eller **/**: »og i Sønderjylland?« · Backspace: tilbage til dias · **B**: sort skærm · **F**: fuld skærm · "
    "**Q**: QR-kode, så salen kan følge med på telefonen · **S**: talervindue · Esc: slut"
)


def show_choice(filters: Filters) -> None:
    """The page before a show: which deck, from where, and what is in it."""
    bjaelke.show(filters, valg.dataset_select)
    st.title("Præsentation", anchor=False)
    titler = deck_titles()
    navn = st.query_params.get("praesentation", STANDARD)
    if navn not in titler:
        ukendt = plain(shown_code(navn))
        st.warning(
            f"Præsentationen »{ukendt}« findes ikke her. Den, du selv har lavet, findes kun i den fane, hvor den er "
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
        st.query_params["praesentation"] = st.session_state[noegler.VALGT_PRAESENTATION]

    st.session_state[noegler.VALGT_PRAESENTATION] = navn
    st.selectbox(
        "Vælg præsentation", list(titler), format_func=titler.get, key=noegler.VALGT_PRAESENTATION, on_change=chosen
    )


def _start(navn: str, deck: Praesentation, filters: Filters) -> None:
    def start() -> None:
        nr = st.session_state.get(noegler.FRA_DIAS, 1) - 1
        fremvisning = begin(navn, deck, filters.datasaet, data_for(deck, filters.datasaet, asking()), nr)
        write_address(fremvisning)

    antal = len(deck.dias)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button("Start præsentationen", on_click=start, icon=":material/play_arrow:", key="start")
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
        if navn in own_decks():
            st.button("Slet", on_click=_forget, args=(navn,), icon=":material/delete:", key="slet_deck")


def _copy(deck: Praesentation) -> None:
    try:
        st.query_params["praesentation"] = keep_copy(deck, f"{deck.titel} (kopi)")
    except PraesentationsFejl as fejl:
        st.toast(plain(str(fejl)), icon=":material/block:")


def _forget(navn: str) -> None:
    own_decks().pop(navn, None)
    st.query_params.pop("praesentation", None)


def _own_or_not(navn: str, deck: Praesentation) -> None:
    if navn in own_decks():
        tekst = (
            "Denne præsentation findes kun i denne fane og forsvinder med den. Hent den som fil, når den er færdig; "
            "filen kan lægges op igen, her eller på en anden maskine."
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
            st.query_params["praesentation"] = upload(fil.getvalue())
            st.session_state[noegler.PRAESENTATIONSFIL_NR] = st.session_state.get(noegler.PRAESENTATIONSFIL_NR, 0) + 1
            st.session_state[noegler.AFVIST_PRAESENTATION] = ""
        except PraesentationsFejl as fejl:
            st.session_state[noegler.AFVIST_PRAESENTATION] = f"{fil.name} er ikke læst, og intet er ændret. {fejl}"

    # a new key empties the field, so that the next file is a new one
    noegle = noegler.deck_file(st.session_state.get(noegler.PRAESENTATIONSFIL_NR, 0))
    st.file_uploader("Læg en præsentation op (TOML-fil)", type="toml", key=noegle, on_change=uploaded)
    if afvist := st.session_state.get(noegler.AFVIST_PRAESENTATION):
        st.warning(plain(afvist), icon=":material/error:")
