"""From a filled-in sheet to the picture a shop has of it: six levels, from a clean scan to a bad photograph."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from tests.sheets import warps
from tests.sheets.paper import Dots, Paper
from tests.sheets.pens import Random

Field = NDArray[np.float32]
_MM = 25.4


class Level(StrEnum):
    CLEAN = "clean 300 dpi"
    SCAN = "scan 200 dpi"
    PHOTO = "photo 165 dpi"
    POOR = "poor scan 150 dpi"
    COPIER = "1-bit copier scan"
    BAD_PHOTO = "bad photo 130 dpi"


@dataclass(frozen=True, slots=True)
class Goal:
    """Shares of the boxes that may be wrong without a doubt, and that may be doubted; of the sheets that may not be found."""

    silent: float
    doubts: float
    unlocated: float


GOALS = {
    Level.CLEAN: Goal(0.0002, 0.015, 0),
    Level.SCAN: Goal(0.0005, 0.03, 0),
    Level.PHOTO: Goal(0.0010, 0.04, 0.005),
    Level.POOR: Goal(0.0020, 0.06, 0.005),
    Level.COPIER: Goal(0.0025, 0.07, 0.005),
    Level.BAD_PHOTO: Goal(0.0040, 0.15, 0.02),
}
PRINT_DPI = {
    Level.CLEAN: 300,
    Level.SCAN: 240,
    Level.PHOTO: 240,
    Level.POOR: 240,
    Level.COPIER: 240,
    Level.BAD_PHOTO: 240,
}
"""How fine the page has to be drawn before it is spoiled."""
COLOURED = {Level.CLEAN: 0.5, Level.SCAN: 0.4, Level.PHOTO: 1.0, Level.POOR: 0.2, Level.COPIER: 0.0, Level.BAD_PHOTO: 1.0}
"""The share of pictures in colour."""
FAINT = {Level.CLEAN: 1.0, Level.SCAN: 1.0, Level.PHOTO: 1.0, Level.POOR: 2.5, Level.COPIER: 1.0, Level.BAD_PHOTO: 1.0}
"""How many times the usual share of the marks is faint."""


def fresh(dots: Dots, level: Level, random: Random) -> Dots:
    """The page as it came from the printer: for poor scans one whose toner runs out, in bands along the page."""
    if level is not Level.POOR:
        return dots
    wide = dots.shape[1]
    bands = np.interp(np.arange(wide), np.linspace(0, wide, 7), random.uniform(0.45, 0.85, 7)).astype(np.float32)
    return _whole(255 - (255 - dots.astype(np.float32)) * bands[None, :, None])


def picture_of(paper: Paper, level: Level, random: Random) -> bytes:
    """The file a scanner or a telephone makes of the sheet."""
    return _ACTS[level](paper, random)


def _clean(paper: Paper, random: Random) -> bytes:
    picture = _image(paper.dots)
    picture = warps.turned(picture, float(random.uniform(-0.4, 0.4)), 255).filter(ImageFilter.GaussianBlur(float(random.uniform(0.3, 0.6))))
    seen = _seen(picture, 6, float(random.uniform(244, 254)), 1.5, random)
    return _jpeg(seen, 92, 300)


def _scan(paper: Paper, random: Random) -> bytes:
    picture = _at(paper, 200 * float(random.uniform(0.995, 1.005)))
    lid = int(random.choice((255, 250, 238, 60, 15), p=(0.5, 0.2, 0.1, 0.1, 0.1)))
    if random.random() < 0.12:
        picture = _on_larger_glass(picture, lid, random)
    picture = warps.turned(picture, float(random.uniform(-2, 2)), lid).filter(ImageFilter.GaussianBlur(float(random.uniform(0.3, 0.7))))
    picture = _shifted(picture, lid, 3, 200, random)
    seen = _seen(picture, 12, float(random.uniform(235, 252)), 3, random)
    _speckle(seen, 6e-6, random)
    if random.random() < 0.05:
        _streak(seen, random)
    return _jpeg(_upside_down(seen, 0.08, random), 75, 200)


def _photo(paper: Paper, random: Random) -> bytes:
    picture = _at(paper, 165 * float(random.uniform(0.94, 1.06)))
    picture = _photographed(picture, 0.055, float(random.uniform(4, 14)), random)
    picture = picture.filter(ImageFilter.GaussianBlur(float(random.uniform(0.4, 0.9))))
    light = _light(picture.size, 0.62, random)
    seen = _tinted(picture, light, random)
    seen += random.standard_normal(seen.shape, dtype=np.float32) * float(random.uniform(2.5, 5))
    return _telephone(_whole(seen), 82, random)


def _poor(paper: Paper, random: Random) -> bytes:
    picture = _at(paper, 150 * float(random.uniform(0.99, 1.01)))
    lid = int(random.choice((255, 240, 40), p=(0.6, 0.25, 0.15)))
    at, size = picture.height * float(random.uniform(0.3, 0.7)), picture.size
    if random.random() < 0.7:
        picture = warps.bent(picture, size, warps.folded(size, at, float(random.uniform(0.5, 3))), lid)
        picture = _fold_line(picture, at, random)
    picture = warps.turned(picture, float(random.uniform(-5, 5)), lid).filter(ImageFilter.GaussianBlur(float(random.uniform(0.5, 0.9))))
    seen = _seen(picture, float(random.uniform(25, 60)), float(random.uniform(225, 250)), 6, random)
    _speckle(seen, 3e-5, random)
    if random.random() < 0.2:
        _streak(seen, random)
    return _jpeg(_upside_down(seen, 0.08, random), 50, 150)


def _copier(paper: Paper, random: Random) -> bytes:
    """Twice through: a copy with its dirt, then a scan to black and white."""
    dpi = 200
    picture = _at(paper, dpi).convert("L").filter(ImageFilter.GaussianBlur(float(random.uniform(0.4, 0.8))))
    picture = warps.turned(picture, float(random.uniform(-1.5, 1.5)), 255)
    if random.random() < 0.4:
        picture = warps.padded(picture, 0, 0, 0, int(random.integers(4, 25)), 0)
    seen = np.asarray(picture, dtype=np.float32) + random.standard_normal((picture.height, picture.width), dtype=np.float32) * 9
    edge = _waves(picture.size, 4, random) * 12 + 245 * float(random.uniform(0.74, 0.86))
    black = seen < edge
    dirty = random.random(black.shape, dtype=np.float32)
    black ^= dirty < float(random.uniform(1e-4, 1.2e-3))
    dots = np.where(black, 0, 255).astype(np.uint8)[:, :, None]
    _blots(dots, int(random.integers(0, 60)), random)
    dots = _upside_down(dots, 0.08, random)
    stored = io.BytesIO()
    Image.fromarray(dots[:, :, 0]).convert("1", dither=Image.Dither.NONE).save(stored, "TIFF", compression="group4", dpi=(dpi, dpi))
    return stored.getvalue()


def _bad_photo(paper: Paper, random: Random) -> bytes:
    picture = _at(paper, 130 * float(random.uniform(0.95, 1.05)))
    picture = _photographed(picture, 0.075, float(random.uniform(6, 16)), random)
    picture = _one_corner_less(picture, random)
    picture = picture.filter(ImageFilter.GaussianBlur(float(random.uniform(0.5, 0.95))))
    light = _light(picture.size, 0.5, random) * _shadow(picture.size, random)
    seen = _tinted(picture, light, random)
    seen += random.standard_normal(seen.shape, dtype=np.float32) * float(random.uniform(4, 8))
    return _telephone(_whole(seen), 40, random)


_ACTS: dict[Level, Callable[[Paper, Random], bytes]] = {
    Level.CLEAN: _clean,
    Level.SCAN: _scan,
    Level.PHOTO: _photo,
    Level.POOR: _poor,
    Level.COPIER: _copier,
    Level.BAD_PHOTO: _bad_photo,
}


def _image(dots: Dots) -> Image.Image:
    return Image.fromarray(dots[:, :, 0] if dots.shape[2] == 1 else dots)


def _dots(picture: Image.Image) -> Dots:
    seen = np.asarray(picture)
    return seen[:, :, None] if seen.ndim == 2 else seen


def _at(paper: Paper, dpi: float) -> Image.Image:
    picture, share = _image(paper.dots), dpi / paper.dpi
    return picture.resize((round(picture.width * share), round(picture.height * share)), Image.Resampling.BOX)


def _whole(seen: Field) -> Dots:
    return np.clip(seen, 0, 255).astype(np.uint8)


def _seen(picture: Image.Image, black: float, white: float, noise: float, random: Random) -> Dots:
    """Not quite black, not quite white, and grainy."""
    seen = black + _dots(picture).astype(np.float32) * ((white - black) / 255)
    seen += random.standard_normal(seen.shape, dtype=np.float32) * noise
    return _whole(seen)


def _on_larger_glass(picture: Image.Image, lid: int, random: Random) -> Image.Image:
    right, bottom = (int(random.integers(10, length // 2)) for length in picture.size)
    return warps.padded(picture, int(random.integers(0, 30)), int(random.integers(0, 30)), right, bottom, lid)


def _shifted(picture: Image.Image, lid: int, most: float, dpi: int, random: Random) -> Image.Image:
    left, top = (int(one) for one in random.uniform(-most, most, 2) / _MM * dpi)
    return warps.padded(picture, left, top, -left, -top, lid)


def _upside_down(seen: Dots, share: float, random: Random) -> Dots:
    return np.ascontiguousarray(seen[::-1, ::-1]) if random.random() < share else seen


def _speckle(seen: Dots, share: float, random: Random) -> None:
    count = int(seen.shape[0] * seen.shape[1] * share)
    _blots(seen, count, random)


def _blots(seen: Dots, count: int, random: Random) -> None:
    """Dust and toner: specks of one to three dots, most of them dark."""
    for _speck in range(count):
        row, column = int(random.integers(seen.shape[0])), int(random.integers(seen.shape[1]))
        high, wide = (int(one) for one in random.integers(1, 4, 2))
        seen[row : row + high, column : column + wide] = 20 if random.random() < 0.75 else 250


def _streak(seen: Dots, random: Random) -> None:
    """The line that dirt on the glass draws down the whole page."""
    column, wide = int(random.integers(20, seen.shape[1] - 20)), int(random.integers(1, 3))
    part = seen[:, column : column + wide].astype(np.float32)
    seen[:, column : column + wide] = (part * float(random.uniform(0.6, 0.92))).astype(np.uint8)


def _waves(size: tuple[int, int], knots: int, random: Random) -> Field:
    """Slow hills and valleys, -1 to 1."""
    rough = Image.fromarray(random.uniform(-1, 1, (knots, knots)).astype(np.float32))
    return np.asarray(rough.resize(size, Image.Resampling.BICUBIC), dtype=np.float32)


def _light(size: tuple[int, int], least: float, random: Random) -> Field:
    """From one side, fading to no less than `least` of full."""
    wide, high = size
    way = float(random.uniform(0, 2 * np.pi))
    across = np.linspace(-1, 1, wide, dtype=np.float32)[None, :] * np.cos(way)
    down = np.linspace(-1, 1, high, dtype=np.float32)[:, None] * np.sin(way)
    slope = (across + down) / 1.42
    depth = float(random.uniform(0.05, 1 - least))
    return np.asarray(1 - depth * (0.5 + 0.5 * slope) + 0.04 * _waves(size, 4, random), dtype=np.float32)


def _shadow(size: tuple[int, int], random: Random) -> Field:
    """Of the hand and the telephone, over a part of the sheet."""
    wide, high = size
    way, place = float(random.uniform(0, 2 * np.pi)), float(random.uniform(-0.5, 0.5))
    soft = float(random.uniform(0.012, 0.15))
    across = np.linspace(-1, 1, wide, dtype=np.float32)[None, :] * np.cos(way)
    down = np.linspace(-1, 1, high, dtype=np.float32)[:, None] * np.sin(way)
    far = across + down - place + 0.12 * _waves(size, 5, random)
    return np.asarray(1 - float(random.uniform(0.2, 0.5)) / (1 + np.exp(-np.clip(far / soft, -30, 30))), dtype=np.float32)


def _tinted(picture: Image.Image, light: Field, random: Random) -> Field:
    """What the camera makes of it: paper is never white under a lamp."""
    tint = np.clip(random.normal((0.97, 0.95, 0.9), 0.025), 0.75, 1).astype(np.float32)
    black = float(random.uniform(8, 26))
    seen = _dots(picture.convert("RGB")).astype(np.float32)
    return black + seen * light[:, :, None] * tint * ((248 - black) / 255)


def _table(size: tuple[int, int], random: Random) -> Image.Image:
    """Wood, cloth or steel, darker than the paper or not."""
    base = random.choice(((150, 110, 74), (92, 66, 46), (70, 74, 80), (196, 190, 180), (222, 221, 217), (36, 36, 38)))
    wide, high = size
    rows = random.normal(0, 7, (max(high // 3, 2), max(wide // 24, 2))).astype(np.float32)
    grain = np.asarray(Image.fromarray(rows).resize(size, Image.Resampling.BILINEAR), dtype=np.float32)
    return Image.fromarray(_whole(base.astype(np.float32)[None, None, :] + grain[:, :, None]))


def _photographed(picture: Image.Image, most: float, curl: float, random: Random) -> Image.Image:
    """Lying on a table, seen from the side, not quite flat. `curl` in dots."""
    spare = round(0.09 * max(picture.size))
    edges = [int(one) for one in random.uniform(0.02, 0.08, 4) * np.array((picture.width, picture.height, picture.width, picture.height))]
    size = (picture.width + edges[0] + edges[2], picture.height + edges[1] + edges[3])
    table = (size[0] + 2 * spare, size[1] + 2 * spare)
    left, top, right, bottom = (one + spare for one in edges)
    whole = warps.padded(picture, left, top, right, bottom, _table(table, random))
    bending = warps.one_after_other(warps.perspective(size, most, random), warps.curled(size, curl, random))
    bending = warps.one_after_other(_rolled(size, float(random.normal(0, 2))), bending)
    return warps.bent(whole, size, lambda places: bending(places) + spare, 90)


def _rolled(size: tuple[int, int], degrees: float) -> warps.Bent:
    """The telephone not held straight."""
    middle, angle = np.array(size) / 2, np.radians(degrees)
    turn = np.array(((np.cos(angle), -np.sin(angle)), (np.sin(angle), np.cos(angle))))
    return lambda places: np.asarray((places - middle) @ turn + middle)


def _one_corner_less(picture: Image.Image, random: Random) -> Image.Image:
    """A corner out of the picture, folded over or under a thumb; not every time."""
    draw = float(random.random())
    wide, high = picture.size
    if draw < 0.25:
        cut = [int(one) for one in random.uniform(0.04, 0.12, 2) * np.array((wide, high))]
        left, top = int(random.random() < 0.5), int(random.random() < 0.5)
        return picture.crop((cut[0] * left, cut[1] * top, wide - cut[0] * (1 - left), high - cut[1] * (1 - top)))
    if draw < 0.6:
        radius = float(random.uniform(0.05, 0.1)) * wide
        x, y = (float(random.choice((0.1, 0.9))) * length + float(random.normal(0, 0.02)) * length for length in (wide, high))
        thumb = Image.new("RGB", (round(2 * radius), round(2.6 * radius)), (198, 152, 128))
        picture.paste(thumb, (round(x - radius), round(y - 1.3 * radius)), _oval().resize(thumb.size))
    return picture


def _oval() -> Image.Image:
    across, down = np.linspace(-1, 1, 120)[None, :], np.linspace(-1, 1, 156)[:, None]
    return Image.fromarray(np.where(across**2 + down**2 < 1, 255, 0).astype(np.uint8))


def _fold_line(picture: Image.Image, at: float, random: Random) -> Image.Image:
    """Light on one side of the crease, shade on the other, and the crease itself."""
    far = np.arange(picture.height, dtype=np.float32) - at
    depth = float(random.uniform(0.05, 0.2))
    shade = 1 - depth * np.exp(-np.abs(far) / (0.03 * picture.height)) * (far > 0)
    shade -= float(random.uniform(0.05, 0.35)) * np.exp(-((far / float(random.uniform(0.7, 1.6))) ** 2))
    seen = _whole(_dots(picture).astype(np.float32) * shade[:, None, None])
    return _image(seen)


def _jpeg(seen: Dots, quality: int, dpi: int) -> bytes:
    stored = io.BytesIO()
    _image(seen).save(stored, "JPEG", quality=quality, dpi=(dpi, dpi))
    return stored.getvalue()


def _telephone(seen: Dots, quality: int, random: Random) -> bytes:
    """As telephones store it: some lie on their side and say so in the file (Exif)."""
    picture, stored = _image(seen), io.BytesIO()
    if random.random() < 0.3:
        exif = Image.Exif()
        exif[0x0112] = 6
        picture.transpose(Image.Transpose.ROTATE_90).save(stored, "JPEG", quality=quality, exif=exif)
    else:
        picture.save(stored, "JPEG", quality=quality)
    return stored.getvalue()
