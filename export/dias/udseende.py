"""How native charts look, whatever kind they are: their frame on the slide, marks, bars, numbers at their axes."""

import re

from pptx.enum.chart import XL_MARKER_STYLE
from pptx.util import Pt

from export.dias.etiketter import TALFORMAT, number_format
from export.dias.former import describe, hatch, rgb
from export.tegning.plan import Plan, Rude
from views.figur import model
from views.figur.farver import SORT
from views.figur.tal_paa_akser import I_MIO, MILLION

DECIMALER = re.compile(r",(\d+)")


def framed_chart(former, art, data, sted: tuple[Plan, Rude, tuple[float, float]], navn: str, alt: str):
    """A chart of that kind in the frame of its panel: the plan, the panel, and where the figure's corner is."""
    plan, rude, (x, y) = sted
    venstre, top, hoejre, bund = chart_cell(plan, rude)
    rammen = former.add_chart(art, Pt(x + venstre), Pt(y + top), Pt(hoejre - venstre), Pt(bund - top), data)
    describe(rammen, navn, alt)
    diagram = rammen.chart
    diagram.has_title = False
    diagram.font.size = Pt(plan.skrift)
    diagram.font.color.rgb = rgb(SORT)
    return diagram


def chart_cell(plan: Plan, rude: Rude) -> tuple[float, float, float, float]:
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


def axis_format(streger: tuple) -> str:
    """How PowerPoint writes the numbers of an axis as the figure's marks do; of millions only how many."""
    decimaler = max((len(fundet[1]) for _, navn in streger if (fundet := DECIMALER.search(navn))), default=0)
    if not any(navn.endswith(I_MIO) for _, navn in streger):
        return number_format(decimaler)
    i_mio = TALFORMAT + ("." + "0" * decimaler if decimaler else "") + f',,"{I_MIO}"'
    return f"[>={MILLION}]{i_mio};{TALFORMAT}"


def paint(form, farven: str, serie: model.Soejler) -> None:
    if serie.skraveret or serie.aaben:
        if serie.aaben:
            form.fill.background()
        else:
            hatch(form.fill, farven)
        form.line.color.rgb = rgb(farven)
        return
    form.fill.solid()
    form.fill.fore_color.rgb = rgb(farven)


def mark(maerke, form, farven: str, aaben: bool) -> None:
    maerke.style = form
    maerke.size = 11 if form == XL_MARKER_STYLE.DIAMOND else 8
    maerke.format.line.color.rgb = rgb(farven)
    if aaben:
        maerke.format.fill.background()
    else:
        maerke.format.fill.solid()
        maerke.format.fill.fore_color.rgb = rgb(farven)
