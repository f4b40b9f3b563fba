"""All files or none: whatever stops a writing leaves every file as it was."""

import errno
from pathlib import Path

import pytest

from data.hent.transport import HentFejl
from data.hent.udkast import Udkast, replace_all
from tests.data.hent.test_dst import contents


@pytest.fixture
def udkast(kilder) -> Udkast:
    """A draft that changes two files."""
    udkast = Udkast(kilder)
    udkast.put("katalog/hentning.csv", {"hentning": "sor", "hentet": "2026-11-27"})
    udkast.put("geografi/kilde.csv", {"kilde_id": "ny", "titel": "a, b", "udgiver": "c", "type": "myndighed"})
    return udkast


def test_a_draft_is_written_in_the_files_own_form(udkast, kilder):
    foer = contents(kilder)
    assert "ny: titel a, b, udgiver c, type myndighed" in udkast.told()
    assert "sor: hentet (tom) -> 2026-11-27" in udkast.told()
    udkast.write()
    nu = contents(kilder)
    assert {navn for navn in foer if foer[navn] != nu[navn]} == {"katalog/hentning.csv", "geografi/kilde.csv"}
    assert nu["geografi/kilde.csv"] == foer["geografi/kilde.csv"] + b'ny,"a, b",c,,,myndighed\n'


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(udkast, kilder):
    fil = kilder / "geografi" / "kilde.csv"
    fil.write_bytes(fil.read_bytes() + b"x,y,z,,,myndighed\n")
    stand = contents(kilder)
    with pytest.raises(HentFejl, match="ændret, mens der blev hentet"):
        udkast.write()
    assert contents(kilder) == stand


@pytest.mark.parametrize("gang", range(4))
def test_a_disk_that_fails_at_any_step_leaves_all_as_it_was(udkast, kilder, monkeypatch, gang):
    stand, skridt = contents(kilder), []
    skriv, skift = Path.replace, __import__("data.hent.udkast", fromlist=["write_file"]).write_file

    def failing(rigtig):
        def do(*args):
            skridt.append(rigtig)
            if len(skridt) - 1 == gang:
                raise OSError(errno.ENOSPC, "full")
            return rigtig(*args)

        return do

    monkeypatch.setattr("data.hent.udkast.write_file", failing(skift))
    monkeypatch.setattr(Path, "replace", failing(skriv))
    with pytest.raises(HentFejl, match="disken er fuld"):
        udkast.write()
    assert contents(kilder) == stand and not [*kilder.rglob(".ny-*")] and not [*kilder.rglob(".gammel-*")]


def test_a_file_that_was_not_there_goes_again(tmp_path, monkeypatch):
    (tmp_path / "b").mkdir()
    with pytest.raises(OSError):
        replace_all({tmp_path / "a.csv": b"1", tmp_path / "b": b"2"})
    assert [en.name for en in tmp_path.iterdir()] == ["b"]


def test_a_file_that_cannot_be_read_is_told(kilder):
    (kilder / "geografi" / "kilde.csv").write_bytes(b"a,b\n1\n")
    with pytest.raises(HentFejl, match="kan ikke læses; ret den"):
        Udkast(kilder).file("geografi/kilde.csv")
    (kilder / "geografi" / "kilde.csv").unlink()
    with pytest.raises(HentFejl, match="findes ikke"):
        Udkast(kilder).file("geografi/kilde.csv")
