"""Who was there and still is: the return rate, month-to-month repurchase, the share of active customers.

Return rate of a shop without contracts = retention with an inactivity window (Fader & Hardie 2009, J. Interactive
Marketing 23): active(D) = at least one occasion in [D - W, D); S = active(start), R = active(start) and active(end); R / S.
New customers never enter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import Ints, Occasions
from app.domain.periods import Period, RetentionSpan, day_number, day_of, months_of
from app.domain.rates import Rate, rate_of


@dataclass(frozen=True, slots=True)
class RetentionRow:
    start: date
    end: date
    rate: Rate
    is_complete: bool
    period: Period


@dataclass(frozen=True, slots=True)
class RepurchaseRow:
    """Of those who bought in `month`, how many bought in `next_month`; complete once the next month is over."""

    month: Period
    next_month: Period
    rate: Rate
    is_complete: bool


class _ByDay:
    """The same occasions in order of days, customers numbered 0..n-1, so that a window is one slice."""

    def __init__(self, occasions: Occasions) -> None:
        first = occasions.first_rows()
        number = np.cumsum(first) - 1
        order = np.argsort(occasions.day, kind="stable")
        self.ids: Ints = occasions.customer[first]
        self._day = occasions.day[order]
        self._number = number[order]

    def seen_in(self, start: int, end: int) -> NDArray[np.bool_]:
        low, high = np.searchsorted(self._day, [start, end])
        seen = np.zeros(len(self.ids), dtype=np.bool_)
        seen[self._number[low:high]] = True
        return seen

    def active_at(self, day: date, window: int) -> NDArray[np.bool_]:
        return self.seen_in(day_number(day) - window, day_number(day))


def retention(occasions: Occasions, spans: Sequence[RetentionSpan], window: int) -> list[RetentionRow]:
    """One row per span (`periods.retention_spans`)."""
    by_day = _ByDay(occasions)
    rows: list[RetentionRow] = []
    for span in spans:
        before = by_day.active_at(span.start, window)
        stayed = before & by_day.active_at(span.end, window)
        rows.append(_row(span, int(before.sum()), int(stayed.sum())))
    return rows


def retention_from_counts(spans: Sequence[RetentionSpan], counts: Mapping[tuple[date, date], tuple[int, int]]) -> list[RetentionRow]:
    """The same from kept sums: `counts` gives (active at start, of those active at end) by (start, end); a missing pair counts nobody."""
    return [_row(span, *counts.get((span.start, span.end), (0, 0))) for span in spans]


def stayers(occasions: Occasions, span: RetentionSpan, window: int) -> tuple[Ints, Ints]:
    """The ids behind a point: those who stayed, and those who did not."""
    by_day = _ByDay(occasions)
    before = by_day.active_at(span.start, window)
    after = by_day.active_at(span.end, window)
    return by_day.ids[before & after], by_day.ids[before & ~after]


def active_ratio(occasions: Occasions, as_of: date, window: int) -> Rate:
    """Active at `as_of` among all who ever bought before it."""
    by_day = _ByDay(occasions.before(as_of))
    return rate_of(int(by_day.active_at(as_of, window).sum()), len(by_day.ids))


def repurchase(occasions: Occasions, as_of: date) -> list[RepurchaseRow]:
    """Month against next month, for every month from the first occasion on whose next month has begun."""
    counted = occasions.before(as_of)
    if not len(counted):
        return []
    by_day = _ByDay(counted)
    months = months_of(day_of(int(counted.day.min())), as_of)
    seen = [by_day.seen_in(day_number(month.start), day_number(month.end)) for month in months]
    counts = {month.start: (int(now.sum()), int((now & then).sum())) for month, now, then in zip(months, seen, seen[1:], strict=False)}
    return repurchase_from_counts(months, counts, as_of)


def repurchase_from_counts(months: Sequence[Period], counts: Mapping[date, tuple[int, int]], as_of: date) -> list[RepurchaseRow]:
    """`counts` gives (buyers, of those buyers of the next month) by month start; the newest month has no next one yet."""
    rows: list[RepurchaseRow] = []
    for month, next_month in pairwise(months):
        buyers, again = counts.get(month.start, (0, 0))
        rows.append(RepurchaseRow(month, next_month, rate_of(again, buyers), next_month.is_complete(as_of)))
    return rows


def _row(span: RetentionSpan, at_start: int, stayed: int) -> RetentionRow:
    return RetentionRow(span.start, span.end, rate_of(stayed, at_start), span.is_complete, span.period)
