"""One View on paper: title, figure, table, definition and sources."""

from reportlab.platypus import Flowable, KeepTogether, Spacer

from export.om import Oplysninger, instead_of_figure, link, remark, selection
from export.papir.ark import FLADE, document, source_list
from export.papir.opmaerkning import OVERSKRIFT
from export.papir.papir import Figur, markdown, paragraph, style, table
from export.tegning import tekst
from export.tegning.tegning import drawing, height_for
from views.faelles.view import Form, View
from views.figur.farver import DAEMPET
from views.sprog import dansk, ord

SKRIFT, TABELSKRIFT = 9.0, 7.2
HOEJESTE_FIGUR = 420.0
FLEST_RAEKKER = 400


def view_on_paper(view: View, om: Oplysninger) -> bytes:
    """The View as a PDF in A4. A table longer than some ten pages is cut, and says so."""
    hoved: list[Flowable] = [
        *([paragraph(ord.SCENARIE_MAERKE, style(9, fed=True, efter=3))] if view.scenarie else []),
        paragraph(view.title, style(16, fed=True, efter=3, rolle=OVERSKRIFT)),
        paragraph(selection(view), style(8.5, DAEMPET, efter=8)),
        *_body(view),
    ]
    hale = [paragraph(ord_, style(8, efter=3)) for ord_ in (remark(view),) if ord_]
    hale.append(paragraph(f"{view.coverage} {view.source_line}".strip(), style(7.5, DAEMPET, efter=6)))
    if view.definition:
        hale.append(paragraph(f"Definition. {view.definition}", style(8, efter=6)))
    return document([*hoved, *hale, *_table(view), *source_list((view,))], view.title, om, view.example, link(view, om))


def _body(view: View) -> list[Flowable]:
    if view.form == Form.FIGUR:
        hoejde = min(height_for(view.figure, FLADE, SKRIFT), HOEJESTE_FIGUR)
        return [Figur(drawing(view.figure, FLADE, hoejde, SKRIFT), view.in_words), Spacer(0, 6)]
    if grund := instead_of_figure(view):
        return [paragraph(grund, style(10, efter=6))]
    udseende = style(9.5, efter=4, leftIndent=10)
    return [markdown(loeb, udseende, punkt) for punkt, loeb in tekst.markdown_paragraphs(view.text)]


def _table(view: View) -> list[Flowable]:
    if view.table.empty or view.withheld:
        return []
    hele = len(view.table)
    tabel = table(view, FLADE, TABELSKRIFT, FLEST_RAEKKER)
    mere = hele - FLEST_RAEKKER
    rest = [paragraph(f"{dansk.quantity(mere, 'rækker')} mere står i regnearket.", style(8))] if mere > 0 else []
    # a table that a page can hold is not broken over two
    samlet = [KeepTogether([tabel])] if hele <= 30 else [tabel]
    return [Spacer(0, 4), *samlet, *rest, Spacer(0, 8)]
