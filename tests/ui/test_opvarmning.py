"""The warming up: everything Kort shows, once for each version of the data, and no view that fails stops it."""

import time
from datetime import timedelta
from types import SimpleNamespace

import pytest

import queries
from geo import niveauer
from queries.standard import newest
from tests.dag import I_DAG
from ui import opvarmning
from ui.koe import turn
from views.faelles.filtre import Filters

NOGLE = [Filters(niveau=niveau) for niveau in ("kommune", "region", "sundhedsraad")]
HELE_VEJEN = [(byg, filters) for filters in NOGLE for byg in opvarmning.PAA_KORT]


def wait_for(holds, seconds: float = 10) -> bool:
    slut = time.monotonic() + seconds
    while not holds() and time.monotonic() < slut:
        time.sleep(0.01)
    return holds()


@pytest.fixture
def lavet(monkeypatch):
    """The (view, choices) that the warming up asked for, of few choices and on data that tests can replace."""
    alle = []
    monkeypatch.setattr(opvarmning, "NEW_VERSION_SECONDS", 0.01)
    monkeypatch.setattr(opvarmning, "what_kort_shows", lambda data, i_dag: NOGLE)
    monkeypatch.setattr(opvarmning, "settle_heap", lambda: None)
    monkeypatch.setattr(opvarmning, "made", lambda byg, filters, data: alle.append((byg, filters)))
    alle_data = SimpleNamespace(nyeste=object(), dag=I_DAG)
    monkeypatch.setattr(opvarmning, "worlds", lambda: (alle_data.nyeste,))
    monkeypatch.setattr(opvarmning.ur, "today", lambda: alle_data.dag)
    return SimpleNamespace(alle=alle, data=alle_data)


@pytest.fixture
def varme():
    en = opvarmning.Opvarmning()
    yield en
    en.stop()


def test_all_is_made_once_and_again_when_the_data_are_new(lavet, varme):
    assert not varme.is_finished()
    varme.start()
    assert wait_for(varme.is_finished) and lavet.alle == HELE_VEJEN
    lavet.data.nyeste = object()
    assert wait_for(varme.is_finished) and lavet.alle == HELE_VEJEN * 2


def test_all_is_made_again_on_a_new_day_and_what_was_asked_yesterday_let_go(lavet, varme):
    glemt = []
    lavet.data.nyeste = SimpleNamespace(forget=lambda: glemt.append(lavet.data.dag))
    varme.start()
    assert wait_for(varme.is_finished) and not glemt
    lavet.data.dag += timedelta(days=1)
    assert not varme.is_finished()
    assert wait_for(varme.is_finished) and lavet.alle == HELE_VEJEN * 2 and glemt == [lavet.data.dag]


def test_a_view_that_fails_is_logged_and_the_rest_are_made(lavet, varme, monkeypatch, caplog):
    def fails_once(byg, filters, data):
        if filters.niveau == "region":
            raise ValueError("hemmelig grund")
        lavet.alle.append((byg, filters))

    monkeypatch.setattr(opvarmning, "made", fails_once)
    varme.start()
    assert wait_for(varme.is_finished)
    assert lavet.alle == [en for en in HELE_VEJEN if en[1].niveau != "region"]
    assert "hemmelig grund" in caplog.text


def test_what_kort_shows_is_every_indicator_on_every_level_of_every_dataset():
    alle = opvarmning.what_kort_shows(newest(), I_DAG)
    assert len(set(alle)) == len(alle)
    for datasaet in queries.datasets(newest()):
        paa_kort = {navn for navn, en in queries.catalogue_of(datasaet, newest()).items() if en.paa_kort}
        for niveau in (en.niveau for en in niveauer.levels().values() if en.er_kortniveau):
            for struktur in niveauer.structures() if niveau == "region" else [alle[0].struktur]:
                sted = [en for en in alle if (en.datasaet, en.niveau, en.struktur) == (datasaet, niveau, struktur)]
                assert {en.indikator for en in sted} == paa_kort


def test_then_the_same_of_each_area_that_is_somebodys_own():
    alle = opvarmning.what_kort_shows(newest(), I_DAG)
    foerste = next(nr for nr, en in enumerate(alle) if en.omraade)
    assert all(en.omraade for en in alle[foerste:])
    landet = {(en.datasaet, en.indikator) for en in alle}
    for niveau in ("sundhedsraad", "region"):
        for omraade in niveauer.areas(niveau, alle[0].struktur):
            egne = {(en.datasaet, en.indikator) for en in alle if (en.niveau, en.omraade) == (niveau, omraade)}
            assert egne == landet


def test_nothing_is_made_while_a_page_is(lavet, varme, monkeypatch):
    monkeypatch.setattr(opvarmning, "LONGEST_WAIT", 3600)
    with turn():
        varme.start()
        time.sleep(0.1)
        assert not lavet.alle
    assert wait_for(varme.is_finished) and lavet.alle == HELE_VEJEN


def test_a_server_that_never_rests_is_warm_in_the_end(lavet, varme, monkeypatch):
    monkeypatch.setattr(opvarmning, "LONGEST_WAIT", 0.01)
    with turn():
        varme.start()
        assert wait_for(varme.is_finished)
