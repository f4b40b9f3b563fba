"""A sheet of paper: A4 with the warning at the top, the stamp at the foot, and the sources that end it."""

import io
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from export.om import Oplysninger
from export.papir.opmaerkning import ADRESSE, AFSNIT, UNDEROVERSKRIFT, Element, Opmaerket
from export.papir.papir import address, paragraph, style
from export.tegning import tekst
from geo import tekstbredde
from views.faelles.view import View
from views.figur import farver
from views.figur.farver import DAEMPET, HVID
from views.sprog import dansk, ord

BREDDE, HOEJDE = A4
KANT, FOD = 40.0, 46.0
FLADE = BREDDE - 2 * KANT
BJAELKE = 26.0
FLEST_KILDER = 30


def source_list(views: Sequence[View]) -> list[Flowable]:
    """The sources of some views, each once, the first thirty with their addresses."""
    kilder = list(dict.fromkeys(kilde for view in views for kilde in view.sources))
    ud: list[Flowable] = [paragraph("Kilder", style(10.5, fed=True, efter=3, rolle=UNDEROVERSKRIFT))]
    for en in kilder[:FLEST_KILDER]:
        ud.append(paragraph(f"{en.titel}, {en.udgiver}, {en.dato}", style(7)))
        if en.url:
            ud.append(address(en.url, style(6.2, DAEMPET, efter=1.5)))
    if len(kilder) > FLEST_KILDER:
        ud.append(
            paragraph(
                f"... og {dansk.quantity(len(kilder) - FLEST_KILDER, 'kilder')} mere; de står i regnearket.", style(7)
            )
        )
    return ud


def document(indhold: list[Flowable], titel: str, om: Oplysninger, eksempel: bool, adresse: str) -> bytes:
    """The pages with the warning at the top and the stamp at the foot of each."""
    ud = io.BytesIO()
    top = KANT + (BJAELKE if eksempel else 0)
    dokument = BaseDocTemplate(
        ud,
        pagesize=A4,
        title=tekst.clean(titel),
        author="Lægedækningsdashboardet",
        lang="da-DK",
        displayDocTitle=1,
        subject=ord.EKSEMPEL_ADVARSEL if eksempel else om.stamp,
        creator=om.stamp,
    )
    ramme = Frame(KANT, FOD, FLADE, HOEJDE - top - FOD, 0, 0, 0, 0)
    dokument.addPageTemplates(PageTemplate("side", [ramme], onPage=_page(om, eksempel, adresse)))
    dokument.build(indhold, canvasmaker=Opmaerket)
    return ud.getvalue()


def _page(om: Oplysninger, eksempel: bool, adresse: str) -> Callable:
    """What stands on every page; it is read once, the warning before all else and the stamp after it."""
    dets = Element(ADRESSE, laeses_sidst=True)

    def draw(papir: Opmaerket, dokument: BaseDocTemplate) -> None:
        tekstbredde.register_fonts()
        foerste = dokument.page == 1
        if eksempel:
            with _read(papir, Element(AFSNIT), foerste):
                _warning(papir)
        papir.setFillColor(HexColor(DAEMPET))
        papir.setFont(tekstbredde.SKRIFT, 6.5)
        with _read(papir, Element(AFSNIT, laeses_sidst=True), foerste):
            papir.drawString(KANT, 30, om.stamp)
        with _read(papir, dets, foerste):
            _address_line(papir, adresse)
        papir.open(dets)
        papir.linkURL(adresse, (KANT, 11, BREDDE - KANT - 40, 28))
        papir.close()
        with papir.decoration():
            papir.drawRightString(BREDDE - KANT, 30, f"Side {dokument.page}")

    return draw


def _read(papir: Opmaerket, element: Element, foerste: bool) -> AbstractContextManager:
    return papir.content(element) if foerste else papir.decoration()


def _warning(papir: Opmaerket) -> None:
    papir.setFillColor(HexColor(farver.MARKERET))
    papir.rect(0, HOEJDE - BJAELKE - 4, BREDDE, BJAELKE + 4, stroke=0, fill=1)
    papir.setFillColor(HexColor(HVID))
    papir.setFont(tekstbredde.FED, 16)
    papir.drawCentredString(BREDDE / 2, HOEJDE - BJAELKE + 4, ord.EKSEMPEL_ADVARSEL)


def _address_line(papir: Opmaerket, adresse: str) -> None:
    linjer = simpleSplit(adresse.replace("&", " &"), tekstbredde.SKRIFT, 6.5, FLADE - 60)
    for nr, linje in enumerate(linjer[:2]):
        papir.drawString(KANT, 21 - 8 * nr, linje.replace(" &", "&"))
