"""The drawing of any figure of the product, in the size that a file has room for."""

from dataclasses import replace

from export.tegning import landkort, tekst
from export.tegning.akselfigur import axis_marks
from export.tegning.maerker import DAEMPET, Boks, Maerke, Skrift, Tegning
from export.tegning.stroemme import flow_marks
from export.tegning.varmekort import grid_marks
from views.figur.model import Figur, Gitter, Stroemme
from views.figur.plotly.tegn import plotly_of

PAA_AKSER = {"bar", "scatter"}
BREDEST_FORKLARING = 0.42
KORT = "kort"


def kind(figure: Figur | dict) -> str:
    """ "kort", "strømme", "varmekort" or "akser". Raises ValueError for what the product does not draw."""
    if isinstance(figure, Gitter):
        return "varmekort"
    if isinstance(figure, Stroemme):
        return "strømme"
    figure = plotly_of(figure)
    typer = {spor["type"] for spor in figure["data"]}
    if typer <= {"choropleth", "scattergeo"}:
        return KORT
    if typer <= PAA_AKSER:
        return "akser"
    raise ValueError(f"cannot draw {sorted(typer)}")


def drawing(figure: Figur | dict, bredde: float, hoejde: float, skrift: float) -> Tegning:
    """The figure on a surface of that size with type of that size, all in points."""
    tegnes = {
        KORT: _map_with_legend,
        "strømme": flow_marks,
        "varmekort": grid_marks,
        "akser": axis_marks,
    }
    return Tegning(bredde, hoejde, tuple(tegnes[kind(figure)](figure, bredde, hoejde, skrift)))


def height_for(figure: Figur | dict, bredde: float, skrift: float) -> float:
    """How tall a figure wants to be on paper of a width, in points."""
    art = kind(figure)
    if art == "varmekort":
        return min((len(figure.raekker) + 4) * skrift * 1.9, bredde * 1.1)
    if art == "strømme":
        return min(figure.hoejde * 0.85 * skrift / 10, bredde * 0.75)
    figure = plotly_of(figure)
    if art == KORT:
        (xmin, xmax), (ymin, ymax) = (figure["layout"]["geo"][f"{en}axis"]["range"] for en in ("lon", "lat"))
        bred = bredde - min(legend_width(figure, skrift), bredde * BREDEST_FORKLARING)
        return min(bredde * 0.72, bred * (ymax - ymin) / (xmax - xmin) + 2)
    vandret = [spor for spor in figure["data"] if spor.get("orientation") == "h"]
    raekker = {str(en) for spor in vandret for en in spor["y"]}
    if len(raekker) > 5:
        linjer = max(len(tekst.lines(en)) for en in raekker)
        return min((len(raekker) + 4) * skrift * (1.75 if linjer == 1 else 1.25 * linjer), bredde * 1.3)
    return min(figure["layout"].get("height", 340) * 0.85 * skrift / 10, bredde * 0.75)


def _map_with_legend(figure: dict, bredde: float, hoejde: float, skrift: float) -> list[Maerke]:
    """The map to the left, its legend to the right of it at the bottom."""
    bred = min(legend_width(figure, skrift), bredde * BREDEST_FORKLARING)
    kort, (_, _, hoejre, bund) = landkort.map_marks(figure, bredde - bred, hoejde, skrift)
    forklaring = map_legend(figure, hoejre + skrift, skrift)
    lavest = max((en.y for en in forklaring if isinstance(en, Skrift)), default=0) + skrift
    return [*kort, *(_moved(en, max(bund - lavest - skrift, 0)) for en in forklaring)]


def legend_width(figure: dict, skrift: float) -> float:
    """The room of a map's legend, in points."""
    titel, klasser = landkort.legend_of(figure)
    bredder = [tekst.width(tekst.lines(navn)[0], skrift) + skrift * 2 for _, navn in klasser]
    return max([*bredder, tekst.width(tekst.lines(f"<b>{titel}</b>")[0], skrift)], default=0.0) + skrift * 1.5


def map_legend(figure: dict, x: float, skrift: float) -> list[Maerke]:
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
