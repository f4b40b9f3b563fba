"""Class limits: what a reader of the legend may trust, for any values."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from views.figur.klasser import ANTAL_KLASSER, LEAST_STEP, MILLION, Klasser, classify
from views.sprog.dansk import number

NAN = float("nan")
UKENDT = st.sampled_from([None, NAN])


def read(tekst: str) -> float:
    return float(tekst.replace(".", "").replace(",", "."))


def ranges(klasser: Klasser) -> list[tuple[float, float]]:
    """The labels as a reader understands them: lowest and highest value of each class, in the unit of the labels."""
    grænser = [[read(en) for en in etiket.split("–")] for etiket in klasser.etiketter]
    return [(en[0], en[-1]) for en in grænser]


def shown(vaerdi: float, klasser: Klasser, decimaler: int) -> float:
    """The value as the map writes it beside the legend (see views.kort)."""
    i_mio = klasser.enhed == "mio. kr."
    return read(number(vaerdi / MILLION if i_mio else vaerdi, 1 if i_mio else decimaler))


def significant_digits(vaerdi: float) -> int:
    return len(f"{vaerdi:.6f}".replace(".", "").strip("0"))


def assert_legend_holds(vaerdier, enhed: str, decimaler: int) -> None:
    klasser = classify(vaerdier, enhed, decimaler)
    kendte = [v for v in vaerdier if v is not None and v == v]
    assert len(klasser.graenser) == len(klasser.etiketter) <= ANTAL_KLASSER
    assert bool(klasser.etiketter) == bool(kendte)
    omfang = ranges(klasser)
    assert all(lav <= hoej for lav, hoej in omfang), klasser.etiketter
    assert all(foer[1] < efter[0] for foer, efter in zip(omfang, omfang[1:])), klasser.etiketter
    brugt = set()
    for vaerdi in kendte:
        vist = shown(vaerdi, klasser, decimaler)
        rummer = [nr for nr, (lav, hoej) in enumerate(omfang) if lav <= vist <= hoej]
        assert rummer == [klasser.class_of(vaerdi)], (vaerdi, vist, klasser.etiketter)
        brugt |= {*rummer}
    assert brugt == {*range(len(omfang))}, f"a class without an area: {klasser.etiketter}"
    if 0 in kendte:
        assert klasser.etiketter[klasser.class_of(0)] in ("0", "0,0", "0,00"), klasser.etiketter
    if len({klasser.written(v) for v in kendte}) > ANTAL_KLASSER:
        fra_data = 2 if klasser.graenser[0] == 0 else 1  # the least value is where the first class begins
        assert all(significant_digits(en) <= 2 for en in klasser.graenser[fra_data:]), klasser.graenser
    assert klasser.class_of(None) is klasser.class_of(NAN) is None


@given(st.lists(st.one_of(st.integers(0, 60), st.integers(0, 5000), UKENDT), max_size=98))
def test_counts(vaerdier):
    assert_legend_holds(vaerdier, "ydernumre", 0)


@given(
    st.lists(st.one_of(st.floats(0, 100), st.floats(0, 3), st.just(0.0), UKENDT), max_size=98),
    st.integers(0, 2),
)
def test_shares_and_rates(vaerdier, decimaler):
    assert_legend_holds(vaerdier, "pct.", decimaler)


@given(st.lists(st.one_of(st.integers(0, 999_999), UKENDT), max_size=98))
def test_amounts_below_a_million_are_in_kroner(vaerdier):
    assert_legend_holds(vaerdier, "kr.", 0)
    assert classify(vaerdier, "kr.", 0).enhed == "kr."


@given(st.lists(st.one_of(st.integers(0, 400).map(lambda v: v * 100_000), UKENDT), min_size=1, max_size=98))
def test_amounts_in_whole_hundred_thousands(vaerdier):
    assert_legend_holds(vaerdier, "kr.", 0)


@example([1_450_000, 1_250_000, 1_100_000, 950_000, 900_000, 600_000])
@example([1_180_000, 1_230_000])
@example([1, 2, 3, 4, 50_000, 10_050_000])
@given(st.lists(st.one_of(st.integers(1, 40_000_000), UKENDT), min_size=1, max_size=98))
def test_amounts_in_kroner_and_oere(vaerdier):
    """What the map shows as 1,2 mio. kr. stands in the class whose label holds 1,2."""
    assert_legend_holds(vaerdier, "kr.", 0)


@pytest.mark.parametrize(
    ("vaerdier", "enhed", "decimaler", "etiketter", "vist_enhed"),
    [
        ([], "pct.", 0, (), "pct."),
        ([None, NAN], "pct.", 0, (), "pct."),
        ([7], "klinikker", 0, ("7",), "klinikker"),
        ([7, 7, 7, None], "klinikker", 0, ("7",), "klinikker"),
        ([0, 0], "klinikker", 0, ("0",), "klinikker"),
        ([0, 1], "kommuner", 0, ("0", "1"), "kommuner"),
        ([5, 3, 1, 3, 2, 4], "klinikker", 0, ("1", "2", "3", "4", "5"), "klinikker"),
        ([2.25, 1.0], "pct.", 1, ("1,0–1,4", "2,0–2,4"), "pct."),
        ([9_500_000, 355_470_293.5, 0], "kr.", 0, ("0,0", "0,1–99,9", "300,0–399,9"), "mio. kr."),
        ([20_000, 999_999], "kr.", 0, ("1–199.999", "800.000–999.999"), "kr."),
        (
            [2_100_000, 5e6, 7_200_000, 7_400_000, 9e6],
            "kr.",
            0,
            ("2,0–3,9", "4,0–5,9", "6,0–7,9", "8,0–9,9"),
            "mio. kr.",
        ),
        ([17, 44, 5], "forløb", 0, ("1–9", "10–19", "40–49"), "forløb"),
    ],
)
def test_few_values_stand_in_equal_steps(vaerdier, enhed, decimaler, etiketter, vist_enhed):
    klasser = classify(vaerdier, enhed, decimaler)
    assert (klasser.etiketter, klasser.enhed) == (etiketter, vist_enhed)


def test_many_values_get_about_equal_classes():
    klasser = classify([float(v) for v in range(1, 99)], "ydernumre", 0)
    assert klasser.etiketter == ("1–19", "20–39", "40–58", "59–78", "79–98")


def test_zero_stands_apart_from_little():
    klasser = classify([0] * 60 + [1, 2, 3, 5, 8, 13, 21, 34], "ydernumre", 0)
    assert klasser.etiketter[0] == "0" and len(klasser.etiketter) == 5
    assert [klasser.class_of(v) for v in (0, 1)] == [0, 1]


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=50))
def test_few_areas_have_steps_of_one_width_and_the_ramp_follows_them(vaerdier):
    klasser = classify(vaerdier, "ydernumre", 0, lige_trin=True)
    omfang = [en for en in ranges(klasser) if en[1] > 0]
    assert len(klasser.etiketter) <= ANTAL_KLASSER
    assert len({hoej + 1 - (lav if lav > 1 else 0) for lav, hoej in omfang if hoej > lav}) <= 1
    assert all(lav <= v <= hoej for v in vaerdier for lav, hoej in [ranges(klasser)[klasser.class_of(v)]])
    assert list(klasser.trin) == sorted(klasser.trin) and len(klasser.trin) == len(klasser.graenser)
    if len(omfang) > 1 and 0 not in vaerdier:
        (foerste, _), (sidste, _) = omfang[0], omfang[-1]
        for trin, (lav, _) in zip(klasser.trin, omfang, strict=True):
            assert abs(trin - 4 * (lav - foerste) / (sidste - foerste)) <= 0.6


@pytest.mark.parametrize(("ene", "anden"), [(7.2, 7.4), (1.550, 1.560), (102, 108)])
def test_what_hardly_differs_has_one_colour(ene, anden):
    klasser = classify([ene * 1_000_000, anden * 1_000_000, 1_000], "kr.", 0)
    assert klasser.class_of(ene * 1_000_000) == klasser.class_of(anden * 1_000_000)


@given(st.lists(st.integers(800, 1000), min_size=6, max_size=98))
def test_many_values_near_each_other_are_not_told_apart_by_a_step_that_is_none(promiller):
    klasser = classify([en / 1000 for en in promiller], "indeks", 2)
    for graense, naeste in zip(klasser.graenser, klasser.graenser[1:], strict=False):
        assert naeste - graense >= LEAST_STEP * max(promiller) / 1000 - 0.01
    assert not any(lav == hoej for lav, hoej in ranges(klasser)) or len({*promiller}) <= ANTAL_KLASSER


@given(st.lists(st.floats(0, 100), min_size=1, max_size=40), st.booleans())
def test_no_share_is_above_all_of_it(andele, faa):
    klasser = classify(andele, "pct.", 1, faa)
    assert all(hoej <= 100 for _, hoej in ranges(klasser))
