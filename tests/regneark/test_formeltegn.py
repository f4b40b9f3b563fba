"""Text of a text file: never run, and back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.regneark.csvfil import read_csv
from data.regneark.formeltegn import as_meant, harmless
from tests.fjendtlig import FORMLER, would_run


@given(
    st.text() | st.builds(str.__add__, st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", "'", "'="]), st.text())
)
def test_every_text_comes_back_and_none_runs(tekst):
    assert not would_run(harmless(tekst))
    assert as_meant(harmless(tekst)) == tekst


@pytest.mark.parametrize("tekst", ["-", "-5", "-1.234,5", "+3", "7", "", "kl. 8-16", "'t Hooft", "O'Brien"])
def test_numbers_a_lone_dash_and_common_text_stay(tekst):
    assert harmless(tekst) == as_meant(tekst) == tekst


@pytest.mark.parametrize("tekst", [en.strip() for en in FORMLER if en])
def test_a_file_that_was_written_so_is_read_as_it_was_meant(tekst):
    ud = io.StringIO()
    csv.writer(ud, delimiter=";").writerows([["Sted", "Note"], [harmless(tekst), "-"]])
    assert read_csv(ud.getvalue(), []).ark[0].raekker == [["Sted", "Note"], [tekst, "-"]]
