"""The database file is replaced under running readers; each call has a cursor of its own."""

import gc
import importlib
import inspect
import pkgutil
import shutil
import sys
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import queries
from data.build import DATA, BygFejl, build
from data.grupper import group_code
from data.indlaesning import DataFejl
from queries import database, gruppeplads, standard
from queries.behov import against_need
from queries.database import Database, Snapshot
from tests.dag import I_DAG
from tests.queries import orakel

# Where a group stands (gruppe.sql).
RUNDER = len(orakel.laes("offentlig/udbud"))
TABELLER = ("omraade_kommune", "omraade", "omraade_med_rest", "placering", "omraade_folketal")


@pytest.fixture(scope="module")
def kilder(tmp_path_factory):
    """The sources without the invented data: quick to build."""
    mappe = tmp_path_factory.mktemp("kilder")
    for navn in ("katalog", "geografi", "offentlig"):
        shutil.copytree(DATA / navn, mappe / navn)
    return mappe


@pytest.fixture(scope="module")
def bygget(kilder, tmp_path_factory):
    """The first version, which no test writes to."""
    fil = tmp_path_factory.mktemp("bygget") / "a.duckdb"
    build(fil, kilder)
    return fil


@pytest.fixture
def fil(bygget, tmp_path):
    return shutil.copy(bygget, tmp_path / "laegedaekning.duckdb")


def rounds(data: Snapshot) -> int:
    return queries.udbud_pr_omraade("land", 2007, "offentlig", data=data)["runder"].iloc[0]


def without_the_last_clinic_tender(kilder, mappe):
    """A copy of the sources in which one tender and its events are gone; which one does not matter."""
    ny = shutil.copytree(kilder, mappe / "ny")
    tidligere = {post["forrige_udbud_id"] for post in orakel.laes("offentlig/udbud")}
    fjernes = next(p["udbud_id"] for p in orakel.laes("offentlig/udbud") if p["udbud_id"] not in tidligere)
    for navn in ("udbud", "udbud_haendelse"):
        sti = ny / "offentlig" / f"{navn}.csv"
        linjer = sti.read_text(encoding="utf-8").splitlines(keepends=True)
        sti.write_text("".join(en for en in linjer if not en.startswith(f"{fjernes},")), encoding="utf-8")
    return ny


def test_the_same_file_is_read_once(fil):
    database = Database(fil)
    assert database.snapshot() is database.snapshot()


def test_a_replaced_file_is_a_new_version_and_the_old_one_still_answers(fil, kilder, tmp_path):
    database = Database(fil)
    foer = database.snapshot()
    assert rounds(foer) == RUNDER
    rapport = build(fil, without_the_last_clinic_tender(kilder, tmp_path))
    assert rapport.blev_bygget
    efter = database.snapshot()
    assert efter.version == rapport.version != foer.version
    assert (rounds(efter), rounds(foer)) == (RUNDER - 1, RUNDER)
    assert database.snapshot() is efter


def test_the_file_can_be_written_while_it_is_served(fil):
    """The snapshot is a copy in memory: the file is not locked, and may even disappear."""
    data = Database(fil).snapshot()
    with duckdb.connect(fil) as con:
        con.execute("DELETE FROM klinik")
    fil.unlink()
    assert rounds(data) == RUNDER
    assert queries.klinik_pr_omraade("land", 2007, "offentlig", dag=I_DAG, data=data)["udbudsklinikker"].iloc[0] > 0


def test_without_a_file_there_is_no_snapshot(tmp_path):
    with pytest.raises(FileNotFoundError):
        Database(tmp_path / "findes-ikke.duckdb").snapshot()


