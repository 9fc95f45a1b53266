"""A page set straight: its dots as shares of the light the paper around sends back, and by how much each place lies beside where the
layout says (paper curls, folds and creeps through scanners)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from scipy import ndimage

from app.scanning.forms import MM, Floats, Grey, Places
from app.scanning.locate import warped
from app.scanning.plane import Plane, as_places, carried, fit_plane, scale_at

_PAPER_STEP = 4
_PAPER_REACH = 15
"""In steps: some 7.5 mm, wider than any mark, so that what is left is paper."""
_COARSE = 4
_FINE = 2
_TILE = 18.0 * MM
_TILE_REACH = 3.5 * MM
_BOX_AROUND = 3.6 * MM
_BOX_REACH = 1.75 * MM
_SURE = 0.55
"""Agreement from which a place found is believed."""
_ALIKE = 0.6 * MM
"""A box farther from where its neighbours say it is not believed."""
_LEAST_PRINT = 0.012
_NARROW, _CLEAR = 2, 0.04
"""A peak is one if it stands out by so much from all that is so many steps away."""
_TURNS = 4
_FEWEST = 12
_FAR_OFF = 0.9 * MM


@dataclass(frozen=True, slots=True)
class Straight:
    """`gray` as seen, `dark`: 0 paper, 1 black; both of the size of the form's page."""

    gray: Grey
    dark: Floats


@dataclass(frozen=True, slots=True)
class Shifts:
    """For each of the places asked: how far it lies beside it (dots, across and down), and how well it agrees there (-1 to 1)."""

    by: Places
    agreement: NDArray[np.float64]


def set_straight(picture: Grey, plane: Plane, shape: tuple[int, int]) -> Straight:
    gray = warped(*_softened(picture, plane, shape), shape)
    return Straight(gray, darkness(gray))


def darkness(gray: Grey) -> Floats:
    """Against the paper around."""
    height, width = gray.shape
    small = np.asarray(Image.fromarray(gray).reduce(_PAPER_STEP)).astype(np.float32)
    paper = ndimage.grey_closing(small, size=(_PAPER_REACH, _PAPER_REACH), mode="nearest")
    paper = ndimage.gaussian_filter(paper, _PAPER_REACH / 3, mode="nearest")
    large = np.asarray(Image.fromarray(np.maximum(paper, 8)).resize((width, height), Image.Resampling.BILINEAR))
    return np.asarray(1 - gray.astype(np.float32) / large, dtype=np.float32)


def blank_darkness(blank: Grey) -> Floats:
    return np.asarray(1 - blank.astype(np.float32) / 255, dtype=np.float32)


def shifts_of_tiles(seen: Floats, blank: Floats) -> tuple[Places, Shifts]:
    """Over the whole page, roughly: the middles of tiles with print on them."""
    small, plain = _reduced(seen, _COARSE), _reduced(blank, _COARSE)
    half, reach = round(_TILE / 2 / _COARSE), round(_TILE_REACH / _COARSE)
    middles, by, agreement = [], [], []
    for row in range(half, plain.shape[0] - half + 1, round(half * 1.3)):
        for column in range(half, plain.shape[1] - half + 1, round(half * 1.3)):
            tile = plain[row - half : row + half, column - half : column + half]
            if tile.mean() < _LEAST_PRINT:
                continue
            found = _best_shift(small, tile, (row - half, column - half), reach)
            if found is not None:
                middles.append((column * _COARSE, row * _COARSE))
                by.append((found[0] * _COARSE, found[1] * _COARSE))
                agreement.append(found[2])
    return as_places(middles), Shifts(as_places(by), np.array(agreement, dtype=np.float64))


