"""Corrections by area, worked out a second time from the versions' own files: places, sums, areas, groups, moves."""

import random
import shutil
from datetime import date
from functools import cache

import pandas as pd
import pytest

from data.grupper import group_code
from data.pegepind import read_pointer
from data.registre import ARK
from data.versioner import folder
from queries.rettelser import corrections_since
from tests.data.egne_versioner import sources, switch_to, write_version
from tests.queries.orakel import FLERE, IKKE, kendt_for, laes, omraader, placering, region_ved_navn
from tests.queries.test_omraadetal import places

DAG = date(2025, 11, 1)
FOER, EFTER = "2025-10-01T10:00:00+02:00", "2026-05-01T10:00:00+02:00"
GRUPPER = [
    group_code("Vestsjælland og Lolland", ["326", "330", "340", "360"]),
    group_code("Syd og Fyn", ["fyn", "soenderjylland"]),
]
NIVEAUER = ["land", "videreuddannelsesregion", "region", "sundhedsraad", "kommune", *GRUPPER]
NOEGLER = {
    "udbud": ["udbud_id"],
    "udbud_haendelse": ["udbud_id", "raekkefoelge"],
    "klinik": ["klinik_id"],
    "puljeprojekt": ["projekt_id"],
    "pulje": ["pulje_id"],
    "hu_forloeb": ["omraade_type", "omraade", "aar", "runde", "kilde_id"],
    "tiltag": ["tiltag_id"],
    "laegestand": ["omraade_type", "omraade", "dato", "ansaettelse", "aldersgruppe"],
    "udbudsplan": ["plan_id"],
    "hu_faerdige": ["videreuddannelsesregion", "aar"],
    "maaltal": ["maalsaet_id", "omraade_type", "omraade", "maal", "gyldig_fra", "kilde_id"],
    "noegletal": ["omraade_type", "omraade", "noegletal", "dato", "kilde_id"],
    "kilde": ["kilde_id"],
}
KOMMUNER = [post["kommunekode"] for post in laes("geografi/kommune")]


