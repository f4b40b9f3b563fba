"""Sources to spoil."""

import shutil
from pathlib import Path

import pytest

from data.build import DATA


@pytest.fixture
def kilder(tmp_path) -> Path:
    """A copy of all CSV sources that a test may spoil."""
    mappe = tmp_path / "kilder"
    for navn in ("katalog", "geografi", "offentlig", "eksempel"):
        shutil.copytree(DATA / navn, mappe / navn)
    return mappe


@pytest.fixture(scope="session")
def egne_kilder(tmp_path_factory) -> Path:
    """A copy of all sources without own data, for tests that change nothing in it."""
    mappe = tmp_path_factory.mktemp("kilder")
    for navn in ("katalog", "geografi", "offentlig", "eksempel"):
        shutil.copytree(DATA / navn, mappe / navn)
    return mappe
