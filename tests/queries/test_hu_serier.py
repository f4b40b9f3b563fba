"""HU-forløb by year, round and source: equal to a second working out from the CSV files and to control numbers."""

from collections import defaultdict

import pandas as pd
import pytest

import queries
from queries import hu_serier
from tests.queries import orakel
from tests.queries.orakel import DATA, HU, IKKE

DATASAET = ("offentlig", "eksempel")
STEDER = [(niveau, struktur) for niveau in orakel.NIVEAUER for struktur in ("2007", "2027")] + [("delregion", "2007")]


def csv(datasaet: str) -> pd.DataFrame:
    ramme = pd.read_csv(DATA / datasaet / "hu_forloeb.csv", dtype=str, keep_default_na=False)
    ramme["ubesat"] = [
        p.ubesat or (str(int(p.opslaaet) - int(p.besat)) if p.opslaaet and p.besat else "") for p in ramme.itertuples()
    ]
    return ramme


def oracle_years(niveau: str, struktur: str, datasaet: str) -> dict[tuple, int]:
    """(area, year, forecast, measure) -> posts: own row, else the finer rows of one kind, whichever knows most."""
    hele: dict[tuple, int] = {}
    runder: dict[tuple, int] = defaultdict(int)
    for post in csv(datasaet).query("foretrukken == '1'").itertuples():
        for maal in HU:
            if antal := getattr(post, maal):
                noegle = (post.omraade_type, post.omraade, int(post.aar), post.er_prognose == "1", maal)
                if post.runde:
                    runder[noegle] += int(antal)
                else:
                    hele[noegle] = int(antal)
    helt_aar = {(art, navn, aar, maal) for art, navn, aar, _, maal in hele}
    kendt = hele | {n: v for n, v in runder.items() if (n[0], n[1], n[2], n[4]) not in helt_aar}
    efter_art: dict[tuple, int] = defaultdict(int)
    for (art, navn, aar, prognose, maal), antal in kendt.items():
        sted = orakel.hu_sted(art, navn, niveau, struktur)
        # what is known for a region is not known for a delregion whose kommuner nobody lists
        if sted != IKKE and not (
            niveau == "delregion" and art != "delregion" and not orakel.omraader(niveau, struktur)[sted]
        ):
            efter_art[art, sted, aar, prognose, maal] += antal
    ud: dict[tuple, int] = {}
    for (_, sted, aar, prognose, maal), antal in efter_art.items():
        ud[sted, aar, prognose, maal] = max(ud.get((sted, aar, prognose, maal), 0), antal)
    return ud


def as_dict(ramme: pd.DataFrame) -> dict[tuple, int]:
    lang = ramme.melt(["omraade_id", "aar", "er_prognose"], list(HU), "maal", "antal").dropna(subset="antal")
    return {(p.omraade_id, int(p.aar), bool(p.er_prognose), p.maal): int(p.antal) for p in lang.itertuples()}


@pytest.mark.parametrize("datasaet", DATASAET)
@pytest.mark.parametrize(("niveau", "struktur"), STEDER)
def test_every_area_and_year_equals_the_oracle(niveau, struktur, datasaet, data):
    figurer = as_dict(hu_serier.hu_by_year(niveau, struktur, datasaet, data))
    ventet = oracle_years(niveau, struktur, datasaet)
    assert {n: v for n, v in figurer.items() if n[0] != IKKE} == ventet
    assert ventet or niveau in ("kommune", "sundhedsraad", "delregion")


@pytest.mark.parametrize("datasaet", DATASAET)
@pytest.mark.parametrize(("niveau", "struktur"), [sted for sted in STEDER if sted[0] != "land"])
def test_areas_and_not_placed_add_up_to_the_country(niveau, struktur, datasaet, data):
    ramme = hu_serier.hu_by_year(niveau, struktur, datasaet, data)
    sum_ = ramme.groupby(["aar", "er_prognose"])[list(HU)].sum(min_count=1)
    land = hu_serier.hu_by_year("land", struktur, datasaet, data)
    land = land[land["omraade_id"] == "land"].set_index(["aar", "er_prognose"])[list(HU)]
    pd.testing.assert_frame_equal(sum_.loc[land.index].astype("Int64"), land.astype("Int64"))
    assert (ramme.loc[ramme["omraade_id"] == IKKE, list(HU)].fillna(0) >= 0).all().all()


