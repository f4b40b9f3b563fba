"""The tags of a PDF: what each thing on a page is, in the order in which it is read, and what a figure shows in words.

reportlab draws and tags nothing. The only file that knows its private names.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from export.tegning import tekst

OVERSKRIFT, UNDEROVERSKRIFT, AFSNIT, PUNKT, ADRESSE, FIGUR = "H1", "H2", "P", "LI", "Link", "Figure"
# Heads of columns and other cells; what else there is of a table.
KOLONNEHOVED, CELLE = "TH", "TD"


@dataclass
class Element:
    """A node of the tree of tags. boern: nodes and, as PDF objects, what is drawn or can be clicked; side: the page's
    reference; laeses_sidst: after all else, wherever it is drawn."""

    rolle: str
    boern: list = field(default_factory=list)
    side: object = None
    alt: str = ""
    laeses_sidst: bool = False


class Opmaerket(Canvas):
    """A canvas that keeps a tree of tags. What is drawn outside `content` must be drawn in `decoration`."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.rod = Element("Document")
        self._aabne = [self.rod]
        # By number: the elements of a page in the order of their content, or the one of an annotation.
        self._opslag: list[list[Element] | Element] = [[]]
        self._sidens = 0

    def open(self, rolle: str) -> None:
        """What is drawn until `close` belongs to an element of that kind."""
        self._push(Element(rolle))

    def resume(self, element: Element) -> None:
        """What is drawn until `close` belongs to an element that was begun before."""
        self._aabne.append(element)

    def close(self) -> Element:
        """The end of what was opened last."""
        return self._aabne.pop()

    @contextmanager
    def content(self, rolle: str, alt: str = "", laeses_sidst: bool = False) -> Iterator[None]:
        """What is drawn inside is one thing to read."""
        element = Element(rolle, [], self._doc.thisPageRef(), alt, laeses_sidst)
        self._push(element)
        sidens = self._opslag[self._sidens]
        self.addLiteral(f"/{rolle} <</MCID {len(sidens)}>> BDC")
        element.boern.append(len(sidens))
        sidens.append(element)
        yield
        self.addLiteral("EMC")
        self.close()

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is drawn inside says nothing to those who do not see it."""
        self.addLiteral("/Artifact BMC")
        yield
        self.addLiteral("EMC")

    def linkURL(self, url, rect, relative=0, **kw):
        """A part of the page to be clicked; of the link that is being drawn, if one is."""
        dets = self._aabne[-1]
        if dets.rolle == ADRESSE:
            kw |= {"StructParent": len(self._opslag), "Contents": PDFString(url)}
            self._opslag.append(dets)
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
        self._sidens = len(self._opslag)
        self._opslag.append([])

    def save(self):
        """The end of the document, with the tree."""
        if self._code:
            self.showPage()
        katalog = self._doc.Catalog
        katalog.StructTreeRoot, katalog.MarkInfo = self._tree(), PDFDictionary({"Marked": "true"})
        super().save()

    def _push(self, element: Element) -> None:
        self._aabne[-1].boern.append(element)
        self._aabne.append(element)

    def _tree(self) -> PDFDictionary:
        rod = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        self._skrevet: dict[int, object] = {}
        rod["K"] = self._written(self.rod, self._doc.Reference(rod))
        numre = []
        for nr, dets in enumerate(self._opslag):
            mange = isinstance(dets, list)
            numre += [nr, PDFArray([self._skrevet[id(en)] for en in dets]) if mange else self._skrevet[id(dets)]]
        rod["ParentTree"] = self._doc.Reference(PDFDictionary({"Nums": PDFArray(numre)}))
        rod["ParentTreeNextKey"] = len(self._opslag)
        return rod

    def _written(self, element: Element, over):
        """The reference of an element that is written with all below it."""
        ud = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.rolle), "P": over})
        henvisning = self._skrevet[id(element)] = self._doc.Reference(ud)
        if element.side is not None:
            ud["Pg"] = element.side
        if element.alt:
            ud["Alt"] = PDFString(tekst.clean(element.alt))
        if element.rolle == KOLONNEHOVED:
            ud["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Column")})
        boern = [self._written(en, henvisning) if isinstance(en, Element) else en for en in _in_order(element.boern)]
        ud["K"] = PDFArray(boern)
        return henvisning


def _in_order(boern: list) -> list:
    """The children as they are read, points beside each other as one list."""
    ud: list = []
    for en in sorted(boern, key=lambda en: isinstance(en, Element) and en.laeses_sidst):
        if isinstance(en, Element) and en.rolle == PUNKT:
            if not (ud and isinstance(ud[-1], Element) and ud[-1].rolle == "L"):
                ud.append(Element("L"))
            ud[-1].boern.append(Element("LI ", [en]))
        else:
            ud.append(en)
    return ud


class Afsnit(Paragraph):
    """A paragraph that is read as what its style says."""

    def draw(self):
        """The words, as one thing to read; an address can be clicked."""
        with self.canv.content(getattr(self.style, "rolle", AFSNIT)):
            super().draw()


class Opstilling(Table):
    """Things side by side: no table to those who hear it, for its frame says nothing."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw | {"renderCB": _frame_is_silent})


def _frame_is_silent(tabel: Table, hvad: str, *_) -> None:
    if hvad in ("startBG", "startLines"):
        tabel.canv.addLiteral("/Artifact BMC")
    elif hvad in ("endBG", "endLines"):
        tabel.canv.addLiteral("EMC")


class Tabeltegn:
    """Tags a table while it is drawn, also when pages part it: its rows are those of one table, and its head is read
    once."""

    def __init__(self):
        self.tabel: Element | None = None
        self.hoveder_laest = False

    def __call__(self, tabel: Table, hvad: str, *om) -> None:
        _frame_is_silent(tabel, hvad)
        papir = tabel.canv
        if hvad == "startTable":
            if self.tabel is None:
                papir.open("Table")
            else:
                papir.resume(self.tabel)
        elif hvad == "endTable":
            self.tabel = papir.close()
        elif hvad == "startRow":
            papir.open("TR")
        elif hvad == "endRow":
            papir.close()
        elif hvad == "startCell":
            papir.open(KOLONNEHOVED if om[0] == 0 else CELLE)
        elif hvad == "endCell":
            papir.close()
