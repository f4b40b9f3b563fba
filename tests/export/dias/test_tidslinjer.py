"""Timelines and clouds of points as native charts: what stands in the sheet, and what PowerPoint draws of it."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from pptx import Presentation

from export.dias import diagrammer
from views.figur.model import (
    FORAN,
    OVER,
    TIL_HOEJRE,
    Aksefigur,
    Datoakse,
    Kategorier,
    Ord,
    Punkter,
    Rude,
    Soejler,
    Talakse,
)

FARVE, ANDEN = "#2a7ab5", "#868e96"
NAVNE = ("Nord", "Syd", "Øst")
TID = Datoakse("2025-01-01", "2027-12-31")
DAG = date(1899, 12, 30)


def span(navn: str, *stykker: tuple[str, str, str], **mere) -> Soejler:
    """Bars in rows: name, first day, and the day after the last."""
    steder, fra, til = zip(*stykker, strict=True)
    dage = tuple((date.fromisoformat(b) - date.fromisoformat(a)).days for a, b in zip(fra, til, strict=True))
    return Soejler(
        navn, steder, dage, mere.pop("farve", FARVE), liggende=True, begynder=fra, **{"tykkelse": 0.5} | mere
    )


def figure(*serier, x=TID, y=None, **mere) -> Aksefigur:
    return Aksefigur((Rude(serier, x, y or Kategorier(NAVNE, fra_oven=True)),), 300, FORAN, **mere)


def shown(figur: Aksefigur):
    """The slide of a figure."""
    deck = Presentation()
    dias = deck.slides.add_slide(deck.slide_layouts[6])
    diagrammer.add_charts(dias.shapes, figur, (20, 20, 600, 300), 12, "En figur")
    return dias


def chart(figur: Aksefigur):
    (diagram,) = [form.chart for form in shown(figur).shapes if form.has_chart]
    return diagram


def sheet(diagram) -> list[list]:
    """The rows of the sheet behind a chart."""
    bog = openpyxl.load_workbook(io.BytesIO(diagram.part.chart_workbook.xlsx_part.blob))
    return [list(raekke) for raekke in bog.active.iter_rows(values_only=True)]


def days_from(tal: float) -> str:
    return date.fromordinal(DAG.toordinal() + round(tal)).isoformat()


def values(diagram) -> dict[str, list]:
    return {serie.name: list(serie.values) for lag in diagram.plots for serie in lag.series}


def test_a_bar_stands_on_one_that_is_not_seen_and_the_sheet_has_its_days():
    diagram = chart(figure(span("Aftale", ("Nord", "2025-03-01", "2025-04-01"), ("Øst", "2026-01-01", "2027-01-01"))))
    assert list(diagram.plots[0].categories) == list(NAVNE)
    tal = values(diagram)
    assert [en and days_from(en) for en in tal["Aftale: begynder"]] == ["2025-03-01", None, "2026-01-01"]
    assert tal["Aftale (dage)"] == [31.0, None, 365.0]
    foer, bjaelke = diagram.plots[0].series
    assert foer.format.fill.type is None or foer._element.xpath("c:spPr/a:noFill")
    assert bjaelke._element.xpath("c:spPr/a:solidFill/a:srgbClr/@val") == [FARVE[1:].upper()]
    assert diagram.plots[0].overlap == 100 and diagram.category_axis.reverse_order
    ender = (diagram.value_axis.minimum_scale, diagram.value_axis.maximum_scale)
    assert [days_from(en) for en in ender] == ["2025-01-01", "2027-12-31"]
    # a spreadsheet shows the first as a date
    hoveder, nord = sheet(diagram)[:2]
    assert hoveder[1:] == ["Aftale: begynder", "Aftale (dage)"]
    assert nord[1].date().isoformat() == "2025-03-01" and nord[2] == 31


def test_the_next_bar_of_a_row_says_what_is_between():
    foerst = span("Norm", ("Nord", "2025-01-01", "2025-11-01"), ("Syd", "2025-01-01", "2025-06-01"))
    siden = span("Ny", ("Nord", "2025-12-01", "2026-12-01"), ("Syd", "2025-06-01", "2026-06-01"), farve=ANDEN)
    tal = values(chart(figure(foerst, siden)))
    assert tal["Ny: mellemrum før"] == [30.0, 0.0, None] and tal["Ny (dage)"] == [365.0, 365.0, None]


def test_two_bars_of_one_series_in_a_row_are_two_series_of_the_chart():
    serie = span("Drift", ("Nord", "2025-01-01", "2025-02-01"), ("Nord", "2025-05-01", "2025-06-01"))
    diagram = chart(figure(serie))
    assert [list(en.values)[0] for en in diagram.plots[0].series][1:] == [31.0, 89.0, 31.0]


def test_of_bars_that_lie_over_each_other_the_sheet_has_what_is_seen():
    under = span("Norm", ("Nord", "2025-01-01", "2025-12-01"))
    over = span("Ny", ("Nord", "2025-11-01", "2026-11-01"), farve=ANDEN)
    tal = values(chart(figure(under, over)))
    assert tal["Norm (dage)"][0] == 304.0 and tal["Ny: mellemrum før"][0] == 0.0 and tal["Ny (dage)"][0] == 365.0
    tal = values(chart(figure(over, under)))
    assert tal["Norm (dage)"][0] == 334.0 and tal["Ny (dage)"][0] == 335.0


def test_a_bar_that_parts_another_in_two_is_left_to_shapes():
    hele = span("Norm", ("Nord", "2025-01-01", "2027-01-01"))
    midt = span("Pause", ("Nord", "2025-06-01", "2025-07-01"), farve=ANDEN)
    assert not diagrammer.is_native(figure(hele, midt))
    assert diagrammer.is_native(figure(hele, replace(midt, tykkelse=0.2)))


def test_thin_bars_over_thick_ones_have_axes_of_their_own():
    tyk = span("Norm", ("Nord", "2025-01-01", "2027-01-01"))
    tynd = span("Udkast", ("Nord", "2025-06-01", "2025-07-01"), farve=ANDEN, tykkelse=0.25)
    diagram = chart(figure(tyk, tynd))
    nederst, oeverst = diagram.plots
    assert (nederst.gap_width, oeverst.gap_width) == (100, 300)
    assert [en.name for en in oeverst.series] == ["Udkast: begynder", "Udkast (dage)"]
    rod = diagram.element
    akser = [[en.get("val") for en in lag.iterfind("{*}axId")] for lag in rod.iterfind(".//{*}barChart")]
    assert len(set(akser[0] + akser[1])) == 4
    fundne = {en.find("{*}axId").get("val"): en for en in rod.xpath(".//c:catAx | .//c:valAx")}
    assert set(fundne) == set(akser[0] + akser[1])
    for ene, anden in akser:
        assert fundne[ene].find("{*}crossAx").get("val") == anden
    skalaer = {en.find("{*}scaling/{*}min").get("val") for en in rod.iterfind(".//{*}valAx")}
    assert len(skalaer) == 1, "both count from the same day"


def test_dots_and_words_of_a_timeline_stand_over_it():
    tid = span("Drift", ("Nord", "2025-01-01", "2026-01-01"))
    slut = Punkter("Overtaget", ("2026-01-01",), ("Nord",), FARVE, ord=Ord(("1. januar 2026",), TIL_HOEJRE))
    dias = shown(figure(tid, slut))
    navne = [form.name for form in dias.shapes]
    assert navne == ["Akser", "Diagram", "Påskrifter"]
    ordene = [en.text for form in dias.shapes if form.shape_type == 6 for en in _texts(form)]
    assert {"1. januar 2026", "Nord", "Syd", "Øst", "2026"} <= set(ordene)


def _texts(gruppe):
    for form in gruppe.shapes:
        if form.shape_type == 6:
            yield from _texts(form)
        elif form.has_text_frame and form.text_frame.text:
            yield form.text_frame


SKY = Punkter(
    "Områder",
    (1500.0, 1700.5, None),
    (3.0, 0.0, 1.0),
    FARVE,
    aaben=(False, True, False),
    hover=("<b>Nord</b><br>3 kr.", "<b>=Syd()</b><br>0 kr.", ""),
    ord=Ord(("Nord", "Syd", ""), OVER),
)


def test_a_cloud_is_a_chart_of_two_numbers_with_the_name_of_each_point_in_the_sheet():
    diagram = chart(Aksefigur((Rude((SKY,), Talakse(fra=1400, til=1800), Talakse()),), 300))
    (serie,) = diagram.plots[0].series
    assert list(serie.iter_values()) == [3.0, 0.0]
    assert [float(en) for en in serie._element.xpath("c:xVal//c:v/text()")] == [1500.0, 1700.5]
    assert [raekke[:3] for raekke in sheet(diagram)[1:]] == [[1500, 3, "Nord"], [1700.5, 0, "=Syd()"]]
    assert (diagram.category_axis.minimum_scale, diagram.category_axis.maximum_scale) == (1400, 1800)
    aabne = serie._element.xpath("c:dPt[c:marker/c:spPr/a:noFill]/c:idx/@val")
    assert aabne == ["1"] and not serie._element.xpath("c:marker/c:spPr/a:noFill")


def test_points_on_rows_are_counted_from_the_bottom_and_bars_between_lie_under_them():
    har = Punkter("Har", (440.0, 780.0, 300.0), NAVNE, FARVE, hover=("", "", ""))
    mangler = Punkter("Skal have", (540.0, 700.0, 310.0), NAVNE, ANDEN, aaben=(True, True, True))
    streger = Punkter("Andet mål", (500.0, None, 320.0), NAVNE, "#7b4fb0", "streg")
    mellem = Soejler("", NAVNE, (100.0, 80.0, 10.0), ANDEN, liggende=True, begynder=(440.0, 700.0, 300.0))
    figur = figure(mellem, mangler, har, streger, x=Talakse("Kapaciteter"))
    dias = shown(figur)
    (diagram,) = [form.chart for form in dias.shapes if form.has_chart]
    skal, er, andet = diagram.plots[0].series
    assert list(er.iter_values()) == [3.0, 2.0, 1.0] and list(andet.iter_values()) == [3.0, 1.0]
    assert (diagram.value_axis.minimum_scale, diagram.value_axis.maximum_scale) == (0.5, 3.5)
    assert skal._element.xpath("c:marker/c:spPr/a:noFill") and not er._element.xpath("c:marker/c:spPr/a:noFill")
    assert andet._element.xpath("c:errBars/c:errDir/@val") == ["y"]
    assert andet._element.xpath("c:marker/c:symbol/@val") == ["none"]
    assert [raekke[2] for raekke in sheet(diagram) if raekke[2]][:3] == list(NAVNE)
    assert [form.name for form in dias.shapes][:2] == ["Akser", "Diagram"]


@pytest.mark.parametrize("serie", [SKY, span("Aftale", ("Nord", "2025-03-01", "2025-04-01"))])
def test_what_lies_under_a_chart_is_seen_through_it(serie):
    x, y = (Talakse(fra=1400, til=1800), Talakse()) if serie is SKY else (TID, Kategorier(NAVNE))
    rod = chart(Aksefigur((Rude((serie,), x, y),), 300)).element
    assert rod.xpath("c:spPr/a:noFill") and rod.xpath("c:chart/c:plotArea/c:spPr/a:noFill")
