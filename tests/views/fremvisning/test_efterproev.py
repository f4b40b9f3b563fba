"""Random legal imports: nothing pages show fails on any of them."""

from random import Random

import pytest

from tests.data.lovlige import Lovlige, random_recipe
from tests.views.lovlig_visning import unexplained
from views.faelles.view import View
from views.fremvisning.efterproev import questions

# `python -m tests.last.indlaesning_lovlige` goes on for as long as one likes.
ANTAL, SPOERGSMAAL = 20, 2


@pytest.fixture(scope="module")
def lovlige() -> Lovlige:
    return Lovlige()


@pytest.mark.parametrize("froe", range(ANTAL))
def test_all_there_is_to_ask_of_a_legal_import_is_shown(lovlige, froe):
    lovlig, data = lovlige.snapshot(random_recipe(froe))
    if len(lovlig.tabeller) < 2:
        pytest.skip("no row was legal")
    for en in Random(froe).sample(list(questions(data, "egne", "2007")), SPOERGSMAAL):
        svar = en.byg(en.filters, data)
        assert not isinstance(svar, View) or not unexplained(svar), en.visning
