"""What a scenario begins with, against the CSV files."""

import shutil
from collections import Counter, defaultdict
from contextlib import contextmanager
from datetime import date

import duckdb
import pytest

from data.build import DEFAULT_OUT
from data.tabeller import REGISTER_TABELLER
from queries import balance, maal
from queries.database import Snapshot
from queries.kvalitet import quality_findings
from tests.queries.orakel import laes

ALDRE = ("u40", "40-44", "45-49", "50-54", "55-59", "60-64", "65-69", "70+")
BASIS = date(2025, 12, 31)
RAAD = {en["navn"]: en["sundhedsraad_id"] for en in laes("geografi/sundhedsraad")}
UDDANNELSE = {en["kort_navn"]: en["videreuddannelsesregion_id"] for en in laes("geografi/videreuddannelsesregion")}
RAAD_AF_KOMMUNE = {en["kommunekode"]: en["sundhedsraad_id"] for en in laes("geografi/kommune")}


def first_day(dato: str) -> str:
    return dato + "-01-01"[len(dato) - 10 :] if len(dato) < 10 else dato


def test_the_assumptions_are_those_of_the_file_and_say_where_they_are_from(data):
    poster = laes("katalog/antagelse")
    ramme = balance.assumptions(data)
    assert list(ramme["antagelse"]) == [en["antagelse"] for en in poster]
    for felt in ("standard", "gunstig", "ugunstig", "lav", "hoej", "skala"):
        assert [str(en) for en in ramme[felt]] == [en[felt] for en in poster], felt
    assert Counter(ramme["status"]) == {"kilde": 3, "beregnet": 6, "skoen": 12}
    assert ramme.loc[ramme["status"] != "skoen", "titel"].notna().all()
    # the three sets differ in two of them, and the best of them waits for doctors instead of opening clinics
    ens = (ramme["gunstig"] == ramme["standard"]) & (ramme["ugunstig"] == ramme["standard"])
    forskellige = ramme[~ens].set_index("antagelse")[["gunstig", "standard", "ugunstig"]]
    assert forskellige.to_dict("index") == {
        "s": {"gunstig": 90, "standard": 80, "ugunstig": 73},
        "e": {"gunstig": 34, "standard": 37, "ugunstig": 46},
        "rho_n": {"gunstig": 0, "standard": 50, "ugunstig": 50},
    }


@pytest.mark.parametrize("struktur", ["2007", "2027"])
def test_doctors_are_those_of_the_newest_day_with_their_ages(data, struktur):
    stand = [en for en in laes("eksempel/laegestand") if en["ansaettelse"] == "ejer" and en["dato"] == "2025-12-31"]
    fundet = balance.doctors("sundhedsraad", struktur, "eksempel", BASIS, data)
    for en in fundet:
        egne = {p["aldersgruppe"]: int(p["laeger"]) for p in stand if p["omraade"] == en.navn}
        assert (en.laeger, en.aldre) == (egne["alle"], tuple(egne[alder] for alder in ALDRE)), en.navn
        assert en.laeger == sum(en.aldre) and en.dato == BASIS
    assert {en.omraade_id for en in fundet} == {*RAAD.values()}
    assert {en.uddannelsesregion for en in fundet} == {*UDDANNELSE.values()}
    i_alt = sum(en.laeger for en in fundet)
    (land,) = balance.doctors("land", struktur, "eksempel", BASIS, data)
    assert land.laeger == i_alt and land.uddannelsesregion == ""
    regioner = balance.doctors("region", struktur, "eksempel", BASIS, data)
    assert sum(en.laeger for en in regioner) == i_alt and len(regioner) == (5 if struktur == "2007" else 4)


def test_a_scenario_begins_with_the_number_that_the_pages_show(data):
    tal: Counter = Counter()
    for en in laes("eksempel/noegletal"):
        if (en["noegletal"], en["dato"]) == ("praktiserende_laeger", "2025"):
            tal[RAAD_AF_KOMMUNE[en["kommunekode"]]] += int(float(en["vaerdi"]))
    assert {en.omraade_id: en.laeger for en in balance.doctors("sundhedsraad", 2027, "eksempel", BASIS, data)} == tal


