"""Decks: the one that comes with the product, writing and reading back, and refusals with line and reason."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.dias.slides import deck_slides
from export.om import about
from export.papir.rapport import handout
from queries.standard import newest
from tests.dag import I_DAG, NU
from tests.sweep import some
from tests.views.faelles.test_koder import choices
from views.faelles.filtre import Filters
from views.fremvisning import lysbillede_dias, visninger
from views.fremvisning.lysbillede import Skaerm
from views.fremvisning.praesentation import (
    FLEST_DIAS,
    STANDARD,
    Dias,
    Praesentation,
    PraesentationsFejl,
    added,
    area_choices,
    built,
    decks,
    duplicated,
    moved,
    parse,
    read_deck,
    removed,
    rewritten,
    slide_of,
    to_toml,
)

GODT = b'titel = "T"\n\n[[dias]]\nvisning = "kort"\n'

# Computed of public data alone: elsewhere the slide says so.
KUN_OFFENTLIGE = ("bal_hvornaar",)


def told(deck, datasaet: str) -> list[tuple[str, str, str]]:
    """Title, speaker's note and id of each slide."""
    return [(titel, note, view.id) for view, titel, note in built(deck, datasaet, I_DAG, newest())]


def test_the_slide_of_the_87_says_its_year_its_premises_and_the_answers():
    (post,) = [en for en in told(read_deck(STANDARD, newest(), I_DAG), "offentlig") if en[2] == "bal_hvornaar"]
    titel, note, _ = post
    assert "tidligst besat i 2034" in titel and "efter 2035" in titel
    assert "13,1 pct." in note and "4,2 (3,8-5,2) pct." in note and note.count("\n- ") >= 6


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_the_default_deck_tells_its_story_in_every_dataset(datasaet):
    deck = read_deck(STANDARD, newest(), I_DAG)
    assert len(deck.dias) == 11
    views = [en.build(datasaet, I_DAG, newest()) for en in deck.dias]
    vist = [en for en in views if datasaet == "offentlig" or en.id not in KUN_OFFENTLIGE]
    assert len(vist) >= 10 and all((en.figure or en.text) and not en.withheld and en.sources for en in vist)
    assert all(note or view in KUN_OFFENTLIGE for _, note, view in told(deck, datasaet))
    assert {en.filters.datasaet for en in views} == {datasaet}


@pytest.mark.parametrize("navn", decks())
def test_every_deck_of_the_product_shows_something_or_says_why_not(navn):
    for dias in read_deck(navn, newest(), I_DAG).dias:
        assert dias.note or dias.build("offentlig", I_DAG, newest()).taler
        for datasaet in ("offentlig", "eksempel"):
            view = dias.build(datasaet, I_DAG, newest())
            assert view.figure or view.text or view.withheld or view.note, (navn, dias.visning)
            if datasaet == "eksempel" and dias.visning not in KUN_OFFENTLIGE:
                assert (view.figure or not view.table.empty) and not view.withheld, (navn, dias.visning)


def test_any_slide_can_show_an_area():
    for dias in read_deck(STANDARD, newest(), I_DAG).dias:
        for omraade in ("soenderjylland", "360", "1085", "oestdanmark", ""):
            assert dias.build("eksempel", I_DAG, newest(), omraade).title


def test_a_view_becomes_a_slide_that_shows_it_again():
    view = visninger.build(
        "rangliste", Dias("kort").filters("eksempel", I_DAG).on(fra=2023, indikator="hu_ubesat"), newest()
    )
    dias = slide_of(view)
    assert dias.build("offentlig", I_DAG, newest()).table.equals(view.table), "the slide names its dataset"


tekst = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).map(str.strip)


@given(
    st.builds(
        Praesentation,
        tekst.filter(bool),
        st.lists(
            st.builds(
                Dias,
                st.sampled_from(sorted(visninger.VISNINGER)),
                st.sampled_from([(), (("niveau", "kommune"), ("omraade", "360")), (("fra", 2020),)]),
                tekst,
                st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=40).map(
                    str.strip
                ),
            ),
            min_size=1,
            max_size=4,
        ).map(tuple),
    )
)
def test_what_is_written_is_read_back(deck):
    assert parse(to_toml(deck).encode(), newest(), I_DAG) == deck


