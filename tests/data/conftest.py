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
