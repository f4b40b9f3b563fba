"""Groups of one's own: the code says all of it, any order gives the same, and what is no group is none."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.grupper import GEOGRAFI, group, group_code

with open(GEOGRAFI / "kommune.csv", encoding="utf-8", newline="") as _fil:
    KOMMUNER = list(csv.DictReader(_fil))
KODER = [post["kommunekode"] for post in KOMMUNER]


@given(st.lists(st.sampled_from(KODER), min_size=2, max_size=97, unique=True), st.randoms())
def test_any_order_gives_the_same_code_and_the_code_gives_the_members(medlemmer, tilfaeldig):
    kode = group_code("Vestsjælland + Lolland-Falster", medlemmer)
    blandet = list(medlemmer)
    tilfaeldig.shuffle(blandet)
    assert group_code("  Vestsjælland +  Lolland-Falster ", blandet) == kode
    gruppe = group(kode)
    assert gruppe.navn == "Vestsjælland + Lolland-Falster" and gruppe.niveau == "kommune"
    assert set(gruppe.medlemmer) == set(gruppe.kommunekoder) == set(medlemmer)


def test_sundhedsraad_bring_their_kommuner():
    gruppe = group(group_code("Syd", ["soenderjylland", "fyn"]))
    assert gruppe.niveau == "sundhedsraad" and gruppe.medlemmer == ("fyn", "soenderjylland")
    ventet = {post["kommunekode"] for post in KOMMUNER if post["sundhedsraad_id"] in ("fyn", "soenderjylland")}
    assert set(gruppe.kommunekoder) == ventet


@pytest.mark.parametrize(
    ("navn", "medlemmer", "grund"),
    [
        ("", ["360", "376"], "navn"),
        ("<b>", ["360", "376"], "navn"),
        ("x" * 51, ["360", "376"], "navn"),
        ("Lolland", ["360"], "mindst to"),
        ("Lolland", ["360", "360"], "mindst to"),
        ("Blandet", ["360", "fyn"], "enten"),
        ("Alle", KODER, "ikke dem alle"),
        ("Ukendt", ["360", "999"], "enten"),
    ],
)
def test_what_cannot_be_a_group_is_refused_in_words(navn, medlemmer, grund):
    with pytest.raises(ValueError, match=grund):
        group_code(navn, medlemmer)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(tekst):
    assert group(tekst) is None
    assert group("gruppe." + tekst) is None or tekst.count(".") >= 2
