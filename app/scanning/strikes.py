"""Lines that run right through a box and out on both sides: the double line of a correction, or the dirt of a scanner's glass.

Every straight way through the box is tried in 24 directions, and on each how far the ink goes on beyond the box at both ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from app.scanning.forms import MM, Floats
from app.scanning.patches import AROUND, Mask, inside

_DIRECTIONS = 24
_STEP = 0.2 * MM
_BESIDE = 2.0 * MM
"""How far from the middle of a box a way may pass."""
_BEYOND = 4.0 * MM
_UNKNOWN = 0.35 * MM
"""Beside the line of a box, where print hides what was drawn."""
_COVERED = 0.85
_LEAST, _MOST = 0.06, 0.3
_OF_PEAK = 0.4
"""A dot of this share of the darkest ink there belongs to a line, so that pencil counts as well as a pen."""
_NOISES = 4.5
_FILLED = 0.08
_LEVEL_DEGREES = 17.0
_LEVEL_OUT, _PAIR_OUT, _CROSSED_OUT = 1.1, 0.9, 3.4
"""mm beyond the box: of one line that lies level, of two beside each other, of one that belongs to no hand."""
_UPRIGHT_DEGREES = 9.0
_APART = (2, 12)
"""Steps between two lines."""
_GAP = slice(3, 6)
"""Steps beyond the box where there has to be light between two lines."""


@dataclass(frozen=True, slots=True)
class Through:
    is_struck: bool
    is_crossed: bool


NONE = Through(False, False)


@dataclass(frozen=True, slots=True)
class _Ways:
    """Of one direction: rows and columns of dots, a way for each place beside the middle; which of them lie in the box, and beyond it at
    the two ends from the box outwards."""

    degrees: float
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    within: NDArray[np.bool_]
    after: NDArray[np.intp]
    before: NDArray[np.intp]


def through_lines(soft: Floats, printed: Mask, noise: float, side: int) -> Through:
    """`soft`: smoothed ink of the patch of one box."""
    peak = float(np.percentile(soft[inside(side, -1.5 * MM)], 98))
    ink = soft > min(max(_LEAST, _NOISES * noise, _OF_PEAK * peak), _MOST)
    if float(ink[inside(side, _UNKNOWN)].mean()) < _FILLED:
        return NONE
    hidden = inside(side, -_UNKNOWN) & ~inside(side, _UNKNOWN)
    drawn = np.asarray(ndimage.binary_dilation(ink, iterations=1) | hidden | printed)
    is_struck = is_crossed = False
    for ways in _ways(side):
        dots = drawn[ways.rows, ways.columns]
        after, before = dots[:, ways.after], dots[:, ways.before]
        out = np.minimum(_unbroken(after), _unbroken(before)) * (_STEP / MM)
        out = np.where(dots[:, ways.within].mean(axis=1) >= _COVERED, out, 0.0)
        level, upright = min(ways.degrees, 180 - ways.degrees), abs(ways.degrees - 90)
        if level <= _LEVEL_DEGREES and out.max() >= _LEVEL_OUT:
            is_struck = True
        if upright <= _UPRIGHT_DEGREES and out.max() >= _CROSSED_OUT:
            is_crossed = True
        is_struck = is_struck or _are_two(np.flatnonzero(out >= _PAIR_OUT), after, before)
    return Through(is_struck, is_crossed)


def _are_two(far: NDArray[np.intp], after: NDArray[np.bool_], before: NDArray[np.bool_]) -> bool:
    """Whether two of the ways are lines of their own, with light between them at both ends."""
    for one in far:
        for other in far[(far - one >= _APART[0]) & (far - one <= _APART[1])]:
            lightest = max(float(end[one : other + 1, _GAP].mean(axis=1).min()) for end in (after, before))
            if lightest < 0.5:
                return True
    return False


def _unbroken(ends: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Of each row, how many are true from its beginning."""
    return np.asarray(np.where(ends.all(axis=1), ends.shape[1], np.argmin(ends, axis=1)), dtype=np.intp)


@lru_cache(maxsize=4)
def _ways(side: int) -> tuple[_Ways, ...]:
    size = side + 2 * AROUND
    beside = np.arange(-_BESIDE, _BESIDE + 0.1, _STEP)
    found = []
    for turn in np.arange(_DIRECTIONS) * np.pi / _DIRECTIONS:
        across, down = np.cos(turn), np.sin(turn)
        half = side / 2 / max(abs(across), abs(down))
        out = np.arange(0, half + _BEYOND + 0.1, _STEP)
        along = np.concatenate([-out[:0:-1], out])
        columns = size / 2 + along[None, :] * across - beside[:, None] * down
        rows = size / 2 + along[None, :] * down + beside[:, None] * across
        places = [np.clip(np.floor(one), 0, size - 1).astype(np.intp) for one in (rows, columns)]
        after, before = np.flatnonzero(along > half - 0.1), np.flatnonzero(along < 0.1 - half)[::-1]
        found.append(_Ways(float(np.degrees(turn)), places[0], places[1], np.abs(along) <= half, after, before))
    return tuple(found)
