"""The worked examples, to the digit, with HU-forløb known to 2020 and the rest assumed."""

import pytest

from tests.views.balance.verdener import ANTAGELSER, HU
from views.balance import svar_bagud, svar_chance, svar_foelsomhed, svar_krav
from views.balance.antagelser import GUNSTIG, MIDT, UGUNSTIG, assumed
from views.balance.balance import computed
from views.balance.forloeb import run
from views.balance.grundlag import Kendt, Tilbud, of_the_87, whole
from views.balance.scenarie import KENDT, TAKT, Scenarie
from views.balance.svar import (
    INGEN,
    at,
    filled_in,
    known_offers,
    marks,
    net,
    offers_in_step,
    patients,
    peak_of_clinics,
    years_of_stock,
)

KENDTE = Kendt(
    {("land", aar): antal for aar, antal in HU.items()}, {"land": 1.0}, aabne_87=(Tilbud(2025, "ydernummer", 87),)
)


def made(**valgt):
    politik = valgt.pop("politik", Scenarie.politik)
    return computed(Scenarie(politik, valgt), ANTAGELSER, KENDTE)


def offered_by(aarene, aar):
    """New places offered up to and with a year."""
    return sum(et.udbudt for et in aarene if et.aar <= aar)


def doctors_for_all_in(aarene):
    """The first year at whose end there are as many doctors as places, though some wait for a clinic."""
    return next((et.aar for et in aarene if et.uden_plo - et.ledige < INGEN), None)


def whole_numbers(aarene, felt="uden_plo"):
    return [round(getattr(et, felt)) for et in aarene]


MIDTEN = made()
LANDET, DE_87 = MIDTEN.landet[MIDT].samlet, MIDTEN.de_87[MIDT].samlet


def test_the_country_year_by_year():
    assert [round(et.nye_laeger, 1) for et in LANDET] == [212.8] * 5 + [243.2] * 5
    assert [round(et.opgivet, 1) for et in LANDET[:6]] == [132.8, 135.8, 138.6, 141.4, 144.0, 146.6]
    assert [round(net(et), 1) for et in LANDET[:6]] == [80.0, 77.0, 74.2, 71.4, 68.8, 96.6]
    assert [round(et.takt_evne, 1) for et in LANDET[:6]] == [round(net(et), 1) for et in LANDET[:6]]
    assert whole_numbers(LANDET, "laeger")[:6] == [3670, 3747, 3821, 3893, 3961, 4058]
    assert whole_numbers(LANDET)[:6] == [61, 125, 192, 261, 334, 378] and whole_numbers(LANDET)[-1] == 590
    assert [offered_by(LANDET, aar) for aar in (2026, 2031, 2035)] == pytest.approx([141, 846, 1410])
    assert (
        round(LANDET[-1].laeger) == 4410
        and round(patients(LANDET[5].uden_plo, MIDTEN.landet[MIDT].forudsaetninger), -3) == 605000
    )


def test_the_country_open_and_clinics():
    # 188 and 73 are 261; the first is 188.5 to the third decimal
    assert [et.aabne for et in LANDET[:6]] == pytest.approx([61, 125, 166, 188.5, 214, 223], abs=0.5)
    assert whole_numbers(LANDET, "klinik")[:6] == [0, 0, 25, 73, 120, 155]
    assert [round(LANDET[-1].aabne), round(LANDET[-1].klinik)] == [276, 314]


def test_the_country_in_the_three_sets():
    assert whole_numbers(MIDTEN.landet[GUNSTIG].samlet)[:6] == [24, 51, 83, 118, 157, 165]
    assert whole_numbers(MIDTEN.landet[UGUNSTIG].samlet)[:6] == [112, 225, 340, 456, 573, 663]
    assert [round(run_.samlet[-1].uden_plo) for run_ in MIDTEN.landet.values()] == [241, 590, 1046]
    foerste = {saet: round(net(en.samlet[0])) for saet, en in MIDTEN.landet.items()}
    assert foerste == {GUNSTIG: 117, MIDT: 80, UGUNSTIG: 29}


def test_offers_in_step_leave_none_vacant_and_give_as_many_doctors():
    takt = made(politik=TAKT).landet[MIDT].samlet
    assert [round(offered_by(takt, 2031)), round(offered_by(takt, 2035))] == [468, 820]
    assert [et.laeger for et in takt] == pytest.approx([et.laeger for et in LANDET])
    assert max(et.uden_plo for et in takt) < 1e-9


def test_the_87_year_by_year():
    assert known_offers(DE_87) == pytest.approx(87)
    assert [round(et.kendte_besat, 1) for et in DE_87[:9]] == [9.7, 19.0, 27.9, 36.4, 44.6, 56.4, 67.7, 78.5, 86.8]
    assert [round(et.aabne, 1) for et in DE_87[:9]] == [38.7, 14.7, 7.3, 3.7, 1.8, 0.9, 0.5, 0.2, 0.0]
    assert [round(et.klinik, 1) for et in DE_87[:9]] == [38.7, 53.3, 51.8, 46.9, 40.6, 29.7, 18.9, 8.2, 0.2]
    assert all(et.kendte_besat + et.aabne + et.klinik == pytest.approx(87) for et in DE_87)


def test_the_87_in_the_two_other_sets():
    """The specification's rows are computed with 3.84 and 5.20 pct.; the engine with 1.13 times 3.4 and 4.6."""
    gunstig, ugunstig = (MIDTEN.de_87[saet].samlet for saet in (GUNSTIG, UGUNSTIG))
    assert [et.kendte_besat for et in gunstig[:7]] == pytest.approx([14.7, 28.7, 42.3, 55.3, 67.8, 84.4, 87], abs=0.06)
    assert [et.kendte_besat for et in ugunstig] == pytest.approx(
        [2.8, 5.5, 8.1, 10.5, 12.7, 18.5, 24.0, 29.2, 34.2, 38.9], abs=0.06
    )