def test_many_threads_get_right_answers(fil):
    database = Database(fil)
    sager = [
        (
            spoerg,
            niveau,
            regn_efter("region" if niveau == "region" else niveau, "2007", "offentlig")[kolonne].sum(),
            kolonne,
        )
        for spoerg, regn_efter, kolonne in (
            (queries.udbud_pr_omraade, orakel.udbud_pr_omraade, "ydernumre"),
            (queries.pulje_pr_omraade, orakel.pulje_pr_omraade, "beloeb_kr"),
            (queries.hu_pr_omraade, orakel.hu_pr_omraade, "besat"),
            (
                partial(queries.klinik_pr_omraade, dag=I_DAG),
                partial(orakel.klinik_pr_omraade, dag=I_DAG),
                "regionsklinikker",
            ),
        )
        for niveau in ("land", "region", "kommune")
    ]

    def answer(nummer: int) -> tuple[float, float]:
        spoerg, niveau, facit, kolonne = sager[nummer % len(sager)]
        return float(spoerg(niveau, 2007, "offentlig", data=database.snapshot())[kolonne].sum()), facit

    with ThreadPoolExecutor(16) as traade:
        svar = list(traade.map(answer, range(120)))
    assert [givet for givet, _ in svar] == pytest.approx([facit for _, facit in svar])


def test_threads_that_ask_first_at_once_share_one_copy(fil):
    database = Database(fil)
    with ThreadPoolExecutor(8) as traade:
        udgaver = list(traade.map(lambda _: database.snapshot(), range(8)))
    assert len({id(en) for en in udgaver}) == 1


def test_each_call_has_its_own_cursor_and_closes_it(data):
    """A DuckDB connection shared between threads raises; see design.md 6.8."""

    class Spion:
        def __init__(self):
            self.markoerer = []

        def cursor(self):
            self.markoerer.append(data.forbindelse.cursor())
            return self.markoerer[-1]

    spion = Spion()
    for _ in range(3):
        Snapshot(data.version, spion).frame("katalog")
    assert len(spion.markoerer) == 3
    for markoer in spion.markoerer:
        with pytest.raises(duckdb.ConnectionException):
            markoer.execute("SELECT 1")


def test_integers_that_can_be_missing_stay_integers(data):
    sted = {"niveau": "kommune", "struktur": "2007", "datasaet": "offentlig"}
    ramme = data.frame("udbud_pr_omraade", sted | {"fra": (None,), "til": (None,), "komplet": (False,)})
    assert ramme["ydernumre"].dtype == "Int64" and ramme["ydernumre"].isna().any()


def test_a_frame_is_the_callers_own(data):
    """Answers are remembered: what one caller does to a frame must not reach the next."""
    foerste = data.frame("katalog")
    foerste["navn"] = "ændret"
    foerste.loc[0, "definition"] = "ændret"
    anden = data.frame("katalog")
    assert "ændret" not in set(anden["navn"]) | set(anden["definition"])


def lost(fil, hvad: str) -> None:
    if hvad == "gone":
        fil.unlink()
    elif hvad == "half":
        fil.write_bytes(fil.read_bytes()[:20_000])
    elif hvad == "another":
        fil.unlink()
        duckdb.connect(fil).close()
    else:
        fil.write_bytes(b"noget helt andet" if hvad == "random" else b"")


@pytest.mark.parametrize("hvad", ["gone", "half", "random", "empty", "another"])
def test_a_lost_file_is_logged_once_and_the_last_good_version_goes_on_until_there_is_one_again(
    fil, bygget, caplog, monkeypatch, hvad
):
    monkeypatch.setattr(database, "TRY_AGAIN_SECONDS", 0)
    mistet = []
    laeser = Database(fil, mist=lambda: mistet.append(1))
    foer = laeser.snapshot()
    fil = Path(fil)
    lost(fil, hvad)
    for _ in range(3):
        assert laeser.snapshot() is foer and rounds(foer) == RUNDER
    assert len(mistet) == 3 and laeser.tabt
    assert [en.levelname for en in caplog.records] == ["ERROR"] and "goes on" in caplog.text
    with pytest.raises((OSError, duckdb.Error)):
        Database(fil).snapshot()
    kopi = fil.with_suffix(".ny")
    shutil.copy(bygget, kopi)
    kopi.replace(fil)
    assert laeser.snapshot() is foer and not laeser.tabt, "the same version: what it remembers is still true"
    with duckdb.connect(kopi) as con:
        con.execute(f"ATTACH '{bygget}' AS fra (READ_ONLY)")
        con.execute(f"COPY FROM DATABASE fra TO {con.execute('SELECT current_database()').fetchone()[0]}")
        con.execute("UPDATE bygning SET kildehash = 'nyere'")
    lost(fil, "gone")
    assert laeser.snapshot() is foer
    kopi.replace(fil)
    assert laeser.snapshot().version == "nyere"


