"""Rates have the population of their year, official layers are known for every area, and nothing of today is worked out
from a projection."""

import re
import shutil
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from data.build import build
from data.grupper import group_code
from queries.database import Database
from tests.dag import I_DAG
from tests.queries import orakel
from tests.queries.orakel import NIVEAUER, laes
from tests.queries.test_omraadetal import DAGE, DATASAET, RESTER, STRUKTURER, assert_same, places, texts
from tests.sweep import part, some

SQL = Path(queries.__file__).parent
# What a rate counts, how many inhabitants it is of, and how it is asked for.
RATER = {
    "ydernumre_pr_100000": ("udbud", "ydernumre", 100_000),
    "kapaciteter_pr_100000": ("udbud", "kapaciteter", 100_000),
    "ubesat_pr_100000": ("hu_forloeb", "ubesat", 100_000),
    "kr_pr_indbygger": ("pulje", "beloeb_kr", 1),
}
SPOERG = {
    "udbud": queries.udbud_pr_omraade,
    "hu_forloeb": queries.hu_pr_omraade,
    "pulje": queries.pulje_pr_omraade,
}
FEM_RAAD = [post["sundhedsraad_id"] for post in laes("geografi/sundhedsraad")]
# The kommuner of Region Sjælland, which after the reform are a part of Region Østdanmark.
SJAELLANDS_DEL = group_code("Region Sjællands del af Østdanmark", sorted(orakel.region_ved_navn()["Region Sjælland"]))
STEDER = places((*NIVEAUER, SJAELLANDS_DEL))
AAR = st.one_of(st.none(), st.integers(2010, 2030), DAGE.map(str))


def newest_count(register: str, datasaet: str, fra, til) -> str | None:
    """The day of the newest count in the years of the period; without an end, of the years the register speaks of."""
    foerste = orakel.foerste_dag(fra)[:4] if fra else "0000"
    sidste = orakel.sidste_dag(til)[:4] if til else orakel.register_aar(datasaet, register)[1]
    return max((dato for _, dato in orakel.talt() if foerste <= dato[:4] <= sidste), default=None)


@pytest.mark.parametrize("rate", RATER)
@settings(max_examples=part(25), deadline=None)
@given(
    sted=st.one_of(
        st.sampled_from(STEDER),
        st.lists(st.sampled_from(FEM_RAAD), min_size=2, max_size=9, unique=True).map(
            lambda raad: (group_code("Egen", raad), "2027")
        ),
    ),
    datasaet=st.sampled_from(DATASAET),
    fra=AAR,
    til=AAR,
)
def test_a_rate_has_the_population_of_its_year_or_is_no_rate(data, rate, sted, datasaet, fra, til):
    niveau, struktur = sted
    register, antal, pr = RATER[rate]
    ramme = SPOERG[register](niveau, struktur, datasaet, fra=fra, til=til, data=data).set_index("omraade_id")
    dato = newest_count(register, datasaet, fra, til)
    for omraade, kommuner in orakel.omraader(niveau, struktur).items():
        post = ramme.loc[omraade]
        if dato is None:
            assert pd.isna(post["indbyggere"]) and pd.isna(post[rate]), omraade
            continue
        folk = sum(int(orakel.talt()[kode, dato]["indbyggere"]) for kode in kommuner)
        assert post["indbyggere"] == folk and f"{post['folketal_dato']:%Y-%m-%d}" == dato
        if not pd.isna(post[rate]):
            taeller = 0 if pd.isna(post[antal]) else post[antal]
            assert post[rate] == pytest.approx(pr * taeller / folk)


def test_each_year_by_itself_is_divided_by_its_own_population(data):
    for register, rate in (("udbud", "ydernumre_pr_100000"), ("hu_forloeb", "ubesat_pr_100000")):
        serie = queries.figures_by_year(register, rate, "land", "2007", "eksempel", range(2014, 2029), data)
        kendt = serie[serie["omraade_id"] == "land"].set_index("aar")
        for aar, post in kendt.iterrows():
            folk = sum(int(en["indbyggere"]) for (_, dato), en in orakel.talt().items() if dato == f"{aar}-01-01")
            assert pd.isna(post["indbyggere"]) if not folk else post["indbyggere"] == folk, aar


def test_money_of_a_pool_is_divided_by_the_population_of_its_own_years(data):
    for datasaet in DATASAET:
        for pulje in {post["pulje_id"] for post in laes(f"{datasaet}/puljeprojekt")}:
            sidste = max(en["aar_fra"] for en in laes(f"{datasaet}/puljeprojekt") if en["pulje_id"] == pulje)
            svar = queries.pulje_pr_omraade("land", "2007", datasaet, pulje, data=data).iloc[0]
            kendte = [en for _, en in orakel.talt() if en[:4] <= sidste]
            if not kendte:
                assert pd.isna(svar["kr_pr_indbygger"])
            else:
                assert f"{svar['folketal_dato']:%Y-%m-%d}" == max(kendte), pulje


@pytest.mark.parametrize(("niveau", "struktur"), STEDER)
def test_official_layers_equal_the_recomputation_and_are_known_for_every_area(data, niveau, struktur):
    for navn in ("fremskrivning", "laegekontakt"):
        svar = getattr(queries, f"{navn}_pr_omraade")(niveau, struktur, data=data)
        facit = getattr(orakel, f"{navn}_pr_omraade")(niveau, struktur)
        assert_same(svar, facit, niveau, struktur)
        hentes = ["dato", "laegekontakter_pr_indbygger"]  # contacts are there when a command has fetched them
        assert svar.drop(columns=hentes, errors="ignore").notna().all().all(), (navn, niveau)
        if navn == "laegekontakt":
            assert texts(svar["dato"]) == texts(facit["dato"])
    svar = queries.befolkning_pr_omraade(niveau, struktur, data=data)
    assert_same(svar, orakel.befolkning_pr_omraade(niveau, struktur), niveau, struktur)
    assert svar.notna().all().all() and len(svar) == len(orakel.omraader(niveau, struktur))


