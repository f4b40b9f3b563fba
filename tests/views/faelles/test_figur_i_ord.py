"""Every figure in words: the finding first, then three numbers, and only what a reader of Danish understands."""

import re

import pytest

from tests.dag import I_DAG
from tests.sweep import some
from tests.views.bygget import built
from views.faelles.figur_i_ord import in_words, three_numbers
from views.faelles.filtre import Filters
from views.figur.model import Aksefigur, Felt, Gitter, Kategorier, Knude, Linje, Ord, Rude, Soejler, Stroemme, Talakse
from views.fremvisning.visninger import VISNINGER

VALG = [
    Filters(datasaet=datasaet, dag=I_DAG, omraade=omraade)
    for datasaet in ("offentlig", "eksempel")
    for omraade in ("", "fyn")
]


@pytest.mark.parametrize("navn", VISNINGER)
def test_every_figure_begins_with_its_finding_and_has_three_numbers(navn):
    for filters in some(VALG, 1, [*VISNINGER].index(navn)):
        view = built(navn, filters)
        if view is None or view.figure is None:
            continue
        assert view.in_words.startswith(view.title.rstrip("."))
        assert not re.search(r"[<>]|&\w+;|\bnan\b|None|\.\.", view.in_words), view.in_words
        tal = three_numbers(view.figure)
        assert all(re.search(r"\d", en) and "ingen data" not in en for en in tal)
        # a figure that knows less than three says all that it knows
        kendte = 3 if len(view.table) > 3 and filters.datasaet == "eksempel" else 1
        assert len(tal) >= kendte or (kendte == 1 and re.search(r"\d", view.alt)), view.in_words
        assert all(en in view.in_words for en in tal)


def test_years_are_told_from_where_they_began_to_where_they_end_without_what_is_not_known():
    aar = ("2022", "2023", "2024", "2025", "2026")
    hover = ("Fyn, 2022: 4", "Fyn, 2023: 8", "Fyn, 2024: 9", "Fyn, 2025: 7", "Fyn, 2026: ingen data")
    linje = Linje("Fyn", aar, (4, 8, 9, 7, None), "#2a7ab5", hover)
    figur = Aksefigur((Rude((linje,), Kategorier(aar), Talakse()),), 300)
    assert three_numbers(figur) == ["Fyn, 2022: 4", "Fyn, 2024: 9", "Fyn, 2025: 7"]
    assert in_words("Flere", "Linje.", figur).startswith("Flere. Linje. Blandt tallene: Fyn, 2022: 4; ")


def test_a_ranking_is_told_from_the_top_and_words_stand_in_for_a_hover():
    navne = ("1. Fyn", "2. Aarhus", "3. Midt", "4. Vest")
    soejler = Soejler("", navne, (9, 8, 7, 6), "#2a7ab5", ord=Ord(("9 kr.", "8 kr.", "7 kr.", "6 kr.")), liggende=True)
    figur = Aksefigur((Rude((soejler,), Talakse(), Kategorier(navne, fra_oven=True)),), 300)
    assert three_numbers(figur) == ["1. Fyn: 9 kr.", "2. Aarhus: 8 kr.", "3. Midt: 7 kr."]


def test_grids_and_flows_have_numbers_too_and_forecasts_come_last():
    felter = (
        (Felt("1", "#fff", "1 post"), Felt("2", "#fff", "2 poster")),
        (Felt("", ""), Felt("5", "#fff", "5 poster")),
    )
    gitter = Gitter(("2025", "2026"), ("Fyn", "Vest"), felter, prognose=1)
    assert three_numbers(gitter) == ["Fyn, 2025: 1 post", "Vest, 2026: 5 poster"]
    knuder = (Knude("udbudt", 1454, "#fff", 0, 0.5), Knude("Ukendt", 4, "#fff", 1, 0.2))
    assert three_numbers(Stroemme(knuder, (), (0.0, 1.0), 0.1, 300)) == ["udbudt: 1.454", "Ukendt: 4"]
