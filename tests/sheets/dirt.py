"""What comes onto a sheet besides answers: stray lines, smudges, a coffee cup."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from tests.sheets.paper import Paper
from tests.sheets.pens import Pen, Random
from tests.sheets.strokes import Points, curve

_MM = 72 / 25.4
_COFFEE, _HAND = (118, 82, 46), (96, 92, 90)


def stray_line(paper: Paper, pen: Pen, random: Random) -> Points:
    """A short line somewhere; where it went."""
    start = random.uniform((30, 30), (paper.width - 30, paper.height - 30))
    reach, way = float(random.uniform(2, 18)) * _MM, float(random.uniform(0, 2 * np.pi))
    end = start + reach * np.array((np.cos(way), np.sin(way)))
    middle = (start + end) / 2 + random.normal(0, reach * 0.08, 2)
    line = curve([tuple(start), tuple(middle), tuple(end)])
    paper.draw([line], pen, random, float(random.uniform(0.5, 1)))
    return line


def specks(paper: Paper, pen: Pen, random: Random) -> None:
    """Dots of a pen that rested, anywhere."""
    for place in random.uniform((30, 30), (paper.width - 30, paper.height - 30), (int(random.integers(1, 6)), 2)):
        paper.draw([np.array((place, place + random.normal(0, 0.4, 2)))], pen, random)


def smudge(paper: Paper, random: Random) -> None:
    scale = paper.dpi / 72
    wide, high = (int(one) for one in random.uniform(6, 28, 2) * _MM * scale)
    across = np.linspace(-1, 1, max(wide, 8), dtype=np.float32)[None, :]
    down = np.linspace(-1, 1, max(high, 8), dtype=np.float32)[:, None]
    cloud = np.clip(1 - across**2 - down**2, 0, 1) * _cloud(down.shape[0], across.shape[1], 9, random)
    left, bottom = random.uniform(0, (paper.width, paper.height))
    paper.stain(left, bottom, (cloud * float(random.uniform(0.08, 0.28))).astype(np.float32), _HAND)


def coffee(paper: Paper, random: Random) -> None:
    """The ring a cup leaves, and a drop beside it."""
    scale = paper.dpi / 72
    radius, thick = float(random.uniform(26, 40)) * _MM * scale, float(random.uniform(1, 2.6)) * _MM * scale
    side = int(2 * radius + 6 * thick)
    across = np.arange(side, dtype=np.float32) - side / 2
    far = np.hypot(across[None, :], across[:, None])
    ring = np.exp(-(((far - radius) / thick) ** 2)) + 0.25 * (far < radius)
    ring *= 0.35 + 0.65 * _cloud(side, side, 7, random)
    left, bottom = random.uniform((-20 * _MM, -20 * _MM), (paper.width - 30 * _MM, paper.height - 30 * _MM))
    paper.stain(left, bottom, (ring * float(random.uniform(0.10, 0.32))).astype(np.float32), _COFFEE)


def _cloud(high: int, wide: int, knots: int, random: Random) -> NDArray[np.float32]:
    rough = Image.fromarray((random.random((knots, knots)) * 255).astype(np.uint8))
    smooth = rough.resize((wide, high), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(2))
    return np.asarray(smooth, dtype=np.float32) / np.float32(255)
