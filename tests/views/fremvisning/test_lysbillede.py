"""Figures and tables made large: on every View, in both datasets, all type is large and nothing is lost on the way."""

import json
import re
from copy import deepcopy
from itertools import combinations

import pytest

from geo.pladser import touch
from geo.tekstbredde import text_width
from queries.standard import newest
from tests.dag import I_DAG
from tests.sweep import some
from tests.views.bygget import built, each
from tests.views.figurer import series
from views.faelles.filtre import Filters
from views.figur.kortnavne import Skrevet
from views.figur.model import Kort
from views.figur.plotly.tegn import plotly_of
from views.fremvisning import visninger
from views.fremvisning.lysbillede import SMALLEST, Skaerm, enlarged
from views.fremvisning.lysbillede_dias import INTET, shown
from views.fremvisning.lysbillede_tekst import readable_table
from views.fremvisning.praesentation import STANDARD, Dias, read_deck

BREDDE, HOEJDE = 1848, 760
DATASAET = ("offentlig", "eksempel")
FONTS = {"font", "textfont", "tickfont"}


def type_sizes(del_):
    """Every type size that a figure names."""
    for noegle, vaerdi in del_.items() if isinstance(del_, dict) else enumerate(del_):
        if noegle in FONTS:
            yield from vaerdi["size"] if isinstance(vaerdi["size"], list) else [vaerdi["size"]]
        elif isinstance(vaerdi, str):
            yield from (int(en) for en in re.findall(r"font-size:\s*(\d+)px", vaerdi))
        elif isinstance(vaerdi, dict | list):
            yield from type_sizes(vaerdi)


def figures(datasaet: str):
    return ((navn, view) for navn, view in each(datasaet) if view.figure is not None)


def maps(datasaet: str, data, niveau: str, omraade: str):
    """What is a map of a region, at another level."""
    for navn, view in figures(datasaet):
        if isinstance(view.figure, Kort):
            andet = built(navn, Filters(niveau, omraade=omraade, datasaet=datasaet, dag=I_DAG), data)
            if isinstance(andet.figure, Kort):
                yield navn, andet


@pytest.mark.parametrize("datasaet", DATASAET)
def test_every_figure_grows_and_keeps_its_numbers(datasaet):
    antal = 0
    for navn, view in figures(datasaet):
        foer = deepcopy(plotly_of(view.figure))
        stor = enlarged(view.figure, BREDDE, HOEJDE)
        assert plotly_of(view.figure) == foer, f"{navn}: the figure of the page was changed"
        assert min(type_sizes(stor)) >= SMALLEST, navn
        assert stor["layout"]["font"]["size"] >= SMALLEST and stor["layout"]["height"] == HOEJDE
        # names on maps may move
        spor = [[en for en in figur["data"] if en["type"] != "scattergeo"] for figur in (foer, stor)]
        for lille, stort in zip(*spor, strict=True):
            assert lille["type"] == stort["type"]
            for felt in ("x", "y", "z", "locations", "link"):
                assert stort.get(felt) == lille.get(felt), (navn, felt)
        json.dumps(stor)
        antal += 1
    assert antal >= 10


def test_axes_say_their_size_themselves():
    """Streamlit's theme has sizes of its own for what a figure leaves open."""
    for navn, view in figures("eksempel"):
        layout = enlarged(view.figure, BREDDE, HOEJDE)["layout"]
        for akse in (layout[en] for en in layout if en.startswith(("xaxis", "yaxis"))):
            assert akse["tickfont"]["size"] >= SMALLEST, navn
            if akse.get("title", {}).get("text"):
                assert akse["title"]["font"]["size"] >= SMALLEST, navn


STEDER = (("kommune", ""), ("sundhedsraad", ""), ("sundhedsraad", "fyn"))


@pytest.mark.parametrize(
    ("niveau", "omraade", "datasaet"), [(*sted, d) for nr, sted in enumerate(STEDER) for d in some(DATASAET, 1, nr)]
)
def test_names_on_a_map_stay_apart_and_inside(data, datasaet, niveau, omraade):
    for navn, view in maps(datasaet, data, niveau, omraade):
        stor = enlarged(view.figure, BREDDE, HOEJDE)
        geo, bokse = stor["layout"]["geo"], []
        (x0, x1), (y0, y1) = geo["lonaxis"]["range"], geo["lataxis"]["range"]
        bredde = BREDDE * (geo["domain"]["x"][1] - geo["domain"]["x"][0])
        assert bredde / (x1 - x0) == pytest.approx(HOEJDE / (y1 - y0)), "the map fills its area unstretched"
        for spor in stor["data"]:
            if "text" in spor.get("mode", ""):
                steder = spor.get("textposition", "middle center")
                for nr, (tekst, lon, lat) in enumerate(zip(spor["text"], spor["lon"], spor["lat"], strict=True)):
                    sted = steder[nr] if isinstance(steder, list) else steder
                    x, y = (lon - x0) * bredde / (x1 - x0), (y1 - lat) * HOEJDE / (y1 - y0)
                    bokse.append(Skrevet(tekst, x, y, sted).box(SMALLEST, text_width(tekst, SMALLEST)))
        assert bokse, navn
        # half a pixel less on each side: floating point
        smalle = [(a + 0.5, b + 0.5, c - 0.5, d - 0.5) for a, b, c, d in bokse]
        assert not [par for par in combinations(smalle, 2) if touch(*par)], navn
        assert all(a >= -1 and b >= -1 and c <= bredde + 1 and d <= HOEJDE + 1 for a, b, c, d in bokse), navn


