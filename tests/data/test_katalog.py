"""The catalogue says of every indicator what it is; so does the schema, which refuses one that does not."""

import csv
import re

import duckdb
import pytest

from data.build import DATA, build
from data.indlaes.navne import plain
from data.skema import SENERE
from data.versioner import read_tables
from tests.data.test_build import change, refusals, rows

KATALOG = "katalog/noegletal_katalog.csv"
POSTER = rows(DATA / KATALOG)
SKAL_UDFYLDES = (
    "navn",
    "gruppe",
    "enhed",
    "definition",
    "taeller",
    "naevner",
    "retning",
    "ejer",
    "gennemgaaet",
    "naeste_gennemgang",
)


@pytest.mark.parametrize("post", POSTER, ids=lambda post: post["noegletal"])
def test_every_indicator_has_definition_unit_direction_numerator_and_denominator(post):
    assert all(post[felt].strip() for felt in SKAL_UDFYLDES)
    assert post["definition"].endswith(".") and len(post["definition"]) > 20
    assert post["retning"] in ("lav_er_godt", "hoej_er_godt", "neutral")
    assert post["taeller"] != "ingen"
    if re.search(r"pct\.|\bpr\. ", post["enhed"]):
        assert post["naevner"] != "ingen"
    if post["enhed"] == "pct." or post["sammenlaegning"] == "vaegtet":
        assert post["naevner"] != "ingen" and post["naevner"] != post["taeller"]
    if post["sammenlaegning"] == "sum":
        assert post["naevner"] == "ingen", "what is divided by something does not add up"


def test_every_entry_is_looked_over_again_within_a_year():
    for post in POSTER:
        aar, resten = post["gennemgaaet"][:4], post["gennemgaaet"][4:]
        assert post["gennemgaaet"] < post["naeste_gennemgang"] <= f"{int(aar) + 1}{resten}", post["noegletal"]


def test_a_file_from_before_a_column_came_is_read_with_the_column_empty(kilder, tmp_path):
    """Versions of the own data are never changed: one that lacks a younger column must stay usable."""
    fil = kilder / KATALOG
    with open(fil, encoding="utf-8", newline="") as aaben:
        raekker = [*csv.DictReader(aaben)]
    with open(fil, "w", encoding="utf-8", newline="") as aaben:
        kolonner = [en for en in raekker[0] if en not in SENERE["noegletal_katalog"]]
        skriver = csv.DictWriter(aaben, kolonner, extrasaction="ignore")
        skriver.writeheader()
        skriver.writerows(raekker)
    ud = build(tmp_path / "a.duckdb", kilder).fil
    with duckdb.connect(ud, read_only=True) as con:
        antal = con.execute("SELECT count(*), count(naeste_gennemgang) FROM noegletal_katalog").fetchone()
    assert antal == (len(raekker), 0)
    laest = read_tables(fil.parent)["noegletal_katalog"]
    assert laest["naeste_gennemgang"] == [None] * len(raekker)


def test_no_name_is_used_twice():
    assert len({post["navn"] for post in POSTER}) == len(POSTER)


def test_no_other_name_means_two_indicators():
    """Nor the name of another: what stands over a column must say which it is."""
    betyder: dict[str, set[str]] = {}
    for post in POSTER:
        for navn in filter(None, (post["navn"], post["noegletal"], *post["andre_navne"].split(";"))):
            betyder.setdefault(plain(navn), set()).add(post["noegletal"])
    assert {navn: en for navn, en in betyder.items() if len(en) > 1} == {}


def test_capacity_and_listed_patients_add_up_over_areas():
    fundne = {post["noegletal"]: post for post in POSTER}
    typer = [f"kapaciteter_aktive_{en}" for en in ("plo", "udbud", "region")]
    for navn in ("tilmeldte_patienter", "kapaciteter_lukket", "kapaciteter_aktive", *typer):
        assert (fundne[navn]["sammenlaegning"], fundne[navn]["register"]) == ("sum", "noegletal"), navn
        assert fundne[navn]["andre_navne"], navn


TAELLINGER = [post["noegletal"] for post in POSTER if post["naevner"] == "ingen" and post["paa_kort"] == "1"]
# What an indicator does not say, in one row each; all of them are told by one build.
UFULDSTAENDIGE = {
    noegletal: fejl
    for noegletal, fejl in zip(
        [*TAELLINGER[:7], "lukket_laege_pct", "pulje_kr_pr_indbygger"],
        [
            ("definition", "", "definition", "skal være udfyldt"),
            ("enhed", "", "enhed", "skal være udfyldt"),
            ("taeller", "", "taeller", "skal være udfyldt"),
            ("naevner", "", "naevner", "»ingen«"),
            ("retning", "", "retning", "hoej_er_godt eller neutral"),
            ("naeste_gennemgang", "2026-01-01", "naeste_gennemgang", "efter den dag"),
            ("retning", "op", "retning", "hoej_er_godt eller neutral"),
            ("naevner", "ingen", "naevner", "skal der være en nævner"),
            ("naevner", "ingen", "naevner", "skal der være en nævner"),
        ],
        strict=True,
    )
}


def test_an_indicator_that_does_not_say_what_it_is_is_refused(kilder, tmp_path):
    numre = {noegletal: [post["noegletal"] for post in POSTER].index(noegletal) + 2 for noegletal in UFULDSTAENDIGE}
    for noegletal, (felt, vaerdi, *_) in UFULDSTAENDIGE.items():
        change(kilder / KATALOG, numre[noegletal], **{felt: vaerdi})
    fejl = [en for en in refusals(kilder, tmp_path / "a.duckdb") if en.fil == KATALOG]
    for noegletal, (*_, kolonne, ord_i_grund) in UFULDSTAENDIGE.items():
        her = [en for en in fejl if en.raekke == numre[noegletal]]
        assert [en.kolonne for en in her] == [kolonne] and ord_i_grund in her[0].grund, noegletal


def test_a_word_without_subject_or_explanation_is_refused(kilder, tmp_path):
    for nummer, celler in enumerate(({"emne": "Andet"}, {"forklaring": ""}, {"verificeret": "ja, vist"}), 3):
        change(kilder / "katalog" / "ordliste.csv", nummer, **celler)
    fejl = refusals(kilder, tmp_path / "a.duckdb")
    assert [(en.fil, en.raekke, en.kolonne) for en in fejl] == [
        ("katalog/ordliste.csv", nummer, kolonne)
        for nummer, kolonne in enumerate(("emne", "forklaring", "verificeret"), 3)
    ]