def as_slide(visning: str, filters: Filters) -> Dias:
    """The slide of a View of that kind with those choices; slide_of looks at no more of it."""
    return slide_of(SimpleNamespace(id=visning, filters=filters))


@given(st.lists(st.tuples(st.sampled_from([*visninger.VISNINGER, "forloeb-x"]), choices()), min_size=1, max_size=3))
def test_every_view_with_every_choice_is_read_back_as_it_was(valgte):
    deck = Praesentation("T", tuple(as_slide(*en) for en in valgte))
    laest = parse(to_toml(deck).encode(), newest(), I_DAG)
    assert laest == deck
    assert [en.filters("offentlig", I_DAG) for en in laest.dias] == [filters for _, filters in valgte]


UKENDT = {
    "pulje": "findes-ikke",
    "omraade": "1084",
    "omraader": "360;fyn",
    "sammenlign": "oestdanmark",
    "siden": str(I_DAG),
    "scenarie": "9;findes=ikke",
    "fra": 1900,
    "til": 2100,
}
VISES = ("kort", "puljen_kort", "puljen_behov", "siden_tal", "sammenligning", "omraadetal")


UKENDTE = [
    (visning, navn, datasaet)
    for visning in (*VISES, "bal_hvornaar", "bal_antagelser")
    for navn in UKENDT
    for datasaet in ("offentlig", "eksempel")
]


@pytest.mark.parametrize(("visning", "navn", "datasaet"), some(UKENDTE, 43))
def test_a_choice_that_the_data_lack_never_fails_a_slide(visning, navn, datasaet):
    view = Dias(visning, ((navn, UKENDT[navn]),)).build(datasaet, I_DAG, newest())
    assert view is None or view.title


@pytest.mark.parametrize("visning", ["puljen_kort", "siden_liste"])
def test_a_pool_that_the_data_lack_is_told_on_slide_and_paper(visning, data):
    deck = Praesentation("T", (Dias(visning, (("pulje", "findes-ikke"),)),))
    billede = lysbillede_dias.shown(deck.dias[0], "eksempel", I_DAG, None, Skaerm(), data)
    assert billede.besked if visning == "puljen_kort" else billede.tabel
    om = about(data, NU, "http://x")
    assert deck_slides(deck, "eksempel", om, data) and handout(deck, "eksempel", om, data)


@pytest.mark.parametrize(
    ("indhold", "linje", "grund"),
    [
        (b'titel = "T', "Linje 1", "gyldig TOML"),
        (b"[[dias]]\nvisning = 'kort'\n", "Linje 1", "titel mangler"),
        (b'titel = "T"\n', "Linje 1", "ingen dias"),
        (b'titel = "T"\ndias = [1]\n', "Linje 2", "ingen dias"),
        (GODT + b'[[dias]]\nvisning = "kart"\n', "Linje 6 (dias 2)", "findes ikke"),
        (GODT + b"note = 3\n", "Linje 5 (dias 1)", "note skal"),
        (GODT + b'farve = "x"\n', "Linje 5 (dias 1)", "ukendt"),
        (GODT + b'[dias.filtre]\nniveau = "by"\n', "Linje 6 (dias 1)", "findes ikke"),
        (GODT + b'[dias.filtre]\nniveau = "kommune"\nomraade = "1085"\n', "Linje 7 (dias 1)", "blandt kommuner"),
        (GODT + b'filtre = { fra = "2020" }\n', "Linje 5 (dias 1)", "rstal"),
        (GODT + b"filtre = { omraade = 360 }\n", "Linje 5 (dias 1)", "anf"),
        (GODT + b'filtre = { siden = "2026-13-01" }\n', "Linje 5 (dias 1)", "ingen dag"),
        (GODT + b'filtre = { siden = "2010-01-01" }\n', "Linje 5 (dias 1)", "ingen dag"),
        (GODT + b'filtre = { omraader = "360;narnia" }\n', "Linje 5 (dias 1)", "narnia"),
        (GODT + b'filtre = { omraader = "fyn;360;101;147;151" }\n', "Linje 5 (dias 1)", "5 omr"),
        (GODT + b'filtre = { niveau = "gruppe.X.360.999" }\n', "Linje 5 (dias 1)", "findes ikke"),
        (GODT + b'filtre = { omraade = "' + b"x" * 5000 + b'" }\n', "Linje 5 (dias 1)", "findes ikke blandt"),
        (GODT + b'filtre = { sted = "x" }\n', "Linje 5 (dias 1)", "intet filter"),
        (
            b'titel = "T"\n[[dias]]\nvisning = "bal_hvornaar"\nfiltre = { scenarie = "1;s=73;x=1" }\n',
            "Linje 4 (dias 1)",
            "\u00bbx=1\u00ab i scenariet kendes ikke",
        ),
        (b"emne = 1\n" + GODT, "Linje 1", "ukendt"),
        (b'titel = "\xe6"\n', "Linje 1", "UTF-8"),
        (b"x" * 300_000, "Filen", "kB"),
        (b'titel = "T"\n' + b'[[dias]]\nvisning = "kort"\n' * 61, "dias 61", "61 dias"),
    ],
)
def test_a_bad_deck_is_refused_with_line_and_reason(indhold, linje, grund):
    with pytest.raises(PraesentationsFejl) as fejl:
        parse(indhold, newest(), I_DAG)
    assert linje in str(fejl.value) and grund in str(fejl.value)


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(indhold):
    try:
        assert parse(indhold, newest(), I_DAG)
    except PraesentationsFejl as fejl:
        assert str(fejl)


