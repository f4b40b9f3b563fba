"""Rebuilds the generalised map: python -m geo.generaliser --pakke react-denmark-map-1.0.0.tgz [--dagi FIL].

The drawing in the npm package separates the kommuner by white gaps and is only roughly to scale. The gaps are filled,
the coast is grown to the country's known area, and the whole is bent until the kommuner's centroids and areas agree
with geo/kontrolpunkter.csv (EPSG:25832). Official borders take no part in it; --dagi only measures the result.
"""

import argparse
import sys
import tarfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from geo import tilpasning
from geo.daekning import cleaned, fitted, polygons_only
from geo.former import CRS, FORMER, GENERALISERET, basemap, write_basemap
from geo.import_dagi import Afvist, read_kommuner
from geo.kontrolpunkter import control_points
from geo.kortlag import within_limits
from geo.kvalitet import report
from geo.svgstier import read_package

BORNHOLM = "400"

# Lengths in drawing units (28-29 m).
HALF_GAP = 32.0  # a little more than half of the widest white gap
OUTLINE_SLACK = 1.0  # the outline is drawn apart and lies up to a unit off the kommuner after alignment
COAST_GROWTH = 12.0  # the drawing's coast lies inside the true one: the country's area is short by 7 pct. without it
DENSITY = 10.0  # between the boundary points that own the gaps
EDGE_DENSITY = 12.0  # between the vertices that are bent

# Saltholm (Tårnby) is not drawn, but is a quarter of the kommune: EPSG:25832 centre and area in m2.
SALTHOLM = ("185", np.array([736931.0, 6172444.0]), 16.0e6)

METADATA = {
    "navn": "generaliseret kort",
    "kilde": "react-denmark-map 1.0.0 (Martin Polley), tilpasset kommunernes midtpunkter og arealer",
    "licens": "MIT",
    "aargang": "2022",
    "forbehold": "Grænserne er forenklede og kan ligge op til nogle kilometer fra de officielle.",
    "er_officiel": False,
}


def read_targets() -> tuple[dict[str, np.ndarray], dict[str, float]]:
    """Centroid (metres) and area (m2) of what is drawn of each kommune, by kommunekode."""
    known = control_points()
    centroids = {kode: np.array([point.x, point.y]) for kode, point in known.items()}
    areas = {kode: point.areal for kode, point in known.items()}
    kode, centre, area = SALTHOLM
    centroids[kode] = (centroids[kode] * areas[kode] - centre * area) / (areas[kode] - area)
    areas[kode] -= area
    return centroids, areas


def align(part: shapely.Geometry, target: shapely.STRtree) -> shapely.Geometry:
    """Shifts one island of the outline onto the coast of the kommune drawing; the two drawings are slightly apart."""
    for _ in range(8):
        points = shapely.get_coordinates(shapely.segmentize(part.boundary, DENSITY))
        nearest, distance = target.query_nearest(shapely.points(points), return_distance=True, all_matches=False)
        close = distance <= np.quantile(distance, 0.7)  # the rest lies across a gap, where there is no coast to match
        coast = shapely.get_coordinates(target.geometries[nearest[1][close]])
        shift = (coast - points[nearest[0][close]]).mean(axis=0)
        part = shapely.transform(part, lambda xy, shift=shift: xy + shift)
    return part


def fill_gaps(kommuner: gpd.GeoSeries, outline: shapely.Geometry) -> shapely.Geometry:
    """All land: the kommuner, and what lies between them and inside the outline (so that fjords stay open)."""
    drawn = shapely.union_all(kommuner.to_numpy())
    coast = shapely.points(shapely.get_coordinates(shapely.segmentize(drawn.boundary, DENSITY / 2)))
    tree = shapely.STRtree(coast)
    aligned = shapely.union_all([align(part, tree) for part in shapely.get_parts(outline)])
    closed = shapely.buffer(shapely.buffer(drawn, HALF_GAP), -HALF_GAP)
    land = shapely.union(drawn, shapely.intersection(closed, shapely.buffer(aligned, OUTLINE_SLACK)))
    # Where three gaps meet, a hole is left. The drawing has no lakes, so every hole is such a one.
    return shapely.union_all([shapely.Polygon(part.exterior) for part in shapely.get_parts(land)])


