"""Where a sheet lies in a picture: from its codes to its four squares, from the nearest to the farthest.

A code is small, so what it says of the far corner is vague; each square that is found makes the next one surer. A missing square is made
up for by the others and the codes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from app.domain.survey_pages import Corners
from app.domain.survey_sheets import PageMarks, SheetLayout
from app.scanning.codes import CodesSeen, FoundCode, joined, read_codes, sharper
from app.scanning.forms import MM, Grey, Places, dots_of
from app.scanning.plane import Plane, as_places, carried, fit_flat, fit_plane, inverted, scale_at
from app.scanning.squares import Squares

_NEAR, _FAR = 3.0 * MM, 0.13
"""How far from where it should be a square is looked for: so much, and this share of the way from what is known."""
_SIDE = (0.55, 1.6)
"""How wide a square may look against what it should."""
_CODE_WEIGHT = 0.3
_OFF = 2.5 * MM
"""A square farther from what the others say is none."""
_LEAST_CODES = 2
_CORNERS = 4
_EVEN = 1.9
"""How many times the smallest the largest of four squares may be wide."""


@dataclass(frozen=True, slots=True)
class Placement:
    """`plane` carries dots of the straight sheet to dots of the picture; `squares`: how many of the four were found."""

    plane: Plane
    squares: int


def place_by_codes(codes: Sequence[FoundCode], squares: Squares, layout: SheetLayout, page: int) -> Placement:
    """By the codes of one page and whatever squares fit to them."""
    marks = layout.marks[page]
    here, there = _corners_of_codes(codes, layout, marks)
    plane = fit_plane(here, there) if len(codes) >= _LEAST_CODES else fit_flat(here, there)
    wanted = as_places([dots_of(layout, area).middle for area in marks.squares])
    side = dots_of(layout, marks.squares[0]).right - dots_of(layout, marks.squares[0]).left
    found: dict[int, tuple[float, float]] = {}
    for corner in np.argsort(_ways(wanted, here)):
        known = np.concatenate([here, wanted[list(found)]])
        match = _match(plane, wanted[corner], side, _ways(wanted[corner : corner + 1], known)[0], squares)
        if match is not None:
            found[int(corner)] = match
            plane = _fitted(here, there, wanted, found, len(codes))
    return _checked(plane, (here, there), wanted, found, len(codes))


def place_by_corners(corners: Places, layout: SheetLayout, page: int) -> Plane:
    """`corners`: of the middles of the four squares in the picture, as PageMarks has them."""
    return fit_plane(as_places([dots_of(layout, area).middle for area in layout.marks[page].squares]), corners)


def corners_of(plane: Plane, layout: SheetLayout, page: int, shape: tuple[int, int]) -> Corners:
    """As shares of the picture."""
    places = carried(plane, as_places([dots_of(layout, area).middle for area in layout.marks[page].squares]))
    one, two, three, four = ((float(x) / shape[1], float(y) / shape[0]) for x, y in places)
    return one, two, three, four


def likely_corners(squares: Squares) -> Places | None:
    """Four squares alike that stand alone, as far out as there are: upper left, upper right, lower left, lower right of the picture."""
    alone = squares.middles[squares.clear]
    sides = squares.sides[squares.clear]
    if len(alone) < _CORNERS:
        return None
    usual = float(np.median(np.sort(sides)[-_CORNERS * 2 :]))
    is_alike = (sides > usual / _EVEN) & (sides < usual * _EVEN)
    alone = alone[is_alike]
    if len(alone) < _CORNERS:
        return None
    sums, gaps = alone.sum(axis=1), alone[:, 0] - alone[:, 1]
    chosen = [int(np.argmin(sums)), int(np.argmax(gaps)), int(np.argmin(gaps)), int(np.argmax(sums))]
    return alone[chosen] if len(set(chosen)) == _CORNERS else None


def codes_by_corners(picture: Grey, corners: Places) -> CodesSeen:
    """A second look at the codes with the sheet set straight and drawn larger. `corners` as likely_corners gives them."""
    width, height = 1_240.0, 1_754.0
    frame = as_places([(0, 0), (width, 0), (0, height), (width, height)])
    upright = np.hypot(*(corners[1] - corners[0])) <= np.hypot(*(corners[2] - corners[0]))
    plane = fit_plane(frame if upright else frame[[2, 0, 3, 1]], corners)
    seen = CodesSeen()
    for left, top in ((0.5, -0.05), (-0.05, 0.6), (-0.05, -0.05), (0.5, 0.6)):
        shift = np.array([[0.5, 0.0, left * width], [0.0, 0.5, top * height], [0.0, 0.0, 1.0]])
        part = plane @ shift
        drawn = warped(picture, part, (round(0.9 * height), round(1.1 * width)))
        for changed in (drawn, sharper(drawn, 3.0)):
            seen = joined(seen, read_codes(changed, lambda places, part=part: carried(part, places)))  # type: ignore[misc]
    return seen


def warped(picture: Grey, plane: Plane, shape: tuple[int, int], ground: int = 255) -> Grey:
    """What `plane` carries to the picture, seen straight; `ground` where the picture ends."""
    flat = (plane / plane[2, 2]).ravel()[:8].tolist()
    straight = Image.fromarray(picture).transform(
        (shape[1], shape[0]), Image.Transform.PERSPECTIVE, flat, Image.Resampling.BILINEAR, fillcolor=ground
    )
    return np.asarray(straight)


def _corners_of_codes(codes: Sequence[FoundCode], layout: SheetLayout, marks: PageMarks) -> tuple[Places, Places]:
    here, there = [], []
    for code in codes:
        area = dots_of(layout, marks.codes[0 if code.end == "A" else 1])
        here += [(area.left, area.top), (area.right, area.top), (area.right, area.bottom), (area.left, area.bottom)]
        there.append(code.corners)
    return as_places(here), np.concatenate(there)


def _ways(places: Places, known: Places) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """From each place to the nearest that is known."""
    apart = np.hypot(places[:, None, 0] - known[None, :, 0], places[:, None, 1] - known[None, :, 1])
    nearest: np.ndarray[tuple[int], np.dtype[np.float64]] = apart.min(axis=1)
    return nearest


def _match(plane: Plane, place: Places, side: float, way: float, squares: Squares) -> tuple[float, float] | None:
    where = place.reshape(1, 2)
    seen, grown = carried(plane, where)[0], float(scale_at(plane, where)[0])
    off = np.hypot(squares.middles[:, 0] - seen[0], squares.middles[:, 1] - seen[1])
    ratio = squares.sides / max(side * grown, 1e-6)
    fits = (off <= (_NEAR + _FAR * way) * grown) & (ratio > _SIDE[0]) & (ratio < _SIDE[1])
    if not fits.any():
        return None
    cost = off / grown + np.abs(np.log(np.maximum(ratio, 1e-6))) * 12 * MM + np.where(squares.clear, 0.0, 5 * MM)
    best = int(np.argmin(np.where(fits, cost, np.inf)))
    return float(squares.middles[best, 0]), float(squares.middles[best, 1])


def _fitted(here: Places, there: Places, wanted: Places, found: dict[int, tuple[float, float]], codes: int) -> Plane:
    mine = np.concatenate([here, wanted[list(found)]])
    theirs = np.concatenate([there, as_places(list(found.values()))])
    if codes < _LEAST_CODES and len(found) < _CORNERS - 1:
        return fit_flat(mine, theirs)
    weights = np.concatenate([np.full(len(here), _CODE_WEIGHT), np.ones(len(found))])
    return fit_plane(mine, theirs, weights)


def _checked(
    plane: Plane, code_places: tuple[Places, Places], wanted: Places, found: dict[int, tuple[float, float]], codes: int
) -> Placement:
    """Without a square that does not agree with the rest."""
    here, there = code_places
    while len(found) > 1:
        off = {}
        for corner, seen in found.items():
            rest = {other: place for other, place in found.items() if other != corner}
            meant = carried(inverted(_fitted(here, there, wanted, rest, codes)), as_places([seen]))[0] - wanted[corner]
            off[corner] = float(np.hypot(*meant))
        worst = max(off, key=lambda corner: off[corner])
        reach = _OFF + (0.10 if codes < _LEAST_CODES else 0.02) * _ways(wanted[worst : worst + 1], here)[0]
        if off[worst] <= reach:
            break
        del found[worst]
        plane = _fitted(here, there, wanted, found, codes)
    return Placement(plane, len(found))
