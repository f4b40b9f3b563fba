"""Native, editable charts of a slide for bars and lines, from the same plan as the drawings."""

from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.util import Pt

from export.dias.dataark import Diagramtal
from export.dias.former import describe, draw, hatch, rgb, write_runs
from export.dias.ordbog.serier import Serie, series_of
from export.dias.xml import (
    cross_at_the_end,
    fixed_plot_area,
    hide_point_label,
    lines_beside_bars,
    name_every,
    positive_axis_ids,
    remove_legend_entries,
)
from export.tegning import farve, tekst
from export.tegning.maerker import DAEMPET, SORT, Maerke, Skrift
from export.tegning.ordbog.akselfigur import annotation_marks, legend_marks, reference_lines, scatter_marks
from export.tegning.ordbog.akser import Akse
from export.tegning.ordbog.plan import Plan, Rude, arrange
from views.sprog import dansk

TALFORMAT = "[$-406]#,##0"
LUFT_MELLEM = 40


def is_native(figure: dict) -> bool:
    """Can PowerPoint draw the figure itself? Bars and lines over categories, not timelines and clouds of points."""
    plan = arrange(figure, 900, 300, 14)
    return all(_is_chart(rude) for rude in plan.ruder) and bool(plan.ruder)


def _is_chart(rude: Rude) -> bool:
    vandret = any(en.vandret for en in rude.soejler)
    tvaers, langs = (rude.y, rude.x) if vandret else (rude.x, rude.y)
    return tvaers.art == "kategori" and langs.art == "tal"


def add_charts(former, figure: dict, boks: tuple[float, float, float, float], skrift: float, alt: str) -> None:
    """The figure's panels as charts in the box (x, y, width, height in points), and over them what no chart holds."""
    x, y, bredde, hoejde = boks
    plan = arrange(figure, bredde, hoejde, skrift)
    egen_forklaring = bool(plan.forklaring) and not _explains_itself(plan)
    over: list[Maerke] = [*(legend_marks(plan) if egen_forklaring else ()), *reference_lines(plan)]
    over += annotation_marks(plan)
    for nr, rude in enumerate(plan.ruder):
        over += _titles(rude, skrift)
        over += [m for spor in _loose(rude) for m in scatter_marks(rude, spor, skrift)]
        navn = "Diagram" if len(plan.ruder) == 1 else f"Diagram {nr + 1}"
        _add_chart(
            former,
            plan,
            rude,
            (x, y),
            navn,
            alt,
            fast=bool(over) or len(plan.ruder) > 1,
            med_forklaring=not egen_forklaring,
        )
    if over:
        draw(former, over, x, y, "Påskrifter", "Påskrifter, der hører til diagrammet")


def _explains_itself(plan: Plan) -> bool:
    """Can the legend of one chart say all that the figure's legend says?"""
    navne = {en.navn for raekke in plan.forklaring for en in raekke}
    return (
        len(plan.ruder) == 1
        and not _loose(plan.ruder[0])
        and navne <= {tekst.plain(en.navn) for en in series_of(plan.ruder[0])[1]}
    )


def _loose(rude: Rude) -> list[dict]:
    """Points beside horizontal bars, which no line chart can show."""
    return list(rude.punkter) if any(en.vandret for en in rude.soejler) else []


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
    kategorier, serier = series_of(rude)
    data = Diagramtal()
    data.categories = kategorier
    for en in serier:
        data.add_series(tekst.clean(en.navn) or "Antal", en.vaerdier)
    celle = _cell(plan, rude)
    x, y = hjoerne
    rammen = former.add_chart(
        _type(rude, serier), Pt(x + celle[0]), Pt(y + celle[1]), Pt(celle[2] - celle[0]), Pt(celle[3] - celle[1]), data
    )
    describe(rammen, navn, alt)
    diagram = rammen.chart
    diagram.has_title = False
    diagram.font.size = Pt(plan.skrift)
    diagram.font.color.rgb = rgb(SORT)
    _legend(diagram, plan, serier, med_forklaring)
    _axes(diagram, rude, plan, fast, kategorier)
    _looks(diagram, rude, serier, plan.skrift)
    fixed_plot_area(diagram, rude.boks, celle)
    positive_axis_ids(diagram)
    if rude.soejler and any(en.linje for en in serier):
        lines_beside_bars(diagram, [nr for nr, en in enumerate(serier) if en.linje])
        _line_looks(diagram, [en for en in serier if en.linje], plan.skrift)


