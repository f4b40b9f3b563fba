"""Capacity and listed patients by kommune and half-year, in every form that people have them in: a column for each
indicator, our own template, a row for each figure, a crosstab, and the register's own sheet."""

import io
from datetime import date

import openpyxl
import pytest

from data.build import DATA
from data.indlaes import Fil, capacity_template, propose
from data.indlaes.egne_noegletal import Katalog
from data.indlaes.genkend import Genkender
from data.indlaes.grundlag import base
from data.indlaes.skabelon import KAPACITET, KAPACITETSTAL
from data.indlaes.talark import Talark
from data.regneark.ark import Ark
from tests.data.indlaes_filer import as_csv, as_xlsx

I_DAG = date(2026, 11, 22)
SKEMA = base(DATA).skema
KILDE = ["Kilde: eSundhed, hentet 1. august 2026"]
BRED = [
    ["Kommune", "Dato", "Tilmeldte patienter", "Lukkede kapaciteter", "PLO-kapaciteter"],
    ["Lolland", "1.7.2026", "38.400", "15", "20"],
    ["Morsø", "1.7.2026", "19.500", "0", "12"],
]
VENTET = {
    ("Lolland", "tilmeldte_patienter"): "38400",
    ("Morsø", "tilmeldte_patienter"): "19500",
    ("Lolland", "kapaciteter_lukket"): "15",
    ("Morsø", "kapaciteter_lukket"): "0",
    ("Lolland", "kapaciteter_aktive_plo"): "20",
    ("Morsø", "kapaciteter_aktive_plo"): "12",
}
LANG = [["Kommune", "Halvår", "År", "Opgørelse", "Værdi"]] + [
    [raekke[0], "2. halvår", "2026", navn, tal] for raekke in BRED[1:] for navn, tal in zip(BRED[0][2:], raekke[2:])
]


def sheet(raekker: list[list], noegletal: str = "", navn: str = "Ark1"):
    """What is read of a sheet, without a file and without the rules of the database."""
    talark = Talark(SKEMA, Katalog(SKEMA, {}, "2026-11-22"), noegletal, "")
    ark = Ark(navn, [[None if en is None else str(en) for en in raekke] for raekke in raekker])
    tabel = talark.recognise(ark, Genkender(SKEMA).recognise(ark), None)
    return tabel and talark.read(tabel, "t.xlsx")


def figures(svar) -> dict[tuple[str, str], str]:
    celler = svar.laest.tabel.celler
    return dict(zip(zip(celler["omraade"], celler["noegletal"]), celler["vaerdi"]))


@pytest.mark.parametrize(("raekker", "dato"), [(BRED, "2026-07-01"), (LANG, "2026-07")], ids=["bred", "lang"])
def test_the_words_of_headings_say_which_indicator_it_is(raekker, dato):
    svar = sheet([*raekker, KILDE])
    assert svar.fejl == [] and figures(svar) == VENTET
    assert {*svar.laest.tabel.celler["dato"]} == {dato}, "half a year is where it begins"


@pytest.mark.parametrize("ord_", ["Antal tilmeldte patienter", "tilmeldte", "Gruppe 1-sikrede", "TILMELDTE PATIENTER"])
def test_a_crosstab_is_of_what_its_title_or_its_sheet_says(ord_):
    tabel = [["Kommune", "1. halvår 2026", "2. halvår 2026"], ["Lolland", 38000, 38400], KILDE]
    for svar in (sheet([[ord_], [], *tabel]), sheet(tabel, navn=ord_)):
        assert svar.fejl == [] and {*svar.laest.tabel.celler["noegletal"]} == {"tilmeldte_patienter"}
        assert svar.laest.tabel.celler["dato"] == ["2026-01", "2026-07"]


def test_an_own_indicator_keeps_its_name_when_a_shared_one_is_called_so_too():
    egne = {
        "noegletal": ["egne_tilmeldte"],
        "navn": ["Tilmeldte patienter"],
        "enhed": ["patienter"],
        "sammenlaegning": ["sum"],
    }
    assert Katalog(SKEMA, egne, "2026-11-22").find("tilmeldte patienter").id == "egne_tilmeldte"
    assert Katalog(SKEMA, {}, "2026-11-22").find("tilmeldte patienter").id == "tilmeldte_patienter"


def test_a_title_goes_behind_what_the_column_of_measures_says():
    rows = [["Kapaciteter"], ["Kommune", "År", "Opgørelse", "Værdi"], ["Lolland", 2025, "Praksis i området", 9], KILDE]
    assert figures(sheet(rows)) == {("Lolland", "praksis_antal"): "9"}


