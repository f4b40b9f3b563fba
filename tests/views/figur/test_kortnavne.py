"""The names of a map on a surface: apart, inside, near where they belong, and each with its own leader."""

from itertools import combinations

import pytest

from geo.kortlag import close_up, layer
from geo.pladser import inside, touch
from geo.tekstbredde import text_width
from views.figur.kortnavne import Skrivemaade, place_names
from views.figur.landkort import Udsnit, captions, names_on, shown_box
from views.figur.model import Billede, Klasse, Kort

LAG = layer("sundhedsraad")


def a_map(lag=LAG, *valgte: str) -> Kort:
    klasse = Klasse("#e3f0c4", "alle", "#1b2733", lag.omraade_ids)
    billede = Billede("", (klasse,), dict.fromkeys(lag.omraade_ids, ""))
    return Kort(lag, (billede,), "Antal", vaerdier=dict.fromkeys(lag.omraade_ids, "12,5"), **close_up(lag, valgte))


def on_a_surface(kort: Kort, hoejde: float, px: float, alt_med: bool = False):
    """The names on a surface of that height, and the surface."""
    xmin, ymin, xmax, ymax = shown_box(kort)
    maal = hoejde / (ymax - ymin)
    rum = (0.0, 0.0, (xmax - xmin) * maal, hoejde)
    udsnit = Udsnit(shown_box(kort), maal)
    maade = Skrivemaade(px, text_width, alt_med)
    return place_names(captions(kort), names_on(kort), udsnit, rum, maade), rum


@pytest.mark.parametrize(("hoejde", "px"), [(600, 12), (700, 24), (300, 20), (200, 24)])
@pytest.mark.parametrize("valgte", [(), ("fyn",)])
def test_names_are_apart_and_inside(hoejde, px, valgte):
    (rammer, navne), rum = on_a_surface(a_map(LAG, *valgte), hoejde, px)
    bokse = [en.box(px, text_width(en.ord, px)) for en in (*rammer, *navne)]
    assert bokse and all(inside(boks, rum) for boks in bokse)
    assert not [par for par in combinations(bokse, 2) if touch(*par)]


def test_a_leader_reaches_from_its_area_to_its_own_name():
    kort = a_map()
    (_, navne), _ = on_a_surface(kort, 700, 24)
    ved = [en for en in navne if en.pegelinje]
    assert len(ved) == len([en for en in LAG.etiketter if en.pegelinje]) > 2
    for navn in ved:
        (_, (x, y)) = navn.pegelinje
        assert y == navn.y and abs(x - navn.x) == pytest.approx(0.2 * 24)


def test_where_there_is_less_room_a_name_gives_way_to_its_value_and_then_to_nothing():
    fulde = {en.ord for en in names_on(a_map())}
    (_, navne), _ = on_a_surface(a_map(), 900, 14)
    assert {en.ord for en in navne} == fulde
    (_, navne), _ = on_a_surface(a_map(), 330, 22)
    assert "<b>12,5</b>" in {en.ord for en in navne}
    (_, navne), _ = on_a_surface(a_map(), 120, 22)
    assert len(navne) < len(fulde)


def test_all_in_full_or_nothing():
    assert on_a_surface(a_map(), 900, 14, alt_med=True)[0] is not None
    assert on_a_surface(a_map(), 120, 22, alt_med=True)[0] is None


def test_a_name_outside_what_is_shown_is_not_written():
    kort = a_map(layer("kommune"), "461")
    xmin, ymin, xmax, ymax = kort.udsnit
    assert names_on(kort) and all(xmin < en.x < xmax and ymin < en.y < ymax for en in names_on(kort))
