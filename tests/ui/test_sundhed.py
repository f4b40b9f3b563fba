"""Alive and ready are two questions: each part can fail by itself, and what fails decides whom it turns away."""

import errno
import json

import pytest

from tests.loeb import run
from ui import sundhed
from ui.sundhed import OK, Sundhed, alive, ready, why_not_written


@pytest.fixture
def tilstand(tmp_path, monkeypatch):
    en = Sundhed(tmp_path)
    monkeypatch.setattr(sundhed, "SUNDHED", en)
    return en


def answer(spurgt) -> tuple[int, dict]:
    async def asked():
        return await spurgt(None)

    svar = run(asked)
    assert svar.headers["cache-control"] == "no-store"
    return svar.status_code, json.loads(svar.body)


def test_all_is_well(tilstand):
    status, post = answer(ready)
    assert status == 200 and post == {"status": "klar", **dict.fromkeys(("database", "kort", "disk", "server"), OK)}


@pytest.mark.parametrize(
    ("navn", "goer", "status"),
    [
        ("database", lambda m, t: m.setattr(sundhed, "why_pages_fail", lambda: "KeyError"), 503),
        ("database", lambda m, t: m.setattr(sundhed.DATABASE, "snapshot", lambda: _refuse(errno.EIO)), 503),
        ("kort", lambda m, t: m.setattr(sundhed, "all_layers", dict), 503),
        ("server", lambda m, t: t.stop(), 503),
        # pages can still be shown, and every server over the same data would be gone at once
        ("disk", lambda m, t: m.setattr(sundhed, "why_not_written", lambda _: "disken er fuld"), 200),
    ],
)
def test_each_part_is_told(tilstand, monkeypatch, navn, goer, status):
    goer(monkeypatch, tilstand)
    fik, post = answer(ready)
    assert fik == status and post["status"] == ("klar" if status == 200 else "ikke klar")
    assert [en for en in post if en != "status" and post[en] != OK] == [navn]
    assert answer(alive) == (200, {"status": "lever"})


def _refuse(nummer: int):
    raise OSError(nummer, "x")


def test_the_disk_is_asked_now_and_then(tilstand, monkeypatch):
    spurgt = []
    monkeypatch.setattr(sundhed, "why_not_written", lambda mappe: spurgt.append(mappe) or "")
    for _ in range(5):
        answer(ready)
    assert len(spurgt) == 1


def test_a_folder_that_cannot_be_written(tmp_path):
    assert why_not_written(tmp_path) == "" and [*tmp_path.iterdir()] == []
    assert why_not_written(tmp_path / "findes-ikke") != ""
