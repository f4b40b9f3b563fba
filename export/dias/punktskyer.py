"""Native charts of points: clouds between two numbers, and points on rows of names.

A row is a number in the sheet behind, counted from the bottom, and the name of each point stands beside it. What
PowerPoint has no mark for (upright marks) is drawn by its error bars; axes and bars between points lie under the chart.
"""

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK

from export.dias.dataark import Punkttal
from export.dias.former import draw
from export.dias.udseende import chart_cell, framed_chart, mark
from export.dias.xml import fixed_plot_area, positive_axis_ids, see_through, upright_marks
from export.tegning import farve, tekst
from export.tegning.akselfigur import bar, x_ticks, y_ticks
from export.tegning.akser import Akse
from export.tegning.plan import Plan, Rude, points_of
from export.tegning.signaturer import each, series_colour
from views.figur import model

HALV_STREG = 0.28  # of the room of a row


def is_cloud(rude: model.Rude) -> bool:
    """Are the points of a panel what it says, between two numbers or on rows of names?"""
    punkter = [en for en in rude.serier if isinstance(en, model.Punkter) and en.form]
    if not punkter or not isinstance(rude.x, model.Talakse) or any(isinstance(en, model.Linje) for en in rude.serier):
        return False
    soejler = [en for en in rude.serier if isinstance(en, model.Soejler)]
    # bars that bear a name are what the panel says
    return not any(en.navn or not en.liggende for en in soejler)


def add_cloud(former, plan: Plan, rude: Rude, hjoerne: tuple[float, float], navn: str, alt: str) -> None:
    """The panel as a chart of points, over its bars and the names of its rows."""
    under = [bar(rude, raekke, soejle) for raekke in rude.soejler for soejle in raekke.soejler]
    under += [*x_ticks(rude, plan.skrift), *y_ticks(rude, plan.skrift)]
    draw(former, under, *hjoerne, "Akser", "Akser og bjælker, der hører til diagrammet")
    serier = [en for en in rude.punkter if en.form]
    data = Punkttal()
    for serie in serier:
        _add_series(data, rude, serie)
    diagram = framed_chart(former, XL_CHART_TYPE.XY_SCATTER, data, (plan, rude, hjoerne), navn, alt)
    diagram.has_legend = False
    _axis(diagram.category_axis, rude.x)
    _axis(diagram.value_axis, rude.y)
    for vores, serie in zip(serier, diagram.plots[0].series, strict=True):
        _look(serie, vores)
    fixed_plot_area(diagram, rude.boks, chart_cell(plan, rude))
    positive_axis_ids(diagram)
    see_through(diagram)


def _known(serie: model.Punkter) -> list[int]:
    return [nr for nr, (x, y) in enumerate(zip(*points_of(serie), strict=True)) if x is not None and y is not None]


def _add_series(data: XyChartData, rude: Rude, serie: model.Punkter) -> None:
    ud = data.add_series(tekst.clean(tekst.plain(serie.navn)) or "Punkter")
    for nr in _known(serie):
        ud.add_data_point(_number(rude.x, serie.x[nr]), _number(rude.y, serie.y[nr]))
    data.navne.append([_name(serie, nr) for nr in _known(serie)])


def _number(akse: Akse, sted: model.Sted) -> float:
    """A place as a number of the chart; rows are counted from 1 at the bottom."""
    tal = akse.number(sted)
    return tal if akse.er_tal else abs(tal - akse.fra) + 0.5 if akse.fra < akse.til else akse.fra - tal + 0.5


def _name(serie: model.Punkter, nr: int) -> str:
    """What a point is: its row, or what is said first where the mouse is on it."""
    if isinstance(serie.y[nr], str):
        return tekst.clean(tekst.plain(serie.y[nr]))
    foerst = tekst.lines(serie.hover[nr])[:1] if serie.hover else ()
    return "".join(loeb.tekst for linje in foerst for loeb in linje)


def _look(serie, vores: model.Punkter) -> None:
    serie.format.line.fill.background()
    faelles = series_colour(vores)
    if vores.form == "streg":
        serie.marker.style = XL_MARKER_STYLE.NONE
        upright_marks(serie, HALV_STREG, faelles)
        return
    form = XL_MARKER_STYLE.DIAMOND if vores.form == "rude" else XL_MARKER_STYLE.CIRCLE
    mark(serie.marker, form, faelles, bool(each(vores.aaben, 0)))
    serie.marker.size = min(max(round(vores.stoerrelse), 5), 20)
    for plads, nr in enumerate(_known(vores)):
        egen, aaben = farve.on_paper(each(vores.farve, nr) or None) or faelles, bool(each(vores.aaben, nr))
        if (egen, aaben) != (faelles, bool(each(vores.aaben, 0))):
            punkt = serie.points[plads]
            mark(punkt.marker, form, egen, aaben)
            punkt.marker.size = serie.marker.size
            punkt.format.line.fill.background()


def _axis(akse, vores: Akse) -> None:
    """An axis without words: its marks lie under the chart, for PowerPoint counts them from the end of the axis."""
    akse.minimum_scale, akse.maximum_scale = sorted((vores.fra, vores.til)) if vores.er_tal else _rows_of(vores)
    akse.has_major_gridlines = False
    akse.format.line.fill.background()
    akse.major_tick_mark = XL_TICK_MARK.NONE
    akse.tick_label_position = XL_TICK_LABEL_POSITION.NONE


def _rows_of(akse: Akse) -> tuple[float, float]:
    antal = abs(akse.til - akse.fra)
    return 0.5, antal + 0.5
