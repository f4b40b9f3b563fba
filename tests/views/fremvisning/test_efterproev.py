"""Random legal imports: nothing pages show fails on any of them."""

from random import Random

import pytest

from tests.dag import I_DAG
from tests.data.lovlige import Lovlige, random_recipe
from tests.views.lovlig_visning import unexplained
from views.faelles.view import View
from views.fremvisning.efterproev import questions

ANTAL, SPOERGSMAAL = 60, 2


@pytest.fixture(scope="module")
def lovlige() -> Lovlige:
    return Lovlige()


@pytest.mark.parametrize("froe", range(ANTAL))
def test_all_there_is_to_ask_of_a_legal_import_is_shown(lovlige, froe):
    lovlig, data = lovlige.snapshot(random_recipe(froe))
    if len(lovlig.tabeller) < 2:
        pytest.skip("no row was legal")
    for en in Random(froe).sample(list(questions(data, "egne", I_DAG)), SPOERGSMAAL):
        svar = en.byg(en.filters, data)
        assert not isinstance(svar, View) or not unexplained(svar), en.visning
