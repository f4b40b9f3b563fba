"""The build: what it holds, what it refuses, and that it is atomic, skipped when nothing changed, and deterministic."""

import csv
import re
import shutil
from pathlib import Path

import duckdb
import pytest

from data import build as byg
from data.build import DATA, broken_controls, build, main, names_any, source_hash
from data.indlaesning import DataFejl
from data.tabeller import FAELLES_TABELLER, REGISTER_TABELLER


def rows(sti: Path) -> list[dict]:
    with open(sti, encoding="utf-8", newline="") as fil:
        return list(csv.DictReader(fil))


def change(sti: Path, nummer: int, **celler) -> None:
    """Overwrite cells of a CSV row; `nummer` as a spreadsheet counts, headings = 1."""
    alle = rows(sti)
    alle[nummer - 2].update(celler)
    with open(sti, "w", encoding="utf-8", newline="") as fil:
        skriver = csv.DictWriter(fil, list(alle[0]), lineterminator="\n")
        skriver.writeheader()
        skriver.writerows(alle)


def refusals(kilder: Path, ud: Path) -> list:
    with pytest.raises(DataFejl) as fejl:
        build(ud, kilder)
    return fejl.value.fejl


def dump(fil: Path) -> dict:
    with duckdb.connect(fil, read_only=True) as con:
        tabeller = [navn for (navn,) in con.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()]
        return {navn: sorted(map(repr, con.table(navn).fetchall())) for navn in tabeller}


def test_rows_in_the_database_equal_rows_in_the_files(tmp_path):
    rapport = build(tmp_path / "a.duckdb")
    antal = {(en.datasaet, en.tabel): en.raekker for en in rapport.indhold}
    for datasaet in ("offentlig", "eksempel"):
        for tabel in (*REGISTER_TABELLER,):
            assert antal.get((datasaet, tabel), 0) == len(rows(DATA / datasaet / f"{tabel}.csv")), (datasaet, tabel)
    assert antal["faelles", "kommune"] == 98
    assert antal["faelles", "sundhedsraad"] == 17
    assert antal["faelles", "region"] == 5 + 4


def test_second_build_is_skipped_and_a_changed_file_is_not(kilder, tmp_path):
    ud = tmp_path / "b.duckdb"
    assert build(ud, kilder).blev_bygget
    foer = ud.stat().st_mtime_ns
    assert not build(ud, kilder).blev_bygget
    assert ud.stat().st_mtime_ns == foer
    change(kilder / "offentlig" / "udbud.csv", 2, note="En anden note")
    assert build(ud, kilder).blev_bygget


def test_touching_a_file_changes_nothing(kilder):
    foer = source_hash(kilder)
    (kilder / "offentlig" / "udbud.csv").touch()
    assert source_hash(kilder) == foer


def test_same_files_same_content(kilder, tmp_path):
    build(tmp_path / "c1.duckdb", kilder)
    build(tmp_path / "c2.duckdb", kilder)
    assert dump(tmp_path / "c1.duckdb") == dump(tmp_path / "c2.duckdb")


def test_all_bad_rows_are_told_with_file_row_column_and_reason(kilder, tmp_path):
    udbud = kilder / "offentlig" / "udbud.csv"
    change(udbud, 2, antal="mange")
    change(udbud, 3, antal="0")
    change(udbud, 4, kilde_id="findes-ikke")
    change(udbud, 5, sted="")
    change(udbud, 6, opslag_dato="2019-13", opslag_praecision="maaned")
    change(kilder / "offentlig" / "noegletal.csv", 9, vaerdi="halvdelen")
    fejl = refusals(kilder, tmp_path / "d.duckdb")
    assert [(en.fil, en.raekke, en.kolonne, en.vaerdi) for en in fejl] == [
        ("offentlig/udbud.csv", 2, "antal", "mange"),
        ("offentlig/udbud.csv", 3, "antal", "0"),
        ("offentlig/udbud.csv", 4, "kilde_id", "findes-ikke"),
        ("offentlig/udbud.csv", 5, "sted", ""),
        ("offentlig/udbud.csv", 6, "opslag_dato", "2019-13"),
        ("offentlig/noegletal.csv", 9, "vaerdi", "halvdelen"),
    ]
    assert all(en.grund.endswith(".") for en in fejl)


KONTRAKT = {"kontraktudloeb_dato": "2012", "kontraktudloeb_praecision": "aar"}


