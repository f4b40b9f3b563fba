"""What tests ask of a finished pptx file, read anew with python-pptx."""

import io
from collections import Counter

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from export.dias import slides

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def opened(fil: bytes):
    return Presentation(io.BytesIO(fil))


def shapes(former):
    """Every shape, also those in groups."""
    for form in former:
        yield form
        if form.shape_type == 6:
            yield from shapes(form.shapes)


def texts(dias) -> str:
    ud = [form.text_frame.text for form in shapes(dias.shapes) if form.has_text_frame]
    for form in dias.shapes:
        if form.has_table:
            ud += [celle.text for raekke in form.table.rows for celle in raekke.cells]
    return "\n".join(ud)


def areas(dias) -> list[str]:
    """The names of the freeforms that are areas of the map: no enlarged copies, no outline and no border."""
    andet = ("Omrids: ", "Grænse: ")
    return [navn for navn in _freeforms(dias) if not navn.endswith("(udsnit)") and not navn.startswith(andet)]


def _freeforms(dias) -> list[str]:
    return [
        form.name
        for form in shapes(dias.shapes)
        if form.shape_type != 6 and form._element.find(f".//{A}custGeom") is not None
    ]


def charts(dias) -> list:
    return [form.chart for form in dias.shapes if form.has_chart]


def faults(deck) -> list[str]:
    """What a reader would stumble over: ids used twice, pictures, figures without alt text, slides without words."""
    ud = []
    for nr, dias in enumerate(deck.slides, start=1):
        rod = dias.shapes._spTree
        ider = Counter(en.get("id") for en in rod.iter() if en.tag.endswith("}cNvPr"))
        ud += [f"dias {nr}: id {en} bruges {antal} gange" for en, antal in ider.items() if antal > 1]
        ud += [f"dias {nr}: et billede" for en in rod.iter() if en.tag.endswith(("}pic", "}blip"))]
        for form in dias.shapes:
            if form.shape_type == 6 or form.has_chart or form.has_table:
                alt = form._element.xpath(".//p:cNvPr")[0].get("descr")
                ud += [] if alt else [f"dias {nr}: {form.name} har ingen alt-tekst"]
            if form.left < -Pt(1) or form.left + form.width > deck.slide_width + Pt(1):
                ud.append(f"dias {nr}: {form.name} rager ud til siden")
            if form.top < -Pt(1) or form.top + form.height > deck.slide_height + Pt(1):
                ud.append(f"dias {nr}: {form.name} rager ud foroven eller forneden")
        if not dias.notes_slide.notes_text_frame.text.strip():
            ud.append(f"dias {nr}: ingen noter")
        if not dias.shapes.title.text_frame.text.strip():
            ud.append(f"dias {nr}: ingen titel")
    return ud


def save_used_template(sti, views, om) -> None:
    """A template that is a deck in use: its sections, a custom show, a link and an outline name its slides."""
    deck = opened(slides.slides("Sidste møde", [(view, "", "") for view in views], om))
    p14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
    numre = "".join(f'<p14:sldId id="{en.slide_id}"/>' for en in deck.slides)
    sektioner = (
        f'<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
        f'xmlns:p14="{p14}"><p14:section name="Alt" id="{{6F1A6CF6-3B7C-4B1E-9A54-1C2D3E4F5A6B}}">'
        f"<p14:sldIdLst>{numre}</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>"
    )
    visning = (
        f'<p:custShowLst {nsdecls("p", "r")}><p:custShow name="Kort" id="0"><p:sldLst>'
        f'<p:sld r:id="{deck.slides._sldIdLst[1].rId}"/></p:sldLst></p:custShow></p:custShowLst>'
    )
    deck.part._element.append(parse_xml(sektioner))
    deck.part._element.find(qn("p:notesSz")).addnext(parse_xml(visning))
    deck.slide_layouts[0].shapes[0].click_action.target_slide = deck.slides[1]
    disposition = next(en.target_part for en in deck.part.rels.values() if en.reltype == RT.VIEW_PROPS)
    disposition.relate_to(deck.slides[2].part, RT.SLIDE)
    deck.save(sti)
