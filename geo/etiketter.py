"""Places the name of every area on the map: inside where it fits, else in free water with a leader line.

All lengths are display units (see geo.visning). Text sizes are estimates for a 12 px font on a map 800 px tall.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import shapely

from geo.visning import Box, grown

CHARACTER = 0.062  # width of a character, wider than most: a name must keep its area in any type
LINE = 0.137  # height of a line
STEP = 0.07  # of the search for a place
CLEARANCE = 0.04  # between a label and anything it must not touch
COARSE = 0.02  # detail of the coast that the search heeds; ten times faster than the full shapes
INSIDE = (0.999, 0.9, 0.75, 0.6)  # tried in turn: share of a label's box in its own area; the rest is water
NEAREST = 400  # places in free water that are weighed against each other
CROSSING_COST = 1.5  # a leader over a unit of other land counts as so many extra units

Point = tuple[float, float]


@dataclass(frozen=True)
class Etiket:
    """A name on the map. `placering` is plotly's textposition, `pegelinje` a line from the area to the text or ()."""

    omraade_id: str
    tekst: str
    x: float
    y: float
    placering: str
    pegelinje: tuple[Point, ...]


def text_size(tekst: str) -> tuple[float, float]:
    """Width and height of a text whose lines are parted by <br>."""
    lines = tekst.split("<br>")
    return max(len(line) for line in lines) * CHARACTER, len(lines) * LINE


def label_box(etiket: Etiket) -> Box:
    """The box that a label's text takes up."""
    width, height = text_size(etiket.tekst)
    left = {"middle center": etiket.x - width / 2, "middle right": etiket.x, "middle left": etiket.x - width}
    xmin = left[etiket.placering]
    return (xmin, etiket.y - height / 2, xmin + width, etiket.y + height / 2)


def wrappings(tekst: str) -> list[str]:
    """The text on one, two, three lines, each broken at the spaces that make its longest line shortest."""
    words = tekst.split(" ")
    wrapped = []
    for breaks in range(len(words)):
        choices = (
            [" ".join(words[i:j]) for i, j in zip((0, *places), (*places, len(words)))]
            for places in combinations(range(1, len(words)), breaks)
        )
        wrapped.append("<br>".join(min(choices, key=lambda lines: max(len(line) for line in lines))))
    return wrapped


def place_labels(
    areas: dict[str, shapely.Geometry], navne: dict[str, str], taken: list[Box], room: Box
) -> list[Etiket]:
    """One label per area, none overlapping. `taken`: boxes to stay out of; `room`: where labels in water may stand.

    Areas whose name fits inside come first, so that leaders find what is still free.
    Raises ValueError when a name fits nowhere.
    """
    areas = dict(zip(areas, shapely.coverage_simplify(list(areas.values()), COARSE)))
    labels: dict[str, Etiket] = {}
    for share in INSIDE:
        for omraade, shape in areas.items():
            if omraade not in labels:
                label = inside_label(omraade, navne[omraade], shape, areas, list(labels.values()), share)
                labels.update({omraade: label} if label else {})
    for omraade in areas:
        if omraade not in labels:
            labels[omraade] = leader_label(omraade, navne[omraade], areas, list(labels.values()), taken, room)
    return [labels[omraade] for omraade in areas]


