"""Shows are on the disk: a server that is started again goes on with them, and two servers show the same."""

import json
import os

import pytest

from queries.standard import newest
from ui import ur
from ui.praesentation import fremvisninger, paa_disk
from ui.praesentation.paa_disk import Hylde
from views.fremvisning.praesentation import Dias, Praesentation

DECK = Praesentation("Møde", (Dias("reform_omraader", note="Husk æøå."), Dias("kort"), Dias("kort", titel="Igen")))


@pytest.fixture
def server(tmp_path, monkeypatch):
    """Starts a server anew: one that knows only what is on the disk. It is looked at by hand, with no thread."""

    def started() -> Hylde:
        hylde = Hylde(tmp_path / "fremvisninger")
        monkeypatch.setattr(fremvisninger, "_shows", type(fremvisninger._shows)())
        monkeypatch.setattr(fremvisninger, "_hylder", [hylde])
        return hylde

    return started


def begin(nr: int = 0):
    return fremvisninger.begin("moede", DECK, "eksempel", newest(), nr)


def test_a_server_that_is_started_again_goes_on(server):
    foer_server = server()
    foer = begin(1)
    foer.ask("soenderjylland")
    foer_server.write()
    server()
    efter = fremvisninger.find(foer.id)
    assert efter is not foer and efter is fremvisninger.find(foer.id) is fremvisninger.followed(foer.salkode)
    assert (efter.stilling, efter.deck, efter.navn, efter.datasaet) == (foer.stilling, DECK, "moede", "eksempel")
    assert (efter.begyndt, efter.igen, efter.noegle) == (foer.begyndt, False, foer.noegle)


def test_data_that_are_others_now_are_told(server, monkeypatch):
    hylde = server()
    foer = begin()
    hylde.write()
    fil = hylde._file(foer.salkode)
    fil.write_text(fil.read_text("utf-8").replace(newest().version, "en anden"), encoding="utf-8")
    server()
    efter = fremvisninger.find(foer.id)
    assert efter.igen and efter.begyndt > foer.begyndt and efter.data is newest()


def test_two_servers_show_the_same_whoever_moves(server):
    a, b = server(), None
    hos_a = begin()
    a.write()
    b = server()
    hos_b = fremvisninger.followed(hos_a.salkode)
    set_, told = [], lambda: set_.append(hos_b.stilling.nr)
    hos_b.lyttere.add(told)
    hos_a.go_to(2)
    a.write()
    b.look()
    assert hos_b.stilling == hos_a.stilling and set_ == [2], "and who follows it there is told"
    hos_b.go_to(1)
    b.write()
    a.look()
    assert hos_a.stilling == hos_b.stilling and hos_a.stilling.nr == 1
    foer = b._file(hos_a.salkode).stat().st_mtime_ns
    for en in (a, b):
        en.write()
        en.look()
    assert b._file(hos_a.salkode).stat().st_mtime_ns == foer, "what was read is not written back"


def test_the_thread_writes_and_looks_by_itself(server):
    a = server()
    a.start()
    hos_a = begin()
    b = server()
    b.start()
    try:
        hos_b = wait_for(lambda: fremvisninger.find(hos_a.id))
        hos_a.go_to(2)
        assert wait_for(lambda: hos_b.stilling.nr == 2)
    finally:
        a.stop()
        b.stop()


def wait_for(holds):
    for _ in range(200):
        if svar := holds():
            return svar
        paa_disk.threading.Event().wait(0.02)
    return None


@pytest.mark.parametrize("indhold", ["", "{", "[]", "{}", '{"id": 1}', "ugyldig"])
def test_a_file_that_is_broken_is_no_show(server, indhold):
    hylde = server()
    show = begin()
    hylde.write()
    fil = hylde._file(show.salkode)
    post = json.loads(fil.read_text("utf-8"))
    # one is whole, but of a deck that cannot be shown any more
    fil.write_text(json.dumps(post | {"deck": "titel = 1"}) if indhold == "ugyldig" else indhold, encoding="utf-8")
    server()
    assert fremvisninger.find(show.id) is None and fremvisninger.followed(show.salkode) is None


def test_nobody_finds_a_show_by_a_file_of_another_name(server):
    hylde = server()
    show = begin()
    hylde.write()
    os.replace(hylde._file(show.salkode), hylde._file("abcdefghij"))
    server()
    assert fremvisninger.followed("abcdefghij") is None and fremvisninger.find(show.id) is None


def test_what_is_over_is_removed_and_the_rest_is_the_owners_alone(server, monkeypatch):
    hylde = server()
    gammel, ny = begin(), begin()
    hylde.write()
    laengst = ur.now().timestamp() - paa_disk.LAENGST - 60
    os.utime(hylde._file(gammel.salkode), (laengst, laengst))
    naeste = server()
    naeste.start()
    naeste.stop()
    assert fremvisninger.find(gammel.id) is None and fremvisninger.find(ny.id)
    if os.name == "posix":
        assert hylde._file(ny.salkode).stat().st_mode & 0o077 == 0, "the name in it opens the show"


def test_a_disk_that_cannot_be_written_is_told_once_and_the_show_goes_on(server, caplog):
    hylde = server()
    hylde._mappe.write_text("en fil", encoding="utf-8")
    show = begin()
    for nr in (1, 2):
        show.go_to(nr)
        hylde.write()
    assert fremvisninger.find(show.id).stilling.nr == 2
    assert [en.message for en in caplog.records if "memory alone" in en.message] != [] and len(caplog.records) == 1
