"""Native charts say what the figure says: numbers as numbers, words as words, the chosen area marked."""

from dataclasses import replace

import pytest
from pptx import Presentation

from export.dias import diagrammer
from views.figur.model import (
    FORAN,
    INDENI,
    OVER,
    PROGNOSE,
    STABLET,
    VED_ENDEN,
    Aksefigur,
    Datoakse,
    Hjaelpelinje,
    Kategorier,
    Linje,
    Ord,
    Punkter,
    Rude,
    Soejler,
    Talakse,
)

FARVE = "#2a7ab5"
AAR = ("2024", "2025", "2026")


def bars(vaerdier, navn="Antal", steder=AAR, **mere) -> Soejler:
    return Soejler(navn, steder, tuple(vaerdier), FARVE, **mere)


def figure(*serier, x=None, y=None, **mere) -> Aksefigur:
    return Aksefigur((Rude(serier, x or Kategorier(), y or Talakse()),), 300, **mere)


def charts(figur: Aksefigur) -> list:
    """The charts of a slide with the figure."""
    deck = Presentation()
    dias = deck.slides.add_slide(deck.slide_layouts[6])
    diagrammer.add_charts(dias.shapes, figur, (20, 20, 600, 300), 12, "En figur")
    return [form.chart for form in dias.shapes if form.has_chart]


def labels(serie) -> list[str]:
    """The words that stand at the points of a series, without those that are its values."""
    return [ord_.text for ord_ in serie._element.iterfind(".//{*}dLbl/{*}tx//{*}t")]


@pytest.mark.parametrize(("decimaler", "format_"), [(0, "[$-406]#,##0"), (1, "[$-406]#,##0.0")])
def test_words_that_are_the_values_are_written_as_values(decimaler, format_):
    ord_ = Ord(("1", "2", "3"), VED_ENDEN, decimaler=decimaler)
    (diagram,) = charts(figure(bars((1, 2, 3), ord=ord_)))
    serie = diagram.plots[0].series[0]
    assert serie.data_labels.number_format == format_ and serie.data_labels.show_value and labels(serie) == []


def test_words_stay_words_though_they_look_like_the_values():
    (diagram,) = charts(figure(bars((1, 2, 3), ord=Ord(("1", "2", "3"), VED_ENDEN))))
    assert labels(diagram.plots[0].series[0]) == ["1", "2", "3"]


def test_a_value_without_words_has_none_in_the_chart():
    (diagram,) = charts(figure(bars((0, 2, None), ord=Ord(("", "2", ""), INDENI, decimaler=0))))
    serie = diagram.plots[0].series[0]._element
    skjulte = [etiket for etiket in serie.iterfind(".//{*}dLbl") if etiket.find("{*}delete") is not None]
    assert [etiket.find("{*}idx").get("val") for etiket in skjulte] == ["0"]


def test_the_chosen_category_is_marked_and_others_are_not():
    liggende = bars((1, 2, 3), liggende=True)
    (diagram,) = charts(figure(liggende, x=Talakse(), y=Kategorier(valgte=("2025",), fra_oven=True)))
    assert list(diagram.plots[0].categories) == ["2024", "▸ 2025", "2026"]
    assert diagram.category_axis.reverse_order


def test_numbered_places_have_their_written_names():
    akse = Kategorier((2024, 2025, 2026), skrevne=((2024, "2024"), (2025, "2025*"), (2026, "2026")))
    linje = Linje("Pct.", (2024, 2025, 2026), (1, None, 3), FARVE)
    (diagram,) = charts(figure(linje, x=akse))
    assert list(diagram.plots[0].categories) == ["2024", "2025*", "2026"]
    assert list(diagram.plots[0].series[0].values) == [1.0, None, 3.0]


@pytest.mark.parametrize(("maade", "overlap"), [(FORAN, 100), (STABLET, 100), ("ved_siden", 0)])
def test_bars_stand_before_each_other_only_where_the_figure_says_so(maade, overlap):
    kendt, ventet = bars((1, 2, None)), bars((None, None, 3), "Antal (prognose)", skraveret=PROGNOSE)
    (diagram,) = charts(figure(kendt, ventet, maade=maade))
    assert diagram.plots[0].overlap == overlap


