"""What a session shows is there for its printer, under a name that only the session knows, and no longer than it."""

import gc

from streamlit.testing.v1 import AppTest

from tests.ui.test_sider import run
from ui import noegler, udskrift


def ark(test: AppTest) -> udskrift.Ark:
    return test.session_state[noegler.ARK]


def test_the_page_on_paper_is_what_was_shown_last():
    test = run("kort", datasaet="eksempel", omraade="soenderjylland")
    side = udskrift.printed(ark(test).navn)
    assert "<svg" in side and "Sønderjylland" in side and "omraade=soenderjylland" in side
    test.session_state[noegler.ARK].views.clear()
    assert udskrift.printed(ark(test).navn) is None, "a page without figures and words prints as it is"


def test_lists_are_on_paper_as_they_are_narrowed():
    side = udskrift.printed(ark(run("ydernumre", fane="liste", soeg="vollsmose")).navn)
    assert "Vollsmose" in side and "Frøstrup" not in side
    side = udskrift.printed(ark(run("puljen", datasaet="eksempel", fane="projekter", omraade="1081")).navn)
    assert "Nordjylland" in side and "Odense" not in side


def test_words_are_on_paper():
    assert "hoveduddannelse" in udskrift.printed(ark(run("ordliste", soeg="hoveduddannelse")).navn)
    assert "Det går den" in udskrift.printed(ark(run("mit_omraade", datasaet="eksempel", omraade="fyn")).navn)


def test_each_session_has_a_name_of_its_own_and_nobody_has_another():
    en, anden = run("kort"), run("kort", datasaet="eksempel")
    assert ark(en).navn != ark(anden).navn and len(ark(en).navn) >= 20
    assert udskrift.printed("narnia") is None


def test_a_session_that_is_gone_leaves_nothing():
    navn = udskrift.Ark().navn
    udskrift._arkene[navn] = et = udskrift.Ark()
    assert navn in udskrift._arkene
    del et
    gc.collect()
    assert navn not in udskrift._arkene