def test_ages_that_are_hidden_are_not_told_and_an_earlier_day_is_found(data):
    kommuner = {en.navn: en for en in balance.doctors("kommune", 2027, "eksempel", BASIS, data)}
    skjult = {en["omraade"] for en in laes("eksempel/laegestand") if en["skjult"] == "1" and en["dato"] == "2025-12-31"}
    assert len(kommuner) == 98 and {"Hjørring", "Læsø"} & skjult
    assert not any(kommuner[navn].aldre for navn in skjult) and kommuner["Hjørring"].laeger > 0
    assert {en.dato for en in balance.doctors("sundhedsraad", 2027, "eksempel", date(2025, 6, 1), data)} == {
        date(2024, 12, 31)
    }
    assert balance.doctors("sundhedsraad", 2027, "offentlig", BASIS, data) == ()


def test_filled_posts_are_whole_years_of_all_regions(data):
    ramme = balance.filled_hu("2007", "eksempel", 2025, data)
    facit: dict[tuple[str, int], int] = defaultdict(int)
    for en in laes("eksempel/hu_faerdige"):
        if int(en["aar"]) < 2022:
            facit[UDDANNELSE[en["videreuddannelsesregion"]], int(en["aar"])] = int(en["paabegyndt"])
    for en in laes("eksempel/hu_forloeb"):
        if en["omraade_type"] == "videreuddannelsesregion" and int(en["aar"]) <= 2025:
            facit[UDDANNELSE[en["omraade"]], int(en["aar"])] += int(en["besat"])
    assert {(en.omraade_id, en.aar): en.besat for en in ramme.itertuples()} == facit
    assert {en.aar for en in ramme.itertuples()} == {*range(2016, 2026)}
    # the last round of 2026 is only expected
    assert 2026 not in {*balance.filled_hu("2007", "eksempel", 2026, data)["aar"]}
    assert balance.filled_hu("2007", "offentlig", 2025, data).empty


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize("dag", [date(2025, 12, 31), date(2026, 11, 21), date(2024, 3, 1)])
def test_open_places_are_the_last_rounds_without_an_outcome_on_the_day(data, datasaet, dag):
    status: dict[str, str] = {}
    for en in sorted(laes(f"{datasaet}/udbud_haendelse"), key=lambda en: int(en["raekkefoelge"])):
        if not en["dato"] or first_day(en["dato"]) <= dag.isoformat():
            status[en["udbud_id"]] = en["status"]
    udbud = {en["udbud_id"]: en for en in laes(f"{datasaet}/udbud")}
    afloest = {udbud[en]["forrige_udbud_id"] for en in status}
    aabne = [
        post
        for navn, post in udbud.items()
        if status.get(navn) in ("opslaaet", "genopslag", "ansoegere")
        and navn not in afloest
        and post["enhed"] != "klinik"
    ]
    facit: Counter = Counter()
    for post in aabne:
        facit[RAAD_AF_KOMMUNE.get(post["kommunekode"], "ikke_stedfaestet")] += int(post["antal"])
    ramme = balance.open_places("sundhedsraad", 2007, datasaet, dag, data)
    assert ramme.groupby("omraade_id")["antal"].sum().to_dict() == facit
    ja = sum(int(post["antal"]) for post in aabne if post["laege_klar"] == "1")
    nej = sum(int(post["antal"]) for post in aabne if post["laege_klar"] == "0")
    assert (ramme["med_laege_klar"].sum(), ramme["uden_laege_klar"].sum()) == (ja, nej)


def test_the_87_are_known_for_their_region_and_no_further(data):
    ramme = balance.open_places("sundhedsraad", 2007, "offentlig", BASIS, data)
    (de_87,) = ramme[(ramme["enhed"] == "ydernummer") & (ramme["omraade_id"] == "ikke_stedfaestet")].to_dict("records")
    assert (de_87["antal"], de_87["kendt_regionsnavn"], de_87["aar"]) == (87, "Region Sjælland", 2025)
    landet = balance.open_places("land", 2007, "offentlig", BASIS, data)
    assert landet["antal"].sum() == ramme["antal"].sum() and set(landet["omraade_id"]) == {"land"}


