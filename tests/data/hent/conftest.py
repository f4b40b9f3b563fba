"""One service for all tests of fetching, and sources that a test may spoil."""

import shutil

import pytest

from data.build import DATA
from tests.data.hent.statbank import Bank
from tests.data.hent.tjeneste import Svar, served


@pytest.fixture(scope="session")
def serveren():
    with served() as tjeneste:
        yield tjeneste


@pytest.fixture
def tjeneste(serveren, monkeypatch):
    for navn in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(navn, raising=False)
    serveren.spurgt.clear()
    serveren.answers(Svar(kode=404))
    return serveren


@pytest.fixture(autouse=True)
def proevebygning(request, monkeypatch):
    """Before files are replaced the new ones are built, which takes a second; two tests are about that."""
    if request.node.get_closest_marker("proevebygger") is None:
        monkeypatch.setattr("data.hent.udkast.Udkast._try_to_build", lambda *_: None)


@pytest.fixture
def kilder(tmp_path):
    """The sources without the invented data."""
    mappe = tmp_path / "data"
    for navn in ("katalog", "geografi", "offentlig"):
        shutil.copytree(DATA / navn, mappe / navn)
    return mappe


@pytest.fixture
def bank(tjeneste):
    """An imitation of the StatBank that answers for a few small tables; a test spoils what it wants."""
    efterlignet = Bank()
    tjeneste.svar = efterlignet.svar
    return efterlignet


@pytest.fixture
def kommandoen(tjeneste, bank, kilder, capsys):
    """Run `python -m data.hent dst` against the service: exit code and what was said."""
    from data.hent.__main__ import main

    def run(*tilvalg: str) -> tuple[int, str]:
        kode = main(["dst", "--adresse", tjeneste.adresse, "--kilder", str(kilder), *tilvalg])
        sagt = capsys.readouterr()
        return kode, sagt.out + sagt.err

    return run
