"""The database file is replaced under running readers; each call has a cursor of its own."""

import shutil
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

import queries
from data.build import DATA, build
from queries.database import Database, Snapshot
from tests.queries import orakel


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
    assert rounds(foer) == 95
    rapport = build(fil, without_the_last_clinic_tender(kilder, tmp_path))
    assert rapport.blev_bygget
    efter = database.snapshot()
    assert efter.version == rapport.version != foer.version
    assert (rounds(efter), rounds(foer)) == (94, 95)
    assert database.snapshot() is efter


def test_the_file_can_be_written_while_it_is_served(fil):
    """The snapshot is a copy in memory: the file is not locked, and may even disappear."""
    data = Database(fil).snapshot()
    with duckdb.connect(fil) as con:
        con.execute("DELETE FROM klinik")
    fil.unlink()
    assert rounds(data) == 95
    assert queries.klinik_pr_omraade("land", 2007, "offentlig", data=data)["udbudsklinikker"].iloc[0] > 0


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
            (queries.klinik_pr_omraade, orakel.klinik_pr_omraade, "regionsklinikker"),
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
