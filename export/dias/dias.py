"""One slide: a view's figure in native shapes, what must stand beside it, and the notes of the speaker."""

from dataclasses import replace

from pptx.util import Pt

from export.dias import diagrammer, skabelon, tabeller
from export.dias.former import draw, rgb, write_runs
from export.dias.sider import Felt, Sideplads, new_slide, size_for, write, write_paragraphs
from export.om import INTET, Oplysninger, facts, instead_of_figure, link, selection, source_text, warning_colour
from export.tegning import celler, tekst
from export.tegning.akselfigur import axis_marks
from export.tegning.hjaelpeformer import text_box
from export.tegning.landkort import map_marks
from export.tegning.maerker import Loeb, Skrift
from export.tegning.plan import rows
from export.tegning.stroemme import flow_marks
from export.tegning.tegning import legend_width, map_legend
from views.faelles.view import Form, View
from views.figur import farver
from views.figur.model import Gitter, Kort, Stroemme
from views.sprog import dansk, ord

SKRIFT = 14.0
KORTSKRIFT = 15.0
# Letters of a remark: below a figure, and below a table, where there is less room.
LAENGSTE_NOTE, LAENGSTE_VED_TABEL = 560, 420
RESTEN = "Resten står i noterne."
FLEST_KILDER = 25
FLEST_RAEKKER = 30  # longer tables are for the spreadsheet
# Fewer points or paragraphs leave a slide empty: what the view says of itself stands there too.
FAA_AFSNIT, MED_MERE = 3, (Form.LISTE, Form.TEKST)


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
    write(side, skabelon.TITEL, titel, size_for(titel, side.box(skabelon.TITEL), 26.0, 16.0, True))
    udsnit = selection(view)
    stoerst = {en.nummer: en.stoerrelse for en in skabelon.LAYOUTS[side.layout]}[skabelon.UDSNIT]
    write(side, skabelon.UDSNIT, udsnit, size_for(udsnit, side.box(skabelon.UDSNIT), stoerst, 10.0))
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


def _warning(side: Sideplads, ord_: str, bund: str = farver.MARKERET) -> None:
    if not ord_:
        side.remove(skabelon.ADVARSEL)
        return
    write(side, skabelon.ADVARSEL, ord_)
    if bund != farver.MARKERET:  # which the template has
        fyld = side.form(skabelon.ADVARSEL).fill
        fyld.solid()
        fyld.fore_color.rgb = rgb(bund)


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
    forklaring = map_legend(view.figure, 0, tbred, skrift)
    draw(side.dias.shapes, forklaring, tx, ty, "Signaturforklaring", "Hvad farverne på kortet betyder")
    plads = thoej - max((text_box(en)[3] for en in forklaring if isinstance(en, Skrift)), default=0.0) - skrift * 1.6
    write_paragraphs(side, [(False, (Loeb(en),)) for en in (view.note, view.coverage) if en], tbred, plads, 18.0)


def _figure(side: Sideplads, view: View) -> None:
    boks = _figure_box(side, view.note)
    x, y, bredde, hoejde = boks
    if isinstance(view.figure, Gitter):
        tabeller.add_grid(side.dias.shapes, view.figure, boks, view.in_words)
    elif isinstance(view.figure, Stroemme):
        draw(side.dias.shapes, flow_marks(view.figure, bredde, hoejde, SKRIFT + 1), x, y, "Strømme", view.in_words)
    elif diagrammer.is_native(view.figure):
        raekker = rows(view.figure, joined=not diagrammer.writes_its_names(view.figure))
        skrift = min(SKRIFT, max(hoejde / raekker / 1.15, 9.0))
        diagrammer.add_charts(side.dias.shapes, view.figure, boks, skrift, view.in_words)
    else:
        skrift = min(SKRIFT, max(hoejde / rows(view.figure, joined=True) / 1.25, 8.0))
        draw(side.dias.shapes, axis_marks(view.figure, bredde, hoejde, skrift), x, y, "Figur", view.in_words)


def _figure_box(side: Sideplads, bemaerkning: str) -> Felt:
    """The room of the figure; a remark takes its place below, and without one the figure has it too."""
    x, y, bredde, hoejde = side.box(skabelon.FIGURPLADS)
    _, ty, tbred, thoej = side.box(skabelon.TEKSTPLADS)
    side.remove(skabelon.FIGURPLADS)
    if bemaerkning:
        kort = tekst.whole_sentences(bemaerkning, LAENGSTE_NOTE, RESTEN)
        write_paragraphs(side, [(False, (Loeb(kort),))], tbred, thoej, 16.0)
        return (x, y, bredde, hoejde)
    side.remove(skabelon.TEKSTPLADS)
    return (x, y, bredde, max(ty + thoej - y, hoejde))


def _words(side: Sideplads, view: View) -> None:
    grund = instead_of_figure(view)
    afsnit = [(False, (Loeb(grund),))] if grund else list(tekst.markdown_paragraphs(view.text))
    if len(afsnit) < FAA_AFSNIT:
        afsnit += [(False, (Loeb(en),)) for en in (view.definition, view.coverage) if en and view.form in MED_MERE]
    afsnit = afsnit or [(False, (Loeb(view.coverage or INTET),))]
    _, _, bredde, hoejde = side.box(skabelon.TEKSTPLADS)
    write_paragraphs(side, afsnit, bredde, hoejde, 22.0)


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
    write_paragraphs(side, [(False, (Loeb(tekst.shortened(bemaerkning, LAENGSTE_VED_TABEL)),))], tbred, 40.0, 14.0)
    form = side.form(skabelon.TEKSTPLADS)
    form.left, form.top, form.width, form.height = Pt(x), Pt(ty + thoej - 40), Pt(tbred), Pt(40)
    return rest if fortsaettes else 0
