"""The drawing of any figure of the product, in the size that a file has room for."""

from dataclasses import replace

from export.tegning import landkort, plan, tekst
from export.tegning.akselfigur import axis_marks
from export.tegning.maerker import Boks, Maerke, Skrift, Tegning
from export.tegning.stroemme import flow_marks
from export.tegning.varmekort import grid_marks
from views.figur.farver import DAEMPET
from views.figur.landkort import shown_box
from views.figur.model import Aksefigur, Figur, Gitter, Kort, Stroemme

BREDEST_FORKLARING = 0.42
MANGE_RAEKKER = 5


def drawing(figure: Figur, bredde: float, hoejde: float, skrift: float) -> Tegning:
    """The figure on a surface of that size with type of that size, all in points."""
    tegnes = {Kort: _map_with_legend, Stroemme: flow_marks, Gitter: grid_marks, Aksefigur: axis_marks}
    return Tegning(bredde, hoejde, tuple(tegnes[type(figure)](figure, bredde, hoejde, skrift)))


def height_for(figure: Figur, bredde: float, skrift: float) -> float:
    """How tall a figure wants to be on paper of a width, in points."""
    if isinstance(figure, Gitter):
        return min((len(figure.raekker) + 4) * skrift * 1.9, bredde * 1.1)
    if isinstance(figure, Aksefigur):
        navne = plan.names_below_each_other(figure)
        if len(navne) > MANGE_RAEKKER:
            linjer = max(len(tekst.lines(navn)) for navn in navne)
            return min((len(navne) + 4) * skrift * (1.75 if linjer == 1 else 1.25 * linjer), bredde * 1.3)
    if isinstance(figure, Aksefigur | Stroemme):
        return min(figure.hoejde * 0.85 * skrift / 10, bredde * 0.75)
    xmin, ymin, xmax, ymax = shown_box(figure)
    bred = bredde - min(legend_width(figure, skrift), bredde * BREDEST_FORKLARING)
    return min(bredde * 0.72, bred * (ymax - ymin) / (xmax - xmin) + 2)


def _map_with_legend(figure: Kort, bredde: float, hoejde: float, skrift: float) -> list[Maerke]:
    """The map to the left, its legend to the right of it at the bottom."""
    bred = min(legend_width(figure, skrift), bredde * BREDEST_FORKLARING)
    kort, (_, _, hoejre, bund) = landkort.map_marks(figure, bredde - bred, hoejde, skrift)
    forklaring = map_legend(figure, hoejre + skrift, skrift)
    lavest = max((en.y for en in forklaring if isinstance(en, Skrift)), default=0) + skrift
    return [*kort, *(_moved(en, max(bund - lavest - skrift, 0)) for en in forklaring)]


def legend_width(figure: Kort, skrift: float) -> float:
    """The room of a map's legend, in points."""
    titel, klasser = landkort.legend_of(figure)
    bredder = [tekst.width(tekst.lines(navn)[0], skrift) + skrift * 2 for _, navn in klasser]
    return max([*bredder, tekst.width(tekst.lines(f"<b>{titel}</b>")[0], skrift)], default=0.0) + skrift * 1.5


def map_legend(figure: Kort, x: float, skrift: float) -> list[Maerke]:
    """A map's legend as a column from the top."""
    titel, klasser = landkort.legend_of(figure)
    y = skrift * 0.8
    ud: list[Maerke] = []
    if titel:
        ud.append(Skrift(x, y, tekst.lines(f"<b>{titel}</b>"), skrift, gruppe="Signaturforklaring"))
        y += skrift * 1.7
    for farven, navn in klasser:
        faelles = {"navn": f"Signatur: {navn}", "gruppe": "Signaturforklaring"}
        ud.append(Boks(x, y - skrift * 0.5, skrift * 1.3, skrift, farven, DAEMPET, **faelles))
        ud.append(Skrift(x + skrift * 1.8, y, tekst.lines(navn), skrift, gruppe="Signaturforklaring"))
        y += skrift * 1.6
    return ud


def _moved(maerke: Maerke, ned: float) -> Maerke:
    return replace(maerke, y=maerke.y + ned)
