"""The tags of a PDF: what each thing on a page is, in the order in which it is read, and what a figure shows in words.

reportlab draws and tags nothing. The only file that knows its private names.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from export.tegning import tekst

OVERSKRIFT, UNDEROVERSKRIFT, AFSNIT, PUNKT, ADRESSE, FIGUR = "H1", "H2", "P", "LBody", "Link", "Figure"
TABEL, RAEKKE, KOLONNEHOVED, CELLE = "Table", "TR", "TH", "TD"
LISTE, LISTEDEL = "L", "LI"
PDF_UDGAVE = (1, 7)


@dataclass(eq=False)
class Element:
    """A node of the tree of tags. boern: nodes and, as PDF objects, what is drawn or can be clicked; boks: where a
    figure stands on its page; laeses_sidst: after all else, wherever it is drawn; haenger: it has its place in the
    tree; henvisning: once it is written."""

    rolle: str
    alt: str = ""
    laeses_sidst: bool = False
    boks: tuple[float, float, float, float] | None = None
    boern: list["Element | PDFDictionary"] = field(default_factory=list)
    henvisning: PDFObjectReference | None = None
    haenger: bool = False


class Opmaerket(Canvas):
    """A canvas that keeps a tree of tags. All that is drawn on it is drawn in `content` or in `decoration`."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw | {"pdfVersion": PDF_UDGAVE})
        self.rod = Element("Document")
        self._aabne = [self.rod]
        self._pynt = 0
        # By number: the elements of a page in the order of their content, or the one of an address that can be clicked.
        self._opslag: list[list[Element] | Element] = []
        self._sidens: int | None = None

    def open(self, element: Element) -> None:
        """What is drawn until `close` belongs to it. One that was begun before, as a table on another page, goes on."""
        if not element.haenger:
            self._hang(element)
        self._aabne.append(element)

    def close(self) -> None:
        """The end of what was opened last."""
        self._aabne.pop()

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn inside is read as that element, or as more of it; in a decoration it is not read."""
        if self._pynt:
            yield
            return
        self.open(element)
        if self._sidens is None:
            self._sidens = self._numbered([])
        sidens = self._opslag[self._sidens]
        om = {"Type": PDFName("MCR"), "Pg": self._doc.thisPageRef(), "MCID": len(sidens)}
        element.boern.append(PDFDictionary(om))
        self.addLiteral(f"/{element.rolle} <</MCID {len(sidens)}>> BDC")
        sidens.append(element)
        yield
        self.addLiteral("EMC")
        self.close()

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is drawn inside says nothing to those who do not see it, or has been read before."""
        self.begin_decoration()
        yield
        self.end_decoration()

    def begin_decoration(self) -> None:
        """What is drawn until `end_decoration` is not read."""
        if not self._pynt:
            self.addLiteral("/Artifact BMC")
        self._pynt += 1

    def end_decoration(self) -> None:
        """The end of what is not read."""
        self._pynt -= 1
        if not self._pynt:
            self.addLiteral("EMC")

    def linkURL(self, url, rect, relative=0, **kw):
        """A part of the page to be clicked; it belongs to the address that is open."""
        dets = self._aabne[-1]
        kw["Contents"] = PDFString(url)
        if dets.rolle == ADRESSE:
            kw["StructParent"] = self._numbered(dets)
        super().linkURL(url, rect, relative, **kw)
        if dets.rolle == ADRESSE:
            om = {"Type": PDFName("OBJR"), "Obj": self._annotationrefs[-1], "Pg": self._doc.thisPageRef()}
            dets.boern.append(PDFDictionary(om))

    def showPage(self):
        """The end of a page, which gets the number of its elements."""
        super().showPage()
        side = self._doc.Pages.pages[-1]
        side.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        side.StructParents, side.Tabs = self._sidens, PDFName("S")
        self._sidens = None

    def save(self):
        """The end of the document, with the tree."""
        if self._code:
            self.showPage()
        katalog = self._doc.Catalog
        katalog.StructTreeRoot, katalog.MarkInfo = self._tree(), PDFDictionary({"Marked": "true"})
        super().save()

    def _numbered(self, post: list[Element] | Element) -> int:
        self._opslag.append(post)
        return len(self._opslag) - 1

    def _hang(self, element: Element) -> None:
        """A place in the tree: below what is open; points beside each other in one list, an address in a paragraph."""
        over = self._aabne[-1]
        if element.rolle == PUNKT:
            foer = over.boern[-1] if over.boern else None
            if not (isinstance(foer, Element) and foer.rolle == LISTE):
                foer = Element(LISTE)
                over.boern.append(foer)
            foer.boern.append(Element(LISTEDEL, boern=[element]))
        elif element.rolle == ADRESSE:
            over.boern.append(Element(AFSNIT, laeses_sidst=element.laeses_sidst, boern=[element]))
        else:
            over.boern.append(element)
        element.haenger = True

    def _tree(self) -> PDFDictionary:
        rod = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        rod["K"] = self._written(self.rod, self._doc.Reference(rod))
        numre = []
        for nr, dets in enumerate(self._opslag):
            sidens = PDFArray([en.henvisning for en in dets]) if isinstance(dets, list) else dets.henvisning
            numre += [nr, sidens]
        rod["ParentTree"] = self._doc.Reference(PDFDictionary({"Nums": PDFArray(numre)}))
        rod["ParentTreeNextKey"] = len(self._opslag)
        return rod

    def _written(self, element: Element, over: PDFObjectReference) -> PDFObjectReference:
        """The reference of an element that is written with all below it."""
        ud = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.rolle), "P": over})
        element.henvisning = self._doc.Reference(ud)
        if element.alt:
            ud["Alt"] = PDFString(tekst.clean(element.alt))
        if element.rolle == KOLONNEHOVED:
            ud["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Column")})
        if element.boks:
            boks = PDFArray([round(en, 2) for en in element.boks])
            ud["A"] = PDFDictionary({"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": boks})
        i_orden = sorted(element.boern, key=lambda en: isinstance(en, Element) and en.laeses_sidst)
        boern = [self._written(en, element.henvisning) if isinstance(en, Element) else en for en in i_orden]
        ud["K"] = PDFArray(boern)
        return element.henvisning


