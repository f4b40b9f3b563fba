"""The slides of a deck as a list that can be put in order and rewritten."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from geo import niveauer
from queries import catalogue
from queries.standard import newest
from ui import noegler
from ui.praesentation.egne import own_decks, save
from views.faelles.filtre import Filters
from views.fremvisning import visninger
from views.fremvisning.praesentation import Dias, Praesentation, duplicated, moved, removed, rewritten
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, plain


def show_slides(navn: str, deck: Praesentation) -> None:
    """Every slide on a line; in a deck of the session's own with what can be done to it."""
    maa_rettes = navn in own_decks()
    if maa_rettes:
        _title(navn, deck)
    for nr, dias in enumerate(deck.dias):
        with st.container(border=True, key=f"dias_{nr}"):
            st.markdown(_line(nr, dias))
            if not maa_rettes:
                continue
            _buttons(navn, deck, nr)
            udfold = st.expander("Titel og note", key=f"ret_{navn}_{nr}", on_change="rerun", icon=":material/edit:")
            if udfold.open:
                with udfold:
                    _words(navn, deck, nr)


def _line(nr: int, dias: Dias) -> Markdown:
    """Number, title, what is shown and the note, each on a line of its own."""
    vises = plain(_describe(dias))
    overskrift = f"{bold(f'{nr + 1}. {dias.titel}')}  \n{vises}" if dias.titel else f"{nr + 1}\\. {vises}"
    return Markdown(f"{overskrift}  \n:small[{plain(dias.note)}]" if dias.note else overskrift)


def _title(navn: str, deck: Praesentation) -> None:
    def rename() -> None:
        if ny := st.session_state[noegler.DECK_TITEL].strip():
            save(navn, replace(own_decks()[navn], titel=ny))

    st.session_state[noegler.DECK_TITEL] = deck.titel
    st.text_input("Præsentationens titel", key=noegler.DECK_TITEL, on_change=rename, max_chars=120)


def _describe(dias: Dias) -> str:
    """What a slide shows, in words: "Kort · Udbudte ydernumre · region"."""
    valgte = dict(dias.filtre)
    dele = [visninger.name_of(dias.visning)]
    if "indikator" in valgte and dias.visning in ("kort", "film", "rangliste", "udvikling", "omraadekort"):
        dele.append(catalogue(newest())[valgte["indikator"]].navn)
    if valgte.get("omraade"):
        dele.append(_chosen_area(valgte))
    elif "niveau" in valgte:
        dele.append(niveauer.levels()[valgte["niveau"]].navn_flertal)
    if valgte.get("fra") or valgte.get("til"):
        dele.append(dansk.period(valgte.get("fra"), valgte.get("til")))
    if "datasaet" in valgte:
        dele.append({"eksempel": "eksempeldata", "egne": "egne data"}.get(valgte["datasaet"], "offentlige kilder"))
    return " · ".join(dele)


def _chosen_area(valgte: dict) -> str:
    sted = Filters(niveau=valgte.get("niveau", Filters.niveau), omraade=valgte["omraade"])
    navne = (sted.on(struktur=en).area_name() for en in niveauer.structures())
    return next(filter(None, navne), sted.omraade)


def _buttons(navn: str, deck: Praesentation, nr: int) -> None:
    def change(aendring: Callable[..., Praesentation], *hvad) -> None:
        save(navn, aendring(own_decks()[navn], nr, *hvad))

    sidste = len(deck.dias) - 1
    with st.container(horizontal=True):
        for noegle, ikon, hjaelp, aendring, hvad, slukket in (
            ("op", ":material/arrow_upward:", "Flyt op", moved, (-1,), nr == 0),
            ("ned", ":material/arrow_downward:", "Flyt ned", moved, (1,), nr == sidste),
            ("kopi", ":material/content_copy:", "Lav en kopi af dette dias", duplicated, (), False),
            ("slet", ":material/delete:", "Slet dette dias", removed, (), sidste == 0),
        ):
            st.button(
                plain(hjaelp),
                key=f"{noegle}_{nr}",
                icon=ikon,
                type="tertiary",
                disabled=slukket,
                on_click=change,
                args=(aendring, *hvad),
            )


def _words(navn: str, deck: Praesentation, nr: int) -> None:
    dias = deck.dias[nr]

    def write() -> None:
        ord_ = {"titel": st.session_state[noegler.slide_title(nr)], "note": st.session_state[noegler.slide_note(nr)]}
        save(navn, rewritten(own_decks()[navn], nr, **ord_))

    st.session_state.update({noegler.slide_title(nr): dias.titel, noegler.slide_note(nr): dias.note})
    st.text_input(
        "Titel (tom: figurens egen titel, som følger tallene)",
        key=noegler.slide_title(nr),
        on_change=write,
        max_chars=200,
    )
    st.text_area("Note til taleren", key=noegler.slide_note(nr), on_change=write, max_chars=2000)
