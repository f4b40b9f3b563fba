"""The display layers: content, winding, sizes, insets, labels."""

import json
from itertools import combinations

import pytest
import shapely

from geo import niveauer
from geo.daekning import fitted
from geo.former import basemap
from geo.kortlag import (
    BORNHOLM,
    HOVEDSTADSOMRAADET,
    MAX_BYTES,
    all_layers,
    caption_box,
    draw,
    frame_box,
    layer,
    within_limits,
    zoom_box,
)
from geo.visning import area_of, to_display


@pytest.fixture(scope="session")
def officiel(dagi_kommuner, metadata):
    return basemap(fitted(dagi_kommuner, lambda shapes: within_limits(basemap(shapes, metadata)))[0], metadata)


@pytest.fixture(scope="session", params=["grundlag", "officiel"])
def kort(request):
    """Both basemaps: the insets and labels must hold for the official borders too."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def lag(level, kort):
    niveau, struktur, _ = level
    return layer(niveau, struktur, kort)


def features(lag) -> dict:
    return {feature["id"]: feature["geometry"] for feature in json.loads(lag.indhold)["features"]}


def polygons(geometry) -> list:
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]


def land(lag):
    shapes = features(lag)
    return shapely.union_all([shapely.make_valid(shapely.geometry.shape(shapes[o])) for o in lag.omraade_ids])


def test_every_area_is_drawn(lag, level):
    assert len(lag.omraade_ids) == level[2]
    shapes = features(lag)
    assert lag.omraade_ids == tuple(niveauer.areas(lag.niveau, lag.struktur))
    assert list(shapes) == [*lag.omraade_ids, *lag.forstoerrede]
    assert all(shapely.geometry.shape(geometry).area > 0 for geometry in shapes.values())


def test_size(lag):
    assert 10_000 < len(lag.indhold) <= MAX_BYTES


def test_exterior_rings_run_clockwise_and_holes_do_not(lag):
    for geometry in features(lag).values():
        for exterior, *holes in polygons(geometry):
            assert exterior[0] == exterior[-1] and area_of(exterior) < 0
            assert all(area_of(hole) > 0 for hole in holes)


def test_everything_is_inside_the_display_box(lag):
    box = shapely.box(*lag.udsnit)
    assert max(abs(lag.udsnit[1]), abs(lag.udsnit[3])) < 5
    assert all(box.contains(shapely.geometry.shape(geometry)) for geometry in features(lag).values())
    assert all(box.contains(shapely.box(*of(ramme))) for ramme in lag.rammer for of in (frame_box, caption_box))


def test_display_box_is_about_square(lag):
    xmin, ymin, xmax, ymax = lag.udsnit
    assert 0.8 < (xmax - xmin) / (ymax - ymin) < 1.05


def test_frames_hold_their_insets_and_nothing_else(lag, kort):
    bornholm = to_display(kort.kommuner.geometry[BORNHOLM])
    mainland = shapely.difference(land(lag), shapely.box(*frame_box(lag.rammer[0])))
    assert mainland.area == pytest.approx(
        to_display(shapely.union_all(kort.kommuner.geometry)).area - bornholm.area, rel=0.01
    )
    for ramme in lag.rammer:
        assert not shapely.box(*frame_box(ramme)).intersects(mainland), ramme.navn
        assert not shapely.box(*caption_box(ramme)).intersects(land(lag)), ramme.navn
    for one, other in combinations([of(ramme) for ramme in lag.rammer for of in (frame_box, caption_box)], 2):
        assert not shapely.box(*one).overlaps(shapely.box(*other))


def test_bornholm_moves_to_its_frame_in_the_north_east(lag, kort):
    true = to_display(kort.kommuner.geometry[BORNHOLM])
    frame = shapely.box(*frame_box(lag.rammer[0]))
    assert lag.rammer[0].navn == "Bornholm"
    assert not land(lag).intersects(true)
    assert land(lag).intersection(frame).area == pytest.approx(true.area, rel=0.01)
    assert frame.bounds[0] > 2 and frame.bounds[1] > 2
    owner = next(a.omraade_id for a in niveauer.areas(lag.niveau, lag.struktur).values() if BORNHOLM in a.kommunekoder)
    assert shapely.geometry.shape(features(lag)[owner]).intersects(frame)


@pytest.mark.parametrize(
    ("niveau", "omraader", "mindst"),
    [
        ("kommune", HOVEDSTADSOMRAADET, 2.2),
        ("sundhedsraad", ("hovedstaden", "koebenhavns-omegn-nord", "amager-og-vestegnen"), 1.8),
    ],
)
def test_greater_copenhagen_is_enlarged(kort, niveau, omraader, mindst):
    lag = layer(niveau, grundlag=kort)
    assert lag.forstoerrede == {f"hs-{kode}": kode for kode in omraader}
    shapes = features(lag)
    frame = shapely.box(*frame_box(lag.rammer[1]))
    scales = set()
    for inset, kode in lag.forstoerrede.items():
        large, small = (shapely.geometry.shape(shapes[key]) for key in (inset, kode))
        assert frame.contains(large)
        # without the area's own island in the other frame
        home = [
            part for part in shapely.get_parts(small) if not part.intersects(shapely.box(*frame_box(lag.rammer[0])))
        ]
        scales.add(round((large.area / sum(part.area for part in home)) ** 0.5, 1))
    assert len(scales) == 1 and mindst < scales.pop() <= 3.0


def test_whole_kommune_islands_are_kept(kort):
    lag = layer("kommune", grundlag=kort)
    shapes = features(lag)
    for kode in ("563", "741", "825", "492", "482", "400"):
        area = shapely.geometry.shape(shapes[kode]).area * 2500  # km2
        assert area == pytest.approx(kort.kommuner.geometry[kode].area / 1e6, rel=0.01) and area > 40


def test_file_names_follow_the_content(grundlag, metadata):
    layers = all_layers(grundlag)
    assert {lag.filnavn.rsplit("-", 1)[0] for lag in layers.values()} == {lag.niveau for lag in layers.values()}
    assert len(layers) == 5
    assert all(navn == lag.filnavn for navn, lag in layers.items())
    again = basemap(grundlag.kommuner.geometry.copy(), metadata)
    assert set(all_layers(again)) == set(layers)
    moved = grundlag.kommuner.geometry.copy()
    moved["101"] = shapely.transform(moved["101"], lambda xy: xy + [0, 100])
    assert layer("kommune", grundlag=basemap(moved, metadata)).filnavn not in layers


def test_layers_are_cached_and_structure_matters_for_regions_only(grundlag):
    assert layer("kommune", "2007", grundlag) is layer("kommune", "2027", grundlag)
    assert layer("region", "2007", grundlag) is not layer("region", "2027", grundlag)


@pytest.mark.parametrize("niveau", ["land", "delregion", "sogn"])
def test_levels_without_a_map_are_errors(grundlag, niveau):
    with pytest.raises(KeyError):
        layer(niveau, grundlag=grundlag)


def test_zoom_box_surrounds_the_areas(grundlag):
    lag = layer("kommune", grundlag=grundlag)
    drawn, _, _ = draw("kommune", "2007", grundlag)
    box = zoom_box(lag, ["461", "751"])
    for kode in ("461", "751"):
        assert shapely.box(*box).contains(drawn[kode])
    assert zoom_box(lag, ["461"], margin=0) == lag.udsnit_pr_omraade["461"]
    xmin, ymin, xmax, ymax = zoom_box(lag, ["461"])
    assert xmax - xmin < 1 and ymax - ymin < 1
    with pytest.raises(KeyError):
        zoom_box(lag, ["999"])
