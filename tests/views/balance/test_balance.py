"""The runs on the data there are: what is computed where, what is withheld and why."""

import pytest

from data.grupper import group_code
from geo import niveauer
from queries import balance as spoerg
from queries import noegletal_pr_omraade
from queries.standard import newest
from tests.views.balance.sagt import BANDLYST
from tests.views.balance.test_orakel import assert_alike
from views.balance.antagelser import MIDT, SAET, assumed
from views.balance.balance import balance
from views.balance.forloeb import Grundlag
from views.balance.grundlag import Kendt, Sted, Tilbud, offered_shares, whole
from views.balance.kendt import BASISDAG
from views.balance.scenarie import POLITIKKER
from views.balance.svar import filled_in
from views.balance.svar_foelsomhed import tornado
from views.balance.udsnit import FOR_FAA, HERAF, IKKE_HELE, IKKE_KOMMUNE, KRAEVER, KUN_87, UDEN_PLAN, areas, chosen
from views.faelles.filtre import Filters

OFFENTLIG, EKSEMPEL = Filters(datasaet="offentlig"), Filters(datasaet="eksempel")
LAGT_SAMMEN = ("laeger", "ledige", "aabne", "klinik", "trukket", "nye_laeger", "opgivet", "udbudt", "kendte_besat")


def test_public_data_give_the_country_and_the_87():
    b = balance(OFFENTLIG, newest())
    assert b.regnet_for == "hele landet" and b.hu_antaget == (2021, 2022, 2024, 2025) and b.erstattet == {}
    assert [round(et.uden_plo) for et in b.landet[MIDT].samlet[:6]] == [61, 125, 192, 261, 334, 378]
    assert [filled_in(b.de_87[saet].samlet) for saet in SAET] == [2032, 2034, None]
    assert b.kendt.hu["land", 2023] == 280 and b.kendt.hu["land", 2020] == 287


def test_a_year_that_is_known_is_not_filled_otherwise():
    udslag = {en.antagelse.id: en for en in tornado(balance(OFFENTLIG, newest()), 2031)}
    assert (round(udslag["fi"].lav_effekt), round(udslag["fi"].hoej_effekt)) == (-163, 88)


def test_the_87_do_not_follow_the_policy():
    for politik in POLITIKKER:
        b = balance(OFFENTLIG.on(scenarie=f"1;pol={politik}"), newest())
        assert filled_in(b.de_87[MIDT].samlet) == 2034
        assert (b.landet == {}) == (politik in ("plan", "kendt")) == bool(b.mangler)
        assert chosen(b, OFFENTLIG).mangler == b.mangler


@pytest.mark.parametrize(
    ("valg", "mangler", "heraf"),
    [
        ({"niveau": "region", "omraade": "1085"}, KUN_87, ""),
        ({"niveau": "region", "struktur": "2027", "omraade": "oestdanmark"}, KRAEVER, HERAF),
        ({"niveau": "videreuddannelsesregion", "omraade": "oest"}, KRAEVER, HERAF),
        ({"omraade": "fyn"}, KRAEVER, ""),
        ({"niveau": "kommune", "omraade": "360"}, KRAEVER, ""),
    ],
)
def test_on_public_data_other_areas_are_withheld(valg, mangler, heraf):
    udsnit = chosen(balance(OFFENTLIG, newest()), OFFENTLIG.on(**valg))
    assert (udsnit.koder, udsnit.mangler, udsnit.heraf) == ((), mangler, heraf)


def test_the_example_is_computed_for_the_sundhedsraad():
    b = balance(EKSEMPEL, newest())
    omraader = [en for en in b.kendt.steder if not en.er_rest]
    assert b.regnet_for == "17 sundhedsråd, lagt sammen" and len(omraader) == 17 and b.de_87 == {}
    assert all(len(en.aldre) == 8 and sum(en.aldre) == en.laeger for en in omraader)
    assert {en.uddannelsesregion for en in omraader} == {"oest", "syd", "nord"} == set(b.kendt.hu_andel)
    assert {"p0", "m", "r", "sigma", "g", "s", "c", "delta"} <= set(b.erstattet)
    for region in b.kendt.hu_andel:
        assert sum(andel for (fra, _), andel in b.kendt.bosaetning.items() if fra == region) == pytest.approx(1)


