"""How many capacities an area needs, has and lacks: against a recomputation, and the worked examples to the digit."""

import math
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.grupper import group_code
from queries import behov
from queries.database import Snapshot
from tests.dag import I_DAG
from tests.queries import behovsorakel
from tests.queries.orakel import NIVEAUER, laes, omraader, region_ved_navn
from tests.queries.test_omraadetal import STRUKTURER, places
from tests.sweep import part

FYN = ("410", "420", "430", "440", "450", "461", "479", "480", "482", "492")
SJAELLANDS_DEL = group_code("Region Sjællands del", sorted(region_ved_navn()["Region Sjælland"]))
STEDER = places((*NIVEAUER, SJAELLANDS_DEL))
DATASAET = ("offentlig", "eksempel")
AAR = st.one_of(st.none(), st.integers(2012, 2041))


@pytest.mark.parametrize(("niveau", "struktur"), STEDER)
def test_need_is_the_recomputed_one_in_every_year(data, niveau, struktur):
    svar, facit = behov.need(niveau, struktur, data), behovsorakel.behov(niveau, struktur)
    assert len(svar) == len(facit) == 14 * len(omraader(niveau, struktur))
    for post in svar.itertuples():
        ventet = facit.loc[(post.omraade_id, post.aar)]
        assert (post.indbyggere, post.indbyggere_65plus) == (ventet["i_alt"], ventet["aeldre"])
        assert post.behov_flad == pytest.approx(ventet["flad"]) and post.behov_alder == pytest.approx(ventet["alder"])
        assert post.aldersindeks == pytest.approx(ventet["indeks"])
        assert post.er_ventet == ventet["ventet"] == (post.aar in (2030, 2035, 2040))
        assert post.er_ventet == (not pd.isna(post.fremskrevet_fra)), "what is expected says from which count"


@pytest.mark.parametrize(("niveau", "struktur"), STEDER)
def test_need_adds_up_to_the_countrys_however_it_is_shared_out(data, niveau, struktur):
    land = behov.need("land", "2007", data).set_index("aar")
    i_alt = behov.need(niveau, struktur, data).groupby("aar")[["behov_flad", "behov_alder"]].sum()
    for kolonne in i_alt:
        assert i_alt[kolonne].tolist() == pytest.approx(land["behov_flad"].tolist()), "age moves need, never the total"
    assert land["aldersindeks"].tolist() == pytest.approx([1.0] * 14)


@settings(max_examples=part(40), deadline=None)
@given(sted=st.sampled_from(STEDER), datasaet=st.sampled_from(DATASAET), fra=AAR, til=AAR)
def test_supply_stands_against_the_inhabitants_of_its_own_year(data, sted, datasaet, fra, til):
    niveau, struktur = sted
    svar = behov.against_need(niveau, struktur, datasaet, fra, til, data=data)
    maal = behov.counted_in(niveau, struktur, datasaet, fra, til, data)
    assert list(svar["omraade_id"]) == list(omraader(niveau, struktur)), "one row for each area, known or not"
    facit = behovsorakel.behov(niveau, struktur)
    kendt = behovsorakel.udbud(maal or behov.KAPACITETER, niveau, struktur, datasaet, fra, til)
    for post in svar.itertuples():
        aar = (post.omraade_id, post.aar)
        assert not facit.loc[aar, "ventet"], "what is expected is no denominator of today"
        assert post.behov_flad == pytest.approx(facit.loc[aar, "flad"])
        ventet, dato = kendt.loc[post.omraade_id]
        if not isinstance(dato, str) or int(dato[:4]) < 2016:
            assert math.isnan(post.kapacitet) and math.isnan(post.mangler) and math.isnan(post.daekning_pct)
            continue
        assert (post.kapacitet, post.dato) == (ventet, dato) and post.aar == int(dato[:4])
        assert post.forskel == pytest.approx(ventet - post.behov_flad)
        assert post.mangler == pytest.approx(max(0, post.behov_flad - ventet))
        assert post.daekning_pct == pytest.approx(100 * ventet / post.behov_flad)


