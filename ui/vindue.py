"""How large the reader's window is. The server cannot know: it assumes a common one, and the menu's component tells
when that was wrong, which costs one more run."""

from collections.abc import Iterable
from math import ceil

import streamlit as st

from geo.tekstbredde import text_width
from ui import noegler

SKAERM, TELEFON = (1440, 900), (390, 844)
# A narrower window has one column and its pages behind one button (menu.css); Streamlit's margins go by another width.
SMAL, BRED_KANT = 900, 768
# From here on there is room for words beside what stands beside something else.
RUMMELIG = 1100
MINDST, STOERST = 200, 8000
# Pixels: the menu and the bar; the gap between what stands on a page; its margins, on both sides together.
TOP, LUFT, KANT, KANT_SMAL = 116, 8, 160, 32
TRIN, MINDSTE_FIGUR, STOERSTE_FIGUR = 10, 230, 860
# In a low window, such as one at twice the size, a figure that can be read goes on below the edge: one scroll shows all
# of it, for it has so much of the window.
LAVT, ANDEL_AF_LAVT = 700, 0.85
# In one column a legend takes more rows of the figure.
MINDSTE_SMAL = 260
# Type size and line height of a page's title and of small type; the air in a head, and "Hent og kilder" beside it.
TITEL, LILLE, TEKST, I_HOVED, AFSNIT, HENT = (24, 29), (14, 26), (16, 26), 36, 16, 160
# A row of buttons: its height, the type size, and the air around the words of one.
KNAP, KNAPTEKST, KNAPLUFT = 40, 14, 26
# A row of tabs, and the air between two.
FANERAD, FANELUFT = 48, 16
# Lines break between words, so text needs a little more than its width.
SIKKER = 1.06


def told() -> None:
    """What the menu's component was told by the browser, in a callback."""
    bredde, hoejde = (max(MINDST, min(int(en), STOERST)) for en in st.session_state[noegler.MENU].maal)
    st.session_state[noegler.VINDUE] = (bredde, hoejde)


def size() -> tuple[int, int]:
    """Width and height in pixels, as told or as assumed. A run asks a dozen times, so what is assumed is kept too."""
    if (maal := st.session_state.get(noegler.VINDUE)) is None:
        maal = st.session_state[noegler.VINDUE] = TELEFON if _is_phone() else SKAERM
    return maal


def width() -> int:
    """Pixels of it that a page has between its margins."""
    return size()[0] - (KANT if size()[0] >= BRED_KANT else KANT_SMAL)


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
    bredde = width() * andel - beside
    return linje * ceil(text_width(tekst, px) * SIKKER / bredde)


def take_buttons(navne: Iterable[str]) -> None:
    """A row of buttons, in more rows where they do not fit in one."""
    bredde = sum(text_width(navn, KNAPTEKST) + KNAPLUFT for navn in navne)
    take(KNAP * ceil(bredde / width()))


def fits_tabs(navne: Iterable[str]) -> bool:
    """Is there room for all of a row of tabs?"""
    bredder = [text_width(navn, KNAPTEKST) for navn in navne]
    return sum(bredder) * SIKKER + FANELUFT * (len(bredder) - 1) <= width()


def take_tabs() -> None:
    """A row of tabs stands above what comes."""
    take(FANERAD)


def take_head(titel: str, under: str, tal: str) -> None:
    """The title of a page, the line below it and the numbers take what they need, beside "Hent og kilder"."""
    ved_siden = 0 if is_narrow() else HENT
    hoejde = text_height(titel, *TITEL, beside=ved_siden) + I_HOVED
    hoejde += text_height(under, *LILLE, beside=ved_siden) + AFSNIT * bool(under)
    take(hoejde + text_height(tal, *TEKST, beside=ved_siden) + AFSNIT * bool(tal) - AFSNIT)


def room(under: int = 0) -> int:
    """Pixels from here to the lower edge of the window, less what is to stand below; in whole steps, so that windows of
    nearly the same size share their figures."""
    hoejde = size()[1]
    rest = hoejde - st.session_state[noegler.OPTAGET] - under
    if hoejde < LAVT:
        rest = max(rest, round(hoejde * ANDEL_AF_LAVT))
    return max(MINDSTE_SMAL if is_narrow() else MINDSTE_FIGUR, min(rest // TRIN * TRIN, STOERSTE_FIGUR))


def is_narrow() -> bool:
    """Is there room for one column only?"""
    return size()[0] < SMAL


def is_roomy() -> bool:
    """Has each of two columns room for a title with a button beside it?"""
    return size()[0] >= RUMMELIG


def _is_phone() -> bool:
    return "Mobi" in st.context.headers.get("User-Agent", "")
