"""Numbers in words: large ones, lines and lists of them, answers with a way on; and what the page has said by now."""

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from ui import noegler
from ui.listevej import number_link
from ui.sider import page_of
from views.faelles.view import Tal, Ukendt
from views.kilder.overblik import INTET_MANGLER
from views.sprog import dansk
from views.sprog.markdown import Markdown, bold, link, plain

VIDERE = ":material/arrow_forward:"


def shown_numbers() -> list[Tal]:
    """The numbers that the page has shown in this run, in order."""
    return st.session_state.setdefault(noegler.TALLENE, [])


def show_answer(spoergsmaal: str, svar: str, tal: Tal) -> None:
    """A question, its number as the way to the list behind it, else to where the same number stands, and the answer in
    words."""
    shown_numbers().append(tal)
    overskrift = f"{bold(spoergsmaal)} {number_link(tal.vaerdi, tal.liste or tal.link)}"
    st.markdown(f"{overskrift}  \n{plain(svar)}  \n:small[:gray[{plain(_who_says(tal))}]]")


def show_in_short(tal: Sequence[Tal]) -> None:
    """Numbers below each other in few words, each with who says it and when."""
    shown_numbers().extend(tal)
    linjer = (f"{plain(en.overskrift)} {bold(en.vaerdi)} :small[:gray[{plain(_who_says(en))}]]" for en in tal)
    st.markdown("  \n".join(linjer))


def _who_says(tal: Tal) -> str:
    """ "Kilde: PLO og 3 til · opgjort pr. maj 2019"."""
    udgivere = list(dict.fromkeys(en.udgiver for en in tal.kilder))
    flere = f" og {len(udgivere) - 1} til" if len(udgivere) > 1 else ""
    return f"Kilde: {udgivere[0]}{flere} · opgjort pr. {tal.opgjort}" if udgivere else f"Opgjort pr. {tal.opgjort}"


def page_link(adresse: str, navn: Markdown) -> None:
    """A way to another page in the same tab. `adresse`: from the root of the site, with its codes."""
    dele = urlsplit(adresse)
    st.page_link(page_of(dele.path), label=navn, query_params=dict(parse_qsl(dele.query)), icon=VIDERE)


def number_line(tal: Sequence[Tal], linked: bool = True) -> Markdown:
    """Numbers beside each other in one line of text. linked: each leads to the list behind it, where there is one."""
    vist = ((en, number_link(en.vaerdi, en.liste) if linked else bold(en.vaerdi)) for en in tal)
    return Markdown("  ·  ".join(f"{plain(en.overskrift)} {vaerdi}" for en, vaerdi in vist))


def show_number_list(tal: Sequence[Tal], indledning: str = "") -> None:
    """Numbers below each other, each with what it says, its date and source, after a few plain sentences."""
    linjer = [f"- {plain(en.overskrift)}: {number_link(en.vaerdi, en.liste)}. {_said_of(en)}" for en in tal]
    st.markdown(plain(indledning) + "\n\n" + "\n".join(linjer))


def show_unknown(mangler: tuple[Ukendt, ...]) -> None:
    """What is not known, as plainly as what is."""
    with st.container(key="ved_ikke"):
        if not mangler:
            st.markdown(INTET_MANGLER)
        for en in mangler:
            st.markdown(f"**{plain(en.overskrift)}.** {plain(en.tekst)}")


def _said_of(tal: Tal) -> Markdown:
    """What a number counts, and where it comes from unless the page has said it, in small grey type."""
    kilde = _number_source(tal)
    dele = [plain(tal.forklaring), "" if kilde in said() else kilde]
    said().add(kilde)
    return Markdown(" ".join(f":small[:gray[{en}]]" for en in dele if en))


def _number_source(tal: Tal) -> Markdown:
    opgjort = plain(f"opgjort pr. {tal.opgjort}")
    if not tal.kilder:
        return plain(f"Opgjort pr. {tal.opgjort}" if tal.opgjort else "")
    udgiver, dato = tal.kilder[0].udgiver, plain(tal.kilder[0].dato)
    if len(tal.kilder) == 1:
        return Markdown(f"Kilde: {link(udgiver, tal.kilder[0].url)}, {dato} · {opgjort}")
    antal, seneste = dansk.number(len(tal.kilder)), plain(tal.opgjort)
    return Markdown(
        f"{dansk.quantity(antal, 'kilder')}, flest poster fra {plain(udgiver)} · seneste oplysning {seneste}"
    )


def said() -> set[str]:
    """The lines of sources and coverage that the page has by now: what is the same for many figures is said once."""
    return st.session_state.setdefault(noegler.SAGT, set())


def once(linje: str) -> Markdown:
    if linje in said():
        return Markdown("")
    said().add(linje)
    return plain(linje)
