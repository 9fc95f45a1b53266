"""What a hand did to a box, by the ink in and around it: shares and counts alone, nothing is decided here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from app.scanning.forms import MM, Floats
from app.scanning.patches import AROUND, Mask, Patches, inside
from app.scanning.strikes import NONE, through_lines

_OFF_LINE = 0.3 * MM
_TRACE_OFF_LINE = 0.55 * MM
_CLEAR = 0.18
"""Ink from which a dot counts as part of a line, beside the noise."""
_NOISES = 4.5
_TRACE = 0.06
_BROAD = 0.8 * MM
_LEAST_STRUCK = 0.02
_UNMARKED_LINES, _UNMARKED_RING = 0.2, 0.2
_SPECK_LEAST, _SPECK_MOST = 3, 1.3 * MM
_SECTORS = 24
_RING_INK, _OF_PEAK = 0.045, 0.35
_RING_FROM, _RING_TO = 0.45 * MM, 3.2 * MM
_RING_LEAST = 1.5 * MM**2
_NEAR_FROM, _NEAR = 0.2 * MM, 1.2 * MM
_STROKE, _STROKE_INK, _FEWEST_STROKES = 2.2 * MM, 0.08, 2


@dataclass(frozen=True, slots=True)
class Mark:
    """`ink`: mean of the inside. `lines`: mm² inside of the largest piece as dark as a pen; `trace`: the same of what stands out of the
    noise, however faint. `ring`: share of the directions around in which there is ink. `near`: mm² of ink just beside the box.
    `is_struck`: two lines run right through, or one level. `is_crossed`: a line runs past it from far above to far below.
    `outline`: how much of the box's own lines is where they should be."""

    ink: float
    lines: float
    trace: float
    ring: float
    near: float
    is_struck: bool = False
    is_crossed: bool = False
    outline: float = 1.0


@dataclass(frozen=True, slots=True)
class Marks:
    """Of all boxes of a page. `dirt`: how many specks to expect within a box, by those beside the boxes. `unrest`: how much the ink of
    empty boxes varies."""

    boxes: tuple[Mark, ...]
    dirt: float
    unrest: float


def marks_in(patches: Patches) -> Marks:
    side = patches.side
    inner, calm, near = inside(side, _OFF_LINE), inside(side, _TRACE_OFF_LINE), inside(side, -_NEAR) & ~inside(side, -_NEAR_FROM)
    inks = patches.ink[:, inner].mean(axis=1)
    lines = patches.soft > max(_CLEAR, _NOISES * patches.noise)
    sharp = patches.soft - ndimage.gaussian_filter(patches.ink, (0, _BROAD, _BROAD))
    traces = sharp > np.maximum(max(_TRACE, _NOISES * patches.noise), _NOISES * patches.unrest)
    found = []
    for number, ink in enumerate(inks):
        through = through_lines(patches.soft[number], patches.printed[number], patches.noise, side) if ink > _LEAST_STRUCK else NONE
        found.append(
            Mark(
                float(ink),
                _largest(lines[number] & calm) / MM**2,
                _largest(traces[number] & calm) / MM**2,
                _ring(sharp[number], patches.printed[number], patches.noise, side),
                float((lines[number] & near).sum()) / MM**2,
                through.is_struck,
                through.is_crossed,
                float(patches.outlines[number]),
            )
        )
    clean = np.array([mark.lines < _UNMARKED_LINES and mark.ring < _UNMARKED_RING for mark in found])
    unrest = 1.4826 * float(np.median(np.abs(inks[clean] - np.median(inks[clean])))) if clean.any() else 0.0
    return Marks(tuple(found), _dirt(lines[clean], patches.printed[clean], side), unrest)


def _dirt(lines: NDArray[np.bool_], printed: NDArray[np.bool_], side: int) -> float:
    """Small pieces that touch nothing, in all that is bare around boxes without a mark."""
    outside = ~inside(side, -_NEAR)
    bare = outside[None] & ~printed
    labels, count = ndimage.label(lines & bare, np.ones((3, 3, 3)) * np.array([0, 1, 0])[:, None, None])
    if not count:
        return 0.0
    small = 0
    for place in ndimage.find_objects(labels):
        height, width = place[1].stop - place[1].start, place[2].stop - place[2].start
        is_inner = min(place[1].start, place[2].start) > 1 and max(place[1].stop, place[2].stop) < len(outside) - 1
        small += max(height, width) <= _SPECK_MOST and min(height, width) >= _SPECK_LEAST and is_inner
    return float(small / max(int(bare.sum()), 1)) * int(inside(side, _OFF_LINE).sum())


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


def _ring(sharp: Floats, printed: Mask, noise: float, side: int) -> float:
    """By what is dark against the darkest around: a circle in pencil is one too."""
    sectors = _sectors(side)
    around = sectors >= 0
    line = sharp > min(max(_RING_INK, _NOISES * noise, _OF_PEAK * float(np.percentile(sharp[around], 97))), _CLEAR)
    if int((around & line).sum()) < _RING_LEAST:
        return 0.0
    inked = np.bincount(sectors[around & line], minlength=_SECTORS) >= 3
    bare = np.bincount(sectors[around & ~printed], minlength=_SECTORS)
    whole = np.bincount(sectors[around], minlength=_SECTORS)
    counts = inked | (bare > 0.5 * whole)
    return float(inked.sum() / counts.sum()) if counts.sum() >= _SECTORS / 2 else 0.0


def is_written_in(dark: Floats, blank: Floats, contrast: float) -> bool:
    """Of a frame: whether there is a stroke in it, however faint, and not only specks and shades. `contrast`: how dark print is."""
    printed = ndimage.binary_dilation(blank > 0.12, iterations=4)
    plain = (dark - np.median(dark)) / max(contrast, 0.1)
    soft = ndimage.gaussian_filter(plain, 1.2)
    sharp = soft - ndimage.gaussian_filter(plain, _BROAD)
    noise = 1.4826 * float(np.median(np.abs(sharp)))
    labels, _count = ndimage.label((sharp > max(_STROKE_INK, _NOISES * noise)) & ~printed, np.ones((3, 3)))
    longest = [max(place[0].stop - place[0].start, place[1].stop - place[1].start) for place in ndimage.find_objects(labels)]
    return sum(int(one >= _STROKE) for one in longest) >= _FEWEST_STROKES
