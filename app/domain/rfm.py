"""Scores of recency, frequency and amount (Hughes 1994), and the bands of the customer map.

A cut point splits scores; cut points are learned once and then frozen with the shop. Equal values share a score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.marking import QT_TRANSLATE_NOOP

QUINTILES = (20.0, 40.0, 60.0, 80.0)
RFM_DAYS = 365
# Upper bounds, the last one counted in; what lies above the last bound is the last band.
RECENCY_BANDS = (30, 60, 120, 240)
OCCASION_BANDS = (1, 3, 7, 14)
BANDS = 5

RECENCY_NAMES = (
    QT_TRANSLATE_NOOP("CustomerMap", "Within 30 days"),
    QT_TRANSLATE_NOOP("CustomerMap", "To 60 days"),
    QT_TRANSLATE_NOOP("CustomerMap", "To 120 days"),
    QT_TRANSLATE_NOOP("CustomerMap", "To 240 days"),
    QT_TRANSLATE_NOOP("CustomerMap", "Earlier"),
)
OCCASION_NAMES = (
    QT_TRANSLATE_NOOP("CustomerMap", "To 1 visit"),
    QT_TRANSLATE_NOOP("CustomerMap", "2–3 visits"),
    QT_TRANSLATE_NOOP("CustomerMap", "4–7 visits"),
    QT_TRANSLATE_NOOP("CustomerMap", "8–14 visits"),
    QT_TRANSLATE_NOOP("CustomerMap", "15+ visits"),
)


class MapRegion(StrEnum):
    """Regulars stand in a solid frame, regulars who slip away in a dashed one."""

    NONE = "none"
    REGULARS = "regulars"
    SLIPPING = "slipping"


@dataclass(frozen=True, slots=True)
class RfmCuts:
    """Four ascending cut points each: days since the last occasion, occasions in 365 days, net sales in 365 days (minor units)."""

    recency: tuple[float, float, float, float]
    frequency: tuple[float, float, float, float]
    monetary: tuple[float, float, float, float]


def more_is_better(value: float, cuts: Sequence[float]) -> int:
    """F and M score: 1 + the number of cuts strictly below the value."""
    return 1 + sum(cut < value for cut in cuts)


def less_is_better(value: float, cuts: Sequence[float]) -> int:
    """R score: 5 - the number of cuts strictly below the days."""
    return 5 - sum(cut < value for cut in cuts)


def recency_band(days_since: int) -> int:
    """Row of the customer map, 0 = within 30 days."""
    return sum(bound < days_since for bound in RECENCY_BANDS)


def occasion_band(visits: int) -> int:
    """Column of the customer map, 0 = one visit, or none within the 365 days."""
    return sum(bound < visits for bound in OCCASION_BANDS)


def region_of(row: int, column: int) -> MapRegion:
    if column < 3:
        return MapRegion.NONE
    if row < 2:
        return MapRegion.REGULARS
    return MapRegion.SLIPPING if row > 2 else MapRegion.NONE
