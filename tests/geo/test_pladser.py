"""Boxes that stand clear of each other."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from geo.pladser import Plads, inside, placed, touch

RUM = (0.0, 0.0, 10.0, 10.0)


def row(*x: float):
    """The places of a box of one by one, at these distances to the right and the dearer the farther."""
    return lambda: [Plads((en, 0.0, en + 1, 1.0), en) for en in x]


def test_each_gets_the_first_place_that_is_free():
    steder = placed([row(0, 2), row(0.5, 1), row(0.2)], RUM)
    assert [en and en.boks[0] for en in steder] == [0, 1, None]
    assert placed([row(-1, 9.5, 3)], RUM)[0].boks[0] == 3, "inside the room"
    assert placed([row(0, 4)], RUM, [(0, 0, 2, 2)])[0].boks[0] == 4, "clear of what is taken"


@given(st.lists(st.lists(st.floats(-2, 12), min_size=1, max_size=4), max_size=8))
def test_what_has_a_place_is_inside_and_clear(steder):
    fundet = [en for en in placed([row(*sorted(x)) for x in steder], RUM) if en]
    assert all(inside(en.boks, RUM) for en in fundet)
    assert not [par for par in combinations(fundet, 2) if touch(par[0].boks, par[1].boks)]
