"""Data flows one way: data -> queries -> views (with geo) -> pages and export. And SQL lives in .sql files."""

import ast
import re
import subprocess
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
    "views": {"noegletal", "omraade", "ydernumre", "puljen", "hu_forloeb", "kilder", "balance"},
    "export": {"dias", "papir", "filer"},
}
UNDER = {"views": ("sprog", "figur", "faelles"), "export": ("tegning",)}
SAMLER = {"views": {"fremvisning"}, "export": {"adresser"}}
# The figures of an area and the front page are those of the indicators, about one area or gathered.
VINGER_PAA_VINGER = {("omraade", "noegletal"), ("kilder", "noegletal")}
SQL = re.compile(
    r"\b(SELECT\s.+\bFROM|INSERT\s+INTO|DELETE\s+FROM|(CREATE|DROP|ALTER)\s+(TABLE|VIEW)|ATTACH|COPY)\b", re.S
)
FILER = [fil for mappe in (*FORBUDT, "ui", "pages") for fil in sorted((ROD / mappe).rglob("*.py"))]


# What may lie at the top of the project, besides files that tools look for there. The user gave the list of folders;
# `docs` and `deploy` came to it, and `start.py` because Windows has no make: it is what one runs first, before anything
# is installed, so it stands where one looks first.
OEVERST = {
    *("data", "queries", "geo", "views", "export", "ui", "pages", "tests", "docs", "deploy"),
    *("dashboard.py", "start.py", "Makefile", "README.md", "LICENSE", "pyproject.toml"),
    *("requirements.txt", "requirements-dev.txt"),
}


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


def test_nothing_else_lies_at_the_top():
    i_git = subprocess.run(["git", "ls-files"], cwd=ROD, capture_output=True, encoding="utf-8", check=False).stdout
    if not i_git:
        pytest.skip("no clone: what is made where it runs lies here too")
    assert {linje.split("/")[0] for linje in i_git.splitlines() if linje[0] != "."} == OEVERST


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


