"""How often somebody comes, and when he is late by his own measure.

All days are day numbers (`periods.day_number`), all lengths days. The comparisons stand here once; in SQL they read the same:
overdue `:today - last_day >= 1.5 * rhythm`, dormant `:today - last_day > max(:window, 2.5 * rhythm)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import ceil
from statistics import median

from app.domain.rates import half_up

DEFAULT_WINDOW = 90
OWN_RHYTHM_OCCASIONS = 4
OVERDUE_FACTOR = 1.5
ATTENTION_FACTOR = 2.0
DORMANT_FACTOR = 2.5
WINDOW_FACTOR = 2.5


class RhythmSource(StrEnum):
    OWN = "own"
    SEGMENT = "segment"
    SHOP = "shop"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`days` between two visits, and whose days they are."""

    days: float
    source: RhythmSource

    @property
    def shown_days(self) -> int:
        """Whole days, half-up, for "usually every 35 days"."""
        return half_up(round(self.days * 4), 4)


def median_gap(days: Sequence[int]) -> float | None:
    """Median of the gaps between distinct days; None below two of them."""
    ordered = sorted(set(days))
    if len(ordered) < 2:
        return None
    return float(median(later - earlier for earlier, later in pairwise(ordered)))


def own_rhythm(days: Sequence[int]) -> float | None:
    """Somebody's own rhythm: the median gap, from 4 occasions on."""
    return median_gap(days) if len(set(days)) >= OWN_RHYTHM_OCCASIONS else None


def rhythm_for(own: float | None, segment: float | None, shop: float) -> Rhythm:
    """The own rhythm where there is one, else the segment's, else the shop's."""
    if own is not None:
        return Rhythm(own, RhythmSource.OWN)
    if segment is not None:
        return Rhythm(segment, RhythmSource.SEGMENT)
    return Rhythm(shop, RhythmSource.SHOP)


def shop_rhythm(shop_median_gap: float | None, window: int = DEFAULT_WINDOW) -> float:
    """The shop's usual gap; before anybody came twice, the one its window was offered for."""
    return shop_median_gap if shop_median_gap is not None else window / WINDOW_FACTOR


def offered_window(shop_median_gap: float | None) -> int | None:
    """The window offered to the owner: 2.5 x the shop's median gap, whole days half-up; None before anybody came twice."""
    if shop_median_gap is None:
        return None
    return half_up(round(shop_median_gap * WINDOW_FACTOR * 4), 4)


def is_overdue(days_since: float, rhythm: float) -> bool:
    return days_since >= OVERDUE_FACTOR * rhythm


def needs_attention(days_since: float, rhythm: float) -> bool:
    return days_since >= ATTENTION_FACTOR * rhythm


def is_dormant(days_since: float, rhythm: float, window: int) -> bool:
    """Strictly older: on the last day of the window somebody is still active."""
    return days_since > max(float(window), DORMANT_FACTOR * rhythm)


def overdue_day(last_day: int, rhythm: float) -> int:
    """The first day on which `is_overdue` holds."""
    return last_day + ceil(OVERDUE_FACTOR * rhythm)
