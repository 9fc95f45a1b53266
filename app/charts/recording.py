"""A sheet that notes what is drawn instead of drawing it: the charts of a printed page, in the fonts of the paper.

The drawing library is not loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.charts.sheet import Anchor, Point, Sheet, VectorFormat
from app.charts.style import ChartTheme
from app.domain.drawing import Area, Dot, Drawing, Shape, Stroke, Words

Measure = Callable[[str, float, bool], float]
"""Width in pixels of a text of a size in pixels, bold or not."""


class Recording(Sheet):
    """`measure`: as wide as the words will stand on the paper."""

    def __init__(self, width: float, height: float, theme: ChartTheme, measure: Measure, *, scale: float = 1.0) -> None:
        self.width, self.height, self.theme, self.scale = width, height, theme, scale
        self._measure = measure
        self._shapes: list[Shape] = []

    def drawing(self) -> Drawing:
        return Drawing(self.width, self.height, self.theme.surface, tuple(sorted(self._shapes, key=lambda shape: shape.layer)))

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        return self._measure(text, size * self.scale, bold)

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        *,
        size: float,
        color: str,
        bold: bool = False,
        anchor: Anchor = "left",
        halo: bool = False,
    ) -> None:
        self._shapes.append(Words(self._left + x, self._top + baseline, text, size * self.scale, color, bold, anchor, halo))

    def line(
        self,
        points: Sequence[Point],
        *,
        color: str,
        width: float,
        dash: Sequence[float] | None = None,
        round_caps: bool = False,
        layer: float = 2,
    ) -> None:
        pattern = tuple(part * self.scale for part in dash or ())
        self._shapes.append(Stroke(self._placed(points), color, width * self.scale, pattern, round_caps, layer))

    def area(self, outline: Sequence[Point], *, color: str, alpha: float) -> None:
        # What can be seen through lies below the hairlines, so that it may be printed as one plain colour.
        self._shapes.append(Area(self._placed(outline), color, alpha, 1.0 if alpha >= 1 else -1.0))

    def dot(self, x: float, y: float, *, radius: float, fill: str, edge: str, edge_width: float) -> None:
        self._shapes.append(Dot(self._left + x, self._top + y, radius * self.scale, fill, edge, edge_width * self.scale))

    def rgba(self) -> tuple[bytes, int, int]:
        raise TypeError("a recording has no pixels")

    def vector(self, kind: VectorFormat) -> bytes:
        raise TypeError(f"a recording is no {kind}")

    def _placed(self, points: Sequence[Point]) -> tuple[Point, ...]:
        return tuple((self._left + x, self._top + y) for x, y in points)
