"""Solid dark squares in a picture: candidates for the four at the corners of a sheet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image
from scipy import ndimage

from app.scanning.forms import Grey, Places

_LONG_SIDE = 1_200
"""Dots of the picture in which they are looked for: a square of 5 mm on A4 is then some 20 dots wide."""
_FEWEST, _MOST = 6, 70
"""Dots across."""
_AROUND = 75
_DARK = 0.72
"""Of the mean brightness around."""
_SOLID = (0.86, 1.12)
_LONGEST = 2.2
"""Times as long as wide, at the most."""


@dataclass(frozen=True, slots=True)
class Squares:
    """`middles` in dots of the picture, `sides`: how wide each is, `clear`: whether it stands alone on light paper."""

    middles: Places
    sides: np.ndarray[tuple[int], np.dtype[np.float64]]
    clear: np.ndarray[tuple[int], np.dtype[np.bool_]]


def find_squares(picture: Grey) -> Squares:
    by = max(1.0, max(picture.shape) / _LONG_SIDE)
    size = round(picture.shape[1] / by), round(picture.shape[0] / by)
    small = np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BOX) if by > 1 else picture)
    around = ndimage.uniform_filter(small, _AROUND, output=np.float32, mode="nearest")
    dark = small < around * _DARK
    labels, _count = ndimage.label(dark)
    middles, sides, clear = [], [], []
    for number, place in enumerate(ndimage.find_objects(labels), start=1):
        height, width = place[0].stop - place[0].start, place[1].stop - place[1].start
        if not (_FEWEST <= height <= _MOST and _FEWEST <= width <= _MOST):
            continue
        side = _side(labels[place] == number)
        if side:
            middles.append(_middle(small, place, labels[place] == number))
            sides.append(side)
            clear.append(_stands_alone(dark, place, side))
    across, down = picture.shape[1] / size[0], picture.shape[0] / size[1]
    found = np.array(middles, dtype=np.float64).reshape(-1, 2) * (across, down)
    return Squares(found, np.array(sides, dtype=np.float64) * by, np.array(clear, dtype=np.bool_))


def _side(mask: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> float:
    """Side of the square as large; 0 for what is no solid square. Of any parallelogram the area is twelve times the root of the determinant
    of its second moments."""
    rows, columns = np.nonzero(mask)
    spread = np.cov(np.vstack([rows, columns]).astype(np.float64), bias=True) + np.eye(2) / 12
    area = float(len(rows))
    values = np.linalg.eigvalsh(spread)
    if values[0] <= 0 or values[1] / values[0] > _LONGEST**2:
        return 0.0
    solid = area / (12 * float(np.sqrt(values[0] * values[1])))
    return float(np.sqrt(area)) if _SOLID[0] <= solid <= _SOLID[1] else 0.0


def _middle(small: Grey, place: tuple[slice, slice], mask: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> tuple[float, float]:
    """Weighed by darkness with its soft edge, so finer than a dot."""
    top, left = max(place[0].start - 2, 0), max(place[1].start - 2, 0)
    part = small[top : place[0].stop + 2, left : place[1].stop + 2].astype(np.float64)
    grown = np.zeros(part.shape, dtype=np.bool_)
    inner = (slice(place[0].start - top, place[0].stop - top), slice(place[1].start - left, place[1].stop - left))
    grown[inner] = mask
    grown = ndimage.binary_dilation(grown, iterations=2)
    light = np.percentile(part, 95)
    weights = np.where(grown, np.maximum(light - part, 0), 0)
    total = float(weights.sum()) or 1.0
    rows, columns = np.indices(part.shape)
    return left + 0.5 + float((weights * columns).sum()) / total, top + 0.5 + float((weights * rows).sum()) / total


def _stands_alone(dark: np.ndarray[tuple[int, int], np.dtype[np.bool_]], place: tuple[slice, slice], side: float) -> bool:
    """Light all around, as wide as a third of it."""
    near, far = 2, 2 + max(2, round(side * 0.3))
    top, bottom, left, right = place[0].start, place[0].stop, place[1].start, place[1].stop
    if top - far < 0 or left - far < 0 or bottom + far > dark.shape[0] or right + far > dark.shape[1]:
        return False
    whole = int(dark[top - far : bottom + far, left - far : right + far].sum())
    inner = int(dark[top - near : bottom + near, left - near : right + near].sum())
    ring = (bottom - top + 2 * far) * (right - left + 2 * far) - (bottom - top + 2 * near) * (right - left + 2 * near)
    return bool(whole - inner <= 0.08 * ring)
