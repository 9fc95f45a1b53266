"""Who fills in a sheet, and with what."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.sheets.truth import MarkKind

Random = np.random.Generator
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Pen:
    """`width` of its line in points; `cover`: how much of the paper's light it takes, 0 to 1; `grain`: how much of the paper's own
    roughness shows in the line (pencil)."""

    name: str
    colour: Colour
    width: float
    cover: float
    grain: float


@dataclass(frozen=True, slots=True)
class Hand:
    """`habit`: the mark this person makes. `size`: of its marks beside the usual; `aim`: how far beside the middle, `tremor`: how shaky
    (both in sides of a box)."""

    pen: Pen
    habit: MarkKind
    size: float
    aim: float
    tremor: float
    slant: float


_MM = 72 / 25.4
_BLACK, _BLUE, _RED, _GRAPHITE = (28, 28, 34), (34, 52, 148), (196, 44, 48), (62, 62, 66)
_HABITS = (
    (MarkKind.TICK, 0.44),
    (MarkKind.CIRCLE, 0.15),
    (MarkKind.CROSS, 0.12),
    (MarkKind.FILL, 0.11),
    (MarkKind.SLASH, 0.10),
    (MarkKind.DOT, 0.08),
)


def some_pen(random: Random) -> Pen:
    draw = float(random.random())
    if draw < 0.34:
        return Pen("black pen", _BLACK, float(random.uniform(0.32, 0.6)) * _MM, float(random.uniform(0.75, 0.97)), 0.12)
    if draw < 0.58:
        return Pen("blue pen", _BLUE, float(random.uniform(0.32, 0.6)) * _MM, float(random.uniform(0.70, 0.95)), 0.12)
    if draw < 0.66:
        return Pen("red pen", _RED, float(random.uniform(0.35, 0.7)) * _MM, float(random.uniform(0.75, 0.95)), 0.10)
    if draw < 0.72:
        return Pen("felt pen", _BLACK, float(random.uniform(0.8, 1.3)) * _MM, float(random.uniform(0.85, 0.99)), 0.04)
    if draw < 0.93:
        return Pen("pencil", _GRAPHITE, float(random.uniform(0.4, 0.8)) * _MM, float(random.uniform(0.58, 0.88)), 0.5)
    return Pen("hard pencil", _GRAPHITE, float(random.uniform(0.35, 0.6)) * _MM, float(random.uniform(0.42, 0.60)), 0.55)


def some_hand(random: Random) -> Hand:
    kinds, shares = zip(*_HABITS, strict=True)
    habit = kinds[int(random.choice(len(kinds), p=shares))]
    shaky = float(random.random() < 0.12)
    return Hand(
        some_pen(random),
        habit,
        float(np.clip(random.normal(1.05, 0.15), 0.75, 1.45)),
        float(random.uniform(0.04, 0.14)) + 0.06 * shaky,
        float(random.uniform(0.005, 0.02)) + 0.035 * shaky,
        float(random.normal(0, 0.12)),
    )
