"""On a page every picture of a scenario says what it is, right below its title; no other picture does."""

import pytest

from tests.ui.test_sider import run
from views.sprog.ord import SCENARIE_MAERKE


@pytest.mark.parametrize(("visning", "sagt"), [("bal_uden_plo", True), ("hu_serie", False)])
def test_the_mark_stands_with_the_title(visning, sagt):
    titler = [en.value for en in run("visning", visning=visning).markdown if en.value.startswith("# ")]
    assert [SCENARIE_MAERKE in en for en in titler] == [sagt]
