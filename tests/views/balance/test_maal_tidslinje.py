"""Which rule holds where, against the CSV files: every bar from the day it began to the day it ended."""

from itertools import chain

import pandas as pd
import pytest

from queries.standard import newest
from tests.dag import I_DAG
from tests.queries.orakel import laes
from tests.views.bygget import built
from views.balance import maal_tidslinje
from views.faelles.filtre import Filters

LANDET = Filters(dag=I_DAG)
REGLER = laes("katalog/regel")


def test_every_rule_is_drawn_from_the_day_it_began_to_the_day_it_ended():
    view = maal_tidslinje.rules_view(LANDET, newest())
    assert len(view.table) == len(REGLER)
    drawn = list(chain.from_iterable(zip(en.steder, en.begynder, en.vaerdier) for en in view.figure.ruder[0].serier))
    assert len(drawn) == len(REGLER)
    for regel in REGLER:
        sted = regel["region"] or regel["navn"]
        fra = max(pd.Timestamp(regel["fra"] or "2000"), pd.Timestamp(2025, 1, 1))
        egne = [dage for hvor, begynder, dage in drawn if hvor == sted and begynder == str(fra.date())]
        assert egne, regel["regel_id"]
        if len(regel["til"] or "") == 10:
            assert (pd.Timestamp(regel["til"]) - fra).days + 1 in egne, regel["regel_id"]


def test_a_draft_is_named_and_never_the_rule_that_holds():
    tabel = maal_tidslinje.rules_view(LANDET, newest()).table
    assert set(tabel.loc[tabel["Udkast"] == "Ja", "Regel"]) == {"Minimumspatienttal, udkast og høring"}
    assert all(en["er_udkast"] == ("1" if en["art"] == "udkast" else "0") for en in REGLER)


@pytest.mark.parametrize(
    ("niveau", "struktur", "omraade", "regioner"),
    [
        ("region", "2027", "oestdanmark", {"Region Hovedstaden", "Region Sjælland"}),
        ("kommune", "2007", "461", {"Region Syddanmark"}),
    ],
)
def test_an_area_has_the_rules_of_its_regions_and_of_the_country(niveau, struktur, omraade, regioner):
    tabel = maal_tidslinje.rules_view(LANDET.on(niveau=niveau, struktur=struktur, omraade=omraade), newest()).table
    assert set(tabel["Hvor"]) == regioner | {"Hele landet"}


def test_the_line_is_the_day_of_the_reform_and_the_note_says_what_it_is():
    view = built("beh_tidslinje", LANDET)
    (linje,) = view.figure.linjer
    assert (linje.akse, linje.ved, linje.ord) == ("x", "2027-01-01", "1.1.2027")
    assert "Region Østdanmark begynder; i 2027 evalueres modellen" in view.note


def test_a_dataset_with_targets_has_its_own_rules_with_the_days_of_each_region():
    view = built("beh_tidslinje", Filters(datasaet="eksempel", dag=I_DAG))
    poster = [en for en in laes("eksempel/maaltal") if en["maalsaet_id"] == "eks-model-2026" and en["region"]]
    facit = {
        en["region"]: min(post["gyldig_fra"] for post in poster if post["region"] == en["region"]) for en in poster
    }
    (model,) = [en for en in view.figure.ruder[0].serier if en.navn == "Den nationale model (model 2025)"]
    assert dict(zip(model.steder, model.begynder, strict=True)) == facit and len(set(facit.values())) > 1
    udkast = view.table[view.table["Udkast"] == "Ja"]
    assert set(udkast["Regel"]) == {"National model, udkast (opdigtet)"} and "land-stop" not in view.table.to_string()
    assert {en["titel"] for en in laes("eksempel/kilde")} >= {en.titel for en in view.sources}, "nothing real among it"
