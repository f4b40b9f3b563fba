"""What the XML of a workbook tells that its values do not, and the odd ways in which good workbooks are written."""

import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest

from data.regneark.ark import FilFejl
from data.regneark.laes import read_bytes
from data.regneark.talformat import shown_by
from data.regneark.tekst import clean, percent_text
from tests.data.indlaes_filer import as_xlsx, repacked
from tests.regneark.ondsindede import BOG, BOGRELATIONER, GOD, OLE, moved, sheet

DAG = date(2026, 5, 1)


def only(indhold: bytes):
    return read_bytes(indhold).ark[0]


def with_format(vaerdi, format_: str) -> bytes:
    def write(bog, sider):
        stil = bog.add_format({"num_format": format_})
        (sider["A"].write_datetime if isinstance(vaerdi, date) else sider["A"].write_number)(0, 0, vaerdi, stil)

    return as_xlsx({"A": []}, write)


@pytest.mark.parametrize(
    ("vaerdi", "format_", "ventet"),
    [
        (DAG, "mmm-yy", "2026-05"),
        (DAG, "mmmm yyyy", "2026-05"),
        (DAG, "[$-406]mmmm\\ yyyy;@", "2026-05"),
        (DAG, "mm/yyyy", "2026-05"),
        (DAG, '"Måned" m"."yyyy', "2026-05"),
        (DAG, "mmmm", "2026-05"),
        (DAG, "yyyy", "2026"),
        (DAG, '"år "yy', "2026"),
        (DAG, "dd-mm-yyyy", "2026-05-01"),
        (DAG, "d. mmmm yyyy", "2026-05-01"),
        (DAG, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2026-05-01"),
        (datetime(2026, 5, 1, 13, 30), "yyyy-mm-dd hh:mm", "2026-05-01 13:30"),
        (0.12, "0%", "12 %"),
        (0.07, "0.0%", "7 %"),
        (0.6257, "0.00 %", "62,57 %"),
        (1, "0%", "100 %"),
        (12, '0" %"', "12"),
        (20_000_000, '"kr. "#,##0', "20000000"),
        (1684.5, "General", "1684,5"),
    ],
)
def test_a_cell_says_no_more_than_its_format_shows(vaerdi, format_, ventet):
    assert only(with_format(vaerdi, format_)).raekker == [[ventet]]


@pytest.mark.parametrize("nr", [17])
def test_the_built_in_month_format(nr):
    stil = f'<styleSheet><cellXfs><xf numFmtId="{nr}"/></cellXfs></styleSheet>'.encode()
    indhold = repacked(sheet('<row><c s="0"><v>46143</v></c></row>'), {"xl/styles.xml": stil})
    assert only(indhold).raekker == [["2026-05"]]


def test_formats_are_read_to_their_first_section():
    assert [shown_by(en) for en in ("0%;yyyy", "yyyy;0%", ";;;", "@", "[h]:mm", "mm:ss", "h AM/PM")] == [
        "procent",
        "aar",
        *[""] * 5,
    ]
    assert percent_text(0.29) == "29 %" and percent_text(-0.005) == "-0,5 %" and percent_text(0.0) == "0 %"


@pytest.mark.parametrize("kode", ["#N/A", "#REF!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"])
def test_an_error_cell_is_its_code(kode):
    ark = only(sheet(f'<row><c t="e"><v>{kode}</v></c><c t="e"><f>1/0</f><v>{kode}</v></c><c><v>1</v></c></row>'))
    assert ark.raekker == [[kode, kode, "1"]]


@pytest.mark.parametrize("kode", ["#SPILL!", "#ERROR!", "Loading...", ""])
def test_an_error_that_no_reader_knows_is_refused_with_its_cell(kode):
    with pytest.raises(FilFejl, match="Cellen B1 i arket »Udbud« har en fejl"):
        read_bytes(sheet(f'<row><c><v>1</v></c><c t="e"><v>{kode}</v></c></row>'))


def test_a_formula_with_an_empty_text_is_an_empty_cell_and_one_without_a_value_is_told():
    ark = only(
        sheet(
            '<row><c t="str"><f>IF(1,"")</f><v></v></c><c t="str"><f>A1</f><v/></c><c><f>B1</f></c>'
            '<c><f>B1</f><v></v></c><c t="str"><f>B1</f></c><c><f t="shared" si="0"/><v>3</v></c></row>'
        )
    )
    assert ark.uden_vaerdi == ((1, 3), (1, 4), (1, 5))
    assert ark.raekker[0][0] is None and ark.raekker[0][5] == "3"
    assert read_bytes(sheet("<row><c><f>1</f><v>1</v></c></row>")).bemaerkninger == [
        "Filen rummer 1 formel; kun den gemte værdi er læst."
    ]


def test_hidden_rows_and_columns_are_told_when_they_hold_something():
    def hide(_, sider):
        sider["A"].set_row(1, None, None, {"hidden": True})
        sider["A"].set_row(7, None, None, {"hidden": True})
        sider["A"].set_row(2, 0)
        sider["A"].set_column(1, 1, None, None, {"hidden": True})
        sider["A"].set_column(9, 9, None, None, {"hidden": True})

    indhold = read_bytes(as_xlsx({"A": [["a", "b"], [1, 2], [3, 4], [5, 6]]}, hide))
    assert indhold.ark[0].skjulte_raekker == (2, 3)
    assert indhold.bemaerkninger == ["Kolonne B er skjult i arket »A«, men læst som de andre."]


def test_the_address_behind_a_cell():
    def link(_, sider):
        sider["A"].write_url(0, 0, "https://rs.dk/brev?a=1&b=2", string="Brev")
        sider["A"].write_url(1, 0, "https://rs.dk/to")
        sider["A"].write_url(2, 0, "internal:A!A1", string="Hop")
        sider["A"].write_formula(3, 0, '=HYPERLINK("https://rs.dk/tre","Tre")', None, "Tre")
        sider["A"].write_formula(4, 0, "=HYPERLINK(A1)", None, "Fire")

    assert only(as_xlsx({"A": []}, link)).links == {(1, 1): "https://rs.dk/brev?a=1&b=2", (4, 1): "https://rs.dk/tre"}


@pytest.mark.parametrize("til", ["andet/sted/a.xml", "ark.xml", "xl/ark.xml", "xl/worksheets/dybere/a.xml"])
def test_a_sheet_is_found_where_the_relations_say(til):
    ark = only(moved(sheet('<row><c t="e"><v>#N/A</v></c></row>'), til))
    assert ark.raekker == [["#N/A"]]


def test_a_relation_may_be_relative_and_written_otherwise():
    with zipfile.ZipFile(BytesIO(GOD)) as pakke:
        relationer = pakke.read(BOGRELATIONER)
    for maal in (b"./worksheets/sheet1.xml", b"../xl/worksheets/sheet1.xml", b"/xl/worksheets/sheet1.xml"):
        aendret = repacked(GOD, {BOGRELATIONER: relationer.replace(b"worksheets/sheet1.xml", maal)})
        try:
            assert only(aendret).raekker[0][0] == "Udbuds-id"
        except FilFejl as fejl:
            assert "kan ikke læses som regneark" in str(fejl)


def test_two_sheets_of_one_name_are_refused():
    with zipfile.ZipFile(BytesIO(as_xlsx({"A": [["a"]], "B": [["b"]]}))) as pakke:
        bog = pakke.read(BOG)
    with pytest.raises(FilFejl, match="to ark med samme navn"):
        read_bytes(repacked(as_xlsx({"A": [["a"]], "B": [["b"]]}), {BOG: bog.replace(b'"B"', b'"a"')}))


def test_a_sheet_that_points_nowhere_is_not_passed_over():
    with zipfile.ZipFile(BytesIO(GOD)) as pakke:
        bog = pakke.read(BOG)
    with pytest.raises(FilFejl, match="»Udbud« mangler i den"):
        read_bytes(repacked(GOD, {BOG: bog.replace(b"rId1", b"rId99")}))


def test_hidden_sheets_are_marked():
    ark = read_bytes(as_xlsx({"A": [["a"]], "B": [["b"]]}, lambda _, sider: sider["B"].hide())).ark
    assert [(en.navn, en.skjult, en.raekker) for en in ark] == [("A", False, [["a"]]), ("B", True, [["b"]])]


@pytest.mark.parametrize("stroem", ["\tDRMContent", "DRMEncryptedDataSpace", "DRMEncryptedTransform"])
def test_a_sensitivity_label_is_no_password(stroem):
    with pytest.raises(FilFejl, match="følsomhedsmærkat") as fejl:
        read_bytes(OLE + (stroem + "EncryptedPackage").encode("utf-16-le"))
    assert "dgangskode" not in str(fejl.value)


@pytest.mark.parametrize(
    "usynligt",
    ["\u00ad", "\u200b", "\u2060", "\u2066", "\u2069", "\u061c", "\u180e", "\ufe0f", "\U000e0041", "\ufeff", "\u034f"],
)
def test_text_has_one_form_and_nothing_invisible(usynligt):
    assert clean(f"A\u030arslev{usynligt} på{usynligt}\u2028Fyn{usynligt}") == "Årslev på Fyn"
    assert clean(usynligt) is None and clean("R\ufffddby") == "R\ufffddby"
    assert clean("R\x9bdby p\x86 Fyn") == "R\x9bdby p\x86 Fyn", "destroyed letters are for others to tell of"
