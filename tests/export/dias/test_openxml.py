"""Every kind of file as Office checks it, by the Open XML SDK: what is valid opens without repair."""

import io
import os
from dataclasses import replace

import pytest
from pptx import Presentation

from export import samlet
from export.dias import diagrammer, skabelon, slides
from export.filer import hele_tabeller, regneark
from queries.kvalitet import table_frame
from queries.standard import newest
from tests import npm, openxml
from tests.dag import I_DAG
from tests.export.conftest import OMRAADE, built
from tests.export.dokument import charts, faults, opened, save_used_template
from tests.sweep import some
from views.faelles.filtre import Filters
from views.figur.model import Aksefigur, Gitter, Kort, Stroemme
from views.fremvisning import praesentation, visninger
from views.ydernumre import udbudsforloeb

# Between them (and the life of a lot) every kind of figure and of chart, and tables and words.
VISNINGER = (
    "kort",
    "omraadekort",
    "forloeb_enheder",
    "hu_runder",
    "rangliste",
    "hu_serie",
    "sammenligning_aar",
    "venter",
    "overtagelser",
    "puljen_behov",
    "beh_tidslinje",
    "beh_maal_og_kapacitet",
    "hu_tiltag_to",
    "omraadetal",
    "udbudsliste",
    "ved_ikke",
)
SKRABLERI = '=1+1 <b>&amp;"\x0b\ufffe\U0001f600' + "æ" * 300


def validator_or_skip() -> None:
    """Without a validator: a failure in CI, where files must be checked, and a skip elsewhere."""
    if openxml.find() is None:
        pytest.fail(openxml.MANGLER) if os.environ.get("CI") else pytest.skip(openxml.MANGLER)


@pytest.fixture
def errors_of(tmp_path):
    """errors_of("x.pptx", content): what is wrong with a file of that name."""
    validator_or_skip()

    def of(navn: str, indhold: bytes) -> list[str]:
        (tmp_path / navn).write_bytes(indhold)
        return openxml.errors(tmp_path / navn)

    return of


@pytest.mark.parametrize("datasaet", some(["eksempel", "offentlig"], 1))
def test_the_default_deck_is_valid(datasaet, om, errors_of):
    deck = praesentation.read_deck(praesentation.STANDARD, newest(), I_DAG)
    assert errors_of("x.pptx", slides.deck_slides(deck, datasaet, om, newest())) == []


def test_an_areas_slides_and_workbook_are_valid(om, errors_of):
    views = samlet.area_views(Filters(datasaet="offentlig", dag=I_DAG, **OMRAADE), newest())
    assert errors_of("x.pptx", slides.slides("Området", [(view, "", "") for view in views], om)) == []
    assert errors_of("x.xlsx", regneark.workbook(views, om)) == []


def test_every_kind_of_figure_and_any_word_is_valid_in_slides_and_workbooks(om, errors_of):
    forloeb = visninger.FORLOEB + udbudsforloeb.longest(
        udbudsforloeb.lots(Filters(datasaet="eksempel", dag=I_DAG), newest())
    )
    views = [built(navn, "eksempel") for navn in (*VISNINGER, forloeb)]
    figurer = [view.figure for view in views if view.figure is not None]
    assert {type(en) for en in figurer} == {Kort, Stroemme, Gitter, Aksefigur}
    assert all(diagrammer.is_native(en) for en in figurer if isinstance(en, Aksefigur))
    skrablet = replace(views[0], title=SKRABLERI, alt=SKRABLERI, note=SKRABLERI, definition=SKRABLERI)
    views.append(replace(skrablet, table=views[0].table.rename(columns=lambda navn: f"{SKRABLERI} {navn}")))
    fil = slides.slides(SKRABLERI, [(None, SKRABLERI, ""), *((view, "", SKRABLERI) for view in views)], om)
    assert faults(opened(fil)) == []
    assert errors_of("x.pptx", fil) == []
    assert errors_of("x.xlsx", regneark.workbook(views, om)) == []


def test_a_charts_own_data_sheet_is_valid(om, errors_of):
    (_, dias) = opened(slides.slides("x", [(built("hu_serie", "eksempel"), "", "")], om)).slides
    assert errors_of("x.xlsx", charts(dias)[0].part.chart_workbook.xlsx_part.blob) == []


def test_slides_on_the_secretariats_own_template_are_valid(om, errors_of, tmp_path):
    save_used_template(tmp_path / "egen.pptx", [built("venter", "eksempel"), built("ved_ikke", "eksempel")], om)
    views = [(built(navn, "eksempel"), "", "") for navn in ("hu_serie", "udbudsliste")]
    assert errors_of("x.pptx", slides.slides("x", views, om, tmp_path / "egen.pptx")) == []


def test_a_whole_table_is_valid(errors_of):
    assert errors_of("x.xlsx", hele_tabeller.table_xlsx(table_frame("udbud", "eksempel", newest()))) == []


def test_what_office_would_repair_or_refuse_is_told_with_its_place(errors_of):
    deck = Presentation(str(skabelon.SKABELON))
    deck.part._element.sldSz.set("cx", "-1")
    ud = io.BytesIO()
    deck.save(ud)
    (fejl,) = errors_of("x.pptx", ud.getvalue())
    assert "/ppt/presentation.xml" in fejl and "p:sldSz" in fejl and "constraint failed" in fejl
    assert errors_of("y.pptx", b"PK no zip file") != []


def test_the_command_tells_of_each_file(tmp_path, capsys):
    validator_or_skip()
    (tmp_path / "x.pptx").write_bytes(b"no pptx")
    assert openxml.main([str(skabelon.SKABELON)]) == 0
    assert openxml.main([str(tmp_path / "x.pptx")]) == 1
    ud = capsys.readouterr().out
    assert f"{skabelon.SKABELON}: valid\n" in ud and "x.pptx: 1 errors\n" in ud


@pytest.fixture
def no_validator(monkeypatch):
    monkeypatch.setattr(openxml, "find", lambda: None)
    monkeypatch.setattr(npm.shutil, "which", lambda navn: None)


def test_a_missing_validator_is_a_failure_in_ci(no_validator, monkeypatch, capsys):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="No Open XML validator"):
        validator_or_skip()
    assert openxml.main([]) == 1
    assert "there is no npm" in capsys.readouterr().err


def test_a_missing_validator_is_a_skip_elsewhere(no_validator, monkeypatch, capsys):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="No Open XML validator"):
        validator_or_skip()
    assert openxml.main([]) == 0
    assert "there is no npm" in capsys.readouterr().err
