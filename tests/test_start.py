"""`python start.py` from a fresh folder, without a network: pip, the build and the server are stood in for."""

import ast
import os
import sys
from pathlib import Path

import pytest

import start
from tests.test_lag import ROD, imports


@pytest.fixture
def mappe(tmp_path, monkeypatch):
    """A fresh folder, where commands are noted instead of run; `svar` says what they end with."""
    (tmp_path / "requirements.txt").write_text("streamlit==1\n", encoding="utf-8")
    for navn, sti in {"ROD": "", "MILJOE": ".venv", "KRAV": "requirements.txt", "HJUL": "hjul"}.items():
        monkeypatch.setattr(start, navn, tmp_path / sti)
    monkeypatch.setattr(start, "DATABASE", tmp_path / "laegedaekning.duckdb")
    kald, svar = [], {}

    class Faerdig:
        def __init__(self, kode):
            self.returncode = kode

    def run(kommando, **_):
        kald.append([str(en) for en in kommando])
        if kommando[1:3] == ["-m", "venv"]:
            (tmp_path / ".venv").mkdir(exist_ok=True)
        elif not (tmp_path / ".venv").exists():
            raise FileNotFoundError
        return Faerdig(next((kode for ord_, kode in svar.items() if ord_ in kommando), 0))

    monkeypatch.setattr(start.subprocess, "run", run)
    monkeypatch.setattr(start, "serve", lambda port: kald.append(["serve", port]) or 0)
    monkeypatch.setattr(start, "python_of", lambda: tmp_path / ".venv" / "python")
    return tmp_path, kald, svar


def words(kald) -> list[str]:
    return [" ".join(en[1:]) if en[0] != "serve" else " ".join(en) for en in kald]


def test_a_fresh_folder_is_installed_built_and_started_once(mappe, monkeypatch):
    _, kald, _ = mappe
    monkeypatch.setenv("PORT", "8600")
    assert start.main([]) == 0
    trin = [en for en in words(kald) if not en.startswith("-c")]
    assert trin[0].startswith("-m venv") and "pip install" in trin[1] and "--no-index" not in trin[1]
    assert trin[-2:] == ["-m data.build", "serve 8600"]
    kald.clear()
    assert start.main(["--port", "8601"]) == 0
    assert not [en for en in words(kald) if "pip" in en or "venv" in en] and words(kald)[-1] == "serve 8601"
    (start.KRAV).write_text("streamlit==2\n", encoding="utf-8")
    kald.clear()
    start.main(["--installer"])
    assert [en for en in words(kald) if "pip install" in en] and "serve" not in words(kald)[-1]


def test_beside_wheels_nothing_is_fetched(mappe):
    rod, kald, _ = mappe
    (rod / "hjul").mkdir()
    assert start.main([]) == 0
    assert any(f"--no-index --find-links {rod / 'hjul'}" in en for en in words(kald))


def test_a_package_for_another_python_says_so(mappe, capsys):
    rod, kald, _ = mappe
    (rod / "hjul").mkdir()
    (rod / "hjul" / "om.json").write_text('{"platform": "win_amd64", "python": "3.99"}', encoding="utf-8")
    assert start.main([]) == 2 and not kald
    assert "py -3.99 start.py" in capsys.readouterr().err


def test_what_fails_is_told_and_nothing_is_started(mappe, capsys):
    rod, kald, svar = mappe
    svar["pip"] = 1
    assert start.main([]) == 2 and "kan ikke installeres" in capsys.readouterr().err
    assert not (rod / ".venv" / "run-time").exists(), "the next start tries again"
    svar.clear()
    svar["data.build"] = 2
    assert start.main([]) == 2 and "kan ikke bygges" in capsys.readouterr().err
    start.DATABASE.touch()
    assert start.main([]) == 0 and kald[-1][0] == "serve", "the last good database serves"


def test_it_needs_nothing_that_is_installed_and_says_which_python_it_needs(mappe, monkeypatch, capsys):
    kode = (ROD / "start.py").read_text(encoding="utf-8")
    assert {en.split(".")[0] for en in imports(kode)} <= sys.stdlib_module_names
    # an old Python reads it, so that it can say what it wants
    ast.parse(kode, feature_version=(3, 8))
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 6))
    assert start.main([]) == 2 and "3.11" in capsys.readouterr().err


def test_the_environment_of_each_system():
    assert start.python_of(Path("m"), windows=True) == Path("m") / "Scripts" / "python.exe"
    assert start.python_of(Path("m"), windows=False) == Path("m") / "bin" / "python"
    assert os.environ.items() <= start.environment().items() and start.environment()["PYTHONUTF8"] == "1"
