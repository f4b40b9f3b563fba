"""Text is text: no character of what people write is a mark, it can be read back, and links lead to the web only."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.tegning.tekst import lines, markdown_paragraphs
from views.sprog.markdown import (
    LAENGSTE_KODE,
    bold,
    figure_text,
    harmless,
    link,
    plain,
    protected,
    shown_code,
    web_address,
    without_invisible,
    words,
)

MAERKER = st.text("ab1 *_[]()<>$:`~#|\\!&.-+=@/{}\n\r\t\u2028\u202e\u200b\x00æw", max_size=40)
# What Streamlit and Markdown make something of, though no character of it is a mark by itself.
FUNDET = re.compile(
    r":[^\W\d]|:/|:[\w+-]+:|www\.|\w@\w|^\s*(\d+[.)]|[-+*#>=])|\s(-+>?|<-+>?|[<>~]=)(\s|$)", re.IGNORECASE
)


@given(MAERKER)
def test_no_text_makes_a_mark_and_all_of_it_is_read_back(tekst):
    vist = plain(tekst)
    rest = protected(vist)
    assert not set(rest) & set("*_[]<>$`~#|\\&\n\r") and not FUNDET.search(rest)
    assert words(vist) == without_invisible(tekst).strip(" ")
    assert "".join(loeb.tekst for _, linje in markdown_paragraphs(f"- x{vist}") for loeb in linje) == f"x{words(vist)}"


@given(MAERKER)
def test_bold_is_bold_in_files_too_and_nothing_is_a_rule(tekst):
    fed = bold(tekst)
    assert fed == "" or fed.startswith("**")
    if fed:
        ((_, (loeb,)),) = markdown_paragraphs(f"- {fed}")
        assert loeb.fed and loeb.tekst == without_invisible(tekst).strip(" ")


@given(MAERKER)
def test_a_figure_shows_the_text_as_it_is(tekst):
    ((loeb,),) = lines(figure_text(f"x{tekst}"))
    assert loeb.tekst == without_invisible(f"x{tekst}") and not loeb.fed


def test_ordinary_text_is_left_alone():
    for tekst in ("Nykøbing F. kl. 14:30 (2026), 12,5 pct. - ca. 3 mio. kr.", "Kilde: Danske Regioner · 5. maj 2026"):
        assert plain(tekst) == tekst


@pytest.mark.parametrize(
    "adresse",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.dk/",
        "//a.dk",
        "/v/kort",
        "http:",
        "http://[",
        "",
        "JavaScript:x",
    ],
)
def test_only_the_web_is_a_link(adresse):
    assert web_address(adresse) == "" and link("Navn", adresse) == "Navn"


def test_an_address_cannot_end_its_link():
    vist = link("a](b) ![c", "https://a.dk/x_(y)?p=1&q=[2] ) ![x](http://ond.example/)")
    assert re.fullmatch(r"\[[^\]\[]*\]\([^()\s<>\[\]!]+\)", vist.replace("\\]", "").replace("\\[", ""))
    assert web_address("https://da.wikipedia.org/wiki/Æ_(ø)") == "https://da.wikipedia.org/wiki/Æ_%28ø%29"


@given(st.text(max_size=6000))
def test_a_wrong_code_is_told_in_at_most_sixty_characters(kode):
    assert len(shown_code(kode)) <= LAENGSTE_KODE and "\n" not in shown_code(kode)


def test_a_figure_keeps_its_own_marks_only():
    figur = {"a": ["<b>x</b><br>y<extra></extra>", 1, None], "b": {"c": "<a href='x'>y</a><span style='z'>"}}
    assert harmless(figur) == {
        "a": ["<b>x</b><br>y<extra></extra>", 1, None],
        "b": {"c": "&lt;a href='x'>y&lt;/a>&lt;span style='z'>"},
    }
    assert figur["b"]["c"].startswith("<a"), "the figure itself is shared"
