"""A view as a picture with all that is needed to trust it: title, choices, source, dates, licence and warning."""

from xml.sax.saxutils import escape, quoteattr

from export.om import Oplysninger, instead_of_figure, link, remark, selection, warning_colour
from export.tegning import svgmaerker, tekst
from export.tegning.hjaelpeformer import moved
from export.tegning.maerker import Boks, Loeb, Maerke, Skrift, Tegning
from export.tegning.pngmaerker import raster
from export.tegning.tegning import drawing, height_for
from geo.former import active_basemap
from views.faelles.view import Form, View
from views.figur.farver import DAEMPET, HVID, SORT
from views.sprog import dansk

BREDDE = 720.0  # points: 10 inches
KANT = 24.0
SKRIFT = 10.0
TITEL, UNDERTITEL, FOD, ADVARSEL = 17.0, 10.0, 8.0, 16.0
OPLOESNING = 200
LAENGSTE_TEKST = 1400


def svg(view: View, om: Oplysninger) -> bytes:
    """The view as an SVG file: text stays text, every area is a path with its name."""
    tegning = picture(view, om)
    dele = [svgmaerker.element(en) for en in tegning.maerker]
    hoved = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{tegning.bredde:g}pt" height="{tegning.hoejde:g}pt" '
        f'viewBox="0 0 {tegning.bredde:g} {tegning.hoejde:g}" role="img" lang="da" '
        f"font-family={quoteattr(svgmaerker.SKRIFTNAVNE)}>"
    )
    tekster = f"<title>{escape(tekst.clean(view.title))}</title><desc>{escape(tekst.clean(view.in_words))}</desc>"
    bund = f'<rect width="100%" height="100%" fill="{HVID}"/>'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', hoved, tekster, bund, *dele, "</svg>\n"]).encode()


def png(view: View, om: Oplysninger) -> bytes:
    """The view as a PNG file, 2000 pixels wide. Safe to call from many threads."""
    oplysninger = {
        "Title": view.title,
        "Description": f"{view.in_words} {view.source_line} {om.stamp} {link(view, om)}",
    }
    return raster(picture(view, om), OPLOESNING, {navn: tekst.clean(ord_) for navn, ord_ in oplysninger.items()})


def picture(view: View, om: Oplysninger) -> Tegning:
    """The whole picture as marks: heading, figure (or why there is none), foot."""
    bredde = BREDDE - 2 * KANT
    ud: list[Maerke] = []
    y = KANT
    if view.advarsel:
        ud.append(Boks(0, 0, BREDDE, ADVARSEL * 2, warning_colour(view), navn="Advarsel"))
        ud.append(Skrift(BREDDE / 2, ADVARSEL, ((Loeb(view.advarsel, True),),), ADVARSEL, HVID, "center"))
        y += ADVARSEL * 2
    y = _paragraph(ud, view.title, y, TITEL, SORT, True)
    y = _paragraph(ud, selection(view), y + 2, UNDERTITEL, DAEMPET) + 12
    if view.form == Form.FIGUR:
        hoejde = height_for(view.figure, bredde, SKRIFT)
        ud += moved(drawing(view.figure, bredde, hoejde, SKRIFT).maerker, KANT, y)
        y += hoejde + 14
    else:
        y = _words(ud, view, y) + 10
    if ord_ := remark(view):
        y = _paragraph(ud, ord_, y, FOD + 1, SORT) + 4
    for linje in foot(view, om):
        y = _paragraph(ud, linje, y, FOD, DAEMPET) + 1
    return Tegning(BREDDE, round(y + KANT - 8, 1), tuple(ud))


def foot(view: View, om: Oplysninger) -> list[str]:
    """What stands under every picture."""
    grundlag = active_basemap()
    licens = f"Kortgrundlag: {grundlag.kilde.rstrip('.')}. Licens: {grundlag.licens}." if view.geography else ""
    return [en for en in (view.coverage, view.source_line, licens, f"{om.stamp} · {link(view, om)}") if en]


def _paragraph(ud: list[Maerke], ord_: str, y: float, stoerrelse: float, farven: str, fed: bool = False) -> float:
    """Broken text from `y` and downwards; returns where it ends."""
    linjer = tekst.wrapped(ord_, BREDDE - 2 * KANT, stoerrelse, fed)
    if linjer:
        ud.append(Skrift(KANT, y, linjer, stoerrelse, farven, lodret="top"))
    return y + tekst.block(linjer, stoerrelse)[1]


def _words(ud: list[Maerke], view: View, y: float) -> float:
    """What stands where there is no figure: the reason, the view's own text, and the first rows of the table."""
    grund = instead_of_figure(view)
    afsnit = [(False, (Loeb(grund),))] if grund else tekst.markdown_paragraphs(view.text)
    for er_punkt, loeb in afsnit:
        ordene = ("• " if er_punkt else "") + "".join(en.tekst for en in loeb)
        y = _paragraph(ud, tekst.shortened(ordene, LAENGSTE_TEKST), y, SKRIFT + 1, SORT) + 6
    if not view.table.empty:
        y = _paragraph(
            ud, f"Tabellen har {dansk.quantity(len(view.table), 'rækker')}; hent den som regneark.", y, SKRIFT, DAEMPET
        )
    return y
