"""What cannot be shown is not taken into use: the check in its child process, and the rows that are to blame."""

import errno
import shutil
import sys
from datetime import date

import pytest

from data.build import DATA, build
from data.indlaes import Fil, IndlaesFejl, current, efterproev, load, propose, skift
from tests.dag import NU
from tests.data.indlaes_filer import KLINIK, as_csv

pytestmark = pytest.mark.efterproever
I_DAG = date(2026, 11, 22)
# A view that fails on clinics in two towns at once, and a child that has it.
PLANTET = """
from views.fremvisning import efterproev, visninger
def byg(filters, data):
    steder = set(data.frame("klinik_liste", {"datasaet": filters.datasaet, "niveau": "kommune", "struktur": "2007",
                            "omraade": "", "fra": None, "til": None})["sted"])
    assert not {"Rødby", "Gedser"} <= steder
visninger.VISNINGER = {"plantet": visninger.Visning("Den plantede", byg)}
efterproev.SIDERNES_EGNE, efterproev.OMRAADETS_EGNE = {}, {}
efterproev.main()
"""


@pytest.fixture(scope="module")
def bygget(tmp_path_factory):
    """Sources and a database without own data and without registers."""
    mappe = tmp_path_factory.mktemp("egne")
    for navn in ("katalog", "geografi"):
        shutil.copytree(DATA / navn, mappe / "kilder" / navn)
    (mappe / "kilder" / "offentlig").mkdir()
    shutil.copy(DATA / "offentlig" / "kilde.csv", mappe / "kilder" / "offentlig")
    build(mappe / "x.duckdb", mappe / "kilder")
    return mappe / "kilder", mappe / "x.duckdb"


@pytest.fixture(autouse=True)
def uden_versioner(bygget):
    yield
    shutil.rmtree(bygget[0] / "egne", ignore_errors=True)


def proposal(kilder, *raekker):
    return propose([Fil("klinikker.csv", as_csv(*raekker))], kilder=kilder, i_dag=I_DAG)


def clinics(*steder: str) -> list[dict]:
    return [KLINIK | {"Klinik-id": f"k-{nr}", "Sted": sted, "Note": ""} for nr, sted in enumerate(steder)]


def test_a_view_that_fails_refuses_the_import_with_its_rows(bygget, monkeypatch, caplog):
    kilder, ud = bygget
    monkeypatch.setattr(efterproev, "KOMMANDO", (sys.executable, "-c", PLANTET))
    foer = ud.read_bytes()
    steder = ["Nakskov"] * 20 + ["Gedser"] + ["Maribo"] * 10 + ["Rødby"] + ["Nakskov"] * 5
    with pytest.raises(IndlaesFejl) as afvist:
        load(proposal(kilder, *clinics(*steder)), ud=ud, nu=NU)
    besked = str(afvist.value)
    assert "»Den plantede« (Hele landet)" in besked and "intet er ændret" in besked
    # headings are row 1
    assert "klinikker.csv, række 22" in besked and "klinikker.csv, række 33" in besked
    assert besked.count("række ") == 2
    assert "AssertionError" not in besked and "AssertionError" in caplog.text
    assert ud.read_bytes() == foer and current(kilder) is None


@pytest.mark.parametrize("kode", ["import os; os.abort()", "print('ikke json')", "raise SystemExit(3)"])
def test_a_check_that_dies_refuses_the_import_in_words(lille, monkeypatch, kode):
    kilder, ud = lille
    monkeypatch.setattr(efterproev, "KOMMANDO", (sys.executable, "-c", kode))
    with pytest.raises(IndlaesFejl, match="kunne ikke efterprøves.*intet er ændret"):
        load(proposal(kilder, *clinics("Rødby")), ud=ud, nu=NU)
    assert current(kilder) is None


def test_a_check_needs_no_room_for_what_is_temporary(lille, monkeypatch):
    """Where the whole machine has one disk, it is full everywhere at once."""
    kilder, ud = lille
    monkeypatch.setattr(efterproev, "KOMMANDO", (sys.executable, "-c", "print('[]')"))

    def no_room():
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr("tempfile.gettempdir", no_room)
    load(proposal(kilder, *clinics("Rødby")), ud=ud, nu=NU)
    assert current(kilder).nr == 1


def test_clinics_without_dates_are_shown_and_loaded(bygget, monkeypatch):
    """Every View about the country, and about areas what can be asked in a second."""
    monkeypatch.setattr(skift, "FRIST", 1.0)
    kilder, ud = bygget
    uden = {navn: KLINIK[navn] for navn in ("Klinik-id", "Navn", "Sted", "Kliniktype", "Kilde")}
    assert load(proposal(kilder, uden), ud=ud, nu=NU).nr == 1
