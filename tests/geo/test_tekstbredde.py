"""How wide words are."""

import pytest

from geo.tekstbredde import text_width, width_on_paper


def test_letters_have_their_own_width():
    assert text_width("mmmm", 10) > 2 * text_width("iiii", 10) > 0
    assert text_width("1.234", 24) == pytest.approx(2 * text_width("1.234", 12))
    assert text_width("Ærø", 10) < width_on_paper("Ærø", 10), "the type of the pages is the narrower"


def test_mark_up_takes_no_room_and_the_longest_line_counts():
    assert text_width("Fyn<br>Sønderjylland", 10) == text_width("Sønderjylland", 10)
    assert text_width("<i>Fyn</i> &amp; øer", 10) == text_width("Fyn & øer", 10)
    assert text_width("<b>Fyn</b>", 10) > text_width("Fyn", 10)
    assert text_width("<b>Fyn</b> 4", 10) < text_width("<b>Fyn 4</b>", 10)
    assert text_width("", 10) == 0


@pytest.mark.parametrize(("ord_", "bredde"), [("Nord- og Østsjælland", 8.84), ("København", 4.77), ("12,4", 1.75)])
def test_words_are_about_as_wide_as_a_browser_draws_them(ord_, bredde):
    """Measured in Chromium with the type of the pages: never less, and at most a tenth more."""
    assert bredde <= text_width(ord_, 1) <= 1.1 * bredde