def _cell(plan: Plan, rude: Rude) -> tuple[float, float, float, float]:
    """The frame of a panel's chart (left, top, right, bottom): its box and the words at its axes."""
    if len(plan.ruder) == 1:
        return (0.0, 0.0, plan.bredde, plan.hoejde)
    venstre, top, hoejre, bund = rude.boks
    forklaring = len(plan.forklaring) * plan.skrift * 1.6 if top - plan.indre[1] < 1 and plan.forklaring else 0
    langt_til_venstre = 0.0 if venstre - plan.indre[0] < 1 else venstre - plan.skrift * 3
    nede = min(bund + (plan.skrift * 2.6 if rude.x.vises else 2), plan.hoejde)
    return (
        langt_til_venstre,
        max(top - 6 - forklaring, 0),
        min(hoejre + plan.bredde - plan.indre[2], plan.bredde),
        nede,
    )


def _type(rude: Rude, serier: list[Serie]):
    if not rude.soejler:
        return XL_CHART_TYPE.LINE_MARKERS
    vandret = rude.soejler[0].vandret
    if rude.stakket:
        return XL_CHART_TYPE.BAR_STACKED if vandret else XL_CHART_TYPE.COLUMN_STACKED
    return XL_CHART_TYPE.BAR_CLUSTERED if vandret else XL_CHART_TYPE.COLUMN_CLUSTERED


def _legend(diagram, plan: Plan, serier: list[Serie], vises: bool) -> None:
    diagram.has_legend = bool(plan.forklaring) and vises
    if not diagram.has_legend:
        return
    diagram.legend.position = XL_LEGEND_POSITION.TOP
    diagram.legend.include_in_layout = False
    diagram.legend.font.size = Pt(plan.skrift)
    set_: set[str] = set()
    fjernes = []
    for nr, en in enumerate(serier):
        if en.navn in set_ or (en.linje and not en.streg and not en.maerke):
            fjernes.append(nr)
        set_.add(en.navn)
    remove_legend_entries(diagram, fjernes)


def _axes(diagram, rude: Rude, plan: Plan, fast: bool, kategorier: list[str]) -> None:
    vandret = bool(rude.soejler) and rude.soejler[0].vandret
    tvaers, langs = (rude.y, rude.x) if vandret else (rude.x, rude.y)
    kategoriakse, talakse = diagram.category_axis, diagram.value_axis
    talakse.has_major_gridlines = langs.gitter
    if langs.gitter:
        talakse.major_gridlines.format.line.color.rgb = rgb("#dfe2e5")
    talakse.format.line.fill.background()
    talakse.visible = langs.vises
    talakse.tick_labels.number_format = _format(_decimals(langs.streger))
    talakse.tick_labels.number_format_is_linked = False
    talakse.major_tick_mark = XL_TICK_MARK.NONE
    talakse.minimum_scale = min(langs.fra, langs.til)
    if fast:
        talakse.maximum_scale = max(langs.fra, langs.til)
        if len(langs.streger) > 1:
            talakse.major_unit = langs.streger[1][0] - langs.streger[0][0]
    kategoriakse.format.line.color.rgb = rgb("#8c98a4")
    kategoriakse.major_tick_mark = XL_TICK_MARK.NONE
    kategoriakse.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if not tvaers.vises:
        kategoriakse.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    if vandret and tvaers.fra > tvaers.til:
        kategoriakse.reverse_order = True
        cross_at_the_end(diagram)
    if vandret:
        name_every(diagram, 1)
    else:
        _thin_labels(diagram, tvaers, rude, plan, kategorier)


