"""Fits a drawn map to known centroids and areas by a smooth displacement field.

The field is a cubic B-spline on a square grid with a thin-plate (bending) penalty. Unlike a thin-plate spline through
centroid pairs, it asks what the *moved* shapes' centroids and areas are, so it ends where they agree with the targets.
"""

from collections.abc import Callable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from scipy import sparse
from scipy.sparse.linalg import spsolve

CELL = 6000.0  # metres between grid nodes; a few kommuner of greater Copenhagen are no wider
STIFFNESS = 100.0  # weight of the bending penalty
CENTROID_ERROR = 0.02  # expected error of a drawn centroid, as a share of the side of a square of the same area
AREA_ERROR = 0.05  # expected relative error of a drawn area
ROUNDS = 6

Mapping = Callable[[np.ndarray], np.ndarray]


def fit_affine(source: np.ndarray, target: np.ndarray) -> Mapping:
    """Least-squares affine mapping between two (n, 2) point lists."""
    weights, *_ = np.linalg.lstsq(np.c_[source, np.ones(len(source))], target, rcond=None)
    return lambda xy: xy @ weights[:2] + weights[2]


@dataclass(frozen=True)
class Grid:
    """A square grid of B-spline nodes: lower left corner, cell size (metres) and number of nodes (x, y)."""

    corner: tuple[float, float]
    cell: float
    shape: tuple[int, int]

    @classmethod
    def over(cls, bounds: np.ndarray, cell: float) -> "Grid":
        xmin, ymin, xmax, ymax = bounds
        shape = (int((xmax - xmin) / cell) + 6, int((ymax - ymin) / cell) + 6)
        return cls((xmin - 2 * cell, ymin - 2 * cell), cell, shape)

    def basis(self, xy: np.ndarray) -> sparse.csr_array:
        """Weights (points, nodes) of the nodes at (n, 2) points."""
        position = (xy - self.corner) / self.cell
        node = np.floor(position).astype(int)
        wx, wy = (cubic_weights(position[:, axis] - node[:, axis]) for axis in (0, 1))
        offsets = np.arange(-1, 3)
        columns = (node[:, 0, None, None] + offsets[:, None]) * self.shape[1] + node[:, 1, None, None] + offsets
        rows = np.repeat(np.arange(len(xy)), 16)
        values = (wx[:, :, None] * wy[:, None, :]).ravel()
        return sparse.csr_array((values, (rows, columns.ravel())), shape=(len(xy), self.nodes))

    @property
    def nodes(self) -> int:
        return self.shape[0] * self.shape[1]

    def bending(self) -> sparse.csc_array:
        """Quadratic form (nodes, nodes) of the thin-plate energy."""
        nx, ny = self.shape
        xx = sparse.kron(differences(nx, 2), sparse.eye_array(ny))
        yy = sparse.kron(sparse.eye_array(nx), differences(ny, 2))
        xy = sparse.kron(differences(nx, 1), differences(ny, 1)) * np.sqrt(2)
        stacked = sparse.vstack([xx, yy, xy]) / self.cell
        return (stacked.T @ stacked).tocsc()


