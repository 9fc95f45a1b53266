"""Planes seen askew: the 3 x 3 matrix that carries places of one picture to places of another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.scanning.forms import Places

Plane = NDArray[np.float64]
_FEWEST = 4
_FEWEST_FLAT = 3


def as_places(points: Sequence[tuple[float, float]]) -> Places:
    return np.asarray(points, dtype=np.float64).reshape(-1, 2)


def carried(plane: Plane, places: Places) -> Places:
    flat = np.column_stack([places, np.ones(len(places))]) @ plane.T
    found: Places = flat[:, :2] / flat[:, 2:]
    return found


def fit_plane(here: Places, there: Places, weights: NDArray[np.float64] | None = None) -> Plane:
    """The least squares plane (normalised direct linear transform, Hartley 1997); four places at least, no three of them in a line."""
    if len(here) < _FEWEST:
        raise ValueError(f"{len(here)} places")
    weights = np.ones(len(here)) if weights is None else weights
    (first, to_first), (second, to_second) = _normal(here), _normal(there)
    x, y, u, v = first[:, 0], first[:, 1], second[:, 0], second[:, 1]
    none, one = np.zeros(len(x)), np.ones(len(x))
    across = np.column_stack([x, y, one, none, none, none, -u * x, -u * y, -u]) * weights[:, None]
    down = np.column_stack([none, none, none, x, y, one, -v * x, -v * y, -v]) * weights[:, None]
    _left, _sizes, rows = np.linalg.svd(np.concatenate([across, down]))
    plane: Plane = np.linalg.inv(to_second) @ rows[-1].reshape(3, 3) @ to_first
    plane /= plane[2, 2]
    return plane


def fit_flat(here: Places, there: Places) -> Plane:
    """Without perspective: steadier where the places lie close together; three at least."""
    if len(here) < _FEWEST_FLAT:
        raise ValueError(f"{len(here)} places")
    given = np.column_stack([here, np.ones(len(here))])
    found, *_rest = np.linalg.lstsq(given, there, rcond=None)
    plane: Plane = np.vstack([found.T, [0.0, 0.0, 1.0]])
    return plane


def inverted(plane: Plane) -> Plane:
    return np.asarray(np.linalg.inv(plane), dtype=np.float64)


def scale_at(plane: Plane, places: Places) -> NDArray[np.float64]:
    """By how much a short way grows there."""
    corner = carried(plane, places)
    across, down = (carried(plane, places + np.array(step)) - corner for step in ((1.0, 0.0), (0.0, 1.0)))
    grown: NDArray[np.float64] = np.sqrt(np.abs(across[:, 0] * down[:, 1] - across[:, 1] * down[:, 0]))
    return grown


def _normal(places: Places) -> tuple[Places, Plane]:
    """The places about their middle at a mean distance of root two, and the matrix that brings them there."""
    middle = places.mean(axis=0)
    spread = float(np.sqrt(((places - middle) ** 2).sum(axis=1)).mean()) or 1.0
    by = np.sqrt(2.0) / spread
    to = np.array([[by, 0.0, -by * middle[0]], [0.0, by, -by * middle[1]], [0.0, 0.0, 1.0]])
    return (places - middle) * by, to
