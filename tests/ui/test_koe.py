"""The turn knows its holder: never more than two scripts run, in pages and in fragments, however they end."""

import ast
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData
from streamlit.testing.v1 import local_script_runner

from tests.e2e.server import ROOT
from tests.test_lag import FILER
from tests.ui.test_sider import run
from ui import hent, koe, valg
from ui.koe import TURE, stand_aside, turn
from ui.praesentation import scene
from ui.praesentation.forbered import prepared


def free() -> int:
    """How many turns nobody holds."""
    taget = sum(TURE.acquire(blocking=False) for _ in range(5))
    for _ in range(taget):
        TURE.release()
    return taget


@pytest.fixture(autouse=True)
def alle_er_frie():
    assert free() == 2
    yield
    assert free() == 2


def test_who_holds_a_turn_gives_it_up_and_takes_it_back():
    with turn():
        assert free() == 1
        with stand_aside():
            assert free() == 2
            with stand_aside(), turn(), stand_aside():
                assert free() == 2, "what was given up is not given up again, and what was taken is"
        assert free() == 1
        with turn():
            assert free() == 1, "a fragment within its page goes on with the turn of the page"
        assert free() == 1


def test_the_server_is_idle_when_no_script_runs():
    assert koe.is_idle() and free() == 2
    with turn():
        assert not koe.is_idle() and free() == 1


def test_who_holds_none_has_none_to_give_up():
    with stand_aside():
        assert free() == 2
    with turn(), ThreadPoolExecutor(1) as anden:
        assert anden.submit(lambda: koe._har_tur.get()).result() is False
        with stand_aside():
            assert free() == 2


@pytest.mark.parametrize("fejl", [ValueError, KeyboardInterrupt])
def test_a_turn_is_given_back_whatever_happens(fejl):
    with pytest.raises(fejl), turn():
        raise fejl
    with pytest.raises(fejl), turn(), stand_aside():
        raise fejl
    assert free() == 2 and koe._har_tur.get() is False


def test_every_fragment_takes_a_turn():
    """The decorators, read: a fragment that forgot would run beside the two. A parallel one would have the page's turn
    copied, and give it up once more."""
    fundet = 0
    for fil in (fil for fil in FILER if fil.relative_to(ROOT).parts[0] in ("ui", "pages")):
        for knude in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))):
            pynt = [ast.unparse(en) for en in getattr(knude, "decorator_list", [])]
            if any(en.startswith("st.fragment") for en in pynt):
                assert pynt[-1] == "turn()" and "parallel" not in pynt[0], f"{fil}:{knude.lineno}"
                fundet += 1
    assert fundet >= 4


def test_a_fragment_that_runs_alone_holds_a_turn_and_can_stand_aside(monkeypatch):
    monkeypatch.setattr(scene, "warm_all", lambda *_: None)  # a thread that takes turns of its own
    test = run("praesentation", vis="skaerm").button(key="start").click().run()
    frie = []

    def seen(*dele):
        frie.append(free())
        with stand_aside():
            frie.append(free())
        return prepared(*dele)

    monkeypatch.setattr(scene, "prepared", seen)
    slide, *_ = test._fragment_storage._fragments
    monkeypatch.setattr(local_script_runner, "RerunData", partial(RerunData, fragment_id=slide))
    monkeypatch.setattr(valg, "read_choices", lambda: pytest.fail("the router ran"))
    assert not test.run().exception
    assert frie == [1, 2]


def test_a_page_holds_a_turn_and_a_slow_file_holds_none(monkeypatch):
    frie, filer = [], {}
    monkeypatch.setattr(hent, "deck_slides", lambda *_: frie.append(free()) or b"x")
    monkeypatch.setattr(hent, "dated", lambda titel, *_: frie.append(free()) or titel)
    monkeypatch.setattr(hent.st, "download_button", lambda knap, data, **_: filer.setdefault(knap, data))
    test = run("praesentation")
    assert not test.exception and set(frie) == {1}
    assert filer["Hent som PowerPoint"]() == b"x" and frie[-1] == 2, "made when it is pressed, outside the turns"
