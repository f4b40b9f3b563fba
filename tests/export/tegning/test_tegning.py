"""Figures as marks: colours on paper, names clear of each other, bars in their places, pictures from threads."""

import io
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from export.filer import billede
from export.tegning import akser, farve, landkort, tegning, tekst
from export.tegning.hjaelpeformer import hatching
from export.tegning.maerker import Boks, Flade, Prik, Skrift, Streg
from geo import niveauer
from geo.pladser import touch
from queries.standard import newest
from tests.dag import I_DAG
from tests.export.conftest import built
from tests.views.figurer import series
from views.faelles.filtre import Filters
from views.figur.kontrast import contrast
from views.figur.model import Aksefigur, Kategorier, Linje, Rude, Talakse
from views.fremvisning import visninger
from views.ydernumre import udbudsforloeb


def marks(view, art, bredde=600.0, hoejde=420.0):
    return [en for en in tegning.drawing(view.figure, bredde, hoejde, 10).maerker if isinstance(en, art)]


def test_half_transparent_greys_become_print_colours():
    assert farve.on_paper("rgba(128, 128, 128, 0.22)") == "#e3e3e3"
    assert farve.on_paper("rgba(0,0,0,0)") is None and farve.on_paper(None) is None
    assert farve.on_paper("#2A7AB5") == "#2a7ab5"
    with pytest.raises(ValueError, match="not a colour"):
        farve.on_paper("hotpink")


def test_text_on_a_colour_can_be_read():
    for bund in ("#e3f0c4", "#28408f", "#009e73", "#ffffff", "#1b2733"):
        assert contrast(farve.text_on(bund), bund) >= 4.5


@pytest.mark.parametrize(
    "valg", [{"niveau": "region"}, {"niveau": "sundhedsraad"}, {"niveau": "region", "omraade": "1083"}]
)
def test_names_on_the_map_cover_no_other(valg):
    view = built("omraadekort" if "omraade" in valg else "kort", "eksempel", **valg)
    maerker, _ = landkort.map_marks(view.figure, 512, 456, 15)
    skrifter = [en for en in maerker if isinstance(en, Skrift)]
    assert len(skrifter) >= 4 and min(en.stoerrelse for en in skrifter) >= 9
    bokse = [landkort.text_box(en) for en in skrifter]
    assert not [par for par in combinations(bokse, 2) if touch(*par)]


def test_a_zoomed_map_is_cut_at_its_edges():
    view = built("omraadekort", "eksempel")
    maerker, (venstre, top, hoejre, bund) = landkort.map_marks(view.figure, 500, 400, 12)
    punkter = [punkt for en in maerker if isinstance(en, Flade) for ring in en.ringe for punkt in ring]
    assert all(venstre - 0.1 <= x <= hoejre + 0.1 and top - 0.1 <= y <= bund + 0.1 for x, y in punkter)
    navne = [en.navn for en in maerker if isinstance(en, Flade) and not en.navn.startswith("Omrids")]
    # the area's surroundings, and the country once in the corner
    assert 17 < len(navne) < 2 * 17 and set(navne) >= {en.navn for en in niveauer.areas("sundhedsraad").values()}


def test_bars_are_as_long_as_their_numbers():
    view = built("rangliste", "eksempel", niveau="region")
    laengder = series(view)[0].vaerdier
    bredder = [en.bredde for en in marks(view, Boks) if en.gruppe == "Søjler"]
    assert [round(b / bredder[0], 3) for b in bredder] == [round(v / laengder[0], 3) for v in laengder]


def test_panels_that_share_an_axis_draw_the_same_number_as_tall():
    view = built("sammenligning_aar", "eksempel", niveau="region", omraade="1083", omraader="fyn;soenderjylland;1083")
    soejler = [en for en in marks(view, Boks) if en.gruppe == "Søjler"]
    tal = [v for serie in series(view) for v in serie.vaerdier if v]
    soejler = [en for en in soejler if en.hoejde]
    assert len({en.navn for en in series(view)}) >= 3 and len(soejler) == len(tal)
    punkter_pr_enhed = [boks.hoejde / v for boks, v in zip(soejler, tal, strict=True)]
    assert punkter_pr_enhed == pytest.approx([punkter_pr_enhed[0]] * len(tal), rel=0.01)


def test_stacked_bars_stand_on_each_other():
    view = built("venter", "eksempel")
    soejler = [en for en in marks(view, Boks) if en.gruppe == "Søjler" and en.hoejde]
    foerste = [en for en in soejler if abs(en.x - soejler[0].x) < 0.1]
    assert len(foerste) >= 2
    for nederst, oeverst in zip(foerste, foerste[1:]):
        assert oeverst.y + oeverst.hoejde == pytest.approx(nederst.y, abs=0.05)


def test_flows_end_in_their_nodes():
    view = built("forloeb_enheder", "eksempel")
    baand = [en for en in marks(view, Flade) if en.gruppe == "Strømme"]
    knuder = [en for en in marks(view, Boks) if en.gruppe == "Knuder"]
    assert len(baand) == len(view.figure.baand) and len(knuder) == len(view.figure.knuder) >= 5
    for en in baand:
        assert any(abs(en.ringe[0][0][0] - (k.x + k.bredde)) < 0.1 for k in knuder)


