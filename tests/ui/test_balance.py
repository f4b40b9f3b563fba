"""Behov og balance through the router: every tab on both datasets, and one form that is one choice."""

import pytest

from queries.standard import newest
from tests.dag import I_DAG
from tests.ui.test_sider import assert_shown, run
from views.balance.antagelsesliste import origins
from views.balance.antaget import status, value
from views.balance.balance import balance
from views.faelles.filtre import Filters
from views.sprog.markdown import plain


def assert_sliders_say_where_they_are_from(test, datasaet: str) -> None:
    """Below each: its default, its status and who says so; struck through where the dataset measures it."""
    filters = Filters(datasaet=datasaet, scenarie="1;pol=takt;s=73", dag=I_DAG)
    svar, hvem = balance(filters, newest()), origins(filters, newest())
    grupper = [en.value for en in test.markdown if en.value in {f"### {en.gruppe}" for en in svar.antagelser}]
    assert grupper == ["### Tilgang", "### Afgang", "### Udbud", "### Klinikker"]
    under = [en.value for en in test.caption if "Standard" in en.value]
    assert len(under) == len(svar.antagelser)
    for en, sagt in zip(svar.antagelser, under, strict=True):
        dele = filter(None, (f"Standard {value(en, en.standard)}", status(en), hvem[en.id]))
        assert plain(" · ".join(dele)) in sagt
        assert (sagt.startswith("~~") and plain(svar.erstattet.get(en.id, "?")) in sagt) == (en.id in svar.erstattet)


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize("fane", ["", "de-87", "behov-mod-kapacitet", "maal-over-tid", "antagelser", "ukendt"])
def test_the_scenario_is_shown_on_every_tab(datasaet, fane):
    test = run("balance", datasaet=datasaet, fane=fane, scenarie="1;pol=takt;s=73")
    if fane == "antagelser":
        assert not test.exception and len(test.select_slider) == 21
        assert_sliders_say_where_they_are_from(test, datasaet)
        test.session_state["antagelsesliste"] = True
        test.run()
    assert_shown(test)
    if fane in ("", "antagelser", "ukendt"):
        assert any("SCENARIE, ikke en prognose" in en.value for en in test.markdown)


def test_moved_assumptions_are_sent_together_and_marked():
    test = run("balance", datasaet="offentlig", fane="antagelser", scenarie="1;pol=takt;tau=3")
    assert [en.value for en in test.select_slider if en.label.endswith("(ændret)")] == [3]
    test.select_slider(key="antaget_s").set_value(73)
    test.select_slider(key="antaget_tau").set_value(2)
    test.selectbox(key="antaget_aar").set_value(2030)
    test.button(key="regn_om").click().run()
    assert not test.exception and not test.warning
    assert test.query_params["scenarie"] == "1;pol=takt;s=73;aar=2030"
    assert [en.key for en in test.select_slider if en.label.endswith("(ændret)")] == ["antaget_s"]


@pytest.mark.parametrize(
    ("scenarie", "grund"),
    [("2;s=80", "udgave"), ("1;lykke=7", "lykke=7"), ("1;s=7", "uden for"), ("1;s=80;s=81", "to")],
)
def test_a_scenario_that_is_not_understood_is_told_and_not_drawn(scenarie, grund):
    test = run("balance", datasaet="offentlig", scenarie=scenarie)
    (svar,) = [en.value for en in test.warning]
    assert grund in svar and not test.get("plotly_chart") and not test.exception
    assert any("Nulstil" in en.value for en in test.markdown)


def test_an_area_that_public_data_cannot_carry_is_withheld_with_the_way_to_the_example():
    test = run("balance", datasaet="offentlig", omraade="fyn")
    assert_shown(test)
    assert sum("sundhedsråd" in en.value for en in test.info) == 1 and not test.get("plotly_chart")
    next(en for en in test.button if "eksempeldata" in en.label).click().run()
    assert test.query_params["datasaet"] == "eksempel" and test.get("plotly_chart")


def test_a_scenario_gets_a_name_that_leads_back_to_it_and_goes_along_in_the_deck():
    navn = "[link](http://ondt.dk) **Flere** <b>"
    test = run("balance", datasaet="offentlig", scenarie="1;c=98")
    gem = [en for en in test.button if en.label == "Gem"][0]
    gem.click().run()
    assert not [en for en in test.markdown if "Gemte scenarier" in en.value], "no name, nothing kept"
    test.text_input(key="_scenarienavn").set_value(navn)
    [en for en in test.button if en.label == "Gem"][0].click().run()
    (liste,) = [en.value for en in test.markdown if "Gemte scenarier" in en.value]
    assert "](http:/" not in liste and "<b>" not in liste and "gemt " in liste
    (gemt,) = test.session_state["_praesentationer"]["min-praesentation"].scenarier
    assert (gemt.navn, gemt.tekst, gemt.datasaet) == (navn, "1;c=98", "offentlig")
    del test.query_params["scenarie"]
    test.query_params["datasaet"] = "eksempel"
    test.run()
    assert not test.exception and not [en for en in test.markdown if "Gemte scenarier" in en.value]
    test.query_params["datasaet"] = "offentlig"
    test.run()
    (liste,) = [en.value for en in test.markdown if "Gemte scenarier" in en.value]
    assert "scenarie=1" in liste and "c%3D98" in liste
