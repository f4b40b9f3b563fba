"""A scenario as text in a link, and back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.standard import newest
from tests.dag import I_DAG
from tests.views.balance.verdener import ANTAGELSER, scenarios
from views.balance.antagelser import SAET
from views.balance.balance import balance, canonical
from views.balance.scenarie import Scenarie, UkendtScenarie, parse, preset, text
from views.faelles.filtre import Filters
from views.faelles.koder import FELTER, FLEST_TEGN, understood


@settings(max_examples=500)
@given(scenarios())
def test_a_scenario_comes_back_as_it_was(scenarie):
    """I10."""
    skrevet = text(scenarie, ANTAGELSER)
    assert parse(skrevet, ANTAGELSER) == scenarie
    assert text(parse(skrevet, ANTAGELSER), ANTAGELSER) == skrevet
    assert len(skrevet) <= FLEST_TEGN and skrevet == skrevet.lower() and skrevet.isascii()
    filters, afvist = understood(dict.fromkeys(FELTER, "") | {"scenarie": skrevet}, newest(), I_DAG)
    assert afvist == {} and filters.scenarie == skrevet


def test_the_default_is_no_text():
    assert text(Scenarie(), ANTAGELSER) == "" and parse("", ANTAGELSER) == parse("1", ANTAGELSER) == Scenarie()


def test_it_is_written_in_the_order_of_the_catalogue():
    filters = canonical(Filters(scenarie="1;aar=2030;e=46;rho_n=50;s=73;pol=takt"), newest())
    assert filters.scenarie == "1;pol=takt;s=73;e=46;aar=2030"
    for ukendt in ("9;s=73", "1;s=73;x=1"):
        assert canonical(Filters(scenarie=ukendt), newest()).scenarie == ukendt


@pytest.mark.parametrize(
    ("tekst", "siger"),
    [
        ("2;s=73", "udgave »2«"),
        ("s=73", "udgave »s=73«"),
        ("1;findes_ikke=3", "»findes_ikke=3«"),
        ("1;s=73;s=80", "»s« to gange"),
        ("1;pol=takt;pol=takt", "»pol« to gange"),
        ("1;s=", "helt tal"),
        ("1;s=7,5", "helt tal"),
        ("1;s=٧٣", "helt tal"),
        ("1;s=49", "50-100"),
        ("1;e=-37", "25-60"),
        ("1;pol=andet", "»pol=andet«"),
        ("1;aar=2036", "»aar=2036«"),
        ("1;orden=ook", "»orden=ook«"),
        ("1;;s=73", "»«"),
        ("1;s=80;…", "»…«"),
    ],
)
def test_what_is_not_understood_is_told_and_not_drawn(tekst, siger):
    with pytest.raises(UkendtScenarie, match="Scenariet|scenariet") as fejl:
        balance(Filters(scenarie=tekst), newest())
    assert siger in str(fejl.value)


@given(st.text(max_size=FLEST_TEGN))
def test_any_text_is_a_scenario_or_told_in_short(tekst):
    try:
        parse(tekst, ANTAGELSER)
    except UkendtScenarie as fejl:
        assert len(str(fejl)) < 200


@pytest.mark.parametrize("saet", SAET)
def test_a_set_is_a_link_of_its_own(saet):
    valgt = preset(saet, ANTAGELSER, Scenarie("takt", {"p": 1500}, 2030))
    assert parse(text(valgt, ANTAGELSER), ANTAGELSER) == valgt and (valgt.politik, valgt.aar) == ("takt", 2030)
    assert {en.id for en in ANTAGELSER if en.of_set(saet) != en.standard} == set(valgt.valgt)
