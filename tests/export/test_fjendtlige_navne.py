"""Names made to be links, pictures, formulas and marks are text in every file, of every View, whole page, deck and
table; only the product's own links and the addresses of sources can be clicked."""

import csv
import io
import shutil
import xml.etree.ElementTree as ET
import zipfile
from urllib.parse import unquote, urlsplit

import openpyxl
import pytest
from pypdf import PdfReader

from data.build import DATA, build
from export import samlet
from export.dias import slides
from export.filer import billede, regneark, tabel
from export.filer.hele_tabeller import table_csv, table_xlsx
from export.om import about
from export.papir import rapport
from queries.database import Database
from queries.kvalitet import TABELNAVN, table_frame
from tests.dag import I_DAG, NU
from tests.data.test_build import rows
from tests.export.conftest import ADRESSE
from tests.fjendtlig import ADRESSE as KILDEADRESSE
from tests.fjendtlig import FJENDTLIG, FORMLER, poison, would_run
from tests.sweep import some
from views.faelles.filtre import Filters
from views.fremvisning import praesentation, visninger
from views.fremvisning.praesentation import Dias, Praesentation

FILTERS = Filters(datasaet="eksempel", niveau="region", omraade="1083", dag=I_DAG)
SVG = "{http://www.w3.org/2000/svg}"
SVG_MAERKER = {"svg", "title", "desc", "rect", "path", "circle", "line", "polyline", "text", "tspan"}
SVG_EGENSKABER = (
    *("width", "height", "viewBox", "role", "lang", "font-family", "font-size", "font-weight", "text-anchor"),
    *("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "d", "points", "fill", "fill-rule", "fill-opacity"),
    *("stroke", "stroke-width", "stroke-dasharray", "{http://www.w3.org/XML/1998/namespace}space"),
)
# Parts of a package that are pictures, macros or embeddings; the data sheet behind a chart is the product's own.
FREMMEDE_DELE = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".svg", ".vml", ".vbs", ".html")


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    mappe = tmp_path_factory.mktemp("fjendtlig")
    for navn in ("katalog", "geografi", "offentlig", "eksempel"):
        shutil.copytree(DATA / navn, mappe / navn)
    poison(mappe, FORMLER)
    build(mappe / "data.duckdb", mappe)
    return Database(mappe / "data.duckdb").snapshot()


@pytest.fixture(scope="module")
def om(data):
    return about(data, NU, ADRESSE)


@pytest.fixture(scope="module")
def views(data):
    byggede = {navn: visninger.build(navn, FILTERS, data) for navn in some([*visninger.VISNINGER], 36)}
    assert None not in byggede.values()
    return list(byggede.values())


def is_ours(adresse: str, ogsaa_kilder: bool = True) -> bool:
    """The product itself, or a source as it was given, where those are links."""
    delt = DATA / "geografi"
    kilder = {KILDEADRESSE, *(en["url"] for en in rows(delt / "kilde.csv"))} if ogsaa_kilder else set()
    # where the agendas of a sundhedsråd are published stands beside its seats
    kilder |= {en["dagsordener"] for en in rows(delt / "raadsplads.csv")} - {""} if ogsaa_kilder else set()
    return urlsplit(adresse).netloc == urlsplit(ADRESSE).netloc or unquote(adresse) in kilder


def assert_package(fil: bytes) -> None:
    """Nothing in an Open XML file points out of it but links to us and to sources, and nothing in it can run."""
    with zipfile.ZipFile(io.BytesIO(fil)) as pakke:
        for navn in pakke.namelist():
            assert not navn.lower().endswith(FREMMEDE_DELE), navn
            indhold = pakke.read(navn)
            if navn.endswith(".xlsx"):
                assert_package(indhold)
            elif navn.endswith(".rels"):
                for en in ET.fromstring(indhold):
                    if en.get("TargetMode") == "External":
                        assert en.get("Type").endswith("/hyperlink") and is_ours(en.get("Target")), en.attrib
            elif navn.startswith("xl/worksheets/"):
                rod = ET.fromstring(indhold)
                assert not [en for en in rod.iter() if en.tag.endswith(("}f", "}drawing", "}legacyDrawing"))], navn


def assert_cells(fil: bytes) -> None:
    for ark in openpyxl.load_workbook(io.BytesIO(fil)):
        for celle in (celle for raekke in ark.iter_rows() for celle in raekke):
            assert celle.data_type in ("s", "n", "d", "b"), celle.value
            assert celle.hyperlink is None or is_ours(celle.hyperlink.target), celle.hyperlink.target


