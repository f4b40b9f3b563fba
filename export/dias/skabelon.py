"""The template of the slides: `python -m export.dias.skabelon` writes export/dias/skabelon.pptx anew.

The layouts and the numbers of their placeholders are the contract with export/dias/dias.py; a template of one's own
needs layouts of the same names (see docs/eksport.md). What it lacks is placed as here.
"""

import io
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Pt

from export.dias.xml import drop_thumbnail, replace_content

SKABELON = Path(__file__).resolve().parent / "skabelon.pptx"
BREDDE, HOEJDE = 960.0, 540.0  # points: 16:9
FORSIDE, FIGUR, FIGUR_OG_TEKST, TEKST = "Forside", "Figur", "Figur og tekst", "Tekst"
# Office's own layouts number date, foot and slide number 10 to 12.
TITEL, UDSNIT, FIGURPLADS, TEKSTPLADS, KILDE, ADVARSEL, NUMMER = 0, 20, 21, 22, 23, 24, 25
SKRIFT = "Arial"
FARVER = {
    "dk1": "1B2733",
    "lt1": "FFFFFF",
    "dk2": "28408F",
    "lt2": "F4F5F6",
    "accent1": "2A7AB5",
    "accent2": "009E73",
    "accent3": "D55E00",
    "accent4": "E69F00",
    "accent5": "CC79A7",
    "accent6": "56B4E9",
    "hlink": "2A7AB5",
    "folHlink": "7B4FB0",
}
NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
EMU = 12700
NUMMERFELT = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="da-DK"/><a:t>‹nr.›</a:t></a:fld>'
)


@dataclass(frozen=True)
class Plads:
    """A placeholder: its number, kind, name, box in points (x, y, width, height), type size and looks."""

    nummer: int
    art: str
    navn: str
    boks: tuple[float, float, float, float]
    stoerrelse: float
    fed: bool = False
    farve: str = "tx1"
    anker: str = "t"
    midtstillet: bool = False
    bund: str = ""


_TITEL = Plads(TITEL, "title", "Titel", (24, 40, 912, 66), 26, True, anker="b")
_UDSNIT = Plads(UDSNIT, "body", "Udsnit", (24, 107, 912, 24), 16, farve="grey")
_KILDE = Plads(KILDE, "body", "Kilde", (24, 500, 840, 34), 12, farve="grey", anker="ctr")
_ADVARSEL = Plads(ADVARSEL, "body", "Advarsel", (0, 0, 960, 36), 24, True, "bg1", "ctr", True, "D9480F")
_NUMMER = Plads(NUMMER, "sldNum", "Diasnummer", (876, 500, 60, 34), 14, farve="grey", anker="ctr")
_FAELLES = (_KILDE, _ADVARSEL, _NUMMER)
LAYOUTS: dict[str, tuple[Plads, ...]] = {
    FORSIDE: (
        Plads(TITEL, "title", "Titel", (60, 150, 840, 120), 44, True, "dk2", "b"),
        Plads(UDSNIT, "body", "Undertitel", (60, 282, 840, 90), 22, farve="grey"),
        *_FAELLES,
    ),
    FIGUR: (
        _TITEL,
        _UDSNIT,
        Plads(FIGURPLADS, "obj", "Figur", (24, 136, 912, 296), 18),
        Plads(TEKSTPLADS, "body", "Bemærkning", (24, 438, 912, 58), 16),
        *_FAELLES,
    ),
    FIGUR_OG_TEKST: (
        Plads(TITEL, "title", "Titel", (24, 46, 396, 118), 26, True),
        Plads(UDSNIT, "body", "Udsnit", (24, 168, 396, 40), 14, farve="grey"),
        Plads(FIGURPLADS, "obj", "Figur", (428, 40, 512, 456), 18),
        Plads(TEKSTPLADS, "body", "Tekst", (24, 214, 396, 282), 18, anker="b"),
        *_FAELLES,
    ),
    TEKST: (_TITEL, _UDSNIT, Plads(TEKSTPLADS, "body", "Tekst", (24, 140, 912, 356), 20), *_FAELLES),
}


