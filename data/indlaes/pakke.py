"""Looking into an xlsx file (a zip of XML) before any library opens it: what it is, how large it would become, and
what a reader of values cannot see (formulas, macros, links to other files)."""

import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

STOERST_UDPAKKET = 400 * 1024 * 1024
FLEST_FILER = 2000
STYKKE = 1 << 20
OVERLAP = 4096
FLEST_UDEN_VAERDI = 1000
HJAELP = "Gem den som Excel-projektmappe (.xlsx) eller CSV, og indlæs den igen."
ARKFIL = re.compile(r"xl/worksheets/[^/]+\.xml", re.I)

RAEKKE = re.compile(rb'row\b[^>]*?\br="(\d+)"')
BRED = re.compile(rb'r="(?:[A-Z]{3}|[D-Z][A-Z])[1-9]')
# A cell with something in it: not closed at once.
CELLE = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,9})"[^>]*[^/]>')
FORMEL = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,9})"[^>]*>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(<(?:\w+:)?v>[^<])?'
)


@dataclass
class Pakke:
    """What was seen. `afvist` says in words why the file is not opened, "" when it is. `uden_vaerdi`: formulas without
    a stored result, as (sheet, row, column letters)."""

    afvist: str = ""
    formler: int = 0
    eksterne: bool = False
    uden_vaerdi: list[tuple[str, int, str]] = field(default_factory=list)


def inspect(zip_: zipfile.ZipFile, flest_raekker: int, flest_kolonner: int) -> Pakke:
    """Look through the package. Raises what zipfile raises when it is corrupt."""
    afvist = _wrong_kind(zip_) or _too_large(zip_)
    if afvist:
        return Pakke(afvist)
    pakke = Pakke(eksterne=any(navn.startswith("xl/externalLinks/") for navn in zip_.namelist()))
    arknavne = _sheet_names(zip_)
    for info in zip_.infolist():
        arknavn = arknavne.get(info.filename, info.filename) if ARKFIL.fullmatch(info.filename) else None
        pakke.afvist = pakke.afvist or _look_through(zip_, info, arknavn, pakke, flest_raekker, flest_kolonner)
    return pakke


def _sheet_names(zip_: zipfile.ZipFile) -> dict[str, str]:
    """What people call the sheets, by their file in the package; empty when the package does not say."""
    try:
        bog = zip_.read("xl/workbook.xml").decode()
        maal = dict(_attributes(zip_.read("xl/_rels/workbook.xml.rels").decode(), "Relationship", "Id", "Target"))
    except (KeyError, UnicodeDecodeError):
        return {}
    navne = ((maal.get(nr, ""), html.unescape(navn)) for nr, navn in _attributes(bog, "sheet", "r:id", "name"))
    return {(sti.lstrip("/") if sti.startswith("/") else f"xl/{sti}"): navn for sti, navn in navne}


def _attributes(xml: str, maerke: str, foerste: str, anden: str) -> list[tuple[str, str]]:
    """Two attributes of every such tag."""
    fundne = [dict(re.findall(r'([\w:]+)="([^"]*)"', en)) for en in re.findall(rf"<(?:\w+:)?{maerke}\s[^>]*>", xml)]
    return [(en[foerste], en[anden]) for en in fundne if foerste in en and anden in en]


def _wrong_kind(zip_: zipfile.ZipFile) -> str:
    navne = zip_.namelist()
    if any(info.flag_bits & 1 for info in zip_.infolist()):
        return "Filen er en pakket fil med adgangskode. Fjern adgangskoden, og indlæs den igen."
    if any(navn.lower().endswith("vbaproject.bin") for navn in navne):
        return f"Filen rummer makroer (.xlsm), og dem åbner vi ikke. {HJAELP}"
    if "xl/workbook.bin" in navne:
        return f"Filen er gemt som binær projektmappe (.xlsb). {HJAELP}"
    if "word/document.xml" in navne:
        return f"Filen er et Word-dokument og ikke et regneark. {HJAELP}"
    if "ppt/presentation.xml" in navne:
        return f"Filen er en PowerPoint-præsentation og ikke et regneark. {HJAELP}"
    if "content.xml" in navne and "mimetype" in navne:
        return f"Filen er gemt i OpenDocument-format (.ods). {HJAELP}"
    if "xl/workbook.xml" not in navne:
        return f"Filen er en pakket fil (zip) uden et regneark i. {HJAELP}"
    return ""


