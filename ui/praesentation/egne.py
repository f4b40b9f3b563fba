"""The decks of a session: those it made and uploaded, beside those that come with the product.

They live in the session and in the reader's own browser (`gemte`), so that nobody's draft is seen by others; a file
takes them along.
"""

from dataclasses import replace
from datetime import date

import streamlit as st

from data.disk import reason
from data.praesentationsfiler import deck_files
from data.slug import slug
from queries.database import Snapshot
from queries.standard import newest
from ui import ur
from ui.praesentation.gemte import MOST_DECKS, keep_decks, own_decks
from views.faelles.view import View
from views.fremvisning import visninger
from views.fremvisning.praesentation import (
    FLEST_DIAS,
    STANDARD,
    Praesentation,
    PraesentationsFejl,
    added,
    parse,
    slide_of,
)
from views.sprog.markdown import shown_code

MIN, MIN_TITEL = "min-praesentation", "Min præsentation"


def deck_titles() -> dict[str, str]:
    """What can be chosen, by name: the files' decks first. One that cannot be read is told when it is chosen."""
    titler = {}
    for navn in sorted(deck_files(), key=lambda navn: (navn != STANDARD, navn)):
        try:
            titler[navn] = find_deck(navn).titel
        except PraesentationsFejl:
            titler[navn] = f"{navn} (kan ikke læses)"
    return titler | {navn: f"{deck.titel} (kun her)" for navn, deck in own_decks().items()}


def _deck_of(indhold: bytes, dag: date, data: Snapshot) -> Praesentation:
    return parse(indhold, data, dag)


def find_deck(navn: str) -> Praesentation:
    """The session's deck of that name, or the file's. Raises PraesentationsFejl."""
    if navn in own_decks():
        return own_decks()[navn]
    try:
        return newest().once(_deck_of, deck_files()[navn].read_bytes(), ur.today())
    except KeyError as fejl:
        raise PraesentationsFejl(f"Der er ingen præsentation, der hedder »{shown_code(navn)}«.") from fejl
    except OSError as fejl:
        raise PraesentationsFejl(f"Præsentationens fil kan ikke læses: {reason(fejl)}.") from fejl


def save(navn: str, deck: Praesentation) -> None:
    """Keep a deck of the session's own under its name."""
    own_decks()[navn] = deck


def keep_copy(deck: Praesentation, titel: str) -> str:
    """A deck more of the session's own; returns its name. Raises PraesentationsFejl when there are too many."""
    if len(own_decks()) >= MOST_DECKS:
        raise PraesentationsFejl(f"Der kan højst være {MOST_DECKS} præsentationer i én fane. Slet en først.")
    stamme = slug(titel)[:40].strip("-") or "praesentation"
    optaget = {*own_decks(), *deck_files()}
    navn = next(en for nr in range(1, len(optaget) + 2) if (en := f"{stamme}-{nr}") not in optaget)
    own_decks()[navn] = replace(deck, titel=titel)
    return navn


def upload(indhold: bytes) -> str:
    """Keep the deck in a file; returns its name. Raises PraesentationsFejl and keeps everything as it was."""
    deck = parse(indhold, newest(), ur.today())
    return keep_copy(deck, deck.titel)


def show_add_to_deck(view: View, visning: str) -> None:
    """A button that puts the figure, as it is, last in the session's own deck. `visning`: the id of the View, which may
    have another on the page."""
    if not visninger.is_known(visning):
        return
    keep_decks(view.id)

    def add() -> None:
        foer = own_decks().get(MIN)
        own_decks()[MIN] = added(foer, slide_of(replace(view, id=visning)), MIN_TITEL)
        antal = len(own_decks()[MIN].dias)
        if foer is not None and len(foer.dias) == antal:
            st.toast(f"»{MIN_TITEL}« er fuld: den kan højst have {FLEST_DIAS} dias.", icon=":material/block:")
        else:
            st.toast(f"Lagt i »{MIN_TITEL}« som dias {antal}.", icon=":material/slideshow:")

    st.button("Tilføj til præsentation", key=f"tilfoej_{view.id}", on_click=add, icon=":material/slideshow:")
