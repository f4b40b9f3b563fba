"""Files that people take home, fetched as they do: from under a figure, and everything about an area at once."""

import io
import re
import zipfile

import pandas as pd
import pypdf
from pptx import Presentation

from tests.e2e.siden import assert_no_traceback, visit, wait_for_map, wait_idle

LOLLAND = "/mit_omraade?omraade=360&datasaet=eksempel"


def test_a_figure_becomes_every_kind_of_file(server, tab):
    visit(tab, f"{server.url}/kort?datasaet=eksempel&niveau=sundhedsraad")
    wait_for_map(tab)
    tab.get_by_role("button", name="Hent og kilder").click()
    hentet = {}
    for knap in ("PowerPoint", "Billede (png)", "Billede (svg)", "Excel", "CSV, international", "CSV til dansk Excel"):
        with tab.expect_download() as ventet:
            tab.get_by_role("button", name=knap, exact=True).first.click()
        # what, of which area, on what day
        assert ventet.value.suggested_filename.startswith("eksempeldata-kort-udbudte_ydernumre-hele-landet-20")
        hentet[ventet.value.suggested_filename.rsplit(".")[-1], knap] = ventet.value.path().read_bytes()
    filer = {endelse: indhold for (endelse, _), indhold in hentet.items()}
    assert set(filer) == {"pptx", "png", "svg", "xlsx", "csv"}
    assert len(Presentation(io.BytesIO(filer["pptx"])).slides) >= 1
    assert filer["png"].startswith(b"\x89PNG") and b"EKSEMPELDATA" in filer["svg"]
    assert len(pd.read_excel(io.BytesIO(filer["xlsx"]))) >= 17
    assert "EKSEMPELDATA" in filer["csv"].decode("utf-8-sig")
    assert_no_traceback(tab)


def test_a_whole_page_in_one_file(server, tab):
    visit(tab, f"{server.url}/kort?datasaet=eksempel&niveau=region")
    wait_for_map(tab)
    tab.locator(".st-key-deling button").click()
    with tab.expect_download(timeout=60_000) as ventet:
        tab.get_by_role("button", name="Hele siden som PowerPoint").click()
    assert re.fullmatch(r"eksempeldata-kort-20[\d-]+\.pptx", ventet.value.suggested_filename)
    dias = Presentation(ventet.value.path()).slides
    titler = [en.shapes.title.text for en in dias if en.shapes.title is not None]
    # the map and the ranking, each on a slide of its own
    assert len(titler) >= 3 and sum("Udbudte ydernumre" in en for en in titler) >= 2, titler
    assert_no_traceback(tab)


def test_everything_about_an_area_in_one_file(server, tab):
    visit(tab, server.url + LOLLAND)
    tab.get_by_role("tab", name="Tal", exact=True).click()
    wait_idle(tab)
    with tab.expect_download(timeout=60_000) as ventet:
        tab.get_by_role("button", name="Hent alt for mit område").click()
    assert re.fullmatch(r"eksempeldata-lolland-20[\d-]+\.zip", ventet.value.suggested_filename)
    arkiv = zipfile.ZipFile(ventet.value.path())
    navne = [sti.split("/", 1)[1] for sti in arkiv.namelist()]
    assert {"rapport.pdf", "tal.xlsx", "dias.pptx"} <= set(navne)
    assert sum(navn.startswith("csv/") for navn in navne) >= 3
    rapport = next(sti for sti in arkiv.namelist() if sti.endswith("rapport.pdf"))
    tekst = "\n".join(side.extract_text() for side in pypdf.PdfReader(io.BytesIO(arkiv.read(rapport))).pages)
    assert "Lolland" in tekst and "EKSEMPELDATA" in tekst
    # the link that makes it again is the reader's own
    assert f"127.0.0.1:{server.port}" in tekst
    assert_no_traceback(tab)
