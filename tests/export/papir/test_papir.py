"""The report, the handout and the zip: the numbers are there as text, in an embedded font, on A4."""

import io
import zipfile

import openpyxl
import pytest
from pypdf import PdfReader

from export import samlet
from export.former import ENDELSER, file_name, stem
from export.papir import rapport
from export.samlet import SAMLEDE, TABELFORMER, page_zip
from queries.standard import newest
from tests.dag import I_DAG
from tests.export.conftest import OMRAADE, built
from tests.export.dokument import charts, faults, opened
from views.faelles.filtre import Filters
from views.fremvisning import praesentation
from views.omraade import mit_omraade
from views.sprog.ord import EKSEMPEL_ADVARSEL


def chosen(datasaet: str) -> Filters:
    return Filters(datasaet=datasaet, dag=I_DAG, **OMRAADE)


def read(fil: bytes) -> tuple[PdfReader, str]:
    laest = PdfReader(io.BytesIO(fil))
    return laest, " ".join(" ".join(side.extract_text() for side in laest.pages).split())


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_the_report_holds_the_numbers_the_findings_and_the_sources(datasaet, om):
    filters = chosen(datasaet)
    fil, ord_ = read(rapport.area_report(filters, om, newest()))
    assert 1 <= len(fil.pages) <= 3
    tal = mit_omraade.area_view(filters, newest())
    for kolonne in ("Nøgletal", "Enhed", "Området", "Hele landet"):
        for ventet in (tal.cell_text(kolonne, en) for en in tal.table[kolonne]):
            assert " ".join(ventet.split()) in ord_
    for en in mit_omraade.area_numbers(filters, newest()):
        assert en.vaerdi in ord_
    for saetning in mit_omraade.findings(filters, newest()):
        assert saetning.split(":")[0].replace("**", "") in ord_
    assert tal.sources[0].titel.split(",")[0] in ord_
    assert om.stamp in ord_ and "region%" not in ord_ and "omraade=1083" in ord_
    assert ord_.count(EKSEMPEL_ADVARSEL) >= (len(fil.pages) if datasaet == "eksempel" else 0)
    assert (EKSEMPEL_ADVARSEL in ord_) == (datasaet == "eksempel")


def test_letters_and_map_are_in_the_file_itself(om):
    fil, ord_ = read(rapport.area_report(chosen("eksempel"), om, newest()))
    skrifter = {
        str(skrift.get_object()["/BaseFont"])
        for side in fil.pages
        for skrift in side["/Resources"]["/Font"].values()
        if "DejaVu" in str(skrift.get_object()["/BaseFont"])
    }
    assert len(skrifter) >= 2
    assert "Sønderjylland" in ord_ and "Lillebælt" in ord_
    assert not any(side.images for side in fil.pages)
    assert fil.metadata.title == "Region Syddanmark" and fil.trailer["/Root"]["/Lang"] == "da-DK"


def test_the_handout_has_every_slide_with_its_note_and_link(om):
    deck = praesentation.read_deck(praesentation.STANDARD, newest(), I_DAG)
    fil, ord_ = read(rapport.handout(deck, "eksempel", om, newest()))
    assert len(fil.pages) >= len(deck.dias) // 2
    for nr, en in enumerate(deck.dias, start=1):
        assert " ".join(en.note.split()[:4]) in ord_
        assert f"{nr}. " in ord_
    assert om.adresse in ord_


def test_the_zip_holds_all_formats_for_the_area(om):
    arkiv = zipfile.ZipFile(io.BytesIO(samlet.area_zip(chosen("eksempel"), om, newest())))
    navne = arkiv.namelist()
    mappe = f"eksempeldata-region-syddanmark-{I_DAG.isoformat()}/"
    assert all(navn.startswith(mappe) for navn in navne)
    fast = {f"{mappe}{en}" for en in ("LÆSMIG.txt", "rapport.pdf", "tal.xlsx", "dias.pptx", "csv/omraadetal.csv")}
    assert fast <= set(navne)
    assert {en.split("/")[-1] for en in navne if "/csv/" in en} == {
        en.split("/")[-1] for en in navne if "/csv-international/" in en
    }
    views = samlet.area_views(chosen("eksempel"), newest())
    bog = openpyxl.load_workbook(io.BytesIO(arkiv.read(f"{mappe}tal.xlsx")))
    assert len(bog.sheetnames) == len(views) + 1
    dias = opened(arkiv.read(f"{mappe}dias.pptx"))
    assert faults(dias) == [] and sum(len(charts(en)) for en in dias.slides) >= 3
    assert EKSEMPEL_ADVARSEL in arkiv.read(f"{mappe}LÆSMIG.txt").decode("utf-8-sig")


def test_projects_of_other_areas_are_left_out():
    (projekter,) = [en for en in samlet.area_views(chosen("eksempel"), newest()) if en.id == "puljen_projekter"]
    assert 0 < len(projekter.table) < 20
    assert projekter.title == f"Puljens projekter i Region Syddanmark: {len(projekter.table)} projekter"
    assert projekter.table["Sted"].str.contains("Syddanmark").all()


def test_a_file_is_named_by_what_it_shows_of_which_area_and_when():
    fyn = {"niveau": "sundhedsraad", "omraade": "fyn", "indikator": "udbudte_ydernumre"}
    navne = [stem(built(en, "eksempel", **fyn), I_DAG) for en in ("hu_serie", "kort")]
    # only a view that is about the chosen indicator names it
    assert navne[0] == f"eksempeldata-hu_serie-sundhedsraad-fyn-{I_DAG.isoformat()}"
    assert navne[1] == f"eksempeldata-kort-udbudte_ydernumre-sundhedsraad-fyn-{I_DAG.isoformat()}"


def test_without_an_area_there_is_nothing_to_take_home(om):
    for goer in (rapport.area_report, samlet.area_zip):
        with pytest.raises(ValueError, match="no area"):
            goer(Filters(), om, newest())


def test_a_page_in_one_file_has_each_view_in_every_form(om):
    views = [built("hu_serie", "eksempel"), built("bal_graenser", "eksempel")]
    arkiv = zipfile.ZipFile(io.BytesIO(page_zip("HU-forløb", views, om)))
    mappe = f"eksempeldata-hu-forloeb-{I_DAG.isoformat()}/"
    navne = {en.removeprefix(mappe) for en in arkiv.namelist()}
    assert {"dias.pptx", "tal.xlsx"} < navne
    for view in views:
        for endelse in {*ENDELSER} - {*SAMLEDE} - ({*TABELFORMER} if view.table.empty else set()):
            assert f"{file_name(view.id)}.{endelse}" in navne, (view.id, endelse)
    assert len(opened(arkiv.read(f"{mappe}dias.pptx")).slides) >= 1 + len(views)
