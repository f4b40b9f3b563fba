"""The parsers, whatever they are given: the right cells, or a refusal, and never a number that nobody wrote."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.hent.omraader import refuse_unless_all, refuse_unless_sum
from data.hent.sorfil import as_day
from data.hent.statbank import as_table, whole
from data.hent.svar import MANGLER, number, read_cells
from data.hent.tabel import Tabel, Variabel
from data.hent.transport import HentFejl

KODER = {"101": "København", "751": "Aarhus", "1": "Ens", "2": "Ens"}
TABEL = Tabel(
    "T1",
    "prøve",
    "2026-01-01",
    (
        Variabel("OMRÅDE", "område", False, KODER),
        Variabel("Tid", "tid", True, {"2025": "2025", "2026K1": "2026K1"}),
    ),
)


@pytest.mark.parametrize("skrevet", [*MANGLER, " .. ", "X"])
def test_what_is_missing_is_no_number(skrevet):
    assert number(skrevet) is None


@given(st.decimals(0, 10**9, places=2) | st.integers(0, 10**9).map(Decimal))
def test_a_number_is_read_as_it_was_written(tal):
    assert number(f"{tal:f}".replace(".", ",")) == tal


@given(st.text(max_size=12))
def test_any_text_is_a_number_missing_or_refused(tekst):
    try:
        svar = number(tekst)
    except HentFejl:
        return
    assert svar is None or (svar >= 0 and svar.is_finite())


@pytest.mark.parametrize(
    "skrevet", ["1.234", "1.234.567", "1 234", "1.234,5", "-3", "1e3", "٣", "NaN", "1,", ",5", "0x1"]
)
def test_a_number_that_can_be_read_in_two_ways_is_refused(skrevet):
    with pytest.raises(HentFejl, match="ikke et tal"):
        number(skrevet)


@st.composite
def answers(draw):
    """An answer in any of the forms, and the cells it holds."""
    celler = draw(
        st.dictionaries(
            st.tuples(st.sampled_from(["101", "751"]), st.sampled_from(["2025", "2026K1"])),
            st.none() | st.integers(0, 10**7),
            min_size=1,
        )
    )
    tekster, omvendt = draw(st.booleans()), draw(st.booleans())
    linjer = [["område" if tekster else "OMRÅDE", "TID", "INDHOLD"]]
    for (omraade, tid), tal in celler.items():
        navn = KODER[omraade] if tekster else omraade
        linjer.append([navn, tid, draw(st.sampled_from(MANGLER)) if tal is None else str(tal)])
    if omvendt:
        linjer = [en[::-1] for en in linjer]
    skift = draw(st.sampled_from(["\r\n", "\n"]))
    bom = draw(st.sampled_from(["", "\ufeff"]))
    return (bom + skift.join(";".join(en) for en in linjer) + skift).encode(), celler


@given(answers())
@settings(max_examples=60)
def test_all_forms_of_an_answer_are_the_same_cells(svar):
    krop, ventet = svar
    laest = {(en.koder["OMRÅDE"], en.koder["Tid"]): en.tal for en in read_cells(krop, TABEL)}
    assert laest == ventet


@given(st.binary(max_size=200) | st.text(alphabet='OMRÅDETID101;2025\r\n",.x', max_size=120).map(str.encode))
def test_any_bytes_are_cells_or_a_refusal(krop):
    try:
        celler = read_cells(krop, TABEL)
    except HentFejl:
        return
    assert celler and all(en.koder["OMRÅDE"] in KODER for en in celler)


def test_a_label_that_two_codes_share_is_no_code():
    with pytest.raises(HentFejl, match="hverken en kode eller et navn"):
        read_cells(b"OMR\xc3\x85DE;TID;INDHOLD\nEns;2025;4\n", TABEL)


def test_the_whole_of_a_variable_is_its_total_or_all_of_it():
    def koder(**vaerdier):
        return whole(Variabel("x", "x", False, {en.strip("_"): tekst for en, tekst in vaerdier.items()}))

    assert koder(TOT="Alle", M="Mænd") == ["TOT"] and koder(M="Mænd", K="Kvinder") == ["M", "K"]
    assert koder(A="Mænd", B="I alt") == ["B"] and koder(A="Mænd", B="Køn i alt") == ["B"]
    assert koder(_0_="0 år", _1_="1 år") == ["0", "1"], "the newborn are not the whole"


@pytest.mark.parametrize("svar", [None, [], {}, {"variables": 1}, {"id": "A", "text": "b", "variables": []}, "x", 3])
def test_a_description_of_another_form_is_refused(svar):
    with pytest.raises(HentFejl):
        as_table("A", svar)


@given(st.sets(st.sampled_from([str(en) for en in range(100, 160)]), min_size=1), st.booleans())
def test_exactly_the_known_kommuner_are_taken(koder, med_rest):
    kendte = {en: f"navn {en}" for en in sorted(koder)}
    rest = {"000", "084", "998", "98", "411"} if med_rest else set()
    refuse_unless_all(koder | rest, kendte, "T")
    with pytest.raises(HentFejl, match="der mangler navn"):
        refuse_unless_all(koder - {min(koder)} | rest, kendte, "T")
    with pytest.raises(HentFejl, match="ukendte kommuner er med .860"):
        refuse_unless_all(koder | rest | {"860"}, kendte, "T")


@given(st.lists(st.integers(0, 10**6), min_size=1), st.integers(-60, 60))
def test_the_parts_make_the_total_within_what_rounding_explains(dele, forskel):
    i_alt = Decimal(sum(dele) + forskel)
    for graense in (0, 50):
        if abs(forskel) <= graense:
            refuse_unless_sum(map(Decimal, dele), i_alt, "T", graense)
        else:
            with pytest.raises(HentFejl, match="offentliggjort som"):
                refuse_unless_sum(map(Decimal, dele), i_alt, "T", graense)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_is_read_in_the_forms_of_the_registers(dag):
    for form in ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%dT00:00:00", "%d-%m-%Y 00:00:00"):
        assert as_day(dag.strftime(form)) == dag


@pytest.mark.parametrize("skrevet", ["31-02-2026", "2026", "Hans Jensen", "2026-13-01"])
def test_what_is_no_day_is_refused_and_not_shown(skrevet):
    with pytest.raises(HentFejl) as fejl:
        as_day(skrevet)
    assert skrevet not in str(fejl.value)
