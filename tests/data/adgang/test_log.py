"""The log of who did what: lines are added and never changed, a stranger cannot fill it, and it stops nobody."""

import json
import os
import threading

from data.adgang import log
from data.adgang.bruger import GAEST, PAA_KOMMANDOLINJEN, VED_MASKINEN, Bruger, Rolle
from data.adgang.log import FLEST_I_TIMEN, IGEN, Afvisninger, newest_entries, note, note_refusal
from tests.dag import NU


def test_what_was_done_stands_with_who_and_when(tmp_path):
    assert newest_entries(tmp_path, 10) == []
    note(VED_MASKINEN, "indlæste version 1", NU, tmp_path, " Anne\nog Bo ")
    note(VED_MASKINEN, "tog version 0 i brug", NU, tmp_path)
    note(PAA_KOMMANDOLINJEN, "indlæste version 2", NU, tmp_path)
    note(Bruger(Rolle.REDAKTOER, "r@plo.dk", fra="10.0.0.1"), "indlæste version 3", NU, tmp_path, "en anden")
    poster = newest_entries(tmp_path, 10)
    assert [en.hvem for en in poster] == ["r@plo.dk", "kommandolinjen", "maskinen selv", "Anne og Bo"]
    assert {(en.tid, en.rolle) for en in poster} == {(NU.isoformat(), "redaktør")}
    assert newest_entries(tmp_path, 1) == poster[:1]
    fil = tmp_path / "egne" / "adgang.log"
    assert len(fil.read_text(encoding="utf-8").splitlines()) == 4 and fil.stat().st_mode & 0o077 == 0


def test_a_refusal_is_written_now_and_then(tmp_path, monkeypatch):
    monkeypatch.setattr(log, "_afvisninger", Afvisninger())
    for _ in range(50):
        note_refusal(Bruger(fra="10.0.0.1"), "læse egne data", NU, tmp_path)
    note_refusal(GAEST, "læse egne data", NU, tmp_path)
    assert [(en.hvem, en.handling) for en in newest_entries(tmp_path, 9)] == [
        ("ukendt", "afvist: læse egne data"),
        ("10.0.0.1", "afvist: læse egne data"),
    ]
    afvisninger = Afvisninger()
    assert [afvisninger.is_new("a", "x", nu) for nu in (0, IGEN - 1, IGEN)] == [True, False, True]
    assert sum(afvisninger.is_new(f"fra {nr}", "x", IGEN + 1) for nr in range(2000)) == FLEST_I_TIMEN - 2
    assert afvisninger.is_new("fra 1999", "x", 2 * 3600), "an hour later there is room again"


def test_lines_that_cannot_be_read_hide_no_others(tmp_path):
    note(VED_MASKINEN, "et", NU, tmp_path)
    fil = tmp_path / "egne" / "adgang.log"
    with open(fil, "ab") as ud:
        ud.write(b"\xff\n{\n[]\n" + json.dumps({"tid": 1, "hvem": "", "rolle": "", "handling": ""}).encode() + b"\n\n")
    note(VED_MASKINEN, "to", NU, tmp_path)
    assert [en.handling for en in newest_entries(tmp_path, 9)] == ["to", "et"]


def test_many_at_once_write_whole_lines(tmp_path):
    def some(navn):
        for nr in range(50):
            note(Bruger(navn=navn), f"{nr}", NU, tmp_path)

    traade = [threading.Thread(target=some, args=(f"t{nr}" * 20,)) for nr in range(4)]
    for en in traade:
        en.start()
    for en in traade:
        en.join()
    assert len(newest_entries(tmp_path, 999)) == 200


def test_a_disk_that_fails_stops_nobody(tmp_path, monkeypatch, caplog):
    def full(*_):
        raise OSError(28, "No space left on device: /hemmelig/sti")

    monkeypatch.setattr(os, "open", full)
    note(VED_MASKINEN, "indlæste version 1", NU, tmp_path)
    assert "OSError" in caplog.text and "hemmelig" not in caplog.text