@pytest.mark.parametrize(
    ("fra", "til"), some([(2016, 2016), (2025, 2025), (2026, 2026), (2017, 2024), (None, 2015)], 3)
)
def test_shares_of_a_period_equal_the_recomputation(data, fra, til):
    for niveau, struktur in some(STEDER, 3, fra or 0):
        svar = queries.laegekontakt_pr_omraade(niveau, struktur, fra, til, data=data)
        assert_same(svar, orakel.laegekontakt_pr_omraade(niveau, struktur, fra, til), niveau, struktur)


# Published by Statistics Denmark (FOLK1A, FRKM126) of all Denmark, with Christiansø, which is no kommune: inhabitants
# on 1 January 2016 and 2026; the projection has no Christiansø, and each of its cells is rounded by itself.
LANDET = {"2016": 5_707_251, "2026": 6_025_603}
LANDETS_80PLUS_2026 = 360_636
FREMSKREVET = {"2030": 6_075_410, "2035": 6_166_561, "2040": 6_231_908}
PAA_CHRISTIANSOE, AFRUNDING = 100, 15


@pytest.mark.parametrize("niveau", NIVEAUER)
def test_population_adds_up_to_what_is_published(data, niveau):
    for struktur in STRUKTURER:
        for aar, i_alt in LANDET.items():
            svar = queries.befolkning_pr_omraade(niveau, struktur, aar, aar, data=data)
            assert 0 < i_alt - svar["indbyggere"].sum() < PAA_CHRISTIANSOE, aar
        assert svar["indbyggere_80plus"].sum() == LANDETS_80PLUS_2026 - 4
        ventet = queries.fremskrivning_pr_omraade(niveau, struktur, data=data)["ventede_80plus"]
        assert ventet.sum() == 498_958


def test_the_projection_adds_up_to_what_is_published(data):
    land = queries.projection_by_year("land", "land", data).set_index("aar")
    for aar, i_alt in FREMSKREVET.items():
        assert abs(land.loc[int(aar), "indbyggere"] - i_alt) <= AFRUNDING
    assert land.index[~land["er_ventet"]].tolist() == list(range(2016, 2027))
    for omraade in ("1085", "oestdanmark"):
        egne = queries.projection_by_year("region", omraade, data).set_index("aar")
        kommuner = orakel.omraader("region", "2007" if omraade.isdigit() else "2027")[omraade]
        for kilde, aar in (("folketal", "2020"), ("fremskrivning", "2035")):
            poster = [en for en in laes(f"geografi/{kilde}") if en["dato"][:4] == aar and en["kommunekode"] in kommuner]
            assert egne.loc[int(aar), "indbyggere_80plus"] == orakel.lagt_sammen(poster, "indbyggere_80plus")


def test_no_query_of_today_reads_the_projection():
    laeser = {
        fil.stem for fil in SQL.glob("*.sql") if re.search(r"\b(FROM|JOIN) fremskrivning\b", fil.read_text("utf-8"))
    }
    dens_egne = {"fremskrivning_pr_omraade", "fremskrivning_aar", "fremskrivning_graenser", "belaeg_fremskrivning"}
    dens_egne |= {"behov"}  # year by year, and what is expected marked: tests/queries/test_behov.py
    assert laeser == dens_egne | {"hentninger"}, "which year the projection there sets out from, for Data og kilder"
    afledt = "".join((SQL.parent / "data" / fil).read_text("utf-8") for fil in ("afledt.sql", "afledt_registre.sql"))
    assert "fremskrivning" not in afledt


def test_no_figure_of_today_changes_with_the_projection(data, tmp_path):
    """Half as many expected inhabitants, and every figure by area is what it was."""
    kilder = tmp_path / "kilder"
    for navn in ("katalog", "geografi", *DATASAET):
        shutil.copytree(orakel.DATA / navn, kilder / navn)
    fil = kilder / "geografi" / "fremskrivning.csv"
    ramme = pd.read_csv(fil, dtype={"kommunekode": str})
    aldre = ["indbyggere_65_79", "indbyggere_80plus"]
    ramme.assign(**{en: ramme[en] // 2 for en in aldre}).to_csv(fil, index=False)
    andre = Database(build(tmp_path / "a.duckdb", kilder).fil).snapshot()
    for niveau in ("region", "kommune"):
        for datasaet in DATASAET:
            for spoerg in SPOERG.values():
                assert spoerg(niveau, "2027", datasaet, data=andre).equals(spoerg(niveau, "2027", datasaet, data=data))
            klinik = partial(queries.klinik_pr_omraade, niveau, "2027", datasaet, dag=I_DAG)
            assert klinik(data=andre).equals(klinik(data=data))
        for spoerg in (queries.befolkning_pr_omraade, queries.laegekontakt_pr_omraade):
            assert spoerg(niveau, "2027", data=andre).equals(spoerg(niveau, "2027", data=data))
        foer, nu = (queries.fremskrivning_pr_omraade(niveau, "2027", data=en)["ventede_80plus"] for en in (data, andre))
        assert (nu < 0.51 * foer).all()


def test_a_rest_has_no_population(data):
    ramme = queries.udbud_pr_omraade("kommune", "2007", "eksempel", data=data).set_index("omraade_id")
    assert ramme.loc[RESTER, "indbyggere"].isna().all()
