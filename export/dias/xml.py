"""What python-pptx cannot say, written as XML in the order that the schema asks for.

The only file that knows the library's private names.
"""

from copy import deepcopy

from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
# The parts of a line series, in the schema's order.
LINJEDELE = ("idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "smooth")


def fixed_plot_area(diagram, boks: tuple[float, float, float, float], ramme: tuple[float, float, float, float]) -> None:
    """The bars' own area where the plan has it: both are (left, top, right, bottom) in points."""
    bredde, hoejde = ramme[2] - ramme[0], ramme[3] - ramme[1]
    tal = {
        "x": (boks[0] - ramme[0]) / bredde,
        "y": (boks[1] - ramme[1]) / hoejde,
        "w": (boks[2] - boks[0]) / bredde,
        "h": (boks[3] - boks[1]) / hoejde,
    }
    felter = "".join(f'<c:{navn} val="{andel:.5f}"/>' for navn, andel in tal.items())
    layout = parse_xml(
        f'<c:layout xmlns:c="{C}"><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{felter}</c:manualLayout></c:layout>'
    )
    flade = diagram.element.find(f".//{qn('c:plotArea')}")
    for gammel in flade.findall(qn("c:layout")):
        flade.remove(gammel)
    flade.insert(0, layout)


def lines_beside_bars(diagram, numre: list[int]) -> None:
    """Move series of a bar chart into a line chart on the same axes."""
    flade = diagram.element.find(f".//{qn('c:plotArea')}")
    soejler = flade.find(qn("c:barChart"))
    serier = soejler.findall(qn("c:ser"))
    linjer = parse_xml(f'<c:lineChart xmlns:c="{C}"><c:grouping val="standard"/><c:varyColors val="0"/></c:lineChart>')
    for nr in numre:
        linjer.append(_as_line(serier[nr]))
        soejler.remove(serier[nr])
    linjer.append(parse_xml(f'<c:marker xmlns:c="{C}" val="1"/>'))
    for akse in soejler.findall(qn("c:axId")):
        linjer.append(deepcopy(akse))
    soejler.addnext(linjer)


def _as_line(serie):
    ny = parse_xml(f'<c:ser xmlns:c="{C}"/>')
    for navn in LINJEDELE:
        for del_ in serie.findall(qn(f"c:{navn}")):
            ny.append(deepcopy(del_))
    return ny


def second_bars(diagram, numre: list[int], gab: int) -> None:
    """Move series of a bar chart onto bars of another thickness before the others, on axes that are not seen."""
    flade = diagram.element.find(f".//{qn('c:plotArea')}")
    soejler = flade.find(qn("c:barChart"))
    serier = soejler.findall(qn("c:ser"))
    nye = deepcopy(soejler)
    for en in nye.findall(qn("c:ser")):
        nye.remove(en)
    nye.find(qn("c:gapWidth")).set("val", str(gab))
    for nr in numre:
        nye.find(qn("c:gapWidth")).addprevious(serier[nr])
    soejler.addnext(nye)
    akser = [deepcopy(en) for navn in ("catAx", "valAx") for en in flade.findall(qn(f"c:{navn}"))]
    for del_ in (nye, *akser):
        for navn in ("axId", "crossAx"):
            for nummer in del_.findall(qn(f"c:{navn}")):
                nummer.set("val", str(int(nummer.get("val")) + 1))
    for akse in akser:
        # LibreOffice draws nothing on numbers that are deleted; theirs are without words and line
        akse.find(qn("c:delete")).set("val", str(int(akse.tag == qn("c:catAx"))))
        sidste = flade.findall(qn("c:valAx"))[-1]
        sidste.addnext(akse)


def see_through(diagram) -> None:
    """No ground of its own: what lies under the chart is seen through it."""
    tom = f'<c:spPr xmlns:c="{C}" xmlns:a="{A}"><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
    flade = diagram.element.find(f".//{qn('c:plotArea')}")
    flade.append(parse_xml(tom))
    diagram.element.find(qn("c:chart")).addnext(parse_xml(tom))


def upright_marks(serie, halv: float, farve: str) -> None:
    """Upright lines at the points of a series, half of each so many of its axis: error bars without ends."""
    streg = parse_xml(
        f'<c:errBars xmlns:c="{C}" xmlns:a="{A}"><c:errDir val="y"/><c:errBarType val="both"/>'
        f'<c:errValType val="fixedVal"/><c:noEndCap val="1"/><c:val val="{halv}"/><c:spPr><a:ln w="38100">'
        f'<a:solidFill><a:srgbClr val="{farve[1:].upper()}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
    )
    serie._element.find(qn("c:xVal")).addprevious(streg)


def remove_legend_entries(diagram, numre: list[int]) -> None:
    """Leave series out of the legend."""
    forklaring = diagram.element.find(f".//{qn('c:legend')}")
    plads = forklaring.find(qn("c:legendPos"))
    for nr in reversed(numre):
        plads.addnext(parse_xml(f'<c:legendEntry xmlns:c="{C}"><c:idx val="{nr}"/><c:delete val="1"/></c:legendEntry>'))


def hide_point_label(serie, nr: int) -> None:
    """No number at one point of a series."""
    etiketter = serie.data_labels._element
    ny = parse_xml(f'<c:dLbl xmlns:c="{C}"><c:idx val="{nr}"/><c:delete val="1"/></c:dLbl>')
    tidligere = [etiket for etiket in etiketter.findall(qn("c:dLbl")) if int(etiket.find(qn("c:idx")).get("val")) < nr]
    if tidligere:
        tidligere[-1].addnext(ny)
    else:
        etiketter.insert(0, ny)


def name_every(diagram, spring: int) -> None:
    """Write every so many names of the category axis."""
    akse = diagram.element.find(f".//{qn('c:catAx')}")
    efter = akse.find(qn("c:noMultiLvlLbl"))
    for navn in ("tickLblSkip", "tickMarkSkip"):
        ny = parse_xml(f'<c:{navn} xmlns:c="{C}" val="{spring}"/>')
        if efter is None:
            akse.append(ny)
        else:
            efter.addprevious(ny)


def cross_at_the_end(diagram) -> None:
    """Let the axis of numbers stand where the other one ends: below, when the other one runs downwards."""
    diagram.element.find(f".//{qn('c:valAx')}/{qn('c:crosses')}").set("val", "max")


def positive_axis_ids(diagram) -> None:
    """python-pptx numbers axes with negative numbers, which the schema does not know."""
    for navn in ("axId", "crossAx"):
        for nummer in diagram.element.iter(qn(f"c:{navn}")):
            nummer.set("val", str(abs(int(nummer.get("val")))))


def set_language(run, sprog: str) -> None:
    """The language that a run of text is checked in."""
    run._r.get_or_add_rPr().set("lang", sprog)


def set_size_of_nothing(afsnit, stoerrelse: float, sprog: str) -> None:
    """The size of an empty paragraph, or its row would be as tall as the theme's type."""
    slut = {"lang": sprog, "sz": str(round(stoerrelse * 100))}
    afsnit._p.append(afsnit._p.makeelement(qn("a:endParaRPr"), slut))


def replace_content(del_: Part, indhold: bytes) -> None:
    """Other content in a part that python-pptx does not know."""
    del_._blob = indhold


def drop_thumbnail(deck) -> None:
    """python-pptx's blank deck brings a picture of itself."""
    relationer = deck.part.package._rels
    for navn in [navn for navn, relation in relationer.items() if relation.reltype.endswith("/thumbnail")]:
        relationer.pop(navn)
