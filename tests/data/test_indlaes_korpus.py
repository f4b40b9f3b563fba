"""Good, odd and bad files: each loads right, or is refused with the sentence that helps."""

import io
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.styles import Font

from data.indlaes import Fil, propose
from tests.data.indlaes_filer import (
    HAENDELSE,
    HU,
    KILDE,
    KLINIK,
    NOEGLETAL,
    PROJEKT,
    PULJE,
    UDBUD,
    as_csv,
    as_xlsx,
    repacked,
    table,
    zipped,
)

I_DAG = date(2026, 11, 22)
XLSX = as_xlsx({"Udbud": table(UDBUD)})
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
ARK1 = "xl/worksheets/sheet1.xml"


def read(egne_kilder, *filer: bytes, **valg):
    navngivne = [Fil(f"fil{nr}", indhold) for nr, indhold in enumerate(filer)]
    return propose(navngivne, kilder=egne_kilder, i_dag=I_DAG, **valg)


def udbud(**celler) -> bytes:
    return as_csv(UDBUD | {navn.replace("_", " "): vaerdi for navn, vaerdi in celler.items()})


def xlsx_values() -> bytes:
    raekke = dict(UDBUD) | {
        "Antal": 2.0,
        "Opslået dato": date(2026, 5, 5),
        "Statusdato": date(2026, 6, 16),
        "Kommune": 360,
    }
    return as_xlsx({"Ark1": table(raekke)})


def formula(vaerdi) -> bytes:
    def write(_, sider):
        sider["Udbud"].write_formula(1, 4, "=1+1", None, vaerdi)

    return as_xlsx({"Udbud": table(UDBUD)}, write)


def formatted(raekke: dict, kolonne: str, vaerdi, format_: str) -> bytes:
    """A row with a cell as a number or date under a format."""

    def write(bog, sider):
        skriv = sider["Ark1"].write_datetime if isinstance(vaerdi, date) else sider["Ark1"].write_number
        skriv(1, [*raekke].index(kolonne), vaerdi, bog.add_format({"num_format": format_}))

    return as_xlsx({"Ark1": table(raekke)}, write)


def merged() -> bytes:
    def merge(_, sider):
        sider["Udbud"].merge_range(1, 2, 2, 2, "Nakskov")

    return as_xlsx({"Udbud": table(UDBUD, UDBUD | {"Udbuds-id": "nak-2"})}, merge)


def hidden(*skjulte: str) -> bytes:
    def hide(_, sider):
        if len(skjulte) == len(sider):
            sider["Synlig"] = _.add_worksheet("Forside")
            sider["Synlig"].activate()
            sider["Synlig"].set_first_sheet()
        for navn in skjulte:
            sider[navn].hide()

    return as_xlsx({"Udbud": table(UDBUD), "Gammelt": table(UDBUD | {"Udbuds-id": "gl-1"})}, hide)


def far_away(kolonne: int, skriv: Callable[[Cell], None]) -> bytes:
    """Something in the last row there can be. openpyxl writes the rows that there are; others go by all of them."""
    bog, ud = openpyxl.load_workbook(io.BytesIO(XLSX)), io.BytesIO()
    skriv(bog["Udbud"].cell(1_048_576, kolonne))
    bog.save(ud)
    return ud.getvalue()


def far_cell() -> bytes:
    def write(celle: Cell) -> None:
        celle.value = "x"

    return far_away(16_384, write)


def styled_far() -> bytes:
    """Formatting far down and far out, as Excel leaves it: no cells in the way."""

    def write(celle: Cell) -> None:
        celle.font = Font(bold=True)

    return far_away(301, write)


