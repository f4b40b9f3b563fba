"""No version is ever lost: a disk that fails and a death at every single step, and every pointer there can be.

The build is a small one (a table instead of them all); everything that touches the disk is the real thing.
"""

import errno
import json
import os
import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from data import build as byg
from data import disk, laas, pegepind, versioner
from data.build import BygFejl, build, built_hash, source_hash
from data.disk import reason
from data.indlaes import IndlaesFejl, VersionFejl, all_versions, current, go_back, load, propose, read_pointer, versions
from data.indlaes.__main__ import main
from data.indlaes.fil import Fil
from data.indlaesning import DataFejl
from data.pegepind import Pegepind, Skift, write_pointer
from data.versioner import newer_than_known
from tests.data.egne_versioner import sources, write_version
from tests.data.indlaes_filer import UDBUD, as_csv


class Doed(BaseException):
    """The power went."""


@pytest.fixture(scope="module")
def kilder_uden(tmp_path_factory) -> Path:
    return sources(tmp_path_factory.mktemp("fejl") / "kilder")


@pytest.fixture(scope="module")
def forslag_af(kilder_uden):
    """A proposal of so many tenders, made once for all tests that load it."""
    raekker = [UDBUD | {"Udbuds-id": f"nr-{nr}"} for nr in range(3)]
    return [propose([Fil("udbud.csv", as_csv(*raekker[: nr + 1]))], kilder=kilder_uden) for nr in range(3)]


@pytest.fixture
def sted(kilder_uden, tmp_path, monkeypatch) -> tuple[Path, Path]:
    """Sources without own data, where a database is (of the tenders alone, for speed)."""

    def fill(con, _kilder, egne):
        con.execute("CREATE TABLE bygning (kildehash VARCHAR PRIMARY KEY); CREATE TABLE udbud (udbud_id VARCHAR)")
        if egne:
            con.execute(f"INSERT INTO udbud SELECT udbud_id FROM read_csv('{egne / 'udbud.csv'}', all_varchar = true)")

    monkeypatch.setattr(byg, "_fill", fill)
    monkeypatch.setattr(byg, "_contents", lambda con: ())
    shutil.rmtree(kilder_uden / "egne", ignore_errors=True)
    ud = tmp_path / "db" / "x.duckdb"
    build(ud, kilder_uden)
    return kilder_uden, ud


@pytest.fixture
def indlaes(sted, forslag_af):
    """Load a proposal by its number, on whatever version is in use."""

    def load_number(nr: int):
        kilder, ud = sted
        return load(replace(forslag_af[nr], grundversion=read_pointer(kilder).gaeldende), "Anne", ud=ud)

    return load_number


def own(ud: Path) -> int:
    """The number of tenders a reader sees."""
    with duckdb.connect(ud, read_only=True) as con:
        return con.table("udbud").aggregate("count(*)").fetchall()[0][0]


def everything(kilder: Path) -> dict[str, bytes]:
    """Every finished file of the own data, by its place."""
    egne = kilder / "egne"
    alle = {str(sti.relative_to(egne)): sti for sti in egne.rglob("*") if sti.is_file()}
    return {navn: sti.read_bytes() for navn, sti in alle.items() if ".ny-" not in navn}


def left_behind(kilder: Path, ud: Path) -> tuple:
    """The kinds of files and folders that are there, and what reader and pointer have: nothing goes on otherwise from
    the same."""
    egne = kilder / "egne"
    stier = [str(sti.relative_to(rod)) for rod in (egne, ud.parent) for sti in rod.rglob("*")]
    navne = [re.sub(r".*(\.ny-|\.bygger-).*", r"\1", sti) for sti in stier]
    fil = egne / "gaeldende"
    return (*sorted(set(navne)), own(ud), fil.read_bytes() if fil.exists() else None)