def test_a_lost_file_is_built_anew_in_the_background(fil, monkeypatch):
    bygget, laas = [], threading.Event()

    def slow(ud, igen):
        bygget.append((ud, igen))
        laas.wait(10)
        if len(bygget) == 1:
            raise BygFejl("Disken er fuld.")

    monkeypatch.setattr(standard, "build", slow)
    monkeypatch.setattr(standard, "REST_SECONDS", 30)
    genopbygning = standard.Genopbygning()
    for _ in range(3):
        genopbygning.begin()
    laas.set()
    genopbygning.traad.join()
    genopbygning.begin()
    assert bygget == [(standard.DATABASE.fil, True)], "one at a time, and a rest after one that failed"
    genopbygning._tidligst = 0
    genopbygning.begin()
    genopbygning.traad.join()
    assert len(bygget) == 2


@pytest.fixture
def start(fil, monkeypatch):
    """A server that starts on the file, whose build fails with something."""

    def begin(fejl: Exception) -> Database:
        def build(ud, with_own=True):
            if ud == Path(fil):
                raise fejl
            shutil.copy(bygget_til, ud)

        bygget_til = Path(fil).with_suffix(".kopi")
        if Path(fil).exists():
            shutil.copy(fil, bygget_til)
        standard._brought_up_to_date.cache_clear()
        monkeypatch.setattr(standard, "DATABASE", Database(fil))
        monkeypatch.setattr(standard, "build", build)
        return standard.DATABASE

    yield begin
    standard._brought_up_to_date.cache_clear()


@pytest.mark.parametrize("fejl", [BygFejl("Databasen kan ikke bygges: disken er skrivebeskyttet."), DataFejl([])])
def test_a_server_starts_on_the_last_good_database_until_there_is_another(start, fil, fejl):
    start(fejl)
    assert standard.bring_up_to_date() is fejl and rounds(standard.newest()) == RUNDER
    kopi = Path(fil).with_suffix(".ny")
    shutil.copy(fil, kopi)
    kopi.replace(fil)
    assert standard.bring_up_to_date() is None, "what was refused at the start was mended since"


def test_without_a_database_on_a_disk_that_cannot_be_written_one_is_built_elsewhere(start, fil, bygget):
    database_ = start(BygFejl("Databasen kan ikke bygges: disken er skrivebeskyttet."))
    Path(fil).write_bytes(b"")
    assert standard.bring_up_to_date() is None and rounds(standard.newest()) == RUNDER
    assert database_.fil.parent != Path(fil).parent


def test_refused_sources_and_no_database_are_told(start, fil):
    start(DataFejl([]))
    Path(fil).unlink()
    with pytest.raises(DataFejl):
        standard.bring_up_to_date()


