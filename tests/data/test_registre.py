"""The registers are declared once, and all that the product knows of them is declared."""

import ast
from pathlib import Path

import pytest

from data.registre import ARK, REGISTRE
from data.skema import columns
from data.tabeller import REGISTER_TABELLER

ROD = Path(__file__).resolve().parents[2]
# Words that are a register's own; the others are ordinary words too.
NAVNE = {en.datanavn for en in REGISTRE.values()} | {en.navn for en in REGISTRE.values()} - {"Kilder", "Nøgletal"}
HJEM = ROD / "data" / "registre.py"


def test_every_register_of_the_schema_is_declared_with_its_finest_level():
    (type_,) = (en.type for en in columns("noegletal_katalog") if en.navn == "register")
    kendte = {kode for kode, en in REGISTRE.items() if en.kan_vaere_komplet}
    assert {*type_.removeprefix("ENUM(").strip(")").replace("'", "").split(", ")} == kendte
    assert {kode for kode in REGISTRE if kode not in kendte} == {"kilde"}


def test_every_table_that_is_loaded_has_a_sheet_and_a_register():
    assert {*ARK} == {*REGISTER_TABELLER, "noegletal_katalog", "kilde"}
    assert {*ARK} == {tabel for en in REGISTRE.values() for tabel in en.tabeller}


def test_hu_forloeb_are_known_for_no_kommune_and_the_others_are():
    assert {kode for kode, en in REGISTRE.items() if en.fineste_niveau not in ("kommune", "")} == {"hu_forloeb"}


@pytest.mark.parametrize("mappe", ["data", "queries", "views", "ui", "export", "pages"])
def test_no_code_keeps_a_list_of_the_registers_names_or_knows_one_by_the_spelling_of_an_indicator(mappe):
    for fil in (ROD / mappe).rglob("*.py"):
        for knude in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))):
            if isinstance(knude, ast.Dict):
                ord_ = {en.value for en in knude.values if isinstance(en, ast.Constant)}
                assert len(ord_ & NAVNE) < 2, f"{fil}:{knude.lineno}"
            if isinstance(knude, ast.Call) and isinstance(knude.func, ast.Attribute) and knude.args:
                tekst = knude.args[0].value if isinstance(knude.args[0], ast.Constant) else ""
                assert (knude.func.attr, tekst) != ("startswith", "hu_"), f"{fil}:{knude.lineno}"
