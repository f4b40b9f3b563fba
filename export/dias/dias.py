"""One slide: a view's figure in native shapes, what must stand beside it, and the notes of the speaker."""

from copy import deepcopy
from dataclasses import dataclass, field, replace

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from export.dias import diagrammer, skabelon, tabeller
from export.dias.former import describe, draw, rgb, write_runs
from export.om import INTET, Oplysninger, facts, instead_of_figure, link, selection, source_text, warning_colour
from export.tegning import celler, tekst
from export.tegning.akselfigur import axis_marks
from export.tegning.landkort import map_marks
from export.tegning.maerker import Linje, Loeb
from export.tegning.plan import rows
from export.tegning.stroemme import flow_marks
from export.tegning.tegning import legend_width, map_legend
from views.faelles.view import Form, View
from views.figur import farver
from views.figur.model import Gitter, Kort, Stroemme
from views.sprog import dansk, ord

SKRIFT = 14.0
KORTSKRIFT = 15.0
SMALLERE = 0.9  # the slides' type is so much narrower than the one that widths are measured in
# Letters of a remark: below a figure, and below a table, where there is less room.
LAENGSTE_NOTE, LAENGSTE_VED_TABEL = 560, 420
RESTEN = "Resten står i noterne."
FLEST_KILDER = 25
FLEST_RAEKKER = 30  # longer tables are for the spreadsheet
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


def add_front(deck, titel: str, undertitel: str, om: Oplysninger, eksempel: bool) -> None:
    """The first slide: what it is and when it was made."""
    side = new_slide(deck, skabelon.FORSIDE)
    write(side, skabelon.TITEL, titel)
    write(side, skabelon.UDSNIT, undertitel)
    write(side, skabelon.KILDE, om.stamp)
    _warning(side, ord.EKSEMPEL_ADVARSEL if eksempel else "")
    side.tidy()
    side.dias.notes_slide.notes_text_frame.text = tekst.clean(f"{titel}. {undertitel}. {om.stamp}. {om.adresse}")


def add_empty(deck, titel: str, note: str, om: Oplysninger) -> None:
    """The slide of a view that the data have nothing of."""
    side = new_slide(deck, skabelon.TEKST)
    write(side, skabelon.TITEL, titel)
    side.remove(skabelon.UDSNIT)
    write(side, skabelon.TEKSTPLADS, INTET)
    write(side, skabelon.KILDE, om.stamp)
    _warning(side, "")
    side.tidy()
    side.dias.notes_slide.notes_text_frame.text = tekst.clean(f"{note}\n\n{INTET}\n\n{om.stamp}".strip())


def add_view(deck, view: View, titel: str, note: str, om: Oplysninger) -> None:
    """A view as a slide, and a table of up to so many rows as several. An empty title: the view's own."""
    titel = titel or view.title
    rest = _one_slide(deck, view, titel, note, om, 0)
    if _has_more_than_words(view):
        view = replace(view, text="")
        rest = _one_slide(deck, view, f"{titel} (tal)", note, om, 0)
    while rest:
        rest = _one_slide(deck, view, f"{titel} (fortsat)", note, om, len(celler.shown(view).raekker) - rest)


def _one_slide(deck, view: View, titel: str, note: str, om: Oplysninger, fra: int) -> int:
    side = new_slide(deck, _layout(view))
    write(side, skabelon.TITEL, titel, _size_for(titel, side.box(skabelon.TITEL), 26.0, 16.0, True))
    udsnit = selection(view)
    stoerst = {en.nummer: en.stoerrelse for en in skabelon.LAYOUTS[side.layout]}[skabelon.UDSNIT]
    write(side, skabelon.UDSNIT, udsnit, _size_for(udsnit, side.box(skabelon.UDSNIT), stoerst, 10.0))
    rest = _content(side, view, fra)
    _sources(side, view, om)
    _warning(side, view.advarsel, warning_colour(view))
    side.tidy()
    side.dias.notes_slide.notes_text_frame.text = notes(view, note, om)
    return rest


