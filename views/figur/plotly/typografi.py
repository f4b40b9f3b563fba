"""How large a figure is drawn: on a page, on a slide, on a phone, as a stamp."""

import re
from dataclasses import dataclass

# Share of the type size that a letter takes on average; bold and large type is wider.
LETTER = 0.54


@dataclass(frozen=True)
class Typografi:
    """The words and the surface of a drawing, in pixels.

    skrift: the smallest words. gange: what every other length on a page is multiplied by. bredde and hoejde: the
    surface, None on a page, where the width is the window's and the height the figure's own. farve: of words, "" for
    the page's own. navne: are areas' names written, which the hover text has too? ord: is anything written on a map?
    """

    skrift: int = 12
    gange: float = 1.0
    bredde: int | None = None
    hoejde: int | None = None
    farve: str = ""
    navne: bool = True
    ord: bool = True

    @property
    def er_stor(self) -> bool:
        """Is the figure made for a surface of its own, such as a slide?"""
        return self.hoejde is not None

    def type_size(self, paa_siden: int) -> int:
        """The size of words that have so many pixels on a page; elsewhere never less than the smallest."""
        return max(self.skrift, round(paa_siden * self.gange)) if self.er_stor else paa_siden


SIDE = Typografi()
TELEFON = Typografi(navne=False)


def text_width(tekst: str, px: float) -> float:
    """Estimated width in pixels of the longest line of a text, which may hold the mark-up of a plotly label."""
    linjer = [re.sub(r"<[^>]+>", "", linje) for linje in re.split(r"<br\s*/?>", tekst)]
    return max(len(linje) for linje in linjer) * LETTER * px
