"""Loading: immutable versions, one step, undo, two at once, readers meanwhile, a full disk, an interrupted switch."""

import os
import threading
from datetime import date
from pathlib import Path

import pytest

from data import versioner
from data.build import build, built_hash, lock_file, source_hash
from data.indlaes import (
    Fil,
    IndlaesFejl,
    Optaget,
    compare,
    current,
    go_back,
    load,
    propose,
    read_pointer,
    skift,
    versions,
)
from data.indlaes.__main__ import main
from data.laas import locked
from queries.database import Database
from tests.dag import NU
from tests.data.egne_versioner import sources
from tests.data.indlaes_filer import KLINIK, UDBUD, as_csv, as_xlsx, table

I_DAG = date(2026, 11, 22)
EN = as_csv(UDBUD)
TO = as_csv(UDBUD | {"Antal": "3"}, UDBUD | {"Udbuds-id": "nak-2"})


@pytest.fixture
def sted(lille) -> tuple[Path, Path]:
    """Sources without any version, and a small database."""
    return lille


@pytest.fixture
def helt_sted(tmp_path) -> tuple[Path, Path]:
    """The same with a database of all tables, as the product builds it."""
    kilder = sources(tmp_path / "kilder")
    ud = tmp_path / "db" / "x.duckdb"
    build(ud, kilder)
    return kilder, ud


def proposal(kilder: Path, indhold: bytes = EN, **valg):
    return propose([Fil("udbud.csv", indhold)], kilder=kilder, i_dag=I_DAG, **valg)


def own(ud: Path) -> dict[str, int]:
    """The tenders a reader sees, with their number of units."""
    snapshot = Database(ud).snapshot()
    with snapshot.forbindelse.cursor() as cursor:
        return dict(cursor.table("udbud").filter("datasaet = 'egne'").project("udbud_id, antal").fetchall())


def complete(ud: Path) -> bool:
    with Database(ud).snapshot().forbindelse.cursor() as cursor:
        return cursor.table("fuldstaendighed").filter("datasaet = 'egne'").project("komplet").fetchall()[0][0]


def test_the_whole_way_there_and_back(helt_sted):
    kilder, ud = helt_sted
    uden = ud.read_bytes()
    laeser = Database(ud)
    foer = laeser.snapshot()
    meldinger = []
    foerste = load(
        proposal(kilder), "Anne", ud=ud, note="prøve", fremdrift=lambda andel, tekst: meldinger.append(andel), nu=NU
    )
    assert own(ud) == {"nak-1": 2} and not complete(ud)
    assert meldinger == sorted(meldinger) and meldinger[-1] == 1
    assert laeser.snapshot().version != foer.version, "a reader takes the new version at its next look"

    forslag = proposal(kilder, TO)
    assert [tuple(en) for en in forslag.aendringer.itertuples(index=False)] == [("Udbud", "nak-1", "Antal", "2", "3")]
    anden = load(forslag, "Bo", ud=ud, komplet={"udbud": (2022, 2026)}, nu=NU)
    assert own(ud) == {"nak-1": 3, "nak-2": 2} and complete(ud)

    assert [(en.nr, en.hvem, en.note) for en in versions(kilder)] == [(2, "Bo", ""), (1, "Anne", "prøve")]
    assert versions(kilder)[1].filer[0][0] == "udbud.csv" and len(versions(kilder)[1].filer[0][1]) == 64
    assert versions(kilder)[0].kvittering == tuple(map(str, forslag.kvittering)) and forslag.kvittering
    assert anden.optalt["udbud"] == versioner.Optalt(nye=1, aendrede=1)
    forskel = compare(1, 2, kilder)
    assert list(forskel.celler["Kolonne"]) == ["Antal"] and list(forskel.raekker["Række"])[0] == "nak-2"

    assert go_back(1, "Anne", kilder=kilder, ud=ud, nu=NU) == foerste and own(ud) == {"nak-1": 2}
    assert go_back(0, "Anne", kilder=kilder, ud=ud, nu=NU) is None and own(ud) == {}
    assert built_hash(ud) == source_hash(kilder) and len(ud.read_bytes()) == len(uden)
    assert go_back(2, kilder=kilder, ud=ud, nu=NU) == anden and own(ud) == {"nak-1": 3, "nak-2": 2}
    assert [en.handling for en in read_pointer(kilder).skift] == ["indlæst"] * 2 + ["gået tilbage"] * 3
    assert not build(ud, kilder).blev_bygget, "the database is that of the version pointed to"


