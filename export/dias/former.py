"""Marks as native shapes of a slide: a freeform for each area, boxes, dots, lines and text, in named groups."""

from itertools import groupby

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from export.dias.xml import set_language
from export.tegning import tekst
from export.tegning.farve import lightened
from export.tegning.maerker import Boks, Flade, Linje, Prik, Skrift, Streg

EMU = 12700
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
FINHED = 100  # freeforms are drawn in hundredths of a point
JUSTERING = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
SPROG = "da-DK"


def draw(former, maerker, hen: float, ned: float, navn: str, alt: str):
    """The marks as one group on a slide, moved by so many points. Returns the group."""
    samlet = former.add_group_shape()
    describe(samlet, navn, alt)
    for gruppe, dele in groupby(maerker, key=lambda en: en.gruppe):
        dele = list(dele)
        plads = samlet.shapes.add_group_shape() if gruppe and len(dele) > 1 else samlet
        if plads is not samlet:
            describe(plads, gruppe, f"{gruppe}: en del af figuren")
        for en in dele:
            TEGNERE[type(en)](plads.shapes, en, hen, ned)
    return samlet


def describe(form, navn: str, alt: str = "") -> None:
    """The name in the selection pane, and the alt text."""
    egenskaber = form.element.xpath(".//p:cNvPr")[0]
    egenskaber.set("name", tekst.clean(navn)[:200] or "Form")
    if alt:
        egenskaber.set("descr", tekst.clean(alt))


def write_runs(afsnit, linje: Linje, stoerrelse: float | None = None, farve: str | None = None) -> None:
    """Runs of text at the end of a paragraph; without a size or colour the template's stands."""
    for loeb in linje:
        run = afsnit.add_run()
        run.text = tekst.clean(loeb.tekst)
        set_language(run, SPROG)
        if loeb.fed:
            run.font.bold = True
        if stoerrelse:
            run.font.size = Pt(round(stoerrelse * 2) / 2)
        if farve:
            run.font.color.rgb = rgb(farve)


def rgb(farve: str) -> RGBColor:
    """ "#rrggbb" as python-pptx wants it."""
    return RGBColor.from_string(farve[1:].upper())


def _emu(punkter: float) -> Emu:
    return Emu(round(punkter * EMU))


def _without_style(form) -> None:
    """The theme would give every shape a shadow and lines of its own."""
    stil = form.element.find(qn("p:style"))
    if stil is not None:
        form.element.remove(stil)


def _look(form, fyld: str | None, kant: str | None, tykkelse: float, daekning: float = 1.0) -> None:
    _without_style(form)
    if fyld:
        form.fill.solid()
        form.fill.fore_color.rgb = rgb(fyld)
        if daekning < 1:
            farven = form.element.spPr.find(f"{qn('a:solidFill')}/{qn('a:srgbClr')}")
            farven.append(farven.makeelement(qn("a:alpha"), {"val": str(round(daekning * 100_000))}))
    else:
        form.fill.background()
    _edge(form.line, kant, tykkelse)


def _edge(linje, kant: str | None, tykkelse: float, stiplet: bool = False) -> None:
    if kant is None:
        linje.fill.background()
        return
    linje.color.rgb = rgb(kant)
    linje.width = Pt(tykkelse)
    if stiplet:
        linje.dash_style = MSO_LINE.DASH


def _area(former, en: Flade, hen: float, ned: float) -> None:
    ringe = [[(round((x + hen) * FINHED), round((y + ned) * FINHED)) for x, y in ring] for ring in en.ringe]
    form = _freeform(former, ringe)
    _look(form, en.fyld, en.kant, en.tykkelse)
    describe(form, en.navn or "Flade", en.navn)


