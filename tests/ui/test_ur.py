"""The app has one clock. Moved past the day of the reform while it runs, every page follows: nothing that is remembered
goes on saying the day it was made on."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from queries.standard import newest
from tests.sweep import some
from tests.ui.test_sider import PAGES, assert_shown, run
from ui import opvarmning, ur
from ui.lager import finished
from ui.praesentation import fremvisninger
from views.fremvisning.praesentation import Dias, Praesentation
from views.kilder import data_og_kilder, reformen
from views.omraade import moeder, siden_sidst

FOER, EFTER = datetime(2026, 12, 31, 23, 59).astimezone(), datetime(2027, 1, 1, 0, 1).astimezone()


@pytest.fixture
def klokken(monkeypatch):
    """klokken(tid): from now on that is the time."""
    return lambda tid: monkeypatch.setattr(ur, "now", lambda: tid)


@pytest.mark.parametrize("side", some(PAGES, 4))
def test_every_page_goes_over_to_the_new_regions_at_midnight(klokken, side):
    klokken(FOER)
    test = run(side)
    foer = test.session_state["_filters"]
    klokken(EFTER)
    test.run()
    assert_shown(test)
    efter = test.session_state["_filters"]
    assert (foer.i_dag, foer.struktur) == (FOER.date(), "2007")
    assert (efter.i_dag, efter.struktur) == (EFTER.date(), "2027")


def test_what_is_remembered_says_the_day_it_is_shown_on(klokken):
    klokken(FOER)
    test = run("reformen")
    foer = test.session_state["_filters"]
    assert any("bliver fem regioner" in en.value for en in test.markdown)
    klokken(EFTER)
    test.run()
    efter = test.session_state["_filters"]
    assert any("blev fem regioner" in en.value for en in test.markdown)
    assert [finished(reformen.members_view, en).coverage.split()[5] for en in (foer, efter)] == ["bliver", "blev"]
    for byg in (data_og_kilder.state_view, data_og_kilder.quality_view, data_og_kilder.sources_view):
        dage = [finished(byg, en).sources[0].dato for en in (foer, efter)]
        assert dage == ["31. december 2026", "1. januar 2027"], byg
    huller = [finished(data_og_kilder.quality_view, en).as_of for en in (foer, efter)]
    assert huller == ["31. december 2026", "1. januar 2027"]


def test_an_assembly_can_be_looked_back_to_from_the_day_it_is_held(klokken):
    moede = datetime(2023, 11, 4, 8, 0).astimezone()
    klokken(datetime(2023, 11, 3, 23, 59).astimezone())
    test = run("siden_sidst")
    foer = test.session_state["_filters"]
    klokken(moede)
    test.run()
    assert_shown(test)
    efter = test.session_state["_filters"]
    assert "2023-11-04" not in moeder.days(foer, moeder.STANDARD, newest())
    assert "2023-11-04" in moeder.days(efter, moeder.STANDARD, newest())
    assert finished(siden_sidst.day_of, foer) < finished(siden_sidst.day_of, efter) == moede.date()


def test_a_show_keeps_its_day_with_its_data_and_a_new_one_has_that_of_today(klokken):
    deck = Praesentation("T", (Dias("kort", (("niveau", "region"),)),))
    klokken(FOER)
    gammel = fremvisninger.begin("t", deck, "offentlig", newest())
    klokken(EFTER)
    ny = fremvisninger.begin("t", deck, "offentlig", newest())
    strukturer = [deck.dias[0].asked(en.datasaet, en.dag)[1].struktur for en in (gammel, ny)]
    assert strukturer == ["2007", "2027"] and fremvisninger.seconds_gone(gammel) == 120


def test_what_kort_shows_first_is_that_of_the_day(klokken, monkeypatch):
    spurgt, intet = [], SimpleNamespace(figure=None)
    monkeypatch.setattr(opvarmning, "made", lambda byg, filters, data: spurgt.append(filters) or intet)
    for tid, struktur in ((FOER, "2007"), (EFTER, "2027")):
        klokken(tid)
        spurgt.clear()
        opvarmning.warm_views()
        assert {(en.dag, en.struktur) for en in spurgt} == {(tid.date(), struktur)}
