"""Reads the map paths of the npm package react-denmark-map@1.0.0 (MIT, see KILDER.md) as polygons in drawing units."""

import re
import tarfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from geo.daekning import polygons_only

MODUL = "package/dist/esm/index.js"
OUTLINE = "danmark"
WIDTH_RATIO = 10116 / 15556  # viewBox width of the kommune drawing over that of the outline drawing
CURVE_STEP = 8.0  # drawing units between samples of a Bézier, about 230 m: finer than the drawing itself

ITEM = re.compile(r'\{id:"([^"]*)",name:"[^"]*",[^{}]*?d:"([^"]*)"')
KOMMUNE = re.compile(r'code:"(\d{3,4})",d:"([^"]*)"')
TOKEN = re.compile(r"[MmLlCcZz]|-?\d*\.?\d+(?:e-?\d+)?")


def read_package(path: Path) -> tuple[gpd.GeoSeries, shapely.Geometry]:
    """The kommune shapes by kommunekode (shrunk by the white gap) and the outline of the country, same units, y up.

    Raises OSError or tarfile.TarError when the package cannot be read, ValueError when it does not hold the map.
    """
    with tarfile.open(path) as package:
        source = package.extractfile(MODUL).read().decode("utf-8")
    paths = {kode: d for kode, d in KOMMUNE.findall(source) if len(kode) == 3}  # four digits: the old regions
    outlines = [d for name, d in ITEM.findall(source) if name == OUTLINE]
    if len(paths) != 98 or not outlines:
        raise ValueError(f"found {len(paths)} kommuner and {len(outlines)} outlines in {MODUL}, expected 98 and 1")
    kommuner = gpd.GeoSeries({kode: polygon(d) for kode, d in sorted(paths.items())})
    return kommuner, shapely.transform(polygon(outlines[0]), lambda xy: xy * WIDTH_RATIO)


def polygon(d: str) -> shapely.Geometry:
    """One SVG path as a valid (multi)polygon with y up."""
    rings = [shapely.Polygon(ring * [1, -1]) for ring in subpaths(d) if len(ring) > 3]
    return shapely.union_all([polygons_only(ring) for ring in rings])


def subpaths(d: str) -> list[np.ndarray]:
    """The point lists (n, 2) of a path's subpaths. Knows M, L, C and Z, absolute and relative.

    Four kommuner of the package lack the closing Z; a subpath ends at the end of the text too.
    """
    tokens = iter(TOKEN.findall(d))
    finished, points = [], []
    command, here, start = "", np.zeros(2), np.zeros(2)
    for token in tokens:
        if token in "Zz":
            finished.append(np.array(points))
            points, here = [start], start
            continue
        if token.isalpha():
            command, token = token, next(tokens)
        origin = here if command.islower() else np.zeros(2)
        target = origin + read_pairs(token, tokens, 3 if command in "Cc" else 1)
        if command in "Mm":
            points, start = [], target[0]
            command = "l" if command == "m" else "L"  # further pairs after a move are lines
        points.extend(bezier(here, target) if len(target) == 3 else target)
        here = points[-1]
    if len(points) > 1:
        finished.append(np.array(points))
    return finished


def read_pairs(first: str, tokens, count: int) -> np.ndarray:
    """`count` coordinate pairs, of which the first number is already read."""
    numbers = [float(first)] + [float(next(tokens)) for _ in range(2 * count - 1)]
    return np.array(numbers).reshape(-1, 2)


def bezier(start: np.ndarray, controls: np.ndarray) -> np.ndarray:
    """Samples (n, 2) of a cubic Bézier, without its start and with its end."""
    hull = np.linalg.norm(np.diff(np.vstack([start, controls]), axis=0), axis=1).sum()
    t = np.linspace(0, 1, max(2, int(np.ceil(hull / CURVE_STEP))) + 1)[1:, None]
    a, b, c = controls
    return (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t**2 * b + t**3 * c
