"""A world with own data in it, which hold a word that nobody but those who may see them is to read."""

import shutil

import pytest

from data import build
from data.adgang.log import Afvisninger
from data.build import DATA, DEFAULT_OUT
from queries import standard
from queries.database import Database
from tests.data.egne_versioner import write_version

HEMMELIGT = "Hemmelighuset"
KLINIK = {
    "klinik_id": "egen-1",
    "navn": HEMMELIGT,
    "sted": HEMMELIGT,
    "kommunekode": "461",
    "region": "Region Syddanmark",
    "kliniktype": "udbudsklinik",
    "fra_dato": "2024-05-01",
    "fra_praecision": "dag",
    "kilde_id": "egen-kilde",
    "grundlag": "sekretariatet",
}
KILDE = {"kilde_id": "egen-kilde", "titel": HEMMELIGT, "udgiver": HEMMELIGT, "dato": "2026-05-01", "type": "dokument"}


@pytest.fixture(autouse=True)
def log(monkeypatch, tmp_path):
    """The folder where what is done and refused is noted."""
    for modul in ("export.adresser.ruter", "ui.praesentation.salen", "ui.valg", "ui.adgang.siden", "ui.adgang.vis"):
        monkeypatch.setattr(f"{modul}.DATA", tmp_path)
    monkeypatch.setattr("data.adgang.log._afvisninger", Afvisninger())
    return tmp_path


@pytest.fixture(scope="session")
def verden(tmp_path_factory):
    """Folder of the databases: one with the own data, and one without, which the code makes or finds."""
    mappe = tmp_path_factory.mktemp("verden")
    kilder = mappe / "kilder"
    for navn in ("katalog", "geografi", "offentlig", "eksempel"):
        shutil.copytree(DATA / navn, kilder / navn)
    write_version(kilder, {"klinik": [KLINIK], "kilde": [KILDE]}, "2026-05-01T10:00:00+02:00")
    build.build(mappe / "alt.duckdb", kilder)
    if DEFAULT_OUT.exists():
        shutil.copy(DEFAULT_OUT, mappe / "aaben.duckdb")
    return mappe


@pytest.fixture
def egne_data(verden, monkeypatch):
    """The server's data are those."""
    monkeypatch.setattr(standard, "DATABASE", Database(verden / "alt.duckdb"))
    monkeypatch.setattr(standard, "AABEN", Database(verden / "aaben.duckdb", aaben=True))
    monkeypatch.setattr(standard, "_brought_up_to_date", lambda: (None, None))
    return verden
