"""The window that slides are shown in, and a figure made for it: read from the back row, type is at least 24 px on a
screen of 1920 x 1080, where a page has 12."""

from dataclasses import dataclass

from views.figur import farver
from views.figur.model import Figur
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.typografi import Typografi

SMALLEST = 24
ON_PAGE = 12
TEXT_ON_LIGHT, TEXT_ON_DARK = farver.SORT, farver.LYS_TEKST
FULL_WIDTH, LEAST_HEIGHT = 1920, 900
LEAST, MOST = 0.4, 4.0


@dataclass(frozen=True)
class Skaerm:
    """The window that slides are shown in, in pixels. `skala` is 1 at 1920 x 900, and goes by the window: on a wall of
    twice as many pixels type has twice as many too."""

    bredde: int = 1920
    hoejde: int = 1080
    moerk: bool = False

    @property
    def farve(self) -> str:
        """The colour of words; the grey of the pages is too weak for a projector."""
        return TEXT_ON_DARK if self.moerk else TEXT_ON_LIGHT

    @property
    def skala(self) -> float:
        """How large everything is, against the full size."""
        return max(LEAST, min(MOST, self.bredde / FULL_WIDTH, self.hoejde / LEAST_HEIGHT))


def enlarged(figure: Figur, bredde: int, hoejde: int, skala: float = 1.0, farve: str = TEXT_ON_LIGHT) -> dict:
    """The figure for an area of the screen in pixels, for plotly. `skala`, `farve`: see Skaerm."""
    gange = SMALLEST / ON_PAGE * skala
    return plotly_of(figure, Typografi(round(SMALLEST * skala), gange, bredde, hoejde, farve, dias=True))
