"""Native charts of bars that begin elsewhere than at 0, as those of a timeline: each stands on one that is not seen.

The sheet behind has the beginning of each bar (a day, or a number) or what is between it and the one before, and its
length; of bars that lie over each other, what is seen. PowerPoint cannot mark years on such an axis, so the words of
the axes are drawn under the chart, and the axis of time has fixed ends.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK

from export.dias.dataark import Diagramtal, category_names
from export.dias.former import draw, rgb
from export.dias.udseende import chart_cell, framed_chart, paint
from export.dias.xml import (
    cross_at_the_end,
    fixed_plot_area,
    positive_axis_ids,
    second_bars,
    see_through,
)
from export.tegning import tekst
from export.tegning.akselfigur import x_ticks, y_ticks
from export.tegning.plan import Plan, Rude, Soejle, Soejler
from views.figur import farver, model

# A spreadsheet counts days from here.
DAG_NUL = date(1899, 12, 30).toordinal()
DAGE, DATO, TAL = "0", "d\\.\\ mmm\\ yyyy", "General"
FLEST_LAG = 2  # a chart has two sets of axes
Liggende = tuple[int, Soejler, Soejle]
"""A bar with its series and the number of that: the later lies over the earlier."""


@dataclass(frozen=True)
class Led:
    """A series of bars and the one it stands on: for each category where the bar begins, counted from the bar before
    it or from the start of the axis, how long it is, and its colour."""

    serie: model.Soejler
    foer: tuple[float | None, ...]
    laengder: tuple[float | None, ...]
    farver: tuple[str | None, ...]
    begynder: bool  # is `foer` the beginning itself in every category?


def is_floating(rude: model.Rude) -> bool:
    """Do all bars of a panel lie down and say where they begin?"""
    soejler = [serie for serie in rude.serier if isinstance(serie, model.Soejler)]
    return bool(soejler) and all(en.liggende and (en.begynder or not en.steder) for en in soejler)


def layers(rude: Rude) -> list[tuple[float, list[Led]]] | None:
    """The bars by their thickness, the thickest first; None where a bar parts another of its thickness in two, or where
    there are more thicknesses than a chart has axes."""
    tykke: dict[float, list[Liggende]] = defaultdict(list)
    for orden, raekke in enumerate(rude.soejler):
        for soejle in raekke.soejler:
            tykke[soejle.tykkelse].append((orden, raekke, soejle))
    if len(tykke) > FLEST_LAG:
        return None
    ud = []
    for tykkelse in sorted(tykke, reverse=True):
        led = _parts(rude, tykke[tykkelse])
        if led is None:
            return None
        ud.append((tykkelse, led))
    return ud


def _seen(soejler: list[Liggende]) -> list[Liggende] | None:
    """The bars of a row from the left, of those that lie over each other what is seen; None where one parts another."""
    ud: list[Liggende] = []
    for en in sorted(soejler, key=lambda en: en[2].fra):
        orden, raekke, soejle = en
        if not ud or soejle.fra >= ud[-1][2].til:
            ud.append(en)
            continue
        foer = ud[-1]
        if orden > foer[0] and soejle.til >= foer[2].til:
            ud[-1] = (foer[0], foer[1], replace(foer[2], til=soejle.fra))
            ud.append(en)
        elif orden < foer[0] and soejle.til > foer[2].til:
            ud.append((orden, raekke, replace(soejle, fra=foer[2].til)))
        elif orden > foer[0]:
            return None
    return [en for en in ud if en[2].til > en[2].fra]


def _parts(rude: Rude, soejler: Sequence[Liggende]) -> list[Led] | None:
    """Series so that in each category the bars come in the order in which they stand."""
    steder = list(rude.y.pladser.values())
    raekker: dict[int, list[Liggende]] = defaultdict(list)
    for en in soejler:
        raekker[steder.index(min(steder, key=lambda sted: abs(sted - en[2].midte)))].append(en)
    pladser: list[Soejler] = []
    fundne: list[tuple[int, int, Soejle, float]] = []  # part, category, bar, where the one before it ends
    for nr, raekken in raekker.items():
        synlige = _seen(raekken)
        if synlige is None:
            return None
        slut, hen = (DAG_NUL if rude.x.er_dage else 0.0), 0
        for _, raekke, soejle in synlige:
            while hen < len(pladser) and pladser[hen] is not raekke:
                hen += 1
            if hen == len(pladser):
                pladser.append(raekke)
            fundne.append((hen, nr, soejle, slut))
            slut, hen = soejle.til, hen + 1
    return [_part(rude, plads.serie, [en[1:] for en in fundne if en[0] == nr]) for nr, plads in enumerate(pladser)]


def _part(rude: Rude, serie: model.Soejler, soejler: list[tuple[int, Soejle, float]]) -> Led:
    antal = len(rude.y.pladser)
    foer, laengder, farver_ = [None] * antal, [None] * antal, [None] * antal
    for nr, soejle, slut in soejler:
        foer[nr], laengder[nr], farver_[nr] = soejle.fra - slut, soejle.til - soejle.fra, soejle.farve
    nul = DAG_NUL if rude.x.er_dage else 0.0
    return Led(serie, tuple(foer), tuple(laengder), tuple(farver_), all(slut == nul for _, _, slut in soejler))


def add_timeline(former, plan: Plan, rude: Rude, hjoerne: tuple[float, float], navn: str, alt: str) -> None:
    """The panel as a chart, over the marks of its axis."""
    lag = layers(rude)
    streger = [*x_ticks(rude, plan.skrift), *y_ticks(rude, plan.skrift)]
    if streger:
        draw(former, streger, *hjoerne, "Akser", "Akser, der hører til diagrammet")
    data = Diagramtal()
    data.categories = category_names(rude.rude.y, rude.y.pladser)
    for _, led in lag:
        for en in led:
            _add_series(data, rude, en)
    diagram = framed_chart(former, XL_CHART_TYPE.BAR_STACKED, data, (plan, rude, hjoerne), navn, alt)
    diagram.has_legend = False
    _axes(diagram, rude)
    alle = [en for _, led in lag for en in led]
    for nr, en in enumerate(alle):
        _look(diagram.plots[0].series[2 * nr], diagram.plots[0].series[2 * nr + 1], en)
    diagram.plots[0].gap_width, diagram.plots[0].overlap = _gap(lag[0][0]), 100
    fixed_plot_area(diagram, rude.boks, chart_cell(plan, rude))
    positive_axis_ids(diagram)
    see_through(diagram)
    for tykkelse, led in lag[1:]:
        foerste = len(alle) - len(led)
        second_bars(diagram, list(range(2 * foerste, 2 * len(alle))), _gap(tykkelse))


def _add_series(data: Diagramtal, rude: Rude, led: Led) -> None:
    navn, enhed = tekst.clean(tekst.plain(led.serie.navn)) or "Søjle", "dage" if rude.x.er_dage else "længde"
    form = (DATO if rude.x.er_dage else TAL) if led.begynder else TAL
    data.add_series(f"{navn}: {'begynder' if led.begynder else 'mellemrum før'}", led.foer, form)
    data.add_series(f"{navn} ({enhed})", led.laengder, DAGE if rude.x.er_dage else TAL)


def _look(foer, serie, led: Led) -> None:
    foer.format.fill.background()
    foer.format.line.fill.background()
    serie.invert_if_negative = False
    faelles = next((en for en in led.farver if en), farver.LINJE)
    paint(serie.format, faelles, led.serie)
    for nr, egen in enumerate(led.farver):
        if egen and egen != faelles:
            paint(serie.points[nr].format, egen, led.serie)


def _axes(diagram, rude: Rude) -> None:
    talakse, kategoriakse = diagram.value_axis, diagram.category_axis
    nul = DAG_NUL if rude.x.er_dage else 0.0
    talakse.minimum_scale, talakse.maximum_scale = rude.x.fra - nul, rude.x.til - nul
    talakse.has_major_gridlines = False
    talakse.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    talakse.major_tick_mark = XL_TICK_MARK.NONE
    talakse.format.line.fill.background()
    kategoriakse.format.line.color.rgb = rgb(farver.DIAGRAMAKSE)
    kategoriakse.major_tick_mark = XL_TICK_MARK.NONE
    kategoriakse.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    if rude.y.fra > rude.y.til:
        kategoriakse.reverse_order = True
        cross_at_the_end(diagram)


def _gap(tykkelse: float) -> int:
    """What PowerPoint calls the gap of bars that take such a share of their room."""
    return round(min(max((1 - tykkelse) / tykkelse * 100, 0), 500))
