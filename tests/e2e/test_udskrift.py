"""Ctrl+P: the paper has the pdf's composition with address and date on every sheet, and the page is as before."""

import io

import pytest
from pypdf import PdfReader

from tests.e2e.siden import drawn, visit, wait_for_map, wait_idle, wait_until

A4 = {"format": "A4", "prefer_css_page_size": True}


def printed(tab, **ark) -> list[str]:
    """The words of each sheet, as the browser prints the page."""
    fil = PdfReader(io.BytesIO(tab.pdf(**{**A4, **ark})))
    return [" ".join(side.extract_text().split()) for side in fil.pages]


@pytest.mark.parametrize("landscape", [False, True])
def test_a_page_prints_as_the_pdf_has_it(server, tab, landscape):
    visit(tab, f"{server.url}/kort?datasaet=eksempel&niveau=sundhedsraad&omraade=soenderjylland")
    wait_for_map(tab)
    foer = len(drawn(tab))
    ark = printed(tab, landscape=landscape)
    hele = " ".join(ark)
    assert tab.locator("h1").inner_text() in hele
    assert "Midt- og Vestsjælland" in hele and "Definition." in hele and "Kilder" in hele
    for nr, side in enumerate(ark, start=1):
        assert "EKSEMPELDATA - opdigtede tal" in side and f"Side {nr}" in side
        assert "omraade=soenderjylland" in side.replace(" ", "") and "lavet" in side
    # what belongs to the screen alone is not on paper
    assert "Hent og kilder" not in hele and "Præsentation" not in hele
    # the map and the ranking are whole, each on one sheet: the first and the last of what stands in them
    assert any("Vendsyssel" in side and "Bornholm" in side for side in ark)
    assert tab.locator("#paa-papir").count() == 0 and len(drawn(tab)) == foer


def test_a_wide_list_is_not_cut_and_what_was_searched_for_is_printed(server, tab):
    visit(tab, f"{server.url}/ydernumre?fane=liste")
    tab.locator(".st-key-_soeg input").fill("vollsmose")
    wait_until(tab, lambda: "soeg=vollsmose" in tab.url)
    wait_idle(tab)
    wait_until(tab, lambda: tab.get_by_text("Forløbet for Vollsmose").count() > 0)
    hele = " ".join(printed(tab))
    assert "Vollsmose" in hele and "Frøstrup" not in hele and "soeg=vollsmose" in hele.replace(" ", "")


def test_the_box_del_prints(server, tab):
    visit(tab, f"{server.url}/ordliste")
    tab.evaluate("() => { window.print = () => { window.udskrevet = true } }")
    tab.locator(".st-key-deling button").first.click()
    tab.get_by_role("button", name="Udskriv", exact=True).click()
    assert wait_until(tab, lambda: tab.evaluate("() => window.udskrevet === true"))
    assert "Praksislukning" in " ".join(printed(tab)) or "Lægekapacitet" in " ".join(printed(tab))


def test_without_a_line_the_browser_prints_what_it_has(server, tab):
    visit(tab, f"{server.url}/kort?datasaet=offentlig")
    wait_for_map(tab)
    tab.route("**/udskrift/*", lambda en: en.abort())
    assert tab.locator("h1").inner_text()[:20] in " ".join(printed(tab))
