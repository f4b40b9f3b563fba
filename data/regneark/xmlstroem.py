"""XML as a stream with bounds: no document type, no entities, nothing fetched, nothing built in memory.

Names are compared without their prefix, as every reader of spreadsheets does.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from xml.parsers import expat

from data.regneark.ark import FilFejl
from data.regneark.graenser import DYBEST, FLEST_ELEMENTER, LAENGSTE_MAERKE

BESKADIGET = "Filen er beskadiget og kan ikke åbnes. Åbn den i Excel, og gem den igen."
INDVIKLET = "Filen er bygget, som et regneark ikke skal være, og er ikke åbnet. Kopiér tallene til en ny projektmappe."
DOCTYPE = (
    "Filen rummer noget, et regneark ikke skal rumme (DOCTYPE), og er ikke åbnet. "
    "Gem den som Excel-projektmappe (.xlsx) eller CSV, og indlæs den igen."
)


def local(navn: str) -> str:
    """A name without its prefix."""
    return navn.rpartition(":")[2]


def new_parser(start: Callable, slut: Callable | None = None):
    """An expat parser that tells of starts (name, attributes) and ends (name), and refuses a document type."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = slut
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _refuse_doctype(*_) -> None:
    raise FilFejl(DOCTYPE)


# An unknown encoding is a ValueError or a LookupError.
INGEN_XML = (expat.ExpatError, ValueError, LookupError)


def feed(parser, stykker: Iterable[bytes]) -> None:
    """Parse all pieces. Raises FilFejl when it is no XML, or one tag has no end in sight."""
    try:
        _parse(parser, stykker)
    except INGEN_XML as fejl:
        raise FilFejl(BESKADIGET) from fejl


def _parse(parser, stykker: Iterable[bytes]) -> None:
    fodret = 0
    for stykke in stykker:
        parser.Parse(stykke, False)
        fodret += len(stykke)
        if fodret - max(parser.CurrentByteIndex, 0) > LAENGSTE_MAERKE:
            raise FilFejl(INDVIKLET)
    parser.Parse(b"", True)


@dataclass(frozen=True)
class Element:
    """A start tag: its name and its parent's, and its attributes, all without prefixes."""

    navn: str
    foraelder: str
    attributter: dict[str, str]


def elements(stykker: Iterable[bytes], navne: frozenset[str]) -> list[Element]:
    """The elements of these names in a part that is no sheet. Raises FilFejl, also for too deep or too many."""
    fundne: list[Element] = []
    sti = [""]
    antal = 0

    def start(navn: str, attributter: dict[str, str]) -> None:
        nonlocal antal
        antal += 1
        if len(sti) > DYBEST or antal > FLEST_ELEMENTER:
            raise FilFejl(INDVIKLET)
        navn = local(navn)
        if navn in navne:
            fundne.append(Element(navn, sti[-1], {local(en): vaerdi for en, vaerdi in attributter.items()}))
        sti.append(navn)

    feed(new_parser(start, lambda navn: sti.pop()), stykker)
    return fundne


def check_count(stykker: Iterable[bytes], navn: str, flest: int) -> None:
    """Refuse a part with more than so many elements of a name, or of any name four times as many."""
    antal = alle = dybde = 0

    def start(fundet: str, _) -> None:
        nonlocal antal, alle, dybde
        dybde += 1
        alle += 1
        if fundet == navn or local(fundet) == navn:
            antal += 1
        if antal > flest or alle > 4 * flest or dybde > DYBEST:
            raise FilFejl(INDVIKLET)

    def slut(_) -> None:
        nonlocal dybde
        dybde -= 1

    feed(new_parser(start, slut), stykker)


class _Forbi(Exception):
    """The document type can only stand before the first element, and that has come."""


def check_prologue(stykker: Iterable[bytes]) -> None:
    """Refuse a document type in a part that is not read otherwise. That it is no XML does not matter; that the package
    is damaged there does."""

    def start(*_) -> None:
        raise _Forbi

    with suppress(_Forbi, *INGEN_XML):
        _parse(new_parser(start), stykker)
