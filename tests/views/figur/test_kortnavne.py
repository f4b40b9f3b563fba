"""The words of a map on a surface: apart, inside, on their own area or the sea, and shorter with less room."""

from itertools import combinations

import numpy as np
import pytest
import shapely

from geo.kortlag import frame_box, layer, shapes_of, zoom_box
from geo.pladser import inside, touch
from geo.tekstbredde import text_width
from views.figur.kortflade import filling
from views.figur.kortnavne import Paaskrift, Skrivemaade, place_words, wrappings
from views.figur.landkort import names_on, shown_box
from views.figur.model import Klasse, Kort, Samlet

BREDDER = [390, 560, 700, 860, 1000]
NIVEAUER = ["region", "sundhedsraad", "kommune"]


def a_map(niveau: str = "sundhedsraad", **mere) -> Kort:
    """A map with long values in every area, and with short ones in circles, in every fourth kommune."""
    lag = layer(niveau)
    vaerdier = dict.fromkeys(lag.omraade_ids, "612,5")
    if mere.get("symboler"):
        vaerdier = dict.fromkeys(lag.omraade_ids[:: 4 if niveau == "kommune" else 1], "12")
    klasse = Klasse("#e3f0c4", "alle", "#1b2733", lag.omraade_ids)
    return Kort(lag, (klasse,), dict.fromkeys(lag.omraade_ids, ""), vaerdier=vaerdier, **mere)


def on_a_surface(kort: Kort, bredde: float, px: float, alt_med: bool = False, hoejde: float | None = None):
    """The words on a surface of that width, as high as the map, and the surface."""
    xmin, ymin, xmax, ymax = shown_box(kort)
    flade = filling(kort, bredde, hoejde or bredde * (ymax - ymin) / (xmax - xmin), px)
    return place_words(kort, flade, Skrivemaade(px, text_width, alt_med)), flade


def boxes(ord_: Paaskrift, px: float) -> list[tuple]:
    """What all words and circles take up, without the air about them."""
    navne = [en.box(px, text_width(en.ord, px) - 0.3 * px) for en in (*ord_.rammenavne, *ord_.navne)]
    return navne + [
        (en.x - en.diameter / 2, en.y - en.diameter / 2, en.x + en.diameter / 2, en.y + en.diameter / 2)
        for en in ord_.cirkler
    ]


SAMLET = (Samlet(layer("region"), "1085", "88", "kun kendt for Region Sjælland"),)
SLAGS = {
    "farver": {},
    "symboler": {"symboler": True, "samlet": SAMLET},
    "valgt": {"valgte": ("101",), "indsat": zoom_box(layer("kommune"), ("101",))},
    "fyn": {
        "udsnit": zoom_box(layer("kommune"), ("461", "430", "479")),
        "indsat": layer("kommune").udsnit,
        "navne": {"461": "Odense", "430": "Faaborg-Midtfyn", "479": "Svendborg"},
    },
}


@pytest.mark.parametrize("bredde", BREDDER)
@pytest.mark.parametrize(
    ("niveau", "slags"), [*((en, slags) for en in NIVEAUER for slags in ("farver", "symboler")),
                          ("kommune", "valgt"), ("kommune", "fyn")]
)  # fmt: skip
def test_words_are_apart_and_inside_and_never_on_a_neighbour(niveau, slags, bredde):
    kort = a_map(niveau, **SLAGS[slags])
    px = 11 if bredde < 500 or niveau == "kommune" else 12
    ord_, flade = on_a_surface(kort, bredde, px)
    alle = boxes(ord_, px)
    assert len(ord_.navne) + len(ord_.cirkler) > 2 and all(inside(boks, flade.rum) for boks in alle)
    # half a pixel less on each side: rounding to places on the map
    smalle = [(a + 0.5, b + 0.5, c - 0.5, d - 0.5) for a, b, c, d in alle]
    assert not [par for par in combinations(smalle, 2) if touch(*par)]
    if flade.indsat:
        assert not any(touch(boks, flade.indsat.ramme) for boks in smalle)
    former = {en: shapely.make_valid(form) for en, form in shapes_of(kort.lag).items()}
    egne = {navn.tekst: navn.feature for navn in names_on(kort) if navn.tekst}
    for skrevet in ord_.navne:
        navn = " ".join(del_ for del_ in skrevet.ord.split("<br>") if not del_.startswith("<b>"))
        if navn not in egne:
            continue
        boks = skrevet.box(px, text_width(skrevet.ord, px) - 0.3 * px)
        flade_ = shapely.box(*flade.udsnit.units(np.array([boks]))[0])
        fremmed = sum(form.intersection(flade_).area for en, form in former.items() if en != egne[navn])
        # a corner that no letter reaches: of the box, or of a box of a few letters
        assert fremmed / flade_.area < 0.06 or fremmed * flade.udsnit.maal**2 < 50, (navn, fremmed / flade_.area)
        assert kort.symboler or former[egne[navn]].intersects(flade_)


