"""A crosstab on the page: what it does not say is asked, and the answer makes the proposal whole."""

from streamlit.testing.v1 import AppTest

from tests.data.indlaes_filer import as_xlsx

TABEL = as_xlsx({"Ark1": [["Kommune", 2024], ["Lolland", 3], ["Morsø", 5]]})


def script(indhold):
    import streamlit as st

    from data.indlaes import Fil
    from ui import egne_data

    forslag = egne_data._proposal([Fil("tabel.xlsx", indhold)], False, None)
    egne_data._ask(forslag)
    st.text("; ".join(str(en) for en in forslag.fejl) or f"{len(forslag.tabeller['noegletal'])} rækker")


def test_indicator_and_source_are_asked_for_and_used():
    test = AppTest.from_function(script, kwargs={"indhold": TABEL}, default_timeout=60).run()
    assert not test.exception and "Vælg, hvilket nøgletal" in test.text[0].value
    test.selectbox(key="indlaes_noegletal").set_value("praksis_antal")
    test.text_input(key="indlaes_kilde").set_value("Et brev").run()
    assert not test.exception and test.text[0].value == "2 rækker"
    assert test.selectbox(key="indlaes_noegletal").value == "praksis_antal", "what was asked can be asked again"
