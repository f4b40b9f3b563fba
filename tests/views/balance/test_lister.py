"""The list of assumptions, what the scenario cannot show, and what could be offered in step with the doctors."""

import pytest

from queries.standard import newest
from tests.dag import I_DAG
from tests.views.balance.sagt import BANDLYST, LOEFTER, said
from tests.views.bygget import built
from views.balance import graenser
from views.balance.balance import balance
from views.faelles.filtre import Filters
from views.fremvisning.visninger import VISNINGER

AF_FLOEJEN = [en for en in VISNINGER if en.startswith(("bal_", "beh_"))]


def chosen(datasaet: str = "offentlig", scenarie: str = "") -> Filters:
    return Filters(datasaet=datasaet, scenarie=scenarie, dag=I_DAG)


def test_in_step_is_the_doctors_of_the_year_less_the_takeovers():
    view = built("bal_i_takt", chosen())
    midt = [round(en, 1) for en in view.table["Pladser i takt med lægerne"]]
    assert midt[:6] == [9.7, 9.3, 8.9, 8.5, 8.2, 11.8]
    assert "ca. 10 (3-15) pladser" in view.title and view.scenarie and view.figure
    assert not built("bal_i_takt", chosen("eksempel")).figure


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_every_assumption_is_listed_and_what_is_measured_is_not_used(datasaet):
    filters = chosen(datasaet, "1;h_frem=300")
    svar, tabel = balance(filters, newest()), built("bal_antagelser", filters).table
    assert list(tabel["Antagelse"]) == [en.navn for en in svar.antagelser]
    for en, post in zip(svar.antagelser, tabel.itertuples(), strict=True):
        assert (post.Status == "bruges ikke: målt i data") == (en.id in svar.erstattet)
        assert post.Hvorfor and (post.Kilde != "–" or not en.kilde_id)
    assert tabel.set_index("Antagelse").loc["Besatte HU-forløb om året fra 2026", "Værdi"] == "300"


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize("visning", AF_FLOEJEN)
def test_no_view_of_the_wing_promises(visning, datasaet):
    """What an area lacks is told by the need alone."""
    ordene = BANDLYST if visning.startswith("bal_") else LOEFTER
    assert not [en for en in said(built(visning, chosen(datasaet, "1;s=73"))) if ordene.search(en)]


def test_the_questions_and_the_answers_use_no_word_that_promises():
    assert not [en for en in (graenser.questions(), graenser.objections()) if BANDLYST.search(en)]
    assert len(built("bal_graenser", chosen()).sources) >= 3 and len(graenser.SPOERG) >= 7
    assert graenser.objections().count("\n- ") == 11, "twelve attacks are foreseen"