def clocks(kode: str, hvor: set[str] | None = None) -> list[int]:
    """The lines that ask what day or time it is, outside the functions of those names."""
    trae = ast.parse(kode)
    fri = [knude for knude in ast.walk(trae) if isinstance(knude, ast.FunctionDef) and knude.name in (hvor or set())]
    tilladte = {id(under) for knude in fri for under in ast.walk(knude)}
    spurgt = {("date", "today"), ("datetime", "today"), ("datetime", "now"), ("datetime", "utcnow")}
    spurgt |= {("time", navn) for navn in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime")}
    return [
        knude.lineno
        for knude in ast.walk(trae)
        if isinstance(knude, ast.Attribute)
        and (ast.unparse(knude.value).split(".")[-1], knude.attr) in spurgt
        and id(knude) not in tilladte
    ]


def test_the_day_is_an_argument():
    """A View is remembered: one with a clock of its own would go on saying the day it was first made on. The app has
    one clock, ui/ur.py; a command line is a door of its own."""
    for fil in (fil for fil in FILER if fil != ROD / "ui" / "ur.py" and fil.name != "__main__.py"):
        hvor = {"main"} if ROD / "export" in fil.parents else set()
        assert not clocks(fil.read_text(encoding="utf-8"), hvor), fil


def test_the_rule_of_the_day_would_refuse():
    assert clocks("from datetime import date\ndate.today()") == [2]
    assert clocks("import datetime\nx = datetime.datetime.now(UTC)") == [2]
    assert clocks("def f(i_dag=date.today): pass") and clocks("time.time()")
    assert not clocks("def main():\n    datetime.now()", {"main"}) and not clocks("time.monotonic()")


def test_views_and_queries_are_given_their_data():
    """One that may be left out is left out one day, and then a View is made of two versions."""
    for fil in (fil for fil in FILER if {ROD / en for en in ("views", "queries", "export", "geo")} & {*fil.parents}):
        kode = fil.read_text(encoding="utf-8")
        if fil != ROD / "queries" / "standard.py":
            assert not may_be_left_out(kode), fil
            assert "queries.standard.newest" not in imports(kode) or "def main(" in kode, f"{fil}: only doors ask"


def may_be_left_out(kode: str) -> list[int]:
    """The lines of functions whose snapshot has a default."""
    fundet = []
    for knude in (knude for knude in ast.walk(ast.parse(kode)) if isinstance(knude, (ast.FunctionDef, ast.Lambda))):
        arg = [*knude.args.posonlyargs, *knude.args.args]
        med = arg[len(arg) - len(knude.args.defaults) :]
        med += [en for en, standard in zip(knude.args.kwonlyargs, knude.args.kw_defaults, strict=True) if standard]
        fundet += [knude.lineno for en in med if en.arg == "data" or "Snapshot" in ast.unparse(en.annotation or en)]
    return fundet


def test_the_rule_of_given_data_would_refuse():
    assert may_be_left_out("def f(filters, data=None): pass") == [1]
    assert may_be_left_out("def f(x, *, alle: Snapshot | None = None): pass") and may_be_left_out("lambda data=None: 1")
    assert not may_be_left_out("def f(data: Snapshot, omraade=None): pass")


def names_an_area(kode: str) -> list[int]:
    """The lines of functions that answer with the name of one of `niveauer.areas`, or are called after it."""
    fundet = []
    for knude in (knude for knude in ast.walk(ast.parse(kode)) if isinstance(knude, ast.FunctionDef)):
        kaldt = {ast.unparse(en.func).split(".")[-1] for en in ast.walk(knude) if isinstance(en, ast.Call)}
        svar = [en.value for en in ast.walk(knude) if isinstance(en, ast.Return) and en.value]
        dele = [del_ for en in svar for del_ in _alternatives(en)]
        navne = any(isinstance(en, ast.Attribute) and en.attr in ("navn", "kort_navn") for en in dele)
        if "area_name" in knude.name or ("areas" in kaldt and navne):
            fundet.append(knude.lineno)
    return fundet


def _alternatives(udtryk: ast.expr) -> list[ast.expr]:
    """What an expression can come to: both sides of a condition, each part of an "or"."""
    if isinstance(udtryk, ast.IfExp):
        return [*_alternatives(udtryk.body), *_alternatives(udtryk.orelse)]
    if isinstance(udtryk, ast.BoolOp):
        return [del_ for en in udtryk.values for del_ in _alternatives(en)]
    return [udtryk]


def test_one_rule_says_what_the_chosen_area_is_called():
    """Five did, and said different things where none was chosen: `Filters.area_name` has that as an argument."""
    for fil in (fil for fil in FILER if {ROD / en for en in ("views", "ui", "export", "pages")} & {*fil.parents}):
        fundet = names_an_area(fil.read_text(encoding="utf-8"))
        assert len(fundet) == (fil == ROD / "views" / "faelles" / "filtre.py"), f"{fil}:{fundet}"


def test_the_rule_of_names_would_refuse():
    assert names_an_area("def sted(f):\n    return niveauer.areas(f.niveau)[f.omraade].navn if f.omraade else ''") == [
        1
    ]
    assert names_an_area("def f(x):\n    en = areas(x).get(x)\n    return en and en.kort_navn") == [1]
    assert names_an_area("def _area_name(x): return x")
    assert not names_an_area("def f(x):\n    return [en.navn for en in areas(x).values()]")


def test_one_file_knows_where_the_browser_is():
    """Two that did disagreed about a folder behind a proxy."""
    steder = {fil for fil in FILER if "context.url" in fil.read_text(encoding="utf-8")}
    assert steder == {ROD / "ui" / "adresse.py"}


def holds_on_to_data(kode: str) -> list[int]:
    """The lines of functions that are remembered for ever by, or with, a version of the data."""
    return [
        knude.lineno
        for knude in ast.walk(ast.parse(kode))
        if isinstance(knude, ast.FunctionDef)
        and any(re.search(r"\b(lru_)?cache\b", ast.unparse(en)) for en in knude.decorator_list)
        and any(
            en.arg in ("data", "self") or re.search(r"Snapshot|View|Fremvisning", ast.unparse(en.annotation or en))
            for en in (*knude.args.posonlyargs, *knude.args.args, *knude.args.kwonlyargs)
        )
    ]


def test_what_depends_on_the_data_goes_with_the_version():
    """`Snapshot.once` remembers it; a cache of the module's own would keep every version there ever was."""
    for fil in (fil for fil in FILER if ROD / "data" not in fil.parents):
        assert not holds_on_to_data(fil.read_text(encoding="utf-8")), fil


def test_the_rule_of_versions_would_refuse():
    assert holds_on_to_data("@lru_cache(maxsize=4)\ndef f(datasaet, data): pass")
    assert holds_on_to_data("@functools.cache\ndef f(alle: Snapshot): pass")
    assert not holds_on_to_data("@cache\ndef f(niveau: str): pass") and not holds_on_to_data("def f(data): pass")


def test_files_read_the_figure_and_not_what_plotly_gets():
    """Drawings and native charts are made from the model; that plotly draws it too is none of their business."""
    for fil in (fil for fil in FILER if ROD / "export" in fil.parents):
        navne = imports(fil.read_text(encoding="utf-8"))
        assert not {navn for navn in navne if navn.startswith("views.figur.plotly")}, fil


# What asks the net. A command does; whatever the server can reach does not.
UD_AF_HUSET = ("data.hent", "geo.hent_dagi", "urllib.request", "http.client", "httpx", "requests", "socket")


def reached(start: set[Path], laes=lambda fil: fil.read_text(encoding="utf-8")) -> dict[Path, set[str]]:
    """The files of ours that these import, and those in turn, wherever in a file it stands; and what each imports."""
    fundet, naeste = {}, [*start]
    while naeste:
        fil = naeste.pop()
        if fil in fundet:
            continue
        fundet[fil] = imports(laes(fil))
        for navn in fundet[fil]:
            sti = ROD.joinpath(*navn.split("."))
            naeste += [en for en in (sti.with_suffix(".py"), sti / "__init__.py") if en.is_file()]
    return fundet


def asks_the_net(navne: set[str]) -> set[str]:
    return {navn for navn in navne if any(f"{navn}.".startswith(f"{en}.") for en in UD_AF_HUSET)}


def test_nothing_is_fetched_at_run_time():
    """Official sources are fetched by a command (data/hent/, geo/hent_dagi.py): the server works without a net."""
    doere = {ROD / "dashboard.py"} | {
        fil for fil in FILER if fil.relative_to(ROD).parts[0] in ("ui", "pages", "export")
    }
    naaet = reached(doere)
    assert len(naaet) > 200 and ROD / "data" / "build.py" in naaet
    for fil, navne in naaet.items():
        assert not asks_the_net(navne), fil
    assert asks_the_net(imports((ROD / "geo" / "hent_dagi.py").read_text(encoding="utf-8")))


def test_the_rule_of_the_net_would_refuse():
    assert asks_the_net(imports("def f():\n    from data.hent.statbank import Statbank"))
    assert asks_the_net(imports("from geo import hent_dagi")) and asks_the_net(imports("import urllib.request as u"))
    assert not asks_the_net(imports("import urllib.parse\nfrom data import build"))
    kode = {ROD / "dashboard.py": "import geo.hent_dagi", ROD / "geo" / "hent_dagi.py": "import data.build"}
    assert ROD / "data" / "build.py" in reached({ROD / "dashboard.py"}, lambda fil: kode.get(fil, ""))


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


def chooses_rows_by_a_list(kode: str) -> list[int]:
    """Lines that choose rows with a list of truths in plain brackets. Of a frame without rows the list is empty, which
    chooses no columns, and the columns are gone; `.loc` keeps them."""
    return [
        en.lineno
        for en in ast.walk(ast.parse(kode))
        if isinstance(en, ast.Subscript) and isinstance(en.slice, ast.ListComp)
        if not (isinstance(en.value, ast.Attribute) and en.value.attr in ("loc", "iloc"))
    ]


def test_no_frame_loses_its_columns_with_its_rows():
    for fil in (fil for fil in FILER if ROD / "geo" not in fil.parents):  # geo has arrays, which have no columns
        assert not chooses_rows_by_a_list(fil.read_text(encoding="utf-8")), fil


def test_the_rule_of_rows_would_refuse():
    assert chooses_rows_by_a_list("her = alle[[en > 0 for en in alle.index]]") == [1]
    assert not chooses_rows_by_a_list("her = alle.loc[[en > 0 for en in alle.index]]")


def stops_the_run(kode: str) -> bool:
    return any(isinstance(en, ast.Attribute) and ast.unparse(en) == "st.stop" for en in ast.walk(ast.parse(kode)))


def test_no_page_stops_its_run():
    """Streamlit sends nothing more then: the box at the end of the bar and the page for printing would be missing."""
    for fil in sorted((ROD / "pages").glob("*.py")):
        assert not stops_the_run(fil.read_text(encoding="utf-8")), fil
    assert stops_the_run("import streamlit as st\nif x:\n    st.stop()")
