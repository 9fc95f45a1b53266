"""A picture as the strokes it is made of, before anything draws it: logical pixels, origin at the top left."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; a point of nan parts it. `dash` in pixels: on, off, …; `layer`: what is higher lies above."""

    points: tuple[Point, ...]
    color: str
    width: float
    dash: tuple[float, ...] = ()
    round_caps: bool = False
    layer: float = 2.0


@dataclass(frozen=True, slots=True)
class Area:
    """A filled outline."""

    outline: tuple[Point, ...]
    color: str
    alpha: float
    layer: float = 1.0


@dataclass(frozen=True, slots=True)
class Dot:
    """`radius` to the outer edge of the ring."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str
    edge_width: float
    layer: float = 5.0


@dataclass(frozen=True, slots=True)
class Words:
    """`size` in pixels; `halo`: nothing may cross them. `anchor`: "left", "center" or "right" stands at x."""

    x: float
    baseline: float
    text: str
    size: float
    color: str
    bold: bool = False
    anchor: str = "left"
    halo: bool = False
    layer: float = 6.0


Shape = Stroke | Area | Dot | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """`shapes` from the lowest to the highest. `surface`: the colour behind it."""

    width: float
    height: float
    surface: str
    shapes: tuple[Shape, ...]
