"""How large a figure is drawn: on a page, on a slide, on a phone, as a stamp."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Typografi:
    """The words and the surface of a drawing, in pixels.

    skrift: the smallest words. gange: what every other length on a page is multiplied by. bredde and hoejde: the
    surface. On a page None leaves the height to the figure and the width to the window; a map is drawn whole in the
    box, so a width that is no more than the window's keeps its names apart, and a width alone gives it the height that
    it fills. Each box that is asked for is kept, so a caller rounds windows to few of them. dias: is the surface a
    slide, where words are larger and have a colour of their own? farve: of words, "" for the page's own. navne: are the
    names of points in a cloud written, which the hover text has too? A map writes those that find room. ord: is
    anything written on a map?
    """

    skrift: int = 12
    gange: float = 1.0
    bredde: int | None = None
    hoejde: int | None = None
    farve: str = ""
    navne: bool = True
    ord: bool = True
    dias: bool = False

    def type_size(self, paa_siden: int) -> int:
        """The size of words that have so many pixels on a page; elsewhere never less than the smallest."""
        return max(self.skrift, round(paa_siden * self.gange)) if self.dias else paa_siden


SIDE = Typografi()
TELEFON = Typografi(bredde=350, navne=False)
FRIMAERKE = Typografi(ord=False)
