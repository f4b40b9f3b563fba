"""Display coordinates: EPSG:25832 metres to a small plane that plotly's equirectangular `geo` shows undistorted.

One display unit is 50 km; x and y are shown as if they were degrees near (0, 0), where degrees are square.
"""

import numpy as np
import shapely

ORIGIN = np.array([590000.0, 6225000.0])  # about the middle of Denmark
UNIT = 50000.0  # metres
DECIMALS = 4  # 5 m

Box = tuple[float, float, float, float]


def to_display(shape):
    """Metres to display units, geometry or array of geometries."""
    return shapely.transform(shape, lambda xy: (xy - ORIGIN) / UNIT)


def moved(shape, scale: float, shift: np.ndarray):
    """A display geometry, scaled from the origin and then shifted, as an inset needs it."""
    return shapely.transform(shape, lambda xy: xy * scale + shift)


def rounded_rings(shape: shapely.Geometry) -> list[list[list[tuple[float, float]]]]:
    """The polygons of a shape as GeoJSON rings, exterior clockwise (else d3 paints the rest of the globe).

    Rings that rounding has emptied are left out. Raises ValueError when none is left.
    """
    parts = sorted(shapely.get_parts(shape), key=shapely.area, reverse=True)
    polygons = []
    for part in shapely.orient_polygons(parts, exterior_cw=True):
        exterior, *holes = [rounded(ring) for ring in (part.exterior, *part.interiors)]
        if area_of(exterior) < 0:
            polygons.append([exterior, *[hole for hole in holes if area_of(hole) > 0]])
    if not polygons:
        raise ValueError("the shape is smaller than the map can show")
    return polygons


def rounded(ring: shapely.LinearRing) -> list[tuple[float, float]]:
    """A ring's points at display precision without repeated neighbours."""
    points = [tuple(point) for point in (shapely.get_coordinates(ring).round(DECIMALS) + 0.0).tolist()]
    return [points[0], *[point for before, point in zip(points, points[1:]) if point != before]]


def area_of(ring: list[tuple[float, float]]) -> float:
    """Signed area, negative when clockwise; 0 for too few points."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:])) / 2 if len(ring) >= 4 else 0.0


def centre(shape: shapely.Geometry) -> np.ndarray:
    """The middle of the largest circle inside a shape's largest polygon."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    return shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, tolerance=0.005))[0]


def grown(box: Box, margin: float) -> Box:
    xmin, ymin, xmax, ymax = box
    return (xmin - margin, ymin - margin, xmax + margin, ymax + margin)


def around(boxes: list[Box]) -> Box:
    """The smallest box around boxes; raises ValueError when there are none."""
    xmin, ymin, xmax, ymax = zip(*boxes)
    return (min(xmin), min(ymin), max(xmax), max(ymax))


def rounded_box(box: Box) -> Box:
    return tuple(round(float(value), DECIMALS) for value in box)