def test_where_there_is_less_room_a_name_gives_way_to_its_value_and_then_to_nothing():
    kort = a_map()
    skrevet = [{en.ord for en in on_a_surface(kort, bredde, 12)[0].navne} for bredde in (1000, 330, 60)]
    antal = len(kort.lag.omraade_ids)
    assert len(skrevet[0]) == antal and all(len(en.split("<br>")) > 1 for en in skrevet[0])
    assert "<b>612,5</b>" in skrevet[1] and len(skrevet[2]) < antal / 2


def test_all_in_full_or_nothing():
    assert on_a_surface(a_map(), 1000, 12, alt_med=True)[0] is not None
    assert on_a_surface(a_map(), 120, 22, alt_med=True)[0] is None


@pytest.mark.parametrize(("niveau", "mindst"), [("region", 5), ("sundhedsraad", 12), ("kommune", 8)])
def test_a_phone_shows_names_and_numbers(niveau, mindst):
    ord_, _ = on_a_surface(a_map(niveau), 350, 11)
    assert len([en for en in ord_.navne if "<br>" in en.ord]) >= mindst


def test_every_circle_is_on_its_area_and_none_is_missing():
    kort = a_map("kommune", symboler=True)
    ord_, flade = on_a_surface(kort, 560, 11)
    assert {en.omraade_id for en in ord_.cirkler} == set(kort.vaerdier)
    former = shapes_of(kort.lag)
    kopier = {original: kopi for kopi, original in kort.lag.forstoerrede.items()}
    for en in ord_.cirkler:
        sted = shapely.Point(flade.udsnit.unit(en.x, en.y))
        assert shapely.make_valid(former[kopier.get(en.omraade_id, en.omraade_id)]).distance(sted) < 0.03, en


@pytest.mark.parametrize("bredde", BREDDER)
def test_what_is_known_for_a_larger_area_is_told_in_the_water_near_it(bredde):
    ord_, flade = on_a_surface(a_map(symboler=True, samlet=SAMLET), bredde, 11 if bredde < 500 else 12)
    [cirkel] = [en for en in ord_.cirkler if en.aaben]
    assert cirkel.ord == "88" and any("Region" in en.ord for en in ord_.navne)
    land = shapely.union_all([shapely.make_valid(en) for en in shapes_of(layer("region")).values()])
    sted = shapely.Point(flade.udsnit.unit(cirkel.x, cirkel.y))
    assert not land.contains(sted)
    if bredde >= 500:
        assert shapely.make_valid(shapes_of(layer("region"))["1085"]).distance(sted) < 1


@pytest.mark.parametrize(("kode", "vises"), [("101", True), ("147", True), ("461", True)])
@pytest.mark.parametrize(("bredde", "hoejde"), [(560, 540), (860, 640), (1000, 560)])
def test_the_inset_covers_no_land_and_is_larger_than_the_map(kode, vises, bredde, hoejde):
    lag = layer("kommune")
    kort = a_map("kommune", valgte=(kode,), indsat=zoom_box(lag, (kode,)))
    flade = filling(kort, bredde, hoejde, 12)
    assert bool(flade.indsat) is vises
    assert flade.indsat.udsnit.maal > 1.2 * flade.udsnit.maal
    boks = shapely.box(*flade.udsnit.units(np.array([flade.indsat.ramme]))[0])
    land = shapely.union_all([shapely.make_valid(en) for en in shapes_of(lag).values()])
    assert land.intersection(boks).area < 0.002
    assert not any(boks.intersects(shapely.box(*frame_box(ramme))) for ramme in lag.rammer)


def test_words_are_broken_where_their_longest_line_is_shortest():
    assert wrappings("Midt- og Vestsjælland") == [
        "Midt- og Vestsjælland",
        "Midt- og<br>Vestsjælland",
        "Midt-<br>og<br>Vestsjælland",
    ]
