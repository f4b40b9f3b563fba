"""A finished plotly figure on its way to the browser, as it is."""

from plotly.basedatatypes import BaseFigure


class FinishedFigure(BaseFigure):
    """A figure that is a plain dict shared by all sessions.

    Given a dict, Streamlit lets plotly validate it, which changes the dict while others render it, takes longer than
    all else in a rerun, and adds a template of 10 kB. A figure object is taken at its word: this one hands out copies.
    """

    def __init__(self, figur: dict):
        # the parent's constructor is what this class is there to avoid
        object.__setattr__(self, "_figur", figur)

    def to_dict(self) -> dict:
        """The figure with traces of its own, for the serialiser takes keys out of them."""
        return self._figur | {"data": [dict(spor) for spor in self._figur["data"]]}
