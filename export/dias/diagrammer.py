"""Native, editable charts of a slide for bars and lines, in the same places as in the drawings."""

from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.util import Pt

from export.dias.dataark import Diagramserie, Diagramtal, chart_series
from export.dias.etiketter import add_labels, is_bars
from export.dias.former import draw, rgb
from export.dias.punktskyer import add_cloud, is_cloud
from export.dias.tidslinjer import add_timeline, is_floating, layers
from export.dias.udseende import axis_format, chart_cell, framed_chart, mark, paint
from export.dias.xml import (
    cross_at_the_end,
    fixed_plot_area,
    lines_beside_bars,
    name_every,
    positive_axis_ids,
    remove_legend_entries,
)
from export.tegning import tekst
from export.tegning.akselfigur import STREG, TYND_STREG, legend_marks, point_marks, reference_lines
from export.tegning.akser import Akse
from export.tegning.maerker import Maerke, Skrift
from export.tegning.paaskrifter import bar_words, words_over
from export.tegning.plan import Plan, Rude, across_and_along, arrange, is_level
from export.tegning.signaturer import signature_width
from views.figur import farver, model
from views.figur.farver import DAEMPET

DIAGRAM, TIDSLINJE, PUNKTSKY = "diagram", "tidslinje", "punktsky"
# The surface on which it is tried what kind of chart a panel is.
PROEVE = (900.0, 400.0, 12.0)
LUFT_MELLEM = 40
# A legend that is wider is broken by PowerPoint into columns, over what stands below it.
ENS_RAEKKE = 0.7


def is_native(figur: model.Aksefigur) -> bool:
    """Can PowerPoint draw the figure itself? Bars and lines over categories, bars that begin elsewhere than at 0, as on
    a timeline, and clouds of points."""
    arter = [_kind(rude) for rude in figur.ruder]
    if not arter or not all(arter):
        return False
    return TIDSLINJE not in arter or all(
        layers(rude) for rude in arrange(figur, *PROEVE).ruder if _kind(rude.rude) == TIDSLINJE
    )


def writes_its_names(figur: model.Aksefigur) -> bool:
    """Does PowerPoint write the names at the axes, and break them itself?"""
    return all(_kind(rude) == DIAGRAM for rude in figur.ruder)


def _kind(rude: model.Rude) -> str:
    """What a panel is as a chart; "" where PowerPoint has none of its kind."""
    tvaers, langs = across_and_along(rude, is_level(rude))
    flydende = any(isinstance(serie, model.Soejler) and serie.begynder for serie in rude.serier)
    if not flydende and isinstance(tvaers, model.Kategorier) and isinstance(langs, model.Talakse):
        return DIAGRAM
    if is_cloud(rude):
        return PUNKTSKY
    return TIDSLINJE if is_floating(rude) else ""


def add_charts(
    former, figur: model.Aksefigur, boks: tuple[float, float, float, float], skrift: float, alt: str
) -> None:
    """The figure's panels as charts in the box (x, y, width, height in points), and over them what no chart holds."""
    x, y, bredde, hoejde = boks
    plan = arrange(figur, bredde, hoejde, skrift)
    egen_forklaring = bool(plan.forklaring) and not _explains_itself(plan)
    over: list[Maerke] = [*(legend_marks(plan) if egen_forklaring else ()), *reference_lines(plan)]
    med_ord = []
    for rude in plan.ruder:
        over += _titles(rude, skrift)
        over += [maerke for serie in _loose(rude) for maerke in point_marks(rude, serie)]
        if _kind(rude.rude) == TIDSLINJE:
            over += [ord_ for raekke in rude.soejler for ord_ in bar_words(rude, raekke, skrift)]
        med_ord += [(rude, serie) for serie in (rude.punkter if _kind(rude.rude) == PUNKTSKY else _loose(rude))]
    over += words_over(plan, med_ord, [en for en in over if isinstance(en, Skrift)])
    fast = bool(over) or len(plan.ruder) > 1
    # in the order in which they are read
    for nr, rude in enumerate(sorted(plan.ruder, key=lambda rude: (rude.boks[1], rude.boks[0]))):
        navn = "Diagram" if len(plan.ruder) == 1 else f"Diagram {nr + 1}"
        if (art := _kind(rude.rude)) != DIAGRAM:
            (add_timeline if art == TIDSLINJE else add_cloud)(former, plan, rude, (x, y), navn, alt)
        else:
            _add_chart(former, plan, rude, (x, y), navn, alt, fast, not egen_forklaring)
    if over:
        draw(former, over, x, y, "Påskrifter", "Påskrifter, der hører til diagrammet")


