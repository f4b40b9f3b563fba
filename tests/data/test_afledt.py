"""What is worked out of the loaded tables, once for all who ask."""

import re
from pathlib import Path

import duckdb
import pytest

from data.build import DEFAULT_OUT, build
from data.skema import rules

ROD = Path(__file__).resolve().parents[2]
# Each rule, and what it looks like where somebody writes it again.
REGLER = {
    "er_udbudt": r"'besluttet',\s*'reserve'",
    "er_stoettet": r"'støttet'\s*,|'støttet i anden|starts_with\(\w*\.?status, 'støttet'",
    "omraadeskema": r"arg_max\(f\.indbyggere, f\.dato\) AS indbyggere|nul_er_kendt, t\.\*",
}


@pytest.fixture(scope="module")
def con():
    build()
    with duckdb.connect(DEFAULT_OUT, read_only=True) as con:
        yield con


@pytest.mark.parametrize("navn", REGLER)
def test_each_rule_stands_in_one_sql_file(navn):
    filer = [fil for mappe in ("data", "queries") for fil in (ROD / mappe).rglob("*.sql") if fil.name != "schema.sql"]
    steder = [fil.name for fil in filer if re.search(REGLER[navn], fil.read_text(encoding="utf-8"))]
    assert steder in (["afledt.sql"], []), f"{navn} is written again"
    assert re.search(rf"\b{navn}\b", (ROD / "data" / "afledt.sql").read_text(encoding="utf-8"))


def test_what_is_called_supported_is_what_the_schema_lets_count(con):
    (regel,) = (en.udtryk for en in rules("puljeprojekt") if "NOT medregnes" in en.udtryk and "status IN" in en.udtryk)
    maa_medregnes = {*re.findall(r"'([^']*)'", regel)}
    kaldt = dict(con.execute("SELECT DISTINCT status, er_stoettet FROM puljeprojekt_stedfaestet").fetchall())
    assert {True, False} == {*kaldt.values()}
    assert all(er == (status in maa_medregnes) for status, er in kaldt.items())


def test_a_count_has_a_place_for_each_period_and_area(con):
    raekker = con.execute(
        "SELECT periode, komplet, omraade_id, er_rest, nul_er_kendt "
        "FROM omraadeskema('region', '2027', [true, false], [NULL, 2021], [NULL, 2025], 2024)"
    ).fetchall()
    assert len(raekker) == 2 * (4 + 2) and len({(periode, omraade) for periode, _, omraade, *_ in raekker}) == 12
    assert all(nul == (komplet or rest) for _, komplet, _, rest, nul in raekker)