def test_columns_are_in_any_order_and_what_is_missing_is_not_zero():
    byttet = [[raekke[nr] for nr in (3, 1, 4, 0, 2)] for raekke in BRED]
    assert figures(sheet([*byttet, KILDE])) == VENTET
    uden = [BRED[0], ["Lolland", "1.7.2026", "..", None, "20"], BRED[2], KILDE]
    svar = sheet(uden)
    tomme = {("Lolland", "tilmeldte_patienter"), ("Lolland", "kapaciteter_lukket")}
    assert figures(svar) == {par: tal for par, tal in VENTET.items() if par not in tomme}
    assert sum("1 celle er uden værdi og er ikke læst som 0" in en for en in svar.bemaerkninger) == len(tomme)


def test_what_is_no_indicator_is_told_and_no_unit_is_dropped():
    svar = sheet([["Kommune", "Dato", "Tilmeldte (stk.)", "Vagtlæger"], ["Lolland", "1.7.2026", "38.400", "7"], KILDE])
    assert figures(svar) == {("Lolland", "tilmeldte_patienter"): "38400"}
    assert any("»Vagtlæger« er ikke læst" in en for en in svar.bemaerkninger)
    tusinder = sheet([["Kommune", "Dato", "Tilmeldte (1.000)"], ["Lolland", "1.7.2026", "38,4"], KILDE])
    assert "i tusinder" in tusinder.fejl[0][1] and tusinder.laest is None
    galt = sheet([["Kommune", "Dato", "Tilmeldte"], ["Lolland", "1.7.2026", "98 %"], KILDE])
    assert "procent" in galt.fejl[0][1] and galt.laest is None


def test_a_day_to_come_and_a_kommune_twice_are_refused():
    assert "ikke begyndt" in str(sheet([BRED[0], ["Lolland", "1.1.2027", "1", "1", "1"], KILDE]).fejl)
    assert "står også i" in str(sheet([*BRED, BRED[1], KILDE]).fejl)


def test_the_template_is_empty_as_it_comes_and_reads_what_is_written_in_it(egne_kilder):
    bog = openpyxl.load_workbook(io.BytesIO(capacity_template()))
    side = bog[KAPACITET]
    navne = [SKEMA.katalog[en].navn for en in KAPACITETSTAL]
    assert [celle.value for celle in side[1]] == ["Kommune", "Dato", *navne, "Kilde"]
    tom = propose([Fil("tom.xlsx", capacity_template())], kilder=egne_kilder, i_dag=I_DAG)
    assert not tom.kan_indlaeses and "ingen rækker" in str(tom.fejl[0]), [str(en) for en in tom.fejl]
    tal = dict(zip(KAPACITETSTAL, (38400, 24, 15, 20, 1, 3), strict=True))
    for plads, vaerdi in enumerate(["Lolland", "1.7.2026", *tal.values(), "Opgørelse af kapacitet, 2026"], 1):
        side.cell(4, plads).value = vaerdi
    ud = io.BytesIO()
    bog.save(ud)
    forslag = propose([Fil("fyldt.xlsx", ud.getvalue())], kilder=egne_kilder, i_dag=I_DAG)
    assert forslag.kan_indlaeses, [str(en) for en in forslag.fejl]
    celler = forslag.tabeller["noegletal"].celler
    assert dict(zip(celler["noegletal"], map(float, celler["vaerdi"]))) == tal
    assert {*celler["dato"]} == {"2026-07-01"} and {*celler["kommunekode"]} == {"360"}
    kvittering = next(en for en in forslag.kvittering if en.ark == KAPACITET)
    assert kvittering.afvist == 0 and kvittering.laest == 2 * 9, "headings and the row; the rest is explanation"


def test_the_registers_own_sheet_takes_the_same_words(egne_kilder):
    post = {"Områdetype": "kommune", "Område": "Lolland", "Kommune": "Lolland", "Værdi": "15", "Dato": "1.7.2026"}
    fil = as_csv(post | {"Nøgletal": "Lukkede kapaciteter", "Kilde": "Opgørelse fra Sundhedsdatastyrelsen"})
    forslag = propose([Fil("tal.csv", fil)], kilder=egne_kilder, i_dag=I_DAG)
    assert forslag.kan_indlaeses, [str(en) for en in forslag.fejl]
    assert forslag.tabeller["noegletal"].celler["noegletal"] == ["kapaciteter_lukket"]


def test_two_files_of_different_indicators_do_not_replace_each_other(egne_kilder):
    filer = [
        Fil(f"{nr}.xlsx", as_xlsx({"Ark1": [[raekke[0], raekke[1], raekke[nr]] for raekke in BRED] + [KILDE]}))
        for nr in (2, 3)
    ]
    forslag = propose(filer, kilder=egne_kilder, i_dag=I_DAG)
    assert forslag.kan_indlaeses, [str(en) for en in forslag.fejl]
    assert sorted(set(forslag.tabeller["noegletal"].celler["noegletal"])) == [
        "kapaciteter_lukket",
        "tilmeldte_patienter",
    ]