def test_a_map_of_all_sundhedsraad_keeps_every_name_and_number(data):
    view = built("kort", Filters(datasaet="eksempel", dag=I_DAG), data)

    def words(figur):
        ord_ = [
            navn + vaerdi
            for spor in figur["data"]
            if "text" in spor.get("mode", "")
            for navn, vaerdi in zip(spor["text"], spor.get("customdata", [""] * len(spor["text"])), strict=True)
        ]
        return sorted(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", en)).strip() for en in ord_)

    lille, stor = (words(en) for en in (plotly_of(view.figure), enlarged(view.figure, BREDDE, HOEJDE)))
    assert len(stor) == len(lille) >= 17 + len(view.figure.lag.rammer) + 2 * len(view.figure.samlet)
    assert len([en for en in stor if any(tegn.isalpha() for tegn in en)]) >= 17
    for vaerdi in view.figure.vaerdier.values():
        assert any(en.split()[-1] == vaerdi for en in stor), vaerdi


def test_of_too_many_bars_the_first_are_shown_and_the_rest_counted(data):
    view = built("rangliste", Filters(datasaet="eksempel", dag=I_DAG), data)
    soejler = len(series(view)[0].steder)
    lav = enlarged(view.figure, BREDDE, 420)
    vises = round(lav["layout"]["yaxis"]["range"][0] + 0.5)
    assert 3 <= vises < soejler and lav["layout"]["yaxis"]["range"][1] == -0.5
    assert f"… og {soejler - vises} rækker mere" in lav["layout"]["annotations"][-1]["text"]
    hoej = enlarged(view.figure, BREDDE, 1400)
    assert "range" not in hoej["layout"]["yaxis"]


def test_every_kind_of_view_has_a_slide_with_something_to_see(data):
    """Each on one dataset, and then the other."""
    set_ = set()
    for nr, navn in enumerate(visninger.VISNINGER):
        datasaet = DATASAET[nr % 2]
        billede = shown(Dias(navn), datasaet, I_DAG, None, Skaerm(), data)
        indhold = [en for en in ("figur", "tabel", "tekst", "besked") if getattr(billede, en)]
        assert len(indhold) == 1, (navn, indhold)
        assert billede.titel and billede.hoejde >= 400
        set_ |= set(indhold)
    assert set_ == {"figur", "tabel", "tekst", "besked"}


def test_a_slide_says_why_there_is_nothing_to_see(data):
    tilbageholdt = shown(Dias("rangliste"), "offentlig", I_DAG, None, Skaerm(), data)
    assert tilbageholdt.besked == tilbageholdt.view.withheld != ""
    assert shown(Dias("forloeb-findes-ikke"), "offentlig", I_DAG, None, Skaerm(), data).besked == INTET


def test_a_title_of_the_decks_own_stands_until_another_area_is_asked_about(data):
    dias = Dias("kort", titel="Flest på Sjælland")
    assert shown(dias, "eksempel", I_DAG, None, Skaerm(), data).titel == "Flest på Sjælland"
    assert shown(dias, "eksempel", I_DAG, "fyn", Skaerm(), data).titel != "Flest på Sjælland"


def test_a_phone_gets_the_figure_of_the_page_as_high_as_it_fills(data):
    billede = shown(Dias("kort"), "eksempel", I_DAG, None, Skaerm(390, 844), data)
    assert 380 < billede.figur["layout"]["height"] < 500


SKALAER = {(1920, 1080): 1, (3840, 2160): 2, (1280, 720): 2 / 3, (1440, 900): 0.75, (390, 844): 0.4}


@pytest.mark.parametrize(("maal", "skala"), SKALAER.items())
def test_type_follows_the_window(maal, skala):
    assert Skaerm(*maal).skala == skala


def test_a_table_is_cut_to_what_can_be_read_and_says_so(data):
    view = built("udbudsliste", Filters(datasaet="eksempel", dag=I_DAG), data)
    billede = readable_table(view, 1848, 700, 24)
    vist = len(billede.raekker)
    assert 5 < vist < len(view.table) and f"{len(view.table) - vist} rækker mere" in billede.rest
    assert (vist + 2) * 24 * 1.75 <= 700
    bredder = [
        max(text_width(ord_, 24) for ord_ in (navn, *(raekke[nr] for raekke in billede.raekker)))
        for nr, navn in enumerate(billede.kolonner)
    ]
    assert sum(bredder) < 1848
    smal = readable_table(view, 500, 700, 24)
    assert len(smal.kolonner) < len(billede.kolonner) and "kolonner mere" in smal.rest
    hele = readable_table(built("reform_foer_efter", Filters(datasaet="offentlig", dag=I_DAG), data), 1848, 900, 24)
    assert hele.rest == "" and any(billede.er_tal)


def test_the_default_deck_fits_its_screen_in_every_dataset(data):
    for datasaet in DATASAET:
        for dias in read_deck(STANDARD, newest(), I_DAG).dias:
            for maal in ((1920, 1080), (1440, 900), (3840, 2160)):
                billede = shown(dias, datasaet, I_DAG, None, Skaerm(*maal), data)
                assert billede.hoejde >= 0.6 * maal[1], (dias.visning, maal)