def centre(shape: shapely.Geometry) -> np.ndarray:
    """The middle of the largest circle inside an area's largest polygon."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    return shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, tolerance=0.005))[0]


def inside_label(
    omraade: str, navn: str, shape: shapely.Geometry, areas: dict, labels: list[Etiket], share: float
) -> Etiket | None:
    """The label on the area itself, as near its centre and on as few lines as possible; None when there is no room."""
    middle = centre(shape)
    others = shapely.coverage_union_all([other for key, other in areas.items() if key != omraade])
    shapely.prepare([shape, others])
    spots = np.vstack([middle, grid(shapely.bounds(shape))])
    spots = spots[shapely.contains_xy(shape, *spots.T)]
    spots = spots[np.argsort(np.linalg.norm(spots - middle, axis=1), kind="stable")]
    for tekst in wrappings(navn):
        width, height = text_size(tekst)
        boxes = boxes_at(spots, width + CLEARANCE, height)
        free = ~shapely.intersects(others, boxes) & ~touches_labels(boxes, labels)
        own = shapely.area(shapely.intersection(boxes[free], shape)) / shapely.area(boxes[free])
        if (own >= share).any():
            x, y = spots[free][(own >= share).argmax()].round(4).tolist()
            return Etiket(omraade, tekst, x, y, "middle center", ())
    return None


def leader_label(omraade: str, navn: str, areas: dict, labels: list[Etiket], taken: list[Box], room: Box) -> Etiket:
    """The label in the nearest free water with a line to the area, which crosses no other label or line."""
    middle = centre(areas[omraade])
    tekst = min(wrappings(navn)[:2], key=lambda lines: text_size(lines)[0])
    width, height = text_size(tekst)
    spots = grid(room)
    boxes = boxes_at(spots, width, height)
    land = shapely.coverage_union_all(list(areas.values()))
    shore = shapely.buffer(land, 2 * CLEARANCE)
    shapely.prepare(shore)
    free = shapely.contains(shapely.box(*room), boxes) & ~shapely.intersects(shore, boxes)
    free &= ~touches_labels(boxes, labels) & ~shapely.intersects(boxes, obstacles(taken))
    spots = spots[free]
    spots = spots[np.argsort(np.linalg.norm(spots - middle, axis=1), kind="stable")[:NEAREST]]
    right = spots[:, 0] >= middle[0]
    ends = spots + np.c_[np.where(right, -width / 2, width / 2), np.zeros(len(spots))]
    lines = shapely.linestrings(np.stack([np.broadcast_to(middle, ends.shape), ends], axis=1))
    lines_ok = ~shapely.intersects(lines, obstacles([label_box(label) for label in labels] + taken))
    drawn = shapely.MultiLineString([label.pegelinje for label in labels if label.pegelinje])
    lines_ok &= ~shapely.intersects(lines, drawn)
    foreign = shapely.length(shapely.intersection(lines, shapely.difference(land, areas[omraade])))
    cost = np.where(lines_ok, shapely.length(lines) + CROSSING_COST * foreign, np.inf)
    if not np.isfinite(cost).any():
        raise ValueError(f"no free water for the label of {omraade}")
    best = cost.argmin()
    x, y = ends[best].round(4).tolist()
    gap = CLEARANCE / 2 if right[best] else -CLEARANCE / 2
    line = (tuple(middle.round(4).tolist()), (round(x - gap, 4), y))
    return Etiket(omraade, tekst, x, y, "middle right" if right[best] else "middle left", line)


def grid(box: Box) -> np.ndarray:
    """Points (n, 2) of a regular grid over a box."""
    xmin, ymin, xmax, ymax = box
    x, y = np.meshgrid(np.arange(xmin, xmax, STEP), np.arange(ymin, ymax, STEP))
    return np.c_[x.ravel(), y.ravel()]


def boxes_at(spots: np.ndarray, width: float, height: float) -> np.ndarray:
    """Boxes of a size around points (n, 2)."""
    x, y = spots.T
    return shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def obstacles(boxes: list[Box]) -> shapely.Geometry:
    return shapely.union_all([shapely.box(*grown(box, CLEARANCE)) for box in boxes])


def touches_labels(boxes: np.ndarray, labels: list[Etiket]) -> np.ndarray:
    """Which boxes come too close to a placed label or to its leader line."""
    lines = shapely.MultiLineString([label.pegelinje for label in labels if label.pegelinje])
    blocked = shapely.intersects(boxes, obstacles([label_box(label) for label in labels]))
    return blocked | shapely.dwithin(boxes, lines, CLEARANCE)