class Andre(Snapshot):
    """The same data with other listed patients: what `aendr` makes of the answer about them."""

    def __init__(self, data: Snapshot, aendr):
        super().__init__("prøve", data.forbindelse)
        self._data, self._aendr = data, aendr

    def frame(self, spoergsmaal: str, parametre: dict | None = None) -> pd.DataFrame:
        ramme = self._data.frame(spoergsmaal, parametre)
        if spoergsmaal != "noegletal_pr_omraade" or parametre["noegletal"] != behov.TILMELDTE:
            return ramme
        return self._aendr(ramme.copy(), parametre)


def by_patients(
    sted: tuple[str, str], datasaet: str, data: Snapshot, koder=(), fra=None, til=None, maal=""
) -> pd.DataFrame:
    valg = (*sted, datasaet, fra, til)
    return behov.by_patients(behov.against_need(*valg, maal, data=data), koder, valg, data)


@settings(max_examples=part(30), deadline=None)
@given(sted=st.sampled_from(STEDER), aar=st.sampled_from([None, 2022, 2023, 2025, 2026]))
def test_need_by_listed_patients_is_the_recomputed_one_at_every_level(data, sted, aar):
    svar = by_patients(sted, "eksempel", data, fra=aar, til=aar)
    facit = behovsorakel.tilmeldte(*sted, "eksempel", aar, aar)
    alder = behovsorakel.behov(*sted)
    land = behovsorakel.tilmeldte("land", "2007", "eksempel", aar, aar).iloc[0]
    assert svar["folk"].sum() == pytest.approx(land["antal"]) or sted[0] == SJAELLANDS_DEL
    for post in svar.itertuples():
        assert (post.folk, post.tilmeldte_dato) == tuple(facit.loc[post.omraade_id, ["antal", "dato"]])
        assert post.tilmeldte_dato == post.dato, "patients and capacity are of one day"
        assert post.behov_flad == pytest.approx(facit.loc[post.omraade_id, "flad"])
        andel = (
            alder.loc[(post.omraade_id, post.aar), "alder"]
            / behovsorakel.behov("land", "2007").loc[(land.name, post.aar), "flad"]
        )
        assert post.behov_alder == pytest.approx(andel * land["flad"]), "age shares out the country's, by patients too"
        assert post.forskel == pytest.approx(post.kapacitet - post.behov_flad)
        assert post.daekning_pct == pytest.approx(100 * post.kapacitet / post.behov_flad)


@pytest.mark.parametrize(("niveau", "struktur"), STEDER)
def test_capacity_by_type_of_clinic_adds_up_to_all_of_it(data, niveau, struktur):
    dele = [
        behovsorakel.udbud(f"kapaciteter_aktive_{en}", niveau, struktur, "eksempel")["kapacitet"]
        for en in ("plo", "udbud", "region")
    ]
    alle = behovsorakel.udbud(behov.KAPACITETER, niveau, struktur, "eksempel")["kapacitet"]
    assert sum(dele).tolist() == alle.tolist()
    plo = behov.against_need(niveau, struktur, "eksempel", taelles_i=behov.KAPACITETER_PLO, data=data)
    assert plo["kapacitet"].tolist() == dele[0].tolist() and set(plo["taelles_i"]) == {behov.KAPACITETER_PLO}


def test_public_data_know_no_listed_patients_so_need_stays_by_inhabitants(data):
    for sted in STEDER:
        foer = behov.against_need(*sted, "offentlig", data=data)
        pd.testing.assert_frame_equal(by_patients(sted, "offentlig", data), foer)
        assert foer["folk"].tolist() == foer["indbyggere"].tolist() and not foer["tilmeldte_dato"].any()


def _without(omraade: str):
    def aendr(ramme: pd.DataFrame, _):
        ramme.loc[ramme["omraade_id"] == omraade, ["vaerdi", "dato"]] = [float("nan"), None]
        return ramme

    return aendr