@pytest.mark.parametrize("datasaet", DATASAET)
@pytest.mark.parametrize(("niveau", "struktur"), [sted for sted in STEDER if sted[0] != "delregion"])
def test_years_agree_with_the_totals_of_the_maps(niveau, struktur, datasaet, data):
    ramme = hu_serier.hu_by_year(niveau, struktur, datasaet, data)
    egne = ramme[~ramme["er_prognose"]].groupby("omraade_id")[list(HU)].sum(min_count=1)
    kort = queries.hu_pr_omraade(niveau, struktur, datasaet, prognoser=False, data=data).set_index("omraade_id")
    kort = kort.loc[[en for en in kort.index if en != "flere_omraader" and en != IKKE], list(HU)]
    pd.testing.assert_frame_equal(egne.reindex(kort.index).astype("Int64"), kort.astype("Int64"), check_names=False)


def test_published_control_numbers(data):
    land = hu_serier.hu_by_year("land", "2007", "offentlig", data).query("omraade_id == 'land' and not er_prognose")
    sst = land[land["aar"].between(2011, 2018)]
    assert sst[["dimensioneret", "opslaaet", "besat"]].sum().tolist() == [1999, 2012, 1739]
    post = land.set_index("aar").loc[2018]
    assert (post["besat"], post["dimensioneret"], post["opslaaet"]) == (209, 259, 286)
    assert pd.isna(land.set_index("aar").loc[2019, "opslaaet"])
    eksempel = hu_serier.hu_by_year("region", "2007", "eksempel", data).query("aar == 2023").set_index("navn")
    assert eksempel[["opslaaet", "besat"]].sum().tolist() == [350, 280]
    for region in ("Region Hovedstaden", "Region Midtjylland"):
        assert eksempel.loc[region, "besat"] == eksempel.loc[region, "opslaaet"]


def test_delregion_without_listed_kommuner_has_no_figures_of_its_region(data):
    """Region Sjælland, syd og vest is only named by its source: the region's posts are not its posts."""
    assert (
        "sjaelland-syd-og-vest"
        in queries.hu_pr_omraade("delregion", "2007", "eksempel", data=data)["omraade_id"].tolist()
    )
    assert (
        "sjaelland-syd-og-vest"
        not in hu_serier.hu_by_year("delregion", "2007", "eksempel", data)["omraade_id"].tolist()
    )
    runder = hu_serier.hu_by_round("delregion", "2007", "eksempel", data)
    assert runder.loc[runder["omraade_id"] == "sjaelland-syd-og-vest", "opslaaet"].isna().all()


@pytest.mark.parametrize(("niveau", "struktur"), [("sundhedsraad", "2007"), ("region", "2007"), ("region", "2027")])
def test_rounds_equal_the_rows_of_the_file(niveau, struktur, data):
    runder = hu_serier.hu_by_round(niveau, struktur, "eksempel", data)
    land = csv("eksempel").query("omraade_type == 'land' and foretrukken == '1'")
    ventet = land.astype({"aar": int, "runde": int, "ubesat": int}).set_index(["aar", "runde"])["ubesat"].sort_index()
    sum_ = runder.groupby(["aar", "runde"])["ubesat"].sum()
    assert sum_.tolist() == ventet.tolist() and len(sum_) == 20
    navn, opslag = (
        ("Sundhedsråd Sønderjylland", "sundhedsraad") if niveau == "sundhedsraad" else ("Region Syddanmark", "region")
    )
    egne = csv("eksempel").query("omraade_type == @opslag and omraade == @navn").astype({"aar": int, "runde": int})
    vist = runder[runder["navn"] == navn]
    assert vist["ubesat"].tolist() == egne.sort_values(["aar", "runde"])["ubesat"].astype(int).tolist()
    assert set(runder.loc[runder["er_prognose"], "aar"]) == {2026} and set(
        runder.loc[runder["er_prognose"], "runde"]
    ) == {4}


