"""What a workbook says about itself: its sheets, in which parts they lie, and what its cell styles show."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.regneark.ark import FilFejl
from data.regneark.graenser import FLEST_ARK, FLEST_TEKSTER
from data.regneark.pakke import HJAELP, Pakke, Relation
from data.regneark.talformat import by_style
from data.regneark.xmlstroem import BESKADIGET, check_count, elements

# Where python-calamine looks, whatever the relations say.
BOG, TEKSTER = "xl/workbook.xml", "xl/sharedStrings.xml"


@dataclass(frozen=True)
class Arkdel:
    """A sheet: its name, its part, is it hidden."""

    navn: str
    sti: str
    skjult: bool


@dataclass(frozen=True)
class Projektmappe:
    """A workbook. `stilformater`: what each cell style shows (talformat). `dele`: the parts that were read."""

    ark: tuple[Arkdel, ...]
    stilformater: list[str]
    dele: frozenset[str]


def read_workbook(pakke: Pakke) -> Projektmappe:
    """Follow the relations from the package to the workbook to its sheets. Raises FilFejl."""
    bog = next((en.sti for en in pakke.relations("").values() if en.art == "officeDocument"), BOG)
    if bog.lower() != BOG and pakke.has(bog):
        raise FilFejl("Filen kan ikke læses som regneark. Åbn den i Excel, og gem den igen.")
    if not pakke.has(BOG):
        raise FilFejl(f"Filen er en pakket fil (zip) uden et regneark i. {HJAELP}")
    relationer = pakke.relations(BOG)
    ark = _sheets(pakke, relationer)
    af_art = {en.art: en.sti for en in relationer.values() if not en.ekstern and pakke.has(en.sti)}
    formater = _style_formats(pakke, af_art["styles"]) if "styles" in af_art else []
    tekster = {sti.lower() for sti in (af_art.get("sharedStrings", TEKSTER), TEKSTER) if pakke.has(sti)}
    for sti in tekster:  # they are read into memory whole, so they are counted first
        check_count(pakke.pieces(sti), "si", FLEST_TEKSTER)
    return Projektmappe(tuple(ark), formater, frozenset({BOG, *tekster}))


def _sheets(pakke: Pakke, relationer: Mapping[str, Relation]) -> list[Arkdel]:
    ark = []
    for en in elements(pakke.pieces(BOG), frozenset({"sheet"})):
        relation = relationer.get(en.attributter.get("id", ""))
        if en.foraelder != "sheets" or (relation is not None and relation.art != "worksheet"):
            continue
        if relation is None or relation.ekstern or not pakke.has(relation.sti):
            raise FilFejl(f"Filen kan ikke læses som regneark: arket »{_name(en.attributter)}« mangler i den. {HJAELP}")
        skjult = en.attributter.get("state", "visible").lower() != "visible"
        ark.append(Arkdel(_name(en.attributter), relation.sti, skjult))
    if len(ark) > FLEST_ARK:
        raise FilFejl(f"Filen har {len(ark)} ark, og grænsen er {FLEST_ARK}. Del den i flere filer.")
    if len({en.navn.lower() for en in ark}) < len(ark):
        raise FilFejl("Filen har to ark med samme navn og er ikke åbnet. Åbn den i Excel, og gem den igen.")
    return ark


def _name(attributter: dict[str, str]) -> str:
    return attributter.get("name", "")


def _style_formats(pakke: Pakke, sti: str) -> list[str]:
    fundne = elements(pakke.pieces(sti), frozenset({"xf", "numFmt"}))
    try:
        egne = {
            int(en.attributter["numFmtId"]): en.attributter.get("formatCode", "")
            for en in fundne
            if en.navn == "numFmt" and "numFmtId" in en.attributter
        }
        numre = [
            int(en.attributter.get("numFmtId", "0")) for en in fundne if en.navn == "xf" and en.foraelder == "cellXfs"
        ]
    except ValueError as fejl:
        raise FilFejl(BESKADIGET) from fejl
    return by_style(numre, egne)