def test_a_plan_stands_where_it_is_known(data):
    poster = laes("eksempel/udbudsplan")
    ramme = balance.plan("sundhedsraad", 2027, "eksempel", data)
    facit: Counter = Counter()
    for en in poster:
        sted = RAAD_AF_KOMMUNE.get(en["kommunekode"]) or RAAD.get(en["sundhedsraad"], "ikke_stedfaestet")
        facit[sted, int(en["aar"]), en["art"], en["stadium"]] += int(en["antal"])
    noegler = ["omraade_id", "aar", "art", "stadium"]
    assert ramme.groupby(noegler)["antal"].sum().to_dict() == facit
    uden = ramme[ramme["omraade_id"] == "ikke_stedfaestet"]
    assert uden["kendt_regionsnavn"].notna().all() and len(uden) == sum(not en["sundhedsraad"] for en in poster)
    assert balance.plan("sundhedsraad", 2027, "offentlig", data).empty


def test_where_they_settled_sums_to_all_who_finished(data):
    ramme = balance.settlement("sundhedsraad", 2027, "eksempel", data)
    faerdige: Counter = Counter()
    for en in laes("eksempel/hu_faerdige"):
        if 2018 <= int(en["aar"]) <= 2022:
            faerdige[UDDANNELSE[en["videreuddannelsesregion"]]] += int(en["faerdige"])
    assert ramme.groupby("uddannelsesregion")["antal"].sum().to_dict() == faerdige
    assert ramme.groupby("uddannelsesregion")["andel"].sum().round(9).to_dict() == dict.fromkeys(faerdige, 1.0)
    assert set(ramme.loc[~ramme["er_omraade"], "omraade_id"]) == {"ikke_almen_praksis", "udland"}
    assert len(ramme) == 3 * (17 + 2)
    ejere = balance.settlement("sundhedsraad", 2027, "eksempel", data, "ejer")
    assert ejere["er_omraade"].all() and ejere["antal"].sum() < ramme["antal"].sum()


def test_what_is_measured_is_near_what_is_assumed(data):
    """The example is made by the defaults, so that a scenario on it says what one without data does."""
    maalt = balance.measured("eksempel", data).set_index("antagelse")["vaerdi"]
    assert maalt["c"] == pytest.approx(0.95, abs=0.005)
    assert maalt["s"] == pytest.approx(0.80, abs=0.005)
    assert maalt["delta"] == pytest.approx(6, abs=0.5)
    assert maalt["e"] == pytest.approx(0.037, abs=0.0005)
    assert balance.measured("offentlig", data).empty


GIVES_OP = ("pension", "salg_ophoerer", "lukket")


def places_given_up(niveau: str) -> float:
    """Of the owners a year before, worked out of the files."""
    bevaegelser = [en for en in laes("eksempel/laegebevaegelse") if en["omraade_type"] == niveau]
    stand = [en for en in laes("eksempel/laegestand") if en["omraade_type"] == niveau and en["aldersgruppe"] == "alle"]
    gaar = sum(int(en["antal"]) for en in bevaegelser if en["aar"] == "2025" and en["art"] in GIVES_OP)
    ejere = sum(int(en["laeger"]) for en in stand if en["dato"] == "2024-12-31" and en["ansaettelse"] == "ejer")
    return gaar / ejere


