"""A printed page that can be drawn on: dots of paper and toner, and ink that darkens them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from tests.sheets.pens import Colour, Pen, Random
from tests.sheets.strokes import Points

Dots = NDArray[np.uint8]
Cover = NDArray[np.float32]
_FINER = 3


class Paper:
    """`dots`: height x width x 1 (grey) or x 3 (colour). Places in points from the lower left corner."""

    def __init__(self, dots: Dots, dpi: float) -> None:
        self.dots = dots
        self.dpi = dpi

    @property
    def height(self) -> float:
        return int(self.dots.shape[0]) * 72 / self.dpi

    @property
    def width(self) -> float:
        return int(self.dots.shape[1]) * 72 / self.dpi

    def draw(self, strokes: Sequence[Points], pen: Pen, random: Random, pressure: float = 1.0) -> None:
        """`pressure`: how strong beside the pen's usual."""
        scale = self.dpi / 72
        placed = [np.stack((one[:, 0] * scale, self.dots.shape[0] - one[:, 1] * scale), axis=1) for one in strokes]
        edge = pen.width * scale + 3
        low = np.floor(np.min([one.min(axis=0) for one in placed], axis=0) - edge).astype(int)
        high = np.ceil(np.max([one.max(axis=0) for one in placed], axis=0) + edge).astype(int)
        low, high = np.maximum(low, 0), np.minimum(high, (self.dots.shape[1], self.dots.shape[0]))
        if np.any(high <= low):
            return
        patch = Image.new("L", tuple((high - low) * _FINER))
        pencil = ImageDraw.Draw(patch)
        for one in placed:
            _line(pencil, (one - low) * _FINER, pen.width * scale * _FINER, random)
        cover: Cover = np.asarray(patch.reduce(_FINER), dtype=np.float32) / np.float32(255)
        if pen.grain:
            cover *= _grain(cover.shape, pen.grain, scale, random)
        self._darken(low, cover * np.float32(min(pen.cover * pressure, 0.99)), pen.colour)

    def stain(self, left: float, bottom: float, cover: Cover, colour: Colour) -> None:
        """A patch of dirt with its lower left corner there, as much of it as lies on the page."""
        scale = self.dpi / 72
        low = np.array((round(left * scale), round(self.dots.shape[0] - bottom * scale) - cover.shape[0]))
        cut = np.maximum(-low, 0)
        part = cover[cut[1] : cut[1] + max(self.dots.shape[0] - max(low[1], 0), 0), cut[0] :]
        part = part[:, : max(self.dots.shape[1] - max(low[0], 0), 0)]
        if part.size:
            self._darken(np.maximum(low, 0), part, colour)

    def _darken(self, low: NDArray[np.int_], cover: Cover, colour: Colour) -> None:
        rows, columns = slice(low[1], low[1] + cover.shape[0]), slice(low[0], low[0] + cover.shape[1])
        under = self.dots[rows, columns].astype(np.float32)
        share = np.array(colour if self.dots.shape[2] == 3 else (_grey(colour),), dtype=np.float32) / 255
        self.dots[rows, columns] = np.clip(under * (1 - cover[:, :, None] * (1 - share)), 0, 255).astype(np.uint8)


def _grey(colour: Colour) -> float:
    red, green, blue = colour
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _line(pencil: ImageDraw.ImageDraw, points: Points, width: float, random: Random) -> None:
    """A line whose strength and width live a little."""
    knots = max(2, len(points) // 5)
    places = np.linspace(0, knots - 1, len(points))
    strength = np.interp(places, np.arange(knots), random.uniform(0.78, 1, knots))
    widths = np.interp(places, np.arange(knots), random.uniform(0.8, 1.15, knots)) * width
    for start, end, dark, wide in zip(points, points[1:], strength, widths, strict=False):
        value = int(255 * dark)
        pencil.line((*start, *end), fill=value, width=max(1, round(wide)))
        half = wide / 2
        pencil.ellipse((end[0] - half, end[1] - half, end[0] + half, end[1] + half), fill=value)
    half = widths[0] / 2
    pencil.ellipse((points[0][0] - half, points[0][1] - half, points[0][0] + half, points[0][1] + half), fill=int(255 * strength[0]))


def _grain(shape: tuple[int, ...], grain: float, scale: float, random: Random) -> Cover:
    """Where the paper's roughness let the line through: 1 where it took, less where not."""
    step = max(1, round(scale * 0.35))
    rough = random.random((shape[0] // step + 2, shape[1] // step + 2), dtype=np.float32)
    small = Image.fromarray((rough * 255).astype(np.uint8)).resize((shape[1], shape[0]), Image.Resampling.BILINEAR)
    taken: Cover = np.asarray(small.filter(ImageFilter.GaussianBlur(0.5)), dtype=np.float32)
    return 1 - np.float32(grain / 255) * taken