def test_when_the_87_are_filled():
    for en in MIDTEN.de_87.values():  # it has no other places
        assert filled_in(en.samlet) == next((et.aar for et in en.samlet if et.uden_plo < INGEN), None)
    assert [filled_in(MIDTEN.de_87[saet].samlet) for saet in (GUNSTIG, MIDT, UGUNSTIG)] == [2032, 2034, None]
    assert marks(DE_87) == {0.25: 2028, 0.5: 2030, 0.9: 2033, 1.0: 2034}
    assert filled_in(MIDTEN.de_87[UGUNSTIG].samlet, 0.5) is None


@pytest.mark.parametrize(
    ("valgt", "aar", "besat"),
    [({"m": 142}, 2033, 2033), ({"m": 128}, 2035, 2035), ({"m": 120}, None, None), ({"m": 100}, None, None)]
    + [({"m": 160}, 2031, 2032), ({"m": 180}, 2030, 2031), ({"p0_sj": 469}, 2035, 2035), ({"ky": 177}, None, None)],
)
def test_variants_of_the_87(valgt, aar, besat):
    """The specification's years are those with doctors for all; with many doctors clinics hold the places a year on."""
    aarene = made(**valgt).de_87[MIDT].samlet
    assert (doctors_for_all_in(aarene), filled_in(aarene)) == (aar, besat)


def test_clinics_of_the_87():
    spids = peak_of_clinics(DE_87)
    assert (spids.aar, round(spids.klinik)) == (2027, 53)
    pladsaar, blev = (sum(getattr(et, felt) for et in DE_87) for felt in ("klinik", "udbud_til_klinik"))
    assert round(pladsaar) == 288 and round(pladsaar / blev, 1) == 4.3


@pytest.mark.parametrize(
    ("valgt", "aar", "besat"),
    [
        ({"rho_n": 0}, 2032, 67.7),
        ({"rho_n": 100}, 2032, 68.0),
        ({"tau": 4}, 2032, 67.9),
        ({"tau": 4, "omega": 0}, 2032, 62.7),
    ],
)
def test_lock_in(valgt, aar, besat):
    assert round(at(made(**valgt).de_87[MIDT].samlet, aar).kendte_besat, 1) == besat


def test_doctors_wait_while_clinics_cannot_be_converted():
    assert round(at(made(tau=4).de_87[MIDT].samlet, 2029).ledige, 1) == 5.6


def test_what_it_would_take():
    f = assumed(ANTAGELSER, {})
    krav = svar_krav.requirements(of_the_87(KENDTE, f), Scenarie(KENDT), f, (2028, 2030, 2032, 2035))
    assert [round(100 * en.andel, 1) for en in krav] == [22.8, 17.4, 14.5, 12.5]
    assert [round(en.laeger) for en in krav] == [48, 37, 31, 27] and round(krav[0].nu) == 28


def test_offers_in_step_with_doctors():
    f = assumed(ANTAGELSER, {})
    assert [round(en, 1) for en in offers_in_step(of_the_87(KENDTE, f), Scenarie(), f)[:6]] == [
        9.7,
        9.3,
        8.9,
        8.5,
        8.2,
        11.8,
    ]


def test_years_of_stock():
    assert years_of_stock(LANDET[0]) == pytest.approx(61.03 / 79.97)
    assert years_of_stock(DE_87[-1]) == 0
    assert years_of_stock(made(m=80).de_87[MIDT].samlet[0]) is None, "fewer doctors than takeovers: never"


def test_tornado():
    udslag = {en.antagelse.id: (en.lav_effekt, en.hoej_effekt) for en in svar_foelsomhed.tornado(MIDTEN, 2031)}
    rundt = {kode: tuple(en if en is None else round(en) for en in par) for kode, par in udslag.items()}
    assert rundt == {
        "e": (-63, 183),
        "s": (-149, 105),
        "fi": (-194, 105),
        "c": (-38, 63),
        "o": (-109, None),
        "delta": (-15, 13),
        "p0": (-18, 14),
        "h_frem": (None, 30),
    }
    assert round(made(h_frem=280).landet[MIDT].samlet[-1].uden_plo) == 731
    bredder = [en.bredde for en in svar_foelsomhed.tornado(MIDTEN, 2031)]
    assert bredder == sorted(bredder, reverse=True)


def test_hindcast():
    bagud = svar_bagud.hindcast(MIDTEN, 3400, 2022, 2024)
    assert {saet: round(tal[-1]) for saet, tal in bagud.laeger.items()} == {GUNSTIG: 3564, MIDT: 3501, UGUNSTIG: 3410}
    assert all(tal[0] == 3400 for tal in bagud.laeger.values())


def test_chance_by_arithmetic():
    sjaelland, landet = svar_chance.chance(MIDTEN.de_87[MIDT], 2030), svar_chance.chance(MIDTEN.landet[MIDT], 2031)
    assert (round(sjaelland.sd, 1), round(sjaelland.plus_minus)) == (14.6, 19)
    assert (round(landet.pr_aar, 1), round(landet.plus_minus)) == (13.4, 42)


def test_a_policy_without_data_is_told_and_not_run():
    planlagt = made(politik="plan")
    assert planlagt.landet == {} and "plan" in planlagt.mangler
    assert whole(KENDTE, assumed(ANTAGELSER, {})).pladser_pr_aar == 141
    assert run(whole(KENDTE, assumed(ANTAGELSER, {})), Scenarie(), assumed(ANTAGELSER, {})).samlet == LANDET
