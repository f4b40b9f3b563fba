"""The only door to plotly: a figure of the model as a plain plotly dict."""

from weakref import WeakKeyDictionary

from views.figur.model import Aksefigur, Figur, Gitter, Kort, Stroemme
from views.figur.plotly.akser import axes_figure
from views.figur.plotly.gitter import grid_figure
from views.figur.plotly.kort import map_figure
from views.figur.plotly.stroemme import flow_figure
from views.figur.plotly.typografi import SIDE, Typografi
from views.sprog.markdown import harmless

LAESERE = {Aksefigur: axes_figure, Gitter: grid_figure, Kort: map_figure, Stroemme: flow_figure}  # by the figure's type
_tegnet: WeakKeyDictionary = WeakKeyDictionary()


def plotly_of(figur: Figur | dict, typografi: Typografi = SIDE) -> dict:
    """The figure for plotly. Kept as long as the figure lives and shared by all: never change it."""
    if isinstance(figur, dict):  # a kind that is not over yet
        return harmless(figur)
    tegnet = _tegnet.setdefault(figur, {})
    if typografi not in tegnet:
        # names that people make up are in it, and plotly would make links of what is written as such
        tegnet[typografi] = harmless(LAESERE[type(figur)](figur, typografi))
    return tegnet[typografi]
