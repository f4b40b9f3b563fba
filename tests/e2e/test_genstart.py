"""Starting again: no rebuild without reason, a changed file is taken in, a broken one is refused and harms nothing.

All on a copy of the project, whose pages and data may be broken.
"""

import csv

import duckdb
import httpx
import pytest

from data.build import build
from tests.e2e.kopi import copy_of_project
from tests.e2e.server import running
from tests.e2e.siden import WARNING, drawn, metrics, visit, wait_for_map, wait_until

HEMMELIGT = "hemmelig-grund-i-koden"


@pytest.fixture(scope="module")
def kopi(tmp_path_factory):
    return copy_of_project(tmp_path_factory.mktemp("kopi") / "projekt")


def start(kopi) -> dict:
    """Start a server over the copy, stop it again, and tell what it said about its health."""
    with running("streamlit", kopi) as server:
        return health(server)


def health(server) -> dict:
    return httpx.get(f"{server.url}/sundhed", trust_env=False, timeout=30).json()


def identity(kopi) -> tuple:
    stat = (kopi / "data" / "laegedaekning.duckdb").stat()
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def edit(fil, aendr) -> None:
    """Rewrite a CSV file after `aendr(rows)`."""
    with open(fil, encoding="utf-8", newline="") as ind:
        laeser = csv.DictReader(ind)
        raekker, felter = list(laeser), laeser.fieldnames
    aendr(raekker)
    with open(fil, "w", encoding="utf-8", newline="") as ud:
        skriver = csv.DictWriter(ud, felter, lineterminator="\n")
        skriver.writeheader()
        skriver.writerows(raekker)


def title_of_first_source(kopi) -> str:
    with open(kopi / "data" / "offentlig" / "kilde.csv", encoding="utf-8", newline="") as fil:
        kilde_id = next(csv.DictReader(fil))["kilde_id"]
    with duckdb.connect(kopi / "data" / "laegedaekning.duckdb", read_only=True) as con:
        return con.execute("SELECT titel FROM kilde WHERE kilde_id = $id", {"id": kilde_id}).fetchone()[0]


def test_starting_again(kopi, contexts):
    """One story in order, because each start costs seconds."""
    # built already: a start builds nothing
    build(kopi / "data" / "laegedaekning.duckdb", kopi / "data")
    bygget = identity(kopi)
    foerste = start(kopi)
    assert foerste["kilder_afvist"] is False
    assert identity(kopi) == bygget

    # a changed file: the start builds anew, with the change in it
    edit(kopi / "data" / "offentlig" / "kilde.csv", lambda raekker: raekker[0].update(titel="Ændret på prøve"))
    anden = start(kopi)
    assert anden["dataversion"] != foerste["dataversion"] and anden["kilder_afvist"] is False
    assert identity(kopi) != bygget
    assert title_of_first_source(kopi) == "Ændret på prøve"
    godkendt = identity(kopi)

    # a broken file: the old database goes on serving, every page says so, and where the error is
    edit(kopi / "data" / "offentlig" / "udbud.csv", lambda raekker: raekker[0].update(kilde_id="findes-ikke-her"))
    # and a page that fails while it runs
    (kopi / "pages" / "kort.py").write_text(f'raise RuntimeError("{HEMMELIGT}")\n', encoding="utf-8")
    with running("streamlit", kopi) as server:
        svar = health(server)
        assert svar["kilder_afvist"] is True and svar["dataversion"] == anden["dataversion"]
        assert identity(kopi) == godkendt
        tab = contexts["light"].new_page()
        visit(tab, server.url)
        wait_for_map(tab)
        besked = " ".join(tab.locator(WARNING).all_inner_texts())
        assert "udbud" in besked and "findes-ikke-her" in besked, besked
        assert "ikke taget i brug" in besked
        assert metrics(tab) and drawn(tab)

        visit(tab, f"{server.url}/kort")
        assert wait_until(tab, lambda: "Siden kunne ikke vises" in tab.locator(WARNING).last.inner_text())
        tekst = tab.content()
        assert HEMMELIGT not in tekst and "Traceback" not in tekst and "RuntimeError" not in tekst
        assert str(kopi) not in tekst
        assert HEMMELIGT in server.log(), "the log must tell what the page does not"
        tab.close()
