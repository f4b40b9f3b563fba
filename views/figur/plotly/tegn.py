"""The only door to plotly: a figure of the model as a plain plotly dict."""

from weakref import WeakKeyDictionary

from views.figur.model import Aksefigur, Figur, Gitter, Kort, Stroemme
from views.figur.plotly.akser import axes_figure
from views.figur.plotly.gitter import grid_figure
from views.figur.plotly.kort import map_figure
from views.figur.plotly.sidens_tekst import in_the_pages_colour
from views.figur.plotly.stroemme import flow_figure
from views.figur.plotly.tema import themed
from views.figur.plotly.typografi import SIDE, Typografi
from views.sprog.markdown import harmless

LAESERE = {Aksefigur: axes_figure, Gitter: grid_figure, Kort: map_figure, Stroemme: flow_figure}  # by the figure's type
SIZES_KEPT = 12  # of one figure, some 20 kB each
_tegnet: WeakKeyDictionary = WeakKeyDictionary()


def plotly_of(figur: Figur, typografi: Typografi = SIDE) -> dict:
    """The figure for plotly. One for pages is kept as long as the figure lives and shared by all: never change it."""
    tegnet = _tegnet.setdefault(figur, {})
    if typografi in tegnet:
        return tegnet[typografi]
    tegning = LAESERE[type(figur)](figur, typografi)
    if not typografi.farve:
        tegning = in_the_pages_colour(tegning)
    # names that people make up are in it, and plotly would make links of what is written as such
    tegning = themed(harmless(tegning))
    if not typografi.dias:  # windows have any size, and a slide is drawn once
        tegnet[typografi] = tegning
        if len(tegnet) > SIZES_KEPT:
            tegnet.pop(next(iter(tegnet), None), None)
    return tegning