def test_a_broken_line_leaves_unknown_years_open():
    linje = Linje("", ("1", "2", "3", "4"), (1, None, 2, 3), "#2a7ab5")
    figur = Aksefigur((Rude((linje,), Kategorier(), Talakse()),), 300)
    maerker = tegning.drawing(figur, 300, 200, 10).maerker
    assert len([en for en in maerker if isinstance(en, Prik)]) == 3
    assert [len(en.punkter) for en in maerker if isinstance(en, Streg) and en.gruppe == "Linjer"] == [2]


@pytest.mark.parametrize("datasaet", ["offentlig", "eksempel"])
def test_the_life_of_a_lot_can_be_drawn_with_words_above_its_bars(datasaet):
    forloeb = udbudsforloeb.lots(Filters(datasaet=datasaet, dag=I_DAG), newest()).index[:40]
    views = [built(visninger.FORLOEB + en, datasaet) for en in forloeb]
    for view in views:
        skrevet = {en.text for en in marks(view, Skrift)}
        assert {tekst.plain(note.tekst) for note in view.figure.noter} <= skrevet
        assert {navn for _, navn in view.figure.ruder[0].y.skrevne} <= skrevet
        soejler = [en for en in marks(view, Boks, hoejde=900) if en.gruppe == "Søjler"]
        noter = [en for en in marks(view, Skrift, hoejde=900) if en.gruppe == "Noter" and en.lodret == "bottom"]
        assert len(soejler) == len(noter)
        assert all(note.y <= soejle.y + 0.01 for note, soejle in zip(noter, soejler))
    assert any("udateret" in view.alt for view in views) == (datasaet == "offentlig")


@pytest.mark.parametrize(
    ("laengde", "hele", "trin"), [(10, True, 2), (178.5, True, 50), (0.9, False, 0.2), (2, True, 1), (5500, True, 1000)]
)
def test_ticks_stand_at_round_numbers(laengde, hele, trin):
    assert akser.nice_step(laengde, hele) == pytest.approx(trin)


def test_small_html_and_markdown_become_words():
    assert tekst.plain("<b>5</b> Udbud &amp; mere<br>næste <span style='font-size:12px'>lille</span>") == (
        "5 Udbud & mere næste lille"
    )
    assert tekst.markdown_paragraphs("- **Fed** og [link](http://x) _kursiv_\n\nTekst\x00")[1][1][0].tekst == "Tekst"
    (punkt, loeb), _ = tekst.markdown_paragraphs("- **Fed** og [link](http://x) _kursiv_\n\nTekst")
    assert punkt and "".join(en.tekst for en in loeb) == "Fed og link kursiv" and loeb[0].fed


def test_wrapped_text_keeps_its_words_and_its_width():
    ord_ = "Et forløb, der ikke bliver besat, slås op igen og tælles da igen som opslået"
    linjer = tekst.wrapped(ord_, 120, 9)
    assert " ".join(linje[0].tekst for linje in linjer) == ord_
    assert len(linjer) > 2 and all(tekst.width(linje, 9) <= 120 for linje in linjer)


@given(st.lists(st.text("abc .", max_size=12), max_size=8).map(". ".join), st.integers(12, 60))
def test_a_remark_ends_with_a_sentence_and_says_where_the_rest_is(ord_, laengst):
    kort = tekst.whole_sentences(ord_, laengst, "Mere.")
    assert len(kort) <= max(laengst, len(ord_) if len(ord_) <= laengst else 0)
    if kort != ord_ and kort.endswith("Mere."):
        assert ord_.startswith(kort.removesuffix(" Mere.")) and kort.removesuffix(" Mere.").endswith(".")


def test_shortened_text_is_no_longer_than_asked():
    assert tekst.shortened("kort nok", 8) == "kort nok"
    assert tekst.shortened("et ord for meget", 12) == "et ord ..."
    assert len(tekst.shortened("Ø" * 20, 10)) == 10


def test_hatching_stays_in_its_box():
    streger = hatching(Boks(10, 20, 30, 12, "#2a7ab5", skraveret=True))
    assert len(streger) > 5
    assert all(10 - 1e-6 <= x <= 40 + 1e-6 and 20 - 1e-6 <= y <= 32 + 1e-6 for ender in streger for x, y in ender)


def test_pictures_can_be_made_in_many_threads(om):
    views = [built(navn, "eksempel") for navn in ("omraadekort", "hu_serie", "forloeb_enheder", "hu_runder")]
    with ThreadPoolExecutor(4) as traade:
        filer = list(traade.map(lambda view: billede.png(view, om), views))
    for view, fil in zip(views, filer):
        laest = Image.open(io.BytesIO(fil))
        assert laest.width == 2000 and laest.text["Title"] == view.title
        assert om.version in laest.text["Description"]
        # the warning's colour is at the top of the picture
        assert laest.convert("RGB").getpixel((10, 10)) == (217, 72, 15)
        assert len(laest.convert("RGB").resize((200, 200)).getcolors(40000)) > 50