def test_bars_of_one_series_in_pieces_are_one_series_and_stacked_ones_are_not():
    stykker = [bars((n,), steder=(et,)) for et, n in zip(AAR, (1, 2, 3), strict=True)]
    ovenpaa = bars((5,), steder=("2024",))
    (diagram,) = charts(figure(*stykker, ovenpaa, maade=STABLET))
    assert [list(serie.values) for serie in diagram.plots[0].series] == [[1, 2, 3], [5, None, None]]


def test_points_and_lines_beside_upright_bars_are_lines_of_the_chart():
    rude = Punkter("Opslået", AAR, (2, 3, 4), FARVE, "rude")
    ord_ = Punkter("", AAR, (1, 2, 3), form="", ord=Ord(("a", "b", "c"), OVER))
    (diagram,) = charts(figure(bars((1, 2, 3)), rude, ord_))
    soejler, linjer = diagram.plots
    assert [serie.name for serie in soejler.series] == ["Antal"]
    assert [serie.name for serie in linjer.series] == ["Opslået", "Påskrift"]
    assert labels(linjer.series[1]) == ["a", "b", "c"]


def signs(serie, antal: int) -> list[tuple[str, bool, str]]:
    """Form, whether it is open, and colour of the mark at each point: its own, else the series'."""
    ud = []
    for nr in range(antal):
        egen = serie._element.xpath(f"c:dPt[c:idx/@val='{nr}']/c:marker") or serie._element.xpath("c:marker")
        (maerke,) = egen
        aaben = bool(maerke.xpath("c:spPr/a:noFill"))
        ud.append((maerke.xpath("c:symbol/@val")[0], aaben, maerke.xpath("c:spPr/a:ln//a:srgbClr/@val")[0]))
    return ud


@pytest.mark.parametrize("soejler", [(), (bars((1, 2, 3)),)], ids=["alene", "ved søjler"])
@pytest.mark.parametrize("aaben", [(False, True, False), (True, True, False), (True, True, True)])
def test_each_point_has_its_own_sign(soejler, aaben):
    prikker = Punkter("Opslået", AAR, (2, 3, 4), (FARVE, "#112233", FARVE), "rude", aaben)
    (diagram,) = charts(figure(*soejler, prikker))
    serie = diagram.plots[-1].series[0]
    farver = ("2A7AB5", "112233", "2A7AB5")
    assert signs(serie, 3) == [("diamond", *en) for en in zip(aaben, farver, strict=True)]
    # points are not joined, nor is one that looks otherwise
    egne = serie._element.xpath("c:dPt/c:spPr/a:ln")
    assert all(en.xpath("a:noFill") for en in egne) and len(egne) == len(serie._element.xpath("c:dPt"))


def test_a_chart_is_native_by_what_its_axes_are():
    liggende = bars((1, 2, 3), liggende=True)
    assert diagrammer.is_native(figure(bars((1, 2, 3))))
    assert diagrammer.is_native(figure(liggende, x=Talakse(), y=Kategorier()))
    assert not diagrammer.is_native(figure(liggende, x=Datoakse(), y=Kategorier()))
    assert diagrammer.is_native(figure(Punkter("", (1, 2), (3, 4), FARVE), x=Talakse()))


def test_panels_are_charts_in_the_order_in_which_they_are_read_also_when_one_is_empty():
    nederst = Rude((bars((1, 2, 3), "Nederst"),), Kategorier(), Talakse(faelles="y"), plads=(0, 1, 0, 0.4))
    oeverst = Rude((bars((None,) * 3, "Øverst"),), Kategorier(), Talakse(faelles="y"), plads=(0, 1, 0.6, 1))
    diagrammer_ = charts(Aksefigur((nederst, oeverst), 300))
    assert [diagram.plots[0].series[0].name for diagram in diagrammer_] == ["Øverst", "Nederst"]
    assert [list(diagram.plots[0].categories) for diagram in diagrammer_] == [list(AAR)] * 2
    assert len({diagram.value_axis.maximum_scale for diagram in diagrammer_}) == 1


def test_a_line_across_fixes_the_scale_that_it_was_placed_on():
    figur = figure(bars((1, 2, 3)))
    (fri,), (fast,) = charts(figur), charts(replace(figur, linjer=(Hjaelpelinje("y", 2, "alle under ét"),)))
    assert fri.value_axis.maximum_scale is None and fast.value_axis.maximum_scale >= 3
