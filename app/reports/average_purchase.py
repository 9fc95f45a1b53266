"""The course of the average purchase amount, as bars."""

from __future__ import annotations

from collections.abc import Sequence

from app.charts.bar_spec import BarGroup, BarSpec
from app.domain.depth import AverageMonth
from app.reports.points_money import MoneyWords, money_ticks


def average_bars(months: Sequence[AverageMonth], words: MoneyWords) -> BarSpec:
    """A bar per month, oldest first; the last finished month stands out."""
    last = max((month.month for month in months if month.is_complete), default=None)
    groups = [
        BarGroup(
            str(month.month),
            words.month(month.month),
            (None if month.average is None else float(month.average),),
            month.month == last,
        )
        for month in months
    ]
    return BarSpec(tuple(groups), money_ticks(words))