def made(rettet: bool) -> dict[str, list[dict[str, str]]]:
    """Every table, a row for each place of each kind; with `rettet` every second is corrected, moved or gone."""
    slump = random.Random(7)
    steder = [{"kommunekode": kode} for kode in KOMMUNER] + [{"region": navn} for navn in region_ved_navn()] + [{}]
    ud: dict[str, list[dict[str, str]]] = {tabel: [] for tabel in NOEGLER}

    def add(tabel: str, raekke: dict[str, str], **aendret: str) -> None:
        valg = slump.random()  # the same choices in both versions
        flyttet = {"kommunekode": slump.choice(KOMMUNER)} if "kommunekode" in raekke and valg < 0.2 else {}
        if not rettet or valg > 0.6:
            ud[tabel].append(raekke)
        elif valg < 0.5:
            ud[tabel].append(raekke | aendret | flyttet)

    for nr, sted in enumerate(steder):
        add("udbud", {"udbud_id": f"u-{nr}", "antal": "1", "note": "gammel"} | sted, antal="2", note="")
        add("klinik", {"klinik_id": f"k-{nr}", "fra_dato": "2024", "fra_praecision": "aar"} | sted, fra_dato="2025-01")
        for led in "12":
            add("udbud_haendelse", {"udbud_id": f"u-{nr}", "raekkefoelge": led, "dato": ""}, dato="2025-03-01")
    for nr in range(60):
        koder = ";".join(slump.sample(KOMMUNER, 1 + nr % 4))
        add("puljeprojekt", {"projekt_id": f"p-{nr}", "titel": "x", "kommunekoder": koder}, titel="y")
    for post in [*laes("geografi/sundhedsraad"), *laes("geografi/delregion")]:
        art = "delregion" if "delregion_id" in post else "sundhedsraad"
        add("hu_forloeb", {"omraade_type": art, "omraade": post["navn"], "aar": "2025", "besat": "7"}, besat="8")
    for art, navn in [("land", "Danmark"), ("region", "Region Sjælland"), ("videreuddannelsesregion", "Øst")]:
        add("hu_forloeb", {"omraade_type": art, "omraade": navn, "aar": "2025", "besat": "7"}, besat="8")
    for nr, post in enumerate(laes("geografi/sundhedsraad")):
        tiltag = {"tiltag_id": f"t-{nr}", "omraade_type": "sundhedsraad", "omraade": post["navn"], "titel": "x"}
        add("tiltag", tiltag, titel="y")
    for kode in KOMMUNER[:9]:
        tiltag = {"tiltag_id": f"t-{kode}", "omraade_type": "kommune", "omraade": kode, "kommunekode": kode}
        add("tiltag", tiltag | {"titel": "x"}, titel="y")
    for nr, post in enumerate(laes("geografi/sundhedsraad")):
        add("udbudsplan", {"plan_id": f"s-{nr}", "sundhedsraad": post["navn"], "antal": "1"}, antal="2")
        add("laegestand", {"omraade_type": "sundhedsraad", "omraade": post["navn"], "laeger": "7"}, laeger="8")
    for nr, post in enumerate(laes("geografi/kommune")[:20]):
        add("udbudsplan", {"plan_id": f"k-{nr}", "kommunekode": post["kommunekode"], "antal": "1"}, antal="2")
        add("laegestand", {"omraade_type": "kommune", "omraade": post["navn"], "laeger": "7"}, laeger="8")
        maal = {"omraade_type": "kommune", "omraade": post["navn"], "kommunekode": post["kommunekode"]}
        add("maaltal", maal | {"vaerdi": "1"}, vaerdi="2")
        add("hu_faerdige", {"videreuddannelsesregion": "Øst", "aar": f"20{nr:02}", "faerdige": "7"}, faerdige="8")
    for kode in KOMMUNER:
        for art in ("kommune", "by"):
            add("noegletal", {"omraade_type": art, "omraade": kode, "kommunekode": kode, "vaerdi": "1"}, vaerdi="2")
    for art, region in [("landsdel", "Region Syddanmark"), ("planomraade", "Region Hovedstaden"), ("planomraade", "")]:
        add("noegletal", {"omraade_type": art, "omraade": f"x{region}", "region": region, "vaerdi": "1"}, vaerdi="2")
    for nr in range(9):
        add("kilde", {"kilde_id": f"x-{nr}", "titel": "x"}, titel="y")
        add("pulje", {"pulje_id": f"y-{nr}", "navn": "x"}, navn="y")
    # an event without its tender is refused by the schema
    findes = {post["udbud_id"] for post in ud["udbud"]}
    ud["udbud_haendelse"] = [post for post in ud["udbud_haendelse"] if post["udbud_id"] in findes]
    return ud


@pytest.fixture(scope="module")
def kilder(tmp_path_factory):
    mappe = sources(tmp_path_factory.mktemp("kilder"))
    write_version(mappe, made(False), FOER)
    write_version(mappe, made(True) | {"klinik": [*made(True)["klinik"], {"klinik_id": "ny"}]}, EFTER, "Bo")
    return mappe


# --------------------------------------------------------------------------------------- the same from the files


def read(kilder, nr: int) -> dict[str, dict[tuple, dict[str, str]]]:
    """A version's rows by key, without what follows from a date."""
    mappe = folder(kilder, [en.til for en in read_pointer(kilder).skift if en.til][nr])
    ud = {}
    for tabel, noegle in NOEGLER.items():
        ramme = pd.read_csv(mappe / f"{tabel}.csv", dtype=str, keep_default_na=False)
        ramme = ramme.drop(columns=[en for en in ramme if en.endswith("praecision") and en != "beloeb_praecision"])
        ud[tabel] = {tuple(post[en] for en in noegle): post for post in ramme.to_dict("records")}
    return ud


