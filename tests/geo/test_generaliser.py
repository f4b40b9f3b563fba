"""The parts that rebuild the generalised map: path reading, fitting, filling gaps, keeping a coverage."""

import io
import tarfile

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.daekning import cleaned, fitted, simplified, stretched, without_islets
from geo.generaliser import fill_gaps, main, partition
from geo.svgstier import polygon, subpaths
from geo.tilpasning import Edges, fit_affine, fit_displacement
from geo.visning import rounded_rings


def grid_of_squares(rows: int = 6, columns: int = 6, side: float = 20_000.0) -> gpd.GeoSeries:
    boxes = {
        f"{row}{column}": shapely.box(column * side, row * side, (column + 1) * side, (row + 1) * side)
        for row in range(rows)
        for column in range(columns)
    }
    return gpd.GeoSeries({key: shapely.segmentize(box, side / 5) for key, box in boxes.items()}, crs="EPSG:25832")


@pytest.mark.parametrize(
    "d, area",
    [
        ("M0,0L10,0L10,10L0,10Z", 100),
        ("M0,0l10,0l0,10l-10,0Z", 100),
        ("M0,0l10,0l0,10l-10,0", 100),  # without the closing Z, as four kommuner of the package
        ("M0,0 10,0 10,10 0,10Z", 100),
        ("M0,0l10,0l0,10l-10,0Zm20,0l1,0l0,1l-1,0Z", 101),
        ("M-100,0C-100,-55.2285 -55.2285,-100 0,-100C55.2285,-100 100,-55.2285 100,0L-100,0Z", 5000 * np.pi),
        ("M-100,0c0,-55.2285 44.7715,-100 100,-100c55.2285,0 100,44.7715 100,100l-200,0Z", 5000 * np.pi),
    ],
)
def test_paths_become_polygons(d, area):
    assert polygon(d).area == pytest.approx(area, rel=0.005)


def test_paths_have_y_up_and_relative_moves_start_from_the_last_start():
    assert polygon("M0,0l10,0l0,10l-10,0Z").bounds == (0, -10, 10, 0)
    assert subpaths("M1,1l5,0l0,5Zm2,2l1,0l0,1Z")[1][0].tolist() == [3, 3]


@pytest.mark.parametrize("content", [b"", b"nothing here"])
def test_wrong_package_is_refused(tmp_path, capsys, content):
    package = tmp_path / "pakke.tgz"
    with tarfile.open(package, "w:gz") as archive:
        entry = tarfile.TarInfo("package/dist/esm/index.js")
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    assert main(["--pakke", str(package), "--ud", str(tmp_path / "ud.geojson")]) == 2
    assert main(["--pakke", str(tmp_path / "mangler.tgz"), "--ud", str(tmp_path / "ud.geojson")]) == 2
    assert capsys.readouterr().err.count("Kortet er ikke dannet") == 2
    assert not (tmp_path / "ud.geojson").exists()


def test_gaps_are_split_down_the_middle_and_fjords_stay_open():
    west, east = shapely.box(0, 0, 480, 1000), shapely.box(520, 0, 1000, 1000)
    fjord = shapely.box(480, 600, 520, 1000)
    outline = shapely.box(0, 0, 1000, 1000).difference(fjord)
    kommuner = gpd.GeoSeries({"a": west, "b": east})
    parts = partition(kommuner, fill_gaps(kommuner, outline))
    assert shapely.coverage_is_valid(parts.to_numpy())
    assert parts["a"].intersection(parts["b"]).length == pytest.approx(600, abs=15)
    assert parts["a"].bounds[2] == pytest.approx(500, abs=1)
    assert parts.union_all().intersection(fjord).area < 0.1 * fjord.area


def test_affine_fit_is_exact_for_an_affine_map():
    source = np.random.default_rng(1).uniform(0, 1000, (20, 2))
    target = source @ np.array([[28.4, 0.5], [-0.1, 28.8]]) + [4e5, 6e6]
    assert np.allclose(fit_affine(source, target)(source), target)