def _nobody(omraade: str):
    def aendr(ramme: pd.DataFrame, _):
        ramme.loc[ramme["omraade_id"] == omraade, "vaerdi"] = 0.0
        return ramme

    return aendr


def _of_another_day(ramme: pd.DataFrame, parametre: dict) -> pd.DataFrame:
    """Patients of the middle of the year: none are known on the day of the capacity, which is 1 January."""
    if parametre["fra"] != parametre["til"]:
        return ramme.assign(dato="2026-07-01")
    return ramme.assign(vaerdi=float("nan"), dato=None)


@pytest.mark.parametrize("aendr", [_without("fyn"), _nobody("fyn"), _of_another_day], ids=["ukendt", "nul", "dag"])
def test_one_rule_for_all_areas_that_stand_beside_each_other(data, aendr):
    """One that is not known, or has nobody, or patients of another day: inhabitants for all, never a mixture."""
    andre = Andre(data, aendr)
    svar = by_patients(("sundhedsraad", "2007"), "eksempel", andre)
    assert not svar["tilmeldte_dato"].any() and svar["folk"].tolist() == svar["indbyggere"].tolist()
    if aendr is not _of_another_day:
        uden = by_patients(("sundhedsraad", "2007"), "eksempel", andre, ("vendsyssel", "aarhus")).set_index(
            "omraade_id"
        )
        assert uden.loc[["vendsyssel", "aarhus"], "tilmeldte_dato"].notna().all(), "these two are known"


def test_a_half_year_is_one_day_however_it_is_written(data):
    """1 July as a day or as a month is the same day; the capacity stands against the patients of that day."""

    def aendr(ramme, parametre):
        assert parametre["fra"] == parametre["til"] == (date(2026, 7, 1),)
        return ramme.assign(vaerdi=3200.0, dato="2026-07")

    ramme = behov.against_need("sundhedsraad", "2007", "eksempel", data=data).assign(dato="2026-07-01")
    sted = ("sundhedsraad", "2007", "eksempel", None, None)
    svar = behov.by_patients(ramme, (), sted, Andre(data, aendr))
    assert set(svar["behov_flad"]) == {2.0} and set(svar["tilmeldte_dato"]) == {"2026-07"}


def test_the_countrys_need_by_age_is_unknown_where_its_patients_are(data):
    def kun_raad(ramme, parametre):
        return ramme.assign(vaerdi=float("nan"), dato=None) if parametre["niveau"] == "land" else ramme

    svar = by_patients(("sundhedsraad", "2007"), "eksempel", Andre(data, kun_raad))
    assert svar["tilmeldte_dato"].notna().all() and svar["behov_alder"].isna().all()


def test_a_target_in_patients_a_capacity_divides_the_listed_where_they_are_known(data):
    """The direct target in capacities is left out, so that the other is used; the sum of parts divides theirs."""

    class Med(Snapshot):
        def frame(self, spoergsmaal: str, parametre: dict | None = None) -> pd.DataFrame:
            ramme = data.frame(spoergsmaal, parametre)
            if spoergsmaal != "maaltal_pr_omraade":
                return ramme
            return ramme[(ramme["maal"] == "patienter_pr_kapacitet") & (ramme["art"] == behov.MODEL)]

    med = Med("prøve", data.forbindelse)
    maal = {
        en["omraade"]: float(en["vaerdi"])
        for en in laes("eksempel/maaltal")
        if (en["maalsaet_id"], en["maal"], en["omraade_type"])
        == ("eks-model-2026", "patienter_pr_kapacitet", "sundhedsraad")
    }
    facit = behovsorakel.tilmeldte("sundhedsraad", "2007", "eksempel")["antal"]
    svar = behov.with_model(
        by_patients(("sundhedsraad", "2007"), "eksempel", med), "sundhedsraad", "2007", "eksempel", I_DAG, med
    ).set_index("omraade_id")
    for post in svar.itertuples():
        assert post.behov_model == pytest.approx(facit[post.Index] / maal[post.navn])
    oest = behov.with_model(
        by_patients(("region", "2027"), "eksempel", med), "region", "2027", "eksempel", I_DAG, med
    ).set_index("omraade_id")
    dele = [
        kode
        for kode, koder in omraader("sundhedsraad", "2027").items()
        if koder <= omraader("region", "2027")["oestdanmark"]
    ]
    assert oest.loc["oestdanmark", "behov_model"] == pytest.approx(svar.loc[dele, "behov_model"].sum())


