"""What Streamlit reads as Markdown is put together from constants, numbers and text that has been through
views/sprog/markdown.py. Walks the code, so that a new page or message is found the day it is written."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.test_lag import FILER, ROD

MARKDOWN = {
    *("markdown", "caption", "info", "warning", "error", "success", "toast", "title", "header", "subheader"),
    *("metric", "badge", "button", "download_button", "link_button", "checkbox", "toggle", "expander", "popover"),
    *("tabs", "spinner", "progress", "text_input", "selectbox", "multiselect", "file_uploader", "number_input"),
    "show_text",
}
# What gives Markdown or what cannot hold a mark: numbers, and names of the product's own.
RENE_KALD = {"plain", "bold", "link", "paragraphs", "Markdown", "number", "len", "str.join"}
# Fields that are Markdown by their type, and words that the code itself holds.
RENE_FELTER = {"text", "titel_paa_register", "tekst"}
SKAERM = [fil for fil in FILER if fil.relative_to(ROD).parts[0] in ("ui", "pages")]


@cache
def markdown_functions() -> frozenset[str]:
    """Every function that says it returns Markdown."""
    return frozenset(
        knude.name
        for fil in FILER
        for knude in ast.walk(ast.parse(fil.read_text(encoding="utf-8")))
        if isinstance(knude, ast.FunctionDef) and knude.returns and "Markdown" in ast.unparse(knude.returns)
    )


def name_of(knude: ast.expr) -> str:
    return knude.attr if isinstance(knude, ast.Attribute) else getattr(knude, "id", "")


def is_clean(knude: ast.expr, givne: dict[str, list[ast.expr]], dybde: int = 0) -> bool:
    """Can the expression hold nothing but constants, numbers and escaped text?"""
    if dybde > 8:
        return False

    def clean(*dele: ast.expr) -> bool:
        return all(is_clean(del_, givne, dybde + 1) for del_ in dele)

    match knude:
        case ast.Constant():
            return True
        case ast.FormattedValue():
            return clean(knude.value)
        case ast.JoinedStr():
            return clean(*knude.values)
        case ast.BinOp():
            return clean(knude.left, knude.right)
        case ast.BoolOp():
            return clean(*knude.values)
        case ast.IfExp():
            return clean(knude.body, knude.orelse)
        case ast.List() | ast.Tuple():
            return clean(*knude.elts)
        case ast.ListComp() | ast.GeneratorExp():
            return clean(knude.elt)
        case ast.NamedExpr():
            return clean(knude.value)
        case ast.Subscript():
            return name_of(knude.value).isupper() or name_of(knude.value) in givne and clean(knude.value)
        case ast.Call():
            return is_clean_call(knude, clean)
        case ast.Name() | ast.Attribute():
            navn = name_of(knude)
            er_kendt = isinstance(knude, ast.Name) and navn in givne
            return navn.isupper() or (er_kendt and clean(*givne[navn])) or (not er_kendt and navn in RENE_FELTER)
    return False


def is_clean_call(kald: ast.Call, clean) -> bool:
    navn = name_of(kald.func)
    if navn in RENE_KALD | markdown_functions():
        return True
    if navn == "finished":  # a function of views, by its name
        return name_of(kald.args[0]) in markdown_functions()
    if navn == "lower":  # a name of the product's own in another case
        return clean(kald.func.value)
    return navn == "join" and clean(*kald.args)


def assigned(rod: ast.AST) -> dict[str, list[ast.expr]]:
    """Every expression that each name is given; parts of tuples, loops and parameters count as unknown."""
    givne: dict[str, list[ast.expr]] = {}
    for knude in ast.walk(rod):
        if isinstance(knude, ast.Assign) and isinstance(knude.targets[0], ast.Name):
            givne.setdefault(knude.targets[0].id, []).append(knude.value)
        elif isinstance(knude, ast.Assign) and isinstance(knude.targets[0], ast.Tuple):
            dele = knude.value.elts if isinstance(knude.value, ast.Tuple) else [ast.Set([])] * 9
            for maal, del_ in zip(knude.targets[0].elts, dele, strict=False):
                givne.setdefault(name_of(maal), []).append(del_)
        elif isinstance(knude, ast.NamedExpr):
            givne.setdefault(knude.target.id, []).append(knude.value)
        elif isinstance(knude, (ast.For, ast.comprehension)) and isinstance(knude.target, ast.Name):
            # going through clean texts gives clean texts
            givne.setdefault(knude.target.id, []).append(knude.iter)
    return givne


def unclean(kode: str) -> list[str]:
    """Calls whose text may hold marks that the code did not write, as "line: expression"."""
    fundet = []
    trae = ast.parse(kode)
    funktioner = [en for en in ast.walk(trae) if isinstance(en, ast.FunctionDef)]
    for knude in ast.walk(trae):
        if not (isinstance(knude, ast.Call) and isinstance(knude.func, ast.Attribute) and knude.func.attr in MARKDOWN):
            continue
        # the innermost function that holds the call knows its names, then the module
        omkring = [en for en in funktioner if en.lineno <= knude.lineno <= en.end_lineno]
        givne = assigned(trae) if not omkring else assigned(omkring[0])
        tekster = knude.args[: 2 if knude.func.attr in ("metric", "progress") else 1]
        tekster += [en.value for en in knude.keywords if en.arg in ("help", "label", "body")]
        fundet += [
            f"{knude.lineno}: {ast.unparse(en)}"
            for en in tekster
            if not isinstance(en, ast.Starred) and not is_number(knude, en) and not is_clean(en, givne)
        ]
    return fundet


def is_number(kald: ast.Call, udtryk: ast.expr) -> bool:
    """The share of a progress bar."""
    return name_of(kald.func) == "progress" and udtryk is kald.args[0]


@pytest.mark.parametrize("fil", SKAERM, ids=lambda fil: str(fil.relative_to(ROD)))
def test_only_clean_text_reaches_streamlit(fil: Path):
    assert unclean(fil.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "kode",
    [
        "st.markdown(view.title)",
        'st.caption(f"Kilde: {kilde.titel}")',
        "st.error(str(fejl), icon=':material/error:')",
        "def f(navn):\n    st.button(f'Slet {navn}')",
        "navn = hent()\nst.title('x' + navn)",
        "for en in poster:\n    st.metric('x', en.navn)",
        "st.text_input('x', help=en.definition)",
    ],
)
def test_the_rule_would_refuse(kode):
    assert len(unclean(kode)) == 1


def test_the_rule_would_let_through():
    kode = 'antal = dansk.number(3)\nst.info(f"{antal} af {HOEJST}: {plain(navn)}" if antal else view.text)'
    assert unclean(kode) == [] and "findings" in markdown_functions() and len(SKAERM) > 30
