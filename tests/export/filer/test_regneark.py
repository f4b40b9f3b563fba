"""Workbooks and text files: real numbers and dates, nothing that runs, and what a file says about itself."""

import csv
import io
from dataclasses import replace
from datetime import datetime

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export import om as oplysninger
from export.filer import regneark, tabel
from tests.export.conftest import built
from tests.fjendtlig import would_run
from views.fremvisning.parametre import address
from views.sprog.ord import EKSEMPEL_ADVARSEL

FARLIGE = ("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "{=1}", "=cmd|' /C calc'!A0")


def sheet(view, om):
    return openpyxl.load_workbook(io.BytesIO(regneark.workbook([view], om))).worksheets[0]


def rows(ark) -> list[list]:
    """The rows below the heads."""
    alle = [[celle.value for celle in raekke] for raekke in ark.iter_rows()]
    hoved = ark.freeze_panes
    return alle[int(hoved[1:]) - 1 :]


@pytest.mark.parametrize("visning", ["kort", "omraadekort", "hu_serie", "venter", "puljen_pr_indbygger"])
def test_numbers_are_the_tables_own(visning, om):
    view = built(visning, "eksempel")
    lagt = rows(sheet(view, om))
    assert len(lagt) == len(view.table)
    talkolonner = [nr for nr, navn in enumerate(view.table) if pd.api.types.is_numeric_dtype(view.table[navn])]
    assert talkolonner
    for nr in talkolonner:
        ventet = [None if pd.isna(v) else float(v) for v in view.table.iloc[:, nr]]
        fundet = [None if raekke[nr] is None else float(raekke[nr]) for raekke in lagt]
        assert fundet == pytest.approx(ventet)


def test_days_are_dates_and_coarser_dates_are_text(om):
    view = built("klinikliste", "eksempel")
    kolonne = list(view.table.columns).index("Fra")
    for raekke, raa in zip(rows(sheet(view, om)), view.table["Fra"], strict=True):
        ventet = datetime.fromisoformat(raa) if isinstance(raa, str) and len(raa) == 10 else raa
        assert raekke[kolonne] == (None if pd.isna(raa) else ventet)
    assert {len(en) for en in view.table["Fra"].dropna()} >= {4, 10}


def test_the_number_format_has_the_views_decimals(om):
    view = built("puljen_pr_indbygger", "eksempel")
    navn, antal = next((navn, antal) for navn, antal in view.decimals.items() if antal)
    ark = sheet(view, om)
    hoved = int(ark.freeze_panes[1:]) - 1
    kolonne = [celle.value for celle in ark[hoved]].index(navn) + 1
    assert ark.cell(hoved + 1, kolonne).number_format == "#,##0." + "0" * antal


@settings(max_examples=30)
@given(st.one_of(st.sampled_from(FARLIGE), st.builds(str.__add__, st.sampled_from("=+-@\t\r"), st.text())))
def test_no_text_runs_as_a_formula(ord_):
    om = oplysninger.Oplysninger("x", datetime(2026, 5, 5), "http://localhost")
    grund = built("kort", "offentlig")
    raa = pd.DataFrame({ord_ or "x": [ord_], "Område": [ord_]})
    view = replace(grund, table=raa, title=ord_ or "x", definition=ord_, link_column="Område")
    bog = openpyxl.load_workbook(io.BytesIO(regneark.workbook([view], om)))
    assert all(celle.data_type in ("s", "n") for ark in bog for raekke in ark.iter_rows() for celle in raekke)
    assert not any(celle.hyperlink for celle in bog.worksheets[0][5])
    for fil, skilletegn in ((tabel.danish_csv(view), ";"), (tabel.international_csv(view), ",")):
        for raekke in csv.reader(io.StringIO(fil.decode("utf-8-sig"), newline=""), delimiter=skilletegn):
            assert not any(map(would_run, raekke))


def test_the_two_text_forms_hold_the_same_numbers(om):
    view = built("puljen_pr_indbygger", "eksempel")
    dansk, fremmed = tabel.danish_csv(view, om), tabel.international_csv(view, om)
    assert dansk.startswith(b"\xef\xbb\xbf") and not fremmed.startswith(b"\xef\xbb\xbf")
    laest = pd.read_csv(io.BytesIO(dansk), sep=";", decimal=",", nrows=len(view.table), encoding="utf-8-sig")
    andet = pd.read_csv(io.BytesIO(fremmed), nrows=len(view.table))
    kolonne = next(navn for navn, antal in view.decimals.items() if antal)
    assert laest[kolonne].tolist() == pytest.approx(view.table[kolonne].astype(float).tolist(), nan_ok=True)
    pd.testing.assert_frame_equal(laest, andet)


def test_a_file_says_what_it_is_where_it_comes_from_and_how_to_make_it_again(om):
    view = built("kort", "eksempel")
    bog = openpyxl.load_workbook(io.BytesIO(regneark.workbook([view], om)))
    om_data = {str(celle.value) for raekke in bog["Om data"].iter_rows() for celle in raekke if celle.value}
    csvfil = tabel.danish_csv(view, om).decode("utf-8-sig")
    for ventet in (EKSEMPEL_ADVARSEL, view.definition, view.as_of, om.version, om.made, oplysninger.link(view, om)):
        assert any(ventet in en for en in om_data), ventet
        assert ventet in csvfil
    assert all(kilde.url in om_data for kilde in view.sources if kilde.url)
    assert bog.worksheets[0]["A1"].value == EKSEMPEL_ADVARSEL and bog.worksheets[0]["A1"].font.size >= 16


def test_sheet_names_are_allowed_and_no_two_alike():
    grund = built("kort", "offentlig")
    titler = ["A" * 40, "a" * 40, "Om data", "Hvad/ved:vi [ikke]*?", "", "'citat'"]
    navne = regneark.sheet_names([replace(grund, title=titel) for titel in titler])
    assert len({navn.lower() for navn in [*navne, "Om data"]}) == len(titler) + 1
    assert all(0 < len(navn) <= 31 and not set(navn) & set("[]:*?/\\'") for navn in navne)


def test_a_table_can_still_be_had_without_knowing_the_site():
    view = built("kort", "offentlig")
    assert f"Link;{address(view.id, view.filters)}" in tabel.danish_csv(view).decode("utf-8-sig").replace('"', "")
