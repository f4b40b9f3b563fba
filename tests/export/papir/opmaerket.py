"""The tags of a PDF as a reader of the file finds them, read anew with pypdf and nothing of ours."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import ContentStream, IndirectObject

SKRIVER = {"Tj", "TJ", "'", '"'}
MALER = SKRIVER | {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI"}
USYNLIG = "Artifact"


@dataclass
class Knude:
    """An element of the structure tree with the text of its own content."""

    rolle: str
    alt: str
    ord: str = ""
    boern: list["Knude"] = field(default_factory=list)
    led: list[str] = field(default_factory=list)
    attributter: dict = field(default_factory=dict)

    def all(self, *roller: str) -> list["Knude"]:
        """Those below it that have one of these roles, in reading order."""
        return [en for en in walk(self) if en.rolle in roller]

    @property
    def tekst(self) -> str:
        """All text below it, as it is heard."""
        return " ".join(" ".join(en.ord for en in walk(self)).split())


@dataclass
class Opmaerkning:
    """rod: the tree; fejl: what a validator would say of it; usynligt: the text of what is not read."""

    laeser: PdfReader
    rod: Knude
    fejl: list[str]
    usynligt: list[str]


def walk(knude: Knude) -> Iterator[Knude]:
    """A node and all below it, in reading order."""
    yield knude
    for en in knude.boern:
        yield from walk(en)


def tags(fil: bytes) -> Opmaerkning:
    """The tags of a file. Each page is read by its operators, the tree from its root, and both are held together."""
    laeser = PdfReader(io.BytesIO(fil))
    fejl, usynligt = [], []
    sider = {}
    for side in laeser.pages:
        indhold, skjult, egne = _content(laeser, side)
        sider[side.indirect_reference.idnum] = (side, indhold)
        usynligt += skjult
        fejl += egne
    trae = laeser.trailer["/Root"]["/StructTreeRoot"]
    laest: list[tuple[int, int, int]] = []  # page, number on it, element
    klik: list[tuple[int, int]] = []  # annotation, element
    rod = _node(trae["/K"], sider, laest, klik)
    fejl += _against_pages(trae, sider, laest, klik)
    return Opmaerkning(laeser, rod, fejl, usynligt)


def _content(laeser: PdfReader, side) -> tuple[dict[int, str], list[str], list[str]]:
    """Text by number, text that is not read, and what is wrong with the marks of a page."""
    skrifter = {navn: _letters(en.get_object()) for navn, en in side["/Resources"]["/Font"].items()}
    indhold: dict[int, str] = {}
    skjult, fejl, aabne, skrift = [], [], [], {}
    for dele, operator in ContentStream(side.get_contents(), laeser).operations:
        navn = operator.decode()
        if navn in ("BDC", "BMC"):
            nummer = dele[1].get("/MCID") if navn == "BDC" else None
            fejl += ["mærker i hinanden"] * bool(aabne) + ["et nummer to gange"] * (nummer in indhold)
            aabne.append((str(dele[0])[1:], nummer))
            if nummer is not None:
                indhold[nummer] = ""
        elif navn == "EMC":
            aabne.pop()
        elif navn == "Tf":
            skrift = skrifter[dele[0]]
        elif navn in MALER and not aabne:
            fejl.append(f"{navn} uden mærke")
        if navn in SKRIVER:
            ord_ = _shown(dele[-1], skrift)
            if aabne and aabne[-1][1] is not None:
                indhold[aabne[-1][1]] += ord_
            else:
                skjult.append(ord_)
    return indhold, skjult, fejl + ["et mærke er ikke lukket"] * bool(aabne)


def _letters(skrift) -> dict[int, str]:
    """The letter of each code of a font, from the table that says it."""
    if "/ToUnicode" not in skrift:
        return {}
    tabel = skrift["/ToUnicode"].get_data().decode("latin-1")
    par = re.findall(r"^<(\w+)> <(\w+)>$", tabel.split("beginbfchar")[1], re.MULTILINE)
    return {int(kode, 16): bytes.fromhex(bogstav).decode("utf-16-be") for kode, bogstav in par}


def _shown(operand, skrift: dict[int, str]) -> str:
    stykker = operand if isinstance(operand, list) else [operand]
    koder = b"".join(en.original_bytes for en in stykker if hasattr(en, "original_bytes"))
    return "".join(skrift[kode] for kode in koder)


def _node(henvisning: IndirectObject, sider: dict, laest: list, klik: list) -> Knude:
    element = henvisning.get_object()
    ud = Knude(str(element["/S"])[1:], element.get("/Alt", ""), attributter=dict(element.get("/A", {})))
    for barn in element["/K"]:
        dets = barn.get_object()
        if dets.get("/Type") == "/MCR":
            side = dets.raw_get("/Pg").idnum
            laest.append((side, dets["/MCID"], element.indirect_reference.idnum))
            ud.ord += sider[side][1][dets["/MCID"]]
        elif dets.get("/Type") == "/OBJR":
            klik.append((dets.raw_get("/Obj").idnum, element.indirect_reference.idnum))
            ud.led.append(dets["/Obj"]["/A"]["/URI"])
        else:
            ud.boern.append(_node(barn, sider, laest, klik))
            if dets.raw_get("/P") != element.indirect_reference:
                ud.boern[-1].rolle += " med forkert forælder"
    return ud


def _against_pages(trae, sider: dict, laest: list, klik: list) -> list[str]:
    """What the pages and the tree do not agree on: all content is read once, and each piece knows its element."""
    numre = trae["/ParentTree"]["/Nums"]
    opslag = dict(zip(numre[::2], numre[1::2], strict=True))
    fejl = []
    paa_sider = []
    for nummer, (side, indhold) in sider.items():
        egne = [en.idnum for en in opslag[side["/StructParents"]]] if indhold else []
        paa_sider += [(nummer, nr, egne[nr]) for nr in indhold]
        for en in side.get("/Annots", []):
            dets = en.get_object()
            if dets["/Subtype"] == "/Link":
                fejl += [] if dets.get("/Contents") else ["et link siger ikke hvorhen"]
                over = opslag[dets["/StructParent"]].idnum if "/StructParent" in dets else None
                fejl += [] if (en.idnum, over) in klik else ["et link hører ingen steder til"]
    return fejl + (["sider og træ er uenige"] if sorted(paa_sider) != sorted(laest) else [])
