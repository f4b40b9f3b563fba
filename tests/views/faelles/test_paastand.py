"""The rule for what may be claimed, by itself and on the years of the data."""

from datetime import date

import pandas as pd
import pytest

from tests.dag import I_DAG
from views.faelles import paastand
from views.faelles.filtre import Filters

NAN = float("nan")
EKSEMPEL = Filters(datasaet="eksempel", dag=I_DAG)


def test_only_whole_years_are_compared(data):
    hu = paastand.register_years("hu_forloeb", EKSEMPEL, data)
    assert hu.hele == {2022, 2023, 2024, 2025} and hu.text(2026) == "2026 (til og med runde 3)"
    udbud = paastand.register_years("udbud", EKSEMPEL, data)
    assert max(udbud.hele) == 2025 and udbud.text(2026) == "2026 (ikke hele året)" and udbud.text(2025) == "2025"
    # a measurement at a date is whole
    assert 2026 in paastand.register_years("noegletal", EKSEMPEL, data).hele
    # a year of which nobody says that it is complete is over, but not to be judged
    offentlig = paastand.register_years("udbud", Filters(dag=I_DAG), data)
    assert offentlig.hele == set() and 2025 not in offentlig.dele
    land = paastand.register_years("hu_forloeb", Filters(niveau="land", dag=I_DAG), data)
    assert land.hele == set(range(2011, 2019)) and land.text(2020) == "2020 (prognose)"


def test_the_day_says_what_is_over(data):
    nytaar = EKSEMPEL.on(dag=date(2027, 1, 1))
    assert 2026 in paastand.register_years("udbud", nytaar, data).hele
    # the last round of HU-forløb is still a forecast
    assert 2026 not in paastand.register_years("hu_forloeb", nytaar, data).hele
    with pytest.raises(ValueError):
        paastand.register_years("udbud", EKSEMPEL.on(dag=None), data)


def test_lots_younger_than_the_usual_time_to_an_outcome_are_not_judged(data):
    def last(dag: date) -> int:
        return max(paastand.register_years("udbud", EKSEMPEL.on(dag=dag), data, "ydernumre_ikke_besat").hele)

    assert last(date(2027, 1, 1)) == 2025 and last(date(2027, 6, 1)) == 2026 and last(date(2026, 1, 2)) == 2024


@pytest.mark.parametrize(
    ("vaerdier", "ord_", "er_godt"),
    [
        ([1700, 1707], "steget", None),
        ([100, 95], "faldet", True),
        ([100, 96], "faldet", None),
        ([0, 1], "steget", False),
        ([0, 0], "uændret", None),
        ([100, NAN, 120], "steget", False),
    ],
)
def test_a_verdict_needs_a_change(vaerdier, ord_, er_godt):
    vej = paastand.direction(range(2020, 2020 + len(vaerdier)), vaerdier, lav_er_godt=True)
    assert (vej.ord, vej.er_godt) == (ord_, er_godt)
    assert vej.er_lille == (ord_ != "uændret" and er_godt is None)


def test_a_part_year_is_in_no_verdict():
    vej = paastand.direction([2022, 2025, 2026], [78, 65, 79], lav_er_godt=True, hele={2022, 2025})
    assert (vej.til_aar, vej.til, vej.er_godt) == (2025, 65, True)
    assert paastand.direction([2025, 2026], [65, 79], lav_er_godt=True, hele={2025}) is None


def test_highest_is_said_when_nothing_could_turn_it():
    tal = pd.Series({"fyn": 17.0, "midt": 9, "thy": 3})
    assert paastand.highest(tal, 0, komplet=True) == "fyn" == paastand.highest(tal, 7, komplet=True)
    for ikke_placeret, komplet in ((8, True), (NAN, True), (0, False)):
        assert paastand.highest(tal, ikke_placeret, komplet) is None
    assert paastand.highest(pd.Series({"fyn": 17.2, "midt": 16.8}), 0, komplet=True) is None, "they look the same"
    assert paastand.highest(pd.Series({"fyn": 17, "midt": NAN}), 0, komplet=True) is None
    assert paastand.highest(pd.Series({"fyn": 17}), 0, komplet=True) is None


def test_a_rate_has_a_place_and_a_count_a_share():
    tal = pd.Series([17.0, 9, 9, 3])
    assert paastand.rank_text(17, tal, 0, komplet=True) == "nr. 1 af 4"
    assert paastand.rank_text(9, tal, 0, komplet=True) == "nr. 2 af 4, delt med ét andet"
    assert paastand.rank_text(9, tal, 0.1, komplet=True) != "" == paastand.rank_text(9, tal, 0.11, komplet=True)
    assert paastand.rank_text(9, tal, float("nan"), komplet=True) == "" == paastand.rank_text(9, tal, 0, komplet=False)
    assert paastand.share_text(7, 100, komplet=True) == "7 pct. af landets"
    assert paastand.share_text(0.3, 100, komplet=True) == "under 1 pct. af landets"
    assert paastand.share_text(0, 100, komplet=True) == "ingen af landets"
    assert paastand.share_text(7, NAN, komplet=True) == "" == paastand.share_text(7, 100, komplet=False)


def test_a_sum_names_its_years():
    assert paastand.sum_words(2022, 2026) == "2022-2026 lagt sammen" and paastand.sum_words(2025, 2025) == "2025"


def test_what_lies_outside_the_two_ends_is_told():
    def between(*vaerdier: float) -> tuple[int, float] | None:
        aar = range(2020, 2020 + len(vaerdier))
        return paastand.outside(aar, vaerdier, paastand.direction(aar, vaerdier, lav_er_godt=True))

    assert between(0, 8, 9, 5) == (2022, 9) and between(9, 8, 1, 5) == (2022, 1) and between(0, 2, NAN, 0) == (2021, 2)
    assert between(1, 2, 3) is None is between(3, NAN, 1)