def _explains_itself(plan: Plan) -> bool:
    """Can the legend of one chart say all that the figure's legend says?"""
    navne = {signatur.navn for raekke in plan.forklaring for signatur in raekke}
    bred = sum(signature_width(signatur, plan.skrift) for raekke in plan.forklaring for signatur in raekke)
    return (
        len(plan.ruder) == 1
        and _kind(plan.ruder[0].rude) == DIAGRAM
        and bred <= plan.bredde * ENS_RAEKKE
        and not _loose(plan.ruder[0])
        and navne <= {tekst.plain(serie.navn) for serie in chart_series(plan.ruder[0])[1]}
    )


def _loose(rude: Rude) -> list[model.Linje | model.Punkter]:
    """Points beside level bars, which no line chart can show."""
    return list(rude.punkter) if is_level(rude.rude) and _kind(rude.rude) != PUNKTSKY else []


def _titles(rude: Rude, skrift: float) -> list[Maerke]:
    """The units of the axes, written level."""
    venstre, _, hoejre, bund = rude.boks
    ud: list[Maerke] = []
    if rude.y.titel:
        ud.append(Skrift(0, rude.titelhoejde, tekst.lines(rude.y.titel), skrift, DAEMPET))
    if rude.x.titel:
        midt = (venstre + hoejre) / 2
        ud.append(Skrift(midt, bund + skrift * 2.3, tekst.lines(rude.x.titel), skrift, DAEMPET, "center"))
    return ud


def _add_chart(former, plan: Plan, rude: Rude, hjoerne, navn: str, alt: str, fast: bool, med_forklaring: bool) -> None:
    kategorier, serier = chart_series(rude)
    data = Diagramtal()
    data.categories = kategorier
    for serie in serier:
        data.add_series(serie.navn, serie.vaerdier)
    diagram = framed_chart(former, _type(plan, rude), data, (plan, rude, hjoerne), navn, alt)
    _legend(diagram, plan, serier, med_forklaring)
    _axes(diagram, rude, plan, fast, kategorier)
    _looks(diagram, plan, rude, serier)
    fixed_plot_area(diagram, rude.boks, chart_cell(plan, rude))
    positive_axis_ids(diagram)
    linjer = [nr for nr, serie in enumerate(serier) if not is_bars(serie)]
    if rude.soejler and linjer:
        lines_beside_bars(diagram, linjer)
        for nr, linje in zip(linjer, diagram.plots[1].series, strict=True):
            _line_look(linje, serier[nr])
            add_labels(linje, serier[nr], plan.skrift, False)


def _type(plan: Plan, rude: Rude):
    if not rude.soejler:
        return XL_CHART_TYPE.LINE_MARKERS
    liggende = is_level(rude.rude)
    if _is_stacked(plan):
        return XL_CHART_TYPE.BAR_STACKED if liggende else XL_CHART_TYPE.COLUMN_STACKED
    return XL_CHART_TYPE.BAR_CLUSTERED if liggende else XL_CHART_TYPE.COLUMN_CLUSTERED


def _is_stacked(plan: Plan) -> bool:
    return plan.figur.maade == model.STABLET


def _legend(diagram, plan: Plan, serier: list[Diagramserie], vises: bool) -> None:
    diagram.has_legend = bool(plan.forklaring) and vises
    if not diagram.has_legend:
        return
    diagram.legend.position = XL_LEGEND_POSITION.TOP
    diagram.legend.include_in_layout = False
    diagram.legend.font.size = Pt(plan.skrift)
    navne = [serie.navn for serie in serier]
    remove_legend_entries(
        diagram,
        [
            nr
            for nr, serie in enumerate(serier)
            if serie.navn in navne[:nr] or _is_words(serie) or not serie.serie.forklares
        ],
    )


def _is_words(vores: Diagramserie) -> bool:
    return isinstance(vores.serie, model.Punkter) and not vores.serie.form


