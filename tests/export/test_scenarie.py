"""What is computed from assumptions says so on page, stage, paper and in every file, beside what else must be said."""

import csv
import io
from dataclasses import replace

import openpyxl
import pytest
from pypdf import PdfReader

from export import om as om_
from export.dias import slides
from export.filer import billede, regneark, tabel
from export.papir import rapport
from export.papir.tryk import Side, printed_page
from export.tegning.maerker import Boks
from queries.standard import newest
from tests.export.conftest import built
from tests.export.dokument import opened, texts
from views.figur import farver
from views.fremvisning import praesentation
from views.sprog.ord import EKSEMPEL_ADVARSEL, SCENARIE_MAERKE

DATASAET = {"offentlig": (SCENARIE_MAERKE,), "eksempel": (EKSEMPEL_ADVARSEL, SCENARIE_MAERKE)}


@pytest.fixture(params=DATASAET)
def view(request):
    return replace(built("hu_serie", request.param), scenarie=True)


def test_both_can_stand_and_neither_stands_where_it_is_not_true(view):
    assert view.advarsler == DATASAET[view.filters.datasaet]
    alene = replace(view, scenarie=False)
    assert SCENARIE_MAERKE not in alene.advarsel and (alene.advarsel == EKSEMPEL_ADVARSEL) == view.example


def test_the_picture_says_it_above_the_title(view, om):
    tegning = billede.picture(view, om)
    kasse, skrift = tegning.maerker[:2]
    assert isinstance(kasse, Boks) and skrift.text == view.advarsel
    assert kasse.fyld == (farver.MARKERET if view.example else farver.SORT)


def test_the_slide_says_it_and_so_do_its_notes(view, om):
    dias = opened(slides.slides("Prøve", [(view, "", "")], om)).slides[1]
    assert view.advarsel in texts(dias).split("\n")
    assert all(f"Advarsel: {en}" in dias.notes_slide.notes_text_frame.text for en in view.advarsler)


def test_the_tables_say_it(view, om):
    raekker = list(csv.reader(io.StringIO(tabel.international_csv(view, om).decode())))
    assert all([en] in raekker for en in view.advarsler)
    bog = openpyxl.load_workbook(io.BytesIO(regneark.workbook([view], om)))
    ark, om_data = bog.worksheets[0], bog.worksheets[-1]
    assert tuple(ark.cell(nr, 1).value for nr in range(1, len(view.advarsler) + 1)) == view.advarsler
    sagt = {(raekke[0].value, raekke[1].value) for raekke in om_data.iter_rows(max_col=2)}
    assert {("Advarsel", en) for en in view.advarsler} <= sagt


def test_the_paper_says_it_at_the_figure(view, om, monkeypatch):
    side = Side(view.title, "", (), "", (view,), "https://dashboard.example.dk/kort")
    assert f">{SCENARIE_MAERKE}</p>" in printed_page(side, om)
    assert SCENARIE_MAERKE not in printed_page(replace(side, views=(replace(view, scenarie=False),)), om)
    monkeypatch.setattr(praesentation, "built", lambda *_: [(view, "", "")])
    laest = PdfReader(io.BytesIO(rapport.handout(praesentation.Praesentation("Prøve", ()), "offentlig", om, newest())))
    assert SCENARIE_MAERKE in " ".join(side.extract_text() for side in laest.pages)


def test_every_fact_of_a_view_is_told_with_its_warnings_first(view, om):
    assert om_.facts(view, om)[: len(view.advarsler)] == tuple(("Advarsel", en) for en in view.advarsler)
