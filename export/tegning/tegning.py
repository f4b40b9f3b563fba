"""The drawing of any figure of the product, in the size that a file has room for."""

from dataclasses import replace

from export.tegning import landkort, plan, tekst
from export.tegning.akselfigur import axis_marks
from export.tegning.hjaelpeformer import text_box
from export.tegning.maerker import Boks, Maerke, Skrift, Tegning
from export.tegning.stroemme import flow_marks
from export.tegning.varmekort import grid_marks
from views.figur.farver import DAEMPET
from views.figur.landkort import shown_box
from views.figur.model import VED_SIDEN, Aksefigur, Figur, Gitter, Kort, Soejler, Stroemme

BREDEST_FORKLARING = 0.42
FOER_NAVN = 1.8  # of the type: a sample of a colour and the space behind it
MANGE_RAEKKER = 5
RAEKKE = 1.2  # of the type: the height of one bar with its number


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
            raekke = max(1.75 if linjer == 1 else 1.25 * linjer, RAEKKE * _beside_each_other(figure))
            return min((len(navne) + 4) * skrift * raekke, bredde * 1.5)
    if isinstance(figure, Aksefigur | Stroemme):
        return min(figure.hoejde * 0.85 * skrift / 10, bredde * 0.75)
    xmin, ymin, xmax, ymax = shown_box(figure)
    bred = bredde - min(legend_width(figure, skrift), bredde * BREDEST_FORKLARING)
    return min(bredde * 0.72, bred * (ymax - ymin) / (xmax - xmin) + 2)


def _beside_each_other(figure: Aksefigur) -> int:
    """How many level bars with their numbers share the room of a row."""
    if figure.maade != VED_SIDEN:
        return 1
    return max(sum(isinstance(en, Soejler) and en.ord is not None for en in rude.serier) for rude in figure.ruder)


def _map_with_legend(figure: Kort, bredde: float, hoejde: float, skrift: float) -> list[Maerke]:
    """The map to the left, its legend to the right of it at the bottom."""
    bred = min(legend_width(figure, skrift), bredde * BREDEST_FORKLARING)
    kort, (_, _, hoejre, bund) = landkort.map_marks(figure, bredde - bred, hoejde, skrift)
    forklaring = map_legend(figure, hoejre + skrift, bredde - hoejre - skrift, skrift)
    lavest = max((text_box(en)[3] for en in forklaring if isinstance(en, Skrift)), default=0)
    return [*kort, *(_moved(en, max(bund - lavest - skrift, 0)) for en in forklaring)]


def legend_width(figure: Kort, skrift: float) -> float:
    """The room of a map's legend, in points."""
    titel, klasser = landkort.legend_of(figure)
    bredder = [tekst.width(tekst.lines(navn)[0], skrift) + skrift * 2 for _, navn in klasser]
    return max([*bredder, tekst.width(tekst.lines(f"<b>{titel}</b>")[0], skrift)], default=0.0) + skrift * 1.5


def map_legend(figure: Kort, x: float, bred: float, skrift: float) -> list[Maerke]:
    """A map's legend as a column from the top, so wide."""
    titel, klasser = landkort.legend_of(figure)
    y = skrift * 0.2
    ud: list[Maerke] = []
    faelles = {"gruppe": "Signaturforklaring"}
    if titel:
        linjer = tekst.wrapped(tekst.plain(titel), bred, skrift, True)
        ud.append(Skrift(x, y, linjer, skrift, lodret="top", **faelles))
        y += skrift * (tekst.LINJEHOEJDE * len(linjer) + 0.5)
    for farven, navn in klasser:
        linjer = tekst.wrapped(tekst.plain(navn), bred - skrift * FOER_NAVN, skrift)
        boks = Boks(x, y + skrift * 0.1, skrift * 1.3, skrift, farven, DAEMPET, navn=f"Signatur: {navn}", **faelles)
        ud += [boks, Skrift(x + skrift * FOER_NAVN, y, linjer, skrift, lodret="top", **faelles)]
        y += skrift * (tekst.LINJEHOEJDE * len(linjer) + 0.4)
    return ud


def _moved(maerke: Maerke, ned: float) -> Maerke:
    return replace(maerke, y=maerke.y + ned)
