"""Data flows one way: data -> queries -> views (with geo) -> pages and export. And SQL lives in .sql files."""

import ast
import re
from pathlib import Path

import pytest

ROD = Path(__file__).resolve().parents[1]
FORBUDT = {  # design.md 5
    "data": {"queries", "views", "ui", "export", "geo", "pages", "streamlit"},
    "queries": {"views", "ui", "export", "geo", "pages", "streamlit"},
    "geo": {"queries", "views", "ui", "export", "pages", "streamlit"},
    "views": {"ui", "export", "pages", "streamlit"},
    "export": {"ui", "pages", "streamlit"},
}
SQL = re.compile(
    r"\b(SELECT\s.+\bFROM|INSERT\s+INTO|DELETE\s+FROM|(CREATE|DROP|ALTER)\s+(TABLE|VIEW)|ATTACH|COPY)\b", re.S
)
FILER = [fil for mappe in (*FORBUDT, "ui", "pages") for fil in sorted((ROD / mappe).rglob("*.py"))]


@pytest.mark.parametrize("mappe", FORBUDT)
def test_no_layer_reaches_upwards(mappe):
    for fil in (fil for fil in FILER if ROD / mappe in fil.parents):
        knuder = [*ast.walk(ast.parse(fil.read_text(encoding="utf-8")))]
        navne = [navn.name for knude in knuder if isinstance(knude, ast.Import) for navn in knude.names]
        navne += [knude.module or "" for knude in knuder if isinstance(knude, ast.ImportFrom)]
        assert not {navn.split(".")[0] for navn in navne} & FORBUDT[mappe], fil


def test_views_ask_queries_and_not_the_store():
    """Of data/ a view may know what a user's own group is; versions, files and the build are behind the queries."""
    for fil in (fil for fil in FILER if fil.parent.name == "views"):
        knuder = [*ast.walk(ast.parse(fil.read_text(encoding="utf-8")))]
        navne = {navn.name for knude in knuder if isinstance(knude, ast.Import) for navn in knude.names}
        navne |= {knude.module or "" for knude in knuder if isinstance(knude, ast.ImportFrom)}
        assert {navn for navn in navne if navn.split(".")[0] == "data"} <= {"data.grupper"}, fil


def is_put_together(knude: ast.AST) -> bool:
    """An f-string, text + text, text % values, or text.format(...), .join(...), .replace(...)."""
    metode = isinstance(knude, ast.Call) and isinstance(knude.func, ast.Attribute) and knude.func.attr
    return isinstance(knude, (ast.JoinedStr, ast.BinOp)) or metode in ("format", "join", "replace")


def test_sql_is_never_put_together_from_text():
    """Parameters are bound; only the loader, which knows tables by name, writes statements."""
    for fil in (fil for fil in [*FILER, ROD / "dashboard.py"] if fil != ROD / "data" / "indlaesning.py"):
        for knude in filter(is_put_together, ast.walk(ast.parse(fil.read_text(encoding="utf-8")))):
            tekster = [en.value for en in ast.walk(knude) if isinstance(en, ast.Constant) and isinstance(en.value, str)]
            assert not SQL.search(" ".join(tekster)), f"{fil}:{knude.lineno}"


def test_the_rules_see_the_code_and_would_refuse():
    assert len(FILER) > 30 and {fil.parent.name for fil in FILER} >= {"data", "queries", "geo", "views", "ui", "pages"}
    assert (
        SQL.search("SELECT * FROM udbud WHERE x = ") and SQL.search("INSERT INTO udbud") and not SQL.search("Slået op")
    )