def test_moments_and_their_derivatives():
    shapes = np.array([shapely.box(0, 0, 2, 1), shapely.Point(5, 5).buffer(1)])
    edges = Edges.of(shapes)
    area, centroid, d_area, d_centroid = edges.moments(edges.points)
    assert np.allclose(area, shapely.area(shapes))
    assert np.allclose(centroid, shapely.get_coordinates(shapely.centroid(shapes)))
    step = np.random.default_rng(2).normal(size=edges.points.shape) * 1e-6
    area_after, centroid_after, *_ = edges.moments(edges.points + step)
    assert np.allclose(sum(d @ step[:, axis] for axis, d in enumerate(d_area)), area_after - area, atol=1e-9)
    for axis in (0, 1):
        change = sum(d @ step[:, moved] for moved, d in enumerate(d_centroid[axis]))
        assert np.allclose(change, (centroid_after - centroid)[:, axis], atol=1e-9)


def test_displacement_recovers_a_smooth_distortion():
    squares = grid_of_squares()

    def bend(xy):
        return xy + 800 * np.sin(xy[:, ::-1] / 40_000)

    true = gpd.GeoSeries(shapely.transform(squares.to_numpy(), bend), index=squares.index)
    target = shapely.get_coordinates(true.centroid.to_numpy())
    move = fit_displacement(squares, target, true.area.to_numpy())
    moved = shapely.transform(squares.to_numpy(), move)
    before = shapely.distance(squares.centroid.to_numpy(), true.centroid.to_numpy()).mean()
    after = shapely.distance(shapely.centroid(moved), true.centroid.to_numpy()).mean()
    assert after < before / 5 and before > 300


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), noise=st.floats(0, 8))
def test_cleaning_settles_noisy_shapes_on_whole_metres(seed, noise):
    squares = grid_of_squares(3, 3)
    phase = np.random.default_rng(seed).uniform(0, 6, len(squares))
    waves = [shapely.transform(s, lambda xy, p=p: xy + noise * np.sin(xy / 700 + p)) for s, p in zip(squares, phase)]
    noisy = gpd.GeoSeries(waves, squares.index, crs=squares.crs)
    result = cleaned(noisy)
    xy = shapely.get_coordinates(result.to_numpy())
    assert shapely.coverage_is_valid(result.to_numpy()) and (xy == np.round(xy)).all()
    assert list(result.index) == list(squares.index)
    assert np.allclose(result.area, squares.area, rtol=0.01)


@settings(max_examples=10, deadline=None)
@given(tolerance=st.floats(10, 3000))
def test_simplifying_keeps_all_kommuner_borders_and_chosen_points(grundlag, tolerance):
    kommuner = grundlag.kommuner.geometry
    simple = simplified(kommuner, tolerance)
    assert shapely.coverage_is_valid(simple.to_numpy()) and not simple.is_empty.any()
    assert list(simple.index) == list(kommuner.index)
    points = {tuple(xy) for xy in shapely.get_coordinates(kommuner.to_numpy())}
    assert all(tuple(xy) in points for xy in shapely.get_coordinates(simple.to_numpy()))


def test_the_stretched_plane_is_one_to_one():
    distance = np.linspace(0, 300_000, 3001)
    line = stretched(np.array([720_000.0, 6_175_000.0]) + np.c_[distance, np.zeros_like(distance)])[:, 0]
    assert (np.diff(line) > 0).all()


def test_islets_go_but_never_a_whole_kommune_or_a_border_part():
    square, islet, attached = shapely.box(0, 0, 100, 100), shapely.box(200, 0, 203, 3), shapely.box(100, 0, 105, 5)
    shapes = gpd.GeoSeries({"a": square, "b": shapely.union_all([attached, islet]), "c": shapely.box(500, 0, 501, 1)})
    kept = without_islets(shapes, 50.0)
    assert kept["b"].equals(attached) and kept["a"].equals(square) and kept["c"].equals(shapes["c"])


def test_fitted_takes_the_finest_that_fits(grundlag):
    kommuner = grundlag.kommuner.geometry
    limit = 3000

    def small(shapes):
        return shapely.get_num_coordinates(shapes.to_numpy()).sum() <= limit

    simple, tolerance = fitted(kommuner, small)
    assert small(simple) and tolerance > 0
    assert fitted(kommuner, lambda shapes: True)[1] == 0
    assert not small(simplified(kommuner, tolerance / 1.1 - 1))
    with pytest.raises(ValueError):
        fitted(kommuner, lambda shapes: False)


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(-4, 4), st.floats(-4, 4)), min_size=4, max_size=12))
def test_rings_are_clockwise_whatever_the_shape(points):
    shape = shapely.MultiPoint(points).convex_hull
    if shape.area > 1e-3:
        ((exterior,),) = rounded_rings(shape)
        assert not shapely.LinearRing(exterior).is_ccw
