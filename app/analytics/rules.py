"""The domain's rules for group and status over arrays. Each reads like its scalar form; a test holds the two together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.domain.periods import day_number
from app.domain.rhythm import ATTENTION_FACTOR, DORMANT_FACTOR, OVERDUE_FACTOR
from app.domain.segments import LOYAL_SCORE, NEW_DAYS, SEGMENTS, Segment
from app.domain.status import CHIPS, SECOND_VISIT_DAYS, Chip


@dataclass(frozen=True, slots=True)
class SegmentColumns:
    """`SegmentFigures` of many customers, one array entry each."""

    days_since_first: NDArray[np.int64]
    days_since_last: NDArray[np.int64]
    frequency_score: NDArray[np.int8]
    monetary_score: NDArray[np.int8]
    amount_per_visit: NDArray[np.float64]


def segments_of(columns: SegmentColumns, *, rhythm: NDArray[np.float64], window: int, median_per_visit: float) -> NDArray[np.int8]:
    """`segment_of` for many: positions in `SEGMENTS`."""
    is_new = columns.days_since_first <= NEW_DAYS
    away = columns.days_since_last > np.maximum(float(window), DORMANT_FACTOR * rhythm)
    late = columns.days_since_last >= OVERDUE_FACTOR * rhythm
    base = base_segments_of(columns, median_per_visit=median_per_visit)
    codes = np.select(
        [is_new, away, late],
        [_code(Segment.NEW), _code(Segment.DORMANT), _code(Segment.AT_RISK)],
        default=base,
    )
    return codes.astype(np.int8)


def base_segments_of(columns: SegmentColumns, *, median_per_visit: float) -> NDArray[np.int8]:
    """`base_segment_of` for many: positions in `SEGMENTS`."""
    often = columns.frequency_score >= LOYAL_SCORE
    codes = np.select(
        [
            columns.days_since_first <= NEW_DAYS,
            often & (columns.monetary_score >= LOYAL_SCORE),
            ~often & (columns.amount_per_visit >= median_per_visit),
        ],
        [_code(Segment.NEW), _code(Segment.LOYAL), _code(Segment.GROWTH)],
        default=_code(Segment.MAINTAIN),
    )
    return codes.astype(np.int8)


@dataclass(frozen=True, slots=True)
class StatusColumns:
    """What `status_of` reads, of many customers: last day as day number (anything where `visits` is 0), occasions, rhythm in days."""

    last_day: NDArray[np.int64]
    visits: NDArray[np.int64]
    rhythm: NDArray[np.float64]
    has_left: NDArray[np.bool_] | None = None
    has_open_complaint: NDArray[np.bool_] | None = None


def chips_of(columns: StatusColumns, *, window: int, today: date) -> NDArray[np.int8]:
    """The chips of `status_of` for many: positions in `CHIPS`."""
    days = day_number(today) - columns.last_day
    nobody = np.zeros(days.shape, dtype=np.bool_)
    left = nobody if columns.has_left is None else columns.has_left
    complaint = nobody if columns.has_open_complaint is None else columns.has_open_complaint
    rules = [
        (left, Chip.LEFT),
        (complaint, Chip.ATTENTION),
        (columns.visits == 0, Chip.PROSPECT),
        (days > np.maximum(float(window), DORMANT_FACTOR * columns.rhythm), Chip.DORMANT),
        ((columns.visits == 1) & (days > SECOND_VISIT_DAYS), Chip.SECOND_VISIT),
        (days >= ATTENTION_FACTOR * columns.rhythm, Chip.ATTENTION),
        (days >= OVERDUE_FACTOR * columns.rhythm, Chip.WATCH),
    ]
    codes = np.select([rule for rule, _ in rules], [CHIPS.index(chip) for _, chip in rules], default=CHIPS.index(Chip.FINE))
    return codes.astype(np.int8)


def _code(segment: Segment) -> int:
    return SEGMENTS.index(segment)