def test_the_base_year_is_what_the_registers_say():
    """I9: doctors by area as Mit område shows them, and all open places, to the unit."""
    b = balance(EKSEMPEL, newest())
    vist = noegletal_pr_omraade("praktiserende_laeger", "sundhedsraad", "2007", "eksempel", 2025, 2025, data=newest())
    talt = dict(zip(vist["omraade_id"], vist["vaerdi"], strict=True))
    aabne = spoerg.open_places("land", "2007", "eksempel", BASISDAG, newest())
    assert {en.kode: en.laeger for en in b.kendt.steder if not en.er_rest} == talt
    assert sum(tilbud.antal for en in b.kendt.steder for tilbud in en.aabne) == aabne["antal"].sum()
    foerste = b.landet[MIDT].samlet[0]
    aendring = foerste.udbudt - (foerste.laeger - sum(talt.values())) - foerste.klinik - foerste.trukket
    assert foerste.aabne - aendring == pytest.approx(aabne["antal"].sum())


def test_the_example_agrees_with_the_oracle():
    """I11."""
    for politik in POLITIKKER:
        b = balance(EKSEMPEL.on(scenarie=f"1;pol={politik}"), newest())
        f = b.landet[MIDT].forudsaetninger
        assert_alike(b.landet[MIDT].grundlag, b.scenarie, f)


@pytest.mark.parametrize("scenarie", ["", "1;pol=plan;tau=4", "1;pol=takt;omega=50;zeta=20"])
def test_every_level_and_structure_gives_the_same_country(scenarie):
    """I4, I8: the reform moves borders and no doctor."""
    b = balance(EKSEMPEL.on(scenarie=scenarie), newest())
    hele = b.landet[MIDT].samlet
    alle = {en.kode for en in b.kendt.steder}
    for niveau, struktur in (("region", "2007"), ("region", "2027"), ("videreuddannelsesregion", "2007")):
        dele = areas(b, niveau, struktur).values()
        brugt = [kode for en in dele for kode in en.koder]
        assert len(brugt) == len(set(brugt)) and not any(en.mangler for en in dele)
        uden_sted = tuple(alle - set(brugt))
        summer = [b.landet[MIDT].of(koder) for koder in (*(en.koder for en in dele), uden_sted) if koder]
        for nr, et in enumerate(hele):
            for felt in LAGT_SAMMEN:
                assert getattr(et, felt) == pytest.approx(
                    sum(getattr(en[nr], felt) for en in summer), abs=1e-9, rel=1e-12
                )
    raad = {kode: en.koder for kode, en in areas(b, "sundhedsraad", "2007").items()}
    assert raad == {kode: en.koder for kode, en in areas(b, "sundhedsraad", "2027").items()}
    assert all(koder == (kode,) for kode, koder in raad.items())


def test_what_is_known_for_a_region_alone_is_part_of_the_region_and_takes_no_doctor():
    b = balance(EKSEMPEL.on(scenarie="1;pol=kendt"), newest())
    rest = b.landet[MIDT].aar["rest.1085"]
    assert [et.nye_laeger + et.opgivet + et.kendte_besat for et in rest] == [0] * 10
    assert [et.uden_plo for et in rest] == pytest.approx([87] * 10)
    for valg in ({"omraade": "1085"}, {"omraade": "oestdanmark", "struktur": "2027"}):
        assert "rest.1085" in chosen(b, EKSEMPEL.on(niveau="region", **valg)).koder
    assert "rest.1085" in chosen(b, EKSEMPEL).koder


def test_groups_are_sums_of_whole_areas_and_never_of_kommuner():
    b = balance(EKSEMPEL, newest())
    to, kommuner = group_code("To", ["fyn", "soenderjylland"]), group_code("K", ["326", "330"])
    assert chosen(b, EKSEMPEL.on(niveau=to, omraade=to)).koder == ("fyn", "soenderjylland")
    assert chosen(b, EKSEMPEL.on(niveau=kommuner, omraade=kommuner)).mangler == IKKE_KOMMUNE
    assert chosen(b, EKSEMPEL.on(niveau="kommune", omraade="461")).mangler == IKKE_KOMMUNE
    raad = niveauer.areas("sundhedsraad")["fyn"]
    hele = group_code("Fyn", list(raad.kommunekoder))
    assert chosen(b, EKSEMPEL.on(niveau=hele, omraade=hele)).koder == ("fyn",)


