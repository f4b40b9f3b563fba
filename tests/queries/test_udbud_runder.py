"""Rounds, lots and event logs against the CSV files, with geography and chains from the oracle."""

from datetime import date

import pandas as pd
import pytest

from queries import klinikker, udbud
from tests.queries import orakel
from tests.queries.orakel import ENHEDER, laes
from tests.sweep import some

DATASAET = ("offentlig", "eksempel")
BESAT = ("besat", "tildelt", "konverteret_plo")
STEDER = (
    ("land", "2007", ""),
    ("region", "2007", "1085"),
    ("region", "2027", "oestdanmark"),
    ("sundhedsraad", "2007", "soenderjylland"),
    ("kommune", "2027", "461"),
)


def i_omraadet(post: dict, niveau: str, struktur: str, omraade: str) -> bool:
    kendt = orakel.kendt_for(post["kommunekode"], post["region"])
    return not omraade or orakel.placering(kendt, niveau, struktur) == omraade


HVER = [(*sted, en, periode) for en in DATASAET for sted in STEDER for periode in ((None, None), (2019, 2023))]


@pytest.mark.parametrize(("niveau", "struktur", "omraade", "datasaet", "periode"), some(HVER, 9))
def test_rounds_of_an_area_are_those_of_the_files(data, datasaet, niveau, struktur, omraade, periode):
    runder = udbud.rounds(datasaet, niveau, struktur, omraade, *periode, data=data)
    ventet = {
        post["udbud_id"]
        for post in laes(f"{datasaet}/udbud")
        if i_omraadet(post, niveau, struktur, omraade)
        and orakel.i_perioden(orakel.foerste_dag(post["opslag_dato"] or post["status_dato"]), *periode)
    }
    assert set(runder.loc[runder["plads"] == "inde", "udbud_id"]) == ventet
    assert runder["udbud_id"].is_unique


@pytest.mark.parametrize("datasaet", DATASAET)
@pytest.mark.parametrize(("niveau", "struktur", "omraade"), STEDER)
def test_units_offered_are_those_of_the_map(data, datasaet, niveau, struktur, omraade):
    """The list, the flow and the map must never show two different totals of the same thing."""
    runder = udbud.rounds(datasaet, niveau, struktur, omraade, data=data)
    lod = runder[runder["er_sidste"] & (runder["plads"] == "inde")]
    kort = orakel.udbud_pr_omraade(niveau, struktur, datasaet)
    for enhed, kolonne in ENHEDER.items():
        ventet = kort[kolonne].sum() if not omraade else kort.loc[omraade, kolonne]
        assert lod.loc[lod["enhed"] == enhed, "antal"].sum() == (0 if ventet != ventet else ventet)


# Only regions differ between the structures.
INDDELINGER = [("land", "2007"), ("region", "2007"), ("region", "2027"), ("sundhedsraad", "2007"), ("kommune", "2027")]


@pytest.mark.parametrize(
    ("niveau", "struktur", "datasaet"),
    [(*sted, datasaet) for nr, sted in enumerate(some(INDDELINGER, 4)) for datasaet in some(DATASAET, 1, nr)],
)
def test_areas_and_what_is_not_placed_make_the_country(data, datasaet, niveau, struktur):
    hele = udbud.rounds(datasaet, niveau, struktur, data=data)
    placeret = set()
    for omraade in orakel.omraader(niveau, struktur):
        runder = udbud.rounds(datasaet, niveau, struktur, omraade, data=data)
        inde = set(runder.loc[runder["plads"] == "inde", "udbud_id"])
        assert not inde & placeret
        placeret |= inde
    ikke = {
        post["udbud_id"]
        for post in laes(f"{datasaet}/udbud")
        if orakel.placering(orakel.kendt_for(post["kommunekode"], post["region"]), niveau, struktur) == orakel.IKKE
    }
    assert placeret | ikke == set(hele["udbud_id"])
    assert not placeret & ikke


def test_what_is_known_for_a_region_may_lie_in_its_kommuner_but_is_not_counted_there(data):
    runder = udbud.rounds("offentlig", "kommune", "2007", "360", data=data).set_index("udbud_id")
    assert runder.loc["sj-2025-efteraar-region", "plads"] == "maaske"
    fyn = udbud.rounds("offentlig", "kommune", "2007", "461", data=data)
    assert "sj-2025-efteraar-region" not in set(fyn["udbud_id"])


