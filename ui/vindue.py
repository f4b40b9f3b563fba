"""How large the reader's window is. The server cannot know: it assumes a common one, and the menu's component tells
when that was wrong, which costs one more run."""

from collections.abc import Iterable
from math import ceil

import streamlit as st

from geo.tekstbredde import text_width
from ui import noegler

SKAERM, TELEFON = (1440, 900), (390, 844)
# A narrower window has one column, as Streamlit's own layout has.
SMAL = 640
MINDST, STOERST = 200, 8000
# Pixels: the menu and the bar; the gap between what stands on a page; its margins, on both sides together.
TOP, LUFT, KANT, KANT_SMAL = 116, 8, 160, 32
TRIN, MINDSTE_FIGUR, STOERSTE_FIGUR = 10, 230, 860
# In one column a legend takes more rows of the figure.
MINDSTE_SMAL = 260
# Type size and line height of a page's title and of small type; the air in a head, and "Hent og kilder" beside it.
TITEL, LILLE, TEKST, I_HOVED, AFSNIT, HENT = (24, 29), (14, 26), (16, 26), 36, 16, 160
# A row of buttons: its height, the type size, and the air around the words of one.
KNAP, KNAPTEKST, KNAPLUFT = 40, 14, 26
# Lines break between words, so text needs a little more than its width.
SIKKER = 1.06


def told() -> None:
    """What the menu's component was told by the browser, in a callback."""
    bredde, hoejde = (max(MINDST, min(int(en), STOERST)) for en in st.session_state[noegler.MENU].maal)
    st.session_state[noegler.VINDUE] = (bredde, hoejde)


def size() -> tuple[int, int]:
    """Width and height in pixels, as told or as assumed."""
    return st.session_state.get(noegler.VINDUE) or (TELEFON if _is_phone() else SKAERM)


def measured() -> tuple[int, int] | None:
    """The same when the browser has been asked, as any page with a menu does; else None."""
    return size() if noegler.MAALT in st.session_state else None


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


def take_head(titel: str, under: str, tal: str) -> None:
    """The title of a page, the line below it and the numbers take what they need, beside "Hent og kilder"."""
    ved_siden = 0 if is_narrow() else HENT
    hoejde = text_height(titel, *TITEL, beside=ved_siden) + I_HOVED
    hoejde += text_height(under, *LILLE, beside=ved_siden) + AFSNIT * bool(under)
    take(hoejde + text_height(tal, *TEKST, beside=ved_siden) + AFSNIT * bool(tal) - AFSNIT)


def room(under: int = 0) -> int:
    """Pixels from here to the lower edge of the window, less what is to stand below; in whole steps, so that windows of
    nearly the same size share their figures."""
    rest = size()[1] - st.session_state[noegler.OPTAGET] - under
    return max(MINDSTE_SMAL if is_narrow() else MINDSTE_FIGUR, min(rest // TRIN * TRIN, STOERSTE_FIGUR))


def is_narrow() -> bool:
    """Is there room for one column only?"""
    return size()[0] < SMAL


def _is_phone() -> bool:
    return "Mobi" in st.context.headers.get("User-Agent", "")