def test_adding_keeps_what_is_not_in_the_file(sted):
    kilder, ud = sted
    load(proposal(kilder, TO), ud=ud, komplet={"udbud": (2026, 2026)}, nu=NU)
    klinikker = propose([Fil("k.csv", as_csv(KLINIK))], kilder=kilder, i_dag=I_DAG)
    load(klinikker, ud=ud, nu=NU)
    assert own(ud) == {"nak-1": 3, "nak-2": 2}, "another register stays"
    assert current(kilder).komplet == {"udbud": (2026, 2026)}, "and so does what was said of it"
    ny = as_csv(UDBUD | {"Udbuds-id": "nak-3"})
    assert len(proposal(kilder, ny).forskelle.udgaaede) > 0
    forslag = proposal(kilder, ny, tilfoej=True)
    assert forslag.forskelle.udgaaede == []
    load(forslag, ud=ud, nu=NU)
    assert own(ud) == {"nak-1": 3, "nak-2": 2, "nak-3": 2}


def test_a_status_that_moves_on_adds_an_event(sted):
    kilder, ud = sted
    opslaaet = UDBUD | {"Status": "opslaaet", "Statusdato": "5.5.2026", "Antal ansøgere": ""}
    load(proposal(kilder, as_csv(opslaaet)), ud=ud, nu=NU)
    forslag = proposal(kilder)
    assert [(en.tabel, en.noegle) for en in forslag.forskelle.nye] == [("udbud_haendelse", ("nak-1", "2"))]
    tilbage = as_xlsx({"Udbud": table(opslaaet)})
    load(forslag, ud=ud, nu=NU)
    galt = propose([Fil("x.xlsx", tilbage)], kilder=kilder, i_dag=I_DAG)
    assert "Hændelsen ligger før den forrige" in galt.fejl[0].besked and galt.fejl[0].kolonne == "Statusdato"


def test_the_same_file_again_has_nothing_to_do(sted):
    kilder, ud = sted
    load(proposal(kilder), ud=ud, nu=NU)
    forslag = proposal(kilder)
    assert not forslag.har_aendringer
    with pytest.raises(IndlaesFejl, match="intet at gøre"):
        load(forslag, ud=ud, nu=NU)
    assert len(versions(kilder)) == 1


def test_errors_block_and_nothing_is_changed(sted):
    kilder, ud = sted
    foer = ud.read_bytes()
    forslag = proposal(kilder, as_csv(UDBUD | {"Antal": "0"}))
    with pytest.raises(IndlaesFejl, match="Der er 1 fejl"):
        load(forslag, ud=ud, nu=NU)
    assert ud.read_bytes() == foer and not (kilder / "egne").exists()


def test_a_proposal_that_someone_overtook_is_refused_in_words(sted):
    kilder, ud = sted
    mit, andres = proposal(kilder), proposal(kilder, TO)
    load(andres, "Bo", ud=ud, nu=NU)
    with pytest.raises(IndlaesFejl, match="indlæst en anden version"):
        load(mit, "Anne", ud=ud, nu=NU)
    assert own(ud) == {"nak-1": 3, "nak-2": 2}


def test_while_someone_loads_others_wait_and_are_then_refused_in_words(sted, monkeypatch):
    kilder, ud = sted
    monkeypatch.setattr(skift, "VENT", 0.2)
    with locked(lock_file(ud), 1), pytest.raises(Optaget, match="En anden er ved at indlæse"):
        load(proposal(kilder), ud=ud, nu=NU)
    load(proposal(kilder), ud=ud, nu=NU)


def test_of_two_imports_at_once_one_is_loaded_and_the_other_told(sted):
    kilder, ud = sted
    forslag = [proposal(kilder), proposal(kilder, TO)]
    udfald = []

    def attempt(et):
        try:
            udfald.append(load(et, ud=ud, nu=NU).nr)
        except IndlaesFejl as fejl:
            udfald.append(str(fejl))

    traade = [threading.Thread(target=attempt, args=(et,)) for et in forslag]
    [traad.start() for traad in traade]
    [traad.join() for traad in traade]
    assert sorted(map(type, udfald), key=str) == [int, str] and "anden version" in next(en for en in udfald if en != 1)
    assert len(own(ud)) in (1, 2) and len(versions(kilder)) == 1


