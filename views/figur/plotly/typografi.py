"""How large a figure is drawn: on a page, on a slide, on a phone, as a stamp."""

from dataclasses import dataclass


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


SIDE = Typografi()
TELEFON = Typografi(navne=False)
