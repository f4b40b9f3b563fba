"""One of a thing is told in the singular: in the code that writes counts, and in what every View says."""

import ast
import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pandas as pd
import pytest

from queries.standard import newest
from tests.sweep import some
from tests.views.bygget import built
from tests.views.test_paastand_alle import NOEGLETAL, STEDER, VIEWS, choices
from views.fremvisning.visninger import VISNINGER
from views.noegletal.hovedtal import headline_numbers
from views.omraade.mit_omraade import area_numbers
from views.sprog import dansk, ord

ROD = Path(__file__).parents[2]
KODE = sorted(fil for mappe in ("views", "ui", "pages", "export") for fil in (ROD / mappe).rglob("*.py"))
FLERTAL = "|".join(ord.ENTAL)
FORKERT = re.compile(rf"(?<![\w.,:+/-])1 ({FLERTAL})\b")
EFTER_ET_TAL = re.compile(rf" ({FLERTAL})\b")


def plural_after_a_count(kode: str) -> list[str]:
    """The places of a text where a value is put right before a noun that is always written in the plural."""
    return [
        f"{del_.lineno}: {{}}{naeste.value}"
        for tekst in ast.walk(ast.parse(kode))
        if isinstance(tekst, ast.JoinedStr)
        for del_, naeste in zip(tekst.values, tekst.values[1:], strict=False)
        if isinstance(del_, ast.FormattedValue)
        and isinstance(naeste, ast.Constant)
        and EFTER_ET_TAL.match(naeste.value)
        and not is_a_limit(del_.value)
    ]


def is_a_limit(vaerdi: ast.expr) -> bool:
    """A constant, which is the same every time."""
    return isinstance(vaerdi, ast.Name) and vaerdi.id.isupper()


def texts(del_):
    """Every text in a View, a figure or a table."""
    if isinstance(del_, str):
        yield del_
    elif isinstance(del_, pd.DataFrame):
        for kolonne in del_.select_dtypes(exclude="number"):
            yield from map(str, del_[kolonne].dropna().unique())
    elif is_dataclass(del_):
        for felt in fields(del_):
            yield from texts(getattr(del_, felt.name))
    elif isinstance(del_, dict):
        yield from texts(list(del_.values()))
    elif isinstance(del_, (list, tuple)):
        for en in del_:
            yield from texts(en)


def assert_one_is_one(sted: str, *dele) -> None:
    forkerte = [tekst for tekst in texts(dele) if FORKERT.search(tekst)]
    assert not forkerte, (sted, forkerte[:3])


def test_no_count_is_written_around_the_singular():
    assert plural_after_a_count('f"kendt for {n} områder"') and not plural_after_a_count('f"{n} område"')
    fund = {str(fil.relative_to(ROD)): plural_after_a_count(fil.read_text()) for fil in KODE}
    assert not {fil: steder for fil, steder in fund.items() if steder}


def test_the_words_before_a_noun_follow_its_number():
    assert dansk.quantity(1, "ubesatte HU-forløb") == "1 ubesat HU-forløb"
    assert dansk.quantity(2, "udbudte ydernumre") == "2 udbudte ydernumre"
    assert dansk.quantity(1, "ydernumre pr. 100.000 indbyggere") == "1 ydernummer pr. 100.000 indbyggere"


@pytest.mark.parametrize(("visning", "datasaet", "sted"), some(VIEWS, 24))
def test_every_view_tells_one_of_a_thing_in_the_singular(visning, datasaet, sted):
    mangler_omraade = VISNINGER[visning].kraever_omraade and not sted[2]
    view = built(visning, choices(datasaet, STEDER[1] if mangler_omraade else sted))
    if view is not None:
        assert_one_is_one(visning, view, view.in_words)


@pytest.mark.parametrize(("indikator", "datasaet", "sted"), some(NOEGLETAL, 16))
def test_every_number_tells_one_of_a_thing_in_the_singular(indikator, datasaet, sted):
    filters = choices(datasaet, sted, indikator=indikator)
    views = [built(visning, filters) for visning in ("kort", "rangliste", "udvikling")]
    assert_one_is_one(indikator, views, headline_numbers(filters, newest()))
    if filters.omraade:
        assert_one_is_one(filters.omraade, area_numbers(filters, newest()))