def assert_text_file(fil: bytes, skilletegn: str, forventet: int) -> None:
    """No cell begins as a formula does; the hostile text is still there."""
    raekker = list(csv.reader(io.StringIO(fil.decode("utf-8-sig"), newline=""), delimiter=skilletegn))
    celler = [celle for raekke in raekker for celle in raekke]
    assert list(filter(would_run, celler)) == []
    assert sum(FJENDTLIG in celle for celle in celler) >= forventet


def hostile_cells(view) -> int:
    return sum(FJENDTLIG in celle for kolonne in view.table for celle in view.table[kolonne] if isinstance(celle, str))


def links_of(fil: bytes) -> list[str]:
    """Where a PDF's links lead; anything else that it could do is an error."""
    ud = []
    for side in PdfReader(io.BytesIO(fil)).pages:
        for note in (en.get_object() for en in side.get("/Annots", ())):
            assert note["/Subtype"] == "/Link" and note["/A"]["/S"] == "/URI", note
            ud.append(str(note["/A"]["/URI"]))
        assert "/AA" not in side
    return ud


def test_slides_of_every_view_have_the_products_links_alone(views, om):
    dias = [(view, f"{FORMLER[0]}{FJENDTLIG}", FJENDTLIG) for view in views]
    assert_package(slides.slides(FJENDTLIG, dias, om))


def test_workbooks_of_every_view_hold_text_and_numbers(views, om):
    fil = regneark.workbook(views, om)
    assert_package(fil)
    assert_cells(fil)


def test_text_files_of_every_view_run_nothing(views, om):
    for view in views:
        assert_text_file(tabel.danish_csv(view, om), ";", hostile_cells(view))
        assert_text_file(tabel.international_csv(view, om), ",", hostile_cells(view))
    assert sum(map(hostile_cells, views)) > 50


def test_pictures_of_every_view_have_the_products_elements_alone(views, om):
    for view in views:
        for en in ET.fromstring(billede.svg(view, om)).iter():
            assert en.tag.removeprefix(SVG) in SVG_MAERKER and set(en.attrib) <= {*SVG_EGENSKABER}, (view.id, en.attrib)
            assert "url(" not in " ".join(en.attrib.values())
        # the words of a png are its properties and its drawing, and those are the svg's


def test_paper_of_every_view_leads_home_alone(views, om, data, monkeypatch):
    monkeypatch.setattr(praesentation, "built", lambda *_: [(view, FJENDTLIG, FJENDTLIG) for view in views])
    fundne = links_of(rapport.handout(Praesentation(FJENDTLIG, ()), "eksempel", om, data))
    assert fundne and all(is_ours(en, ogsaa_kilder=False) for en in fundne), fundne


def test_everything_of_an_area_is_harmless(data, om):
    with zipfile.ZipFile(io.BytesIO(samlet.area_zip(FILTERS, om, data))) as arkiv:
        filer = {navn: arkiv.read(navn) for navn in arkiv.namelist()}
    for navn, fil in filer.items():
        assert FJENDTLIG not in navn
        if navn.endswith(".pdf"):
            fundne = links_of(fil)
            assert KILDEADRESSE in fundne and [en for en in fundne if not is_ours(en)] == []
        elif navn.endswith((".xlsx", ".pptx")):
            assert_package(fil)
        elif navn.endswith(".csv"):
            assert_text_file(fil, "," if "csv-international" in navn else ";", 0)


def test_a_deck_is_harmless_as_slides_and_on_paper(data, om):
    dias = tuple(Dias(navn, (), f"{start}{FJENDTLIG}", FJENDTLIG) for navn, start in zip(("kort", "ved_ikke"), FORMLER))
    deck = Praesentation(f"{FORMLER[0]}{FJENDTLIG}", dias)
    assert_package(slides.deck_slides(deck, "eksempel", om, data))
    assert all(is_ours(en, ogsaa_kilder=False) for en in links_of(rapport.handout(deck, "eksempel", om, data)))


@pytest.mark.parametrize("navn", TABELNAVN)
def test_whole_tables_run_nothing(navn, data):
    hele = table_frame(navn, "eksempel", data).head(200)
    assert_text_file(table_csv(hele), ";", 0)
    assert_package(fil := table_xlsx(hele))
    assert_cells(fil)