def test_public_sources_tell_of_no_round(data):
    assert hu_serier.hu_by_round("region", "2007", "offentlig", data).empty
    assert (csv("offentlig")["runde"] == "").all()


def test_disagreements_stand_with_the_preferred_first(data):
    ramme = hu_serier.hu_disagreements("offentlig", data)
    i_2018 = ramme[ramme["aar"] == 2018]
    assert i_2018[["opslaaet", "besat", "foretrukken"]].values.tolist() == [[286, 209, True], [288, 212, False]]
    i_2019 = ramme[ramme["aar"] == 2019]
    assert i_2019["foretrukken"].tolist() == [True, False, False] and i_2019["besat"].iloc[0] == 256
    assert len(hu_serier.hu_disagreements("eksempel", data)) == 6


def test_stated_rates_and_statements_are_those_of_the_file(data):
    fil = csv("offentlig")
    procenter = hu_serier.hu_stated_rates("offentlig", data)
    assert len(procenter) == (fil["besaettelsesgrad_pct"] != "").sum() == 5
    felter = [*HU, "besaettelsesgrad_pct", "ekstra_forloeb"]
    udsagn = hu_serier.hu_statements("offentlig", data)
    assert set(udsagn["navn"]) == set(fil.loc[(fil[felter] == "").all(axis=1), "omraade"])
    assert len(udsagn) == 7


def test_extra_posts_count_an_amount_once_however_many_tell_it(data):
    land = hu_serier.hu_extra_posts("offentlig", data).query("kendt_niveau == 'land'")
    brugt = land[~land["afviger"]].groupby("aar")["antal"].apply(sorted).to_dict()
    assert brugt == {2019: [30], 2020: [30, 50], 2021: [50]} | {aar: [50] for aar in range(2026, 2031)}
    afviger = land[land["afviger"]]
    assert afviger[["aar", "antal", "kilder"]].values.tolist() == [[2019, 60, "fyens-2019-01-regeringen-uddanne"]]
    assert land["er_prognose"].all()
    delt = hu_serier.hu_extra_posts("offentlig", data).query("kendt_niveau == 'videreuddannelsesregion'")
    assert dict(zip(delt["kort_navn"], delt["antal"])) == {"Øst": 23, "Syd": 11, "Nord": 16}


@pytest.mark.parametrize(
    ("datasaet", "niveau", "ventet"),
    [
        ("offentlig", "land", set(range(2011, 2019))),
        ("offentlig", "region", set()),
        ("eksempel", "region", {2022, 2026}),
    ],
)
def test_complete_years(datasaet, niveau, ventet, data):
    aar = [2022, 2026] if datasaet == "eksempel" else list(range(2011, 2024))
    assert hu_serier.hu_complete_years(datasaet, niveau, aar, data) == ventet


@pytest.mark.parametrize("datasaet", DATASAET)
def test_a_sum_of_parts_that_are_not_the_whole_says_so(datasaet, data):
    """Told apart by the kommuner of the rows, straight from the CSV: an own row, or all regions, is whole."""
    alle = pd.read_csv(DATA / datasaet / "hu_forloeb.csv").query("foretrukken == 1 and er_prognose == 0")
    landsaar = set(alle.query("omraade_type == 'land' and besat.notna()")["aar"])
    land = hu_serier.hu_by_year("land", "2007", datasaet, data).query("omraade_id == 'land' and not er_prognose")
    egen = land[land["besat"].notna() & land["aar"].isin(landsaar)]
    assert len(egen) and not egen["kun_dele"].any()
    regioner = alle.query("omraade_type == 'region' and besat.notna()").groupby("aar")["omraade"].nunique()
    for post in land[land["besat"].notna() & ~land["aar"].isin(landsaar)].itertuples():
        assert post.kun_dele == (regioner.get(post.aar, 0) < 5), post.aar