def better_plane(plane: Plane, at: Places, tiles: Shifts) -> Plane | None:
    """By the print of the whole page, where the sheet was placed by so little that it lies far off; None where it does not."""
    believed = tiles.agreement > _SURE
    if int(believed.sum()) < _FEWEST:
        return None
    here, by = at[believed], tiles.by[believed]
    if float(np.percentile(np.hypot(*by.T), 80)) < _FAR_OFF:
        return None
    there = carried(plane, here + by)
    trust: NDArray[np.float64] = np.ones(len(here))
    found = plane
    for _turn in range(_TURNS):
        found = fit_plane(here, there, trust)
        off = np.hypot(*(carried(found, here) - there).T) / float(np.median(scale_at(found, here)))
        trust = np.asarray(1 / (1 + (off / MM) ** 2), dtype=np.float64)
    return found


def smooth_field(at: Places, shifts: Shifts, asked: Places, shape: tuple[int, int]) -> Places:
    """The shifts at other places, by a smooth surface through those that agree; without enough of them none."""
    believed = shifts.agreement > _SURE
    if int(believed.sum()) < _FEWEST:
        return np.zeros_like(asked)
    terms = _terms(at[believed], shape)
    weights = (shifts.agreement[believed] - _SURE + 0.05) ** 1.5
    given = shifts.by[believed]
    steady = 1e-3 * np.eye(terms.shape[1]) * float(weights.sum())
    steady[0, 0] = 0.0
    trust: NDArray[np.float64] = np.ones(len(given))
    found: NDArray[np.float64] = np.zeros((terms.shape[1], 2))
    for _turn in range(_TURNS):
        weighed = terms * (weights * trust)[:, None]
        found = np.asarray(np.linalg.solve(terms.T @ weighed + steady, weighed.T @ given), dtype=np.float64)
        off = np.hypot(*(given - terms @ found).T)
        trust = np.asarray(1 / (1 + (off / (0.4 * MM)) ** 2), dtype=np.float64)
    smooth: Places = _terms(asked, shape) @ found
    return smooth


def shifts_of_boxes(seen: Floats, blank: Floats, boxes: Places, start: Places) -> Shifts:
    """Of each box (left, top, right, bottom) from where `start` says it lies, with as much of its label as is near."""
    small, plain = _reduced(seen, _FINE), _reduced(blank, _FINE)
    reach = round(_BOX_REACH / _FINE)
    by, agreement = np.array(start, dtype=np.float64), np.zeros(len(boxes))
    for number, (left, top, right, bottom) in enumerate(boxes):
        rows = [round(max(one, 0) / _FINE) for one in (top - _BOX_AROUND, bottom + _BOX_AROUND)]
        columns = [round(max(one, 0) / _FINE) for one in (left - _BOX_AROUND, right + _BOX_AROUND)]
        tile = plain[rows[0] : rows[1], columns[0] : columns[1]]
        moved = np.round(start[number] / _FINE).astype(int)
        found = _best_shift(small, tile, (rows[0] + moved[1], columns[0] + moved[0]), reach)
        if found is not None:
            by[number] = (found[0] + moved[0]) * _FINE, (found[1] + moved[1]) * _FINE
            agreement[number] = found[2]
    return Shifts(by, agreement)


def agreed(middles: Places, shifts: Shifts, start: Places) -> Places:
    """Each box where it was found, unless its neighbours say otherwise."""
    settled = np.array(shifts.by)
    believed = shifts.agreement > _SURE
    for number, middle in enumerate(middles):
        others = believed.copy()
        others[number] = False
        if not others.any():
            settled[number] = shifts.by[number] if believed[number] else start[number]
            continue
        near = np.flatnonzero(others)
        near = near[np.argsort(np.hypot(*(middles[near] - middle).T))[:6]]
        beside = start[number] + np.median(shifts.by[near] - start[near], axis=0)
        if not believed[number] or np.hypot(*(shifts.by[number] - beside)) > _ALIKE:
            settled[number] = beside
    return settled


