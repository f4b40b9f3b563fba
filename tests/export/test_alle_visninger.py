"""Every View of the product, on both datasets, in every format."""

import csv
import io
import xml.etree.ElementTree as ET
from dataclasses import replace

import openpyxl
import pytest
from pypdf import PdfReader

from export import om
from export.dias import slides
from export.filer import billede, regneark, tabel
from export.papir import rapport
from export.tegning import celler
from export.tegning.tegning import drawing, height_for
from queries.standard import newest
from tests.export.conftest import built
from tests.export.dokument import faults, opened, texts
from tests.export.trange_ord import crowded
from tests.sweep import some
from views.faelles.view import Form
from views.fremvisning import praesentation, visninger
from views.fremvisning.lysbillede_tekst import LONGEST_CELL, readable_table
from views.sprog import dansk
from views.sprog.ord import EKSEMPEL_ADVARSEL

DATASAET = ("offentlig", "eksempel")
# Every View, on one dataset and then the other.
SAGER = [(en, visning) for nr, visning in enumerate(visninger.VISNINGER) for en in some(DATASAET, 1, nr)]


@pytest.mark.parametrize(("datasaet", "visning"), SAGER, ids=["-".join(en) for en in SAGER])
def test_a_view_becomes_a_file_in_every_format(datasaet, visning, om):
    view = built(visning, datasaet)
    if view is None:
        pytest.skip("the data have nothing of its kind")
    check_slide(view, om)
    check_picture(view, om)
    check_words_of_drawings(view)
    check_workbook(view, om)
    check_text(view, om)
    check_cells(view)


def check_slide(view, oplysninger):
    deck = opened(slides.slides("Prøve", [(view, "", "Husk at sige noget.")], oplysninger))
    assert faults(deck) == []
    dias = deck.slides[1]
    assert dias.shapes.title.text_frame.text == view.title
    noter = dias.notes_slide.notes_text_frame.text
    for ventet in ("Husk at sige noget.", view.definition[:60], oplysninger.version, om.link(view, oplysninger)):
        assert ventet in noter
    assert not view.advarsel or view.advarsel in texts(dias).split("\n")
    assert (EKSEMPEL_ADVARSEL in texts(dias).replace(om.selection(view), "")) == view.example
    if view.figure is None:
        punkter = view.text[:12] if view.text.startswith("- ") else ""
        ventet = om.instead_of_figure(view) or punkter or str(view.table.columns[0])
        assert ventet.strip("-* ")[:10] in texts(dias)


def check_picture(view, oplysninger):
    rod = ET.fromstring(billede.svg(view, oplysninger))
    ord_ = " ".join("".join(en.itertext()) for en in rod.iter("{http://www.w3.org/2000/svg}text"))
    opgjort = view.as_of.split()[0] if view.sources else "ingen poster"
    for ventet in (view.title.split()[0], opgjort, oplysninger.version):
        assert ventet in ord_
    assert (EKSEMPEL_ADVARSEL in ord_.replace(om.selection(view), "")) == view.example
    assert rod.find("{http://www.w3.org/2000/svg}desc").text.strip() == view.in_words.strip()


def check_words_of_drawings(view):
    """On a phone, a page, and a slide nothing that is written covers another word or leaves the drawing."""
    if view.figure is None:
        return
    for bredde, skrift, hoejde in ((340.0, 10.0, None), (720.0, 10.5, None), (880.0, 14.0, 380.0)):
        hoejde = hoejde or height_for(view.figure, bredde, skrift)
        assert crowded(drawing(view.figure, bredde, hoejde, skrift)) == [], (bredde, skrift)


def check_workbook(view, oplysninger):
    bog = openpyxl.load_workbook(io.BytesIO(regneark.workbook([view], oplysninger)))
    assert bog.sheetnames[-1] == "Om data" and len(bog.sheetnames) == 2
    assert all(celle.data_type != "f" for ark in bog for raekke in ark for celle in raekke)


def check_text(view, oplysninger):
    for fil, kodning, skilletegn in (
        (tabel.danish_csv(view, oplysninger), "utf-8-sig", ";"),
        (tabel.international_csv(view, oplysninger), "utf-8", ","),
    ):
        raekker = list(csv.reader(io.StringIO(fil.decode(kodning)), delimiter=skilletegn))
        assert len(raekker[0]) == len(view.table.columns)
        assert raekker[len(view.table) + 1] == []
        assert ["Link", om.link(view, oplysninger)] in raekker


def check_cells(view):
    """A cell has the same words on a slide and in a file, and so it has on a page, which shows words as they are."""
    for kolonne in set(view.table) - {view.link_column, "Link"}:
        alene = replace(view, table=view.table[[kolonne]], link_column="")
        (fil, dias) = celler.shown(alene).raekker, readable_table(alene, 1e9, 1e9, 1).raekker
        begyndelse = LONGEST_CELL - 1  # where a slide cuts
        assert [en[0][:begyndelse].rstrip() for en in fil] == [en[0][:begyndelse].rstrip("… ") for en in dias]
        # what the page formats it formats by cell_text too
        if kolonne not in {*view.decimals, *view.date_columns, *view.table.select_dtypes("float")}:
            raa = [view.missing if dansk.is_missing(en) else str(en) for en in view.table[kolonne]]
            assert [view.cell_text(kolonne, en) for en in view.table[kolonne]] == raa


@pytest.mark.parametrize("datasaet", DATASAET)
def test_all_views_fit_on_the_paper_of_a_handout(datasaet, om, monkeypatch):
    views = [built(visning, en) for en, visning in SAGER if en == datasaet]
    monkeypatch.setattr(praesentation, "built", lambda *_: [(view, "", "Noten") for view in views])
    laest = PdfReader(io.BytesIO(rapport.handout(praesentation.Praesentation("Alle", ()), datasaet, om, newest())))
    ord_ = " ".join(side.extract_text() for side in laest.pages)
    assert laest.pages[0].mediabox.height == pytest.approx(841.89, abs=0.1)
    for view in filter(None, views):
        assert " ".join(view.title.split()[:2]) in " ".join(ord_.split())
        if view.form == Form.TABEL:
            assert view.table.columns[0] in ord_, view.id
    assert (EKSEMPEL_ADVARSEL in ord_) == (datasaet == "eksempel")
