"""The keys of a session's state stand in one file, and no two mean the same: a refused deck once was read as a refused
import."""

import ast

import pytest

from tests.e2e.server import ROOT
from tests.test_lag import FILER
from ui import noegler
from views.faelles.koder import FELTER

TILSTAND = "st.session_state"
METODER = {f"{TILSTAND}.{navn}" for navn in ("get", "pop", "setdefault", "update")}


def keys(knude: ast.AST) -> list[ast.AST]:
    """What a session's state is asked for, or given, by."""
    if isinstance(knude, ast.Subscript) and ast.unparse(knude.value) == TILSTAND:
        return [knude.slice]
    if isinstance(knude, ast.Compare) and TILSTAND in map(ast.unparse, knude.comparators):
        return [knude.left]
    if not (isinstance(knude, ast.Call) and ast.unparse(knude.func) in METODER):
        return []
    brugt = [ast.Constant(en.arg) for en in knude.keywords if en.arg]
    if ast.unparse(knude.func).endswith("update"):
        return brugt + [noegle for en in knude.args if isinstance(en, ast.Dict) for noegle in en.keys]
    return brugt + knude.args[:1]


def typed(kode: str) -> list[str]:
    """The keys that are typed where they are used, apart from the codes of the address."""
    fundne = [noegle for knude in ast.walk(ast.parse(kode)) for noegle in keys(knude)]
    skrevne = [en for en in fundne if isinstance(en, (ast.Constant, ast.JoinedStr, ast.BinOp))]
    return [ast.unparse(en) for en in skrevne if getattr(en, "value", None) not in FELTER]


def test_no_key_is_typed_where_it_is_used():
    for fil in (fil for fil in FILER if fil.relative_to(ROOT).parts[0] in ("ui", "pages")):
        assert not typed(fil.read_text(encoding="utf-8")), fil


@pytest.mark.parametrize(
    "kode",
    [
        'st.session_state["_filters"]',
        'st.session_state[f"_{navn}"] = 1',
        'st.session_state.get("_afvist")',
        "st.session_state.update(_qr=False)",
        'st.session_state.update({"_slut": True})',
        '"_sider" in st.session_state',
    ],
)
def test_the_rule_would_refuse(kode):
    assert len(typed(kode)) == 1


def test_every_key_is_one_things_own():
    faste = [vaerdi for navn, vaerdi in vars(noegler).items() if navn.isupper()]
    dannede = [noegler.widget(navn) for navn in FELTER if navn not in ("omraader", "siden")]
    dannede += [lav(1) for lav in (noegler.deck_file, noegler.slide_title, noegler.slide_note)]
    alle = [*faste, *dannede, *map(noegler.answer, ("noegletal", "kilde")), *FELTER]
    assert len(alle) == len(set(alle)) > 50
