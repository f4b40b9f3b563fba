"""Panels beside each other on a phone: as many as have room, else below each other, each with its names."""

import pytest

from tests.views.bygget import each
from views.figur.model import Aksefigur, Kategorier, Rude, Soejler, Talakse
from views.figur.plotly.tegn import plotly_of
from views.figur.plotly.typografi import SIDE, TELEFON
from views.figur.ruder import BREDDE, stacked

NAVNE = ("Fyn", "Lolland")


def beside(antal: int) -> Aksefigur:
    ruder = tuple(
        Rude(
            (Soejler(str(nr), NAVNE, (1, 2), "red", liggende=True),),
            Talakse(vises=False),
            Kategorier(NAVNE, fra_oven=True, vises=nr == 0),
            overskrift=f"Rude {nr}",
            plads=(nr / antal, (nr + 0.9) / antal, 0.0, 1.0),
        )
        for nr in range(antal)
    )
    return Aksefigur(ruder, 200, margen=(0, 20, 34, 10))


def test_two_stand_beside_each_other_and_more_below():
    for antal in (1, 2):
        assert stacked(figur := beside(antal)) is figur
    for antal in (3, 4):
        figur = stacked(beside(antal))
        kanter = [rude.plads for rude in figur.ruder]
        assert {en[:2] for en in kanter} == {(0.0, BREDDE)} and all(rude.y.vises for rude in figur.ruder)
        assert kanter[0][3] == 1 and kanter[-1][2] == pytest.approx(0, abs=1e-9)
        px = figur.hoejde - 34 - 10
        for over, under in zip(kanter, kanter[1:], strict=False):
            assert (over[2] - under[3]) * px == pytest.approx(34), "room for a heading"
            assert (over[3] - over[2]) * px == pytest.approx(200 - 34 - 10), "as high as it was"


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_no_view_has_more_panels_in_a_row_on_a_phone(datasaet):
    set_ = 0
    for visning, view in each(datasaet):
        if not isinstance(view.figure, Aksefigur):
            continue
        paa_siden = plotly_of(view.figure, SIDE)["layout"]
        paa_telefonen = plotly_of(view.figure, TELEFON)["layout"]
        akser = [
            (navn[0], tuple(en["domain"])) for navn, en in paa_telefonen.items() if "axis" in navn and "domain" in en
        ]
        lodrette = [sted for akse, sted in akser if akse == "y"]
        i_raekke = max((lodrette.count(en) for en in lodrette), default=0)
        assert i_raekke <= 2 or len({sted for akse, sted in akser if akse == "x"}) <= 2, visning
        set_ += paa_siden != paa_telefonen
    assert set_