def _too_large(zip_: zipfile.ZipFile) -> str:
    """A small file can be packed to unfold without end; what it says about its size holds, for reading stops there."""
    filer = zip_.infolist()
    if len(filer) > FLEST_FILER or sum(info.file_size for info in filer) > STOERST_UDPAKKET:
        return "Filen bliver for stor, når den pakkes ud, og er ikke åbnet. Kopiér tallene over i en ny projektmappe."
    return ""


def _look_through(zip_, info, arknavn: str | None, pakke: Pakke, flest_raekker: int, flest_kolonner: int) -> str:
    """Read one file of the package to its end (which checks its sum too); why it is refused, or ""."""
    mistanke = False
    foerste = True
    for stykke in _pieces(zip_, info):
        if foerste and info.filename.lower().endswith((".xml", ".rels")) and b"<!DOCTYPE" in stykke[:OVERLAP].upper():
            return f"Filen rummer noget, et regneark ikke skal rumme (DOCTYPE), og er ikke åbnet. {HJAELP}"
        foerste = False
        if arknavn is None:
            continue
        _count_formulas(stykke, arknavn, pakke)
        sidste_raekke = RAEKKE.search(stykke, max(stykke.rfind(b"row "), 0))
        langt_nede = sidste_raekke is not None and int(sidste_raekke[1][:9]) > flest_raekker
        mistanke |= langt_nede or BRED.search(stykke) is not None
    return _far_cells(zip_, info, flest_raekker, flest_kolonner) if mistanke else ""


def _count_formulas(stykke: bytes, arknavn: str, pakke: Pakke) -> None:
    if b"<f" not in stykke and b":f" not in stykke:
        return
    for fund in FORMEL.finditer(stykke):
        pakke.formler += 1
        if not fund[3] and len(pakke.uden_vaerdi) < FLEST_UDEN_VAERDI:
            pakke.uden_vaerdi.append((arknavn, int(fund[2]), fund[1].decode()))


def _far_cells(zip_, info, flest_raekker: int, flest_kolonner: int) -> str:
    """A sheet is laid out as a full rectangle in memory, so one stray cell far away would fill it."""
    sidste_raekke = sidste_kolonne = 0
    for stykke in _pieces(zip_, info):
        for bogstaver, raekke in CELLE.findall(stykke):
            sidste_raekke = max(sidste_raekke, int(raekke))
            sidste_kolonne = max(sidste_kolonne, column_number(bogstaver.decode()))
    if sidste_raekke > flest_raekker + 20:
        antal = f"{sidste_raekke:,}".replace(",", ".")
        return f"Et ark har udfyldte celler ned til række {antal}, og grænsen er 200.000 rækker. Del det i flere filer."
    if sidste_kolonne > flest_kolonner:
        return f"Et ark har udfyldte celler i kolonne nr. {sidste_kolonne}, langt til højre for tabellen. Slet dem."
    return ""


def column_number(bogstaver: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    nummer = 0
    for bogstav in bogstaver:
        nummer = nummer * 26 + ord(bogstav) - ord("A") + 1
    return nummer


def _pieces(zip_: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """A file of the package in pieces that end between two cells, so that each cell is whole in one of them."""
    rest = b""
    with zip_.open(info) as fil:
        while stykke := fil.read(STYKKE):
            stykke = rest + stykke
            skel = stykke.rfind(b"</row>")
            skel = skel + len(b"</row>") if skel >= 0 else (len(stykke) if len(stykke) > 8 * STYKKE else 0)
            if skel:
                yield stykke[:skel]
            rest = stykke[skel:]
    if rest:
        yield rest
