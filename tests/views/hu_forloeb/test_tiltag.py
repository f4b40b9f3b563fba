"""Recruitment measures against the CSV files: which are about an area, when they ran, and what stands beside them."""

from datetime import date

import pytest

from queries import tiltag as spoergsmaal
from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import laes
from tests.views.figurer import series
from views.faelles.filtre import Filters
from views.figur.model import PROGNOSE, Soejler
from views.hu_forloeb import tiltag
from views.hu_forloeb.tal import years

STEDER = (
    {},
    {"niveau": "region", "struktur": "2007", "omraade": "1085"},
    {"niveau": "region", "struktur": "2027", "omraade": "oestdanmark"},
    {"niveau": "sundhedsraad", "struktur": "2027", "omraade": "fyn"},
    {"niveau": "videreuddannelsesregion", "omraade": "nord"},
)


def kommuner(post: dict) -> frozenset[str]:
    """What a measure is for."""
    match post["omraade_type"]:
        case "land":
            return orakel.omraader("land", "2007")["land"]
        case "region":
            return orakel.region_ved_navn()[post["omraade"]]
        case "kommune":
            return frozenset([post["kommunekode"]])
    felt = "kort_navn" if post["omraade_type"] == "videreuddannelsesregion" else "navn"
    raekker = laes(f"geografi/{post['omraade_type']}")
    kode = next(en[f"{post['omraade_type']}_id"] for en in raekker if en[felt] == post["omraade"])
    return orakel.omraader(post["omraade_type"], "2007")[kode]


def about(filters: Filters) -> dict[str, bool]:
    """tiltag_id -> is it for all of the area?"""
    land = orakel.omraader("land", "2007")["land"]
    her = orakel.omraader(filters.niveau, filters.struktur)[filters.omraade] if filters.omraade else land
    ud = {}
    for post in laes(f"{filters.datasaet}/tiltag"):
        gaelder = kommuner(post)
        if gaelder <= her or her <= gaelder:
            ud[post["tiltag_id"]] = her <= gaelder
    return ud


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
@pytest.mark.parametrize("sted", STEDER, ids=str)
def test_the_measures_of_an_area_are_those_of_the_files(data, datasaet, sted):
    filters = Filters(datasaet=datasaet, dag=I_DAG, **sted)
    alle = spoergsmaal.measures(datasaet, filters.niveau, filters.struktur, filters.omraade, data=data)
    assert dict(zip(alle["tiltag_id"], alle["gaelder_hele"], strict=True)) == about(filters)
    view = tiltag.measures_view(filters, data)
    ventet = {
        (post["titel"], post["omraade"], post["fra_dato"], post["til_dato"] or "")
        for post in laes(f"{datasaet}/tiltag")
        if post["tiltag_id"] in about(filters)
    }
    vist = view.table.fillna({"Til": ""})
    assert set(vist[["Tiltag", "Gælder", "Fra", "Til"]].itertuples(index=False, name=None)) == ventet


def test_a_period_holds_what_reaches_into_it(data):
    sted = {"niveau": "region", "struktur": "2007", "omraade": "1085"}
    for fra, til in ((2022, 2022), (2024, 2025), (2026, 2027)):
        alle = spoergsmaal.measures("eksempel", *sted.values(), fra, til, data=data)
        ventet = {
            post["tiltag_id"]
            for post in laes("eksempel/tiltag")
            if post["tiltag_id"] in about(Filters(datasaet="eksempel", **sted))
            and int(post["fra_dato"][:4]) <= til
            and int((post["til_dato"] or "9999")[:4]) >= fra
        }
        assert set(alle["tiltag_id"]) == ventet


def test_a_bar_goes_from_the_first_day_to_the_last_and_is_hatched_without_one(data):
    filters = Filters(datasaet="eksempel", niveau="region", omraade="1085", dag=I_DAG)
    view = tiltag.measures_view(filters, data)
    tidslinje = [serie for serie in series(view, Soejler) if serie.liggende]
    fundet = {
        (begynder, dage, serie.skraveret == PROGNOSE)
        for serie in tidslinje
        for begynder, dage in zip(serie.begynder, serie.vaerdier, strict=True)
    }
    # "2022-08" to "2025-07": from the first day of the one to the last of the other
    assert ("2022-08-01", (date(2025, 7, 31) - date(2022, 8, 1)).days + 1, False) in fundet
    aabne = [post for post in laes("eksempel/tiltag") if post["tiltag_id"] in about(filters) and not post["til_dato"]]
    assert sum(en for *_, en in fundet) == len(aabne) > 0


def test_the_filled_posts_are_those_of_the_same_area(data):
    filters = Filters(datasaet="eksempel", niveau="region", omraade="1085", dag=I_DAG)
    view = tiltag.measures_view(filters, data)
    drawn = {
        int(aar): antal
        for serie in series(view, Soejler)
        if not serie.liggende
        for aar, antal in zip(serie.steder, serie.vaerdier, strict=True)
    }
    kendte = years(filters, "1085", data)
    kendte = kendte[~kendte["er_prognose"]]
    assert drawn == dict(zip(kendte["aar"].astype(int), kendte["besat"].astype(int), strict=True))
    assert tiltag.IKKE_AARSAG in view.note


def test_two_areas_stand_side_by_side_on_the_same_axis(data):
    view = tiltag.pair_view(Filters(datasaet="eksempel", dag=I_DAG), data)
    assert "Region Sjælland" in view.title and "Region Hovedstaden" in view.title
    assert set(view.table["For"]) == {"Region Sjælland", "Region Hovedstaden"}
    faelles = {rude.y.faelles for rude in view.figure.ruder if hasattr(rude.y, "faelles")}
    assert faelles == {"besat"} and len(view.figure.ruder) == 4
    valgt = Filters(datasaet="eksempel", omraade="fyn", sammenlign="soenderjylland", dag=I_DAG)
    assert [en.omraade for en in tiltag.chosen_pair(valgt)] == ["fyn", "soenderjylland"]


def test_nothing_known_is_said_and_is_not_none(data):
    view = tiltag.measures_view(Filters(fra=2012, til=2014, dag=I_DAG), data)
    assert view.figure is None and view.table.empty and not view.sources
    assert "Det betyder ikke, at der ingen er" in view.note
