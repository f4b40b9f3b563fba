"""Bars that begin elsewhere than at 0, and upright marks: alike for every reader of a figure."""

from dataclasses import replace

import pytest

from export.dias.diagrammer import is_native
from export.tegning.akselfigur import point_marks
from export.tegning.maerker import Streg
from export.tegning.plan import arrange
from export.tegning.signaturer import signatures
from views.figur.model import Aksefigur, Datoakse, Kategorier, Punkter, Rude, Soejler, Talakse
from views.figur.plotly.tegn import plotly_of

NAVNE = ("Nord", "Syd")
MELLEM = Soejler("", NAVNE, (88.3, 10.6), "#868e96", liggende=True, begynder=(435.0, 764.4), forklares=False)
STREGER = Punkter("Andet mål", (540.0, None), NAVNE, "#7b4fb0", "streg", stoerrelse=14)


def figure(*serier) -> Aksefigur:
    return Aksefigur((Rude(serier, Talakse("Kapaciteter"), Kategorier(NAVNE, fra_oven=True)),), 200, forklaring=True)


def test_a_bar_between_two_numbers_has_its_length_in_numbers():
    (spor,) = plotly_of(figure(MELLEM))["data"]
    assert (spor["base"], spor["x"]) == ([435.0, 764.4], [88.3, 10.6])
    (raekke,) = arrange(figure(MELLEM), 500, 200, 12).ruder[0].soejler
    assert [(en.fra, en.til) for en in raekke.soejler] == [(435.0, pytest.approx(523.3)), (764.4, pytest.approx(775.0))]
    dage = Soejler("", ("Nord",), (2,), "#868e96", liggende=True, begynder=("2026-01-01",))
    tid = Aksefigur((Rude((dage,), Datoakse("2026-01-01", "2026-02-01"), Kategorier(("Nord",))),), 200)
    assert plotly_of(tid)["data"][0]["x"] == [2 * 86_400_000], "on an axis of days it is days"


def test_powerpoint_draws_it_unless_it_is_more_than_bars_on_bars_that_are_not_seen():
    fra_nul = Soejler("", NAVNE, (1.0, 2.0), "#868e96", liggende=True)
    assert is_native(figure(fra_nul)) and is_native(figure(MELLEM))
    tre = tuple(replace(MELLEM, tykkelse=tykkelse) for tykkelse in (0.2, 0.4, 0.6))
    assert is_native(figure(*tre[:2])) and not is_native(figure(*tre))


def test_an_upright_mark_is_a_line_on_screen_and_on_paper():
    figur = figure(MELLEM, STREGER)
    (_, spor) = plotly_of(figur)["data"]
    assert spor["marker"]["symbol"] == "line-ns" and spor["marker"]["line"]["width"] > 0
    rude = arrange(figur, 500, 200, 12).ruder[0]
    (maerke,) = point_marks(rude, rude.punkter[0])
    assert isinstance(maerke, Streg) and maerke.punkter[0][0] == maerke.punkter[1][0], "one of the two is not known"
    assert [en.art for en in signatures(figur)] == ["streg"]
