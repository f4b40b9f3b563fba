"""Words as parts of ids, addresses and file names."""

import re
from pathlib import Path

import pytest

from data.slug import slug

ROD = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("tekst", "facit"),
    [
        ("Sundhedsråd Sønderjylland", "sundhedsraad-soenderjylland"),
        ("Lolland 2026/1", "lolland-2026-1"),
        ("A\u030arhus", "aarhus"),  # å as two characters
        ("egne_tal", "egne_tal"),
        (" ... ", ""),
    ],
)
def test_a_word_keeps_only_what_an_address_can_hold(tekst, facit):
    assert slug(tekst) == facit == slug(slug(tekst))


@pytest.mark.parametrize("mappe", ["data", "queries", "views", "ui", "export"])
def test_no_one_else_spells_the_danish_letters_out(mappe):
    for fil in (ROD / mappe).rglob("*.py"):
        skriver = re.search(r"\"æ\": \"ae\"|\(\"æ\", \"ae\"\)", fil.read_text(encoding="utf-8"))
        assert not skriver or fil.name == "slug.py", fil