# What is wrong with each file, and what is said of it. Large ones are made when they are asked for.
AFVISES = {
    "tom": (b"", "Filen er tom"),
    "kun_blanke": (b" \r\n\r\n;;;", "Filen er tom"),
    "kun_overskrifter": (as_csv(UDBUD).split(b"\r\n")[0], "ingen rækker"),
    "pdf": (b"%PDF-1.7 ...", "en PDF-fil"),
    "word": (zipped({"[Content_Types].xml": b"", "word/document.xml": b""}), "et Word-dokument"),
    "powerpoint": (zipped({"ppt/presentation.xml": b""}), "en PowerPoint"),
    "webside_kaldt_xls": (b"<html><table><tr><td>Udbud</td></tr></table></html>", "en webside"),
    "xml": (b"<?xml version='1.0'?><Workbook/>", "en webside"),
    "rtf": (b"{\\rtf1 x}", "et RTF-dokument"),
    "billede": (b"\x89PNG\r\n\x1a\n....", "et billede"),
    "gzip": (b"\x1f\x8b\x08....", "en pakket fil (gzip)"),
    "parquet": (b"PAR1....PAR1", "en Parquet-fil"),
    "adgangskode": (OLE + "EncryptedPackage".encode("utf-16-le"), "Fjern adgangskoden"),
    "gammel_xls": (OLE + "Workbook".encode("utf-16-le"), "gammelt Excel-format"),
    "gammel_doc": (OLE + "WordDocument".encode("utf-16-le"), "et Word-dokument"),
    "makroer": (repacked(XLSX, {"xl/vbaProject.bin": b"x"}), "rummer makroer"),
    "xlsb": (zipped({"xl/workbook.bin": b"x"}), "binær projektmappe"),
    "ods": (zipped({"mimetype": b"application/vnd.oasis", "content.xml": b"<x/>"}), "OpenDocument"),
    "zip": (zipped({"a.txt": b"hej"}), "uden et regneark"),
    "afkortet": (XLSX[: len(XLSX) // 2], "beskadiget"),
    "oedelagt": (XLSX[:300] + b"\xff" * 60 + XLSX[360:], "beskadiget"),
    "uden_ark": (repacked(XLSX, {ARK1: None}), "kan ikke læses som regneark"),
    "ark_uden_xml": (repacked(XLSX, {ARK1: b"\x00\x01hej"}), "ikke"),
    "zipbombe": (lambda: repacked(XLSX, {"xl/media/a.bin": b"\x00" * (401 << 20)}, 1), "for stor, når den pakkes ud"),
    "doctype": (
        repacked(XLSX, {"xl/styles.xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'}),
        "DOCTYPE",
    ),
    "celle_langt_vaek": (far_cell(), "række 1.048.576"),
    "over_20_mb": (lambda: b"Udbuds-id;Sted\n" + b"a;b\n" * (6 << 20), "grænsen er 20 MB"),
    "over_200000_raekker": (b"Udbuds-id;Sted\n" + b"a;b\n" * 200_100, "200.000 rækker"),
    "for_mange_felter": (b";".join([b"a"] * 300), "300 felter"),
    "anfoerselstegn": (as_csv(UDBUD) + b'\r\n"nak-2;Lolland;uden slut', "anførselstegn"),
    "binaer": (b"abc\x00\x01\x02" * 50, "ikke et regneark og ikke tekst"),
    "andre_overskrifter": (b"Navn;Adresse;Telefon\nA;B;C\n", "passer ikke med nogen af skabelonerne"),
    "almindelig_tekst": ("Kære sekretariat, her er tallene.".encode(), "passer ikke med nogen af skabelonerne"),
    "kolonne_mangler": (as_csv({k: v for k, v in UDBUD.items() if k != "Sted"}), "Kolonnen »Sted« mangler"),
    "kolonne_to_gange": (as_csv(UDBUD | {"By": "Nakskov"}), "Kolonnen »By« står to gange"),
    "flettede_celler": (merged(), "række 2-3 er flettede"),
    "formel_uden_vaerdi": (formula(""), "Cellen E2 har en formel uden gemt værdi"),
    "excelfejl": (udbud(Antal="#I/T"), "række 2, kolonne Antal: »#I/T« er en fejl fra Excel"),
    "alle_ark_skjult": (hidden("Udbud", "Gammelt"), "ark"),
    "ukendt_kommune": (
        udbud(Kommune="Nykøbing"),
        "kolonne Kommune: »Nykøbing« findes ikke. Mente du Guldborgsund (376)",
    ),
    "by_som_kommune": (udbud(Kommune="Nakskov"), "Mente du Lolland (360)?"),
    "stavefejl_i_kommune": (udbud(Kommune="Lollandd"), "Mente du Lolland (360)?"),
    "ukendt_kommunekode": (udbud(Kommune="999"), "findes ikke blandt de 98 kommuner"),
    "kode_og_navn_uenige": (udbud(Kommune="101 Lolland"), "er to kommuner"),
    "kommune_uden_for_region": (
        as_csv(UDBUD | {"Region": "Region Nordjylland"}),
        "Lolland ligger ikke i Region Nordjylland",
    ),
    "ukendt_region": (as_csv(UDBUD | {"Region": "Region Sjæland"}), "Mente du Region Sjælland?"),
    "ukendt_status": (udbud(Status="bsat"), "kolonne Status: »bsat« findes ikke. Mente du »besat«?"),
    "ukendt_enhed": (udbud(Enhed="praksis"), "Skriv ydernummer, kapacitet eller klinik."),
    "tekst_som_tal": (udbud(Antal="to"), "»to« er ikke et helt tal"),
    "decimaler": (udbud(Antal="2,5"), "Skriv det uden decimaler"),
    "negativt": (udbud(Antal="-2"), "et helt tal på mindst 1"),
    "kaempetal": (udbud(Antal="99999999999999"), "for stort et tal"),
    "ugyldig_dato": (udbud(Statusdato="31.2.2026"), "måneden har 28 dage"),
    "amerikansk_dato": (udbud(Statusdato="6/16/2026"), "ingen gyldig måned (»16«)"),
    "tocifret_aar": (udbud(Statusdato="16.6.26"), "kun to cifre i årstallet"),
    "loebenummer": (udbud(Statusdato="46189"), "Skriv 16.6.2026"),
    "ikke_en_dato": (udbud(Statusdato="til sommer"), "er ikke en dato"),
    "frist_uden_dag": (as_csv(UDBUD | {"Ansøgningsfrist": "juni 2026"}), "mangler dag eller måned"),
    "i_fremtiden": (udbud(Statusdato="1.6.2027"), "Datoen ligger i fremtiden"),
    "uden_kilde": (udbud(Kilde=""), "kolonne Kilde: Kilden skal være udfyldt"),
    "uden_sted": (udbud(Sted=""), "kolonne Sted: Byen, bydelen eller klinikken"),
    "id_to_gange": (as_csv(UDBUD, UDBUD), "række 3, kolonne Udbuds-id: »nak-1«. Rækken står der allerede"),
    "for_mange_tildelt": (udbud(Antal_tildelt="7"), "højst antallet i udbuddet"),
    "opslag_efter_status": (udbud(Opslået_dato="1.7.2026"), "Opslaget kan ikke være senere end seneste status"),
    "forrige_findes_ikke": (as_csv(UDBUD | {"Forrige udbuds-id": "x-0"}), "Den forrige runde findes ikke"),
    "ulovlig_overgang": (
        as_xlsx(
            {
                "Udbud": table(UDBUD),
                "Hændelser": table(
                    HAENDELSE | {"Status": "besat"},
                    HAENDELSE | {"Nr. i forløbet": "2", "Status": "ingen_ansoegere", "Dato": "16.6.2026"},
                ),
            }
        ),
        "Status kan ikke følge efter »besat«",
    ),
    "haendelser_i_uorden": (
        as_xlsx(
            {
                "Udbud": table(UDBUD),
                "Hændelser": table(
                    HAENDELSE | {"Dato": "1.7.2026"},
                    HAENDELSE | {"Nr. i forløbet": "2", "Status": "ingen_ansoegere", "Dato": "16.6.2026"},
                ),
            }
        ),
        "Hændelsen ligger før den forrige hændelse",
    ),
    "haendelse_uden_udbud": (
        as_xlsx({"Udbud": table(UDBUD), "Hændelser": table(HAENDELSE | {"Udbuds-id": "andet", "Kilde": "Brev"})}),
        "Udbuddets id skal stå i udbuddene",
    ),
    "pulje_findes_ikke": (as_csv(PROJEKT), "Puljens id skal stå i puljerne"),
    "over_rammen": (
        as_xlsx({"Puljer": table(PULJE | {"Ramme (kr.)": "1.000.000"}), "Puljeprojekter": table(PROJEKT)}),
        "tilsammen større end rammen",
    ),
    "besat_over_opslaaet": (as_csv(HU | {"Besat": "16"}), "højst antallet af opslåede"),
    "ukendt_sundhedsraad": (as_csv(HU | {"Område": "Sundhedsråd Fynn"}), "Mente du Sundhedsråd Fyn"),
    "region_talt_to_gange": (
        as_csv(
            HU | {"Områdetype": "region", "Område": "Region Sjælland"},
            HU | {"Områdetype": "region", "Område": "Region Østdanmark"},
        ),
        "ville blive talt to gange",
    ),
    "dele_over_helhed": (
        as_csv(HU | {"Områdetype": "land", "Område": "Danmark", "Opslået": "10", "Besat": "9"}, HU),
        "mere end tallet for Danmark",
    ),
    "to_foretrukne": (as_csv(HU, HU | {"Kilde": "En anden"}), "skal være foretrukken; her er der 2"),
    "procent_over_100": (as_csv(NOEGLETAL | {"Nøgletal": "lukket_praksis_pct", "Værdi": "138"}), "procenter højst 100"),
    "ukendt_noegletal": (as_csv(NOEGLETAL | {"Nøgletal": "patienter_pr_lege"}), "Mente du »patienter_pr_laege«?"),
    "for_lang_tekst": (as_csv(UDBUD | {"Bemærkning": "x" * 5000}), "der er plads til 4000"),
    "flere_felter_end_overskrifter": (as_csv(UDBUD) + b";Lolland", "Rækken har 12 felter, men der er 11 overskrifter"),
    "kilde_id_optaget": (as_csv(KILDE | {"Kilde-id": "plo-beretning-2025"}), "følger med produktet"),
    "kildens_adresse": (as_csv(KILDE | {"Adresse": "www.plo.dk"}), "skal begynde med http"),
    "uden_id": (udbud(**{"Udbuds-id": "???"}), "kan ikke bruges som id"),
    "ja_eller_nej": (as_csv(HU | {"Skal vises": "måske"}), "Skriv ja eller nej"),
    "slut_foer_start": (as_csv(KLINIK | {"Til dato": "2023"}), "ligger ikke før startdatoen"),
}


# One slip that breaks several rules.
FLERE = {"negativt", "dele_over_helhed", "formel_uden_vaerdi", "haendelse_uden_udbud"}


@pytest.mark.parametrize("navn", AFVISES)
def test_a_bad_file_is_refused_with_the_sentence_that_helps(egne_kilder, navn):
    indhold, saetning = AFVISES[navn]
    forslag = read(egne_kilder, indhold() if callable(indhold) else indhold)
    tekster = [str(en) for en in forslag.fejl]
    assert not forslag.kan_indlaeses
    assert any(saetning in en for en in tekster), tekster
    assert len(tekster) == 1 or navn in FLERE, tekster
    assert all(en.endswith((".", "?", ")")) for en in tekster)


def celler(forslag, tabel: str, nr: int = 0) -> dict:
    return {navn: vaerdier[nr] for navn, vaerdier in forslag.tabeller[tabel].celler.items()}


# Odd files that are understood, and what the first row must hold.
INDLAESES = {
    "semikolon": (
        as_csv(UDBUD),
        "udbud",
        {"kommunekode": "360", "opslag_dato": "2026-05-05", "opslag_praecision": "dag"},
    ),
    "komma": (as_csv(UDBUD, skilletegn=","), "udbud", {"sted": "Nakskov"}),
    "tabulator": (as_csv(UDBUD, skilletegn="\t"), "udbud", {"antal": "2"}),
    "bom": (as_csv(UDBUD, kodning="utf-8-sig"), "udbud", {"udbud_id": "nak-1"}),
    "windows_1252": (as_csv(UDBUD | {"Sted": "Rødby"}, kodning="cp1252"), "udbud", {"sted": "Rødby"}),
    "utf_16": (as_csv(UDBUD | {"Sted": "Rødby"}, skilletegn="\t", kodning="utf-16"), "udbud", {"sted": "Rødby"}),
    "sep_linje": (b"sep=;\r\n" + as_csv(UDBUD), "udbud", {"sted": "Nakskov"}),
    "store_bogstaver": (as_csv({k.upper(): v for k, v in UDBUD.items()}), "udbud", {"antal_ansoegere": "0"}),
    "uden_aeoeaa": (
        as_csv(
            {
                {"Opslået dato": "Opslaaet dato", "Antal ansøgere": "antal ansogere"}.get(k, k): v
                for k, v in UDBUD.items()
            }
        ),
        "udbud",
        {"opslag_dato": "2026-05-05", "antal_ansoegere": "0"},
    ),
    "kolonnenavne": (
        as_csv(
            dict(
                zip(
                    (
                        "udbud_id",
                        "kommunekode",
                        "sted",
                        "enhed",
                        "antal",
                        "opslag_dato",
                        "antal_ansoegere",
                        "antal_tildelt",
                        "status",
                        "status_dato",
                        "kilde_id",
                    ),
                    UDBUD.values(),
                )
            )
        ),
        "udbud",
        {"status": "ingen_ansoegere"},
    ),
    "overskrift_laengere_nede": (b"Udbud af ydernumre\r\n\r\n" + as_csv(UDBUD), "udbud", {"sted": "Nakskov"}),
    "blanke_raekker": (as_csv(UDBUD) + b"\r\n;;;;\r\n\r\n", "udbud", {"sted": "Nakskov"}),
    "kommunekode_med_nul": (udbud(Kommune="0360"), "udbud", {"kommunekode": "360"}),
    "kode_og_navn": (udbud(Kommune="360 Lolland"), "udbud", {"kommunekode": "360"}),
    "lolland_kommune": (udbud(Kommune="LOLLAND KOMMUNE"), "udbud", {"kommunekode": "360"}),
    "koebenhavns_kommune": (udbud(Kommune="Københavns Kommune"), "udbud", {"kommunekode": "101"}),
    "aaroe": (udbud(Kommune="Aeroe"), "udbud", {"kommunekode": "492"}),
    "kun_region": (
        as_csv(UDBUD | {"Kommune": "", "Region": "Sjælland"}),
        "udbud",
        {"region": "Region Sjælland", "kommunekode": None},
    ),
    "regionskode": (as_csv(UDBUD | {"Kommune": "", "Region": "1085"}), "udbud", {"region": "Region Sjælland"}),
    "dansk_dato": (udbud(Statusdato="16. juni 2026"), "udbud", {"status_dato": "2026-06-16"}),
    "kun_maaned": (udbud(Statusdato="juni 2026"), "udbud", {"status_dato": "2026-06", "status_praecision": "maaned"}),
    "kun_aar": (udbud(Statusdato="2026"), "udbud", {"status_dato": "2026", "status_praecision": "aar"}),
    "iso": (udbud(Statusdato="2026-06-16"), "udbud", {"status_dato": "2026-06-16"}),
    "iso_med_klokken": (udbud(Statusdato="2026-06-16 00:00:00"), "udbud", {"status_dato": "2026-06-16"}),
    "skraastreg": (udbud(Statusdato="16/6/2026"), "udbud", {"status_dato": "2026-06-16"}),
    "status_ved_navn": (udbud(Status="Ingen ansøgere"), "udbud", {"status": "ingen_ansoegere"}),
    "planlagt_i_fremtiden": (
        as_csv(UDBUD | {"Status": "besluttet", "Statusdato": "2027", "Opslået dato": "", "Antal ansøgere": ""}),
        "udbud",
        {"status_dato": "2027"},
    ),
    "id_med_mellemrum": (udbud(**{"Udbuds-id": "Ærø 2026/1"}), "udbud", {"udbud_id": "aeroe-2026-1"}),
    "haarde_mellemrum": (udbud(Sted="\u00a0Nakskov\u200b "), "udbud", {"sted": "Nakskov"}),
    "linjeskift_i_felt": (as_csv(UDBUD | {"Bemærkning": "en\nto"}), "udbud", {"note": "en to"}),
    "formeltegn": (as_csv(UDBUD | {"Bemærkning": "=HYPERLINK(1)"}), "udbud", {"note": "=HYPERLINK(1)"}),
    "tom_er_streg": (as_csv(UDBUD | {"Ansøgningsfrist": "-"}), "udbud", {"frist_dato": None}),
    "xlsx": (xlsx_values(), "udbud", {"kommunekode": "360", "antal": "2", "opslag_dato": "2026-05-05"}),
    "vist_som_maaned": (
        formatted(UDBUD, "Opslået dato", date(2026, 5, 1), "mmm-yy"),
        "udbud",
        {"opslag_dato": "2026-05", "opslag_praecision": "maaned"},
    ),
    "vist_som_procent": (
        formatted(NOEGLETAL | {"Nøgletal": "lukket_praksis_pct"}, "Værdi", 0.625, "0%"),
        "noegletal",
        {"vaerdi": "62.5"},
    ),
    "dos": (as_csv(UDBUD | {"Sted": "Rødby på Lolland"}, kodning="cp865"), "udbud", {"sted": "Rødby på Lolland"}),
    "macroman": (as_csv(UDBUD | {"Sted": "Rødby"}, kodning="mac_roman"), "udbud", {"sted": "Rødby"}),
    "sep_og_cr": (b"sep=;\r" + as_csv(UDBUD).replace(b"\r\n", b"\r"), "udbud", {"sted": "Nakskov"}),
    "formel_med_vaerdi": (formula(3), "udbud", {"antal": "3"}),
    "skjult_ark": (hidden("Gammelt"), "udbud", {"udbud_id": "nak-1"}),
    "formatering_langt_nede": (styled_far(), "udbud", {"udbud_id": "nak-1"}),
    "anden_fil_henvist": (repacked(XLSX, {"xl/externalLinks/externalLink1.xml": b"<x/>"}), "udbud", {"antal": "2"}),
    "ukendt_kolonne": (as_csv(UDBUD | {"Sagsbehandler": "AB"}), "udbud", {"antal": "2"}),
    "haendelser_uden_nr": (
        as_xlsx(
            {"Udbud": table(UDBUD), "Hændelser": table({k: v for k, v in HAENDELSE.items() if k != "Nr. i forløbet"})}
        ),
        "udbud_haendelse",
        {"raekkefoelge": "1", "kilde_id": "egne-brev-fra-regionen"},
    ),
    "klinikker": (as_csv(KLINIK), "klinik", {"fra_dato": "2024-05", "patienter": "3200"}),
    "pulje_og_projekt": (
        as_xlsx({"Puljer": table(PULJE), "Puljeprojekter": table(PROJEKT)}),
        "puljeprojekt",
        {"beloeb_kr": "1250000.5", "kommunekoder": "360;376", "medregnes": "1", "aar_til": "2025"},
    ),
    "hu_kort_navn": (as_csv(HU | {"Område": "fyn"}), "hu_forloeb", {"omraade": "Sundhedsråd Fyn", "foretrukken": "1"}),
    "noegletal_ved_kode": (
        as_csv(NOEGLETAL | {"Område": "360"}),
        "noegletal",
        {"omraade": "Lolland", "kommunekode": "360", "vaerdi": "1684.5"},
    ),
    "noegletal_ved_navn": (
        as_csv(NOEGLETAL | {"Nøgletal": "Patienter pr. læge"}),
        "noegletal",
        {"noegletal": "patienter_pr_laege"},
    ),
    "procenttegn": (
        as_csv(NOEGLETAL | {"Nøgletal": "lukket_praksis_pct", "Værdi": "62,5 %"}),
        "noegletal",
        {"vaerdi": "62.5"},
    ),
    "punktum_er_decimal_i_kommafil": (
        as_csv(NOEGLETAL | {"Værdi": "1684.125"}, skilletegn=","),
        "noegletal",
        {"vaerdi": "1684.125"},
    ),
    "kilder": (as_csv(KILDE), "kilde", {"kilde_id": "brev-1", "dato": "2026-06-01", "type": "region"}),
    "kilde_ved_id": (udbud(Kilde="plo-beretning-2025"), "udbud", {"kilde_id": "plo-beretning-2025"}),
    "kilde_er_adresse": (
        udbud(Kilde="https://www.rs.dk/brev"),
        "kilde",
        {"url": "https://www.rs.dk/brev", "type": "dokument"},
    ),
}


@pytest.mark.parametrize("navn", INDLAESES)
def test_an_odd_file_is_understood(egne_kilder, navn):
    indhold, tabel, ventet = INDLAESES[navn]
    forslag = read(egne_kilder, indhold)
    assert forslag.kan_indlaeses, [str(en) for en in forslag.fejl]
    raekke = celler(forslag, tabel)
    assert {kolonne: raekke[kolonne] for kolonne in ventet} == ventet


def test_the_corpus_is_large_enough():
    assert len(AFVISES) >= 60 and len(INDLAESES) >= 40


@pytest.mark.parametrize(
    ("navn", "saetning"),
    [
        ("ukendt_kolonne", "Kolonnen »Sagsbehandler« er ukendt og er ikke læst."),
        ("skjult_ark", "Arket »Gammelt« er skjult og er ikke læst."),
        ("formel_med_vaerdi", "Filen rummer 1 formel; kun den gemte værdi er læst."),
        ("anden_fil_henvist", "henter tal fra andre filer"),
        ("windows_1252", "læst som Windows-1252"),
        ("semikolon", "1 ny kilde bliver oprettet"),
    ],
)
def test_what_was_left_out_or_made_up_is_told(egne_kilder, navn, saetning):
    forslag = read(egne_kilder, INDLAESES[navn][0])
    assert any(saetning in en for en in forslag.bemaerkninger), forslag.bemaerkninger


def test_all_errors_are_told_at_once_in_the_order_of_the_rows(egne_kilder):
    forslag = read(
        egne_kilder,
        as_csv(
            UDBUD | {"Kommune": "Nykøbing", "Antal": "to", "Sted": ""},
            UDBUD | {"Udbuds-id": "nak-2", "Antal": "0", "Statusdato": "1.6.2027"},
            UDBUD | {"Udbuds-id": "nak-3", "Statusdato": "1.6.2027"},
        ),
    )
    assert [(en.raekke, en.kolonne) for en in forslag.fejl] == [
        (2, "Antal"),
        (2, "Kommune"),
        (2, "Sted"),
        (3, "Antal"),
        (4, "Statusdato"),
    ]


@pytest.mark.parametrize("navn", ["../../etc/passwd.csv", "C:\\data\\udbud.csv", "a\x00b\n.csv", "", "x" * 500])
def test_a_file_name_is_only_shown(egne_kilder, navn):
    vist = propose([Fil(navn, as_csv(UDBUD | {"Antal": "0"}))], kilder=egne_kilder, i_dag=I_DAG).fejl[0].fil
    assert not set(vist) & set("/\\\x00\n") and 0 < len(vist) <= 100


ADVARES = {
    "usaedvanlig": (
        as_csv(UDBUD | {"Status": "udbudsklinik", "Kliniktype efter": "udbudsklinik"}),
        "Et usædvanligt forløb efter »opslaaet«",
    ),
    "ti_gange": (
        as_csv(NOEGLETAL | {"Dato": "2025"}, NOEGLETAL | {"Dato": "2026", "Værdi": "16845"}),
        "mindst ti gange det forrige",
    ),
    "hul": (as_csv(HU | {"År": "2023"}, HU | {"År": "2026"}), "ingen rækker for 2024-2025"),
    "andel_som_procent": (as_csv(NOEGLETAL | {"Nøgletal": "lukket_praksis_pct", "Værdi": "0,62"}), "gang med 100"),
    "millioner": (as_xlsx({"Puljer": table(PULJE | {"Ramme (kr.)": "20"})}), "hele kroner"),
    "to_maader": (as_csv(NOEGLETAL | {"Værdi": "1.684"}), "er læst som 1684"),
    "samme_udbud_to_gange": (as_csv(UDBUD, UDBUD | {"Udbuds-id": "nak-2"}), "Er det det samme udbud?"),
    "region_er_summen": (
        as_csv(
            {"Region": "", **UDBUD},
            {"Region": "", **UDBUD} | {"Udbuds-id": "nyk-1", "Kommune": "376", "Sted": "Nykøbing F"},
            {"Region": "Region Sjælland", **UDBUD}
            | {"Udbuds-id": "sj-1", "Kommune": "", "Sted": "Regionen", "Antal": "4"},
        ),
        "tælles det to gange",
    ),
    "foerste_i_maaneden": (
        as_csv(*(KLINIK | {"Klinik-id": f"k-{nr}", "Fra dato": f"1.{nr}.2024"} for nr in range(1, 7))),
        "den 1. i en måned",
    ),
    "flere_projekter_end_oplyst": (
        as_xlsx({"Puljer": table(PULJE | {"Støttede projekter": "0"}), "Puljeprojekter": table(PROJEKT)}),
        "flere end det oplyste antal",
    ),
    "lignende_kilde": (udbud(Kilde="PLO bestyrelsens beretning, efterår 2024"), "ligner »PLO bestyrelsens beretning"),
    "varslet": (as_csv(KLINIK | {"Fra dato": "2027"}), "Er det en varslet dato"),
    "kilde_uden_dato": (as_csv(KILDE | {"Dato": ""}), "Kilden har ingen dato"),
}


@pytest.mark.parametrize("navn", ADVARES)
def test_what_is_allowed_but_odd_is_a_warning_and_does_not_block(egne_kilder, navn):
    indhold, saetning = ADVARES[navn]
    forslag = read(egne_kilder, indhold)
    assert forslag.kan_indlaeses, [str(en) for en in forslag.fejl]
    assert any(saetning in str(en) for en in forslag.advarsler), [str(en) for en in forslag.advarsler]


def test_files_that_are_too_large_together_are_refused_in_words(egne_kilder, monkeypatch):
    monkeypatch.setattr("data.indlaes.samling.STOERSTE_FLADE", 2 * len(UDBUD))
    en, to = as_csv(UDBUD), as_csv(UDBUD | {"Udbuds-id": "nak-2"})
    assert read(egne_kilder, en).kan_indlaeses
    assert [str(en) for en in read(egne_kilder, en, to).fejl] == [
        "fil1: Filerne er tilsammen for store. Indlæs dem hver for sig."
    ]