def notes(view: View, note: str, om: Oplysninger) -> str:
    """The speaker's note, what the figure shows in words, definition, sources and where it all comes from."""
    kilder = [f"- {source_text(en)}" for en in view.sources[:FLEST_KILDER]]
    if len(view.sources) > FLEST_KILDER:
        kilder.append(f"- ... og {dansk.quantity(len(view.sources) - FLEST_KILDER, 'kilder')} mere")
    dele = [
        note,
        f"Figuren i ord: {view.in_words}",
        tabeller.in_notes(view),
        "Kilder:\n" + "\n".join(kilder or ["- Ingen poster i perioden"]),
        "\n".join(f"{navn}: {vaerdi}" for navn, vaerdi in facts(view, om) if vaerdi),
    ]
    return tekst.clean("\n\n".join(filter(None, dele)))


def write(side: Sideplads, nummer: int, ord_: str, stoerrelse: float | None = None) -> None:
    """Plain text into a placeholder."""
    ramme = side.frame(nummer)
    write_runs(ramme.paragraphs[0], (Loeb(ord_),), stoerrelse)


def _slide_number(dias) -> None:
    """python-pptx leaves the number of the slide behind on the layout."""
    for en in dias.slide_layout.placeholders:
        if en.element.nvSpPr.nvPr.find("{*}ph").get("type") == "sldNum":
            form = deepcopy(en.element)
            brugt = [int(nr) for nr in dias.shapes.element.xpath("//p:cNvPr/@id")]
            form.xpath(".//p:cNvPr")[0].set("id", str(max(brugt) + 1))
            dias.shapes.element.append(form)


def _warning(side: Sideplads, ord_: str, bund: str = farver.MARKERET) -> None:
    if not ord_:
        side.remove(skabelon.ADVARSEL)
        return
    write(side, skabelon.ADVARSEL, ord_)
    if bund != farver.MARKERET:  # which the template has
        fyld = side.form(skabelon.ADVARSEL).fill
        fyld.solid()
        fyld.fore_color.rgb = rgb(bund)


def _size_for(ord_: str, boks: Felt, stoerst: float, mindst: float, fed: bool = False) -> float | None:
    """A smaller type for words that would leave their box; None for the template's own."""
    stoerrelse = stoerst
    while stoerrelse > mindst:
        linjer = len(tekst.wrapped(ord_, boks[2] / SMALLERE, stoerrelse, fed))
        if linjer * stoerrelse * 1.2 <= boks[3]:
            break
        stoerrelse -= 1
    return None if stoerrelse == stoerst else stoerrelse


def _sources(side: Sideplads, view: View, om: Oplysninger) -> None:
    ramme = side.frame(skabelon.KILDE)
    write_runs(ramme.paragraphs[0], (Loeb(view.source_line),))
    afsnit = ramme.add_paragraph()
    write_runs(afsnit, (Loeb(f"{om.stamp} · "), Loeb("åbn visningen")))
    afsnit.runs[-1].hyperlink.address = link(view, om)


def _layout(view: View) -> str:
    if view.form == Form.FIGUR:
        return skabelon.FIGUR_OG_TEKST if isinstance(view.figure, Kort) else skabelon.FIGUR
    return skabelon.FIGUR if view.form == Form.TABEL else skabelon.TEKST


def _has_more_than_words(view: View) -> bool:
    """Does a table of numbers stand behind the points that fill the slide?"""
    return view.form == Form.LISTE and any(celler.is_numeric(view, en) for en in view.table.columns)


def _content(side: Sideplads, view: View, fra: int) -> int:
    """The figure, words or table of the view; returns how many rows are left of a table."""
    if view.form == Form.TABEL:
        return _table(side, view, fra)
    if view.form == Form.FIGUR:
        (_map if isinstance(view.figure, Kort) else _figure)(side, view)
    else:
        _words(side, view)
    return 0


def _map(side: Sideplads, view: View) -> None:
    """The map to the left; its legend and what must be known of it to the right."""
    x, y, bredde, hoejde = side.box(skabelon.FIGURPLADS)
    tx, ty, tbred, thoej = side.box(skabelon.TEKSTPLADS)
    side.remove(skabelon.FIGURPLADS)
    kort, _ = map_marks(view.figure, bredde, hoejde, KORTSKRIFT)
    draw(side.dias.shapes, kort, x, y, "Kort", view.in_words)
    skrift = min(16.0, 16.0 * tbred / max(legend_width(view.figure, 16.0), 1))
    forklaring = map_legend(view.figure, 0, skrift)
    draw(side.dias.shapes, forklaring, tx, ty, "Signaturforklaring", "Hvad farverne på kortet betyder")
    plads = thoej - (len(forklaring) / 2 + 1) * skrift * 1.6
    _paragraphs(side, [(False, (Loeb(en),)) for en in (view.note, view.coverage) if en], tbred, plads, 18.0)