def template() -> bytes:
    """The template as a file: a blank deck of 16:9 with our layouts, colours and type."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(BREDDE), Pt(HOEJDE)
    deck.element.sldSz.attrib.pop("type", None)  # it says 4:3
    for layout in list(deck.slide_layouts)[len(LAYOUTS) :]:
        deck.slide_layouts.remove(layout)
    for layout, (navn, pladser) in zip(deck.slide_layouts, LAYOUTS.items(), strict=True):
        layout.name = navn
        _refill(layout.shapes.element, pladser)
        layout.element.attrib.pop("type", None)
        layout.element.set("userDrawn", "1")
    _master(deck.slide_master)
    _theme(deck.slide_master)
    drop_thumbnail(deck)
    egenskaber = deck.core_properties
    egenskaber.title, egenskaber.author, egenskaber.language = (
        "Lægedækning: skabelon",
        "Lægedækningsdashboardet",
        "da-DK",
    )
    ud = io.BytesIO()
    deck.save(ud)
    return ud.getvalue()


def _refill(trae, pladser: tuple[Plads, ...]) -> None:
    """The placeholders in place of what stood there."""
    for en in list(trae):
        if etree.QName(en).localname in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp"):
            trae.remove(en)
    for nr, en in enumerate(pladser, start=2):
        trae.append(parse_xml(placeholder_xml(en, nr)))


def placeholder_xml(plads: Plads, form_id: int) -> str:
    """A placeholder of a layout."""
    x, y, bredde, hoejde = (round(en * EMU) for en in plads.boks)
    bund = f'<a:solidFill><a:srgbClr val="{plads.bund}"/></a:solidFill>' if plads.bund else ""
    art = "" if plads.art == "obj" else f' type="{plads.art}"'
    nummer = "" if plads.nummer == TITEL else f' idx="{plads.nummer}"'
    indhold = NUMMERFELT if plads.art == "sldNum" else f'<a:r><a:rPr lang="da-DK"/><a:t>{plads.navn}</a:t></a:r>'
    return (
        f'<p:sp {NS}><p:nvSpPr><p:cNvPr id="{form_id}" name="{plads.navn}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{art} sz="quarter"{nummer}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{bredde}" cy="{hoejde}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{bund}</p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{plads.anker}"><a:normAutofit/></a:bodyPr>'
        f"{list_style(plads)}"
        f"<a:p>{indhold}</a:p></p:txBody></p:sp>"
    )


def list_style(plads: Plads, ns: str = "") -> str:
    """The look of the words in a place, as the list style of its text."""
    farve = '<a:srgbClr val="55606B"/>' if plads.farve == "grey" else f'<a:schemeClr val="{plads.farve}"/>'
    stoerrelse = round(plads.stoerrelse * 100)
    skrift = f'<a:defRPr sz="{stoerrelse}" b="{int(plads.fed)}"><a:solidFill>{farve}</a:solidFill></a:defRPr>'
    stil = f'marL="0" indent="0" algn="{"ctr" if plads.midtstillet else "r" if plads.art == "sldNum" else "l"}"'
    luft = '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
    return f"<a:lstStyle{ns}><a:lvl1pPr {stil}>{luft}{skrift}</a:lvl1pPr></a:lstStyle>"


def _master(master) -> None:
    """The master's own placeholders on 16:9, so that a layout made in PowerPoint begins in the right place."""
    pladser = {"title": _TITEL.boks, "body": (24, 136, 912, 360), "dt": (24, 510, 200, 20), "ftr": (300, 510, 360, 20)}
    pladser["sldNum"] = _NUMMER.boks
    for en in master.placeholders:
        art = en.element.nvSpPr.nvPr.find("{*}ph").get("type", "body")
        if art in pladser:
            en.left, en.top, en.width, en.height = (Pt(tal) for tal in pladser[art])


def _theme(master) -> None:
    """Our colours and type in place of Office's."""
    del_ = next(en.target_part for en in master.part.rels.values() if en.reltype.endswith("/theme"))
    rod = etree.fromstring(del_.blob)
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    for navn, farve in FARVER.items():
        felt = rod.find(f".//{a}clrScheme/{a}{navn}")
        for barn in list(felt):
            felt.remove(barn)
        etree.SubElement(felt, f"{a}srgbClr").set("val", farve)
    for skrift in rod.iterfind(f".//{a}fontScheme/*/{a}latin"):
        skrift.set("typeface", SKRIFT)
    rod.set("name", "Lægedækning")
    replace_content(del_, etree.tostring(rod, xml_declaration=True, encoding="UTF-8", standalone=True))


if __name__ == "__main__":
    SKABELON.write_bytes(template())