def test_regions_in_2020_to_the_digit(data):
    svar = behov.against_need("region", "2007", "offentlig", data=data).set_index("navn")
    assert behov.counted_in("region", "2007", "offentlig", None, None, data) == behov.LAEGER
    assert set(svar["aar"]) == {2020}
    for navn, ventet in {
        "Region Hovedstaden": (1153.7, 1033, 89.5, 120.7),
        "Region Sjælland": (523.3, 435, 83.1, 88.3),
        "Region Syddanmark": (764.4, 775, 101.4, 0),
        "Region Midtjylland": (829.0, 798, 96.3, 31.0),
        "Region Nordjylland": (368.7, 285, 77.3, 83.7),
    }.items():
        post = svar.loc[navn]
        fundet = (post["behov_flad"], post["kapacitet"], post["daekning_pct"], post["mangler"])
        assert tuple(round(float(en), 1) for en in fundet) == ventet, navn
    assert round(svar.loc["Region Syddanmark", "forskel"], 1) == 10.6
    assert tuple(round(en, 1) for en in behov.gross_and_net(svar["forskel"])) == (323.7, 313.2)
    assert round(svar["behov_flad"].sum(), 1) == 3639.2 and round(100 * 3326 / svar["behov_flad"].sum(), 1) == 91.4


def test_the_reform_nets_two_regions_and_the_country_stays(data):
    """Two regions that both lack doctors are one that lacks them all: no surplus is hidden, so gross stays too."""
    fem, fire = (behov.against_need("region", en, "offentlig", data=data) for en in STRUKTURER)
    assert behov.gross_and_net(fire["forskel"]) == pytest.approx(behov.gross_and_net(fem["forskel"]))
    oest = fire.set_index("omraade_id").loc["oestdanmark"]
    assert (oest["kapacitet"], round(oest["mangler"], 1)) == (1468, 209.1)


def test_fyn_in_march_2018_has_a_surplus_and_a_shortage_at_once(data):
    alle = behov.against_need("kommune", "2007", "offentlig", 2018, 2018, data=data).set_index("omraade_id")
    ti = alle.loc[list(FYN)]
    brutto, netto = behov.gross_and_net(ti["forskel"])
    assert (round(brutto, 1), round(netto, 1)) == (11.3, -8.8)
    assert ti["indbyggere"].sum() == 496_243 and ti["kapacitet"].sum() == 319
    mangler = ti[ti["mangler"] > 0].set_index("navn")["mangler"].round(1).to_dict()
    assert mangler == {"Odense": 9.5, "Nyborg": 1.0, "Kerteminde": 0.8}
    gruppe = group_code("Fyn", list(FYN))
    en = behov.against_need(gruppe, "2007", "offentlig", 2018, 2018, data=data).set_index("omraade_id").loc[gruppe]
    assert (en["kapacitet"], round(en["daekning_pct"], 1), round(en["forskel"], 1)) == (319, 102.9, 8.8)


def test_the_capital_region_of_2018_is_told_in_capacities(data):
    svar = behov.against_need("region", "2007", "offentlig", 2018, 2018, data=data).set_index("omraade_id")
    assert behov.counted_in("region", "2007", "offentlig", 2018, 2018, data) == behov.KAPACITETER
    assert svar.loc["1084", "kapacitet"] == 1047 and svar["kapacitet"].notna().sum() == 1