class Trin:
    """Counts what is done to the disk and makes step `fejler_ved` fail; when it kills, so does every step after it."""

    def __init__(self, monkeypatch, fejler_ved: int, fejl: BaseException):
        self.antal, self.fejler_ved, self.fejl = 0, fejler_ved, fejl
        self.naaet = False
        for ting, navn in (
            (os, "replace"),
            (os, "fsync"),
            (os, "unlink"),
            (os, "mkdir"),
            (os, "chmod"),
            (shutil, "rmtree"),
            (tempfile, "mkdtemp"),
            (disk, "open"),
            (laas.os, "open"),
            (byg, "_rows_by_table"),
            (byg, "_checkpoint"),
        ):
            gammel = getattr(ting, navn, open)
            monkeypatch.setattr(ting, navn, self._counted(gammel), raising=False)

    def _counted(self, gammel):
        def step(*argumenter, **valg):
            self.antal += 1
            doed = isinstance(self.fejl, Doed)
            if valg.get("ignore_errors") and not doed:
                return gammel(*argumenter, **valg)
            if self.antal == self.fejler_ved or (doed and self.naaet):
                self.naaet = True
                raise DATABASE if not doed and gammel.__module__ == byg.__name__ else self.fejl
            return gammel(*argumenter, **valg)

        return step


FULD = OSError(errno.ENOSPC, "No space left on device")
DATABASE = duckdb.IOException("IO Error: Could not write file: No space left on device")


@pytest.mark.parametrize("fejl", [FULD, Doed()], ids=["full", "killed"])
@pytest.mark.parametrize("hvad", ["first", "next", "back"])
def test_whatever_step_fails_no_version_is_lost_and_the_next_import_goes_on(sted, indlaes, monkeypatch, fejl, hvad):
    kilder, ud = sted
    egne = kilder / "egne"
    egne.mkdir()
    for nr in {"first": (), "next": (0,), "back": (0, 1)}[hvad]:
        indlaes(nr)
    gemt = shutil.copytree(egne, ud.parent / "egne")
    antal, foer, database = own(ud), everything(kilder), ud.read_bytes()
    set_foer: set[tuple] = set()
    trin = 0
    while True:
        trin += 1
        shutil.rmtree(egne)
        shutil.copytree(gemt, egne)
        ud.write_bytes(database)
        with monkeypatch.context() as m:
            taeller = Trin(m, trin, fejl)
            try:
                go_back(1, kilder=kilder, ud=ud) if hvad == "back" else indlaes(2)
            except (IndlaesFejl, Doed) as sket:
                lykkedes, tekst = False, str(sket)
            else:
                lykkedes, tekst = True, ""
        if not taeller.naaet:
            break
        hvor = f"step {trin}: {tekst}"
        efter = everything(kilder)
        versionsfiler = {navn: indhold for navn, indhold in foer.items() if navn.startswith("versioner")}
        assert versionsfiler.items() <= efter.items(), f"{hvor}: a version was lost or changed"
        maal = {"first": 3, "next": 3, "back": 1}[hvad]
        assert own(ud) in (antal, maal), f"{hvor}: a reader has something else"
        if not lykkedes and not isinstance(fejl, Doed):
            assert "er ændret" in tekst and "disken er fuld" in tekst, hvor
            assert ud.read_bytes() == database, hvor
            assert efter.items() - foer.items() <= {("gaeldende", efter.get("gaeldende"))}, f"{hvor}: something is left"
            assert (read_pointer(kilder).gaeldende, len(all_versions(kilder))) == (
                json.loads(foer["gaeldende"])["gaeldende"] if foer else "",
                len({navn.split("/")[1] for navn in versionsfiler}),
            ), hvor
        if (efterladt := left_behind(kilder, ud)) in set_foer:
            continue
        set_foer.add(efterladt)
        # what the next start does, and the next import
        build(ud, kilder)
        assert built_hash(ud) == source_hash(kilder, versioner.current_folder(kilder)), hvor
        numre = [en.nr for en in all_versions(kilder)]
        ny = indlaes(1) if hvad != "back" else indlaes(2)
        assert ny.nr > max(numre, default=0) and own(ud) == (2 if hvad != "back" else 3), hvor
        assert all(en.version for en in all_versions(kilder)), hvor
        assert not any(str(navn).startswith((".ny-", ".bygger-")) for navn in left_behind(kilder, ud)), hvor
    assert trin > 15, "the steps are no longer seen"