# What breaks a rule: file, row, cells, the column that is told of, and words of the reason.
REGLER = [
    ("offentlig/udbud.csv", 2, {"status": "sovende"}, "status", "Seneste kendte status"),
    ("offentlig/udbud.csv", 2, {"enhed": "praksis"}, "enhed", "ydernummer, kapacitet, klinik"),
    ("offentlig/udbud.csv", 2, {"region": "Region Vest"}, "region", "Regionen findes ikke"),
    ("offentlig/udbud.csv", 2, {"kommunekode": "101"}, "kommunekode", "ligger ikke i Region Sjælland"),
    ("offentlig/udbud.csv", 2, {"kommunekode": "999"}, "kommunekode", "tre cifre"),
    ("offentlig/udbud.csv", 2, {"antal_tildelt": "5"}, "antal_tildelt", "højst antallet"),
    ("offentlig/udbud.csv", 2, {"udbud_id": "sj-2016-ringsted"}, "udbud_id", "står der allerede"),
    ("offentlig/udbud_haendelse.csv", 3, {"raekkefoelge": "7"}, "raekkefoelge", "nummereres 1, 2, 3"),
    ("offentlig/udbud_haendelse.csv", 3, {"status": "besat"}, "status", "samme status og dato"),
    ("offentlig/puljeprojekt.csv", 5, {"beloeb_kr": ""}, "medregnes", "tæller med"),
    ("offentlig/puljeprojekt.csv", 5, {"beloeb_kr": "900000000"}, "beloeb_kr", "større end rammen"),
    ("offentlig/puljeprojekt.csv", 6, {"kommunekoder": "813,820"}, "kommunekoder", "semikolon"),
    ("offentlig/hu_forloeb.csv", 2, {"besat": "300"}, "besat", "højst antallet af opslåede"),
    ("offentlig/hu_forloeb.csv", 2, {"foretrukken": "0"}, "foretrukken", "Præcis én række"),
    ("offentlig/tiltag.csv", 2, {"til_dato": "2024", "til_praecision": "aar"}, "til_dato", "før det begynder"),
    ("offentlig/tiltag.csv", 2, {"beloeb_kr": "5000"}, "beloeb_gaelder", "i alt, pr. år, pr. læge"),
    ("offentlig/tiltag.csv", 2, {"omraade": "Vestfyn"}, "omraade", "ikke kendt som land"),
    ("offentlig/tiltag.csv", 2, {"kommunekode": "360"}, "kommunekode", "gælder ikke en kommune"),
    ("offentlig/klinik.csv", 4, KONTRAKT, "kontraktudloeb_dato", "før klinikken begyndte"),
    ("offentlig/klinik.csv", 2, KONTRAKT, "kontraktudloeb_dato", "Kun udbuds- og licensklinikker"),
    ("offentlig/hu_forloeb.csv", 39, {"omraade": "Vestfyn"}, "omraade", "ikke kendt som delregion"),
    ("offentlig/noegletal.csv", 2, {"vaerdi": "138"}, "vaerdi", "procenter højst 100"),
    ("offentlig/noegletal.csv", 2, {"noegletal": "humoer"}, "noegletal", "kataloget"),
    ("offentlig/kilde.csv", 4, {"url": "www.plo.dk"}, "url", "http"),
    ("katalog/antagelse.csv", 2, {"standard": "99990"}, "standard", "inden for mindst og højst"),
    ("katalog/antagelse.csv", 3, {"kilde_id": ""}, "kilde_id", "når status er skoen"),
    ("katalog/antagelse.csv", 4, {"regnestykke": "1 + 1"}, "regnestykke", "netop når status er beregnet"),
    ("katalog/antagelse.csv", 5, {"trin": "7"}, "trin", "helt antal trin"),
    (
        "geografi/kommune_region.csv",
        2,
        {"kommunekode": "147", "region_id": "1085"},
        "region_id",
        "præcis én region",
    ),
]


@pytest.fixture
def hver_for_sig(monkeypatch):
    """Rules that span rows tell the same of a table when only those that name it are asked, as an import does."""

    def asked_twice(con):
        alle = broken_controls(con)
        for tabel in {en[0] for en in alle}:
            assert {en for en in alle if en[0] == tabel} <= {*broken_controls(con, (tabel,))}, tabel
        return alle

    monkeypatch.setattr(byg, "broken_controls", asked_twice)


