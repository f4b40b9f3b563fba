"""Figures of the model laid out on a surface: scales, places, chosen names, headings, and how many rows there are."""

from dataclasses import replace

import pytest

from export.tegning.akselfigur import axis_marks
from export.tegning.maerker import Boks, Skrift, Streg
from export.tegning.plan import arrange, rows
from export.tegning.signaturer import signatures
from views.figur.model import (
    STABLET,
    VED_ENDEN,
    VED_SIDEN,
    Aksefigur,
    Datoakse,
    Kategorier,
    Linje,
    Note,
    Ord,
    Punkter,
    Rude,
    Soejler,
    Talakse,
)

FARVE = "#2a7ab5"
AAR = ("2024", "2025", "2026")
OEVERST, NEDERST = (0, 1, 0.6, 1), (0, 1, 0, 0.4)


def bars(vaerdier, navn="Antal", steder=AAR, **mere) -> Soejler:
    return Soejler(navn, steder, tuple(vaerdier), FARVE, **mere)


def panels(*serier: Soejler, faelles: str = "y", overskrifter=("A", "B")) -> Aksefigur:
    """Two panels below each other."""
    ruder = (
        Rude((serie,), Kategorier(), Talakse("Forløb", faelles=faelles), overskrift, plads=plads)
        for serie, overskrift, plads in zip(serier, overskrifter, (OEVERST, NEDERST), strict=True)
    )
    return Aksefigur(tuple(ruder), 400)


def written(figur: Aksefigur) -> list[Skrift]:
    return [maerke for maerke in axis_marks(figur, 600, 300, 10) if isinstance(maerke, Skrift)]


@pytest.mark.parametrize(("faelles", "ens"), [("y", True), ("", False)])
def test_only_panels_that_bear_the_same_mark_share_a_scale(faelles, ens):
    lav, hoej = arrange(panels(bars((1, 2, 3)), bars((10, 20, 30)), faelles=faelles), 600, 300, 10).ruder
    assert (lav.y.til == hoej.y.til) == ens and hoej.y.til >= 30


def test_a_panel_of_which_nothing_is_known_keeps_its_years_and_its_scale():
    tom, kendt = arrange(panels(bars((None, None, None)), bars((1, 2, 3))), 600, 300, 10).ruder
    assert [navn for _, navn in tom.x.streger] == list(AAR)
    assert (tom.y.fra, tom.y.til) == (kendt.y.fra, kendt.y.til)
    assert [soejle for raekke in tom.soejler for soejle in raekke.soejler] == []


def test_a_series_of_which_nothing_is_known_takes_no_room_beside_others():
    alene, med = (
        Aksefigur((Rude(serier, Kategorier(), Talakse()),), 300)
        for serier in ((bars((1, 2, 3)),), (bars((1, 2, 3)), bars((None, None, None), "Ukendt")))
    )
    bredder = [[b.bredde for b in axis_marks(figur, 600, 300, 10) if isinstance(b, Boks)] for figur in (alene, med)]
    assert bredder[0] == bredder[1] != []


@pytest.mark.parametrize(("maade", "anden_fra"), [(STABLET, 3.0), (VED_SIDEN, 0.0)])
def test_bars_stand_as_the_figure_says(maade, anden_fra):
    figur = Aksefigur((Rude((bars((3, 3, 3)), bars((4, 4, 4), "B")), Kategorier(), Talakse()),), 300, maade)
    foerste, anden = (raekke.soejler[0] for raekke in arrange(figur, 600, 300, 10).ruder[0].soejler)
    assert anden.fra == anden_fra and anden.til == anden_fra + 4
    assert (foerste.midte == anden.midte) == (maade == STABLET)


def test_only_the_chosen_name_is_bold():
    serie = bars((1, 2, 3), liggende=True, ord=Ord(("1", "2", "3"), VED_ENDEN, decimaler=0))
    figur = Aksefigur((Rude((serie,), Talakse(), Kategorier(valgte=("2025",), fra_oven=True)),), 300)
    fede = {maerke.text: maerke.linjer[0][0].fed for maerke in written(figur) if maerke.text in AAR}
    assert fede == {"2024": False, "2025": True, "2026": False}


