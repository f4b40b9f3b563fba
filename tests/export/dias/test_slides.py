"""The default deck as slides: native charts, native maps, alt texts and notes; templates; the command."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import CONTENT_TYPE as CT

from export.dias import diagrammer, skabelon, slides
from export.dias.dias import INTET
from queries.standard import newest
from tests.dag import I_DAG
from tests.export.conftest import built
from tests.export.dokument import areas, charts, faults, opened, save_used_template, shapes, texts
from tests.views.figurer import named, series
from views.figur.model import Aksefigur, Kategorier, Kort, Punkter, Rude, Soejler, Talakse
from views.fremvisning import praesentation
from views.sprog.markdown import Markdown
from views.sprog.ord import EKSEMPEL_ADVARSEL

ANTAL = {"kommune": 98, "sundhedsraad": 17, "region": 5}
LINJE = ["grouping", "varyColors", "ser", "ser", "ser", "marker", "axId", "axId"]


@pytest.fixture(scope="module", params=["offentlig", "eksempel"])
def standard(request, om):
    """The default deck on a dataset: its slides as built, and the file read again."""
    deck = praesentation.read_deck(praesentation.STANDARD, newest(), I_DAG)
    dias = praesentation.built(deck, request.param, I_DAG, newest())
    return request.param, dias, opened(slides.deck_slides(deck, request.param, om, newest()))


def test_the_deck_has_a_front_page_and_all_its_slides(standard):
    datasaet, dias, fil = standard
    titler = [en.shapes.title.text_frame.text for en in fil.slides]
    assert titler[0] == "Repræsentantskabsmøde"
    assert [en for en in titler[1:] if not en.endswith("(fortsat)")] == [titel for _, titel, _ in dias]
    for en in fil.slides:
        maerker = [linje.split(" · ")[0] for linje in texts(en).split("\n")]
        assert (EKSEMPEL_ADVARSEL in maerker) == (datasaet == "eksempel")


def test_nothing_in_it_would_be_repaired_and_nothing_is_a_picture(standard):
    assert faults(standard[2]) == []


def test_charts_are_charts_and_maps_are_areas(standard):
    _, dias, fil = standard
    kort = diagrammer_ = 0
    for (view, _, _), en in zip(dias, list(fil.slides)[1:]):
        if view is None or view.figure is None:
            continue
        if isinstance(view.figure, Kort):
            kort += 1
            assert len(areas(en)) == len(view.figure.lag.omraade_ids)
        elif isinstance(view.figure, Aksefigur) and diagrammer.is_native(view.figure):
            diagrammer_ += 1
            assert charts(en)
    assert kort == 4 and diagrammer_ >= 2


@pytest.mark.parametrize("niveau", ANTAL)
def test_a_map_has_a_named_coloured_freeform_for_each_area(niveau, om):
    view = built("kort", "eksempel", niveau=niveau)
    (_, dias) = opened(slides.slides("Kort", [(view, "", "")], om)).slides
    navne = areas(dias)
    assert len(navne) == len(set(navne)) == ANTAL[niveau]
    farver = {
        form.fill.fore_color.rgb for form in shapes(dias.shapes) if form.shape_type == 5 and form.name in set(navne)
    }
    assert len(farver) >= 3
    alle = texts(dias)
    assert "Bornholm" in alle and ("Hovedstadsområdet" in alle) == (niveau in ("kommune", "sundhedsraad"))
    klasser = view.figure.klasser
    assert klasser and all(klasse.etiket in alle for klasse in klasser)


def test_charts_beside_each_other_have_one_scale(om):
    view = built("sammenligning_aar", "eksempel", niveau="region", omraade="1083", omraader="fyn;soenderjylland;1083")
    (_, dias) = opened(slides.slides("x", [(view, "", "")], om)).slides
    akser = {(en.value_axis.minimum_scale, en.value_axis.maximum_scale) for en in charts(dias)}
    assert len(charts(dias)) == 3 and len(akser) == 1
    assert akser.pop()[1] >= max(v for serie in series(view) for v in serie.vaerdier if v is not None)


def test_a_charts_data_sheet_holds_the_figures_own_numbers(om):
    view = built("hu_serie", "eksempel")
    (_, dias) = opened(slides.slides("HU", [(view, "", "")], om)).slides
    (diagram,) = charts(dias)
    besat = named(view, "Besat")
    assert list(diagram.plots[0].categories) == list(besat.steder)
    serie = next(en for en in diagram.plots[0].series if en.name == "Besat")
    assert list(serie.values) == [float(v) for v in besat.vaerdier]
    assert diagram.plots[0].overlap == 100
    assert {plot.__class__.__name__ for plot in diagram.plots} == {"BarPlot", "LinePlot"}


def test_lines_beside_bars_stand_in_the_order_of_the_schema(om):
    (_, dias) = opened(slides.slides("HU", [(built("hu_serie", "eksempel"), "", "")], om)).slides
    flade = charts(dias)[0]._chartSpace.find(".//{*}plotArea")
    (linjer,) = flade.findall("{*}lineChart")
    assert [en.tag.split("}")[1] for en in linjer] == LINJE
    assert [en.tag.split("}")[1] for en in flade] == ["layout", "barChart", "lineChart", "catAx", "valAx"]
    assert all(int(en.get("val")) >= 0 for en in flade.iter("{*}axId"))
    numre = [int(en.find("{*}idx").get("val")) for en in flade.iter("{*}ser")]
    assert len(numre) == len(set(numre))


@pytest.mark.parametrize("visning", ["hu_serie", "hu_grad_opslaaet"])
def test_what_is_planned_or_the_sources_own_is_open_as_on_the_page(visning, om):
    view = built(visning, "offentlig", niveau="region")
    tegn = {en.navn: en.aaben for en in series(view) if isinstance(en, Punkter) and en.form}
    assert True in tegn.values()
    (diagram,) = charts(opened(slides.slides("x", [(view, "", "")], om)).slides[1])
    aabne = {en.name: bool(en._element.xpath("c:marker/c:spPr/a:noFill")) for en in diagram.plots[-1].series}
    assert {navn: aabne[navn] for navn in tegn} == tegn


def test_numbers_in_charts_are_written_in_danish(om):
    (_, dias) = opened(slides.slides("x", [(built("rangliste", "eksempel", niveau="region"), "", "")], om)).slides
    (diagram,) = charts(dias)
    assert diagram.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert diagram.value_axis.tick_labels.number_format == "[$-406]#,##0"
    assert diagram.plots[0].series[0].data_labels.number_format == "[$-406]#,##0"


def test_a_heat_map_is_a_table_with_coloured_cells(om):
    view = built("hu_runder", "eksempel")
    (_, dias) = opened(slides.slides("x", [(view, "", "")], om)).slides
    (tabel,) = [form.table for form in dias.shapes if form.has_table]
    gitter = view.figure
    assert (len(tabel.rows), len(tabel.columns)) == (len(gitter.raekker) + 1, len(gitter.kolonner) + 1)
    for nr, raekke in enumerate(gitter.felter, start=1):
        celler = [tabel.cell(nr, kolonne) for kolonne in range(1, len(raekke) + 1)]
        assert [en.text for en in celler] == [felt.tekst for felt in raekke]
        assert [f"#{en.fill.fore_color.rgb}".lower() for en in celler] == [felt.farve for felt in raekke]
    assert len({felt.farve for raekke in gitter.felter for felt in raekke}) > 1


def test_a_view_without_data_says_so(om):
    dias = opened(slides.slides("x", [(None, "Puljen", "En note")], om)).slides[1]
    assert dias.shapes.title.text_frame.text == "Puljen"
    assert INTET in texts(dias) and "En note" in dias.notes_slide.notes_text_frame.text


@pytest.mark.parametrize(("antal", "mere"), [(1, True), (2, True), (3, False), (6, False)])
def test_a_slide_with_few_points_also_says_what_the_view_says_of_itself(antal, mere, om):
    punkter = "\n".join(f"- **Punkt {nr}.** Noget, der mangler." for nr in range(antal))
    view = replace(
        built("ved_ikke", "eksempel"), text=Markdown(punkter), definition="Hvad det er.", coverage="Det hele."
    )
    ord_ = texts(opened(slides.slides("Prøve", [(view, "", "")], om)).slides[1])
    assert ord_.count("Noget, der mangler.") == antal
    assert ("Hvad det er." in ord_, "Det hele." in ord_) == (mere, mere)


def test_the_default_deck_ends_with_what_is_not_known_and_what_is(standard):
    datasaet, _, fil = standard
    sidst = texts(fil.slides[-1])
    assert fil.slides[-1].shapes.title.text_frame.text == "Hvad ved vi ikke?"
    assert ("Registre, der rummer det hele: " in sidst) == (datasaet == "eksempel")
    assert len([linje for linje in sidst.split("\n") if len(linje) > 30]) >= 3


def test_another_area_has_the_views_own_titles(om):
    deck = praesentation.Praesentation("x", (praesentation.Dias("kort", titel="Om hele landet"),))
    assert praesentation.built(deck, "eksempel", I_DAG, newest())[0][1] == "Om hele landet"
    assert "Syddanmark" in praesentation.built(deck, "eksempel", I_DAG, newest(), "1083")[0][1]


def test_a_long_table_goes_on_or_tells_how_much_is_left(om):
    fil = opened(slides.slides("x", [(built("omraadetal", "eksempel"), "", "")], om))
    titler = [en.shapes.title.text_frame.text for en in fil.slides]
    assert titler[1] == "Region Syddanmark i tal" and titler[2:]
    assert set(titler[2:]) == {"Region Syddanmark i tal (fortsat)"}
    raekker = [len(form.table.rows) - 1 for en in fil.slides for form in en.shapes if form.has_table]
    assert sum(raekker) == len(built("omraadetal", "eksempel").table)
    fil = opened(slides.slides("x", [(built("udbudsliste", "eksempel"), "", "")], om))
    assert len(fil.slides) == 2 and "rækker mere står i regnearket" in texts(fil.slides[1])


def test_the_committed_template_is_what_its_script_makes():
    nyt, fast = opened(skabelon.template()), Presentation(str(skabelon.SKABELON))
    assert [en.name for en in fast.slide_layouts] == [en.name for en in nyt.slide_layouts] == list(skabelon.LAYOUTS)
    for ene, anden in zip(fast.slide_layouts, nyt.slide_layouts):
        pladser = [[(p.placeholder_format.idx, p.left, p.top, p.width) for p in en.placeholders] for en in (ene, anden)]
        assert pladser[0] == pladser[1] and pladser[0]
    assert fast.part._element.sldSz.get("type") is None


def test_the_secretariats_own_template_is_used_even_without_our_layouts(tmp_path, om):
    Presentation().save(tmp_path / "egen.pptx")
    views = [(built(navn, "eksempel", niveau="region"), "", "Noten") for navn in ("kort", "venter", "udbudsliste")]
    fil = opened(slides.slides("x", views, om, tmp_path / "egen.pptx"))
    assert faults(fil) == []
    assert not any(
        en.placeholder_format.type and not en.text_frame.text for dias in fil.slides for en in dias.placeholders
    )
    assert fil.slide_width == Presentation().slide_width
    assert len(areas(fil.slides[1])) == 5 and EKSEMPEL_ADVARSEL in texts(fil.slides[1])


def test_nothing_is_left_of_the_slides_in_a_template(tmp_path, om):
    save_used_template(tmp_path / "egen.pptx", [built("venter", "eksempel"), built("ved_ikke", "eksempel")], om)
    fil = slides.slides("x", [(None, "Intet", "")], om, tmp_path / "egen.pptx")
    dele = zipfile.ZipFile(io.BytesIO(fil)).namelist()
    assert len(dele) == len(set(dele)) and not [en for en in dele if "/charts/" in en]
    assert len([en for en in dele if en.startswith("ppt/slides/slide")]) == len(opened(fil).slides) == 2
    rod = opened(fil).part._element
    assert not rod.findall(".//{*}sectionLst") and not rod.findall(".//{*}custShow//{*}sld")


def test_the_notes_master_is_named_once(tmp_path, om):
    en_gang = slides.slides("x", [], om)
    (tmp_path / "egen.pptx").write_bytes(en_gang)
    for fil in (en_gang, slides.slides("x", [], om, tmp_path / "egen.pptx")):
        assert len(opened(fil).part._element.findall("{*}notesMasterIdLst/{*}notesMasterId")) == 1


def test_a_long_title_is_shortened_only_where_the_file_has_no_room_for_it(om):
    fil = opened(slides.slides("Ø" * 300, [], om))
    assert fil.slides[0].shapes.title.text_frame.text == "Ø" * 300
    assert fil.core_properties.title.startswith("Ø" * 250) and len(fil.core_properties.title) <= 255


def test_a_remark_that_is_too_long_ends_with_a_sentence_and_stands_whole_in_the_notes(om):
    view = built("rangliste", "eksempel", niveau="region")
    lang = " ".join(f"Sætning nummer {nr} om tallene." for nr in range(40))
    (_, dias) = opened(slides.slides("x", [(replace(view, note=lang), "", "")], om)).slides
    (vist,) = [
        en.text_frame.text for en in dias.shapes if en.has_text_frame and "Sætning nummer 0" in en.text_frame.text
    ]
    assert vist.endswith("om tallene. Resten står i noterne.") and lang in dias.notes_slide.notes_text_frame.text


def test_no_name_runs_as_a_formula_in_a_charts_data_sheet(om):
    view = built("rangliste", "eksempel", niveau="region")
    navne = ["=1+1", "{=1+1}", "http://x.dk", "+1"]
    soejler = Soejler("=2+2", tuple(navne), (1, 2, 3, 4), "#2a7ab5", liggende=True)
    figur = Aksefigur((Rude((soejler,), Talakse(), Kategorier()),), 300)
    (_, dias) = opened(slides.slides("x", [(replace(view, figure=figur), "", "")], om)).slides
    ark = openpyxl.load_workbook(io.BytesIO(charts(dias)[0].part.chart_workbook.xlsx_part.blob)).active
    celler = [celle for raekke in ark.iter_rows() for celle in raekke if celle.value is not None]
    assert {celle.value for celle in celler} == {*navne, "=2+2", 1, 2, 3, 4}
    assert not any(celle.data_type == "f" or celle.hyperlink for celle in celler)


def test_a_template_with_macros_is_refused_in_danish(tmp_path, om):
    with zipfile.ZipFile(skabelon.SKABELON) as uden, zipfile.ZipFile(tmp_path / "egen.pptm", "w") as med:
        for navn in uden.namelist():
            med.writestr(
                navn, uden.read(navn).replace(CT.PML_PRESENTATION_MAIN.encode(), CT.PML_PRES_MACRO_MAIN.encode())
            )
    with pytest.raises(slides.SkabelonFejl, match="har makroer"):
        slides.slides("x", [], om, tmp_path / "egen.pptm")


def test_a_template_that_is_none_is_refused_in_danish(tmp_path, om):
    (tmp_path / "egen.pptx").write_text("ikke en pptx")
    with pytest.raises(slides.SkabelonFejl, match="kan ikke læses som en pptx-fil"):
        slides.slides("x", [], om, tmp_path / "egen.pptx")


def test_the_command_writes_the_file_and_tells_what_is_wrong(tmp_path, capsys):
    assert slides.main(["--praesentation", "findes-ikke", "--ud", str(tmp_path / "x.pptx")]) == 1
    assert "Der er ingen præsentation, der hedder »findes-ikke«." in capsys.readouterr().err
    assert slides.main(["--omraade", "atlantis", "--ud", str(tmp_path / "x.pptx")]) == 1
    assert "Området 'atlantis' findes ikke" in capsys.readouterr().err
    assert slides.main(["--datasaet", "offentlig", "--ud", str(tmp_path / "x.pptx")]) == 0
    assert "dias" in capsys.readouterr().out
    assert Presentation(io.BytesIO((tmp_path / "x.pptx").read_bytes())).slides[0].shapes.title
