"""What docs/ and README.md name is there, and the reverse: commands, addresses, folders, files, functions."""

import ast
import re
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest
from pptx import Presentation

from export.dias.skabelon import SKABELON
from tests.test_lag import FILER, ROD
from views.faelles.koder import KODER

DOCS = {fil.relative_to(ROD).as_posix(): fil.read_text(encoding="utf-8") for fil in sorted(ROD.glob("docs/*.md"))}
DOCS["README.md"] = (ROD / "README.md").read_text(encoding="utf-8")
HUSET = DOCS["docs/arkitektur.md"]
KODE = re.compile(r"`([^`\n]+)`")
# `slides.slides`, `export/om.about(adresse)`, `Snapshot.once`
DOTTED = re.compile(r"`(?:[\w/]+/)?([A-Za-z_]\w*)\.([A-Za-z_]\w*)(?:\([^`]*\))?`")
FILNAVN = re.compile(r"[\w.*-][\w./*-]*\.(py|sql|csv|md|toml|json|geojson|duckdb|css|js|html|pptx|png)")
MAPPE = re.compile(r"\.?\w[\w./-]*/")
# A word of a reader's own in the place of a file.
PLADSHOLDER = re.compile(r"FIL(\.\w+)?|FILE")
# A version of the own data has these inside; no name of theirs stands in .gitignore, but their folder does.
I_EN_VERSION = {"version.json", "fuldstaendighed.csv"}


def table(tekst: str, foerste: str) -> list[list[str]]:
    """The cells of every row of the table whose first heading is `foerste`."""
    linjer = tekst.splitlines()
    nr = next(nr for nr, linje in enumerate(linjer) if linje.startswith(f"| {foerste} |"))
    raekker = []
    for linje in linjer[nr + 2 :]:
        if not linje.startswith("|"):
            break
        raekker.append([celle.strip() for celle in linje.strip("|").split(" | ")])
    return raekker


def first_column(tekst: str, foerste: str) -> list[str]:
    """The names in backticks of a table's first column."""
    return [navn for raekke in table(tekst, foerste) for navn in KODE.findall(raekke[0])]


def same(naevnt: list[str], findes: set[str]) -> bool:
    """Each thing named once, and nothing that is not there? The reader of a failure sees what differs."""
    assert sorted(naevnt) == sorted(findes)
    return True


@dataclass(frozen=True)
class Indhold:
    """tilvalg: every option of a command line of ours. navne: what each module and class holds, by its name alone."""

    tilvalg: frozenset[str]
    navne: dict[str, set[str]]


@cache
def code() -> Indhold:
    """All of our code, the tests' too, read once."""
    tilvalg, navne = set(), {}
    for fil in [*FILER, *ROD.glob("*.py"), *ROD.glob("deploy/*.py"), *ROD.glob("tests/**/*.py")]:
        for knude in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))):
            if isinstance(knude, (ast.Module, ast.ClassDef)):
                navne.setdefault(getattr(knude, "name", fil.stem), set()).update(names_in(knude))
            elif isinstance(knude, ast.Constant) and str(knude.value).startswith("--"):
                tilvalg.add(knude.value)
    return Indhold(frozenset(tilvalg), navne)


@cache
def ignored() -> tuple[str, ...]:
    """The patterns of what is made where the project runs."""
    return tuple(en.strip("/") for en in (ROD / ".gitignore").read_text(encoding="utf-8").split())


def is_made_at_run_time(sti: str) -> bool:
    dele = sti.strip("/").split("/")
    return any(fnmatch("/".join(dele[:antal]), en) for antal in range(1, len(dele) + 1) for en in ignored())


@cache
def everything() -> frozenset[str]:
    """Every file and folder of the project, by its path from the root."""
    alle = (sti.relative_to(ROD) for mappe in ROD.iterdir() if is_ours(mappe) for sti in [mappe, *mappe.rglob("*")])
    return frozenset(sti.as_posix() for sti in alle if "__pycache__" not in sti.parts)