def _thin_labels(diagram, tvaers: Akse, rude: Rude, plan: Plan, kategorier: list[str]) -> None:
    """Every second, third ... name where all would touch, or as many as the figure itself names."""
    plads = (rude.boks[2] - rude.boks[0]) / max(len(kategorier), 1)
    bred = max((tekst.width(tekst.lines(en)[0], plan.skrift) for en in kategorier), default=0) + 6
    faa = max(1, round(len(kategorier) / max(len(tvaers.streger), 1)))
    spring = max(faa, -(-int(bred) // max(int(plads), 1)))
    if spring > 1:
        name_every(diagram, spring)


def _decimals(streger: tuple) -> int:
    return max((len(navn.split(",")[1]) if "," in navn else 0 for _, navn in streger), default=0)


def _format(decimaler: int) -> str:
    return TALFORMAT + ("." + "0" * decimaler if decimaler else "")


def _looks(diagram, rude: Rude, serier: list[Serie], skrift: float) -> None:
    tegnet = diagram.plots[0]
    if rude.soejler:
        tegnet.gap_width = LUFT_MELLEM
        ensomt = not rude.stakket and len([en for en in serier if not en.linje]) > 1 and _overlays(rude)
        tegnet.overlap = 100 if rude.stakket or ensomt else 0
    for en, serie in zip(serier, tegnet.series, strict=True):
        if en.linje and rude.soejler:
            continue
        if en.linje:
            _line_look(serie, en)
        else:
            _bar_look(serie, en)
        add_labels(serie, en, skrift, rude.stakket)


def _overlays(rude: Rude) -> bool:
    """Do bars of different series stand in the same place?"""
    midter = [soejle.midte for en in rude.soejler for soejle in en.soejler]
    return len(midter) != len(set(midter))


def _bar_look(serie, en: Serie) -> None:
    serie.invert_if_negative = False
    _paint(serie.format, en.farve, en.skraveret)
    for nr, egen in enumerate(en.farver):
        if egen and egen != en.farve:
            _paint(serie.points[nr].format, egen, en.skraveret)


def _paint(form, farven: str, skraveret: bool) -> None:
    if skraveret:
        hatch(form.fill, farven)
        form.line.color.rgb = rgb(farven)
        return
    form.fill.solid()
    form.fill.fore_color.rgb = rgb(farven)


def _line_look(serie, en: Serie) -> None:
    serie.smooth = False
    if en.streg:
        serie.format.line.color.rgb = rgb(en.farve)
        serie.format.line.width = Pt(2.5)
    else:
        serie.format.line.fill.background()
    if not en.maerke:
        serie.marker.style = XL_MARKER_STYLE.NONE
        return
    serie.marker.style = XL_MARKER_STYLE.DIAMOND if en.maerke == "diamond" else XL_MARKER_STYLE.CIRCLE
    serie.marker.size = 11 if en.maerke == "diamond" else 8
    serie.marker.format.line.color.rgb = rgb(en.farve)
    if en.aaben:
        serie.marker.format.fill.background()
    else:
        serie.marker.format.fill.solid()
        serie.marker.format.fill.fore_color.rgb = rgb(en.farve)


def _line_looks(diagram, serier: list[Serie], skrift: float) -> None:
    for en, serie in zip(serier, diagram.plots[1].series, strict=True):
        _line_look(serie, en)
        add_labels(serie, en, skrift, False)


PLADSER = {
    "inside": XL_LABEL_POSITION.CENTER,
    "outside": XL_LABEL_POSITION.OUTSIDE_END,
    "auto": XL_LABEL_POSITION.OUTSIDE_END,
    "top center": XL_LABEL_POSITION.ABOVE,
    "bottom center": XL_LABEL_POSITION.BELOW,
    "middle right": XL_LABEL_POSITION.RIGHT,
    "middle left": XL_LABEL_POSITION.LEFT,
    "middle center": XL_LABEL_POSITION.CENTER,
}


def add_labels(serie, en: Serie, skrift: float, stakket: bool) -> None:
    """The numbers at bars and points: as values where the figure writes the value, else in the figure's words."""
    if not en.tekstplads or not any(en.tekster):
        return
    plads = PLADSER[en.tekstplads]
    if stakket and plads == XL_LABEL_POSITION.OUTSIDE_END:
        plads = XL_LABEL_POSITION.CENTER
    farven = en.tekstfarve or (farve.text_on(en.farve) if plads == XL_LABEL_POSITION.CENTER else SORT)
    if en.skraveret:
        farven = SORT
    decimaler = _as_values(en)
    if decimaler is not None:
        etiketter = serie.data_labels
        etiketter.show_value = True
        etiketter.number_format, etiketter.number_format_is_linked = _format(decimaler), False
        etiketter.position = plads
        etiketter.font.size, etiketter.font.color.rgb = Pt(skrift), rgb(farven)
    for nr, ord_ in enumerate(en.tekster):
        if decimaler is None and ord_:
            etiket = serie.points[nr].data_label
            write_runs(etiket.text_frame.paragraphs[0], tekst.lines(ord_.replace("<br>", " "))[0], skrift, farven)
            etiket.text_frame.word_wrap = False
            etiket.position = plads
        elif decimaler is not None and not ord_ and en.vaerdier[nr] is not None:
            hide_point_label(serie, nr)


def _as_values(en: Serie) -> int | None:
    """The number of decimals with which the texts are the values themselves; None when they say something else."""
    par = [(v, tekst.plain(ord_)) for v, ord_ in zip(en.vaerdier, en.tekster, strict=True) if ord_ and v is not None]
    for decimaler in (0, 1, 2):
        if par and all(ord_ == dansk.number(v, decimaler) for v, ord_ in par):
            return decimaler
    return None
