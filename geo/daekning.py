"""Keeps a set of kommune shapes a valid coverage (no overlaps, shared borders) while rounding and generalising it."""

from collections.abc import Callable

import geopandas as gpd
import numpy as np
import shapely

GRID = 1.0  # metres
TOLERANCES = (0, *(round(20 * 1.1**step) for step in range(45)))  # metres, for coverage_simplify: up to 1.3 km
ISLET = 16.0  # an islet under so many squares of the tolerance is dropped
KOEBENHAVN = np.array([720_000.0, 6_175_000.0])
STRETCH, STRETCH_RANGE = 2.0, 25_000.0  # see `stretched`; the range is in metres
GAP_WIDTH = 25.0  # metres; a narrower gap between kommuner is a digitising sliver, not water


def polygons_only(shape: shapely.Geometry) -> shapely.Geometry:
    """The polygons of a geometry, without the points and lines that overlay operations leave behind."""
    if shape.geom_type in ("Polygon", "MultiPolygon") and shape.is_valid:
        return shape
    parts = shapely.get_parts(shapely.make_valid(shape))
    for _ in range(2):  # make_valid and overlays nest collections one deep
        parts = shapely.get_parts(parts)
    return shapely.union_all(parts[shapely.get_type_id(parts) == 3])


def cleaned(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """A valid coverage on whole metres, made of shapes that almost are one.

    Rounding comes before any simplification: afterwards it would move the two sides of a border differently.
    """
    values = np.array([polygons_only(shape) for shape in shapely.force_2d(shapes.to_numpy())])
    for _ in range(5):
        values = shapely.coverage_clean(values, gap_width=GAP_WIDTH)
        values = shapely.transform(values, lambda xy: np.round(xy / GRID) * GRID)
        values = np.array([polygons_only(shape) for shape in values])
        if shapely.coverage_is_valid(values) and on_grid(values):
            return gpd.GeoSeries(values, index=shapes.index, crs=shapes.crs)
    raise ValueError("the shapes do not settle as a coverage on whole metres")


def on_grid(values: np.ndarray) -> bool:
    xy = shapely.get_coordinates(values)
    return bool((xy == np.round(xy / GRID) * GRID).all())


def without_islets(shapes: gpd.GeoSeries, smallest: float) -> gpd.GeoSeries:
    """Drops parts under `smallest` m2 that touch no other part, but never the largest part of a kommune."""
    parts = shapes.explode(index_parts=False)
    area = parts.area.to_numpy()
    tree = shapely.STRtree(parts.to_numpy())
    left, right = tree.query(parts.to_numpy(), predicate="intersects")
    touching = np.bincount(left[left != right], minlength=len(parts)) > 0
    largest = area == parts.area.groupby(level=0).transform("max").to_numpy()
    kept = parts[(area >= smallest) | touching | largest]
    return kept.groupby(level=0).agg(lambda group: shapely.union_all(group.to_numpy())).set_crs(shapes.crs)


def simplified(shapes: gpd.GeoSeries, tolerance: float) -> gpd.GeoSeries:
    """The coverage with fewer points (Visvalingam, tolerance in metres) and without the smallest islets.

    The points are chosen on a plane that is stretched around København, where the map layer enlarges the kommuner.
    Only whole points are dropped, so each chosen point goes back to where it came from.
    """
    shapes = without_islets(shapes, ISLET * tolerance**2)
    before = shapely.get_coordinates(shapes.to_numpy())
    home = dict(zip(map(tuple, stretched(before)), before))
    simple = shapely.coverage_simplify(shapely.transform(shapes.to_numpy(), stretched), tolerance)
    back = shapely.transform(simple, lambda xy: np.array([home[tuple(point)] for point in xy]))
    return gpd.GeoSeries(back, index=shapes.index, crs=shapes.crs)


def stretched(xy: np.ndarray) -> np.ndarray:
    """Points (n, 2) in metres moved away from København: distances near it are multiplied by 1 + STRETCH.

    STRETCH = 2 is about the most that keeps the mapping one to one.
    """
    away = xy - KOEBENHAVN
    return KOEBENHAVN + away * (1 + STRETCH * np.exp(-((away / STRETCH_RANGE) ** 2).sum(axis=1, keepdims=True)))


def fitted(shapes: gpd.GeoSeries, fits: Callable[[gpd.GeoSeries], bool]) -> tuple[gpd.GeoSeries, int]:
    """The least generalised version of a cleaned coverage that `fits`, and the tolerance in metres that it took.

    Found by bisection. Raises ValueError when even the coarsest does not fit.
    """
    best = None
    low, high = 0, len(TOLERANCES)
    while low < high:
        middle = (low + high) // 2
        simple = simplified(shapes, TOLERANCES[middle])
        if shapely.coverage_is_valid(simple.to_numpy()) and fits(simple):
            best, high = (simple, TOLERANCES[middle]), middle
        else:
            low = middle + 1
    if best is None:
        raise ValueError("the shapes are too detailed for a map layer")
    return best
