"""How large the reader's window is. The server cannot know: it assumes a common one, and a small component in the page
tells when that was wrong, which costs one more run."""

from collections.abc import Iterable
from math import ceil
from pathlib import Path

import streamlit as st

from geo.tekstbredde import text_width
from ui import noegler

HER = Path(__file__).resolve().parent
SKAERM, TELEFON = (1440, 900), (390, 844)
# A narrower window has one column, as Streamlit's own layout has.
SMAL = 640
MINDST, STOERST = 200, 8000
# Pixels: the menu and the bar; the gap between what stands on a page; its margins, on both sides together.
TOP, LUFT, KANT, KANT_SMAL = 116, 8, 160, 32
TRIN, MINDSTE_FIGUR, STOERSTE_FIGUR = 10, 260, 860
# Type size and line height of a page's title and of small type; the air in a head, and "Hent og kilder" beside it.
TITEL, LILLE, I_HOVED, HENT = (24, 29), (14, 26), 36, 160
# A row of buttons: its height, the type size, and the air around the words of one.
KNAP, KNAPTEKST, KNAPLUFT = 40, 14, 26
# Lines break between words, so text needs a little more than its width.
SIKKER = 1.06
_maaler = st.components.v2.component("vindue", js=(HER / "vindue.js").read_text(encoding="utf-8"), isolate_styles=False)


def measure() -> None:
    """Ask the browser; called once a run, by the router."""

    def told() -> None:
        bredde, hoejde = (max(MINDST, min(int(en), STOERST)) for en in st.session_state[noegler.MAALER].maal)
        st.session_state[noegler.VINDUE] = (bredde, hoejde)

    _maaler(key=noegler.MAALER, data={"antaget": list(size())}, on_maal_change=told, width=1, height=1)


def size() -> tuple[int, int]:
    """Width and height in pixels, as told or as assumed."""
    return st.session_state.get(noegler.VINDUE) or (TELEFON if _is_phone() else SKAERM)


def begin() -> None:
    """Nothing stands on the page yet but the menu and the bar."""
    st.session_state[noegler.OPTAGET] = TOP


def take(hoejde: int) -> None:
    """So many pixels more are taken at the top of the page, with the gap below them."""
    st.session_state[noegler.OPTAGET] += hoejde + LUFT


def text_height(tekst: str, px: float, linje: int, andel: float = 1.0, beside: int = 0) -> int:
    """Pixels that words take. px: type size; linje: height of a line; andel: of the page's width; beside: pixels that
    something else takes of it."""
    bredde = (size()[0] - (KANT_SMAL if is_narrow() else KANT)) * andel - beside
    return linje * ceil(text_width(tekst, px) * SIKKER / bredde)


def take_buttons(navne: Iterable[str]) -> None:
    """A row of buttons, in more rows where they do not fit in one."""
    bredde = sum(text_width(navn, KNAPTEKST) + KNAPLUFT for navn in navne)
    take(KNAP * ceil(bredde / (size()[0] - (KANT_SMAL if is_narrow() else KANT))))


def take_head(titel: str, under: str) -> None:
    """The title of a page and the line below it take what they need, beside "Hent og kilder"."""
    ved_siden = 0 if is_narrow() else HENT
    take(text_height(titel, *TITEL, beside=ved_siden) + text_height(under, *LILLE, beside=ved_siden) + I_HOVED)


def room(under: int = 0) -> int:
    """Pixels from here to the lower edge of the window, less what is to stand below; in whole steps, so that windows of
    nearly the same size share their figures."""
    rest = size()[1] - st.session_state[noegler.OPTAGET] - under
    return max(MINDSTE_FIGUR, min(rest // TRIN * TRIN, STOERSTE_FIGUR))


def is_narrow() -> bool:
    """Is there room for one column only?"""
    return size()[0] < SMAL


def _is_phone() -> bool:
    return "Mobi" in st.context.headers.get("User-Agent", "")