def known(tabel: str, post: dict[str, str], alle: dict) -> list[frozenset[str]]:
    """The kommuner of each area that a row names."""
    if tabel == "udbud_haendelse":
        post = alle["udbud"][(post["udbud_id"],)]
    art = post.get("omraade_type", "")
    if art == "sundhedsraad":
        (kode,) = [en["sundhedsraad_id"] for en in laes("geografi/sundhedsraad") if en["navn"] == post["omraade"]]
        return [omraader(art, "2007")[kode]]
    if art == "videreuddannelsesregion":
        return [omraader(art, "2007")["oest"]]
    if art == "delregion":
        (en,) = [en for en in laes("geografi/delregion") if en["navn"] == post["omraade"]]
        return [omraader(art, "2007")[en["delregion_id"]] or region_ved_navn()[en["region"]]]
    if art == "region":
        return [region_ved_navn()[post["omraade"]]]
    if art == "kommune" and not post.get("kommunekode"):
        (kode,) = [en["kommunekode"] for en in laes("geografi/kommune") if en["navn"] == post["omraade"]]
        return [frozenset([kode])]
    if post.get("sundhedsraad"):
        return known(tabel, {"omraade_type": "sundhedsraad", "omraade": post["sundhedsraad"]}, alle)
    if post.get("videreuddannelsesregion"):
        return [omraader("videreuddannelsesregion", "2007")["oest"]]
    if post.get("kommunekoder"):
        return [frozenset([kode]) for kode in post["kommunekoder"].split(";")]
    return [kendt_for(post.get("kommunekode"), post.get("region"))]


@cache
def expected(kilder) -> list[tuple[str, list[frozenset[str]], list[frozenset[str]]]]:
    """(table, what its row is known for now, what it was known for) of each correction."""
    gamle, nye = read(kilder, 0), read(kilder, 1)
    ud = []
    for tabel, raekker in gamle.items():
        for noegle, foer in raekker.items():
            efter = nye[tabel].get(noegle)
            var = known(tabel, foer, gamle)
            antal = sum(foer[en] != efter[en] for en in foer) if efter else 1
            ud += [(tabel, known(tabel, efter, nye) if efter else var, var)] * antal
    return ud


def stands(kendt: list[frozenset[str]], niveau: str, struktur: str) -> set[str]:
    return {placering(en, niveau, struktur) for en in kendt} - {IKKE}


def area_of(kendt: list[frozenset[str]], niveau: str, struktur: str) -> str:
    steder = stands(kendt, niveau, struktur)
    return FLERE if len(steder) > 1 else next(iter(steder), IKKE)


@pytest.mark.parametrize(("niveau", "struktur"), places(NIVEAUER))
def test_the_areas_and_the_two_rests_make_the_country_at_every_level(kilder, data, niveau, struktur):
    rettet = corrections_since(DAG, niveau, struktur, "", data, kilder)
    facit = pd.Series([area_of(nu, niveau, struktur) for _, nu, _ in expected(kilder)]).value_counts()
    assert rettet.er_kendt and rettet.her["omraade_id"].value_counts().to_dict() == facit.to_dict()
    assert len(rettet.her) == len(rettet.raekker) == facit.sum() > 300
    assert set(facit.index) <= {*omraader(niveau, struktur), IKKE, FLERE}
    # where nothing is placed for sure, it stands as such: sources and pools at every level but the country
    uden_sted = rettet.her[rettet.her["ark"].isin(["Kilder", "Puljer"])]
    assert len(uden_sted) > 0 and set(uden_sted["omraade_id"]) == {"land" if niveau == "land" else IKKE}


@pytest.mark.parametrize(("niveau", "struktur"), places(NIVEAUER))
def test_an_area_has_the_corrections_that_stand_in_it_and_tells_of_those_moved_away(kilder, data, niveau, struktur):
    alle = [(stands(nu, niveau, struktur), stands(foer, niveau, struktur)) for _, nu, foer in expected(kilder)]
    koder = [*omraader(niveau, struktur)]
    flyttede = 0
    for kode in koder if len(koder) < 20 else koder[::9]:
        rettet = corrections_since(DAG, niveau, struktur, kode, data, kilder)
        assert len(rettet.her) == sum(kode in nu for nu, _ in alle), kode
        assert len(rettet.forladt) == sum(kode in foer and kode not in nu for nu, foer in alle), kode
        flyttede += len(rettet.forladt)
    assert flyttede > 0 or niveau == "land"


