"""Draws a picture in its own millimetres, y downward, into whatever box a template gives it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from app.printing.geometry import Box
from app.printing.ink import Ink, colour

Point = tuple[float, float]
Motif = Callable[["Brush"], None]

_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""


class Brush:
    """Fills and strokes paths. A path is a text of PDF operators made by the functions below."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink

    def fill(self, path: str, chosen: str) -> None:
        self._ink.fill_colour(colour(chosen))
        self._ink.raw(f"{path} f")

    def stroke(self, path: str, chosen: str, width: float) -> None:
        """`width` in the units of the picture or, inside a motif, of the motif."""
        self._ink.stroke_colour(colour(chosen), 0)
        self._ink.raw(f"{_n(width)} w {path} S")

    def dot(self, x: float, y: float, radius: float, chosen: str) -> None:
        self.fill(ellipse(x, y, radius, radius), chosen)

    def ring(self, x: float, y: float, radius: float, chosen: str, width: float) -> None:
        self.stroke(ellipse(x, y, radius, radius), chosen, width)

    def put(self, motif: Motif, x: float, y: float, size: float = 1.0, degrees: float = 0.0, *, flipped: bool = False) -> None:
        """A motif around (x, y), `size` times as large, turned clockwise; `flipped` left for right first."""
        angle = math.radians(degrees)
        cos, sin = size * math.cos(angle), size * math.sin(angle)
        side = -1.0 if flipped else 1.0
        self._ink.save()
        self._ink.raw(f"{_n(cos * side)} {_n(sin * side)} {_n(-sin)} {_n(cos)} {_n(x)} {_n(y)} cm")
        motif(self)
        self._ink.restore()

    @contextmanager
    def inside(self, path: str) -> Iterator[None]:
        """What is drawn meanwhile is seen only inside the path."""
        self._ink.save()
        self._ink.raw(f"{path} W n")
        yield
        self._ink.restore()


@contextmanager
def canvas(ink: Ink, box: Box, width: float, height: float) -> Iterator[Brush]:
    """A picture of `width` by `height`, as large as the box lets it be, in the middle of it; nothing comes out of the picture."""
    scale = min(box.width / width, box.height / height)
    left = box.left + (box.width - width * scale) / 2
    top = box.top + (box.height - height * scale) / 2
    ink.save()
    ink.place(left, top, size=scale)
    ink.raw(f"1 0 0 -1 0 0 cm 0 0 {_n(width)} {_n(height)} re W n 1 J 1 j")
    yield Brush(ink)
    ink.restore()


def path(drawn: str) -> str:
    """Operators of a path written with the letters M, L, C and Z before their numbers, all places absolute."""
    operators: list[str] = []
    letter, numbers = "", []
    for part in [*drawn.replace(",", " ").split(), "M"]:
        if part not in "MLCZ":
            numbers.append(part)
            continue
        operators += _spelled(letter, numbers)
        letter, numbers = part, []
    return " ".join(operators)


def polygon(points: Sequence[Point]) -> str:
    return _line(points) + " h"


def polyline(points: Sequence[Point]) -> str:
    return _line(points)


def smooth(points: Sequence[Point], *, closed: bool = False) -> str:
    """A curve through all the points."""
    count = len(points)
    parts = [f"{_n(points[0][0])} {_n(points[0][1])} m"]
    for index in range(count if closed else count - 1):
        here, there = points[index], points[(index + 1) % count]
        before = points[index - 1] if closed or index else here
        after = points[(index + 2) % count] if closed or index + 2 < count else there
        one = here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6
        two = there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6
        parts.append(" ".join(_n(number) for number in (*one, *two, *there)) + " c")
    return " ".join(parts) + (" h" if closed else "")


def ellipse(x: float, y: float, across: float, down: float) -> str:
    """Around (x, y); `across` and `down` are its radii."""
    a, b = across * _ROUND, down * _ROUND
    turns = (
        (x + across, y + b, x + a, y + down, x, y + down),
        (x - a, y + down, x - across, y + b, x - across, y),
        (x - across, y - b, x - a, y - down, x, y - down),
        (x + a, y - down, x + across, y - b, x + across, y),
    )
    return f"{_n(x + across)} {_n(y)} m " + " ".join(" ".join(_n(number) for number in turn) + " c" for turn in turns) + " h"


def arc(x: float, y: float, radius: float, start: float, end: float) -> str:
    """Part of a circle from `start` to `end` degrees, clockwise from the right."""
    steps = max(1, math.ceil(abs(end - start) / 60))
    step = math.radians((end - start) / steps)
    reach = radius * 4 / 3 * math.tan(step / 4)
    angle = math.radians(start)
    parts = [f"{_n(x + radius * math.cos(angle))} {_n(y + radius * math.sin(angle))} m"]
    for _ in range(steps):
        following = angle + step
        numbers = (
            x + radius * math.cos(angle) - reach * math.sin(angle),
            y + radius * math.sin(angle) + reach * math.cos(angle),
            x + radius * math.cos(following) + reach * math.sin(following),
            y + radius * math.sin(following) - reach * math.cos(following),
            x + radius * math.cos(following),
            y + radius * math.sin(following),
        )
        parts.append(" ".join(_n(number) for number in numbers) + " c")
        angle = following
    return " ".join(parts)


def rectangle(left: float, top: float, width: float, height: float) -> str:
    return f"{_n(left)} {_n(top)} {_n(width)} {_n(height)} re"


def around(count: int, radius: float, start: float = -90.0) -> list[tuple[float, float, float]]:
    """`count` places evenly on a circle, each with its direction in degrees from the centre, clockwise from the right."""
    turns = [start + 360 * index / count for index in range(count)]
    return [(radius * math.cos(math.radians(turn)), radius * math.sin(math.radians(turn)), turn) for turn in turns]


def along(start: Point, first: Point, second: Point, end: Point, part: float) -> tuple[float, float, float]:
    """A place on a curve with two handles, `part` of the way, and the direction there in degrees, clockwise from the right."""
    rest = 1 - part
    weights = rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3
    x = sum(weight * point[0] for weight, point in zip(weights, (start, first, second, end), strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, (start, first, second, end), strict=True))
    slopes = 3 * rest**2, 6 * rest * part, 3 * part**2
    steps = [(there[0] - here[0], there[1] - here[1]) for here, there in ((start, first), (first, second), (second, end))]
    dx = sum(slope * step[0] for slope, step in zip(slopes, steps, strict=True))
    dy = sum(slope * step[1] for slope, step in zip(slopes, steps, strict=True))
    return x, y, math.degrees(math.atan2(dy, dx))


def _spelled(letter: str, numbers: Sequence[str]) -> list[str]:
    if letter == "Z":
        return ["h"]
    width = {"M": 2, "L": 2, "C": 6}.get(letter, 1)
    operator = {"M": "m", "L": "l", "C": "c"}.get(letter, "")
    return [" ".join(numbers[start : start + width]) + f" {operator}" for start in range(0, len(numbers), width)]


def _line(points: Sequence[Point]) -> str:
    return " ".join(f"{_n(x)} {_n(y)} {'l' if index else 'm'}" for index, (x, y) in enumerate(points))


def _n(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".") if number else "0"