def test_decks_are_found_by_plain_names_only(tmp_path):
    (tmp_path / "min-egen.toml").write_bytes(GODT)
    (tmp_path / "Ikke Det.toml").write_bytes(GODT)
    assert list(decks(tmp_path)) == ["min-egen"] and read_deck("min-egen", newest(), I_DAG, tmp_path).dias
    for navn in ("../x", "findes_ikke", ""):
        with pytest.raises(PraesentationsFejl):
            read_deck(navn, newest(), I_DAG, tmp_path)


DECK = Praesentation("T", (Dias("kort", titel="a"), Dias("film", titel="b"), Dias("rangliste", titel="c")))


def titles(deck: Praesentation) -> str:
    return "".join(en.titel for en in deck.dias)


def test_slides_are_moved_doubled_and_removed():
    assert [titles(moved(DECK, nr, skridt)) for nr, skridt in ((0, 1), (2, -1), (0, -1), (2, 1))] == [
        "bac",
        "acb",
        "abc",
        "abc",
    ]
    assert titles(duplicated(DECK, 1)) == "abbc" and titles(removed(DECK, 1)) == "ac"
    ene = Praesentation("T", DECK.dias[:1])
    assert removed(ene, 0) == ene, "a deck has at least one slide"
    fuld = Praesentation("T", DECK.dias[:1] * FLEST_DIAS)
    assert duplicated(fuld, 0) == fuld and added(fuld, DECK.dias[0], "T") == fuld


def test_a_slide_is_rewritten_and_a_new_deck_begun():
    ny = rewritten(DECK, 1, titel="  Ny ", note="Husk")
    assert (ny.dias[1].titel, ny.dias[1].note, ny.dias[1].visning) == ("Ny", "Husk", "film")
    assert ny.dias[0] == DECK.dias[0] and parse(to_toml(ny).encode(), newest(), I_DAG) == ny
    assert added(None, DECK.dias[0], "Min") == Praesentation("Min", DECK.dias[:1])


def test_every_area_can_be_asked_about_and_is_told_from_its_namesakes():
    valg = area_choices()
    koder, navne = [kode for kode, _ in valg], [navn for _, navn in valg]
    assert len(set(koder)) == len(koder) == 1 + 3 + 5 + 4 + 17 + 98
    assert len(set(navne)) == len(navne) and valg[0] == ("", "Hele landet")
    for kode, _ in valg:
        assert Dias("kort").asked("offentlig", I_DAG, kode)[1].omraade == kode
