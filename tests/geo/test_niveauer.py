"""Levels and structures are rows in files: the code types neither a structure nor the day it begins."""

import ast
import re
from pathlib import Path

import pytest

from geo import niveauer

ROD = Path(__file__).resolve().parents[2]
DAG = re.compile(r"\b1\. januar 20(07|27)\b|\b20(07|27)-01-01\b|31\. december 2026")
# What was promised of the old regions is told of them, whatever comes after.
LOEFTET = ROD / "views" / "puljen" / "tal.py"


def test_the_structures_are_those_of_the_file_in_the_order_of_their_days():
    poster = niveauer.read_rows("struktur")
    assert list(niveauer.STRUKTURER) == [en["struktur"] for en in sorted(poster, key=lambda en: en["gyldig_fra"])]


@pytest.mark.parametrize("mappe", ["geo", "views", "ui", "export", "pages", "queries"])
def test_no_code_types_a_structure_or_the_day_of_the_reform(mappe):
    for fil in (ROD / mappe).rglob("*.py"):
        traee = ast.parse(fil.read_text(encoding="utf-8"))
        docs = {id(en.body[0].value) for en in ast.walk(traee) if hasattr(en, "body") and _is_docstring(en)}
        for knude in ast.walk(traee):
            if isinstance(knude, ast.Constant) and isinstance(knude.value, str) and id(knude) not in docs:
                assert not DAG.search(knude.value), f"{fil}:{knude.lineno}"
                assert knude.value not in niveauer.STRUKTURER or fil == LOEFTET, f"{fil}:{knude.lineno}"


def _is_docstring(knude) -> bool:
    foerste = knude.body[0] if isinstance(knude.body, list) and knude.body else None
    return isinstance(foerste, ast.Expr) and isinstance(foerste.value, ast.Constant)