def _softened(picture: Grey, plane: Plane, shape: tuple[int, int]) -> tuple[Grey, Plane]:
    """The picture and its plane, the picture made as coarse as the straight page where it is much finer, so that no dot is lost."""
    scale = float(scale_at(plane, np.array([[shape[1] / 2, shape[0] / 2]]))[0])
    whole = int(scale + 0.25)
    if whole > 1:
        small = np.asarray(Image.fromarray(picture).reduce(whole))
        return small, np.diag([1 / whole, 1 / whole, 1.0]) @ plane
    if scale > 1.2:
        return np.asarray(Image.fromarray(picture).filter(ImageFilter.BoxBlur((scale - 1) / 2))), plane
    return picture, plane


def _terms(places: Places, shape: tuple[int, int]) -> NDArray[np.float64]:
    x, y = places[:, 0] / shape[1] * 2 - 1, places[:, 1] / shape[0] * 2 - 1
    return np.column_stack([np.ones(len(x)), x, y, x * x, x * y, y * y, x**3, x * x * y, x * y * y, y**3])


def _reduced(whole: Floats, by: int) -> Floats:
    height, width = whole.shape[0] // by * by, whole.shape[1] // by * by
    small: Floats = whole[:height, :width].reshape(height // by, by, width // by, by).mean(axis=(1, 3))
    return small


def _best_shift(seen: Floats, tile: Floats, at: tuple[int, int], reach: int) -> tuple[float, float, float] | None:
    """Where `tile` agrees best with `seen` around `at` (row, column): across, down, and the correlation there; None at the very edge."""
    height, width = tile.shape
    top, left = at[0] - reach, at[1] - reach
    bottom, right = at[0] + height + reach, at[1] + width + reach
    if height < 4 or width < 4 or bottom <= 0 or right <= 0 or top >= seen.shape[0] or left >= seen.shape[1]:
        return None
    part = seen[max(top, 0) : bottom, max(left, 0) : right]
    part = np.clip(part, 0, 1)
    lacking = ((max(-top, 0), max(bottom - seen.shape[0], 0)), (max(-left, 0), max(right - seen.shape[1], 0)))
    if any(any(pair) for pair in lacking):
        part = np.pad(part, lacking)
    plain = tile - tile.mean()
    power = float((plain**2).sum())
    if power <= 1e-6:
        return None
    windows = sliding_window_view(part, (height, width))
    together = np.einsum("abij,ij->ab", windows, plain, optimize=False)
    sums, squares = _window_sums(part, height, width), _window_sums(part**2, height, width)
    spread = np.maximum(squares - sums**2 / (height * width), 1e-6)
    likeness = together / np.sqrt(spread * power)
    row, column = (int(one) for one in np.unravel_index(int(np.argmax(likeness)), likeness.shape))
    if _is_vague(likeness, row, column):
        return None
    down, across = _peak(likeness[:, column], row) - reach, _peak(likeness[row], column) - reach
    return across, down, float(likeness[row, column])


def _is_vague(likeness: NDArray[np.float64], row: int, column: int) -> bool:
    """Whether it agrees as well elsewhere, as along a line, or would do so better beyond the reach."""
    if row in (0, likeness.shape[0] - 1) or column in (0, likeness.shape[1] - 1):
        return True
    best = likeness[row, column]
    rows, columns = (np.abs(np.arange(len(likeness)) - middle) > _NARROW for middle in (row, column))
    return bool(likeness[rows].max(initial=-1.0) > best - _CLEAR or likeness[:, columns].max(initial=-1.0) > best - _CLEAR)


def _window_sums(part: Floats, height: int, width: int) -> NDArray[np.float64]:
    sums = np.zeros((part.shape[0] + 1, part.shape[1] + 1))
    sums[1:, 1:] = part.cumsum(axis=0, dtype=np.float64).cumsum(axis=1)
    found: NDArray[np.float64] = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    return found


def _peak(line: NDArray[np.float64], top: int) -> float:
    """Between the dots, by the parabola through the highest and its neighbours."""
    if not 0 < top < len(line) - 1:
        return float(top)
    before, here, after = (float(line[top + step]) for step in (-1, 0, 1))
    bend = before - 2 * here + after
    return top + (0.5 * (before - after) / bend if bend < -1e-9 else 0.0)
