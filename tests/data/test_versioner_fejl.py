"""No version is lost: a disk that fails and a death at every step, and a database that is not what was loaded.

The build is a small one (conftest.py); everything that touches the disk is the real thing.
"""

import errno
import json
import os
import re
import shutil
import tempfile
from dataclasses import replace
from itertools import count
from pathlib import Path

import duckdb
import pytest

from data import build as byg
from data import disk, versioner
from data.build import BygFejl, build, built_hash, source_hash
from data.disk import reason
from data.indlaes import IndlaesFejl, all_versions, go_back, read_pointer
from data.pegepind import Pegepind, Skift
from data.versioner import newer_than_known
from tests.dag import NU
from tests.data.egne_versioner import broken_history, everything, own
from tests.sweep import ALT


class Doed(BaseException):
    """The power went."""


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
            (os, "open"),
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
HVAD = ("first", "next", "back")
DATABASE = duckdb.IOException("IO Error: Could not write file: No space left on device")


@pytest.mark.parametrize("fejl", [FULD, Doed()], ids=["full", "killed"])
@pytest.mark.parametrize("hvad", HVAD)
def test_whatever_step_fails_no_version_is_lost_and_the_next_import_goes_on(lille, indlaes, monkeypatch, fejl, hvad):
    kilder, ud = lille
    egne = kilder / "egne"
    egne.mkdir()
    for nr in {"first": (), "next": (0,), "back": (0, 1)}[hvad]:
        indlaes(nr)
    gemt = shutil.copytree(egne, ud.parent / "egne")
    antal, foer, database = own(ud), everything(kilder), ud.read_bytes()
    pegepind = read_pointer(kilder)
    set_foer: set[tuple] = set()
    # every twelfth step, of which no two cases take the same; `python -m tests.last.indlaesning_drab` kills at any
    foerste, skridt = (1, 1) if ALT else (1 + 4 * HVAD.index(hvad) + 3 * (fejl is FULD), 12)
    for trin in count(foerste, skridt):
        shutil.rmtree(egne)
        shutil.copytree(gemt, egne)
        ud.write_bytes(database)
        with monkeypatch.context() as m:
            taeller = Trin(m, trin, fejl)
            try:
                go_back(1, kilder=kilder, ud=ud, nu=NU) if hvad == "back" else indlaes(2)
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
        assert not broken_history(pegepind, read_pointer(kilder)), hvor
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


def test_a_version_cut_off_before_its_pointer_is_told_and_can_be_taken_into_use(lille, indlaes, monkeypatch):
    kilder, ud = lille
    indlaes(0)
    with monkeypatch.context() as m:
        m.setattr("data.indlaes.skift._switch", lambda *_: os._exit)
        indlaes(1)
    assert own(ud) == 1 and [en.nr for en in newer_than_known(kilder)] == [2]
    assert [(en.nr, en.brugt) for en in all_versions(kilder)] == [(2, False), (1, True)]
    assert go_back(2, kilder=kilder, ud=ud, nu=NU).nr == 2 and own(ud) == 2
    assert not newer_than_known(kilder) and indlaes(2).nr == 3


@pytest.mark.parametrize("hvad", ["empty", "other rows", "no checkpoint"])
def test_a_database_that_does_not_hold_what_was_loaded_is_never_moved_into_place(lille, indlaes, monkeypatch, hvad):
    kilder, ud = lille
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


def test_a_pointer_that_cannot_be_put_back_is_not_called_unchanged(lille, indlaes, monkeypatch):
    kilder, ud = lille
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


def test_the_command_that_builds_says_it_in_words(lille, monkeypatch, capsys):
    kilder, ud = lille
    monkeypatch.setattr(byg, "_fill", lambda *_: (_ for _ in ()).throw(DATABASE))
    assert byg.main(["--kilder", str(kilder), "--out", str(ud), "--igen"]) == 2
    assert capsys.readouterr().err == (
        "Databasen kan ikke bygges: disken er fuld. Intet er ændret. Gør plads, og prøv igen.\n"
    )


A, B = (f"000{nr}-0123456789ab" for nr in (1, 2))
FOER = Pegepind(A, (Skift(A, "2026-11-01", "", ""),))
TIL_B = Skift(B, "2026-11-02", "", "")


@pytest.mark.parametrize(
    ("nu", "galt"),
    [
        (FOER, []),
        (Pegepind(B, (*FOER.skift, TIL_B)), []),
        (Pegepind(B, (TIL_B,)), ["the history before it is not whole"]),
        (Pegepind(A, (*FOER.skift, TIL_B)), ["the version in use is not the last of the history"]),
        (Pegepind(B, FOER.skift), ["the version in use is not the last of the history"]),
        (Pegepind(A, (*FOER.skift, *FOER.skift)), ["the same version stands twice in a row"]),
        (Pegepind(B, (*FOER.skift, replace(TIL_B, tid="2026-10-01"))), ["the switches are not in the order of time"]),
        (Pegepind(A, (*FOER.skift, TIL_B, Skift(A, "2026-11-03", "", ""))), ["more than one switch was added"]),
    ],
)
def test_a_history_that_is_not_whole_and_in_order_is_seen(nu, galt):
    assert broken_history(FOER, nu) == galt
