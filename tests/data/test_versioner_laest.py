"""Every pointer there can be, and versions that are not what they were: nothing is guessed, removed or lost."""

import errno
import json
import shutil
from pathlib import Path

import pytest

from data import pegepind, versioner
from data.build import build
from data.indlaes import IndlaesFejl, VersionFejl, all_versions, current, go_back, propose, read_pointer, versions
from data.indlaes.__main__ import main
from data.indlaes.fil import Fil
from data.indlaesning import DataFejl
from data.pegepind import Pegepind, Skift, write_pointer
from data.versioner import newer_than_known
from tests.dag import I_DAG, NU
from tests.data.egne_versioner import everything, own, write_version
from tests.data.indlaes_filer import UDBUD, as_csv
from tests.sweep import some

FULD = OSError(errno.ENOSPC, "No space left on device")
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


@pytest.mark.parametrize("indhold", ODELAGTE, ids=lambda en: repr(en)[:24])
def test_a_broken_pointer_is_not_read(tmp_path, indhold):
    (tmp_path / "egne").mkdir()
    (tmp_path / "egne" / "gaeldende").write_bytes(indhold)
    with pytest.raises(VersionFejl, match=r"--tilbage NR\. Intet er slettet"):
        read_pointer(tmp_path)
    assert pegepind.pointer_or_none(tmp_path) is None


@pytest.mark.parametrize("indhold", [None, *some(ODELAGTE, 3)], ids=lambda en: repr(en)[:24])
def test_a_pointer_that_is_gone_or_broken_stops_with_the_way_on(lille, indlaes, capsys, indhold):
    kilder, ud = lille
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


def test_no_own_data_is_a_choice_too(lille, indlaes):
    kilder, ud = lille
    indlaes(0)
    (kilder / "egne" / "gaeldende").unlink()
    assert go_back(0, kilder=kilder, ud=ud, nu=NU) is None and own(ud) == 0
    assert read_pointer(kilder).gaeldende == "" and len(versions(kilder)) == 1
    assert indlaes(1).nr == 2


def test_a_choice_that_fails_leaves_the_broken_pointer_as_it_was(lille, indlaes, monkeypatch):
    kilder, ud = lille
    indlaes(0)
    for indhold in (b"{", None):
        fil = kilder / "egne" / "gaeldende"
        fil.unlink() if indhold is None else fil.write_bytes(indhold)
        with monkeypatch.context() as m, pytest.raises(IndlaesFejl, match="disken er fuld"):
            m.setattr("data.indlaes.skift.move_into_place", lambda *_: (_ for _ in ()).throw(FULD))
            go_back(1, kilder=kilder, ud=ud, nu=NU)
        assert (fil.read_bytes() if fil.exists() else None) == indhold


def test_an_older_pointer_hides_nothing_and_its_numbers_are_not_used_again(lille, indlaes, forslag_af):
    kilder, ud = lille
    indlaes(0)
    gammelt = (kilder / "egne" / "gaeldende").read_bytes()
    indlaes(1), indlaes(2)
    foer = everything(kilder)
    (kilder / "egne" / "gaeldende").write_bytes(gammelt)
    build(ud, kilder)
    assert own(ud) == 1 and [en.nr for en in newer_than_known(kilder)] == [3, 2]
    forslag = propose([Fil("udbud.csv", as_csv(UDBUD))], kilder=kilder, i_dag=I_DAG)
    assert any("Version 3 og 2" in en and "ikke nævnt" in en for en in forslag.bemaerkninger)
    assert indlaes(1).nr == 4 and not newer_than_known(kilder)
    assert {navn for navn in foer if navn != "gaeldende"} <= set(everything(kilder))
    assert go_back(3, kilder=kilder, ud=ud, nu=NU).nr == 3 and own(ud) == 3


def test_only_what_carries_the_mark_of_the_unfinished_is_swept(lille, indlaes):
    kilder, ud = lille
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