def test_a_version_cut_off_before_its_pointer_is_told_and_can_be_taken_into_use(sted, indlaes, monkeypatch):
    kilder, ud = sted
    indlaes(0)
    with monkeypatch.context() as m:
        m.setattr("data.indlaes.skift._switch", lambda *_: os._exit)
        indlaes(1)
    assert own(ud) == 1 and [en.nr for en in newer_than_known(kilder)] == [2]
    assert [(en.nr, en.brugt) for en in all_versions(kilder)] == [(2, False), (1, True)]
    assert go_back(2, kilder=kilder, ud=ud).nr == 2 and own(ud) == 2
    assert not newer_than_known(kilder) and indlaes(2).nr == 3


ODELAGTE = [
    b"",
    b"{",
    b'{"gaeldende": "0001-',
    b"[]",
    b"null",
    b"7",
    b"\xff\xfe\x00",
    b'{"gaeldende": null, "skift": []}',
    b'{"gaeldende": 1, "skift": []}',
    b'{"gaeldende": "", "skift": null}',
    b'{"gaeldende": "", "skift": [1]}',
    b'{"gaeldende": "", "skift": [{"til": "", "tid": 1, "hvem": "", "handling": ""}]}',
    b'{"gaeldende": "", "skift": [{"til": "../x", "tid": "", "hvem": "", "handling": ""}]}',
    b'{"gaeldende": "../../offentlig", "skift": []}',
    b'{"gaeldende": "/etc", "skift": []}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("indhold", [None, *ODELAGTE], ids=lambda en: repr(en)[:24])
def test_a_pointer_that_is_gone_or_broken_stops_with_the_way_on(sted, indlaes, capsys, indhold):
    kilder, ud = sted
    indlaes(0), indlaes(1)
    foer = everything(kilder)
    fil = kilder / "egne" / "gaeldende"
    fil.unlink() if indhold is None else fil.write_bytes(indhold)
    for stoppes in (lambda: read_pointer(kilder), lambda: indlaes(2), lambda: current(kilder)):
        with pytest.raises(VersionFejl, match=r"--tilbage NR\. Intet er slettet"):
            stoppes()
    with pytest.raises(DataFejl, match="under Versioner"):
        build(ud, kilder)
    hvor = ["--kilder", str(kilder), "--out", str(ud)]
    assert main(["--versioner", *hvor]) == 2 and "4 nye" in capsys.readouterr().out, "the list is what is needed now"
    assert own(ud) == 2, "the last good database serves"
    assert {navn: en for navn, en in everything(kilder).items() if navn in foer and navn != "gaeldende"} == {
        navn: en for navn, en in foer.items() if navn != "gaeldende"
    }
    assert main(["--tilbage", "1", *hvor]) == 0 and own(ud) == 1
    assert read_pointer(kilder).gaeldende.startswith("0001-")
    gemt = [*kilder.glob("egne/gaeldende-oedelagt-*")]
    assert [en.read_bytes() for en in gemt] == ([] if indhold is None else [indhold]), "what it said is kept"
    assert indlaes(2).nr == 3 and len(versions(kilder)) == 3


def test_no_own_data_is_a_choice_too(sted, indlaes):
    kilder, ud = sted
    indlaes(0)
    (kilder / "egne" / "gaeldende").unlink()
    assert go_back(0, kilder=kilder, ud=ud) is None and own(ud) == 0
    assert read_pointer(kilder).gaeldende == "" and len(versions(kilder)) == 1
    assert indlaes(1).nr == 2


def test_a_choice_that_fails_leaves_the_broken_pointer_as_it_was(sted, indlaes, monkeypatch):
    kilder, ud = sted
    indlaes(0)
    for indhold in (b"{", None):
        fil = kilder / "egne" / "gaeldende"
        fil.unlink() if indhold is None else fil.write_bytes(indhold)
        with monkeypatch.context() as m, pytest.raises(IndlaesFejl, match="disken er fuld"):
            m.setattr("data.indlaes.skift.move_into_place", lambda *_: (_ for _ in ()).throw(FULD))
            go_back(1, kilder=kilder, ud=ud)
        assert (fil.read_bytes() if fil.exists() else None) == indhold


def test_an_older_pointer_hides_nothing_and_its_numbers_are_not_used_again(sted, indlaes, forslag_af):
    kilder, ud = sted
    indlaes(0)
    gammelt = (kilder / "egne" / "gaeldende").read_bytes()
    indlaes(1), indlaes(2)
    foer = everything(kilder)
    (kilder / "egne" / "gaeldende").write_bytes(gammelt)
    build(ud, kilder)
    assert own(ud) == 1 and [en.nr for en in newer_than_known(kilder)] == [3, 2]
    forslag = propose([Fil("udbud.csv", as_csv(UDBUD))], kilder=kilder)
    assert any("Version 3 og 2" in en and "ikke nævnt" in en for en in forslag.bemaerkninger)
    assert indlaes(1).nr == 4 and not newer_than_known(kilder)
    assert {navn for navn in foer if navn != "gaeldende"} <= set(everything(kilder))
    assert go_back(3, kilder=kilder, ud=ud).nr == 3 and own(ud) == 3


def test_only_what_carries_the_mark_of_the_unfinished_is_swept(sted, indlaes):
    kilder, ud = sted
    foerste = indlaes(0)
    rod = kilder / "egne" / "versioner"
    shutil.copytree(rod / foerste.navn, rod / f"{foerste.navn} - Kopi")
    shutil.copytree(rod / foerste.navn, rod / "kopi-0001")
    (rod / "0007-abcdefabcdef").mkdir()
    (rod / "2026-noter").mkdir()
    (rod / "læs mig.txt").write_text("Anne")
    (rod / "0012-abcdefabcdef - Kopi").mkdir()
    (kilder / "egne" / "noter.txt").write_text("Bo")
    foer = everything(kilder) | {en.name: b"" for en in rod.iterdir()}
    for rest in (rod / ".ny-x", kilder / "egne" / ".ny-y"):
        rest.mkdir()
        (rest / "udbud.csv").write_text("halv")
    (kilder / "egne" / ".ny-gaeldende").write_text("halv")
    assert indlaes(1).nr == 13, "no number is used twice"
    efter = everything(kilder) | {en.name: b"" for en in rod.iterdir()}
    assert set(foer) <= set(efter) and not [*kilder.rglob(".ny-*")]
    assert [(en.nr, bool(en.version)) for en in all_versions(kilder)] == [(13, True), (7, False), (1, True)]


def spoil_json(felt, vaerdi):
    def spoil(sti: Path):
        post = json.loads((sti / "version.json").read_text(encoding="utf-8"))
        post[felt] = vaerdi
        (sti / "version.json").write_text(json.dumps(post), encoding="utf-8")

    return spoil


SKADER = {
    "half": lambda sti: (sti / "version.json").write_text("{"),
    "gone": lambda sti: (sti / "version.json").unlink(),
    "a folder": lambda sti: ((sti / "version.json").unlink(), (sti / "version.json").mkdir()),
    "who": spoil_json("hvem", "En anden"),
    "note": spoil_json("note", "Noget andet"),
    "csv": lambda sti: (sti / "udbud.csv").write_text("udbud_id\nx\n"),
    "csv gone": lambda sti: (sti / "udbud.csv").unlink(),
    "csv more": lambda sti: (sti / "klinik.csv").write_text("klinik_id\nx\n"),
    "all gone": lambda sti: [fil.unlink() for fil in sti.iterdir()],
}


@pytest.mark.parametrize("skade", SKADER.values(), ids=SKADER)
def test_one_damaged_version_is_unusable_alone(sted, indlaes, skade, capsys):
    kilder, ud = sted
    navne = [indlaes(nr).navn for nr in range(3)]
    midt = versioner.folder(kilder, navne[1])
    for fil in midt.iterdir():
        fil.chmod(0o644)
    skade(midt)
    fundne = {en.nr: en for en in all_versions(kilder)}
    assert fundne[2].version is None and fundne[2].fejl.endswith(".") and fundne[1].version and fundne[3].version
    with pytest.raises(IndlaesFejl, match=r"Version 2 kan ikke bruges\. "):
        go_back(2, kilder=kilder, ud=ud)
    assert main(["--versioner", "--kilder", str(kilder)]) == 0
    assert "2 · " + navne[1] + " · kan ikke bruges: " in capsys.readouterr().out
    assert go_back(1, kilder=kilder, ud=ud).nr == 1 and own(ud) == 1
    assert indlaes(1).nr == 4 and midt.exists()


@pytest.mark.parametrize("skade", SKADER.values(), ids=SKADER)
def test_when_it_is_the_one_in_use_the_last_good_database_serves_and_one_can_go_on(sted, indlaes, skade):
    kilder, ud = sted
    navne = [indlaes(nr).navn for nr in range(2)]
    for fil in (sidste := versioner.folder(kilder, navne[1])).iterdir():
        fil.chmod(0o644)
    skade(sidste)
    with pytest.raises(VersionFejl, match="kan ikke bruges: .* vælg en anden version"):
        current(kilder)
    with pytest.raises(DataFejl, match="kan ikke bruges"):
        build(ud, kilder, igen=True)
    assert own(ud) == 2
    assert go_back(1, kilder=kilder, ud=ud).nr == 1 and own(ud) == 1


def test_a_version_of_the_first_months_is_read_for_ever(sted, indlaes):
    """Its hash is over the tables alone; so a version.json changed by hand is told only when it makes no sense."""
    kilder, ud = sted
    write_version(kilder, {"udbud": [{"udbud_id": "a"}]}, "2026-11-20T10:00:00+01:00")
    rod = kilder / "egne" / "versioner"
    (ny,) = rod.iterdir()
    gammel = rod / f"0001-{versioner._hash_of_tables(ny)}"
    assert gammel.name != ny.name
    ny.rename(gammel)
    write_pointer(kilder, Pegepind(gammel.name, (Skift(gammel.name, "2026-11-20T10:00:00+01:00", "Anne", "indlæst"),)))
    assert [en.navn for en in versions(kilder)] == [gammel.name] and current(kilder).hvem == "Anne"
    build(ud, kilder)
    assert own(ud) == 1 and indlaes(1).nr == 2 and go_back(1, kilder=kilder, ud=ud).navn == gammel.name
    (gammel / "version.json").chmod(0o644)
    for felt, vaerdi in (
        ("nr", 7),
        ("tid", "i går"),
        ("filer", 3),
        ("optalt", []),
        ("komplet", {"udbud": 2}),
        ("x", 1),
    ):
        foer = (gammel / "version.json").read_bytes()
        spoil_json(felt, vaerdi)(gammel)
        assert [en.nr for en in versions(kilder)] == [2], felt
        (gammel / "version.json").write_bytes(foer)
    (gammel / "udbud.csv").chmod(0o644)
    (gammel / "udbud.csv").write_text("udbud_id\nb\n")
    assert [en.nr for en in versions(kilder)] == [2]


def test_two_versions_of_one_number_are_told_apart_by_the_pointer(sted, indlaes, tmp_path):
    """Two backups laid together."""
    kilder, ud = sted
    indlaes(0)
    egne = kilder / "egne"
    gemt = shutil.copytree(egne, tmp_path / "kopi")
    en = indlaes(1).navn
    anden = versioner.folder(kilder, en)
    shutil.move(anden, tmp_path / en)
    shutil.rmtree(egne)
    shutil.copytree(gemt, egne)
    to = indlaes(2).navn
    shutil.move(tmp_path / en, anden)
    assert [fundet.navn for fundet in all_versions(kilder) if fundet.nr == 2] == sorted([en, to])
    assert go_back(1, kilder=kilder, ud=ud) and go_back(2, kilder=kilder, ud=ud).navn == to
    (egne / "gaeldende").unlink()
    with pytest.raises(IndlaesFejl, match=f"Flere versioner har nummer 2: .*{en}"):
        go_back(2, kilder=kilder, ud=ud)


@pytest.mark.parametrize("hvad", ["empty", "other rows", "no checkpoint"])
def test_a_database_that_does_not_hold_what_was_loaded_is_never_moved_into_place(sted, indlaes, monkeypatch, hvad):
    kilder, ud = sted
    indlaes(0)
    foer = ud.read_bytes(), everything(kilder)
    aaben = duckdb.connect

    def broken(fil, **valg):
        con = aaben(fil, **valg)
        if valg.get("read_only") and Path(fil).parent.name.startswith(".bygger"):
            con.close()
            with aaben(fil) as skriver:
                skriver.execute("DELETE FROM udbud" if hvad == "other rows" else "DELETE FROM bygning")
            con = aaben(fil, **valg)
        return con

    if hvad == "no checkpoint":
        monkeypatch.setattr(byg, "_checkpoint", lambda con: (_ for _ in ()).throw(duckdb.FatalException("No space")))
    else:
        monkeypatch.setattr(byg.duckdb, "connect", broken)
    with pytest.raises(IndlaesFejl, match="Intet er ændret"):
        indlaes(1)
    with pytest.raises(BygFejl, match="Intet er ændret"):
        build(ud, kilder, igen=True)
    assert (ud.read_bytes(), everything(kilder)) == foer


def test_a_pointer_that_cannot_be_put_back_is_not_called_unchanged(sted, indlaes, monkeypatch):
    kilder, ud = sted
    indlaes(0)
    rigtig = os.replace

    def replace_(fra, til):
        if str(fra).endswith("-foer") or str(til) == str(ud):
            raise OSError(errno.EIO, "Input/output error")
        rigtig(fra, til)

    with monkeypatch.context() as m, pytest.raises(IndlaesFejl, match="er valgt, men databasen kan ikke skiftes: disk"):
        m.setattr(os, "replace", replace_)
        indlaes(1)
    assert own(ud) == 1 and build(ud, kilder).blev_bygget and own(ud) == 2


@pytest.mark.parametrize(
    ("fejl", "grund"),
    [
        (FULD, "disken er fuld"),
        (DATABASE, "disken er fuld"),
        (OSError(errno.EROFS, "Read-only file system"), "disken er skrivebeskyttet"),
        (PermissionError(errno.EACCES, "Permission denied"), "der mangler rettigheder til mappen eller filen"),
        (OSError(errno.EIO, "Input/output error"), "disken svarer med fejl"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "kvoten på disken er brugt op"),
        (OSError(9999, "Something"), "fejl 9999 fra systemet"),
        (OSError("Something"), "fejl OSError fra systemet"),
        (duckdb.OutOfMemoryException("Out of Memory"), "der er ikke hukommelse nok"),
        (duckdb.IOException("IO Error: checksum"), "databasefilen kan ikke læses eller skrives"),
        (duckdb.InternalException("assert"), "fejl i databasen, InternalException"),
    ],
)
def test_why_a_disk_fails_is_said_in_danish(fejl, grund):
    assert reason(fejl) == grund


def test_the_command_that_builds_says_it_in_words(sted, monkeypatch, capsys):
    kilder, ud = sted
    monkeypatch.setattr(byg, "_fill", lambda *_: (_ for _ in ()).throw(DATABASE))
    assert byg.main(["--kilder", str(kilder), "--out", str(ud), "--igen"]) == 2
    assert capsys.readouterr().err == (
        "Databasen kan ikke bygges: disken er fuld. Intet er ændret. Gør plads, og prøv igen.\n"
    )


def test_a_pointer_is_replaced_whole(sted, indlaes):
    kilder, _ = sted
    indlaes(0), indlaes(1)
    post = json.loads((kilder / "egne" / pegepind.FIL).read_text(encoding="utf-8"))
    assert [en["til"] for en in post["skift"]] == [en.navn for en in reversed(versions(kilder))]