@pytest.mark.parametrize("datasaet", DATASAET)
def test_units_with_a_doctor_are_those_the_source_says_went_to_one(data, datasaet):
    runder = udbud.rounds(datasaet, "land", "2007", data=data).set_index("udbud_id")
    for post in laes(f"{datasaet}/udbud"):
        ventet = int(post["antal_tildelt"]) if post["status"] in BESAT else 0
        assert runder.loc[post["udbud_id"], "antal_laege"] == ventet


@pytest.mark.parametrize("datasaet", DATASAET)
def test_days_are_counted_from_the_first_offer_of_the_lot_and_only_between_exact_days(data, datasaet):
    poster = {post["udbud_id"]: post for post in laes(f"{datasaet}/udbud")}
    laege = {}
    for post in laes(f"{datasaet}/udbud_haendelse"):
        if post["status"] in BESAT:
            laege.setdefault(post["udbud_id"], post["dato"] or "")
    runder = udbud.rounds(datasaet, "land", "2007", data=data)
    kendte = 0
    for post in runder.itertuples():
        foerste = poster[orakel.kaeder(datasaet)[post.udbud_id][0]]["opslag_dato"] or ""
        if len(foerste) == 10 and len(laege.get(post.udbud_id, "")) == 10:
            kendte += 1
            assert post.dage == (date.fromisoformat(laege[post.udbud_id]) - date.fromisoformat(foerste)).days
        else:
            assert pd.isna(post.dage)
    assert bool(kendte) == (datasaet == "eksempel")


def test_vollsmose_is_one_log_of_three_rounds(data):
    log = udbud.event_log("offentlig", "syd-2018-vollsmose", data=data)
    kaede = ("syd-2018-vollsmose", "syd-2019-05-vollsmose", "syd-2020-vollsmose")
    ventet = [
        (post["status"], post["dato"])
        for udbud_id in kaede
        for post in laes("offentlig/udbud_haendelse")
        if post["udbud_id"] == udbud_id
    ]
    assert [(en.status, en.dato if isinstance(en.dato, str) else None) for en in log.itertuples()] == ventet
    assert log["runde"].tolist() == [1, 1, 1, 2, 2, 3, 3, 3]


@pytest.mark.parametrize("datasaet", DATASAET)
def test_every_event_of_every_lot_is_in_exactly_one_log(data, datasaet):
    roedder = {rod for rod, _ in orakel.kaeder(datasaet).values()}
    antal = {rod: 0 for rod in roedder}
    for post in laes(f"{datasaet}/udbud_haendelse"):
        antal[orakel.kaeder(datasaet)[post["udbud_id"]][0]] += 1
    udvalg = sorted(roedder)[:: 1 if datasaet == "offentlig" else 25]
    for rod in udvalg:
        assert len(udbud.event_log(datasaet, rod, data=data)) == antal[rod]


@pytest.mark.parametrize("datasaet", DATASAET)
@pytest.mark.parametrize("periode", [(None, None), (2018, 2022)])
def test_clinics_of_a_region_in_both_structures(data, datasaet, periode):
    sjaelland = klinikker.clinics(datasaet, "region", "2007", "1085", *periode, data=data)
    hovedstaden = klinikker.clinics(datasaet, "region", "2007", "1084", *periode, data=data)
    oest = klinikker.clinics(datasaet, "region", "2027", "oestdanmark", *periode, data=data)
    assert set(oest["klinik_id"]) == set(sjaelland["klinik_id"]) | set(hovedstaden["klinik_id"])
    ventet = set()
    for post in laes(f"{datasaet}/klinik"):
        fra, til = orakel.foerste_dag(post["fra_dato"]), orakel.foerste_dag(post["til_dato"])
        if periode[0] and til and til < f"{periode[0]}-01-01" or periode[1] and fra and fra > f"{periode[1]}-12-31":
            continue
        if post["region"] in ("Region Sjælland", "Region Hovedstaden"):
            ventet.add(post["klinik_id"])
    assert set(oest["klinik_id"]) == ventet