def _freeform(former, ringe: list[list[tuple[int, int]]]):
    """A freeform of closed rings. python-pptx asks for the extent anew at each of its points, which takes seconds for a
    coast; so it builds the rectangle around, and the rings take the rectangle's place."""
    xer, yer = [x for ring in ringe for x, _ in ring], [y for ring in ringe for _, y in ring]
    venstre, top, hoejre, bund = min(xer), min(yer), max(max(xer), min(xer) + 1), max(max(yer), min(yer) + 1)
    bygger = former.build_freeform(venstre, top, scale=EMU / FINHED)
    bygger.add_line_segments([(hoejre, top), (hoejre, bund), (venstre, bund)], close=True)
    form = bygger.convert_to_shape()
    vej = form.element.find(".//" + qn("a:path"))
    trin = []
    for ring in ringe:
        punkter = [f'<a:pt x="{x - venstre}" y="{y - top}"/>' for x, y in ring[:-1]]
        linjer = "".join(f"<a:lnTo>{en}</a:lnTo>" for en in punkter[1:])
        trin.append(f"<a:moveTo>{punkter[0]}</a:moveTo>{linjer}<a:close/>")
    vej.getparent().replace(
        vej, parse_xml(f'<a:path xmlns:a="{A}" w="{hoejre - venstre}" h="{bund - top}">{"".join(trin)}</a:path>')
    )
    return form


def _box(former, en: Boks, hen: float, ned: float) -> None:
    form = former.add_shape(
        MSO_SHAPE.RECTANGLE, _emu(en.x + hen), _emu(en.y + ned), _emu(max(en.bredde, 0.1)), _emu(max(en.hoejde, 0.1))
    )
    _look(form, en.fyld, en.kant, en.tykkelse, en.daekning)
    if en.skraveret and en.fyld:
        hatch(form.fill, en.fyld)
    describe(form, en.navn or "Boks", en.navn)


def hatch(fyld, farve: str) -> None:
    """A hatched fill, for forecasts."""
    fyld.patterned()
    fyld.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    fyld.fore_color.rgb = rgb(farve)
    fyld.back_color.rgb = rgb(lightened(farve, 0.8))


def _dot(former, en: Prik, hen: float, ned: float) -> None:
    art = MSO_SHAPE.DIAMOND if en.rude else MSO_SHAPE.OVAL
    r = en.diameter / 2
    form = former.add_shape(art, _emu(en.x - r + hen), _emu(en.y - r + ned), _emu(en.diameter), _emu(en.diameter))
    _look(form, None if en.aaben else en.farve, en.farve, 1.5)
    describe(form, en.navn or "Punkt", en.navn)


def _line(former, en: Streg, hen: float, ned: float) -> None:
    if len(en.punkter) == 2:
        (x0, y0), (x1, y1) = en.punkter
        form = former.add_connector(
            MSO_CONNECTOR.STRAIGHT, _emu(x0 + hen), _emu(y0 + ned), _emu(x1 + hen), _emu(y1 + ned)
        )
    else:
        punkter = [(round((x + hen) * FINHED), round((y + ned) * FINHED)) for x, y in en.punkter]
        bygger = former.build_freeform(*punkter[0], scale=EMU / FINHED)
        bygger.add_line_segments(punkter[1:], close=False)
        form = bygger.convert_to_shape()
        form.fill.background()
    _without_style(form)
    _edge(form.line, en.farve, en.tykkelse, en.stiplet)
    describe(form, en.navn or "Streg", en.navn)


def _text(former, en: Skrift, hen: float, ned: float) -> None:
    bredde, hoejde = tekst.block(en.linjer, en.stoerrelse)
    bredde += en.stoerrelse * 0.5
    x = en.x + hen - {"left": 0, "center": bredde / 2, "right": bredde}[en.vandret]
    y = en.y + ned - {"top": 0, "middle": hoejde / 2, "bottom": hoejde}[en.lodret]
    form = former.add_textbox(_emu(x), _emu(y), _emu(bredde), _emu(hoejde))
    ramme = form.text_frame
    ramme.margin_left = ramme.margin_right = ramme.margin_top = ramme.margin_bottom = 0
    ramme.word_wrap = False
    ramme.auto_size = MSO_AUTO_SIZE.NONE
    ramme.vertical_anchor = MSO_ANCHOR.MIDDLE
    for nr, linje in enumerate(en.linjer):
        afsnit = ramme.paragraphs[0] if nr == 0 else ramme.add_paragraph()
        afsnit.alignment = JUSTERING[en.vandret]
        write_runs(afsnit, linje, en.stoerrelse, en.farve)
    describe(form, en.text)


TEGNERE = {Flade: _area, Boks: _box, Prik: _dot, Streg: _line, Skrift: _text}