def is_ours(sti: Path) -> bool:
    return sti.name != ".git" and not is_made_at_run_time(sti.name)


def exists(navn: str) -> bool:
    """A path from the root, or the end of one: a document about a folder names its files without it."""
    sti = navn.strip("/").removeprefix("../")
    return any(fnmatch(en, sti) or fnmatch(en, f"*/{sti}") for en in everything()) or is_made_at_run_time(sti)


# commands


def targets() -> set[str]:
    makefile = (ROD / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):.*##", makefile, re.M))


def test_readme_names_every_command_of_the_makefile():
    navngivne = [navn.removeprefix("make ") for navn in first_column(DOCS["README.md"], "command")]
    assert same(navngivne, targets())


@pytest.mark.parametrize("fil", DOCS)
def test_a_command_that_is_named_can_be_run(fil):
    tekst = DOCS[fil]
    for navn in re.findall(r"\bmake ([a-z-]+)", "\n".join(KODE.findall(tekst))):
        assert navn in targets(), navn
    for modul in re.findall(r"python -m ([\w.]+)", tekst):
        sti = ROD / modul.replace(".", "/")
        assert (sti / "__main__.py").is_file() or '__name__ == "__main__"' in sti.with_suffix(".py").read_text("utf-8")


@pytest.mark.parametrize("fil", DOCS)
def test_an_option_that_is_named_is_there(fil):
    navngivne = re.findall(r"(?<![\w-])--[a-z][\w-]*", "\n".join(KODE.findall(DOCS[fil])))
    assert not set(navngivne) - code().tilvalg


# addresses


def routes() -> set[str]:
    """The addresses that dashboard.py answers beside the pages, as `/lag/<navn>`."""
    kald = [knude for knude in ast.walk(ast.parse((ROD / "dashboard.py").read_text("utf-8"))) if is_route(knude)]
    return {re.sub(r"\{(\w+)(:\w+)?\}", r"<\1>", en.args[0].value) for en in kald}


def is_route(knude: ast.AST) -> bool:
    return isinstance(knude, ast.Call) and getattr(knude.func, "id", "") in ("Route", "Mount")


def asked_for(kode: str) -> set[str]:
    """The parameters that some code reads from the address by name."""
    navne = set()
    for knude in ast.walk(ast.parse(kode)):
        match knude:
            case ast.Call(func=ast.Attribute(value=ast.Attribute(attr="query_params")), args=[ast.Constant(), *_]):
                navne.add(knude.args[0].value)
            case ast.Call(func=ast.Attribute(value=ast.Name("vej"), attr="code"), args=[ast.Constant(), *_]):
                navne.add(knude.args[0].value)
            case ast.Subscript(value=ast.Attribute(attr="query_params"), slice=ast.Constant()):
                navne.add(knude.slice.value)
            case ast.Compare(left=ast.Constant(), comparators=[ast.Attribute(attr="query_params")]):
                navne.add(knude.left.value)
    return navne


def test_every_address_is_in_the_table():
    assert len(routes()) > 1
    assert same(first_column(HUSET, "address"), routes())


def test_every_parameter_of_an_address_is_in_the_table():
    skaerm = [fil for fil in FILER if fil.relative_to(ROD).parts[0] in ("ui", "pages")]
    laest = set().union(*(asked_for(fil.read_text(encoding="utf-8")) for fil in skaerm))
    assert {"visning", "dias", "show"} <= laest, "the walk finds what is read"
    assert same(first_column(HUSET, "parameter"), set(KODER) | laest)


# folders and files


def wings() -> set[str]:
    """The folders of code, and those at the top, with a stroke at the end."""
    tests = {"tests/", "tests/e2e/", "tests/last/"}  # the others mirror the code
    med_kode = {fil.parent.relative_to(ROD).as_posix() for fil in FILER}
    oeverst = {en.name for en in ROD.iterdir() if en.is_dir() and en.name[0] != "." and is_ours(en)}
    return {f"{en}/" for en in med_kode | oeverst} | tests


def test_every_folder_of_the_house_is_in_its_table():
    assert same(first_column(HUSET, "folder"), wings())


