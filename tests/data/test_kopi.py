"""Backup and restore: whatever state the tree is in, a copy is put back whole, or nothing is touched."""

import json
import shutil
import stat
import zipfile
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from data.build import build
from data.kopi import fil as kopifil
from data.kopi import tilbage
from data.kopi.__main__ import main
from data.kopi.fil import KopiFejl, belongs, database, read, take
from data.kopi.tilbage import put_back
from data.laas import locked
from data.versioner import current
from tests.dag import NU
from tests.data.egne_versioner import everything, sources, write_version

KLINIK = {
    "klinik_id": "k-1",
    "navn": "Klinik",
    "sted": "Nakskov",
    "kommunekode": "360",
    "kliniktype": "regionsklinik",
    "fra_dato": "2024-05",
    "fra_praecision": "maaned",
    "kilde_id": "k1",
}


ENKELTE = {"data/praesentationer/vores.toml", "data/adgang.toml", "geo/former/officiel.geojson"}


@pytest.fixture(scope="module")
def moenster(tmp_path_factory):
    """An installation with two versions, a deck, an access file and official borders, and a copy of it."""
    rod = tmp_path_factory.mktemp("moenster") / "rod"
    sources(rod / "data")
    kilde = {"kilde_id": "k1", "titel": "Eget register", "udgiver": "PLO", "dato": "2026-01-01", "type": "PLO"}
    for nr, tid in enumerate(("2026-11-01T10:00:00+01:00", "2026-11-02T10:00:00+01:00"), 1):
        klinikker = [KLINIK | {"klinik_id": f"k-{en}"} for en in range(nr)]
        write_version(rod / "data", {"kilde": [kilde], "klinik": klinikker}, tid)
    for navn in (*ENKELTE, "geo/former/ikke_vores.txt"):
        (rod / navn).parent.mkdir(parents=True, exist_ok=True)
        (rod / navn).write_text("x", encoding="utf-8")
    (rod / "data/egne/.ny-rest").write_text("afbrudt", encoding="utf-8")
    build(database(rod), rod / "data")
    take(rod.parent / "kopi.zip", rod, NU)
    return rod


@pytest.fixture
def rod(moenster, tmp_path):
    return shutil.copytree(moenster, tmp_path / "rod")


@pytest.fixture
def kopi(moenster) -> Path:
    return moenster.parent / "kopi.zip"


def shown(rod: Path) -> int:
    """The number of clinics of its own that a reader sees."""
    with duckdb.connect(database(rod), read_only=True) as con:
        return con.table("klinik").aggregate("count(*)").fetchall()[0][0]


def files(rod: Path) -> dict[str, bytes]:
    return {sti.relative_to(rod).as_posix(): sti.read_bytes() for sti in sorted(rod.rglob("*")) if sti.is_file()}


def test_a_copy_holds_what_is_the_sites_own(moenster, kopi):
    post = read(kopi)
    egne = {navn for navn in post.filer if navn.startswith("data/egne/")}
    assert {*post.filer} - egne == ENKELTE
    assert egne == {f"data/egne/{navn}" for navn in everything(moenster / "data")}
    assert post.gaeldende == current(moenster / "data").navn and post.mangel == ""
    # it holds keys: nobody else on the machine reads it
    assert stat.S_IMODE(kopi.stat().st_mode) & 0o077 == 0


def broken_pointer(egne: Path) -> None:
    (egne / "gaeldende").write_text("{", encoding="utf-8")


def changed_file(egne: Path) -> None:
    fil = next(egne.glob("versioner/0002-*/klinik.csv"))
    fil.chmod(0o600)
    fil.write_text("x", encoding="utf-8")


def a_file_in_its_place(egne: Path) -> None:
    shutil.rmtree(egne)
    egne.write_text("x", encoding="utf-8")


BRUD = {
    "nothing": lambda egne: None,
    "pointer": broken_pointer,
    "no pointer": lambda egne: (egne / "gaeldende").unlink(),
    "file": changed_file,
    "versions": lambda egne: shutil.rmtree(egne / "versioner"),
    "all": shutil.rmtree,
    "a file": a_file_in_its_place,
    "database": lambda egne: database(egne.parents[1]).write_bytes(b"x" * 100),
    "no database": lambda egne: database(egne.parents[1]).unlink(),
}