def test_headings_at_the_top_have_room_above_the_panels():
    med, uden = (
        arrange(panels(bars((1, 2, 3)), bars((1, 2, 3)), overskrifter=ord_), 600, 300, 10).ruder[0].boks[1]
        for ord_ in (("A", "B"), ("", ""))
    )
    assert med > uden
    assert {"A", "B"} <= {maerke.text for maerke in written(panels(bars((1, 2, 3)), bars((1, 2, 3))))}


def test_a_heading_stands_clear_of_level_bars():
    serie = bars((1, 2, 3), liggende=True)
    rude = Rude((serie,), Talakse(vises=False), Kategorier(vises=False), "Et mål", "af 5 runder", (0, 1, 0, 0.8))
    figur = Aksefigur((rude,), 300, luft=0.0)
    soejler = [maerke for maerke in axis_marks(figur, 600, 300, 10) if isinstance(maerke, Boks)]
    overskrift = next(maerke for maerke in written(figur) if maerke.text.startswith("Et mål"))
    assert len(overskrift.linjer) == 2 and overskrift.lodret == "bottom"
    assert overskrift.y + 4 < min(soejle.y for soejle in soejler)


def test_lines_of_a_scale_written_elsewhere_are_drawn():
    rude = Rude((bars((1, 2, 3)),), Kategorier(), Talakse(skrives=False))
    for akse, tegnes in ((rude.y, True), (replace(rude.y, vises=False), False)):
        maerker = axis_marks(Aksefigur((replace(rude, y=akse),), 300), 600, 300, 10)
        streger = [m for m in maerker if isinstance(m, Streg) and m.gruppe == "Akser" and m.farve != "#8c98a4"]
        assert (len(streger) > 2) == tegnes
        assert not {m.text for m in maerker if isinstance(m, Skrift)} - set(AAR)


def test_the_legend_names_each_series_once_and_explains_hatching():
    tal = (1, 2, 3)
    soejler = (bars(tal), bars(tal), bars(tal, "x", forklares=False))
    andre = (Linje("Linje", AAR, tal, FARVE), Punkter("Rude", AAR, tal, FARVE, "rude", True))
    rude = Rude((*soejler, *andre), Kategorier(), Talakse())
    figur = Aksefigur((rude,), 300, forklaring=True, prognose=True)
    assert [(en.navn, en.art, en.skraveret, en.aaben) for en in signatures(figur)] == [
        ("Antal", "soejle", False, False),
        ("Linje", "linje", False, False),
        ("Rude", "rude", False, True),
        ("Prognose", "soejle", True, False),
    ]
    assert signatures(replace(figur, forklaring=False)) == []


def test_rows_are_places_of_level_bars_or_panels_below_each_other():
    liste = Aksefigur((Rude((bars((1, 2, 3), liggende=True),), Talakse(), Kategorier()),), 300)
    assert rows(liste) == 3 + 3
    numre = bars((1, 2), steder=(0, 1), liggende=True)
    ens = Kategorier((0, 1), skrevne=((0, "Opslået<br>igen"), (1, "Opslået<br>igen")))
    assert rows(Aksefigur((Rude((numre,), Talakse(), ens),), 300)) == 2 * 2 + 3
    assert rows(panels(bars((1, 2, 3)), bars((1, 2, 3)))) > 10
    ved_siden = tuple(Rude((bars((1, 2, 3)),), Kategorier(), Talakse(), plads=(x, x + 0.4, 0, 1)) for x in (0, 0.5))
    assert rows(Aksefigur(ved_siden, 300)) == 3


def test_a_timeline_has_its_days_and_room_for_the_last_words():
    serie = Soejler("", (0,), (365,), FARVE, liggende=True, begynder=("2025-01-01",), tykkelse=0.36)
    rude = Rude(
        (serie,), Datoakse("2024-12-01", "2026-01-31"), Kategorier((0,), skrevne=((0, "Opslået"),), fra_oven=True)
    )
    plan = arrange(Aksefigur((rude,), 100, noter=(Note("2025 · 87 ydernumre", "2025-01-01", 0),)), 600, 100, 10)
    (soejle,) = plan.ruder[0].soejler[0].soejler
    assert soejle.til - soejle.fra == 365
    assert "jan. 2025" in [navn for _, navn in plan.ruder[0].x.streger]
    assert plan.bredde - plan.indre[2] > 50
