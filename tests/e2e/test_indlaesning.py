"""The secretariat's whole way, by two browsers: template, error, mended, loaded, seen by the other, undone.

On a copy of the project, so that no own data end in this one.
"""

import io

import openpyxl
import pytest

from tests.e2e.kopi import copy_of_project
from tests.e2e.server import is_healthy, running, wait_for
from tests.e2e.siden import (
    assert_no_traceback,
    choose,
    metrics,
    rows,
    visit,
    wait_for_map,
    wait_idle,
    wait_until,
)
from tests.regneark.ondsindede import sheet

LYSBILLEDE = ".lysbillede"
LAENGST = 90  # seconds for a loading
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
INDIKATORER = {row["noegletal"]: row["navn"] for row in rows("katalog/noegletal_katalog")}
RAEKKE = {
    "Udbuds-id": "lolland-proeve-1",
    "Kommune": "Nykøbing",
    "Sted": "Nakskov",
    "Enhed": "ydernummer",
    "Antal": 41,
    "Art": "nyt",
    "Opslået dato": "5.5.2026",
    "Status": "opslaaet",
    "Kilde": "Brev fra regionen",
}


@pytest.fixture(scope="module")
def egen_server(tmp_path_factory):
    with running("streamlit", copy_of_project(tmp_path_factory.mktemp("egne") / "projekt")) as server:
        yield server


def test_from_template_to_map_and_back(egen_server, open_tab):
    sekretariat, formand = open_tab(), open_tab()
    visit(sekretariat, f"{egen_server.url}/data_og_kilder")
    sekretariat.get_by_role("tab", name="Indlæs").click()
    with sekretariat.expect_download() as ventet:
        sekretariat.get_by_role("button", name="xlsx", exact=True).click()
    skabelon = ventet.value.path().read_bytes()

    upload(sekretariat, filled(skabelon, RAEKKE))
    assert wait_until(sekretariat, lambda: "1 fejl skal rettes" in text(sekretariat)), text(sekretariat)
    with sekretariat.expect_download() as ventet:
        sekretariat.get_by_role("button", name="med en kolonne af fejl").click()
    fejl = openpyxl.load_workbook(io.BytesIO(ventet.value.path().read_bytes()))
    celler = " ".join(str(celle.value) for raekke in fejl.worksheets[0] for celle in raekke if celle.value)
    assert "Nykøbing" in celler and "Mente du Guldborgsund (376)" in celler
    assert sekretariat.get_by_role("button", name="Indlæs", exact=True).count() == 0

    load(sekretariat, filled(skabelon, RAEKKE | {"Kommune": "Lolland"}), "Version 1")

    # own data are the default as soon as there are any
    visit(formand, f"{egen_server.url}/kort?niveau=kommune&omraade=360&indikator=udbudte_ydernumre")
    wait_for_map(formand)
    assert metrics(formand)[0] == "Lolland 41"
    # meanwhile someone presents
    sal = open_tab()
    visit(sal, f"{egen_server.url}/praesentation")
    sal.get_by_role("button", name="Start præsentationen").click()
    sal.wait_for_selector(f"{LYSBILLEDE} h1.titel")
    foer = slide(sal)
    assert "fastfrosset" in foer[1], foer
    load(sekretariat, filled(skabelon, RAEKKE | {"Kommune": "Lolland", "Antal": 43}), "Version 2")
    look_again(formand)
    assert metrics(formand)[0] == "Lolland 43"

    sekretariat.get_by_role("tab", name="Versioner").click()
    sekretariat.get_by_role("button", name="Tag denne version i brug").click()
    assert wait_until(sekretariat, lambda: "er nu i brug" in text(sekretariat)), text(sekretariat)
    look_again(formand)
    assert metrics(formand)[0] == "Lolland 41"
    # on the wall nothing has moved, and slides still come from the data it began with
    sal.keyboard.press("PageDown")
    assert wait_until(sal, lambda: slide(sal)[0] != foer[0]), slide(sal)
    sal.keyboard.press("PageUp")
    assert wait_until(sal, lambda: slide(sal) == foer), slide(sal)
    for tab in (sekretariat, formand, sal):
        assert_no_traceback(tab)


def test_a_hostile_file_is_a_sentence_and_leaves_nothing_behind(egen_server, open_tab):
    tab = open_tab()
    visit(tab, f"{egen_server.url}/data_og_kilder")
    tab.get_by_role("tab", name="Indlæs").click()
    upload(tab, sheet("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"))
    assert wait_until(tab, lambda: "1 fejl skal rettes" in text(tab)), text(tab)
    assert tab.locator('[data-testid="stFileChipDeleteBtn"]').count() == 0, "the field is empty again"
    wait_for(egen_server, is_healthy, 30)  # raises when it has stopped, or answers nobody
    # another choice, and what was said still stands
    tab.get_by_text("Tilføj og ret kun").click()
    wait_idle(tab)
    assert "1 fejl skal rettes" in text(tab)


def slide(tab) -> tuple[str, str]:
    """Title and foot of the slide on the wall."""
    return tuple(tab.locator(f"{LYSBILLEDE} {del_}").inner_text() for del_ in ("h1.titel", ".bund"))


def load(tab, indhold: bytes, version: str, laengst: float = LAENGST) -> None:
    """Upload and say yes."""
    upload(tab, indhold)
    knap = tab.get_by_role("button", name="Indlæs", exact=True)
    knap.wait_for()
    assert "fejl skal rettes" not in text(tab)
    knap.click()
    # every View is asked first, which takes its time on a busy machine
    assert wait_until(tab, lambda: version in text(tab) and "er i brug" in text(tab), laengst), text(tab)


def look_again(tab) -> None:
    """Choose something else and back, as someone does who looks around."""
    for kode in ("udbudsrunder", "udbudte_ydernumre"):
        choose(tab, "indikator", INDIKATORER[kode], kode)
    wait_idle(tab)


def filled(skabelon: bytes, raekke: dict) -> bytes:
    """The template with one row, as someone writes it in Excel."""
    bog = openpyxl.load_workbook(io.BytesIO(skabelon))
    ark = bog.worksheets[0]
    for celle in ark[1]:
        ark.cell(4, celle.column, raekke.get(celle.value))
    ud = io.BytesIO()
    bog.save(ud)
    return ud.getvalue()


def upload(tab, indhold: bytes) -> None:
    """In place of what was uploaded before."""
    for kryds in tab.locator('[data-testid="stFileChipDeleteBtn"] button').all():
        kryds.click()
        wait_idle(tab)
    tab.locator('input[type="file"]').set_input_files({"name": "udbud.xlsx", "mimeType": XLSX, "buffer": indhold})
    wait_idle(tab)


def text(tab) -> str:
    return tab.locator('[data-testid="stMain"]').inner_text()