def sted(kode, laeger, **andet):
    koder = frozenset(niveauer.areas("sundhedsraad")[kode].kommunekoder)
    return Sted(kode, kode, koder, "syd", laeger, 1000.0, **andet)


def on_places(*steder, **andet):
    b = balance(EKSEMPEL.on(**andet), newest())
    return type(b)(b.scenarie, b.antagelser, Kendt({}, {"syd": 1.0}, "sundhedsraad", steder), "", {}, {}, {})


def test_an_area_of_few_doctors_is_in_the_sum_and_has_no_series():
    b = on_places(sted("fyn", 19.0), sted("soenderjylland", 30.0))
    assert areas(b, "sundhedsraad", "2007")["fyn"].mangler == FOR_FAA
    begge = group_code("To", ["fyn", "soenderjylland"])
    assert chosen(b, EKSEMPEL.on(niveau=begge, omraade=begge)).koder == ("fyn", "soenderjylland")


def test_where_only_regions_are_counted_the_areas_are_sums_of_those():
    regioner = niveauer.areas("region", "2007")
    steder = tuple(Sted(kode, en.navn, frozenset(en.kommunekoder), "", 300.0, 1.0) for kode, en in regioner.items())
    b = balance(EKSEMPEL, newest())
    b = type(b)(b.scenarie, b.antagelser, Kendt({}, {"oest": 1.0}, "region", steder), "", {}, {}, {})
    assert areas(b, "region", "2027")["oestdanmark"].koder == ("1084", "1085")
    assert areas(b, "videreuddannelsesregion", "2007")["nord"].koder == ("1081", "1082")
    assert chosen(b, EKSEMPEL.on(omraade="fyn")).mangler == IKKE_HELE.format("regioner")


def test_a_plan_that_is_not_known_is_no_plan_of_nothing():
    plan = (Tilbud(2027, "kapacitet", 3),)
    b = on_places(sted("fyn", 100.0, plan=plan), sted("soenderjylland", 100.0), scenarie="1;pol=plan")
    delene = areas(b, "sundhedsraad", "2007")
    assert (delene["fyn"].koder, delene["soenderjylland"].mangler) == (("fyn",), UDEN_PLAN)


def test_places_are_offered_after_what_is_short_where_all_have_a_target():
    a, b = sted("fyn", 100.0, mangel=30.0), sted("soenderjylland", 100.0, mangel=10.0)
    assert offered_shares((a, b)) == {"fyn": 0.75, "soenderjylland": 0.25}
    uden = sted("soenderjylland", 100.0)
    assert offered_shares((a, uden)) == {"fyn": 0.5, "soenderjylland": 0.5}


def test_an_ydernummer_holds_the_places_that_are_assumed_and_a_capacity_one():
    b = balance(EKSEMPEL.on(scenarie="1;ky=177"), newest())
    f = assumed(b.antagelser, b.scenarie.valgt)
    steder = (sted("fyn", 100.0, aabne=(Tilbud(2025, "ydernummer", 10), Tilbud(2025, "kapacitet", 3))),)
    grundlag: Grundlag = whole(Kendt({}, {"syd": 1.0}, "sundhedsraad", steder), f)
    assert grundlag.omraader[0].aabne == ((2025, pytest.approx(20.7)),)


def test_no_sentence_of_the_engine_says_what_it_cannot_know():
    alle = [KRAEVER, KUN_87, HERAF, IKKE_KOMMUNE, FOR_FAA, UDEN_PLAN]
    alle += [balance(OFFENTLIG.on(scenarie=f"1;pol={en}"), newest()).mangler for en in ("plan", "kendt")]
    alle += balance(EKSEMPEL, newest()).erstattet.values()
    assert not [en for en in alle if BANDLYST.search(en)]
