"""The committed generalised map in a folder of its own, so that an imported official map does not interfere."""

import shutil
from pathlib import Path

import pytest

from geo.former import FORMER, GENERALISERET, Kortgrundlag, active_basemap
from geo.import_dagi import read_kommuner

LEVELS = [
    ("kommune", "2007", 98),
    ("sundhedsraad", "2007", 17),
    ("region", "2007", 5),
    ("region", "2027", 4),
    ("videreuddannelsesregion", "2007", 3),
]
DAGI = Path(__file__).resolve().parents[3] / "shared" / "geo" / "dagi_kommuner_2021.geojson"


@pytest.fixture(scope="session")
def grundlag(tmp_path_factory) -> Kortgrundlag:
    folder = tmp_path_factory.mktemp("former")
    shutil.copy(FORMER / GENERALISERET, folder)
    return active_basemap(folder)


@pytest.fixture(scope="session", params=LEVELS, ids=lambda level: f"{level[0]}-{level[1]}")
def level(request) -> tuple[str, str, int]:
    """Every map level in turn: niveau, struktur and the number of areas."""
    return request.param


@pytest.fixture(scope="session")
def metadata() -> dict:
    return {
        "navn": "prøvekort",
        "kilde": "prøve",
        "licens": "fri",
        "aargang": "2021",
        "forbehold": "",
        "er_officiel": True,
    }


@pytest.fixture
def mappe(tmp_path) -> Path:
    """A shape folder that a test may write to."""
    folder = tmp_path / "former"
    folder.mkdir()
    shutil.copy(FORMER / GENERALISERET, folder)
    return folder


@pytest.fixture(scope="session")
def dagi() -> Path:
    if not DAGI.is_file():
        pytest.skip("the official borders are not at ../shared/geo")
    return DAGI


@pytest.fixture(scope="session")
def dagi_kommuner(dagi):
    return read_kommuner(dagi).kommuner
