"""Sources to spoil."""

import shutil
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from data.build import DATA
from data.indlaes import skift


@pytest.fixture
def kilder(tmp_path) -> Path:
    """A copy of the CSV sources that a test may spoil. The example registers have their headings only: the rules are
    the same, and a build takes less than half the time."""
    mappe = tmp_path / "kilder"
    for navn in ("katalog", "geografi", "offentlig", "eksempel"):
        shutil.copytree(DATA / navn, mappe / navn)
    for fil in (mappe / "eksempel").glob("*.csv"):
        if fil.stem != "kilde":
            fil.write_text(fil.read_text(encoding="utf-8").split("\n", 1)[0] + "\n", encoding="utf-8")
    return mappe


@pytest.fixture(scope="session")
def egne_kilder(tmp_path_factory) -> Path:
    """A copy of all sources without own data, for tests that change nothing in it."""
    mappe = tmp_path_factory.mktemp("kilder")
    for navn in ("katalog", "geografi", "offentlig", "eksempel"):
        shutil.copytree(DATA / navn, mappe / navn)
    return mappe


@pytest.fixture(autouse=True)
def visninger_efterproeves(request, monkeypatch):
    """A loading asks every View of the new data, in a child process that takes seconds. Tests of versions, files and
    rules go without; those of the asking are marked `efterproever`."""
    if request.node.get_closest_marker("efterproever") is None:
        monkeypatch.setattr(skift, "checker", lambda: nullcontext(SimpleNamespace(shortcomings=lambda *_: [])))
