"""A drawing surface in logical pixels, origin at the top left, with the program's own fonts.

Nothing of the drawing library is loaded before the first sheet, and no global figure or backend is touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

from app.charts.style import ChartTheme
from app.paths import resource

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

Point = tuple[float, float]
Anchor = Literal["left", "center", "right"]
VectorFormat = Literal["svg", "pdf"]

DPI = 100
POINTS_PER_PX = 0.72
FONT_FILES = ("NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf", "BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf")
FAMILIES = ("Noto Sans JP", "BIZ UDPGothic")
# From the baseline to the top of a digit, in parts of the font size.
DIGIT_HEIGHT = 0.73


class Sheet:
    """`scale` enlarges text and strokes (the user's text size), not the sheet."""

    # Where a piece of a sheet stands on the whole.
    _left = _top = 0.0

    def __init__(self, width: float, height: float, theme: ChartTheme, *, dpr: float = 1.0, scale: float = 1.0) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        register_fonts()
        self.width, self.height, self.theme, self.scale = width, height, theme, scale
        self._figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI * dpr, facecolor=theme.surface)
        self._canvas: Any = FigureCanvasAgg(self._figure)
        self._axes = self._figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set_axis_off()
        self._axes.set_xlim(0.0, width)
        self._axes.set_ylim(height, 0.0)
        self._dpr = dpr

    def part(self, left: float, top: float, width: float, height: float) -> Sheet:
        """A piece of this sheet with an origin of its own; what is drawn on it stands on the whole."""
        piece = copy(self)
        piece.width, piece.height = width, height
        piece._left, piece._top = self._left + left, self._top + top
        return piece

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        renderer = self._canvas.get_renderer()
        width, _, _ = renderer.get_text_width_height_descent(text, _font(size * self.scale, bold), False)
        return float(width) / self._dpr

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
        """`halo` keeps the words readable where they cross a line."""
        artist = self._axes.text(
            self._left + x,
            self._top + baseline,
            text,
            fontproperties=_font(size * self.scale, bold),
            color=color,
            ha=anchor,
            va="baseline",
            zorder=6,
            parse_math=False,
        )
        if halo:
            from matplotlib.patheffects import withStroke

            artist.set_path_effects([withStroke(linewidth=3.0 * self.scale * POINTS_PER_PX, foreground=self.theme.surface)])

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
        """`dash` in pixels: on, off, …"""
        stroke = width * self.scale * POINTS_PER_PX
        style: Any = "-" if dash is None else (0.0, tuple(part / width for part in dash))
        cap = "round" if round_caps else "butt"
        xs, ys = zip(*((self._left + x, self._top + y) for x, y in points), strict=True)
        self._axes.plot(
            xs,
            ys,
            color=color,
            linewidth=stroke,
            linestyle=style,
            solid_capstyle=cap,
            solid_joinstyle="round",
            dash_capstyle=cap,
            snap=None if len(points) > 2 else True,
            zorder=layer,
        )

    def area(self, outline: Sequence[Point], *, color: str, alpha: float) -> None:
        from matplotlib.patches import Polygon

        corners = [(self._left + x, self._top + y) for x, y in outline]
        self._axes.add_patch(Polygon(corners, closed=True, facecolor=color, alpha=alpha, edgecolor="none", linewidth=0, zorder=1))

    def dot(self, x: float, y: float, *, radius: float, fill: str, edge: str, edge_width: float) -> None:
        """`radius` to the outer edge of the ring."""
        self._axes.plot(
            [self._left + x],
            [self._top + y],
            linestyle="none",
            marker="o",
            markersize=(2 * radius - edge_width) * self.scale * POINTS_PER_PX,
            markerfacecolor=fill,
            markeredgecolor=edge,
            markeredgewidth=edge_width * self.scale * POINTS_PER_PX,
            zorder=5,
        )

    def rgba(self) -> tuple[bytes, int, int]:
        """The picture: bytes, width and height in device pixels."""
        self._canvas.draw()
        width, height = self._canvas.get_width_height(physical=True)
        return bytes(self._canvas.buffer_rgba()), int(width), int(height)

    def vector(self, kind: VectorFormat) -> bytes:
        """The drawing as a file: the same sheet gives the same bytes; letters are outlines (SVG) or embedded TrueType (PDF)."""
        from matplotlib import rc_context

        out = BytesIO()
        metadata = {"Date": None, "Creator": "Okaeri"} if kind == "svg" else {"CreationDate": None, "Creator": "Okaeri"}
        with rc_context({"svg.hashsalt": "okaeri", "svg.fonttype": "path", "pdf.fonttype": 42}):
            self._figure.savefig(out, format=kind, metadata=metadata, facecolor=self.theme.surface)
        return out.getvalue()


@lru_cache(maxsize=1)
def register_fonts() -> None:
    """Make the bundled fonts known to the drawing library, once."""
    from matplotlib.font_manager import fontManager

    for name in FONT_FILES:
        fontManager.addfont(str(resource("fonts", name)))


def _font(size: float, bold: bool) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=list(FAMILIES), weight="bold" if bold else "normal", size=size * POINTS_PER_PX)
