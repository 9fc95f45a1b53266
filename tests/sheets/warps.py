"""How a page comes to lie askew in a picture: turned, seen from the side, curled, folded."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.sheets.pens import Random

Places = NDArray[np.float64]
Bent = Callable[[Places], Places]
_STEP = 56


def turned(picture: Image.Image, degrees: float, fill: int) -> Image.Image:
    return picture.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=_filling(picture, fill))


def padded(picture: Image.Image, left: int, top: int, right: int, bottom: int, ground: Image.Image | int) -> Image.Image:
    """With the table or the lid around it; a negative edge cuts."""
    size = (picture.width + left + right, picture.height + top + bottom)
    around = ground.resize(size) if isinstance(ground, Image.Image) else Image.new(picture.mode, size, _filling(picture, ground))
    around.paste(picture, (left, top))
    return around


def bent(picture: Image.Image, size: tuple[int, int], backward: Bent, fill: int = 0) -> Image.Image:
    """`backward` tells for places (n, 2) of the new picture where they were in the old one; between a grid of them it is drawn straight."""
    columns, rows = (np.unique(np.append(np.arange(0, length, _STEP), length)) for length in size)
    grid = np.stack(np.meshgrid(columns, rows), axis=-1).astype(np.float64)
    old = backward(grid.reshape(-1, 2)).reshape(grid.shape)
    pieces = []
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            upper_left, lower_left = old[row, column], old[row + 1, column]
            lower_right, upper_right = old[row + 1, column + 1], old[row, column + 1]
            box = (int(columns[column]), int(rows[row]), int(columns[column + 1]), int(rows[row + 1]))
            corners = (*upper_left, *lower_left, *lower_right, *upper_right)
            pieces.append((box, tuple(float(one) for one in corners)))
    mesh = Image.Transform.MESH
    return picture.transform(size, mesh, pieces, Image.Resampling.BICUBIC, fillcolor=_filling(picture, fill))


def perspective(size: tuple[int, int], most: float, random: Random) -> Bent:
    """The camera held askew: each corner moves by up to `most` of the picture."""
    wide, high = size
    square = np.array(((0, 0), (wide, 0), (0, high), (wide, high)), dtype=np.float64)
    moved = square + random.uniform(0, most, (4, 2)) * (wide, high) * ((1, 1), (-1, 1), (1, -1), (-1, -1))
    matrix = _homography(moved, square)

    def backward(places: Places) -> Places:
        carried: Places = np.column_stack((places, np.ones(len(places)))) @ matrix.T
        return np.asarray(carried[:, :2] / carried[:, 2:])

    return backward


def curled(size: tuple[int, int], reach: float, random: Random) -> Bent:
    """Paper that does not lie flat: what is drawn shifts by up to `reach` dots, mostly along the curl."""
    wide, high = size
    phase, turns = random.uniform(0, np.pi, 2), random.uniform(0.5, 1.1, 2)
    along = bool(random.random() < 0.5)
    far = reach * random.uniform(0.4, 1)

    def backward(places: Places) -> Places:
        across, down = places[:, 0] / wide, places[:, 1] / high
        first = far * np.sin(np.pi * turns[0] * (down if along else across) + phase[0])
        second = 0.35 * far * np.sin(np.pi * turns[1] * (across if along else down) + phase[1])
        moved: Places = places + (np.column_stack((second, first)) if along else np.column_stack((first, second)))
        return moved

    return backward


def folded(size: tuple[int, int], at: float, reach: float) -> Bent:
    """Folded across at that height (dots): near the fold the paper stands up, so lines come closer by `reach` dots on each side."""

    def backward(places: Places) -> Places:
        far = places[:, 1] - at
        shift = reach * np.sign(far) * np.exp(-np.abs(far) / (0.09 * size[1]))
        return places + np.column_stack((0.3 * shift, shift))

    return backward


def one_after_other(first: Bent, second: Bent) -> Bent:
    return lambda places: second(first(places))


def _homography(given: Places, wanted: Places) -> Places:
    rows = []
    for (x, y), (u, v) in zip(given, wanted, strict=True):
        rows.append((x, y, 1, 0, 0, 0, -u * x, -u * y))
        rows.append((0, 0, 0, x, y, 1, -v * x, -v * y))
    solved = np.linalg.solve(np.array(rows, dtype=np.float64), wanted.reshape(-1))
    return np.array((*solved, 1.0), dtype=np.float64).reshape(3, 3)


def _filling(picture: Image.Image, fill: int) -> int | tuple[int, int, int]:
    return (fill, fill, fill) if picture.mode == "RGB" else fill