def _axes(diagram, rude: Rude, plan: Plan, fast: bool, kategorier: list[str]) -> None:
    liggende = is_level(rude.rude)
    tvaers, langs = across_and_along(rude, liggende)
    kategoriakse, talakse = diagram.category_axis, diagram.value_axis
    talakse.has_major_gridlines = langs.gitter
    if langs.gitter:
        talakse.major_gridlines.format.line.color.rgb = rgb(farver.DIAGRAMGITTER)
    talakse.format.line.fill.background()
    talakse.visible = langs.vises
    talakse.tick_labels.number_format = axis_format(langs.streger)
    talakse.tick_labels.number_format_is_linked = False
    talakse.major_tick_mark = XL_TICK_MARK.NONE
    talakse.minimum_scale = min(langs.fra, langs.til)
    if fast:
        talakse.maximum_scale = max(langs.fra, langs.til)
        if len(langs.streger) > 1:
            talakse.major_unit = langs.streger[1][0] - langs.streger[0][0]
    kategoriakse.format.line.color.rgb = rgb(farver.DIAGRAMAKSE)
    kategoriakse.major_tick_mark = XL_TICK_MARK.NONE
    kategoriakse.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if not tvaers.vises:
        kategoriakse.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    if liggende and tvaers.fra > tvaers.til:
        kategoriakse.reverse_order = True
        cross_at_the_end(diagram)
    if liggende:
        name_every(diagram, 1)
    else:
        _thin_labels(diagram, tvaers, rude, plan, kategorier)


def _thin_labels(diagram, tvaers: Akse, rude: Rude, plan: Plan, kategorier: list[str]) -> None:
    """Every second, third ... name where all would touch, or as many as the figure itself names."""
    plads = (rude.boks[2] - rude.boks[0]) / max(len(kategorier), 1)
    bred = max((tekst.width(tekst.lines(navn)[0], plan.skrift) for navn in kategorier), default=0) + 6
    faa = max(1, round(len(kategorier) / max(len(tvaers.streger), 1)))
    spring = max(faa, -(-int(bred) // max(int(plads), 1)))
    if spring > 1:
        name_every(diagram, spring)


def _looks(diagram, plan: Plan, rude: Rude, serier: list[Diagramserie]) -> None:
    tegnet = diagram.plots[0]
    stakket = _is_stacked(plan)
    if rude.soejler:
        tegnet.gap_width = LUFT_MELLEM
        over_hinanden = plan.figur.maade == model.FORAN and sum(map(is_bars, serier)) > 1
        tegnet.overlap = 100 if stakket or over_hinanden else 0
    for vores, serie in zip(serier, tegnet.series, strict=True):
        if is_bars(vores):
            _bar_look(serie, vores)
        elif not rude.soejler:
            _line_look(serie, vores)
        else:
            continue
        add_labels(serie, vores, plan.skrift, stakket)


def _bar_look(serie, vores: Diagramserie) -> None:
    serie.invert_if_negative = False
    paint(serie.format, vores.farve, vores.serie)
    for nr, egen in enumerate(vores.farver):
        if egen and egen != vores.farve:
            paint(serie.points[nr].format, egen, vores.serie)


def _line_look(serie, vores: Diagramserie) -> None:
    serie.smooth = False
    if isinstance(vores.serie, model.Linje):
        serie.format.line.color.rgb = rgb(vores.farve)
        serie.format.line.width = Pt(TYND_STREG if vores.serie.tynd else STREG)
        if vores.serie.tynd:
            serie.marker.style = XL_MARKER_STYLE.NONE
        else:
            mark(serie.marker, XL_MARKER_STYLE.CIRCLE, vores.farve, False)
        return
    serie.format.line.fill.background()
    if _is_words(vores):
        serie.marker.style = XL_MARKER_STYLE.NONE
        return
    form = XL_MARKER_STYLE.DIAMOND if vores.serie.form == "rude" else XL_MARKER_STYLE.CIRCLE
    mark(serie.marker, form, vores.farve, vores.aaben)
    for nr, (egen, aaben, vaerdi) in enumerate(zip(vores.farver, vores.aabne, vores.vaerdier, strict=True)):
        farven = egen or vores.farve
        if vaerdi is not None and (farven, aaben) != (vores.farve, vores.aaben):
            mark(serie.points[nr].marker, form, farven, aaben)
            serie.points[nr].format.line.fill.background()