def test_each_rule_refuses_in_danish(kilder, tmp_path, hver_for_sig):
    """As many are broken at once as can be told at once: one a row, and rules that span rows when every file can be
    read. One that nothing refuses ends up alone."""
    rest = [*REGLER]
    while rest:
        en_pr_raekke = {regel[:2]: regel for regel in reversed(rest)}
        mappe = shutil.copytree(kilder, tmp_path / f"{len(rest)} tilbage")
        for (fil, raekke), (_, _, celler, *_) in en_pr_raekke.items():
            change(mappe / fil, raekke, **celler)
        fejl = refusals(mappe, tmp_path / "e.duckdb")
        fortalt = [
            regel
            for regel in en_pr_raekke.values()
            if any((en.fil, en.kolonne) == (regel[0], regel[3]) and regel[4] in en.grund for en in fejl)
        ]
        assert fortalt, (en_pr_raekke, [str(en) for en in fejl])
        rest = [regel for regel in rest if regel not in fortalt]


def test_parts_greater_than_their_total_are_refused(kilder, tmp_path):
    change(kilder / "offentlig" / "hu_forloeb.csv", 33, opslaaet="500")
    fejl = refusals(kilder, tmp_path / "f.duckdb")
    assert any("mere end tallet for Danmark" in en.grund for en in fejl), [str(en) for en in fejl]


@pytest.mark.parametrize(
    ("indhold", "ord_i_grund"),
    [
        (b"", "tom"),
        (b"udbud_id;region\n", "mangler i overskrifterne"),
        ("kilde_id,titel\nså,lidt".encode("latin-1"), "UTF-8"),
    ],
)
def test_a_file_that_is_no_table_is_refused(kilder, tmp_path, indhold, ord_i_grund):
    (kilder / "offentlig" / "udbud.csv").write_bytes(indhold)
    fejl = refusals(kilder, tmp_path / "g.duckdb")
    assert any(ord_i_grund in en.grund for en in fejl)


def test_a_row_with_too_few_fields_is_refused(kilder, tmp_path):
    with open(kilder / "offentlig" / "pulje.csv", "a", encoding="utf-8") as fil:
        fil.write("a,b\n")
    fejl = refusals(kilder, tmp_path / "h.duckdb")
    assert [(en.raekke, en.grund) for en in fejl] == [(15, "Rækken har 2 felter, men der er 10 overskrifter.")]


@pytest.mark.parametrize(
    "regel",
    sorted([*DATA.glob("kontrol/*.sql"), *DATA.glob("indlaes/advarsler/*.sql"), DATA / "indlaes" / "fremtid.sql"]),
    ids=lambda fil: fil.stem,
)
def test_a_rule_writes_out_each_table_that_it_tells_of(regel):
    """An import asks only the rules that name one of its tables (`names_any`), so none may be told of by a column."""
    tekst = regel.read_text(encoding="utf-8")
    naevnt = set(re.findall(r"SELECT(?: DISTINCT)? '(\w+)'", tekst))
    assert naevnt and naevnt <= {
        *REGISTER_TABELLER,
        *(en for mappe in FAELLES_TABELLER.values() for en in mappe),
        "kilde",
    }
    assert all(names_any(tekst, [tabel]) for tabel in naevnt)
    # the word itself, not a part of one
    assert not names_any(tekst, [next(iter(naevnt))[:-1]])


def test_a_refusal_leaves_the_old_database(kilder, tmp_path, capsys):
    ud = tmp_path / "i.duckdb"
    build(ud, kilder)
    foer = ud.read_bytes()
    change(kilder / "offentlig" / "udbud.csv", 2, antal="mange")
    assert main(["--out", str(ud), "--kilder", str(kilder)]) == 2
    assert ud.read_bytes() == foer
    assert "offentlig/udbud.csv, række 2, antal: »mange«." in capsys.readouterr().err
    assert [sti.name for sti in ud.parent.iterdir() if sti.name.startswith(".")] == []


def test_every_row_has_a_source(tmp_path):
    build(tmp_path / "j.duckdb")
    with duckdb.connect(tmp_path / "j.duckdb", read_only=True) as con:
        kolonner = con.execute("SELECT table_name, column_name, is_nullable FROM duckdb_columns()").fetchall()
    med_kilde = {tabel for tabel, kolonne, kan_vaere_tom in kolonner if kolonne == "kilde_id" and not kan_vaere_tom}
    uden = {*REGISTER_TABELLER, *FAELLES_TABELLER["geografi"]} - med_kilde - {"niveau"}
    assert uden == set()