def test_only_so_many_groups_stand_in_a_snapshot(bygget, monkeypatch):
    monkeypatch.setattr(gruppeplads, "GROUPS_KEPT", 3)
    data = Database(bygget).snapshot()

    def rows() -> dict[str, int]:
        with data.forbindelse.cursor() as cursor:
            return {navn: cursor.table(navn).aggregate("count(*)").fetchall()[0][0] for navn in TABELLER}

    koder = [group_code(f"Gruppe {nr}", ["101", "147", str(nr)]) for nr in (151, 153, 155, 157, 159, 161)]
    uden = rows()
    svar = [queries.udbud_pr_omraade(kode, 2007, "offentlig", data=data) for kode in koder[:3]]
    fyldt = rows()
    with ThreadPoolExecutor(4) as traade:
        svar += traade.map(lambda kode: queries.udbud_pr_omraade(kode, 2007, "offentlig", data=data), koder[3:])
    assert rows() == fyldt != uden, "a new one takes the place of the oldest"
    for kode, foer in zip(koder, svar, strict=True):
        igen = queries.klinik_pr_omraade(kode, 2007, "offentlig", dag=I_DAG, data=data)
        assert list(igen["omraade_id"])[:2] == [kode, "udenfor"] and foer["runder"].sum() == RUNDER
    plads = gruppeplads.Gruppeplads(data.forbindelse)
    with pytest.raises(KeyError), plads.room("gruppe.x"):
        pass
    assert not plads._i_brug and rows() == fyldt


# What every question is asked with, by the name of the parameter.
SVAR = {
    "datasaet": "offentlig",
    "niveau": "kommune",
    "struktur": "2007",
    "register": "udbud",
    "noegletal": "praksis_antal",
    "kolonne": "ydernumre",
    "aar": [2023, 2024],
    "perioder": ((2023, 2024),),
    "periode": (2023, 2024),
    "omraade": "101",
    "pulje": "",
    "kaede_id": "",
    "kilde_id": "",
    "tabel": "udbud",
    "dag": date(2025, 11, 1),
    "senest": date(2025, 12, 31),
    "til_aar": 2025,
    "fra": None,
    "til": None,
    "i_dag": I_DAG,
    "emner": ("klinik",),
    "enhed": "ydernummer",
    "koder": (),
    "sted": ("kommune", "2007", "offentlig", None, None),
    "poster": pd.DataFrame(columns=["kendt_niveau", "kendt_id"]),
}
# A column is one of its own register's.
KOLONNER = {"counts_behind": "indbyggere", "posts_behind": "besat"}


def everything_that_is_asked() -> list[Callable]:
    """Every public function of queries/ that answers from a snapshot."""
    moduler = [importlib.import_module(f"queries.{en.name}") for en in pkgutil.iter_modules(queries.__path__)]
    return [
        spoerg
        for modul in moduler
        for navn, spoerg in vars(modul).items()
        if inspect.isfunction(spoerg) and spoerg.__module__ == modul.__name__ and not navn.startswith("_")
        if "data" in inspect.signature(spoerg).parameters
    ]


def ask(spoerg: Callable, data: Snapshot) -> None:
    indikator = next(iter(queries.catalogue(data).values()))
    alle = inspect.signature(spoerg).parameters.values()
    krav = [en.name for en in alle if en.default is en.empty and en.kind is not en.VAR_KEYWORD]
    svar = SVAR | {"data": data, "indikator": indikator}
    if "ramme" in krav:
        svar["ramme"] = against_need(*svar["sted"], data=data)
    svar["kolonne"] = KOLONNER.get(spoerg.__name__, svar["kolonne"])
    spoerg(**{navn: svar[navn] for navn in krav})


def test_no_question_holds_on_to_a_version_and_an_import_lets_the_old_one_go(fil, kilder, tmp_path):
    """The heap is frozen (ui/opvarmning.py): what holds on to itself in a ring would never be freed."""
    spoergsmaal = everything_that_is_asked()
    assert len(spoergsmaal) > 35
    db = Database(fil)
    data = db.snapshot()
    svag = weakref.ref(data)
    gc.disable()
    try:
        for spoerg in spoergsmaal:
            ask(spoerg, data)
            assert sys.getrefcount(data) <= 3, f"{spoerg.__qualname__} holds on to the snapshot"
        del data
        assert svag() is not None, "the newest version is the database's"
        build(fil, without_the_last_clinic_tender(kilder, tmp_path))
        assert db.snapshot() is not None and svag() is None
    finally:
        gc.enable()