def cubic_weights(t: np.ndarray) -> np.ndarray:
    """The four uniform cubic B-spline weights (n, 4) at fractions t of a cell."""
    return np.stack([(1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3], axis=-1) / 6


def differences(n: int, order: int) -> sparse.sparray:
    """First or second differences of n values."""
    stencil = {1: [-1.0, 1.0], 2: [1.0, -2.0, 1.0]}[order]
    return sparse.diags_array(stencil, offsets=list(range(order + 1)), shape=(n - order, n))


@dataclass(frozen=True)
class Edges:
    """All boundary edges of a list of shapes: point list (n, 2), edge ends as point numbers, and the owning shape."""

    points: np.ndarray
    start: np.ndarray
    end: np.ndarray
    owner: np.ndarray
    owners: int

    @classmethod
    def of(cls, shapes: np.ndarray) -> "Edges":
        parts, part_owner = shapely.get_parts(shapes, return_index=True)
        rings, ring_part = shapely.get_rings(shapely.orient_polygons(parts), return_index=True)
        points, ring = shapely.get_coordinates(rings, return_index=True)
        start = np.flatnonzero(ring[1:] == ring[:-1])
        return cls(points, start, start + 1, part_owner[ring_part[ring[start]]], len(shapes))

    def per_owner(self, values: np.ndarray) -> np.ndarray:
        return np.bincount(self.owner, weights=values, minlength=self.owners)

    def gradient(self, at_start: np.ndarray, at_end: np.ndarray) -> sparse.csr_array:
        """Derivatives (owners, points) of per-owner sums, given each edge's derivative by its two ends."""
        owner, point = np.r_[self.owner, self.owner], np.r_[self.start, self.end]
        return sparse.csr_array((np.r_[at_start, at_end], (owner, point)), shape=(self.owners, len(self.points)))

    def moments(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray, list, list]:
        """Area (n,), centroid (n, 2) and their derivatives by x and y of every point, all with Green's formulas.

        Derivatives are lists over the moved axis; the centroid's is a list of such lists, one per centroid axis.
        """
        middle = np.c_[[self.per_owner(points[self.start, axis]) for axis in (0, 1)]].T
        middle /= self.per_owner(np.ones(len(self.start)))[:, None]
        a, b = points[self.start] - middle[self.owner], points[self.end] - middle[self.owner]
        cross = a[:, 0] * b[:, 1] - b[:, 0] * a[:, 1]
        slopes = ((b[:, 1], -a[:, 1]), (-b[:, 0], a[:, 0]))  # of cross, by the x and the y of start and end
        area = self.per_owner(cross) / 2
        d_area = [self.gradient(at_start / 2, at_end / 2) for at_start, at_end in slopes]
        centroid, d_centroid = np.empty_like(middle), []
        for axis in (0, 1):
            both = a[:, axis] + b[:, axis]
            offset = self.per_owner(cross * both) / 6 / area
            centroid[:, axis] = middle[:, axis] + offset
            own = [cross if moved == axis else 0.0 for moved in (0, 1)]
            d_moment = [self.gradient((s * both + o) / 6, (e * both + o) / 6) for (s, e), o in zip(slopes, own)]
            scale, lean = sparse.diags_array(1 / area), sparse.diags_array(offset / area)
            d_centroid.append([scale @ moment - lean @ size for moment, size in zip(d_moment, d_area)])
        return area, centroid, d_area, d_centroid


def fit_displacement(shapes: gpd.GeoSeries, centroids: np.ndarray, areas: np.ndarray) -> Mapping:
    """The smooth mapping (metres to metres) that brings shapes to the given centroids (n, 2) and areas (n,) in m2.

    Gauss-Newton on centroid errors, logarithmic area errors and the bending penalty. Valid near the shapes' bounds.
    """
    edges = Edges.of(shapes.to_numpy())
    grid = Grid.over(shapes.total_bounds, CELL)
    basis, bending = grid.basis(edges.points), grid.bending() * STIFFNESS
    ridge = sparse.eye_array(2 * grid.nodes) * 1e-9  # nodes that no shape touches
    penalty = (sparse.block_diag([bending, bending]) + ridge).tocsc()
    spread = CENTROID_ERROR * np.sqrt(areas)
    nodes = np.zeros((grid.nodes, 2))
    for _ in range(ROUNDS):
        area, centroid, d_area, d_centroid = edges.moments(edges.points + basis @ nodes)
        rows = [sparse.diags_array(1 / spread) @ sparse.hstack([d @ basis for d in pair]) for pair in d_centroid]
        rows.append(sparse.diags_array(1 / area / AREA_ERROR) @ sparse.hstack([d @ basis for d in d_area]))
        miss = [(centroids[:, axis] - centroid[:, axis]) / spread for axis in (0, 1)]
        miss.append(np.log(areas / area) / AREA_ERROR)
        jacobian = sparse.vstack(rows).tocsr()
        right = jacobian.T @ np.concatenate(miss) - penalty @ nodes.T.ravel()
        nodes += spsolve((jacobian.T @ jacobian + penalty).tocsc(), right).reshape(2, -1).T
    return lambda xy: xy + grid.basis(xy) @ nodes
