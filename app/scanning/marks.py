"""What a hand did to a box, by the ink in and around it: shares and counts alone, nothing is decided here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from app.scanning.forms import MM, Floats
from app.scanning.patches import AROUND, Mask, Patches, inside

_OFF_LINE = 0.3 * MM
_TRACE_OFF_LINE = 0.55 * MM
_MIDDLE = 0.9 * MM
_CLEAR = 0.18
"""Ink from which a dot counts as part of a line, beside the noise."""
_NOISES = 4.5
_TRACE = 0.06
_SECTORS = 24
_RING_FROM, _RING_TO = 0.2 * MM, 3.2 * MM
_NEAR = 1.2 * MM
_STRIKE_OUT = 0.65 * MM
_STEP = 0.2 * MM
_DIRECTIONS = 24
_STRIKE = 0.82
_STRIKE_APART = (0.5 * MM, 2.4 * MM)
_STRIKE_REACH = 2.0 * MM
_LEVEL = 22.0
"""Degrees from level within which a single line right through a box may be a correction."""
_WRITTEN_PIECE = 0.3 * MM**2
Counts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Mark:
    """`ink`: mean of the inside, `middle`: of its middle. `trace`: mm² inside that stand out of the noise, however faint. `ring`: share of
    the directions around in which there is ink. `near`: mm² of ink just beside the box. `is_struck`: two lines run right through, or one
    that lies level."""

    ink: float
    middle: float
    trace: float
    ring: float
    near: float
    is_struck: bool


def marks_in(patches: Patches) -> list[Mark]:
    side = patches.side
    inner, calm, middle = (inside(side, off) for off in (_OFF_LINE, _TRACE_OFF_LINE, _MIDDLE))
    inks = patches.ink[:, inner].mean(axis=1)
    middles = patches.ink[:, middle].mean(axis=1)
    lines = patches.soft > max(_CLEAR, _NOISES * patches.noise)
    traces = patches.soft > np.maximum(max(_TRACE, _NOISES * patches.noise), _NOISES * patches.unrest)
    near = inside(side, -_NEAR) & ~inside(side, -_RING_FROM)
    return [
        Mark(
            float(inks[number]),
            float(middles[number]),
            _largest(traces[number] & calm) / MM**2,
            _ring(lines[number], patches.printed[number], side),
            float((lines[number] & near).sum()) / MM**2,
            bool(inks[number] > _TRACE / 2) and _is_struck(lines[number], side),
        )
        for number in range(len(inks))
    ]


def _largest(mask: Mask) -> float:
    """Dots of the largest piece that hangs together."""
    if not mask.any():
        return 0.0
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    return float(np.bincount(labels.ravel())[1:].max()) if count else 0.0


@lru_cache(maxsize=4)
def _sectors(side: int) -> NDArray[np.intp]:
    """Of each dot around a box its direction; -1 in the box and far from it."""
    places = np.arange(side + 2 * AROUND) + 0.5 - AROUND - side / 2
    turn = np.arctan2(places[:, None], places[None, :])
    sectors = np.asarray(np.floor((turn + np.pi) / (2 * np.pi) * _SECTORS).astype(np.intp) % _SECTORS)
    is_around = np.hypot(places[:, None], places[None, :]) <= side / 2 + _RING_TO
    sectors[~is_around | inside(side, -_RING_FROM)] = -1
    return np.asarray(sectors, dtype=np.intp)


def _ring(line: Mask, printed: Mask, side: int) -> float:
    sectors = _sectors(side)
    around = sectors >= 0
    inked = np.bincount(sectors[around & line], minlength=_SECTORS) >= 3
    bare = np.bincount(sectors[around & ~printed], minlength=_SECTORS)
    whole = np.bincount(sectors[around], minlength=_SECTORS)
    counts = inked | (bare > 0.5 * whole)
    return float(inked.sum() / counts.sum()) if counts.sum() >= _SECTORS / 2 else 0.0


@lru_cache(maxsize=4)
def _lines_through(side: int) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_], Counts]:
    """Rows and columns of the dots of lines through a box: directions, places beside the middle, dots along; which of the dots along lie
    outside the box; and the places."""
    size = side + 2 * AROUND
    turns = np.arange(_DIRECTIONS) * np.pi / _DIRECTIONS
    beside = np.arange(-_STRIKE_REACH, _STRIKE_REACH + 0.1, _STEP)
    reach = side / 2 + _STRIKE_OUT
    along = np.arange(-reach, reach + 0.1, _STEP)
    # A slanting line is as much longer as the box is wider that way.
    longer = 1 / np.maximum(np.abs(np.cos(turns)), np.abs(np.sin(turns)))
    along_each = along[None, None, :] * longer[:, None, None]
    across, down = np.cos(turns)[:, None, None], np.sin(turns)[:, None, None]
    columns = size / 2 + along_each * across - beside[None, :, None] * down
    rows = size / 2 + along_each * down + beside[None, :, None] * across
    is_out = np.abs(along) > side / 2 + 0.1 * MM
    whole = [np.clip(np.floor(one).astype(np.intp), 0, size - 1) for one in (rows, columns)]
    return whole[0], whole[1], is_out, beside


def _is_struck(line: Mask, side: int) -> bool:
    rows, columns, is_out, beside = _lines_through(side)
    inked = ndimage.binary_dilation(line, iterations=1)[rows, columns]
    whole = inked.mean(axis=2)
    half = len(is_out) // 2
    ends = np.minimum(inked[:, :, :half][:, :, is_out[:half]].mean(axis=2), inked[:, :, half:][:, :, is_out[half:]].mean(axis=2))
    through = (whole >= _STRIKE) & (ends >= 0.6)
    turns = np.arange(_DIRECTIONS) * 180 / _DIRECTIONS
    level = np.minimum(turns, 180 - turns) <= _LEVEL
    if bool(through[level].any()):
        return True
    for direction in range(_DIRECTIONS):
        at = np.flatnonzero(through[direction])
        if len(at) < 2:
            continue
        gap = beside[at[-1]] - beside[at[0]]
        between = ends[direction, at[0] : at[-1] + 1]
        if _STRIKE_APART[0] <= gap <= _STRIKE_APART[1] and float(between.min()) < 0.4:
            return True
    return False


def written_share(dark: Floats, blank: Floats, contrast: float) -> float:
    """Of a frame: which share of it is ink, in pieces larger than specks."""
    printed = ndimage.binary_dilation(blank > 0.12, iterations=4)
    soft = ndimage.gaussian_filter(dark - np.median(dark), 1.0) / max(contrast, 0.1)
    ink = (soft > 0.25) & ~printed
    labels, count = ndimage.label(ink, np.ones((3, 3)))
    if not count:
        return 0.0
    sizes = np.bincount(labels.ravel())[1:]
    large = int(sizes[sizes >= _WRITTEN_PIECE].sum())
    return float(large / ink.size)
