"""The ink around each box: what is there beyond the print, as a share of how dark the print of this very picture is.

Most boxes of a page are empty, so what most of them look like is how an empty box looks in this picture, with its blur and its dirt.
Whatever a box has beyond that is ink.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from app.scanning.forms import MM, Floats, Places

AROUND = round(4.2 * MM)
"""Dots kept on each side of a box."""
_BAND = 0.6 * MM
_PRINT = 0.12
_PRINT_EDGE = 3
"""Dots around print that are not judged."""
_FEWEST = 6
"""Boxes from which on the usual look of one is known."""
_NEIGHBOURS = 9
_LEAST_CONTRAST, _MOST_CONTRAST = 0.12, 1.6
_LINE = 0.25 * MM
_FEWEST_BARE = 12
_BROAD = round(1.1 * MM)
_SOFT = 1.4

Stack = NDArray[np.float32]
"""Of the boxes: number, rows, columns."""
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Patches:
    """`ink`: 0 none, 1 as dark as print; `soft`: the same, smoothed; both 0 where something is printed beside the box. `printed`: where
    that is. `noise`: how much `soft` varies where nobody wrote; `unrest`: the same for each dot of a box, where its lines are more so.
    `side`: of the box in dots, which lies AROUND dots from each edge. `contrast`: how dark print is there; `outlines`: how
    much of it the box's own lines have, which is little where they lie elsewhere."""

    ink: Stack
    soft: Stack
    printed: NDArray[np.bool_]
    noise: float
    unrest: Floats
    side: int
    contrast: NDArray[np.float64]
    outlines: NDArray[np.float64]


def ink_around(dark: Floats, blank: Floats, boxes: Places, by: Places) -> Patches:
    """`boxes`: left, top, right, bottom; `by`: how far each lies beside it in the picture."""
    side = round(float(np.median(boxes[:, 2] - boxes[:, 0])))
    size = side + 2 * AROUND
    corners = (boxes[:, :2] + boxes[:, 2:]) / 2 - size / 2
    seen = np.stack([_cut(dark, place, size) for place in corners + by])
    plain = np.stack([_cut(blank, place, size) for place in corners])
    printed = ndimage.binary_dilation(plain > _PRINT, np.ones((1, 3, 3)), _PRINT_EDGE)
    zone = _inside(side, -(_BAND + 2))
    seen -= _paper(seen, printed)[:, None, None]
    own = _darkness_of_lines(seen, plain, side)
    contrast = _contrast(own, (boxes[:, :2] + boxes[:, 2:]) / 2)
    seen /= contrast[:, None, None].astype(np.float32)
    seen -= _shade(seen, printed, side)
    usual = np.median(seen, axis=0) if len(seen) >= _FEWEST else ndimage.gaussian_filter(plain[0], 1.0)
    ink = seen - np.where(zone, usual, 0)
    printed = printed & ~zone
    ink[printed] = 0
    soft = ndimage.gaussian_filter(ink, (0, _SOFT, _SOFT))
    unrest = np.where(zone, 1.4826 * np.median(np.abs(soft - np.median(soft, axis=0)), axis=0), 0).astype(np.float32)
    return Patches(ink, soft, printed, _noise(soft, printed, zone), unrest, side, contrast, own / contrast)


def inside(side: int, less: float) -> Mask:
    """Of a patch: what lies in the box, at least `less` dots from the middle of its line; beyond it with `less` below 0."""
    return _inside(side, less)


def _inside(side: int, less: float) -> Mask:
    places = np.arange(side + 2 * AROUND) + 0.5 - AROUND
    line = (places >= _LINE / 2 + less) & (places <= side - _LINE / 2 - less)
    mask: Mask = line[:, None] & line[None, :]
    return mask


def _cut(picture: Floats, place: NDArray[np.float64], size: int) -> Floats:
    """A square of it from between the dots; paper where the picture ends."""
    left, top = (int(np.floor(one)) for one in place)
    across, down = (float(one) - whole for one, whole in zip(place, (left, top), strict=True))
    height, width = picture.shape
    bottom, right = top + size + 1, left + size + 1
    part = picture[min(max(top, 0), height) : max(bottom, 0), min(max(left, 0), width) : max(right, 0)]
    if part.shape != (size + 1, size + 1):
        above, before = min(max(-top, 0), size + 1), min(max(-left, 0), size + 1)
        whole = np.zeros((size + 1, size + 1), dtype=np.float32)
        whole[above : above + part.shape[0], before : before + part.shape[1]] = part
        part = whole
    rows = part[:-1] * (1 - down) + part[1:] * down
    return np.asarray(rows[:, :-1] * (1 - across) + rows[:, 1:] * across, dtype=np.float32)


def _paper(seen: Stack, printed: NDArray[np.bool_]) -> NDArray[np.float32]:
    """How dark the bare paper is around each box."""
    bare = np.where(printed, np.nan, seen).reshape(len(seen), -1)
    levels: NDArray[np.float32] = np.nan_to_num(np.nanmedian(bare, axis=1)).astype(np.float32)
    return levels


def _shade(seen: Stack, printed: NDArray[np.bool_], side: int) -> Stack:
    """Folds and shadows: what is dark on both sides of a box, in a band too broad to be a line, is as dark within it."""
    rows = _band_shade(seen, printed, side)
    columns = _band_shade(seen.transpose(0, 2, 1), printed.transpose(0, 2, 1), side)
    return np.maximum(np.maximum(rows[:, :, None], columns[:, None, :]), 0)


def _band_shade(seen: Stack, printed: NDArray[np.bool_], side: int) -> Stack:
    """Of each row of dots: the lighter of the medians left and right of the box; thin lines left out."""
    bare = np.where(printed, np.nan, seen)
    ends = []
    for part in (bare[:, :, : AROUND - _PRINT_EDGE], bare[:, :, AROUND + side + _PRINT_EDGE :]):
        known = np.isfinite(part).sum(axis=2) >= _FEWEST_BARE
        middle = np.median(np.where(np.isfinite(part), part, 0), axis=2)
        ends.append(np.where(known, middle, np.nan))
    lighter = np.nan_to_num(np.fmin(ends[0], ends[1]))
    return np.asarray(ndimage.grey_opening(lighter, (1, _BROAD)), dtype=np.float32)


def _darkness_of_lines(seen: Stack, plain: Stack, side: int) -> NDArray[np.float64]:
    """Of each box: the darkness of its lines over their width, so that blur does not matter."""
    band = _inside(side, -_BAND) & ~_inside(side, _BAND)
    return np.asarray(seen[:, band].sum(axis=1) / np.maximum(plain[:, band].sum(axis=1), 1e-3), dtype=np.float64)


def _contrast(own: NDArray[np.float64], middles: Places) -> NDArray[np.float64]:
    """How dark print is, by the lines of the boxes near."""
    apart = np.hypot(middles[:, None, 0] - middles[None, :, 0], middles[:, None, 1] - middles[None, :, 1])
    near = np.argsort(apart, axis=1)[:, :_NEIGHBOURS]
    return np.asarray(np.clip(np.median(own[near], axis=1), _LEAST_CONTRAST, _MOST_CONTRAST), dtype=np.float64)


def _noise(soft: Stack, printed: NDArray[np.bool_], zone: Mask) -> float:
    bare = soft[~printed & ~zone[None]]
    return float(1.4826 * np.median(np.abs(bare))) if bare.size else 0.0