def test_every_table_is_among_them_each_cell_once(kilder, data):
    rettet = corrections_since(DAG, "kommune", "2007", "", data, kilder).her
    facit = pd.Series([tabel for tabel, *_ in expected(kilder)]).map(ARK).value_counts()
    assert rettet["ark"].value_counts().to_dict() == facit.to_dict() and len(facit) == len(NOEGLER)
    assert not rettet.duplicated(["ark", "noegle", "kolonne"]).any()
    assert {"rettet", "udfyldt", "toemt", "udgaaet"} == set(rettet["hvad"])
    assert "ny" not in set(rettet["noegle"]), "a new row is no correction"


def test_a_row_that_moved_counts_where_it_stands_now_and_names_both_places(data, tmp_path):
    kilder = sources(tmp_path)
    udbud = {"udbud_id": "u", "kommunekode": "360", "antal": "1"}
    write_version(kilder, {"udbud": [udbud]}, FOER)
    write_version(kilder, {"udbud": [udbud | {"kommunekode": "376", "antal": "2"}]}, EFTER)
    ny = corrections_since(DAG, "kommune", "2007", "376", data, kilder)
    gammel = corrections_since(DAG, "kommune", "2007", "360", data, kilder)
    assert (len(ny.her), len(ny.forladt), len(gammel.her), len(gammel.forladt)) == (2, 0, 0, 2)
    for post in (*ny.her.itertuples(), *gammel.forladt.itertuples()):
        assert (post.sted, post.sted_foer, post.omraade_id) == ("Guldborgsund", "Lolland", "376")
    # both are in the same sundhedsråd, from which nothing has moved
    raad = corrections_since(DAG, "sundhedsraad", "2007", "oestsjaelland-og-oeerne", data, kilder)
    assert (len(raad.her), len(raad.forladt)) == (2, 0)


def test_a_place_that_nobody_knows_any_more_is_not_placed_and_not_dropped(data, tmp_path):
    kilder = sources(tmp_path)
    hu = {"omraade_type": "delregion", "omraade": "Storstrøm", "aar": "2006", "besat": "1"}
    write_version(kilder, {"hu_forloeb": [hu]}, FOER)
    write_version(kilder, {"hu_forloeb": [hu | {"besat": "2"}]}, EFTER)
    (post,) = corrections_since(DAG, "region", "2007", "", data, kilder).her.itertuples()
    assert (post.omraade_id, post.sted) == (IKKE, "Storstrøm")


def test_without_two_versions_nothing_is_known_which_is_not_none(data, tmp_path):
    kilder = sources(tmp_path)

    def asked(dag: date = DAG):
        return corrections_since(dag, "region", "2027", "", data, kilder)

    assert (asked().fra, asked().til, asked().fejl, asked().er_kendt) == (None, None, "", False)
    en = write_version(kilder, {"kilde": [{"kilde_id": "x", "titel": "x"}]}, FOER)
    assert asked(date(2025, 10, 1)).til == en and not asked(date(2025, 10, 1)).er_kendt
    assert asked().er_kendt and len(asked().raekker) == 0
    to = write_version(kilder, {"kilde": [{"kilde_id": "x", "titel": "y"}]}, EFTER)
    assert [(en.foer, en.efter) for en in asked().her.itertuples()] == [("x", "y")]
    # a version that is damaged or gone is told of in words
    damage(kilder, en)
    assert "ødelagt" in asked().fejl and not asked().er_kendt
    switch_to(kilder, en.navn, "2026-06-01T10:00:00+02:00")
    assert "ændret på disken" in asked(date(2026, 5, 20)).fejl and not asked(date(2026, 5, 20)).er_kendt
    switch_to(kilder, to.navn, "2026-06-02T10:00:00+02:00")
    shutil.rmtree(folder(kilder, en.navn))
    assert "mangler" in asked().fejl and not asked().er_kendt
    switch_to(kilder, "", "2026-07-01T10:00:00+02:00")
    assert (asked().til, asked().er_kendt) == (None, False)


def damage(kilder, version) -> None:
    fil = folder(kilder, version.navn) / "kilde.csv"
    fil.chmod(0o600)
    fil.write_text("kilde_id,titel\nx,z\n", encoding="utf-8")
