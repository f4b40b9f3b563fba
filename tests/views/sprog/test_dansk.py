"""Numbers, dates and lists as Danes write them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.queries.orakel import laes
from views.sprog import dansk, ord

NAN = float("nan")


@pytest.mark.parametrize(
    ("vaerdi", "decimaler", "tekst"),
    [
        (1234.5, 1, "1.234,5"),
        (1234.5678, 2, "1.234,57"),
        (0, 0, "0"),
        (0, 1, "0,0"),
        (999, 0, "999"),
        (1000, 0, "1.000"),
        (355470293.5, 0, "355.470.294"),
        (12, 2, "12,00"),
        (None, 0, "ingen data"),
        (NAN, 1, "ingen data"),
    ],
)
def test_numbers(vaerdi, decimaler, tekst):
    assert dansk.number(vaerdi, decimaler) == tekst


@given(st.integers(0, 10**12), st.integers(0, 3))
def test_a_number_can_be_read_back(heltal, decimaler):
    tekst = dansk.number(heltal / 10**decimaler, decimaler)
    hele, _, brøk = tekst.partition(",")
    assert int(hele.replace(".", "") + brøk) == heltal
    assert len(brøk) == decimaler
    assert all(len(gruppe) == 3 for gruppe in hele.split(".")[1:])


@pytest.mark.parametrize(
    ("vaerdi", "enhed", "decimaler", "tekst"),
    [
        (73, "pct.", 0, "73 pct."),
        (73.25, "pct.", 1, "73,2 pct."),
        (1600, "patienter", 0, "1.600 patienter"),
        (895000, "kr.", 0, "895.000 kr."),
        (1_000_000, "kr.", 0, "1 mio. kr."),
        (20_000_000, "kr.", 0, "20 mio. kr."),
        (355470293.5, "kr.", 0, "355,5 mio. kr."),
        (9_500_000, "kr.", 0, "9,5 mio. kr."),
        (1_234_000_000, "kr.", 0, "1.234 mio. kr."),
        (2_000_000, "kr. pr. indbygger", 1, "2.000.000,0 kr. pr. indbygger"),
        (0, "ydernumre", 0, "0 ydernumre"),
        (NAN, "kr.", 0, "ingen data"),
        (None, "pct.", 0, "ingen data"),
    ],
)
def test_quantities(vaerdi, enhed, decimaler, tekst):
    assert dansk.quantity(vaerdi, enhed, decimaler) == tekst


@pytest.mark.parametrize(
    ("dato", "tekst"),
    [
        ("2026-05-05", "5. maj 2026"),
        ("2019-12-31", "31. december 2019"),
        ("2026-05", "maj 2026"),
        ("2019-02", "februar 2019"),
        ("2026", "2026"),
        ("", "udateret"),
        (None, "udateret"),
        (NAN, "udateret"),
    ],
)
def test_a_date_is_never_shown_finer_than_it_is(dato, tekst):
    assert dansk.day(dato) == tekst


@pytest.mark.parametrize(
    ("fra", "til", "tekst"),
    [
        (None, None, "alle år"),
        (2019, None, "fra 2019"),
        (None, 2019, "til og med 2019"),
        (2018, 2019, "2018-2019"),
        (2019, 2019, "2019"),
    ],
)
def test_periods(fra, til, tekst):
    assert dansk.period(fra, til) == tekst


@pytest.mark.parametrize(
    ("ord_", "tekst"), [(["Fyn"], "Fyn"), (["Fyn", "Midt"], "Fyn og Midt"), (["a", "b", "c"], "a, b og c")]
)
def test_lists(ord_, tekst):
    assert dansk.sentence_list(ord_) == tekst


@pytest.mark.parametrize(("tekst", "ventet"), [("pct.", "Pct."), ("åbne HU-forløb", "Åbne HU-forløb"), ("", "")])
def test_capitals(tekst, ventet):
    assert dansk.capital(tekst) == ventet


def test_a_number_has_the_word_that_goes_with_it():
    ord_ = ("projekt", "projekter")
    assert [dansk.counted(antal, *ord_) for antal in (0, 1, 1200)] == ["0 projekter", "1 projekt", "1.200 projekter"]


def test_a_search_is_for_every_word_in_any_case():
    assert dansk.holds("Lægehus i Skagen, 2025", "skagen LÆGE") and dansk.holds("", "")
    assert not dansk.holds("Lægehus i Skagen", "skagen 2025")


@pytest.mark.parametrize("mappe", ["views", "export", "ui"])
def test_no_view_counts_or_searches_by_itself(mappe):
    rod = Path(__file__).resolve().parents[3]
    for fil in (fil for fil in (rod / mappe).rglob("*.py") if fil.name != "dansk.py"):
        kode = fil.read_text(encoding="utf-8")
        assert ".casefold()" not in kode, fil
        # "1 projekt" if it is one, else so many "projekter"
        assert not re.search(r"'(\w+)' if [\w.()]+ == 1 else '\1\w+'|\"1 (\w+)\" if ", kode), fil


@pytest.mark.parametrize(
    ("vaerdi", "enhed", "decimaler", "tekst"),
    [
        (1, "ydernumre", 0, "1 ydernummer"),
        (1.4, "patienter pr. kapacitet", 0, "1 patient pr. kapacitet"),
        (1, "ydernumre pr. 100.000 indbyggere", 1, "1,0 ydernumre pr. 100.000 indbyggere"),
        (21, "runder", 0, "21 runder"),
        (1, "egne ting", 0, "1 egne ting"),
    ],
)
def test_one_of_a_unit_is_told_in_the_singular(vaerdi, enhed, decimaler, tekst):
    assert dansk.quantity(vaerdi, enhed, decimaler) == tekst


def test_every_unit_of_the_catalogue_is_known_in_the_singular():
    enheder = {post["enhed"] for post in laes("katalog/noegletal_katalog")}
    assert {enhed.split()[0] for enhed in enheder} <= {*ord.ENTAL, *ord.UFORANDRET}
