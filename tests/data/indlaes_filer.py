"""Files as people make them, for the tests of the import: good ones, odd ones, and bad ones."""

import io
import zipfile
from collections.abc import Callable

import xlsxwriter

UDBUD = {
    "Udbuds-id": "nak-1",
    "Kommune": "Lolland",
    "Sted": "Nakskov",
    "Enhed": "ydernummer",
    "Antal": "2",
    "Opslået dato": "5.5.2026",
    "Antal ansøgere": "0",
    "Antal tildelt": "0",
    "Status": "ingen_ansoegere",
    "Statusdato": "16.6.2026",
    "Kilde": "Brev fra regionen",
}
HAENDELSE = {"Udbuds-id": "nak-1", "Nr. i forløbet": "1", "Status": "opslaaet", "Dato": "5.5.2026"}
PULJE = {"Pulje-id": "p-1", "Puljens navn": "Lægedækningspuljen", "Ramme (kr.)": "20.000.000", "Kilde": "Brev"}
PROJEKT = {
    "Projekt-id": "proj-1",
    "Pulje-id": "p-1",
    "Titel": "Ny klinik",
    "Kommuner": "Lolland; Guldborgsund",
    "Beløb (kr.)": "1.250.000,50",
    "Fra år": "2025",
    "Tema": "laegehus",
    "Kilde": "Brev",
}
HU = {
    "Områdetype": "sundhedsraad",
    "Område": "Sundhedsråd Fyn",
    "År": "2026",
    "Runde": "1",
    "Opslået": "15",
    "Besat": "12",
    "Kilde": "Opgørelse",
}
NOEGLETAL = {
    "Områdetype": "kommune",
    "Område": "Lolland",
    "Nøgletal": "patienter_pr_laege",
    "Værdi": "1.684,5",
    "Dato": "1.10.2026",
    "Kilde": "Opgørelse",
}
KILDE = {"Kilde-id": "brev-1", "Titel": "Et brev", "Udgiver": "Regionen", "Dato": "1.6.2026", "Type": "region"}
KLINIK = {
    "Klinik-id": "k-1",
    "Navn": "Regionsklinik Nakskov",
    "Sted": "Nakskov",
    "Kommune": "Lolland",
    "Kliniktype": "regionsklinik",
    "Fra dato": "maj 2024",
    "Patienter": "3.200",
    "Kilde": "Brev",
}


def as_csv(*raekker: dict, skilletegn: str = ";", kodning: str = "utf-8") -> bytes:
    """Rows as csv; the headings are those of the first row."""

    def felt(tekst: str) -> str:
        return f'"{tekst}"' if skilletegn in tekst or "\n" in tekst else tekst

    linjer = [raekker[0].keys(), *(raekke.values() for raekke in raekker)]
    return "\r\n".join(skilletegn.join(map(felt, linje)) for linje in linjer).encode(kodning)


def as_xlsx(ark: dict[str, list[list]], efter: Callable | None = None) -> bytes:
    """A workbook of sheets of rows; `efter` may do more to the workbook and its sheets before it is closed."""
    ud = io.BytesIO()
    bog = xlsxwriter.Workbook(ud, {"in_memory": True, "strings_to_formulas": False, "default_date_format": "d.m.yyyy"})
    sider = {navn: bog.add_worksheet(navn) for navn in ark}
    for navn, raekker in ark.items():
        for nr, raekke in enumerate(raekker):
            sider[navn].write_row(nr, 0, raekke)
    if efter:
        efter(bog, sider)
    bog.close()
    return ud.getvalue()


def table(*raekker: dict) -> list[list]:
    """Rows with their headings, for a sheet."""
    return [[*raekker[0]], *([*raekke.values()] for raekke in raekker)]


def repacked(xlsx: bytes, aendret: dict[str, bytes | None], pakket: int = 6) -> bytes:
    """The workbook with files of its package replaced, added, or (None) left out. pakket: 1 packs fast, and less."""
    ud = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx)) as gammel,
        zipfile.ZipFile(ud, "w", zipfile.ZIP_DEFLATED, compresslevel=pakket) as ny,
    ):
        for navn in gammel.namelist():
            if navn not in aendret:
                ny.writestr(navn, gammel.read(navn))
        for navn, indhold in aendret.items():
            if indhold is not None:
                ny.writestr(navn, indhold)
    return ud.getvalue()


def zipped(filer: dict[str, bytes]) -> bytes:
    """A package of files."""
    ud = io.BytesIO()
    with zipfile.ZipFile(ud, "w", zipfile.ZIP_DEFLATED) as pakke:
        for navn, indhold in filer.items():
            pakke.writestr(navn, indhold)
    return ud.getvalue()
