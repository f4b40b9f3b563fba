"""Sources to spoil."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from data import build as byg
from data.build import DATA, build
from data.indlaes import Fil, load, propose, read_pointer, skift
from data.regneark import svar
from data.regneark.laes import read_bytes
from tests.dag import I_DAG, NU
from tests.data.egne_versioner import asks_nothing, sources
from tests.data.indlaes_filer import UDBUD, as_csv


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


@pytest.fixture(scope="module", autouse=True)
def visninger_efterproeves(request):
    """A loading asks every View of the new data, in a child process that takes seconds. Tests of versions, files and
    rules go without; modules of the asking are marked `efterproever`."""
    with pytest.MonkeyPatch.context() as m:
        if request.node.get_closest_marker("efterproever") is None:
            m.setattr(skift, "checker", asks_nothing)
        yield


@pytest.fixture(scope="module", autouse=True)
def filer_laeses_her():
    """A file is read in a child process, which takes longer than the reading. What it answers is the same here, put on
    lines and together again; the process itself is tried in tests/regneark."""
    with pytest.MonkeyPatch.context() as m:
        m.setattr("data.indlaes.fil.read_apart", lambda indhold, _navn: svar.content(svar.lines(read_bytes(indhold))))
        yield


@pytest.fixture(scope="module")
def kilder_uden(tmp_path_factory) -> Path:
    return sources(tmp_path_factory.mktemp("fejl") / "kilder")


@pytest.fixture(scope="module")
def forslag_af(kilder_uden):
    """A proposal of so many tenders, made once for all tests that load it."""
    raekker = [UDBUD | {"Udbuds-id": f"nr-{nr}"} for nr in range(3)]
    return [propose([Fil("udbud.csv", as_csv(*raekker[: nr + 1]))], kilder=kilder_uden, i_dag=I_DAG) for nr in range(3)]


@pytest.fixture
def lille(kilder_uden, tmp_path, monkeypatch) -> tuple[Path, Path]:
    """Sources without own data, where a database is: only the own tenders and what is said to be complete, so that a
    test of versions builds one in a tenth of the time."""

    def fill(con, _kilder, egne):
        con.execute("CREATE TABLE bygning (kildehash VARCHAR PRIMARY KEY)")
        con.execute("CREATE TABLE udbud (datasaet VARCHAR, udbud_id VARCHAR, antal INTEGER)")
        con.execute("CREATE TABLE fuldstaendighed (datasaet VARCHAR, komplet BOOLEAN)")
        for tabel, udtryk in (("udbud", "'egne', udbud_id, {antal}"), ("fuldstaendighed", "'egne', komplet = '1'")):
            if egne and (fil := egne / f"{tabel}.csv").exists():
                laest = con.read_csv(str(fil), all_varchar=True)
                antal = "antal::INTEGER" if "antal" in laest.columns else "NULL"
                laest.project(udtryk.format(antal=antal)).insert_into(tabel)

    monkeypatch.setattr(byg, "_fill", fill)
    monkeypatch.setattr(byg, "_contents", lambda con: ())
    shutil.rmtree(kilder_uden / "egne", ignore_errors=True)
    ud = tmp_path / "db" / "x.duckdb"
    build(ud, kilder_uden)
    return kilder_uden, ud


@pytest.fixture
def indlaes(lille, forslag_af):
    """Load a proposal by its number, on whatever version is in use."""

    def load_number(nr: int):
        kilder, ud = lille
        return load(replace(forslag_af[nr], grundversion=read_pointer(kilder).gaeldende), "Anne", ud=ud, nu=NU)

    return load_number
