"""How wide words are: the true widths of letters, one model for maps, slides and files.

They are those of a type that comes with matplotlib, has all letters of Danish and is the one of our files. The type of
the pages is narrower by one share throughout.
"""

import html
import re
from functools import lru_cache
from pathlib import Path

import matplotlib
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

SKRIFTMAPPE = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
SKRIFT, FED, KURSIV = "DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique"
# Measured in a browser: Source Sans is 0.79 to 0.86 of it, bold or not.
ON_SCREEN = 0.86
MARKUP = re.compile(r"(<[^>]+>)")


def register_fonts() -> None:
    """Make the fonts known to reportlab; may be called again."""
    if SKRIFT in pdfmetrics.getRegisteredFontNames():
        return
    for navn in (KURSIV, FED, SKRIFT):
        pdfmetrics.registerFont(TTFont(navn, str(SKRIFTMAPPE / f"{navn}.ttf")))
    pdfmetrics.registerFontFamily(SKRIFT, normal=SKRIFT, bold=FED, italic=KURSIV, boldItalic=FED)


@lru_cache(maxsize=20_000)
def word_width(ord_: str, fed: bool = False) -> float:
    """The width of words without mark-up, in type sizes."""
    register_fonts()
    return pdfmetrics.stringWidth(ord_, FED if fed else SKRIFT, 1000) / 1000


def text_width(tekst: str, px: float) -> float:
    """The width in pixels, in the type of the pages, of the longest line of a text with a figure's mark-up."""
    return _longest_line(tekst) * px * ON_SCREEN


def width_on_paper(tekst: str, punkter: float) -> float:
    """The same in points, in the type of files."""
    return _longest_line(tekst) * punkter


@lru_cache(maxsize=20_000)
def _longest_line(tekst: str) -> float:
    """In type sizes; <br> parts lines, <b> is bold."""
    bredest = bredde = 0.0
    fed = False
    for del_ in MARKUP.split(tekst):
        if del_.startswith("<br"):
            bredde = 0.0
        elif MARKUP.fullmatch(del_):
            fed = del_ == "<b>" or (fed and del_ != "</b>")
        else:
            bredde += word_width(html.unescape(del_), fed)
            bredest = max(bredest, bredde)
    return bredest
