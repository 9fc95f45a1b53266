"""The lines a hand draws, as points. Of a mark on a box: in sides of the box around its middle, y upwards."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tests.sheets.pens import Hand, Random
from tests.sheets.truth import MarkKind

Points = NDArray[np.float64]
Strokes = list[Points]
_STEPS = 14


def curve(corners: list[tuple[float, float]], steps: int = _STEPS) -> Points:
    """A smooth line through the corners (Catmull-Rom)."""
    given = np.array(corners, dtype=np.float64)
    padded = np.vstack((2 * given[0] - given[1], given, 2 * given[-1] - given[-2]))
    along = np.linspace(0, 1, steps, endpoint=False)[:, None]
    parts = []
    for one, two, three, four in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        parts.append(
            0.5
            * (
                2 * two
                + (three - one) * along
                + (2 * one - 5 * two + 4 * three - four) * along**2
                + (3 * two - one - 3 * three + four) * along**3
            )
        )
    return np.vstack((*parts, given[-1:]))


def shaken(points: Points, tremor: float, random: Random) -> Points:
    """With the unrest of a hand: slow, of no more than some points' reach."""
    if len(points) < 4:
        return points
    knots = max(3, len(points) // 6)
    places = np.linspace(0, knots - 1, len(points))
    noise = np.stack([np.interp(places, np.arange(knots), random.normal(0, tremor, knots)) for _axis in range(2)], axis=1)
    return points + noise


def _turned(strokes: Strokes, angle: float) -> Strokes:
    turn = np.array(((np.cos(angle), np.sin(angle)), (-np.sin(angle), np.cos(angle))))
    return [one @ turn for one in strokes]


def _between(random: Random, low: float, high: float) -> float:
    return float(random.uniform(low, high))


def _tick(random: Random, is_long: bool) -> Strokes:
    reach = _between(random, 1.25, 1.9) if is_long else _between(random, 0.4, 0.85)
    rise = reach * _between(random, 0.65, 1.25)
    low = _between(random, -0.5, -0.25)
    start = (_between(random, -0.6, -0.32), _between(random, -0.12, 0.22))
    bend = (_between(random, -0.2, 0.02), low)
    end = (reach, max(rise, 0.2))
    if random.random() < 0.25:
        return [np.vstack((np.linspace(start, bend, 6), np.linspace(bend, end, 16)[1:]))]
    way = (bend[0] + (end[0] - bend[0]) * 0.5, bend[1] + (end[1] - bend[1]) * _between(random, 0.36, 0.5))
    first = curve([start, (bend[0] - 0.12, low + 0.06), bend])
    return [np.vstack((first, curve([bend, way, end])[1:]))]


def _line(random: Random, rising: bool, reach: float) -> Points:
    bow = _between(random, -0.07, 0.07)
    sign = 1.0 if rising else -1.0
    one = (-reach * _between(random, 0.8, 1.15), -sign * reach * _between(random, 0.8, 1.15))
    two = (reach * _between(random, 0.8, 1.15), sign * reach * _between(random, 0.8, 1.15))
    return curve([one, (bow, -sign * bow), two])


def _circle(random: Random, wide: float, high: float) -> Strokes:
    start = _between(random, 0.2, 2.6)
    sweep = 2 * np.pi * _between(random, 0.93, 1.12) * (1 if random.random() < 0.7 else -1)
    angles = start + np.linspace(0, sweep, 40)
    growth = np.linspace(1, _between(random, 0.86, 1.14), 40)
    return [np.stack((wide * growth * np.cos(angles), high * growth * np.sin(angles)), axis=1)]


def _fill(random: Random) -> Strokes:
    turns = int(random.integers(6, 12))
    edge = _between(random, 0.36, 0.54)
    levels = np.linspace(-edge, edge, turns)
    points = [((-1) ** index * edge * _between(random, 0.75, 1.08), float(level)) for index, level in enumerate(levels)]
    return _turned([curve(points, 6)], _between(random, -0.9, 0.9))


def _dot(random: Random) -> Strokes:
    radius = _between(random, 0.05, 0.19)
    angles = np.linspace(0, 4 * np.pi, 18)
    spread = np.linspace(0.15, 1, 18) * radius
    return [np.stack((spread * np.cos(angles), spread * np.sin(angles) * _between(random, 0.7, 1.2)), axis=1)]


def touch(random: Random) -> Strokes:
    """Where a pen rested for a moment."""
    place = random.uniform(-0.5, 0.5, 2)
    return [np.array((place, place + random.normal(0, 0.03, 2)))]


def strike(random: Random) -> Strokes:
    """The double line that takes a mark back."""
    reach, gap, tilt = _between(random, 0.8, 1.35), _between(random, 0.14, 0.32), _between(random, -0.2, 0.2)
    lines = []
    for height in (gap / 2, -gap / 2):
        left, right = -reach * _between(random, 0.85, 1.1), reach * _between(random, 0.85, 1.1)
        lines.append(curve([(left, height), (0, height + _between(random, -0.04, 0.04)), (right, height)]))
    return _turned(lines, -tilt)


def mark(kind: MarkKind, hand: Hand, random: Random, is_long: bool = False) -> Strokes:
    """The strokes of an answer; `is_long`: a tick whose tail runs far out."""
    size = hand.size * float(np.clip(random.normal(1, 0.1), 0.75, 1.3))
    if kind is MarkKind.TICK:
        strokes = [one * size for one in _tick(random, is_long)]
    elif kind is MarkKind.CROSS:
        reach = 0.45 * size
        strokes = [_line(random, True, reach), _line(random, False, reach * _between(random, 0.85, 1.15))]
    elif kind is MarkKind.SLASH:
        strokes = [_line(random, bool(random.random() < 0.9), 0.55 * size)]
    elif kind is MarkKind.CIRCLE:
        radius = np.clip(0.86 * size, 0.72, 1.12)
        strokes = _circle(random, radius * _between(random, 0.95, 1.15), radius * _between(random, 0.9, 1.02))
    elif kind is MarkKind.WIDE_CIRCLE:
        wide = _between(random, 1.3, 1.9)
        strokes = [one + np.array((wide - 0.8, 0)) for one in _circle(random, wide, _between(random, 0.75, 0.95))]
    elif kind is MarkKind.FILL:
        strokes = _fill(random)
    else:
        strokes = _dot(random)
    beside = random.normal(0, hand.aim, 2).clip(-2.2 * hand.aim, 2.2 * hand.aim)
    if kind in (MarkKind.CIRCLE, MarkKind.WIDE_CIRCLE):
        beside *= 0.7
    slant = 0.0 if kind is MarkKind.WIDE_CIRCLE else hand.slant
    return [shaken(one, hand.tremor, random) + beside for one in _turned(strokes, slant)]


def letters(width: float, height: float, random: Random) -> Strokes:
    """Handwriting in a frame of that size (points, from its lower left corner): lines of signs of a few strokes each."""
    strokes: Strokes = []
    size = _between(random, 10, 17)
    lines = max(1, min(int(height / (size * 1.35)), int(random.integers(1, 4))))
    for line in range(lines):
        foot = height - (line + 1) * size * 1.3 + random.normal(0, 1)
        left, end = _between(random, 4, 12), width * _between(random, 0.25, 0.95)
        while left + size < end:
            strokes += _sign(left, foot, size * _between(random, 0.75, 1), random)
            left += size * _between(random, 0.95, 1.25)
    return strokes


def _sign(left: float, foot: float, size: float, random: Random) -> Strokes:
    strokes = []
    for _count in range(int(random.integers(2, 6))):
        start = random.uniform(0.05, 0.95, 2)
        way = random.choice(((0.7, 0.05), (0.05, -0.7), (-0.4, -0.5), (0.45, -0.4), (0.25, 0.05)))
        end = np.clip(start + way * random.uniform(0.6, 1.1) + random.normal(0, 0.06, 2), 0, 1)
        middle = (start + end) / 2 + random.normal(0, 0.07, 2)
        strokes.append(curve([tuple(start), tuple(middle), tuple(end)], 6) * size + (left, foot))
    return strokes