def test_what_age_alone_moves_in_2026_to_the_digit(data):
    svar = behov.need("region", "2007", data)
    svar = svar[svar["aar"] == 2026].set_index("navn")
    for navn, (indeks, flytter) in {
        "Region Hovedstaden": (0.969, -37.9),
        "Region Sjælland": (1.031, 16.4),
        "Region Syddanmark": (1.020, 15.9),
        "Region Midtjylland": (0.997, -2.9),
        "Region Nordjylland": (1.023, 8.5),
    }.items():
        post = svar.loc[navn]
        assert round(post["aldersindeks"], 3) == indeks, navn
        assert round(post["behov_alder"] - post["behov_flad"], 1) == flytter, navn
    raad = behov.need("sundhedsraad", "2007", data)
    indeks = raad[raad["aar"] == 2026].set_index("omraade_id")["aldersindeks"].round(3)
    assert (indeks.min(), indeks.idxmin(), indeks.max(), indeks.idxmax()) == (0.924, "hovedstaden", 1.057, "vendsyssel")
    assert indeks["soenderjylland"] == 1.048


def test_the_norm_and_the_weights_are_those_that_sources_tell(data):
    norm = [
        en
        for en in laes("offentlig/noegletal")
        if en["noegletal"] == "patienttal_norm" and en["omraade_type"] == "land"
    ]
    assert [(float(en["vaerdi"]), en["kilde_id"]) for en in norm] == [(behov.NORM, behov.NORM_KILDE)]
    andel = next(en for en in laes("katalog/udsagn") if en["udsagn_id"] == "aeldre-konsultationer")
    assert (andel["tal"], andel["kilde_id"]) == ("32", behov.ALDER_KILDE)
    assert (round(68 / 82, 3), round(32 / 18, 3)) == (behovsorakel.UNG, behovsorakel.AELDRE)


def test_a_target_in_patients_a_capacity_divides_the_inhabitants(data):
    """Aabenraa's 1,450 of the draft, as an example of the arithmetic: 58,405 inhabitants are 36.5 capacities at the
    norm and 40.3 at the draft."""

    class Med(Snapshot):
        def frame(self, spoergsmaal: str, parametre: dict | None = None) -> pd.DataFrame:
            ramme = data.frame(spoergsmaal, parametre)
            if spoergsmaal != "maaltal_pr_omraade" or parametre["niveau"] != "kommune":
                return ramme
            egen = {"omraade_id": "580", "maal": "patienter_pr_kapacitet", "vaerdi": 1450.0, "foretrukken": False}
            egen |= {"gaelder": True, "er_udkast": True, "art": behov.MODEL, "maalsaet": "Modellen", "version": "2025"}
            return pd.DataFrame([{**dict.fromkeys(ramme), **egen, "kilde_id": behov.NORM_KILDE}])

    ramme = behov.against_need("kommune", "2007", "", data=data)
    med = behov.with_model(ramme, "kommune", "2007", "offentlig", I_DAG, Med("prøve", data.forbindelse))
    aabenraa = med.set_index("omraade_id").loc["580"]
    assert aabenraa["indbyggere"] == 58_405 and aabenraa["er_udkast"]
    assert (round(aabenraa["behov_flad"], 1), round(aabenraa["behov_model"], 1)) == (36.5, 40.3)
    assert round(aabenraa["behov_model"] - aabenraa["behov_flad"], 1) == 3.8
    assert med["behov_model"].notna().sum() == 1, "a target of one kommune is carried to no other"
    raad = behov.against_need("sundhedsraad", "2007", "", data=data)
    raad = behov.with_model(raad, "sundhedsraad", "2007", "offentlig", I_DAG, Med("prøve", data.forbindelse))
    assert raad["behov_model"].isna().all(), "nor to the whole that it is a part of"


@given(st.lists(st.floats(-500, 500), max_size=30))
def test_gross_is_at_least_net_and_the_same_without_surplus(forskelle):
    brutto, netto = behov.gross_and_net(forskelle)
    assert brutto >= max(0, netto) - 1e-9 and brutto >= 0
    assert netto == pytest.approx(-sum(forskelle))
    uden_overskud = [-abs(en) for en in forskelle]
    assert behov.gross_and_net(uden_overskud) == pytest.approx((sum(map(abs, forskelle)),) * 2)
