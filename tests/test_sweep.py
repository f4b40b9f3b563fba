"""What a sweep leaves out of one case the next ones take in."""

import pytest

from tests import sweep
from tests.sweep import part, some


@pytest.mark.parametrize("antal", [1, 2, 3, 5])
def test_neighbours_together_try_everything(monkeypatch, antal):
    monkeypatch.setattr(sweep, "ALT", False)
    proevet = [some("abcde", antal, nr) for nr in range(5)]
    assert all(len({*en}) == antal for en in proevet)
    assert {sag for en in proevet for sag in en} == {*"abcde"}


def test_nothing_is_left_out_of_all(monkeypatch):
    monkeypatch.setattr(sweep, "ALT", True)
    assert some("abcde", 2, 7) == [*"abcde"] and part(40) == 40


def test_of_examples_a_third_is_made_and_never_none(monkeypatch):
    monkeypatch.setattr(sweep, "ALT", False)
    assert [part(en) for en in (1, 30, 40)] == [1, 10, 14]