def test_readers_during_an_import_see_the_old_or_the_new(sted):
    kilder, ud = sted
    load(proposal(kilder), ud=ud, nu=NU)
    set_, fejl, stop = set(), [], threading.Event()

    def read():
        laeser = Database(ud)
        while not stop.is_set():
            try:
                with laeser.snapshot().forbindelse.cursor() as cursor:
                    antal = (
                        cursor.table("udbud").filter("datasaet = 'egne'").aggregate("count(*), sum(antal)").fetchall()
                    )
                    set_.add(antal[0])
            except Exception as undtagelse:
                fejl.append(undtagelse)
            stop.wait(0.01)  # as a script asks now and then, and not all the time

    traade = [threading.Thread(target=read) for _ in range(2)]
    [traad.start() for traad in traade]
    load(proposal(kilder, TO), ud=ud, nu=NU)
    stop.set()
    [traad.join() for traad in traade]
    set_.add((len(own(ud)), sum(own(ud).values())))
    assert not fejl and set_ <= {(1, 2), (2, 5)} and (2, 5) in set_


def test_a_switch_that_was_cut_off_is_finished_at_the_next_start(sted, monkeypatch):
    """The pointer is new and the database old: the power went between the two."""
    kilder, ud = sted
    load(proposal(kilder), ud=ud, nu=NU)
    gammel = ud.read_bytes()
    load(proposal(kilder, TO), ud=ud, nu=NU)
    ud.write_bytes(gammel)
    assert own(ud) == {"nak-1": 2}, "readers have the last good version"
    assert build(ud, kilder).blev_bygget and own(ud) == {"nak-1": 3, "nak-2": 2}


def test_leftovers_are_swept_and_are_never_a_version(sted):
    kilder, ud = sted
    load(proposal(kilder), ud=ud, nu=NU)
    rester = [kilder / "egne" / "versioner" / ".ny-x", ud.parent / f".bygger-{ud.name}-x"]
    for rest in rester:
        rest.mkdir()
        (rest / "version.json").write_text("halv")
    assert [en.nr for en in versions(kilder)] == [1]
    assert load(proposal(kilder, TO), ud=ud, nu=NU).nr == 2
    assert not any(rest.exists() for rest in rester)


def test_a_version_that_was_changed_on_the_disk_is_not_used(sted):
    kilder, ud = sted
    version = load(proposal(kilder), ud=ud, nu=NU)
    load(proposal(kilder, TO), ud=ud, nu=NU)
    fil = versioner.folder(kilder, version.navn) / "udbud.csv"
    fil.chmod(0o644)
    fil.write_text(fil.read_text(encoding="utf-8").replace(",2,", ",9,"), encoding="utf-8")
    with pytest.raises(IndlaesFejl, match="er ændret på disken"):
        go_back(1, kilder=kilder, ud=ud, nu=NU)
    with pytest.raises(IndlaesFejl, match="ingen version 9"):
        go_back(9, kilder=kilder, ud=ud, nu=NU)
    assert own(ud) == {"nak-1": 3, "nak-2": 2}


def test_completeness_is_only_what_was_said(sted):
    kilder, ud = sted
    load(proposal(kilder), ud=ud, komplet={"udbud": (2026, 2026)}, nu=NU)
    forslag = proposal(kilder, TO)
    assert any("var oplyst komplet for 2026-2026" in str(en) for en in forslag.advarsler)
    for galt in ({"udbud": (2027, 2026)}, {"klinikker": (2026, 2026)}):
        with pytest.raises(IndlaesFejl):
            load(forslag, ud=ud, komplet=galt, nu=NU)
    load(forslag, ud=ud, nu=NU)
    assert not complete(ud)


def test_the_command(sted, tmp_path, capsys):
    kilder, ud = sted
    god, daarlig = tmp_path / "god.csv", tmp_path / "daarlig.csv"
    god.write_bytes(EN)
    daarlig.write_bytes(as_csv(UDBUD | {"Kommune": "Nykøbing"}))
    hvor = ["--kilder", str(kilder), "--out", str(ud)]
    assert main([str(god), "--proev", *hvor]) == 0 and own(ud) == {}
    assert main([str(daarlig), *hvor]) == 2 and own(ud) == {}
    assert "række 2, kolonne Kommune: »Nykøbing« findes ikke" in capsys.readouterr().err
    assert main([str(god), "--komplet", "2025-2026", "--hvem", "Anne", *hvor]) == 0 and complete(ud)
    assert main(["--versioner", *hvor]) == 0 and "* 1 · " in capsys.readouterr().out
    assert main(["--tilbage", "0", *hvor]) == 0 and own(ud) == {}
    assert main([str(tmp_path / "findes_ikke.csv"), *hvor]) == 2 and main(hvor) == 2
    assert os.path.exists(lock_file(ud))