def test_the_layout_in_readme_is_the_top_of_the_house():
    plan = DOCS["README.md"].split("## Layout")[1].split("```")[1]
    navngivne = [linje.split()[0] for linje in plan.strip().splitlines()]
    mapper = {en for en in wings() if en.count("/") == 1}
    assert same(navngivne, mapper | {fil.name for fil in ROD.glob("*.py")})


@pytest.mark.parametrize("fil", DOCS)
def test_a_file_or_folder_that_is_named_is_there(fil):
    navngivne = [en for kode in KODE.findall(DOCS[fil]) for en in kode.split()]
    stier = {en for en in navngivne if FILNAVN.fullmatch(en) or MAPPE.fullmatch(en)}
    stier = {en for en in stier if not PLADSHOLDER.fullmatch(en) and not is_defined(en)} - I_EN_VERSION
    links = {en for en in re.findall(r"\]\(([^)#]+)\)", DOCS[fil]) if "://" not in en}
    assert not {en for en in stier | links if not exists(en)}


# functions and layouts


def is_defined(navn: str) -> bool:
    """Is `filer/billede.png` a function?"""
    ejer, _, resten = navn.rpartition("/")[2].partition(".")
    return resten in code().navne.get(ejer, ())


def names_in(ejer: ast.Module | ast.ClassDef) -> set[str]:
    navne = set()
    for knude in ejer.body:
        maal = [knude.target] if isinstance(knude, ast.AnnAssign) else getattr(knude, "targets", [])
        navne |= {en.id for en in maal if isinstance(en, ast.Name)}
        if isinstance(knude, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            navne.add(knude.name)
    return navne


def unknown_names(tekst: str) -> set[str]:
    """What is named as `module.name` or `Class.name` of ours and is not there. Names of libraries are not ours, and
    /v/kort.csv is an address."""
    tekst = re.sub(r"\bv/\S+", "", tekst)
    vores = [par for par in DOTTED.findall(tekst) if par[0] in code().navne and not exists(".".join(par))]
    return {f"{ejer}.{navn}" for ejer, navn in vores if navn not in code().navne[ejer]}


@pytest.mark.parametrize("fil", DOCS)
def test_a_function_that_is_named_is_there(fil):
    assert unknown_names(DOCS[fil]) == set()


def test_the_layouts_of_the_template_are_those_of_the_table():
    skabelon = Presentation(SKABELON)
    assert same(first_column(DOCS["docs/eksport.md"], "layout"), {en.name for en in skabelon.slide_layouts})
    numre = {en.placeholder_format.idx for layout in skabelon.slide_layouts for en in layout.placeholders}
    assert same([raekke[0] for raekke in table(DOCS["docs/eksport.md"], "idx")], {str(en or "title") for en in numre})


def test_each_yes_beside_powerpoint_has_its_test():
    """And that test is one of a browser."""
    proever = {
        knude.name
        for fil in ROD.glob("tests/e2e/test_*.py")
        for knude in ast.parse(fil.read_text(encoding="utf-8")).body
        if isinstance(knude, ast.FunctionDef)
    }
    raekker = table(DOCS["docs/fremvisning.md"], "point")
    assert len(raekker) > 20
    for _, her, proeve in raekker:
        assert her.startswith(("yes", "no"))
        assert set(KODE.findall(proeve)) <= proever and bool(KODE.findall(proeve)) == her.startswith("yes"), proeve


def test_the_rules_would_refuse():
    assert not exists("views/kort.py") and exists("views/noegletal/kort.py") and exists("kort.py")
    assert exists("kontrol/*.sql") and exists("data/egne/versioner/") and not exists("kontrol/*.json")
    assert unknown_names("`slides.slides`, `gc.freeze` and `slides.findes_ikke(x)`") == {"slides.findes_ikke"}
    assert asked_for('st.query_params.get("a"); st.query_params["b"]; "c" in st.query_params; x.get("d")') == set("abc")
    with pytest.raises(AssertionError):
        same(["/sundhed"], routes())