def partition(kommuner: gpd.GeoSeries, land: shapely.Geometry) -> gpd.GeoSeries:
    """Divides the land: every spot goes to the kommune whose drawn boundary is nearest (Voronoi)."""
    dense = shapely.segmentize(shapely.boundary(kommuner.to_numpy()), DENSITY)
    points, owner = shapely.get_coordinates(dense, return_index=True)
    points, first = np.unique(points.round(3), axis=0, return_index=True)
    owner = owner[first]
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), extend_to=land, ordered=True))
    zones = [shapely.coverage_union_all(cells[owner == number]) for number in range(len(kommuner))]
    shares = [polygons_only(share) for share in shapely.intersection(zones, land)]
    return gpd.GeoSeries(shapely.coverage_clean(shares), index=kommuner.index)


def georeference(drawn: gpd.GeoSeries) -> gpd.GeoSeries:
    """Drawing units to EPSG:25832: an affine fit for scale and place, then the bending fit. Bornholm is an inset in
    the drawing, so it takes the same scale and is shifted to its own centroid."""
    centroids, areas = read_targets()
    main = [kode for kode in drawn.index if kode != BORNHOLM]
    target = np.array([centroids[kode] for kode in main])
    affine = tilpasning.fit_affine(shapely.get_coordinates(drawn[main].centroid.to_numpy()), target)
    placed = shapely.transform(shapely.segmentize(drawn.to_numpy(), EDGE_DENSITY), affine)
    placed = gpd.GeoSeries(placed, index=drawn.index, crs=CRS)
    bend = tilpasning.fit_displacement(placed[main], target, np.array([areas[kode] for kode in main]))
    shift = centroids[BORNHOLM] - shapely.get_coordinates(placed[BORNHOLM].centroid)[0]
    placed[BORNHOLM] = shapely.transform(placed[BORNHOLM], lambda xy: xy + shift)
    placed[main] = shapely.transform(placed[main].to_numpy(), bend)
    return placed


def build(package: Path) -> gpd.GeoSeries:
    """The generalised kommuner by kommunekode: a valid coverage on whole metres, small enough for a map layer."""
    kommuner, outline = read_package(package)
    land = shapely.buffer(fill_gaps(kommuner, outline), COAST_GROWTH)
    shapes = cleaned(georeference(partition(kommuner, land)))
    return fitted(shapes, lambda simple: within_limits(basemap(simple, METADATA)))[0]


def main(arguments: list[str] | None = None) -> int:
    """Writes geo/former/generaliseret.geojson; 2 when a file cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m geo.generaliser", description="Danner det generaliserede kort.")
    parser.add_argument("--pakke", required=True, type=Path, help="npm-pakken react-denmark-map-1.0.0.tgz")
    parser.add_argument("--dagi", type=Path, help="officielle grænser til måling af kvaliteten")
    parser.add_argument("--ud", type=Path, default=FORMER / GENERALISERET, help="hvor kortet skrives")
    options = parser.parse_args(arguments)
    try:
        dagi = read_kommuner(options.dagi).kommuner if options.dagi else None
        shapes = build(options.pakke)
    except (Afvist, OSError, tarfile.TarError, ValueError) as fejl:
        print(f"Kortet er ikke dannet: {fejl}", file=sys.stderr)
        return 2
    write_basemap(options.ud, shapes, METADATA)
    print(f"{options.ud.name}: {len(shapes)} kommuner, {options.ud.stat().st_size} byte")
    if dagi is not None:
        print(report(basemap(shapes, METADATA), dagi))
    return 0


if __name__ == "__main__":
    sys.exit(main())