@pytest.mark.parametrize("brud", BRUD)
def test_a_broken_tree_is_whole_again(moenster, rod, kopi, brud, monkeypatch, tmp_path):
    if "database" not in brud:  # a build is a second, and the others find the same in its place
        shutil.copy(database(moenster), tmp_path / "bygget")
        monkeypatch.setattr(tilbage, "built_beside", lambda *_: nullcontext((tmp_path / "bygget", None)))
    BRUD[brud](rod / "data" / "egne")
    (rod / "data/adgang.toml").write_text("en anden", encoding="utf-8")
    laa = files(rod)
    post, foer = put_back(kopi, rod, NU)
    assert everything(rod / "data") == everything(moenster / "data") and shown(rod) == 2
    assert (rod / "data/adgang.toml").read_text("utf-8") == "x" and current(rod / "data").navn == post.gaeldende
    # nothing that lay there is lost
    egne = {navn.removeprefix("data/"): indhold for navn, indhold in laa.items() if navn.startswith("data/egne")}
    gemt = files(foer)
    assert {f"data/{navn}": indhold for navn, indhold in egne.items()} | {"data/adgang.toml": b"en anden"} == gemt
    assert not [en for en in (rod / "data").iterdir() if en.name.startswith((".ny-", ".bygger-"))]


def test_a_fresh_installation_gets_all_of_it(moenster, tmp_path, kopi):
    rod = tmp_path / "ny"
    sources(rod / "data")
    assert put_back(kopi, rod, NU)[1] is None and shown(rod) == 2
    assert (rod / "data/praesentationer/vores.toml").exists() and (rod / "geo/former/officiel.geojson").exists()


def test_what_fails_last_puts_all_back(rod, kopi, monkeypatch):
    (rod / "data/adgang.toml").write_text("en anden", encoding="utf-8")
    foer = files(rod)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tilbage, "move_into_place", full)
    with pytest.raises(KopiFejl, match="disken er fuld"):
        put_back(kopi, rod, NU)
    assert files(rod) == foer


def rewritten(kopi: Path, ud: Path, **aendringer) -> Path:
    """A copy with other contents: a name with None is left out."""
    with zipfile.ZipFile(kopi) as ind, zipfile.ZipFile(ud, "w") as til:
        alle = {navn: ind.read(navn) for navn in ind.namelist()} | aendringer
        for navn, indhold in alle.items():
            if indhold is not None:
                til.writestr(navn, indhold)
    return ud


def test_a_copy_that_is_broken_is_refused_and_nothing_is_touched(rod, kopi, tmp_path):
    om = json.loads(zipfile.ZipFile(kopi).read("om.json"))
    ude = {"../ude.txt": "x"}
    daarlige = [
        rewritten(kopi, tmp_path / "1.zip", **{"data/adgang.toml": "ændret"}),
        rewritten(kopi, tmp_path / "2.zip", **{"data/adgang.toml": None}),
        rewritten(kopi, tmp_path / "3.zip", **{"om.json": None}),
        rewritten(kopi, tmp_path / "4.zip", **{"om.json": json.dumps(om | {"format": 2})}),
        rewritten(kopi, tmp_path / "5.zip", **ude, **{"om.json": json.dumps(om | {"filer": om["filer"] | ude})}),
        tmp_path / "6.zip",
    ]
    daarlige[-1].write_bytes(kopi.read_bytes()[:-50])
    foer = files(rod)
    for en in daarlige:
        with pytest.raises(KopiFejl):
            put_back(en, rod, NU)
    assert files(rod) == foer and not (rod.parent / "ude.txt").exists()


def test_a_broken_tree_is_copied_as_it_is_and_that_is_told(rod, tmp_path, capsys):
    changed_file(rod / "data" / "egne")
    foer = files(rod)
    assert main(["--rod", str(rod), "tag", str(tmp_path / "k.zip")]) == 1
    assert "er ændret på disken" in capsys.readouterr().out
    with pytest.raises(KopiFejl, match="kan ikke bruges"):
        put_back(tmp_path / "k.zip", rod, NU + timedelta(days=1))
    assert files(rod) == foer


def test_the_commands_say_what_they_did(rod, tmp_path, kopi, capsys):
    assert main(["se", str(kopi)]) == 0 and "2 versioner af egne data" in capsys.readouterr().out
    assert main(["--rod", str(rod), "tilbage", str(kopi)]) == 0 and "flyttet til" in capsys.readouterr().out
    assert main(["se", str(tmp_path / "findes-ikke.zip")]) == 2 and capsys.readouterr().err.strip()


def test_nobody_copies_while_others_load(rod, tmp_path, monkeypatch):
    monkeypatch.setattr(kopifil, "VENT", 0.1)
    with locked(kopifil.lock_file(database(rod)), 1):
        assert main(["--rod", str(rod), "tag", str(tmp_path / "k.zip")]) == 2
    assert not [*tmp_path.glob("*.zip"), *tmp_path.glob(".ny-*")]


@pytest.mark.parametrize(
    ("navn", "svar"),
    [
        ("data/egne/gaeldende", True),
        ("data/praesentationer/a.toml", True),
        ("data/egne/../../x", False),
        ("data/praesentationer/a/b.toml", False),
        ("/data/egne/x", False),
        ("data/egne\\..\\x", False),
        ("C:data/egne/x", False),
        ("dashboard.py", False),
    ],
)
def test_the_names_of_a_copy(navn, svar):
    assert belongs(navn) is svar
