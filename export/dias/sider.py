"""A slide under way: where things go by the layout of the template, and the words that are put there."""

from copy import deepcopy
from dataclasses import dataclass, field, replace

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from export.dias import skabelon
from export.dias.former import describe, rgb, write_runs
from export.tegning import tekst
from export.tegning.maerker import Linje, Loeb

SMALLERE = 0.9  # the slides' type is so much narrower than the one that widths are measured in
MINDST = 11.0
Felt = tuple[float, float, float, float]


@dataclass(frozen=True)
class Sideplads:
    """A slide under way, and the layout that says where things go. `maal`: the template's size against ours."""

    dias: object
    layout: str
    maal: float
    bokse: dict = field(default_factory=dict)  # text boxes in place of placeholders that the template lacks

    @property
    def is_ours(self) -> bool:
        """Has the template a layout of this name?"""
        return self.dias.slide_layout.name == self.layout

    def place(self, nummer: int) -> skabelon.Plads:
        """The place as our own template has it; in the layout, or in any."""
        alle = {en.nummer: en for pladser in skabelon.LAYOUTS.values() for en in pladser}
        return {en.nummer: en for en in skabelon.LAYOUTS[self.layout]}.get(nummer, alle[nummer])

    def box(self, nummer: int) -> Felt:
        """Where a place is (x, y, width, height in points): in the template's layout, or as in our own."""
        for en in self.dias.slide_layout.placeholders if self.is_ours else ():
            if en.placeholder_format.idx == nummer and en.width:
                return (en.left.pt, en.top.pt, en.width.pt, en.height.pt)
        return tuple(tal * self.maal for tal in self.place(nummer).boks)

    def form(self, nummer: int):
        """The placeholder of a place; a text box that looks like ours where the template has none."""
        form = next((en for en in self.dias.placeholders if en.placeholder_format.idx == nummer), None)
        if form is None:
            if nummer in self.bokse:
                return self.bokse[nummer]
            form = self.bokse[nummer] = self.dias.shapes.add_textbox(*(Pt(en) for en in self.box(nummer)))
            self._dress(form, nummer)
        elif not self.is_ours:
            form.left, form.top, form.width, form.height = (Pt(en) for en in self.box(nummer))
            self._dress(form, nummer)
        describe(form, self.place(nummer).navn)
        return form

    def frame(self, nummer: int):
        """The text frame of a place."""
        return self.form(nummer).text_frame

    def _dress(self, form, nummer: int) -> None:
        """The looks that our own layout would have given."""
        plads = self.place(nummer)
        plads = replace(plads, stoerrelse=plads.stoerrelse * self.maal)
        ramme = form.text_frame
        ramme.word_wrap = True
        ramme.margin_left = ramme.margin_right = ramme.margin_top = ramme.margin_bottom = 0
        ramme.vertical_anchor = {"t": MSO_ANCHOR.TOP, "ctr": MSO_ANCHOR.MIDDLE, "b": MSO_ANCHOR.BOTTOM}[plads.anker]
        krop = form.element.txBody
        gammel = krop.find(qn("a:lstStyle"))
        if gammel is not None:
            krop.remove(gammel)
        krop.insert(1, parse_xml(skabelon.list_style(plads, f" {skabelon.NS}")))
        if plads.bund:
            form.fill.solid()
            form.fill.fore_color.rgb = rgb(f"#{plads.bund}")

    def tidy(self) -> None:
        """Take the placeholders off that hold nothing: a reader would see "Click to add text"."""
        for en in list(self.dias.placeholders):
            if en.has_text_frame and not en.text_frame.text.strip():
                en.element.getparent().remove(en.element)

    def remove(self, nummer: int) -> None:
        """Take a placeholder off the slide."""
        for en in list(self.dias.placeholders):
            if en.placeholder_format.idx == nummer:
                en.element.getparent().remove(en.element)


def new_slide(deck, layout: str) -> Sideplads:
    """An empty slide of the layout with that name; where the template has none such, of its barest one with a title."""
    barest = min(deck.slide_layouts, key=lambda en: (not _has_title(en), len(en.placeholders)))
    fundet = next((en for en in deck.slide_layouts if en.name == layout), barest)
    dias = deck.slides.add_slide(fundet)
    _slide_number(dias)
    return Sideplads(dias, layout, deck.slide_width.pt / skabelon.BREDDE)


def _has_title(layout) -> bool:
    return any(en.placeholder_format.idx == skabelon.TITEL for en in layout.placeholders)


def write(side: Sideplads, nummer: int, ord_: str, stoerrelse: float | None = None) -> None:
    """Plain text into a placeholder."""
    ramme = side.frame(nummer)
    write_runs(ramme.paragraphs[0], (Loeb(ord_),), stoerrelse)


def size_for(ord_: str, boks: Felt, stoerst: float, mindst: float, fed: bool = False) -> float | None:
    """A smaller type for words that would leave their box; None for the template's own."""
    stoerrelse = stoerst
    while stoerrelse > mindst:
        linjer = len(tekst.wrapped(ord_, boks[2] / SMALLERE, stoerrelse, fed))
        if linjer * stoerrelse * 1.2 <= boks[3]:
            break
        stoerrelse -= 1
    return None if stoerrelse == stoerst else stoerrelse


def write_paragraphs(
    side: Sideplads, afsnit: list[tuple[bool, Linje]], bredde: float, hoejde: float, stoerst: float
) -> None:
    """Paragraphs and points in the largest type at which they fit."""
    stoerrelse = stoerst
    while stoerrelse > MINDST and _tall(afsnit, bredde, stoerrelse) > hoejde:
        stoerrelse -= 1
    ramme = side.frame(skabelon.TEKSTPLADS)
    for nr, (er_punkt, loeb) in enumerate(afsnit):
        et = ramme.paragraphs[0] if nr == 0 else ramme.add_paragraph()
        write_runs(et, ((Loeb("• "),) if er_punkt else ()) + loeb, stoerrelse)
        et.space_after = Pt(round(stoerrelse * 0.4))


def _tall(afsnit: list[tuple[bool, Linje]], bredde: float, stoerrelse: float) -> float:
    ordene = ["".join(en.tekst for en in loeb) for _, loeb in afsnit]
    linjer = sum(len(tekst.wrapped(en, bredde / SMALLERE, stoerrelse)) for en in ordene)
    return linjer * stoerrelse * 1.2 + len(afsnit) * stoerrelse * 0.4


def _slide_number(dias) -> None:
    """python-pptx leaves the number of the slide behind on the layout."""
    for en in dias.slide_layout.placeholders:
        if en.element.nvSpPr.nvPr.find("{*}ph").get("type") == "sldNum":
            form = deepcopy(en.element)
            brugt = [int(nr) for nr in dias.shapes.element.xpath("//p:cNvPr/@id")]
            form.xpath(".//p:cNvPr")[0].set("id", str(max(brugt) + 1))
            dias.shapes.element.append(form)
