"""A file can end the process that reads it, never the one that asked; and it is told in words."""

import os
import re
import signal
import sys
import time

import pytest

from data.indlaes.fil import Fil, read
from data.regneark.ark import FilFejl
from data.regneark.arkstroem import read_sheet
from data.regneark.proces import Graenser, command, read_apart
from tests.regneark.ondsindede import HOVED, hostile, sheet

FILER = hostile()


@pytest.mark.parametrize("navn", FILER)
def test_a_hostile_file_is_answered_in_words(navn):
    lav, siges = FILER[navn]
    indhold = lav()
    begyndt = time.process_time()
    try:
        tekst = str(read(Fil(f"{navn}.xlsx", indhold)))
    except FilFejl as fejl:
        tekst = str(fejl)
        assert tekst.endswith(".") and not re.search(r"[Ee]rror|invalid|zip file|\(.*[a-z]{3} [a-z]{3}.*\)$", tekst)
        assert siges, tekst
    assert re.search(siges, tekst), tekst
    assert time.process_time() - begyndt < 1, "the work is the child's"


def test_there_are_enough_of_them():
    assert len(FILER) >= 12


def child(kode: str, **graenser) -> str:
    with pytest.raises(FilFejl) as fejl:
        read_apart(b"x", "fil", Graenser(**graenser), [sys.executable, "-c", kode])
    return str(fejl.value)


@pytest.mark.parametrize("nr", [signal.SIGABRT, signal.SIGKILL, signal.SIGSEGV])
def test_a_child_that_is_killed_is_one_sentence(nr):
    assert "kan ikke læses" in child(f"import os; os.kill(os.getpid(), {int(nr)})")


def test_a_child_that_takes_too_long_is_ended():
    begyndt = time.monotonic()
    assert "mere end 0.3 sekunder" in child("import time; time.sleep(600)", sekunder=0.3).replace(",", ".")
    assert time.monotonic() - begyndt < 30


def test_a_child_that_answers_and_then_hangs_is_ended_too():
    kode = "import os, time; os.write(1, b'{\"bemaerkninger\": []}\\n'); time.sleep(600)"
    assert read_apart(b"x", "fil", Graenser(), [sys.executable, "-c", kode]).ark == []


def test_a_child_that_does_not_read_its_file_does_not_hold_up_the_server():
    with pytest.raises(FilFejl, match="kan ikke læses"):
        read_apart(b"x" * (8 << 20), "fil", Graenser(), [sys.executable, "-c", "raise SystemExit(1)"])


@pytest.mark.parametrize(
    "skrevet",
    [
        "sludder",
        "[1]",
        '{"ark": 3}',
        '{"ark": {"navn": "x"}}',
        "{}",
        '["celle"]\\n{"bemaerkninger": []}',
        "",
        "\\xff\\xfe",
        '{"ark": {"navn": "x", "ukendt": 1}}',
    ],
)
def test_an_answer_that_is_none_is_refused(skrevet):
    assert "Filen kan ikke læses" in child(f"import os; os.write(1, b'''{skrevet}\n''')")


def test_an_answer_without_end_is_cut_off():
    assert "fylder for meget" in child("import os\nwhile True: os.write(1, b'x' * 100000)", svar=1 << 20)


def test_a_reader_that_runs_out_of_memory_is_one_sentence():
    graenser = Graenser(hukommelse=100 << 20)
    with pytest.raises(FilFejl, match="for stor"):
        read_apart(b"a;b\n" + (b"x" * 98 + b";\n") * 190_000, "fil", graenser, command(graenser))


def test_a_server_that_cannot_start_a_child_says_so():
    with pytest.raises(FilFejl, match="Prøv igen om lidt"):
        read_apart(b"x", "fil", Graenser(), ["findes-ikke"])


def test_the_child_knows_nothing_of_the_server(monkeypatch):
    monkeypatch.setenv("HEMMELIGHED", "kode")
    kode = "import os, json; print(json.dumps({'bemaerkninger': sorted(os.environ)}))"
    kendt = read_apart(b"x", "fil", Graenser(), [sys.executable, "-c", kode]).bemaerkninger
    assert "HEMMELIGHED" not in kendt and "HOME" not in kendt


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
def test_the_child_limits_itself_before_it_reads():
    kode = (
        "import sys, json; sys.argv = ['x', str(1 << 30), '30']\n"
        "from data.regneark.__main__ import limit\n"
        "import resource as r; limit(1 << 30, 30)\n"
        "print(json.dumps({'bemaerkninger': [r.getrlimit(en)[0] for en in"
        " (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_FSIZE, r.RLIMIT_CORE)]}))"
    )
    assert read_apart(b"x", "fil", Graenser(), [sys.executable, "-c", kode]).bemaerkninger == [1 << 30, 31, 0, 0]


def test_what_the_child_imports_is_light():
    kode = (
        "import sys, json, data.regneark.__main__, data.regneark.laes, data.regneark.xlsx\n"
        "print(json.dumps({'bemaerkninger': [en for en in ('pandas', 'numpy', 'duckdb', 'plotly', 'streamlit',"
        " 'data.indlaes') if en in sys.modules]}))"
    )
    assert read_apart(b"x", "fil", Graenser(), [sys.executable, "-c", kode]).bemaerkninger == []


def test_cells_are_counted_before_they_are_read():
    xml = f"{HOVED}<sheetData>{'<row><c><v>1</v></c></row>' * 11}</sheetData></worksheet>".encode()
    with pytest.raises(FilFejl, match="udfyldte celler"):
        read_sheet([xml], "Ark1", [], {}, tilbage=10)
    assert read_sheet([xml], "Ark1", [], {}, tilbage=11).fyldte == 11


def test_formatting_far_away_is_harmless():
    tomme = "".join(f'<row r="{nr}" s="1" customFormat="1"/>' for nr in range(2, 60_000))
    indhold = sheet(
        f'<row r="1"><c r="A1"><v>1</v></c>{"<c/>" * 16_000}</row>{tomme}<row r="1048576"><c r="XFD1048576"/></row>'
    )
    assert read(Fil("a.xlsx", indhold)).ark[0].raekker == [["1"]]
