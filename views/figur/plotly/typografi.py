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

    @property
    def er_stor(self) -> bool:
        """Is the figure made for a surface of its own, such as a slide?"""
        return self.hoejde is not None

    def type_size(self, paa_siden: int) -> int:
        """The size of words that have so many pixels on a page; elsewhere never less than the smallest."""
        return max(self.skrift, round(paa_siden * self.gange)) if self.er_stor else paa_siden


SIDE = Typografi()
TELEFON = Typografi(navne=False)
FRIMAERKE = Typografi(ord=False)
