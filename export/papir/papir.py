"""Marks, text and tables on the pages of a PDF, by reportlab."""

from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table

from export.papir.opmaerkning import ADRESSE, AFSNIT, FIGUR, PUNKT, Afsnit, Element, Tabeltegn
from export.tegning import celler, farve, tekst
from export.tegning.hjaelpeformer import baselines, diamond, hatching, line_start
from export.tegning.maerker import Boks, Flade, Linje, Loeb, Prik, Skrift, Streg, Tegning
from geo import tekstbredde
from views.faelles.view import View
from views.figur import farver
from views.figur.farver import HVID, SORT

HOVED, STRIBE, KANT = farver.TABELHOVED, farver.TABELSTRIBE, farver.TABELKANT
LAENGSTE_CELLE = 240
LUFT, BREDEST, BREDESTE_ORD = 8.0, 0.34, 0.16  # in a cell beside its words; of the page for one column; for a word


def style(
    stoerrelse: float, farven: str = SORT, fed: bool = False, efter: float = 0.0, rolle: str = AFSNIT, **andet
) -> ParagraphStyle:
    """The look of a paragraph in the embedded font, and as what it is read."""
    tekstbredde.register_fonts()
    navn = tekstbredde.FED if fed else tekstbredde.SKRIFT
    return ParagraphStyle(
        f"{navn}-{stoerrelse}-{farven}-{efter}-{rolle}-{sorted(andet.items())}",
        fontName=navn,
        fontSize=stoerrelse,
        leading=stoerrelse * 1.3,
        textColor=HexColor(farven),
        spaceAfter=efter,
        bulletFontName=navn,
        rolle=rolle,
        **andet,
    )


def paragraph(ord_: str, udseende: ParagraphStyle) -> Afsnit:
    """Plain text."""
    return Afsnit(escape(tekst.clean(ord_)), udseende)


def markdown(loeb: Linje, udseende: ParagraphStyle, punkt: bool = False) -> Afsnit:
    """Runs of Markdown; `punkt`: as a point of a list."""
    ordene = "".join(f"<b>{escape(en.tekst)}</b>" if en.fed else escape(en.tekst) for en in loeb)
    som = ParagraphStyle("punkt", udseende, rolle=PUNKT) if punkt else udseende
    return Afsnit(ordene, som, bulletText="•" if punkt else None)


def address(url: str, udseende: ParagraphStyle) -> Afsnit:
    """An address that can be read and clicked; a long one is broken anywhere."""
    sikker = escape(tekst.clean(url), {'"': "&quot;"})
    som = ParagraphStyle("adresse", udseende, wordWrap="CJK", rolle=ADRESSE)
    return Afsnit(f'<link href="{sikker}">{sikker}</link>', som)


class Figur(Flowable):
    """A drawing in the flow of a page, and what it shows in words."""

    def __init__(self, tegning: Tegning, i_ord: str):
        super().__init__()
        self.tegning, self.i_ord = tegning, i_ord
        self.width, self.height = tegning.bredde, tegning.hoejde

    def wrap(self, *_):
        """The size that reportlab asks for."""
        return self.width, self.height

    def draw(self):
        """The marks, with y turned: a PDF counts upwards."""
        boks = (*self.canv.absolutePosition(0, 0), *self.canv.absolutePosition(self.width, self.height))
        with self.canv.content(Element(FIGUR, self.i_ord, boks=boks)):
            self.canv.saveState()
            self.canv.transform(1, 0, 0, -1, 0, self.height)
            for en in self.tegning.maerker:
                TEGNERE[type(en)](self.canv, en)
            self.canv.restoreState()


def table(view: View, bredde: float, stoerrelse: float, flest: int | None = None, laengst: int | None = None) -> Table:
    """A view's table as it is read, its head repeated on every page and a row parted by pages when one cannot hold it;
    at most so many rows, and so many letters of a cell."""
    tekstbredde.register_fonts()
    udsnit = celler.shown(view)
    hoveder, tal = udsnit.hoveder, udsnit.til_hoejre
    raekker = [[tekst.shortened(en, laengst) if laengst else en for en in raekke] for raekke in udsnit.raekker]
    hoejre = style(stoerrelse, alignment=2)
    felter = [[paragraph(en, style(stoerrelse, HVID, True)) for en in hoveder]]
    for raekke in raekker[:flest]:
        felter.append([paragraph(en, hoejre if er_tal else style(stoerrelse)) for en, er_tal in zip(raekke, tal)])
    bredder = _widths(hoveder, raekker, tal, stoerrelse, bredde)
    udseende = [
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(HOVED)),
        ("ROWBACKGROUNDS", (0, 1), (-1, -1), [HexColor(HVID), HexColor(STRIBE)]),
        ("LINEBELOW", (0, 1), (-1, -1), 0.25, HexColor(KANT)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        *[(side, (0, 0), (-1, -1), 3) for side in ("LEFTPADDING", "RIGHTPADDING")],
        *[(side, (0, 0), (-1, -1), 1.5) for side in ("TOPPADDING", "BOTTOMPADDING")],
    ]
    return Table(felter, bredder, repeatRows=1, splitInRow=1, style=udseende, renderCB=Tabeltegn())