def _figure(side: Sideplads, view: View) -> None:
    boks = _figure_box(side, view.note)
    x, y, bredde, hoejde = boks
    if isinstance(view.figure, Gitter):
        tabeller.add_grid(side.dias.shapes, view.figure, boks, view.in_words)
    elif isinstance(view.figure, Stroemme):
        draw(side.dias.shapes, flow_marks(view.figure, bredde, hoejde, SKRIFT + 1), x, y, "Strømme", view.in_words)
    elif diagrammer.is_native(view.figure):
        skrift = min(SKRIFT, max(hoejde / rows(view.figure) / 1.15, 9.0))
        diagrammer.add_charts(side.dias.shapes, view.figure, boks, skrift, view.in_words)
    else:
        skrift = min(SKRIFT, max(hoejde / rows(view.figure) / 1.15, 8.0))
        draw(side.dias.shapes, axis_marks(view.figure, bredde, hoejde, skrift), x, y, "Figur", view.in_words)


def _figure_box(side: Sideplads, bemaerkning: str) -> Felt:
    """The room of the figure; a remark takes its place below, and without one the figure has it too."""
    x, y, bredde, hoejde = side.box(skabelon.FIGURPLADS)
    _, ty, tbred, thoej = side.box(skabelon.TEKSTPLADS)
    side.remove(skabelon.FIGURPLADS)
    if bemaerkning:
        kort = tekst.whole_sentences(bemaerkning, LAENGSTE_NOTE, RESTEN)
        _paragraphs(side, [(False, (Loeb(kort),))], tbred, thoej, 16.0)
        return (x, y, bredde, hoejde)
    side.remove(skabelon.TEKSTPLADS)
    return (x, y, bredde, max(ty + thoej - y, hoejde))


def _words(side: Sideplads, view: View) -> None:
    grund = instead_of_figure(view)
    afsnit = [(False, (Loeb(grund),))] if grund else list(tekst.markdown_paragraphs(view.text))
    if not afsnit:
        afsnit = [(False, (Loeb(view.coverage or INTET),))]
    _, _, bredde, hoejde = side.box(skabelon.TEKSTPLADS)
    _paragraphs(side, afsnit, bredde, hoejde, 22.0)


def _table(side: Sideplads, view: View, fra: int = 0) -> int:
    """The table's rows from number `fra`; returns how many rows are left for a slide that goes on with them."""
    bemaerkning = " ".join(
        "".join(en.tekst for en in loeb) for _, loeb in tekst.markdown_paragraphs(view.text or view.note)
    )
    x, y, bredde, _ = side.box(skabelon.FIGURPLADS)
    _, ty, tbred, thoej = side.box(skabelon.TEKSTPLADS)
    side.remove(skabelon.FIGURPLADS)
    rest = tabeller.add_table(side.dias.shapes, view, (x, y, bredde, ty + thoej - y - 44), fra)
    udsnit = celler.shown(view)
    fortsaettes = bool(rest) and len(udsnit.raekker) <= FLEST_RAEKKER
    if udsnit.udeladt:
        bemaerkning = f"{dansk.quantity(udsnit.udeladt, 'kolonner')} mere står i regnearket. {bemaerkning}"
    if rest:
        hvor = "på næste dias" if fortsaettes else "i regnearket"
        bemaerkning = f"{dansk.quantity(rest, 'rækker')} mere står {hvor}. {bemaerkning}"
    _paragraphs(side, [(False, (Loeb(tekst.shortened(bemaerkning, LAENGSTE_VED_TABEL)),))], tbred, 40.0, 14.0)
    form = side.form(skabelon.TEKSTPLADS)
    form.left, form.top, form.width, form.height = Pt(x), Pt(ty + thoej - 40), Pt(tbred), Pt(40)
    return rest if fortsaettes else 0


def _paragraphs(
    side: Sideplads, afsnit: list[tuple[bool, Linje]], bredde: float, hoejde: float, stoerst: float
) -> None:
    """Paragraphs and points in the largest type at which they fit."""
    stoerrelse = stoerst
    while stoerrelse > 11 and _tall(afsnit, bredde, stoerrelse) > hoejde:
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
