"""What tests ask of a figure of the model."""

import json

from views.faelles.view import View
from views.figur.model import Punkter, Serie
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.tema import PLADSHOLDERE

LYSE = {pladsholder: farve for farve, pladsholder in PLADSHOLDERE.items()}


def series(view: View, slags: type | tuple[type, ...] = object) -> list[Serie]:
    """The series of a kind in all panels of a figure with axes."""
    return [serie for rude in view.figure.ruder for serie in rude.serier if isinstance(serie, slags)]


def named(view: View, navn: str) -> Serie:
    """The series of that name."""
    return next(serie for serie in series(view) if serie.navn == navn)


def marks(view: View) -> list[Punkter]:
    """The points that can be seen, without words alone."""
    return [serie for serie in series(view, Punkter) if serie.form]


def on_a_light_page(figur):
    """A figure for plotly with the colours that a light page puts in place of its placeholders."""
    if isinstance(figur, dict):
        return {navn: on_a_light_page(en) for navn, en in figur.items()}
    if isinstance(figur, list | tuple):
        return type(figur)(map(on_a_light_page, figur))
    return LYSE.get(figur, figur) if isinstance(figur, str) else figur


def sent(view: View) -> str:
    """What goes to the browser, as JSON; "null" for no figure. Raises ValueError for a value that JSON has not."""
    return json.dumps(plotly_of(view.figure) if view.figure is not None else None, ensure_ascii=False, allow_nan=False)
