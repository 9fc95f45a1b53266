"""Places that catch on the edges and middles of others, so that things stand in line. Millimetres."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.templates import Frame

_SAME = 0.05


@dataclass(frozen=True, slots=True)
class Guide:
    """A line across the whole page, `at` mm from its left edge or its top."""

    is_vertical: bool
    at: float


def snapped(
    frame: Frame, others: Sequence[Frame], paper: tuple[float, float], tolerance: float, *, edges: str = ""
) -> tuple[Frame, tuple[Guide, ...]]:
    """The frame where it catches on the nearest line of others or of the paper, and the lines it stands on then.

    `edges`: those that are dragged, letters of "ltrb"; the whole frame moves when it is empty.
    """
    across, left, width = _caught(
        (frame.left, frame.width),
        _lines(paper[0], ((one.left, one.width) for one in others)),
        tolerance,
        (not edges or "l" in edges, not edges or "r" in edges),
        is_whole=not edges,
    )
    down, top, height = _caught(
        (frame.top, frame.height),
        _lines(paper[1], ((one.top, one.height) for one in others)),
        tolerance,
        (not edges or "t" in edges, not edges or "b" in edges),
        is_whole=not edges,
    )
    guides = (*(Guide(True, at) for at in across), *(Guide(False, at) for at in down))
    return Frame(left, top, width, height), guides


def _lines(length: float, spans: Iterable[tuple[float, float]]) -> list[float]:
    own = [0.0, length / 2, length]
    return sorted({*own, *(at for start, size in spans for at in (start, start + size / 2, start + size))})


def _caught(
    span: tuple[float, float], lines: Sequence[float], tolerance: float, dragged: tuple[bool, bool], *, is_whole: bool
) -> tuple[list[float], float, float]:
    """The lines it stands on, its start and its size, in one direction."""
    start, size = span
    points = (
        [start, start + size / 2, start + size] if is_whole else [at for at, is_ in zip((start, start + size), dragged, strict=True) if is_]
    )
    ways = [line - point for point in points for line in lines]
    way = min(ways, key=abs, default=tolerance + 1)
    if abs(way) > tolerance:
        return [], start, size
    if is_whole or all(dragged):
        start += way
    elif dragged[0]:
        start, size = start + way, size - way
    else:
        size += way
    if size < 0:
        return [], *span
    stands = (start, start + size / 2, start + size) if is_whole else (start,) if dragged[0] else (start + size,)
    return [line for line in lines if any(abs(line - at) < _SAME for at in stands)], start, size
