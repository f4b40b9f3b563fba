"""Files made to harm: each must be answered in words, in seconds. Shared by tests and benchmark."""

import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from functools import partial

from tests.data.indlaes_filer import UDBUD, as_xlsx, repacked, table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
GOD = as_xlsx({"Udbud": table(UDBUD)})
ARK1 = "xl/worksheets/sheet1.xml"
BOG, BOGRELATIONER = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
HOVED = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
LANGT_VAEK = {
    "enkelte_anfoerselstegn": "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    "blanke_om_lighedstegn": '<row r = "1048576"><c r = "XFD1048576" ><v>1</v></c></row>',
    "uden_r_paa_cellen": '<row r="1048576"><c><v>1</v></c></row>',
    "uden_r_overalt": "<row/>" * 200_005 + "<row><c><v>1</v></c></row>",
    "langt_til_hoejre_uden_r": '<row r="1">' + "<c/>" * 16_383 + "<c><v>1</v></c></row>",
    "praefiks": '<x:row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
    "tegn_som_tal": '<row r="1048576"><c r="&#88;FD1048576"><v>1</v></c></row>',
    "linjeskift_i_maerket": '<row\nr="1048576"\n><c\n\tr\n=\n"XFD1048576"><is><t>x</t></is></c></row>',
}


def sheet(raekker: str, hale: str = "") -> bytes:
    """A workbook whose sheet holds this XML."""
    return repacked(GOD, {ARK1: f"{HOVED}<sheetData>{raekker}</sheetData>{hale}</worksheet>".encode()})


def moved(xlsx: bytes, til: str) -> bytes:
    """The sheet in another folder of the package, as the relations allow."""
    with zipfile.ZipFile(io.BytesIO(xlsx)) as pakke:
        ark, relationer = pakke.read(ARK1), pakke.read(BOGRELATIONER)
    return repacked(
        xlsx, {ARK1: None, til: ark, BOGRELATIONER: relationer.replace(b"worksheets/sheet1.xml", f"/{til}".encode())}
    )


def lying_directory() -> bytes:
    """A bomb that says it unfolds to 1,000 bytes."""
    indhold = bytearray(repacked(GOD, {ARK1: b"<worksheet>" + b" " * (60 << 20)}))
    sand = struct.pack("<I", len(b"<worksheet>") + (60 << 20))
    while (plads := indhold.find(sand)) >= 0:
        indhold[plads : plads + 4] = struct.pack("<I", 1000)
    return bytes(indhold)


def twice(navn: str) -> bytes:
    """A package with two parts of one name."""
    ud = io.BytesIO(GOD)
    with zipfile.ZipFile(ud, "a") as pakke, warnings.catch_warnings(action="ignore"):
        pakke.writestr(navn, HOVED.encode() + b"<sheetData/></worksheet>")
    return ud.getvalue()


def billion_laughs() -> bytes:
    led = "".join(f'<!ENTITY a{nr} "{f"&a{nr - 1};" * 10}">' for nr in range(1, 10))
    return repacked(GOD, {ARK1: f'<!DOCTYPE a [<!ENTITY a0 "ha">{led}]>{HOVED}&a9;</worksheet>'.encode()})


def relations(xml: str) -> bytes:
    hoved = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return repacked(GOD, {BOGRELATIONER: f"{hoved}{xml}</Relationships>".encode()})


def relation(maal: str, mere: str = "") -> str:
    art = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    return f'<Relationship Id="rId1" Type="{art}" Target="{maal}"{mere}/>'


def hostile() -> dict[str, tuple[Callable[[], bytes], str]]:
    """What makes each file, and what is said of it (a regular expression)."""
    for_stor = "for stor, når den pakkes ud"
    bygget = "er bygget, som et regneark ikke skal være"
    filer = {f"langt_vaek_{navn}": (partial(sheet, xml), "række|kolonne") for navn, xml in LANGT_VAEK.items()}
    return filer | {
        "langt_vaek_i_anden_mappe": (lambda: moved(sheet(LANGT_VAEK["praefiks"]), "andet/sted/a.xml"), "række|kolonne"),
        "ark_uden_ende": (
            lambda: repacked(GOD, {ARK1: b"<worksheet><sheetData><row><f/>" + b"<c " * 2_000_000}),
            "beskadiget",
        ),
        "bog_uden_ende": (lambda: repacked(GOD, {BOG: b"<workbook><sheets>" + b"<sheet " * 900_000}), "beskadiget"),
        "maerke_uden_ende": (lambda: repacked(GOD, {ARK1: b'<worksheet a="' + b"x" * (6 << 20)}), bygget),
        "kommentar_uden_ende": (lambda: repacked(GOD, {BOG: b"<workbook><!--" + b"- " * (3 << 20)}), bygget),
        "zipbombe_med_loegn": (lambda: lying_directory(), "beskadiget"),
        "zipbombe": (lambda: repacked(GOD, {ARK1: b" " * (70 << 20)}), for_stor),
        "milliard_latter": (lambda: billion_laughs(), "DOCTYPE"),
        "doctype_efter_5_kB": (
            lambda: repacked(
                GOD, {ARK1: f'<!--{"x" * 5000}--><!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>'.encode()}
            ),
            "DOCTYPE",
        ),
        "doctype_i_utf_16": (
            lambda: repacked(GOD, {"xl/theme/theme1.xml": "<!DOCTYPE a [ ]><a/>".encode("utf-16")}),
            "DOCTYPE",
        ),
        "dybt": (lambda: sheet("<a>" * 400_000), bygget),
        "dybt_i_bogen": (lambda: repacked(GOD, {BOG: b"<workbook>" + b"<a>" * 400_000}), bygget),
        "million_attributter": (lambda: sheet("<c" + "".join(f" a{nr}='1'" for nr in range(1_000_000)) + "/>"), bygget),
        "to_dele_af_et_navn": (lambda: twice(ARK1), "to dele med samme navn"),
        "to_dele_kun_stort_og_smaat": (lambda: twice(ARK1.replace("sheet1", "SHEET1")), "to dele med samme navn"),
        "relation_i_ring": (lambda: relations(relation("workbook.xml")), "."),
        "relation_ud_af_pakken": (lambda: relations(relation("../../../../etc/passwd")), "mangler i den"),
        "relation_ud_paa_nettet": (
            lambda: relations(relation("http://127.0.0.1/a.xml", ' TargetMode="External"')),
            "mangler",
        ),
        "mange_faelles_tekster": (
            lambda: repacked(GOD, {"xl/sharedStrings.xml": b"<sst>" + b"<si/>" * 2_100_000 + b"</sst>"}),
            bygget,
        ),
        "kaempe_dimension": (
            lambda: repacked(GOD, {ARK1: f'{HOVED}<dimension ref="A1:XFD1048576"/><sheetData/></worksheet>'.encode()}),
            "",
        ),
        "millioner_af_celler": (lambda: sheet(f"<row>{'<c><v>1</v></c>' * 100}</row>" * 60_000), for_stor),
        "spredt_ud": (
            lambda: sheet('<row r="1"><c r="CZ1"><v>1</v></c></row><row r="190000"><c r="A190000"><v>1</v></c></row>'),
            "190.000 rækker og 104 kolonner",
        ),
    }