class Afsnit(Paragraph):
    """A paragraph that is read as what its style says. Pages may part it: it is one thing to read all the same."""

    element: Element | None = None

    def split(self, *plads):
        """The parts, which belong together."""
        self.element = self.element or self._element()
        dele = super().split(*plads)
        for del_ in dele:
            del_.element = self.element
        return dele

    def draw(self):
        """The words, as one thing to read; an address can be clicked."""
        if not any(linje[1] if self.blPara.kind == 0 else linje.words for linje in self.blPara.lines):
            return  # nothing is said
        if self.style.wordWrap != "CJK":
            self._part_lines()
        with self.canv.content(self.element or self._element()):
            super().draw()

    def _part_lines(self) -> None:
        """A space between the last word of a line and the first of the next, where reportlab has none and whoever hears
        the text would hear one word."""
        linjer = self.blPara.lines
        for linje in linjer if getattr(self, "_splitpara", False) else linjer[:-1]:
            if self.blPara.kind == 0:
                linje[1].append("")
            else:
                linje.words[-1].text += " "

    def _element(self) -> Element:
        return Element(getattr(self.style, "rolle", AFSNIT))


class Opstilling(Table):
    """Things side by side: no table to those who hear it, for its frame says nothing."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw | {"renderCB": _silence_frame})


def _silence_frame(tabel: Table, hvad: str, *_) -> None:
    if hvad in ("startBG", "startLines"):
        tabel.canv.begin_decoration()
    elif hvad in ("endBG", "endLines"):
        tabel.canv.end_decoration()


class Tabeltegn:
    """Tags a table while it is drawn, also when pages part it: its rows are those of one table, and its head, which
    every page repeats, is read once."""

    def __init__(self):
        self.tabel = Element(TABEL)
        self._hoved_igen = self._hoved_laest = False

    def __call__(self, tabel: Table, hvad: str, *om) -> None:
        """What reportlab calls at each step of the drawing."""
        _silence_frame(tabel, hvad)
        papir = tabel.canv
        if hvad == "startTable":
            papir.open(self.tabel)
        elif hvad == "startRow":
            self._begin_row(papir, om[0] == 0)
        elif hvad == "startCell" and not self._hoved_igen:
            papir.open(Element(KOLONNEHOVED if om[0] == 0 else CELLE))
        elif hvad == "endRow":
            self._end_row(papir)
        elif hvad == "endTable" or (hvad == "endCell" and not self._hoved_igen):
            papir.close()

    def _begin_row(self, papir: Opmaerket, er_hoved: bool) -> None:
        self._hoved_igen = er_hoved and self._hoved_laest
        self._hoved_laest = True
        if self._hoved_igen:
            papir.begin_decoration()
        else:
            papir.open(Element(RAEKKE))

    def _end_row(self, papir: Opmaerket) -> None:
        if self._hoved_igen:
            papir.end_decoration()
            self._hoved_igen = False
        else:
            papir.close()
