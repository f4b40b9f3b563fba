"""Danish CSV is written in one place, and comes back as it was."""

import csv
import io
import re
from pathlib import Path

import pytest

from data.csvform import DANSK, INTERNATIONAL, csv_bytes

ROD = Path(__file__).resolve().parents[2]
RAEKKER = [["Område", "Værdi"], ["Ærø; og »Æ«", "1,5"], ['to\nlinjer "her"', None], []]


@pytest.mark.parametrize("form", [DANSK, INTERNATIONAL])
def test_rows_come_back_as_they_were(form):
    fil = csv_bytes(RAEKKER, form)
    assert fil.startswith(b"\xef\xbb\xbf") == (form is DANSK) and fil.endswith(b"\r\n")
    laest = [*csv.reader(io.StringIO(fil.decode("utf-8-sig"), newline=""), delimiter=form.skilletegn)]
    assert laest == [[celle or "" for celle in raekke] for raekke in RAEKKER]


def test_a_number_is_a_number_and_no_text_is_a_formula():
    raekke = [-1.5, -0.00001, 3, "=1+1", "-", "-2,5"]
    assert csv_bytes([raekke]).decode("utf-8-sig") == "-1,5;-1e-05;3;'=1+1;-;-2,5\r\n"
    assert csv_bytes([raekke], INTERNATIONAL).decode() == '-1.5,-1e-05,3,\'=1+1,-,"-2,5"\r\n'


@pytest.mark.parametrize("mappe", ["data", "export", "ui", "views"])
def test_no_one_else_knows_how_danish_excel_wants_it(mappe):
    for fil in (ROD / mappe).rglob("*.py"):
        skriver = re.search(
            r"writer\([^)]*delimiter=\";\"|sep=\";\"|xef\\xbb\\xbf\" \+", fil.read_text(encoding="utf-8")
        )
        assert not skriver or fil.name == "csvform.py", fil
