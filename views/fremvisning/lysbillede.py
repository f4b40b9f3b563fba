"""A figure made for a page becomes one that can be read from the back row: type, margins and marks grow.

All that is measured in pixels grows by the same factor; what is measured in shares of the figure stays. A figure for a
page has 12 px type, a slide has at least 24 px on a screen of 1920 x 1080.
"""

import re
from copy import deepcopy
from dataclasses import dataclass

from views.figur.model import Aksefigur, Figur, Gitter, Stroemme
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.typografi import Typografi
from views.fremvisning.lysbillede_kort import enlarged_map

SMALLEST = 24
ON_PAGE = 12
TEXT_ON_LIGHT, TEXT_ON_DARK = "#1b2733", "#e8edf2"
FULL_WIDTH, LEAST_HEIGHT = 1920, 900
NARROWEST = 0.4
# So many pixels a bar, at full size, are needed for its name to be read.
BAR_ROOM = 31
PIXELS = {"borderwidth", "tickwidth", "ticklen", "xshift", "yshift", "standoff"}
FONTS = {"font", "textfont", "tickfont", "insidetextfont", "outsidetextfont"}
# What can be long and holds no lengths.
LEFT_ALONE = {"customdata", "geojson", "locations", "hovertext"}
FONT_IN_TEXT = re.compile(r"font-size:\s*(\d+)px")


@dataclass(frozen=True)
class Skaerm:
    """The window that slides are shown in, in pixels. `skala` is 1 from 1920 x 900, and smaller with the window."""

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
        return max(NARROWEST, min(1.0, self.bredde / FULL_WIDTH, self.hoejde / LEAST_HEIGHT))


def enlarged(figure: Figur | dict, bredde: int, hoejde: int, skala: float = 1.0, farve: str = TEXT_ON_LIGHT) -> dict:
    """The figure for an area of the screen in pixels; the one given stays as it is. `skala`, `farve`: see Skaerm."""
    gange, px = SMALLEST / ON_PAGE * skala, round(SMALLEST * skala)
    if isinstance(figure, Aksefigur | Gitter | Stroemme):
        return plotly_of(figure, Typografi(px, gange, bredde, hoejde, farve))
    figure = deepcopy(plotly_of(figure))
    layout = figure["layout"]
    _grow(figure, gange, px)
    layout |= {"font": layout.get("font", {}) | {"size": px, "color": farve}, "height": hoejde}
    layout["hoverlabel"] = layout.get("hoverlabel", {}) | {"font": {"size": px}}
    return enlarged_map(figure, bredde, hoejde, layout["font"])


def _grow(del_: dict | list, gange: float, px: int, inden_i: str = "") -> None:
    """Every length in pixels, wherever it stands in the figure."""
    for noegle, vaerdi in list(del_.items() if isinstance(del_, dict) else enumerate(del_)):
        er_laengde = isinstance(vaerdi, int | float) and not isinstance(vaerdi, bool)
        if isinstance(vaerdi, str) and "font-size" in vaerdi:
            del_[noegle] = FONT_IN_TEXT.sub(lambda en: f"font-size:{_type_size(int(en[1]), gange, px)}px", vaerdi)
        elif noegle in FONTS and isinstance(vaerdi, dict):
            del_[noegle] = vaerdi | {"size": _type_size(vaerdi.get("size", ON_PAGE), gange, px)}
        elif noegle == "margin":
            del_[noegle] = {side: laengde * gange for side, laengde in vaerdi.items()}
        elif isinstance(vaerdi, dict | list):
            if noegle not in LEFT_ALONE:
                # a list stands for what it is the value of: annotations, marker sizes
                _grow(vaerdi, gange, px, inden_i if isinstance(noegle, int) else noegle)
        elif er_laengde and _is_in_pixels(noegle, inden_i):
            del_[noegle] = vaerdi * gange


def _is_in_pixels(noegle, inden_i: str) -> bool:
    if isinstance(noegle, int):
        return False
    return (
        noegle in PIXELS
        or (noegle == "width" and inden_i == "line")
        or (noegle == "size" and inden_i == "marker")
        or (noegle in ("ax", "ay") and inden_i == "annotations")
    )


def _type_size(stoerrelse: float | list, gange: float, px: int) -> float | list:
    if isinstance(stoerrelse, list):
        return [_type_size(en, gange, px) for en in stoerrelse]
    return max(px, round(stoerrelse * gange))
