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
# A wing is a folder about one subject. Below stand the folders that all wings use, above them what gathers them.
VINGER = {
    "views": {"noegletal", "omraade", "ydernumre", "puljen", "hu_forloeb", "kilder"},
    "export": {"dias", "papir", "filer"},
}
UNDER = {"views": ("sprog", "figur", "faelles"), "export": ("tegning",)}
SAMLER = {"views": {"fremvisning"}, "export": set()}
# The figures of an area and the front page are those of the indicators, about one area or gathered.
VINGER_PAA_VINGER = {("omraade", "noegletal"), ("kilder", "noegletal")}
LAESER_PLOTLY_ENDNU = {"landkort.py", "tegning.py"}  # until maps are of the model
SQL = re.compile(
    r"\b(SELECT\s.+\bFROM|INSERT\s+INTO|DELETE\s+FROM|(CREATE|DROP|ALTER)\s+(TABLE|VIEW)|ATTACH|COPY)\b", re.S
)
FILER = [fil for mappe in (*FORBUDT, "ui", "pages") for fil in sorted((ROD / mappe).rglob("*.py"))]


def imports(kode: str) -> set[str]:
    """The dotted names of the modules that some code imports; of `from views import x` both `views` and `views.x`."""
    knuder = [*ast.walk(ast.parse(kode))]
    navne = {navn.name for knude in knuder if isinstance(knude, ast.Import) for navn in knude.names}
    for knude in (knude for knude in knuder if isinstance(knude, ast.ImportFrom)):
        navne |= {knude.module or "", *(f"{knude.module}.{navn.name}" for navn in knude.names)}
    return navne


def across(lag: str, mappe: str, navne: set[str]) -> set[str]:
    """What a folder of a layer imports of folders beside or above it, and may not."""
    forbudt = set(VINGER[lag]) | SAMLER[lag]
    if mappe in UNDER[lag]:
        forbudt |= set(UNDER[lag][UNDER[lag].index(mappe) + 1 :])
    elif mappe in SAMLER[lag]:
        forbudt = set()
    forbudt -= {mappe} | {under for over, under in VINGER_PAA_VINGER if over == mappe}
    return {navn for navn in navne if navn.split(".")[0] == lag and (*navn.split("."), "")[1] in forbudt}


@pytest.mark.parametrize("mappe", FORBUDT)
def test_no_layer_reaches_upwards(mappe):
    for fil in (fil for fil in FILER if ROD / mappe in fil.parents):
        navne = imports(fil.read_text(encoding="utf-8"))
        assert not {navn.split(".")[0] for navn in navne} & FORBUDT[mappe], fil


@pytest.mark.parametrize("lag", VINGER)
def test_no_wing_leans_on_another(lag):
    mapper = {fil.parent.name for fil in FILER if fil.parent.parent == ROD / lag}
    assert mapper == VINGER[lag] | set(UNDER[lag]) | SAMLER[lag], "every folder has its place"
    for fil in (fil for fil in FILER if fil.parent.parent == ROD / lag):
        assert not across(lag, fil.parent.name, imports(fil.read_text(encoding="utf-8"))), fil


def test_the_rule_of_wings_would_refuse():
    assert across("views", "puljen", imports("from views.kilder.overblik import Ukendt"))
    assert across("views", "noegletal", imports("from views.omraade import mit_omraade"))
    assert across("views", "faelles", imports("from views.noegletal import kort"))
    assert across("views", "sprog", imports("from views import faelles"))
    assert across("views", "kilder", imports("import views.fremvisning.visninger"))
    assert across("export", "papir", imports("from export.dias import slides"))
    assert not across("views", "omraade", imports("from views.noegletal import kort"))
    assert not across("views", "fremvisning", imports("from views.puljen import pulje"))
    assert not across("export", "papir", imports("from export.tegning import tekst"))


def test_views_ask_queries_and_not_the_store():
    """Of data/ a view may know what a user's own group is; versions, files and the build are behind the queries."""
    for fil in (fil for fil in FILER if ROD / "views" in fil.parents):
        navne = {navn for navn in imports(fil.read_text(encoding="utf-8")) if navn.split(".")[0] == "data"}
        assert all(navn in ("data", "data.grupper") or navn.startswith("data.grupper.") for navn in navne), fil


def test_files_read_the_figure_and_not_what_plotly_gets():
    """Drawings and native charts are made from the model; that plotly draws it too is none of their business."""
    for fil in (fil for fil in FILER if ROD / "export" in fil.parents and fil.name not in LAESER_PLOTLY_ENDNU):
        navne = imports(fil.read_text(encoding="utf-8"))
        assert not {navn for navn in navne if navn.startswith("views.figur.plotly")}, fil


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
    assert len(FILER) > 100 and {fil.relative_to(ROD).parts[0] for fil in FILER} == {*FORBUDT, "ui", "pages"}
    assert (
        SQL.search("SELECT * FROM udbud WHERE x = ") and SQL.search("INSERT INTO udbud") and not SQL.search("Slået op")
    )
