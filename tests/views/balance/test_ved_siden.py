"""What stands beside the number of places without a PLO doctor, so that it is not taken for more than it is."""

import pytest

from tests.dag import I_DAG
from views.balance import foelsomhed, hvad_skal_der_til, hvornaar, interval, ramme, udbud_og_laeger, uden_plo
from views.balance.antagelser import MIDT, SAET
from views.balance.balance import balance
from views.balance.taler import note_on_the_87
from views.balance.ved_siden import REFORMENS_LAEGER
from views.faelles.filtre import Filters

UDEN_PLADS, UDEN_STED, TILFAELDET = (
    "uden en ledig plads i deres eget område",
    "kun kendt for en hel region",
    "rigtige antagelser",
)


def chosen(datasaet: str = "offentlig", scenarie: str = "", omraade: str = "", niveau: str = "region") -> Filters:
    return Filters(niveau, "2007", omraade, datasaet=datasaet, scenarie=scenarie, dag=I_DAG)


@pytest.mark.parametrize("politik", ["kendt", "plan", "maal", "takt"])
def test_doctors_without_a_place_are_told_beside_places_without_a_doctor(politik, data):
    filters = chosen("eksempel", f"1;pol={politik}")
    view, svar = uden_plo.without_plo(filters, data), balance(filters, data)
    ledige = {saet: sum(aarene[5].ledige for aarene in svar.landet[saet].aar.values()) for saet in SAET}
    raekke = view.table.set_index("År").loc["2031"]
    assert raekke["Læger uden en ledig plads"] == pytest.approx(ledige[MIDT])
    sagt = f"Samtidig står {interval.with_range(ledige, 'læger')} {UDEN_PLADS}."
    assert (sagt in view.note) == (ledige[MIDT] >= 1)
    assert TILFAELDET not in view.note or ledige[MIDT] < 1


def test_they_are_many_where_places_are_offered_after_need_and_doctors_settle_after_doctors(data):
    assert UDEN_PLADS in uden_plo.without_plo(chosen("eksempel"), data).note


def test_where_nobody_is_without_a_place_nothing_is_told_of_them(data):
    note = uden_plo.without_plo(chosen(), data).note
    assert UDEN_PLADS not in note and UDEN_STED not in note and TILFAELDET in note


def test_places_that_no_area_holds_are_told_apart(data):
    """They stay without a doctor under PLO's own proposal too, and chance does nothing to them."""
    view = uden_plo.without_plo(chosen("eksempel", "1;pol=takt"), data)
    assert f"Ca. 87 ({interval.ENS}) af pladserne er {UDEN_STED}" in view.note and TILFAELDET not in view.note
    assert UDEN_STED not in uden_plo.without_plo(chosen("eksempel", omraade="fyn", niveau="sundhedsraad"), data).note


def test_chance_is_not_told_of_no_places(data):
    assert TILFAELDET not in uden_plo.without_plo(chosen(scenarie="1;pol=takt"), data).note


def test_one_area_is_not_called_a_sum(data):
    for visning in (uden_plo.without_plo, udbud_og_laeger.offers_and_doctors):
        assert ramme.SUM in visning(chosen("eksempel"), data).note
        assert ramme.SUM not in visning(chosen("eksempel", omraade="fyn", niveau="sundhedsraad"), data).note


def test_where_doctors_settle_is_not_counted_when_the_country_is_one_area(data):
    """Moving them does nothing there, so no figure rests on them and their source is not its source."""
    view = uden_plo.without_plo(chosen(), data)
    flyttet = uden_plo.without_plo(chosen(scenarie="1;sigma=40;g=100"), data)
    assert view.table.equals(flyttet.table) and view.coverage.startswith("16 antagelser: ")
    assert not [kilde for kilde in view.sources if "SDU" in kilde.titel]


def test_what_the_speaker_is_told_to_move_does_move_the_87(data):
    tale = note_on_the_87(balance(chosen(), data))
    assert "Hvor meget ledige pladser" not in tale and "Flyt regionens andel af de nye læger" in tale
    foer = hvornaar.when_filled(chosen(), data).table
    assert foer.equals(hvornaar.when_filled(chosen(scenarie="1;g=100"), data).table)
    assert not foer.equals(hvornaar.when_filled(chosen(scenarie="1;m=180"), data).table)


def test_what_the_87_rest_on_has_its_year_and_its_range(data):
    note = hvornaar.when_filled(chosen(), data).note
    assert "Ca. 28 (25-31) nye PLO-læger til Region Sjælland i 2026" in note
    assert "4,2 (3,8-5,2) pct. af pladserne gives op om året" in note


def test_what_it_takes_says_of_which_year_its_number_is(data):
    """As many every year would not do for 2035: the share brings more from 2031, when the country has more."""
    view = hvad_skal_der_til.what_it_takes(chosen(), data)
    om_aaret = view.table["Nye læger om året"].iloc[-1]
    laeger, besat = 435.0, 0.0
    for _ in range(2026, 2036):
        til = om_aaret - 0.037 * 1.13 * laeger
        laeger, besat = laeger + til, besat + til
    assert besat < 80 and "Tallet om året er det i 2026" in view.definition


def test_no_value_is_called_low_that_is_the_higher_one(data):
    tabel = foelsomhed.sensitivity(chosen(), data).table
    praksis = tabel.set_index("Antagelse").loc["Andel, der får egen PLO-praksis"]
    assert (praksis["Den ene værdi"], praksis["Den anden værdi"]) == ("90 pct.", "73 pct.")
    assert not [kolonne for kolonne in tabel.columns if "Lav" in kolonne or "Høj" in kolonne]


def test_the_reforms_doctors_are_told_to_be_more_than_plos_where_its_goal_is_the_way(data):
    assert REFORMENS_LAEGER in uden_plo.without_plo(chosen(), data).note
    assert REFORMENS_LAEGER not in uden_plo.without_plo(chosen(scenarie="1;pol=takt"), data).note


def test_the_goal_has_its_source_where_it_is_the_way(data):
    def titler(scenarie: str) -> set[str]:
        return {kilde.titel for kilde in uden_plo.without_plo(chosen(scenarie=scenarie), data).sources}

    assert "Aftale om sundhedsreform er på plads" in titler("") - titler("1;pol=takt")
