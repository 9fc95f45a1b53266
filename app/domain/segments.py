"""The ready-made groups. The first rule that fits decides, so every customer with a purchase is in exactly one.

    new       first occasion within the last 60 days                 days_since_first <= 60
    dormant   longer away than max(window, 2.5 x rhythm)              rhythm.is_dormant
    at risk   1.5 x the rhythm has passed                             rhythm.is_overdue
    loyal     F score >= 4 and M score >= 4
    growth    F score <= 3 and amount per visit >= the shop's median
    maintain  everybody else

As SQL: one CASE with these lines in this order; for arrays: analytics.rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.rhythm import is_dormant, is_overdue

NEW_DAYS = 60
LOYAL_SCORE = 4


class Segment(StrEnum):
    NEW = "new"
    DORMANT = "dormant"
    AT_RISK = "at_risk"
    LOYAL = "loyal"
    GROWTH = "growth"
    MAINTAIN = "maintain"


SEGMENTS = tuple(Segment)

SEGMENT_NAMES = {
    Segment.NEW: QT_TRANSLATE_NOOP("Segments", "New"),
    Segment.DORMANT: QT_TRANSLATE_NOOP("Segments", "Away"),
    Segment.AT_RISK: QT_TRANSLATE_NOOP("Segments", "Slipping"),
    Segment.LOYAL: QT_TRANSLATE_NOOP("Segments", "Regulars"),
    Segment.GROWTH: QT_TRANSLATE_NOOP("Segments", "Room to grow"),
    Segment.MAINTAIN: QT_TRANSLATE_NOOP("Segments", "Steady"),
}


@dataclass(frozen=True, slots=True)
class SegmentFigures:
    """One customer as the rules see him: days, the two scores 1-5, and net sales per occasion over all time (minor units)."""

    days_since_first: int
    days_since_last: int
    frequency_score: int
    monetary_score: int
    amount_per_visit: float


def segment_of(figures: SegmentFigures, *, rhythm: float, window: int, median_per_visit: float) -> Segment:
    """The customer's group; `rhythm` in days (own, segment's or shop's)."""
    if figures.days_since_first <= NEW_DAYS:
        return Segment.NEW
    if is_dormant(figures.days_since_last, rhythm, window):
        return Segment.DORMANT
    if is_overdue(figures.days_since_last, rhythm):
        return Segment.AT_RISK
    return base_segment_of(figures, median_per_visit=median_per_visit)


def base_segment_of(figures: SegmentFigures, *, median_per_visit: float) -> Segment:
    """The group by value alone, lateness left aside.

    Somebody without a rhythm of his own borrows the median rhythm of this group; borrowing that of the full
    group would need the rhythm to find the rhythm.
    """
    if figures.days_since_first <= NEW_DAYS:
        return Segment.NEW
    if figures.frequency_score >= LOYAL_SCORE:
        return Segment.LOYAL if figures.monetary_score >= LOYAL_SCORE else Segment.MAINTAIN
    return Segment.GROWTH if figures.amount_per_visit >= median_per_visit else Segment.MAINTAIN
