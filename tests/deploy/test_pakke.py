"""A package for another machine holds what that machine needs, judged by its own conditions and not by this one's."""

import json
import zipfile

import pytest
from packaging.requirements import Requirement

from deploy import pakke
from deploy.pakke import PakkeFejl, fetch, missing, pinned, target, wheels, write
from tests.test_lag import FILER, ROD

WIN, MAC, LINUX = target("win_amd64", "3.12"), target("macosx", "3.13"), target("manylinux", "3.11")


def wheel(mappe, navn: str, version: str, *kraever: str):
    """A wheel that says what it needs, and holds nothing."""
    with zipfile.ZipFile(mappe / f"{navn}-{version}-py3-none-any.whl", "w") as fil:
        linjer = [f"Name: {navn}", f"Version: {version}", *(f"Requires-Dist: {en}" for en in kraever)]
        fil.writestr(f"{navn}-{version}.dist-info/METADATA", "\n".join(linjer))


def names(krav) -> set[str]:
    return {en.name for en in krav}


def test_what_is_pinned_is_judged_for_the_other_machine():
    tekst = (ROD / "requirements.txt").read_text(encoding="utf-8")
    assert names(pinned(tekst, LINUX)) - names(pinned(tekst, WIN)) == {"uvloop"}
    assert all(str(en.specifier).startswith("==") for en in pinned(tekst, WIN))
    assert WIN.omgivelser["platform_machine"] == "AMD64" and MAC.omgivelser["platform_machine"] == "arm64"


def test_what_a_package_needs_there_is_missing_until_it_is_in_the_folder(tmp_path):
    krav = [Requirement("klik==8.1"), Requirement("stor[auth]==2.0")]
    assert names(missing(tmp_path, krav, WIN)) == {"klik", "stor"}
    wheel(tmp_path, "klik", "8.1", 'farve; platform_system == "Windows"', 'gammel; python_version < "3.10"')
    wheel(tmp_path, "stor", "2.0", 'noegle>=1; extra == "auth"', 'prik; extra == "tests"')
    assert names(missing(tmp_path, krav, WIN)) == {"farve", "noegle"}
    assert names(missing(tmp_path, krav, MAC)) == {"noegle"}
    wheel(tmp_path, "noegle", "0.9")
    assert names(missing(tmp_path, krav, MAC)) == {"noegle"}, "of a version that will not do"
    (tmp_path / "noegle-0.9-py3-none-any.whl").unlink()
    wheel(tmp_path, "noegle", "1.1")
    assert missing(tmp_path, krav, MAC) == []


def test_wheels_are_fetched_until_nothing_is_missing(tmp_path, monkeypatch):
    spurgt = []

    def download(mappe, pakker, maal):
        spurgt.append(pakker)
        for en in pakker:
            navn = Requirement(en).name
            wheel(mappe, navn, "1.0", *({"a": ["b"], "b": ["packaging"]}.get(navn, [])))

    monkeypatch.setattr(pakke, "_download", download)
    fetch(tmp_path, [Requirement("a")], WIN)
    assert spurgt[:2] == [["a"], ["b"]] and set(wheels(tmp_path)) == {"a", "b", "packaging"}
    assert spurgt[2][0].startswith("packaging=="), "in the version that is installed and tested here"
    with pytest.raises(PakkeFejl, match="passer ikke sammen"):
        fetch(tmp_path, [Requirement("a>=2")], WIN)


@pytest.mark.parametrize("maskine", [("win32", "3.12"), ("windows", "3.12"), ("macosx", "3"), ("--x", "3.12")])
def test_what_is_no_machine_is_refused(maskine):
    with pytest.raises(PakkeFejl):
        target(*maskine)


def test_the_zip_holds_the_product_and_not_what_is_the_sites_own(tmp_path):
    wheel(tmp_path, "a", "1.0")
    write(tmp_path / "ud.zip", tmp_path, WIN)
    with zipfile.ZipFile(tmp_path / "ud.zip") as fil:
        navne = {en.removeprefix("laegedaekning/") for en in fil.namelist()}
        assert json.loads(fil.read("laegedaekning/hjul/om.json")) == {"platform": "win_amd64", "python": "3.12"}
        assert "py -3.12 start.py" in fil.read("laegedaekning/BEGYND-HER.txt").decode("utf-8-sig")
    assert {"start.py", "hjul/a-1.0-py3-none-any.whl", "data/schema.sql", ".streamlit/config.toml"} <= navne
    assert {fil.relative_to(ROD).as_posix() for fil in FILER} <= navne
    assert not [en for en in navne if en.startswith(("tests/", ".venv", "data/egne")) or "__pycache__" in en]
    assert not [en for en in navne if ".duckdb" in en or en.endswith((".laas", "adgang.toml"))]