def table_within(view: View, maal: tuple[float, float], stoerrelse: float, flest: int) -> tuple[Table, int]:
    """As many rows, at most `flest`, as fit in width and height (points) with long cells cut; and how many are left."""
    antal = min(flest, len(view.table))
    while True:
        ud = table(view, maal[0], stoerrelse, antal, LAENGSTE_CELLE)
        if antal <= 1 or ud.wrap(*maal)[1] <= maal[1]:
            return ud, len(view.table) - antal
        antal -= 1


def _widths(
    hoveder: list[str], raekker: list[list[str]], tal: list[bool], stoerrelse: float, bredde: float
) -> list[float]:
    """Widths that fill the page: as wide as the longest cell asks for, and never less than a word, nor, where `tal`
    says so, than a number."""
    mindst, oensket = [], []
    for nr, hoved in enumerate(hoveder):
        ordet = max((tekst.width((Loeb(en, True),), stoerrelse) for en in hoved.split()), default=0.0)
        celle = max((tekst.width((Loeb(en[nr]),), stoerrelse) for en in raekker), default=0.0)
        i_celler = {en for raekke in raekker for en in raekke[nr].split()}
        laengst = max((tekst.width((Loeb(en),), stoerrelse) for en in i_celler), default=0.0)
        ordet = max(ordet, min(laengst, bredde * BREDESTE_ORD))
        mindst.append(max(ordet, celle if tal[nr] else 0.0) + LUFT)
        oensket.append(max(min(celle, bredde * BREDEST), ordet) + LUFT)
    if sum(mindst) >= bredde:
        return [bredde * en / sum(mindst) for en in mindst]
    ekstra = sum(oensket) - sum(mindst)
    if ekstra <= 0:
        return [bredde * en / sum(oensket) for en in oensket]
    frit = (bredde - sum(mindst)) / ekstra
    return [smal + (bred - smal) * frit for smal, bred in zip(mindst, oensket, strict=True)]


def _area(papir, en: Flade) -> None:
    vej = papir.beginPath()
    for ring in en.ringe:
        vej.moveTo(*ring[0])
        for punkt in ring[1:-1]:
            vej.lineTo(*punkt)
        vej.close()
    _ink(papir, en.fyld, en.kant, en.tykkelse)
    papir.setLineJoin(1)
    papir.drawPath(vej, stroke=int(en.kant is not None), fill=int(en.fyld is not None), fillMode=0)


def _ink(papir, fyld: str | None, kant: str | None, tykkelse: float) -> None:
    if fyld:
        papir.setFillColor(HexColor(fyld))
    if kant:
        papir.setStrokeColor(HexColor(kant))
        papir.setLineWidth(tykkelse)


def _box(papir, en: Boks) -> None:
    fyld = farve.lightened(en.fyld) if en.skraveret and en.fyld else en.fyld
    _ink(papir, fyld, en.kant, en.tykkelse)
    if en.daekning < 1:
        papir.setFillAlpha(en.daekning)
    papir.rect(en.x, en.y, en.bredde, en.hoejde, stroke=int(en.kant is not None), fill=int(fyld is not None))
    papir.setFillAlpha(1)
    if en.skraveret:
        papir.setStrokeColor(HexColor(en.fyld))
        papir.setLineWidth(0.6)
        for (x0, y0), (x1, y1) in hatching(en):
            papir.line(x0, y0, x1, y1)


def _dot(papir, en: Prik) -> None:
    if en.rude:
        _area(papir, Flade((diamond(en),), None if en.aaben else en.farve, en.farve, 1.2))
        return
    _ink(papir, en.farve, en.farve, 1.2)
    papir.circle(en.x, en.y, en.diameter / 2, stroke=int(en.aaben), fill=int(not en.aaben))


def _line(papir, en: Streg) -> None:
    _ink(papir, None, en.farve, en.tykkelse)
    if en.stiplet:
        papir.setDash(4, 3)
    vej = papir.beginPath()
    vej.moveTo(*en.punkter[0])
    for punkt in en.punkter[1:]:
        vej.lineTo(*punkt)
    papir.drawPath(vej, stroke=1, fill=0)
    papir.setDash()


def _text(papir, en: Skrift) -> None:
    papir.setFillColor(HexColor(en.farve))
    for nr, (linje, y) in enumerate(zip(en.linjer, baselines(en), strict=True)):
        papir.saveState()
        papir.transform(1, 0, 0, -1, line_start(en, nr), y)
        x = 0.0
        for loeb in linje:
            papir.setFont(tekstbredde.FED if loeb.fed else tekstbredde.SKRIFT, en.stoerrelse)
            papir.drawString(x, 0, loeb.tekst)
            x += tekst.width((loeb,), en.stoerrelse)
        papir.restoreState()


TEGNERE = {Flade: _area, Boks: _box, Prik: _dot, Streg: _line, Skrift: _text}