@pytest.mark.parametrize("navn", some([*SKADER], 4))
def test_one_damaged_version_is_unusable_alone(lille, indlaes, navn, capsys):
    kilder, ud = lille
    navne = [indlaes(nr).navn for nr in range(3)]
    midt = versioner.folder(kilder, navne[1])
    for fil in midt.iterdir():
        fil.chmod(0o644)
    SKADER[navn](midt)
    fundne = {en.nr: en for en in all_versions(kilder)}
    assert fundne[2].version is None and fundne[2].fejl.endswith(".") and fundne[1].version and fundne[3].version
    with pytest.raises(IndlaesFejl, match=r"Version 2 kan ikke bruges\. "):
        go_back(2, kilder=kilder, ud=ud, nu=NU)
    assert main(["--versioner", "--kilder", str(kilder)]) == 0
    assert "2 · " + navne[1] + " · kan ikke bruges: " in capsys.readouterr().out
    assert go_back(1, kilder=kilder, ud=ud, nu=NU).nr == 1 and own(ud) == 1
    assert indlaes(1).nr == 4 and midt.exists()


@pytest.mark.parametrize("navn", some([*SKADER], 4, 1))
def test_when_it_is_the_one_in_use_the_last_good_database_serves_and_one_can_go_on(lille, indlaes, navn):
    kilder, ud = lille
    navne = [indlaes(nr).navn for nr in range(2)]
    for fil in (sidste := versioner.folder(kilder, navne[1])).iterdir():
        fil.chmod(0o644)
    SKADER[navn](sidste)
    with pytest.raises(VersionFejl, match="kan ikke bruges: .* vælg en anden version"):
        current(kilder)
    with pytest.raises(DataFejl, match="kan ikke bruges"):
        build(ud, kilder, igen=True)
    assert own(ud) == 2
    assert go_back(1, kilder=kilder, ud=ud, nu=NU).nr == 1 and own(ud) == 1


def test_a_version_of_the_first_months_is_read_for_ever(lille, indlaes):
    """Its hash is over the tables alone; so a version.json changed by hand is told only when it makes no sense."""
    kilder, ud = lille
    write_version(kilder, {"udbud": [{"udbud_id": "a"}]}, "2026-11-20T10:00:00+01:00")
    rod = kilder / "egne" / "versioner"
    (ny,) = rod.iterdir()
    gammel = rod / f"0001-{versioner._hash_of_tables(ny)}"
    assert gammel.name != ny.name
    ny.rename(gammel)
    write_pointer(kilder, Pegepind(gammel.name, (Skift(gammel.name, "2026-11-20T10:00:00+01:00", "Anne", "indlæst"),)))
    assert [en.navn for en in versions(kilder)] == [gammel.name] and current(kilder).hvem == "Anne"
    build(ud, kilder)
    assert own(ud) == 1 and indlaes(1).nr == 2 and go_back(1, kilder=kilder, ud=ud, nu=NU).navn == gammel.name
    (gammel / "version.json").chmod(0o644)
    post = json.loads((gammel / "version.json").read_text(encoding="utf-8"))
    del post["kvittering"]
    (gammel / "version.json").write_text(json.dumps(post), encoding="utf-8")
    assert current(kilder).kvittering == ()
    for felt, vaerdi in (
        ("nr", 7),
        ("tid", "i går"),
        ("filer", 3),
        ("optalt", []),
        ("komplet", {"udbud": 2}),
        ("kvittering", 3),
        ("x", 1),
    ):
        foer = (gammel / "version.json").read_bytes()
        spoil_json(felt, vaerdi)(gammel)
        assert [en.nr for en in versions(kilder)] == [2], felt
        (gammel / "version.json").write_bytes(foer)
    (gammel / "udbud.csv").chmod(0o644)
    (gammel / "udbud.csv").write_text("udbud_id\nb\n")
    assert [en.nr for en in versions(kilder)] == [2]


def test_two_versions_of_one_number_are_told_apart_by_the_pointer(lille, indlaes, tmp_path):
    """Two backups laid together."""
    kilder, ud = lille
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
    assert go_back(1, kilder=kilder, ud=ud, nu=NU) and go_back(2, kilder=kilder, ud=ud, nu=NU).navn == to
    (egne / "gaeldende").unlink()
    with pytest.raises(IndlaesFejl, match=f"Flere versioner har nummer 2: .*{en}"):
        go_back(2, kilder=kilder, ud=ud, nu=NU)


def test_a_pointer_is_replaced_whole(lille, indlaes):
    kilder, _ = lille
    indlaes(0), indlaes(1)
    post = json.loads((kilder / "egne" / pegepind.FIL).read_text(encoding="utf-8"))
    assert [en["til"] for en in post["skift"]] == [en.navn for en in reversed(versions(kilder))]
