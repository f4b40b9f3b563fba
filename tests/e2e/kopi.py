"""A copy of the project, whose pages and data a test may change or break."""

import shutil
from pathlib import Path

from data.build import DEFAULT_OUT
from tests.e2e.server import ROOT

IKKE_MED = (
    *(".git", ".venv", ".*_cache", ".hypothesis", ".ci", "tests", "docs"),
    *("egne", "fremvisninger", "*.duckdb*", ".bygger-*"),
)

FAA_SPOERGSMAAL = """
FRIST = 0.1
KOMMANDO = (sys.executable, "-c", '''
from views.fremvisning import efterproev, visninger
visninger.VISNINGER = dict([*visninger.VISNINGER.items()][::8])
raise SystemExit(efterproev.main())
''')
"""


def untouched_copy(mappe: Path) -> Path:
    """A copy in a new folder, without a database: as after a fresh clone."""
    return shutil.copytree(ROOT, mappe, ignore=shutil.ignore_patterns(*IKKE_MED))


def copy_of_project(mappe: Path) -> Path:
    """A copy in a new folder, with the database that was built here, if any: in most cases of the very same sources.

    A loading asks every eighth View about the country, and no more of areas than it can in a tenth of a second: that it
    asks all of them is for tests/data/test_indlaes_efterproev.py.
    """
    untouched_copy(mappe)
    if DEFAULT_OUT.exists():
        shutil.copy(DEFAULT_OUT, mappe / "data")
    with open(mappe / "data" / "indlaes" / "efterproev.py", "a", encoding="utf-8") as kode:
        kode.write(FAA_SPOERGSMAAL)
    return mappe