@pytest.mark.parametrize(
    ("aendring", "maalt_paa"),
    [
        ("", "land"),
        # the country's own row has one kind less: its parts tell it
        ("DELETE FROM laegebevaegelse WHERE omraade_type = 'land' AND art = 'lukket'", "sundhedsraad"),
        ("UPDATE laegebevaegelse SET antal = NULL, skjult = true WHERE omraade_type = 'land'", "sundhedsraad"),
        # a count of New Year's Day is one of the day before
        ("UPDATE laegestand SET dato = '2025-01-01' WHERE dato = '2024-12-31'", "land"),
        # of which nobody knows all of it: one kind, one area, or the doctors they were part of
        ("DELETE FROM laegebevaegelse WHERE art = 'lukket'", None),
        ("DELETE FROM laegebevaegelse WHERE omraade_type = 'land' OR omraade = 'Sundhedsråd Fyn'", None),
        ("DELETE FROM laegestand WHERE dato = '2024-12-31'", None),
        ("UPDATE laegestand SET dato = '2024-10-01' WHERE dato = '2024-12-31'", None),
    ],
)
def test_places_given_up_are_measured_where_all_of_them_are_known(tmp_path, aendring, maalt_paa):
    with changed(tmp_path, aendring) as aendret:
        maalt = balance.measured("eksempel", aendret).set_index("antagelse")
    if maalt_paa is None:
        assert "e" not in maalt.index and {"c", "s", "delta"} == {*maalt.index}
    else:
        assert maalt.loc["e", "vaerdi"] == pytest.approx(places_given_up(maalt_paa))
        assert maalt.loc["e", ["fra_aar", "til_aar", "kilder"]].to_list() == [2025, 2025, "eksempel-laeger"]


@contextmanager
def changed(tmp_path, aendring: str):
    """The same database but for one change."""
    kopi = shutil.copy(DEFAULT_OUT, tmp_path / "aendret.duckdb")
    with duckdb.connect(kopi) as forbindelse:
        if aendring:
            forbindelse.execute(aendring)
        yield Snapshot("aendret", forbindelse)


@pytest.mark.parametrize("niveau", ["land", "region", "sundhedsraad", "kommune"])
@pytest.mark.parametrize("dag", [date(2025, 10, 1), date(2026, 11, 26)])
def test_one_target_is_to_be_shown_for_an_area_on_a_day(data, niveau, dag):
    ramme = maal.targets(niveau, 2007, "eksempel", dag, data)
    assert len(ramme) == sum(en["omraade_type"] == niveau for en in laes("eksempel/maaltal"))
    vises = ramme[ramme["gaelder"] & ramme["foretrukken"]]
    assert not vises.duplicated(["omraade_id", "maal"]).any() and not vises["er_udkast"].any()
    poster = [en for en in laes("eksempel/maaltal") if en["omraade_type"] == niveau]
    gaelder = sum((en["gyldig_fra"] or "0001") <= dag.isoformat() <= (en["gyldig_til"] or "9999") for en in poster)
    assert ramme["gaelder"].sum() == gaelder


def test_a_target_of_two_regions_is_none_of_the_one_they_became(data):
    navne = {*maal.targets("region", 2027, "eksempel", date(2027, 2, 1), data)["navn"]}
    assert navne == {"Region Nordjylland", "Region Midtjylland", "Region Syddanmark"}


def test_rules_are_those_of_the_file(data):
    regler = maal.rules("eksempel", data)
    assert sorted(regler["maalsaet_id"]) == sorted(en["maalsaet_id"] for en in laes("eksempel/maalsaet"))
    assert maal.rules("offentlig", data).empty and maal.targets("kommune", 2027, "offentlig", BASIS, data).empty


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_offers_of_which_nobody_says_whether_a_doctor_is_in_sight_are_told_of(data, datasaet):
    udbud = laes(f"{datasaet}/udbud")
    afloest = {en["forrige_udbud_id"] for en in udbud}
    facit = [
        en["udbud_id"]
        for en in udbud
        if en["status"] in ("opslaaet", "genopslag", "ansoegere") and en["enhed"] != "klinik" and not en["laege_klar"]
    ]
    fund = quality_findings(datasaet, date(2026, 11, 26), data).set_index("Fund")["Poster"]
    (poster,) = [en for navn, en in fund.items() if "speciallæge kan byde ind" in navn]
    assert poster.split(", ") == sorted({*facit} - afloest)


def test_an_assumption_names_a_table_that_the_product_has(data):
    med = balance.assumptions(data).set_index("antagelse")["erstattes_af"].dropna()
    assert set(med) <= {*REGISTER_TABELLER}
    # what is measured is told to be replaced by the table it is measured in
    maalt = balance.measured("eksempel", data).set_index("antagelse")["tabel"]
    assert med[maalt.index].to_dict() == maalt.to_dict()
